import { type CaseStatus, caseStatuses } from '#shared/domain/case-status.ts';
import styles from './case-words.module.css';

/** The state of a case, told by its word and by a shape: hollow while it is open, filled when it has ended. */
export function StatusMark({ status }: { readonly status: CaseStatus }) {
  const { label, open } = caseStatuses[status];
  const waiting = status === 'registered' || status === 'dispatched' || status === 'suspended';
  return (
    <span className={styles.status} data-tone={open ? (waiting ? 'waiting' : 'open') : 'ended'}>
      <span className={styles.shape} aria-hidden="true" />
      {label}
    </span>
  );
}
