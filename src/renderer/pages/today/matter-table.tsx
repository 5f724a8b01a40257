import { Button } from 'antd';
import { Link } from 'react-router';
import type { TodayRow } from '#shared/contract/today.ts';
import { caseMatters, type TodayGroup, todayGroups } from '#shared/domain/case-dates.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import type { Listed } from './paper-list.tsx';
import styles from './today.module.css';
import { dayInWords, distance, partiesInShort, placeOf, whatToDo } from './today-words.ts';

type MatterTableProps = {
  readonly lists: readonly Listed[];
  readonly today: LocalDate;
  /** Shows the rest of a group; null: no more can be shown. */
  readonly onMore: ((group: TodayGroup) => void) | null;
};

/** Matters in their groups, a line each; a line opens its case where the matter is seen to. */
export function MatterTable({ lists, today, onMore }: MatterTableProps) {
  return (
    <table className={styles.matters}>
      <thead>
        <tr>
          <th scope="col">日期</th>
          <th scope="col">事项</th>
          <th scope="col">案件</th>
          <th scope="col">要做的事</th>
          <th scope="col">调解员</th>
        </tr>
      </thead>
      {lists.map(({ group, count, rows }) => (
        <tbody key={group} aria-label={todayGroups[group].label}>
          <tr className={styles.groupHead}>
            <th scope="rowgroup" colSpan={5}>
              {todayGroups[group].label}
              <span className={styles.count}>{count} 件</span>
            </th>
          </tr>
          {rows.map((row) => (
            <MatterLine key={`${row.case.id} ${row.matter}`} row={row} today={today} />
          ))}
          {count > rows.length && (
            <tr className={styles.more}>
              <td colSpan={5}>
                {onMore === null ? (
                  `另有 ${count - rows.length} 件没有列出；先选一位调解员，或者先办这些。`
                ) : (
                  <Button size="small" onClick={() => onMore(group)}>
                    再看其余 {count - rows.length} 件
                  </Button>
                )}
              </td>
            </tr>
          )}
        </tbody>
      ))}
    </table>
  );
}

function MatterLine({ row, today }: { readonly row: TodayRow; readonly today: LocalDate }) {
  const { words, urgency } = distance(row, today);
  const matter = caseMatters[row.matter];
  const parties = partiesInShort(row.case);
  return (
    <tr className={styles.matter}>
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
