import type { CustomCellRendererProps } from 'ag-grid-react';
import type { CaseRow } from '#shared/contract/cases.ts';
import { StatusMark } from '../../components/case-words/status-mark.tsx';
import styles from './register.module.css';

type CellProps = CustomCellRendererProps<CaseRow>;

/** 申请人 over 被申请人, each on a line of its own. */
export function PartiesCell({ data }: CellProps) {
  if (data === undefined) {
    return <span className={styles.pending}>正在读取…</span>;
  }
  return (
    <div className={styles.parties}>
      <span title={data.applicants}>{data.applicants === '' ? '—' : data.applicants}</span>
      <span className={styles.respondents} title={data.respondents}>
        {data.respondents === '' ? '—' : data.respondents}
      </span>
    </div>
  );
}

export function CaseStatusCell({ data }: CellProps) {
  return data === undefined ? null : <StatusMark status={data.status} />;
}

export function DoubtsCell({ data }: CellProps) {
  return data === undefined || data.doubts === 0 ? null : (
    <span className={styles.doubts} title={`${data.doubts} 个待核事项`}>
      {data.doubts} 项
    </span>
  );
}
