import { useQuery } from '@tanstack/react-query';
import type { CaseId, MediatorId } from '#shared/contract/ids.ts';
import { recusalSeverities, recusalSource } from '#shared/domain/recusal.ts';
import { query } from '../../../api.ts';
import { ErrorLine } from '../../../components/states.tsx';
import styles from './appoint.module.css';

const notOnRecord = '近亲属、持股、顾问、同一界别组或商会等关系登记簿里看不出来，请当面询问并记入披露。';

/** What the recusal check says of one mediator in a case; it warns and never decides. 法释〔2016〕14号 第15条、第16条 */
export function RecusalFindings(props: { readonly caseId: CaseId; readonly mediatorId: MediatorId }) {
  const { caseId, mediatorId } = props;
  const check = useQuery(query.mediators.recusalCheck.queryOptions({ input: { caseId, mediatorId } }));
  if (check.isError) {
    return <ErrorLine error={check.error} />;
  }
  if (check.data === undefined) {
    return (
      <p className={styles.clear} aria-busy="true">
        正在核查回避…
      </p>
    );
  }
  if (check.data.length === 0) {
    return (
      <p className={styles.clear} role="status">
        回避核查：姓名、身份证号、单位、电话与当事人、代理人都没有相同。{notOnRecord}
        <span className={styles.source}>{recusalSource}</span>
      </p>
    );
  }
  return (
    <div className={styles.findings} role="alert">
      <strong>回避核查：{check.data.length} 处要看</strong>
      <ul>
        {check.data.map((finding) => (
          <li key={finding.sentence}>
            <span className={styles.severity} data-severity={finding.severity}>
              {recusalSeverities[finding.severity].label}
            </span>
            {finding.sentence}
            <span className={styles.source}>
              {recusalSeverities[finding.severity].advice} · {finding.source}
            </span>
          </li>
        ))}
      </ul>
      <span className={styles.clear}>{notOnRecord}</span>
    </div>
  );
}
