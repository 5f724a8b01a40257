import type { Period } from '#shared/domain/reporting-period.ts';
import type { Slice } from '#shared/domain/statistics.ts';
import type { CaseColumns } from './columns.ts';
import type { CountedName, Share } from './standing.ts';

/** What is to be counted. */
export type Asked = {
  readonly period: Period;
  /** Only cases that lie in all of these rows. */
  readonly filter: readonly Slice[];
  readonly wanted: readonly CountedName[];
};

/** The cases that some figure of a period may count, each with what it adds. */
export type Selection = {
  readonly asked: Asked;
  readonly columns: CaseColumns;
  readonly count: number;
  /** Row numbers in the columns. */
  readonly rows: Int32Array;
  /** By place in `rows`: the place of its share in `shares`. */
  readonly shareOf: Uint16Array;
  readonly shares: readonly Share[];
  /** By place in `rows`: fen paid in the period; empty where it is not asked for. */
  readonly paidInPeriod: Float64Array;
};
