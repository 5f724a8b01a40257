import type { TodayRow } from '#shared/contract/today.ts';
import { caseMatters, type TodayGroup, todayGroups } from '#shared/domain/case-dates.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import styles from './today.module.css';
import { dayInWords, distance, partiesInShort } from './today-words.ts';

export type Listed = {
  readonly group: TodayGroup;
  readonly count: number;
  readonly rows: readonly TodayRow[];
};

/** The list as it comes on paper, with a box to tick; on the screen it is not shown. */
export function PaperList({
  lists,
  today,
}: {
  readonly lists: readonly Listed[];
  readonly today: LocalDate;
}) {
  return (
    <div className={styles.paper} aria-hidden="true">
      {lists
        .filter(({ rows }) => rows.length > 0)
        .map(({ group, count, rows }) => (
          <section key={group}>
            <h2>
              {todayGroups[group].label}（{count} 件）
            </h2>
            <table>
              <thead>
                <tr>
                  <th>日期</th>
                  <th>事项</th>
                  <th>案件编号</th>
                  <th>当事人、案由</th>
                  <th>调解员</th>
                  <th>办理</th>
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <tr key={`${row.case.id} ${row.matter}`}>
                    <td>
                      {dayInWords(row.dueOn, today)}
                      <br />
                      {distance(row, today).words}
                    </td>
                    <td>{caseMatters[row.matter].label}</td>
                    <td>
                      {row.case.internalNumber}
                      <br />
                      {row.case.courtNumber}
                    </td>
                    <td>
                      {partiesInShort(row.case)}
                      <br />
                      {row.case.causeName}
                    </td>
                    <td>{row.case.mediatorName ?? '未定'}</td>
                    <td>□</td>
                  </tr>
                ))}
              </tbody>
            </table>
            {count > rows.length && <p>另有 {count - rows.length} 件没有列出，在程序里查看。</p>}
          </section>
        ))}
    </div>
  );
}
