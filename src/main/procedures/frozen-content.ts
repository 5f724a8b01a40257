import type { Report, ReportTables, TakenColumns } from '#shared/contract/statistics.ts';
import type { CountedCase } from '#shared/domain/counted-case.ts';
import type { Month } from '#shared/domain/local-date.ts';
import {
  type ComparedPeriod,
  comparedPeriods,
  type ReportTable,
  type ReportTableName,
  type UnitDimension,
} from '#shared/domain/statistics/tables.ts';
import { amountNames, type CaseGroup, figureNames } from '#shared/domain/statistics.ts';
import { closingContent, type MonthClosing, standingClosings } from '../register/month-closings.ts';
import type { ReadableDb } from '../register/query.ts';
import { found } from './errors.ts';

/** What a closing freezes besides its cases, its adjustments and its file. */
export type FrozenMonth = {
  readonly report: Report;
  /** Every table but 表五, whose cases are frozen one by one. */
  readonly tables: ReportTables;
  /** 表一 by each of its units. */
  readonly units: Readonly<Record<UnitDimension, ReportTable>>;
  /** The tables that the office made then without being asked for others. */
  readonly usual: readonly ReportTableName[];
  /** The cases behind the columns that are neither the month nor taken from an earlier one, packed. */
  readonly compared?: Readonly<Partial<Record<ComparedPeriod, string>>>;
};

/** A case of 表五 as it was frozen, with its place in the list. */
export type FrozenFacts = {
  readonly place: number;
  readonly entry: CountedCase;
  readonly groups?: readonly CaseGroup[];
  /** The mediators who assisted, by their ids. */
  readonly assisting?: readonly number[];
};

/** The closing of a month that stands; NOT_FOUND where the month is not closed. */
export function closingOf(db: ReadableDb, month: Month): MonthClosing {
  return found(
    standingClosings(db).find((one) => one.month === month),
    'month',
  );
}

/** From which closed month each column of the report of a closed month was taken. */
export function takenOfClosing({ report, compared }: FrozenMonth, month: Month): TakenColumns {
  const own = (of: ComparedPeriod) =>
    of === 'current' || compared?.[of] !== undefined ? { month, of } : null;
  // An early closing says nothing of it, and froze the list of the month alone.
  const taken: Partial<TakenColumns> = report.taken ?? {};
  return Object.fromEntries(comparedPeriods.map((of) => [of, taken[of] ?? own(of)])) as TakenColumns;
}

const nothing = Object.fromEntries([...figureNames, ...amountNames].map((name) => [name, 0]));

/** Every figure that the program counts now: one that the closing did not know yet is 0 there. */
export function completed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(completed);
  if (typeof value !== 'object' || value === null) return value;
  if ('opening' in value && 'received' in value) return { ...nothing, ...value };
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, completed(part)]));
}

/**
 * What a closing froze, whichever version of the program froze it. It is some megabytes that only the program wrote and
 * `verify` holds against its hash: what is handed out of it is parsed by the contract, and not here a second time.
 */
export function frozenMonth(db: ReadableDb, closingId: number): FrozenMonth {
  return completed(JSON.parse(closingContent(db, closingId))) as FrozenMonth;
}
