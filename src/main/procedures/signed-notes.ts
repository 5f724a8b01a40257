import type { TakenColumns } from '#shared/contract/statistics.ts';
import { formatMonth, type Period, type PeriodRequest } from '#shared/domain/reporting-period.ts';
import { type ComparedPeriod, countedTodayWords } from '#shared/domain/statistics/tables.ts';
import type { Slice } from '#shared/domain/statistics.ts';
import { standingClosings } from '../register/month-closings.ts';
import type { ReadableDb } from '../register/query.ts';

const heads = {
  previous: '上期',
  yearBefore: '上年同期',
  yearToDateBefore: '上年同期累计',
} as const satisfies Partial<Record<ComparedPeriod, string>>;

/** Which columns repeat what closed months reported, and where to look for what was corrected since. */
export function signedNotes(db: ReadableDb, taken: TakenColumns): readonly string[] {
  const sequenceOf = new Map(standingClosings(db).map(({ month, sequence }) => [month, sequence]));
  const columns = Object.entries(heads).flatMap(([column, head]) => {
    const from = taken[column as keyof typeof heads];
    if (from === null) return [];
    const sequence = sequenceOf.get(from.month) ?? 1;
    const again = sequence > 1 ? `（第${sequence}次锁定）` : '';
    return [`${head}为${formatMonth(from.month)}${again}${from.of === 'yearToDate' ? '的本年累计' : ''}`];
  });
  if (columns.length === 0) return [];
  return [
    `已锁定月份的比较数取锁定时报出的数：${columns.join('，')}；锁定以后的改动列在之后各月的“上期调整”里，不改比较数。`,
  ];
}

/**
 * That a part of a closed month, a longer period with closed months in it, or a table of one's own is counted today;
 * nothing of others.
 */
export function countedTodayNotes(
  db: ReadableDb,
  counted: {
    readonly request: PeriodRequest;
    readonly filter: readonly Slice[];
    readonly period: Period;
    readonly ownTable?: true;
  },
): readonly string[] {
  const { request, filter, ownTable } = counted;
  const { from, to } = counted.period;
  if (request.kind === 'month' && filter.length === 0 && ownTable !== true) return [];
  const closed = standingClosings(db).filter(({ period }) => period.from <= to && period.to >= from);
  if (closed.length === 0) return [];
  const why = ownTable === true ? 'ownTable' : filter.length > 0 ? 'filtered' : 'longer';
  return [
    countedTodayWords(
      why,
      closed.map(({ month }) => month),
    ),
  ];
}
