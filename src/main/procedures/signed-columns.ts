import {
  noTakenColumns,
  type Report,
  type TakenColumn,
  type TakenColumns,
} from '#shared/contract/statistics.ts';
import {
  isSamePeriod,
  type Period,
  type PeriodRequest,
  previousRequest,
  requestLastYear,
} from '#shared/domain/reporting-period.ts';
import type { ComparedPeriod } from '#shared/domain/statistics/tables.ts';
import type { Slice } from '#shared/domain/statistics.ts';
import {
  closingPart,
  frozenCases,
  type MonthClosing,
  standingClosings,
  unpackShares,
} from '../register/month-closings.ts';
import type { ReadableDb } from '../register/query.ts';
import {
  type FrozenSelection,
  type FrozenShare,
  groupsReader,
  type ReadPeriod,
} from '../register/statistics.ts';
import { completed, type FrozenFacts, frozenMonth } from './frozen-content.ts';

/** A column of a report that a closed month said as its own, with where it was taken from. */
export type SignedColumn = { readonly counting: FrozenSelection; readonly taken: TakenColumn };

/** The cases of a month as its closing froze them. An early closing did not freeze the groups: these are today's. */
export function sharesOfClosing(db: ReadableDb, closingId: number): FrozenShare[] {
  const cases = frozenCases(db, closingId);
  const groupsOf = groupsReader(
    db,
    cases.map(({ caseId }) => caseId),
  );
  return cases.map(({ caseId, share, facts }) => ({
    caseId,
    share,
    groups: (facts as FrozenFacts | null)?.groups ?? groupsOf(caseId, share.keys),
  }));
}

/** The cases of another column of a closed month; null where its closing froze no list of them. */
export function sharesOfColumn(
  db: ReadableDb,
  closingId: number,
  of: ComparedPeriod,
): readonly FrozenShare[] | null {
  if (of === 'current') return sharesOfClosing(db, closingId);
  const packed = closingPart(db, closingId, `$.compared.${of}`);
  return packed === null ? null : unpackShares(packed);
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function columnOf(db: ReadableDb, closing: MonthClosing, of: 'current' | 'yearToDate'): FrozenSelection {
  const report = once((): Report => frozenMonth(db, closing.id).report);
  const whole = completed(JSON.parse(closingPart(db, closing.id, `$.report.${of}`) ?? '')) as ReadPeriod;
  return {
    asked: { period: whole.period, filter: [] },
    whole: () => whole,
    rows: (dimension) =>
      new Map(
        report()
          .tables.find((table) => table.dimension === dimension)
          ?.rows.flatMap((row) => {
            const figures = row[of];
            return figures === null ? [] : [[row.key, figures] as const];
          }),
      ),
    shares: once(() => sharesOfColumn(db, closing.id, of) ?? []),
  };
}

/** Which month's closing, and which of its columns, says what a column of a month's report compares with. */
function sources(
  request: PeriodRequest,
): readonly (readonly [ComparedPeriod, PeriodRequest, 'current' | 'yearToDate'])[] {
  return [
    ['previous', previousRequest(request), 'current'],
    ['yearBefore', requestLastYear(request), 'current'],
    ['yearToDateBefore', requestLastYear(request), 'yearToDate'],
  ];
}

/**
 * The columns of a month's whole report that closed months have said already: a signed report is compared with the signed
 * figure, and what was corrected since stands as 上期调整 in the reports in between (domain.md §8.1, 补录规则). A filter,
 * or days that are not the closed month's, leave nothing but to count.
 */
export function signedColumns(
  db: ReadableDb,
  request: PeriodRequest,
  filter: readonly Slice[],
  periods: Readonly<Record<ComparedPeriod, Period>>,
): Readonly<Partial<Record<ComparedPeriod, SignedColumn>>> {
  if (request.kind !== 'month' || filter.length > 0) return {};
  const closings = standingClosings(db);
  const found: Partial<Record<ComparedPeriod, SignedColumn>> = {};
  for (const [column, source, of] of sources(request)) {
    const closing = closings.find(({ month }) => source.kind === 'month' && month === source.month);
    if (closing === undefined) continue;
    // A sum of a year without its list would open other cases than it counts.
    if (of === 'yearToDate' && closingPart(db, closing.id, '$.compared.yearToDate') === null) continue;
    const counting = columnOf(db, closing, of);
    if (!isSamePeriod(counting.asked.period, periods[column])) continue;
    found[column] = { counting, taken: { month: closing.month, of } };
  }
  return found;
}

/** From where the columns of a report were taken; null: counted. */
export function takenOf(signed: ReturnType<typeof signedColumns>): TakenColumns {
  const of = (column: ComparedPeriod) => signed[column]?.taken ?? null;
  return {
    ...noTakenColumns,
    previous: of('previous'),
    yearBefore: of('yearBefore'),
    yearToDateBefore: of('yearToDateBefore'),
  };
}
