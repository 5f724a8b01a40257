import type { RollupPackage } from '#shared/contract/rollup-package.ts';
import { daysBetween } from '#shared/domain/local-date.ts';
import { imbalance, sumOfUnits } from '#shared/domain/rollup.ts';
import {
  type AmountName,
  amounts,
  type CountedValues,
  type FigureName,
  figureNames,
  figures,
  sliceDimensions,
} from '#shared/domain/statistics.ts';

function firstDifference(one: CountedValues, other: CountedValues): string | null {
  const names = Object.keys(one) as (FigureName | AmountName)[];
  const name = names.find((each) => one[each] !== other[each]);
  if (name === undefined) return null;
  return name in amounts ? amounts[name as AmountName].label : figures[name as FigureName].label;
}

/** The days of a statistical month end in the calendar month that it is named after, and are about as many. */
function isMonth({ month, period }: RollupPackage): boolean {
  const days = daysBetween(period.from, period.to) + 1;
  return period.to.startsWith(month) && days >= 20 && days <= 45;
}

/** The figure that the list of cases gives otherwise. */
function wrongInList({ cases, figures: total }: RollupPackage): string | null {
  const counted = new Map<FigureName, number>(figureNames.map((name) => [name, 0]));
  let claim = 0;
  for (const one of cases) {
    for (const name of new Set(one.counted)) counted.set(name, (counted.get(name) ?? 0) + 1);
    if (one.counted.includes('received')) claim += one.claimFen ?? 0;
  }
  const wrong = figureNames.find((name) => counted.get(name) !== total[name]);
  if (wrong !== undefined) return figures[wrong].label;
  return claim === total.claimFenOfReceived ? null : amounts.claimFenOfReceived.label;
}

/**
 * What in a package cannot be so, in words; null where all of it fits together. A hash says that nobody changed a byte on
 * the way, this says that the figures are those of one month: 旧存＋新收＝结案＋退回＋未结, every table sums to the whole, and
 * the list of cases gives the same counts.
 */
export function contradictionIn(content: RollupPackage): string | null {
  const { figures: total, tables, units, kind, closing } = content;
  if (!isMonth(content)) return '起止日不是这个月';
  if (kind === 'office' && closing.closed !== (closing.sha256 !== null && closing.sequence > 0)) {
    return '锁定情况';
  }
  // Over a month the sums of those who balance balance too.
  if (imbalance(total) !== 0) return '旧存＋新收≠结案＋退回＋未结';
  if (total.accepted !== total.opening + total.received) return '受理≠旧存＋新收';
  for (const { dimension, rows } of tables) {
    const wrong = firstDifference(total, sumOfUnits(rows.map((row) => row.figures)));
    if (wrong !== null) return `按${sliceDimensions[dimension].label}各行的${wrong}之和不等于合计`;
  }
  if (kind === 'sums') {
    const wrong = firstDifference(total, sumOfUnits(units.map((unit) => unit.figures)));
    return wrong === null ? null : `各单位的${wrong}之和不等于合计`;
  }
  const wrong = wrongInList(content);
  return wrong === null ? null : `明细的${wrong}不等于合计`;
}
