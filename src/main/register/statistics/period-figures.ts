import type { Figures, PeriodFigures } from '#shared/contract/statistics.ts';
import type { Period } from '#shared/domain/reporting-period.ts';
import { type AmountName, amountNames, type FigureName } from '#shared/domain/statistics.ts';
import type { ReadableDb } from '../query.ts';
import { countedWhere, figureSql, stateAtEndSql, withPeriod } from './conditions.ts';
import { movement, standingOf } from './movement.ts';
import { dimensions, emptySlices, mediatorsWithCases, type Slices, sliceTables, tallyOf } from './slices.ts';
import { addCases, addConfirmed, emptyTally, figuresOf, type Share, shareOf, type Tally } from './tally.ts';

const columns = `f.court_id AS court, f.cause_id AS cause, f.mediator_id AS mediator, f.sector AS sector,
  f.channel AS channel`;

type SliceColumns = {
  readonly court: number | null;
  readonly cause: number | null;
  readonly mediator: number | null;
  readonly sector: string | null;
  readonly channel: string;
};
type MovementRow = SliceColumns & Readonly<Record<AmountName, number | null>> & { readonly standing: number };

function countOf(db: ReadableDb, figure: FigureName, period: Period): number {
  const where = countedWhere({ figure, period, slice: null });
  const sql = `SELECT count(*) AS count FROM case_figures f WHERE ${where.sql}`;
  return db.plain<{ readonly count: number }>(sql, ...where.parameters)[0]?.count ?? 0;
}

/** Adds the confirmations, which have a day of their own and belong to cases that may have ended long ago. */
function addConfirmations(db: ReadableDb, period: Period, total: Tally, slices: Slices): void {
  const { sql, parameters } = withPeriod(
    `SELECT ${columns}, ${stateAtEndSql} AS closing FROM case_figures f WHERE ${figureSql('confirmed')}`,
    period,
  );
  for (const row of db.plain<SliceColumns & { readonly closing: string | null }>(sql, ...parameters)) {
    addConfirmed(total, 1);
    for (const dimension of dimensions) addConfirmed(tallyOf(slices[dimension], row[dimension]), 1);
  }
}

export type ReadPeriod = {
  readonly figures: PeriodFigures;
  /** Ids of the cases for which 旧存＋新收＝结案＋退回＋未结 does not hold. */
  readonly unbalanced: readonly number[];
};

/**
 * Counts a period in one pass over the cases that moved in it or were pending, and checks the balance case by case, so
 * that two faults cannot hide each other.
 */
export function readPeriod(db: ReadableDb, period: Period): ReadPeriod {
  const total = emptyTally();
  const slices = emptySlices();
  const shares = new Map<number, Share>();
  const { sql, parameters } = movement(columns, period);
  // All rows at once: a year at 10^6 cases is some 10^5 small rows, and stepping through them takes half as long again.
  for (const row of db.plain<MovementRow>(sql, ...parameters)) {
    let share = shares.get(row.standing);
    if (share === undefined) {
      share = shareOf(standingOf(row.standing));
      shares.set(row.standing, share);
    }
    addCases(total, share, row, 1);
    for (const dimension of dimensions) {
      const key = dimension === 'closing' ? share.state : row[dimension];
      addCases(tallyOf(slices[dimension], key), share, row, 1);
    }
  }
  addConfirmations(db, period, total, slices);
  const balances = [...shares.values()].every((share) => share.balances);
  return {
    figures: {
      period,
      total: figuresOf(total),
      mediatorsWithCases: mediatorsWithCases(slices),
      undated: countOf(db, 'undated', period),
      beforeReceipt: countOf(db, 'beforeReceipt', period),
      ...sliceTables(db, slices),
    },
    unbalanced: balances ? [] : unbalanced(db, period),
  };
}

/** The figures of a period for the whole office, without tables: counted by the database alone. */
export function totalFigures(db: ReadableDb, period: Period): Figures {
  const total = emptyTally();
  const { sql, parameters } = movement('f.case_id', period);
  const sums = amountNames.map((name) => `sum(${name}) AS ${name}`).join(', ');
  const grouped = `SELECT standing, count(*) AS cases, ${sums} FROM (${sql}) GROUP BY standing`;
  for (const row of db.plain<Omit<MovementRow, keyof SliceColumns> & { readonly cases: number }>(
    grouped,
    ...parameters,
  )) {
    addCases(total, shareOf(standingOf(row.standing)), row, row.cases);
  }
  addConfirmed(total, countOf(db, 'confirmed', period));
  return figuresOf(total);
}

/** The figures of a period, whether or not they balance. */
export function periodFigures(db: ReadableDb, period: Period): PeriodFigures {
  return readPeriod(db, period).figures;
}

/** Ids of the cases for which the period does not balance: those that ended before they were received. */
export function unbalanced(db: ReadableDb, period: Period): readonly number[] {
  const { sql, parameters } = movement('f.case_id AS id', period);
  return db
    .plain<{ readonly id: number; readonly standing: number }>(sql, ...parameters)
    .filter((row) => !shareOf(standingOf(row.standing)).balances)
    .map((row) => row.id);
}
