import type { Period, PeriodRequest } from '#shared/domain/reporting-period.ts';
import type { ComparedValues } from '#shared/domain/statistics/tables.ts';
import type { Slice } from '#shared/domain/statistics.ts';

/** What every table is told of the report that it is in. */
export type Told = {
  readonly request: PeriodRequest;
  readonly periodName: string;
  readonly isYear: boolean;
  readonly period: Period;
  readonly filter: readonly Slice[];
  readonly total: ComparedValues;
};
