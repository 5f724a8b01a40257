import type { Report, ReportTables } from '#shared/contract/statistics.ts';
import type { PeriodRequest } from '#shared/domain/reporting-period.ts';
import { casesTable, reportTableNames } from '#shared/domain/statistics/tables.ts';
import type { Slice } from '#shared/domain/statistics.ts';
import { frozenCases, type MonthClosing, standingClosings } from '../register/month-closings.ts';
import type { ReadableDb } from '../register/query.ts';
import { type FrozenFacts, frozenMonth, takenOfClosing } from './frozen-content.ts';
import type { ReportAsked } from './report.ts';
import type { CasesAsked, TablesAsked } from './report-tables.ts';

type Asked = { readonly request: PeriodRequest; readonly filter: readonly Slice[] };

/** The closing that answers in place of counting: of a closed month as a whole. */
export function answeringClosing(db: ReadableDb, { request, filter }: Asked): MonthClosing | undefined {
  if (request.kind !== 'month' || filter.length > 0) return undefined;
  return standingClosings(db).find((one) => one.month === request.month);
}

/** The whole report of a closed month as it was frozen. */
export function reportAsFrozen(db: ReadableDb, { id, month }: MonthClosing): Report {
  const frozen = frozenMonth(db, id);
  return { ...frozen.report, taken: takenOfClosing(frozen, month) };
}

/** The report of a closed month as it was frozen; null where the period has to be counted. */
export function frozenReport(db: ReadableDb, asked: ReportAsked): Report | null {
  const closing = answeringClosing(db, asked);
  if (closing === undefined) return null;
  const report = reportAsFrozen(db, closing);
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
  const closing = answeringClosing(db, asked);
  if (closing === undefined) return null;
  const frozen = frozenMonth(db, closing.id);
  const { tables, units, usual } = frozen;
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
        cases: listed.map(({ caseId, entry }) => ({ ...entry, caseId })),
        ...cases,
      }),
    ];
  });
  return { ...tables, taken: takenOfClosing(frozen, closing.month), unit: asked.unit, tables: made };
}
