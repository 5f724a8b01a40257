import { useQueries } from '@tanstack/react-query';
import type { CaseDetail } from '#shared/contract/cases.ts';
import type { CaseId, MediatorId } from '#shared/contract/ids.ts';
import { recusalSource } from '#shared/domain/recusal.ts';
import { query } from '../../../api.ts';
import styles from '../../../components/recusal/recusal.module.css';
import { notOnRecord, RecusalList } from '../../../components/recusal/recusal-list.tsx';
import { ErrorLine } from '../../../components/states.tsx';

/** What the recusal check says of one mediator in a case; it warns and never decides. 法释〔2016〕14号 第15条、第16条 */
export function RecusalFindings(props: { readonly caseId: CaseId; readonly mediatorId: MediatorId }) {
  return <CheckOf caseId={props.caseId} mediatorIds={[props.mediatorId]} />;
}

/** The check of all who mediate the case now, also where nobody chose them in a dialog. */
export function RecusalOfCase({ detail }: { readonly detail: CaseDetail }) {
  const { mediatorId, assistingMediatorIds } = detail.facts;
  const mediating = [...(mediatorId === null ? [] : [mediatorId]), ...assistingMediatorIds];
  return mediating.length === 0 ? null : (
    <div className={styles.ofCase}>
      <CheckOf caseId={detail.id} mediatorIds={mediating} quiet={detail.closing !== null} />
    </div>
  );
}

function CheckOf(props: {
  readonly caseId: CaseId;
  readonly mediatorIds: readonly MediatorId[];
  /** Says nothing where nothing was found: of a closed case nobody asks any more. */
  readonly quiet?: boolean;
}) {
  const { caseId, mediatorIds } = props;
  const checks = useQueries({
    queries: mediatorIds.map((mediatorId) =>
      query.mediators.recusalCheck.queryOptions({ input: { caseId, mediatorId } }),
    ),
  });
  const failed = checks.find(({ error }) => error !== null);
  if (failed !== undefined) {
    return <ErrorLine error={failed.error} />;
  }
  if (checks.some(({ data }) => data === undefined)) {
    return (
      <p className={styles.clear} aria-busy="true">
        正在核查回避…
      </p>
    );
  }
  const all = checks.flatMap(({ data }) => data ?? []);
  const findings = [...new Map(all.map((finding) => [finding.sentence, finding])).values()];
  if (findings.length === 0) {
    return props.quiet === true ? null : (
      <p className={styles.clear} role="status">
        回避核查：调解员的姓名、身份证号、单位、电话与当事人、代理人都没有相同。{notOnRecord}
        <span className={styles.source}>{recusalSource}</span>
      </p>
    );
  }
  return (
    <div className={styles.findings} role="status">
      <strong>回避核查：{findings.length} 处要看</strong>
      <RecusalList findings={findings} />
      <span className={styles.clear}>{notOnRecord}</span>
    </div>
  );
}
