import { Link } from 'react-router';
import type { TodayRow } from '#shared/contract/today.ts';
import { caseMatters } from '#shared/domain/case-dates.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import styles from './today.module.css';
import { dayInWords, distance, partiesInShort, placeOf, whatToDo } from './today-words.ts';

type MatterTableProps = {
  readonly rows: readonly TodayRow[];
  readonly today: LocalDate;
  readonly label: string;
};

/** Matters of a group, a line each; a line opens its case where the matter is seen to. */
export function MatterTable({ rows, today, label }: MatterTableProps) {
  return (
    <table className={styles.matters} aria-label={label}>
      <thead>
        <tr>
          <th scope="col">日期</th>
          <th scope="col">事项</th>
          <th scope="col">案件</th>
          <th scope="col">要做的事</th>
          <th scope="col">调解员</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <MatterLine key={`${row.case.id} ${row.matter}`} row={row} today={today} />
        ))}
      </tbody>
    </table>
  );
}

function MatterLine({ row, today }: { readonly row: TodayRow; readonly today: LocalDate }) {
  const { words, urgency } = distance(row, today);
  const matter = caseMatters[row.matter];
  const parties = partiesInShort(row.case);
  return (
    <tr>
      <td>
        <span className={styles.distance} data-urgency={urgency}>
          {words}
        </span>
        <span className={styles.second}>
          {dayInWords(row.dueOn, today)}
          {urgency === 'since' && '起'}
        </span>
      </td>
      <td>{matter.label}</td>
      <td>
        <Link
          to={placeOf(row)}
          className={styles.opens ?? ''}
          data-row
          title={`${row.case.applicants} 与 ${row.case.respondents}`}
        >
          {parties === '' ? row.case.internalNumber : parties}
        </Link>
        <span className={styles.second}>
          {[row.case.internalNumber, row.case.courtNumber, row.case.causeName]
            .filter((word) => word !== null)
            .join('　')}
        </span>
      </td>
      <td>
        {whatToDo(row, today)}
        <cite className={styles.source}>{matter.source}</cite>
      </td>
      <td>{row.case.mediatorName ?? '未定'}</td>
    </tr>
  );
}
