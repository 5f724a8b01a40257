import type { CustomCellRendererProps } from 'ag-grid-react';
import type { CaseRow } from '#shared/contract/cases.ts';
import { channelLabels, closingLabels } from '#shared/domain/glossary.ts';
import { StatusMark } from '../../components/case-words/status-mark.tsx';
import styles from './register.module.css';

type CellProps = CustomCellRendererProps<CaseRow>;

function TwoLines(props: { readonly first: string; readonly second: string }) {
  return (
    <div className={styles.twoLines}>
      <span title={props.first}>{props.first}</span>
      <span className={styles.second} title={props.second}>
        {props.second}
      </span>
    </div>
  );
}

/** The office's own number over the court's. */
export function NumbersCell({ data }: CellProps) {
  return data === undefined ? (
    <span className={styles.pending}>正在读取…</span>
  ) : (
    <TwoLines first={data.internalNumber} second={data.courtNumber ?? ''} />
  );
}

/** 申请人 over 被申请人, each on a line of its own. */
export function PartiesCell({ data }: CellProps) {
  return data === undefined ? null : (
    <TwoLines first={data.applicants || '—'} second={data.respondents || '—'} />
  );
}

/** How the case stands, and below it how it ended. */
export function StatusCell({ data }: CellProps) {
  return data === undefined ? null : (
    <div className={styles.twoLines}>
      <StatusMark status={data.status} />
      {data.closingCode !== null && (
        <span className={styles.second} title={closingLabels[data.closingCode]}>
          {closingLabels[data.closingCode]}
        </span>
      )}
    </div>
  );
}

export function CourtCell({ data }: CellProps) {
  return data === undefined ? null : (
    <TwoLines
      first={data.courtShortName?.replace(/人民法院$/, '法院') ?? '—'}
      second={channelLabels[data.channel]}
    />
  );
}

/** Words on at most two lines, in full when the pointer rests on them. */
export function WordsCell({ value }: CellProps) {
  return (
    <span className={styles.words} title={value}>
      {value}
    </span>
  );
}

export function DoubtsCell({ data }: CellProps) {
  return data === undefined || data.doubts === 0 ? null : (
    <span className={styles.doubts} title={`${data.doubts} 个待核事项`}>
      {data.doubts} 项
    </span>
  );
}
