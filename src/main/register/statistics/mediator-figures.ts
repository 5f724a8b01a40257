import type { MediatorId } from '#shared/contract/ids.ts';
import type { Figures, SliceRow } from '#shared/contract/statistics.ts';
import type { Period } from '#shared/domain/reporting-period.ts';
import type { AmountName, FigureName } from '#shared/domain/statistics.ts';
import type { ReadableDb } from '../query.ts';
import { countedWhere, figureSql, withPeriod } from './conditions.ts';
import { movement, standingOf } from './movement.ts';
import { emptySlices, sliceTables, tallyOf } from './slices.ts';
import { addCases, addConfirmed, emptyTally, figuresOf, shareOf } from './tally.ts';

type Row = Readonly<Record<AmountName, number | null>> & {
  readonly standing: number;
  readonly cause: number | null;
  readonly cases: number;
};

/** The figures of one mediator's cases in a period, counted exactly as the report's row of that mediator, and by cause. */
export function mediatorFigures(
  db: ReadableDb,
  id: MediatorId,
  period: Period,
): { readonly figures: Figures; readonly byCause: SliceRow[] } {
  const total = emptyTally();
  const slices = emptySlices();
  const { sql, parameters } = movement('f.mediator_id AS mediator, f.cause_id AS cause', period);
  const rows = db.plain<Row>(
    `SELECT standing, cause, count(*) AS cases, sum(claimFenOfClosed) AS claimFenOfClosed,
       sum(agreedFen) AS agreedFen, sum(paidFen) AS paidFen
     FROM (${sql}) WHERE mediator = ? GROUP BY standing, cause`,
    ...parameters,
    id,
  );
  for (const row of rows) {
    const share = shareOf(standingOf(row.standing));
    addCases(total, share, row, row.cases);
    addCases(tallyOf(slices.cause, row.cause), share, row, row.cases);
  }
  const confirmed = withPeriod(
    `SELECT f.cause_id AS cause FROM case_figures f WHERE (${figureSql('confirmed')}) AND +f.mediator_id = `,
    period,
  );
  for (const { cause } of db.plain<{ readonly cause: number | null }>(
    `${confirmed.sql}?`,
    ...confirmed.parameters,
    id,
  )) {
    addConfirmed(total, 1);
    addConfirmed(tallyOf(slices.cause, cause), 1);
  }
  return { figures: figuresOf(total), byCause: sliceTables(db, slices).byCause };
}

function behind(figure: FigureName, id: MediatorId, period: Period) {
  return countedWhere({ figure, period, slice: { dimension: 'mediator', key: String(id) } });
}

/** Days from receipt to closing over the cases of a mediator that count as closed in the period. */
export function closedDays(
  db: ReadableDb,
  id: MediatorId,
  period: Period,
): { readonly days: number; readonly cases: number } {
  const where = behind('closed', id, period);
  const [found] = db.plain<{ readonly days: number | null; readonly cases: number }>(
    `SELECT sum(julianday(f.ended_on) - julianday(f.received_on)) AS days, count(*) AS cases
     FROM case_figures f WHERE ${where.sql}`,
    ...where.parameters,
  );
  return { days: Math.round(found?.days ?? 0), cases: found?.cases ?? 0 };
}

/** How many cases closed in the period a mediator assisted in; each counts for whoever led it. */
export function assistedCases(db: ReadableDb, id: MediatorId, period: Period): number {
  const where = countedWhere({ figure: 'closed', period, slice: null });
  const [found] = db.plain<{ readonly cases: number }>(
    `SELECT count(*) AS cases FROM case_figures f JOIN cases c ON c.id = f.case_id
     WHERE ${where.sql} AND c.assisting <> '[]'
       AND EXISTS (SELECT 1 FROM json_each(c.assisting) one WHERE one.value = ?)`,
    ...where.parameters,
    id,
  );
  return found?.cases ?? 0;
}
