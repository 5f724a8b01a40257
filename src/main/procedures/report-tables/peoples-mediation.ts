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
import { amountNames, figureNames } from '#shared/domain/statistics.ts';
import { officeProfile, organisations } from '../../register/office.ts';
import type { ReadableDb } from '../../register/query.ts';
import {
  type ComparedSelections,
  type Counting,
  causePaths,
  figuresBy,
  figuresIn,
  narrowed,
  noFigures,
} from '../../register/statistics.ts';
import type { Told } from './told.ts';

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

function valuesOf(db: ReadableDb, counting: Counting, keys: readonly string[]): PeoplesValues {
  const pathOf = causePaths(db);
  const bySource = new Map<string, number>();
  const byKind = Object.fromEntries(disputeKindCodes.map((kind) => [kind, 0])) as Record<DisputeKind, number>;
  const all: Figures[] = [];
  for (const key of keys) {
    const whole = narrowed(db, counting, [{ dimension: 'organisation', key }]);
    all.push(figuresIn(whole));
    for (const [key, { closed }] of figuresBy(db, whole, 'source')) {
      bySource.set(key, (bySource.get(key) ?? 0) + closed);
    }
    const marked = figuresBy(
      db,
      narrowed(db, whole, [{ dimension: 'mark', key: 'migrantWorkers' }]),
      'cause',
    );
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
  const periods: readonly ComparedPeriod[] = ['current', 'yearToDate', 'yearBefore'];
  return peoplesTable({
    periodName: told.periodName,
    isYear: told.isYear,
    values: Object.fromEntries(
      periods.map((of) => {
        const counting = selections[of];
        return [of, counting === null ? null : valuesOf(db, counting, keys)];
      }),
    ),
    organisations: keys,
  });
}
