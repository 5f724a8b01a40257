import type { MonthAdjustment, MonthAdjustments } from '#shared/contract/months.ts';
import { formatInternalNumber } from '#shared/domain/internal-number.ts';
import { addDays, type Month } from '#shared/domain/local-date.ts';
import {
  adjustmentKind,
  figureChanges,
  figureChangesInWords,
  movedDimensions,
} from '#shared/domain/month-adjustment.ts';
import {
  daysOfMonth,
  formatMonth,
  type Period,
  type PeriodRequest,
  shiftMonth,
} from '#shared/domain/reporting-period.ts';
import type { Slice, SliceDimension } from '#shared/domain/statistics.ts';
import {
  type Adjustment,
  adjustmentsIn,
  allClosings,
  closingEnds,
  internalNumberOf,
  type MonthClosing,
  openAdjustments,
  standingClosings,
} from '../register/month-closings.ts';
import type { ReadableDb } from '../register/query.ts';
import { readSetting } from '../register/settings.ts';
import { rowLabels, totalFigures } from '../register/statistics.ts';
import { caseIdOf } from '../register/values.ts';

/** The labels of rows, each dimension looked up once. */
function labelReader(db: ReadableDb): (dimension: SliceDimension, keys: readonly string[]) => string[] {
  const readers = new Map<SliceDimension, (key: string) => string>();
  return (dimension, keys) => {
    const label = readers.get(dimension) ?? rowLabels(db, dimension);
    readers.set(dimension, label);
    return keys.map(label);
  };
}

/** Adjustments with the month and number of their cases, and the rows in words. */
function told(db: ReadableDb, adjustments: readonly Adjustment[]): MonthAdjustment[] {
  const monthOf = new Map(allClosings(db).map(({ id, month }) => [id, month]));
  const numbers = internalNumberOf(
    db,
    adjustments.map(({ caseId }) => caseId),
  );
  const labels = labelReader(db);
  return adjustments.flatMap((one) => {
    const { before, after, caseId } = one;
    const month = monthOf.get(one.ofClosing);
    const number = numbers.get(caseId);
    if (month === undefined || number === undefined) return [];
    return [
      {
        month,
        caseId: caseIdOf(caseId),
        internalNumber: formatInternalNumber(number),
        kind: adjustmentKind(one),
        counted: { before: before !== null, after: after !== null },
        changes: figureChanges([one]),
        moves: movedDimensions(one).map((dimension) => ({
          dimension,
          before: labels(dimension, before?.keys[dimension] ?? []),
          after: labels(dimension, after?.keys[dimension] ?? []),
        })),
        events: [...one.events],
      },
    ];
  });
}

/** The sums of adjustments, for each month that they adjust. */
function totalsOf(db: ReadableDb, adjustments: readonly Adjustment[]): MonthAdjustments['totals'] {
  return allClosings(db).flatMap(({ id, month }) => {
    const changes = figureChanges(adjustments.filter(({ ofClosing }) => ofClosing === id));
    return changes.length === 0 ? [] : [{ month, changes }];
  });
}

type Opening = { readonly period: Period; readonly opening: number };

function openingOf(db: ReadableDb, month: Month, closing: MonthClosing | undefined): Opening {
  if (closing !== undefined) {
    return { period: closing.period, opening: closingEnds(db, closing.id).opening };
  }
  const period = daysOfMonth(month, readSetting(db, 'statistics').value);
  return { period, opening: totalFigures(db, period).opening };
}

/** How 未结 of the month before became 旧存 of this one. */
function carriedInto(
  db: ReadableDb,
  month: Month,
  closing: MonthClosing | undefined,
  adjustments: readonly Adjustment[],
): MonthAdjustments['carried'] {
  const before = standingClosings(db).find((one) => one.month === shiftMonth(month, -1));
  if (before === undefined) return null;
  const own = adjustments.filter(({ ofClosing }) => ofClosing === before.id);
  const { period, opening } = openingOf(db, month, closing);
  return {
    month: before.month,
    closing: closingEnds(db, before.id).closing,
    adjusted: figureChanges(own).find(({ name }) => name === 'closing')?.by ?? 0,
    opening,
    connected: addDays(before.period.to, 1) === period.from,
  };
}

/** The month in which a change of a closed month appears: the one after the newest closed; null while none is closed. */
export function adjustedIn(db: ReadableDb): Month | null {
  const newest = standingClosings(db).at(-1);
  return newest === undefined ? null : shiftMonth(newest.month, 1);
}

/** 上期调整 of a month: frozen where it is closed, as of now where it is the first open one. */
export function adjustmentsOfMonth(db: ReadableDb, month: Month): MonthAdjustments {
  const closing = standingClosings(db).find((one) => one.month === month);
  const isOpen = closing === undefined && adjustedIn(db) === month;
  if (closing === undefined && !isOpen) {
    return { month, state: 'none', adjustments: [], totals: [], carried: null };
  }
  const adjustments = closing === undefined ? openAdjustments(db) : adjustmentsIn(db, closing.id);
  return {
    month,
    state: closing === undefined ? 'open' : 'frozen',
    adjustments: told(db, adjustments),
    totals: totalsOf(db, adjustments),
    carried: carriedInto(db, month, closing, adjustments),
  };
}

const mostNamed = 30;

/** 上期调整 of a month's whole report, as it stands under the tables; nothing where there is none. */
export function adjustmentNotes(
  db: ReadableDb,
  request: PeriodRequest,
  filter: readonly Slice[],
): readonly string[] {
  if (request.kind !== 'month' || filter.length > 0) return [];
  const { adjustments, totals, carried } = adjustmentsOfMonth(db, request.month);
  const corrected = new Set(
    adjustments.filter(({ kind }) => kind === 'correction').map(({ internalNumber }) => internalNumber),
  );
  const named = [...corrected].slice(0, mostNamed).join('、');
  const cases =
    corrected.size > mostNamed ? `${named}等 ${corrected.size} 件` : corrected.size > 0 ? named : '';
  return [
    ...totals.map(
      ({ month, changes }) =>
        `上期调整（${formatMonth(month)}锁定以后的改动）：${figureChangesInWords(changes)}。`,
    ),
    ...(cases === '' ? [] : [`上期调整涉及更正的案件：${cases}。`]),
    ...(carried === null || !carried.connected || carried.adjusted === 0
      ? []
      : [
          `旧存 ${carried.opening}＝${formatMonth(carried.month)}锁定时未结 ${carried.closing}${carried.adjusted > 0 ? '＋' : '－'}上期调整 ${Math.abs(carried.adjusted)}。`,
        ]),
  ];
}
