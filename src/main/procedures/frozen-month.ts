import type { Report, ReportTables } from '#shared/contract/statistics.ts';
import type { CountedCase } from '#shared/domain/counted-case.ts';
import type { Month } from '#shared/domain/local-date.ts';
import type { PeriodRequest } from '#shared/domain/reporting-period.ts';
import {
  casesTable,
  type ReportTable,
  type ReportTableName,
  reportTableNames,
  type UnitDimension,
} from '#shared/domain/statistics/tables.ts';
import { amountNames, figureNames, type Slice } from '#shared/domain/statistics.ts';
import {
  closingContent,
  frozenCases,
  type MonthClosing,
  standingClosings,
} from '../register/month-closings.ts';
import type { ReadableDb } from '../register/query.ts';
import { found } from './errors.ts';
import type { ReportAsked } from './report.ts';
import type { CasesAsked, TablesAsked } from './report-tables.ts';

/** What a closing freezes besides its cases, its adjustments and its file. */
export type FrozenMonth = {
  readonly report: Report;
  /** Every table but 表五, whose cases are frozen one by one. */
  readonly tables: ReportTables;
  /** 表一 by each of its units. */
  readonly units: Readonly<Record<UnitDimension, ReportTable>>;
  /** The tables that the office made then without being asked for others. */
  readonly usual: readonly ReportTableName[];
};

/** A case of 表五 as it was frozen, with its place in the list. */
export type FrozenFacts = { readonly place: number; readonly entry: CountedCase };

/** The closing of a month that stands; NOT_FOUND where the month is not closed. */
export function closingOf(db: ReadableDb, month: Month): MonthClosing {
  return found(
    standingClosings(db).find((one) => one.month === month),
    'month',
  );
}

const nothing = Object.fromEntries([...figureNames, ...amountNames].map((name) => [name, 0]));

/** Every figure that the program counts now: one that the closing did not know yet is 0 there. */
function completed(value: unknown): unknown {
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

type Asked = { readonly request: PeriodRequest; readonly filter: readonly Slice[] };

/** The closing that answers in place of counting: of a closed month as a whole. */
function answering(db: ReadableDb, { request, filter }: Asked): MonthClosing | undefined {
  if (request.kind !== 'month' || filter.length > 0) return undefined;
  return standingClosings(db).find((one) => one.month === request.month);
}

/** The report of a closed month as it was frozen; null where the period has to be counted. */
export function frozenReport(db: ReadableDb, asked: ReportAsked): Report | null {
  const closing = answering(db, asked);
  if (closing === undefined) return null;
  const { report } = frozenMonth(db, closing.id);
  const rows = (table: Report['tables'][number]) =>
    asked.compared ? table.rows : table.rows.map((row) => ({ ...row, yearToDate: null, yearBefore: null }));
  return {
    ...report,
    tables: asked.tables.flatMap((dimension) =>
      report.tables
        .filter((table) => table.dimension === dimension)
        .map((table) => ({ dimension, rows: rows(table) })),
    ),
  };
}

/** The tables of a closed month as they were frozen; null where they have to be counted. */
export function frozenTables(db: ReadableDb, asked: TablesAsked, cases: CasesAsked): ReportTables | null {
  const closing = answering(db, asked);
  if (closing === undefined) return null;
  const { tables, units, usual } = frozenMonth(db, closing.id);
  const names = asked.tables ?? usual;
  const made = reportTableNames.flatMap((name) => {
    if (!names.includes(name)) return [];
    if (name === 'units') return [units[asked.unit]];
    if (name !== 'cases') return tables.tables.filter((table) => table.name === name);
    const listed = frozenCases(db, closing.id)
      .flatMap(({ caseId, facts }) => (facts === null ? [] : [{ caseId, ...(facts as FrozenFacts) }]))
      .toSorted((one, other) => one.place - other.place);
    return [
      casesTable({
        periodName: tables.periodName,
        cases: listed.slice(0, cases.most).map(({ caseId, entry }) => ({ ...entry, caseId })),
        masked: cases.masked,
        leftOut: Math.max(0, listed.length - cases.most),
      }),
    ];
  });
  return { ...tables, unit: asked.unit, tables: made };
}
