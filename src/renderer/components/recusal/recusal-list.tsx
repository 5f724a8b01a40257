import type { RecusalFinding } from '#shared/contract/mediators.ts';
import { recusalSeverities } from '#shared/domain/recusal.ts';
import styles from './recusal.module.css';

/** What no register tells, so that nobody takes a clean check for a clean bill. */
export const notOnRecord =
  '近亲属、持股、顾问、同一界别组或商会等关系登记簿里看不出来，请当面询问并记入披露。';

/** What a recusal check found: each with what it asks for and its article. */
export function RecusalList(props: { readonly findings: readonly RecusalFinding[] }) {
  return (
    <ul>
      {props.findings.map(({ kind, severity, sentence, source }) => (
        <li key={`${kind} ${sentence}`}>
          <span className={styles.severity}>{recusalSeverities[severity].label}</span>
          {sentence}
          <span className={styles.source}>
            {recusalSeverities[severity].advice} · {source}
          </span>
        </li>
      ))}
    </ul>
  );
}
