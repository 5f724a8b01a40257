import type { TodayRow } from '#shared/contract/today.ts';
import { type CaseMatter, type TodayGroup, todayGroups, todayRange } from '#shared/domain/case-dates.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import { caseRows } from './case-list.ts';
import type { Parameter, ReadableDb } from './query.ts';
import { dayOf } from './values.ts';

type Wanted = { readonly group: TodayGroup; readonly today: LocalDate; readonly mediatorId: number | null };

/** The rows of a group as SQL that walks the one index which has them in their order. */
function rowsOf({ group, today, mediatorId }: Wanted): {
  readonly from: string;
  readonly parameters: readonly Parameter[];
} {
  const { matters, from, to } = todayRange(group, today);
  const byTime = todayGroups[group].by === 'time';
  const index =
    mediatorId !== null ? 'case_dates_by_mediator' : byTime ? 'case_dates_due' : 'case_dates_by_matter';
  const conditions = [
    ...(mediatorId === null ? [] : ['mediator_id = ?']),
    ...(from === null ? [] : ['due_on >= ?']),
    ...(to === null ? [] : ['due_on <= ?']),
    `matter IN (${matters.map(() => '?').join(', ')})`,
  ];
  const bounds = [mediatorId, from, to].filter((value) => value !== null);
  return {
    from: `case_dates INDEXED BY ${index} WHERE ${conditions.join(' AND ')}`,
    parameters: [...bounds, ...matters],
  };
}

/** How many matters a group of 今日 has. */
export function countToday(db: ReadableDb, wanted: Wanted): number {
  const { from, parameters } = rowsOf(wanted);
  const sql = `SELECT count(*) AS count FROM ${from}`;
  return db.plain<{ count: number }>(sql, ...parameters)[0]?.count ?? 0;
}

type Found = { readonly case_id: number; readonly matter: CaseMatter; readonly due_on: string };

/** The first matters of each group, by their day, of what is overdue the latest first; the cases of all groups are read at once. */
export function listToday(
  db: ReadableDb,
  groups: readonly Wanted[],
  limit: number,
): { group: TodayGroup; rows: TodayRow[] }[] {
  const found = groups.map((wanted) => {
    const { from, parameters } = rowsOf(wanted);
    // What lapsed yesterday can still be mended; an old ledger's open cases must not stand before it.
    const order =
      wanted.group === 'overdue' ? 'due_on DESC, matter DESC, case_id DESC' : 'due_on, matter, case_id';
    const sql = `SELECT case_id, matter, due_on FROM ${from} ORDER BY ${order} LIMIT ?`;
    return { group: wanted.group, keys: db.plain<Found>(sql, ...parameters, limit) };
  });
  const ids = new Set(found.flatMap(({ keys }) => keys.map((key) => key.case_id)));
  const cases = new Map(caseRows(db, [...ids]).map((row) => [row.id as number, row]));
  return found.map(({ group, keys }) => ({
    group,
    rows: keys.flatMap(({ case_id, matter, due_on }) => {
      const row = cases.get(case_id);
      return row === undefined ? [] : [{ matter, dueOn: dayOf(due_on), case: row }];
    }),
  }));
}
