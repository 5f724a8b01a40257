import type { Figures } from '#shared/contract/statistics.ts';
import {
  type ComparedPeriod,
  type DisputeKind,
  disputeKindCodes,
  disputeKindOf,
  type PeoplesValues,
  peoplesTable,
  type ReportTable,
} from '#shared/domain/statistics/tables.ts';
import { amountNames, figureNames, type Slice } from '#shared/domain/statistics.ts';
import { officeProfile, organisations } from '../../register/office.ts';
import type { ReadableDb } from '../../register/query.ts';
import {
  type ComparedSelections,
  causePaths,
  figuresBy,
  noFigures,
  type Selection,
  selectPeriod,
  totalFigures,
} from '../../register/statistics.ts';
import type { Told } from '../report-tables.ts';

/** Whether the office works under a 人民调解委员会, and so has to fill in the table of the justice administration. */
export function isUnderPeoplesMediation(db: ReadableDb): boolean {
  const own = officeProfile(db)?.organisationId ?? null;
  return organisations(db).some(({ id, kind }) => id === own && kind === 'peoplesMediation');
}

/**
 * The keys of the organisations whose cases are 人民调解: every 人民调解委员会, and where the office's own is one, also the
 * cases in which nobody wrote an organisation.
 */
function organisationKeys(db: ReadableDb): readonly string[] {
  const committees = organisations(db).filter(({ kind }) => kind === 'peoplesMediation');
  return [...committees.map(({ id }) => String(id)), ...(isUnderPeoplesMediation(db) ? [''] : [])];
}

function sumOf(parts: readonly Figures[]): Figures {
  const sum: Record<string, number> = { ...noFigures() };
  for (const part of parts)
    for (const name of [...figureNames, ...amountNames]) sum[name] = (sum[name] ?? 0) + part[name];
  return sum as Figures;
}

function valuesOf(db: ReadableDb, period: Selection, filters: readonly (readonly Slice[])[]): PeoplesValues {
  const pathOf = causePaths(db);
  const bySource = new Map<string, number>();
  const byKind = Object.fromEntries(disputeKindCodes.map((kind) => [kind, 0])) as Record<DisputeKind, number>;
  const all: Figures[] = [];
  for (const filter of filters) {
    const of = (more: readonly Slice[]) => selectPeriod(db, period.asked.period, [...filter, ...more]);
    const whole = of([]);
    all.push(totalFigures(db, period.asked.period, filter));
    for (const [key, { closed }] of figuresBy(db, whole, 'source')) {
      bySource.set(key, (bySource.get(key) ?? 0) + closed);
    }
    const marked = figuresBy(db, of([{ dimension: 'mark', key: 'migrantWorkers' }]), 'cause');
    for (const [cause, { closed }] of figuresBy(db, whole, 'cause')) {
      const path = pathOf(cause);
      const ofWorkers = marked.get(cause)?.closed ?? 0;
      byKind[disputeKindOf(path, true)] += ofWorkers;
      byKind[disputeKindOf(path, false)] += closed - ofWorkers;
    }
  }
  return { all: sumOf(all), bySource, byKind };
}

/** 附表一. */
export function peoplesMediation(db: ReadableDb, told: Told, selections: ComparedSelections): ReportTable {
  const keys = organisationKeys(db);
  const filters = keys.map((key) => [...told.filter, { dimension: 'organisation', key } as const]);
  const periods: readonly ComparedPeriod[] = ['current', 'yearToDate', 'yearBefore'];
  const [only, ...others] = keys;
  return peoplesTable({
    periodName: told.periodName,
    isYear: told.isYear,
    values: Object.fromEntries(
      periods.map((of) => {
        const selection = selections[of];
        return [of, selection === null ? null : valuesOf(db, selection, filters)];
      }),
    ),
    // Drill-down asks for rows that a case lies in all of; two organisations are no such rows.
    slices: only === undefined || others.length > 0 ? null : [{ dimension: 'organisation', key: only }],
  });
}
