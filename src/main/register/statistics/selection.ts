import type { Channel } from '#shared/domain/channel.ts';
import { closingCodes } from '#shared/domain/closing.ts';
import { dayNumber, never } from '#shared/domain/day-number.ts';
import type { Period } from '#shared/domain/reporting-period.ts';
import type { Slice } from '#shared/domain/statistics.ts';
import type { ReadableDb } from '../query.ts';
import { type CaseColumns, columnsOf } from './columns.ts';
import { allows } from './filter.ts';
import {
  type CountedName,
  channelPlace,
  flagBit,
  packed,
  registeredBit,
  type Share,
  shareOf,
  standingPlaces,
  withinBit,
} from './standing.ts';

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
  /** By row number: fen paid in the period. */
  readonly paidInPeriod: Float64Array;
};

const { before, within, after, never: noDay } = standingPlaces;
/** C13 is the closing of what was performed at once. */
const atOnce = closingCodes.indexOf('C13') + 1;

/** Fen paid in the period by row. One pass over the payments, which are fewer than the cases. */
function paidWithin({ count, payments }: CaseColumns, from: number, to: number): Float64Array {
  const fen = new Float64Array(count);
  const { row, day, fen: amount } = payments;
  for (let place = 0; place < payments.count; place += 1) {
    const on = day[place] as number;
    if (on < from || on > to) continue;
    const at = row[place] as number;
    if (at >= 0) fen[at] = (fen[at] as number) + (amount[place] as number);
  }
  return fen;
}

/**
 * Finds the cases with any standing towards a period: in one pass over the columns, whatever is asked of them later.
 * Cases that had ended before it, or came in after it, and have no day of their own in it are passed over.
 */
export function select(db: ReadableDb, asked: Asked): Selection {
  const columns = columnsOf(db);
  const { count, days, closingCode, codes, fen, flags, flagPlaces } = columns;
  const from = dayNumber(asked.period.from);
  const to = dayNumber(asked.period.to);
  const channels = columns.dictionaries.channel.map((code) =>
    code === null ? 0 : channelPlace(code as Channel),
  );
  const paid = paidWithin(columns, from, to);
  const allowed = allows(db, columns, asked.filter);
  const rows = new Int32Array(count);
  const shareOfRow = new Uint16Array(count);
  const shares: Share[] = [];
  const known = new Map<number, number>();
  let found = 0;
  let lastStanding = -1;
  let lastShare = 0;
  const isWithin = (day: number) => day >= from && day <= to;
  for (let row = 0; row < count; row += 1) {
    const received = days.received[row] as number;
    const ended = days.ended[row] as number;
    const confirmed = days.confirmed[row] as number;
    const applied = days.applied[row] as number;
    let own = 0;
    if (isWithin(confirmed)) own |= withinBit.confirmed;
    if (isWithin(applied)) own |= withinBit.applied;
    if (isWithin(days.rejected[row] as number)) own |= withinBit.rejected;
    if (isWithin(days.performanceDue[row] as number)) own |= withinBit.performanceDue;
    if ((paid[row] as number) > 0) own |= withinBit.paid;
    const endedWithin = isWithin(ended);
    const moved = received <= to && (ended >= from || received >= from);
    const registered = (days.registered[row] as number) <= to;
    const waiting = received === never && ended > to && registered;
    if (!moved && !endedWithin && !waiting && own === 0) continue;
    if (allowed !== null && !allowed(row)) continue;
    const ending = ended < from ? before : endedWithin ? within : ended === never ? noDay : after;
    const receipt = received < from ? before : received <= to ? within : received === never ? noDay : after;
    const due = days.due[row] as number;
    const has = flags[row] as number;
    let standing = packed(
      receipt,
      ending,
      // A closing after the period is no part of it: looked at later, the period is the same.
      ending === before || ending === within ? (closingCode[row] as number) : 0,
      channels[codes.channel[row] as number] as number,
    );
    standing |= own;
    if (registered) standing |= registeredBit;
    if ((has & flagPlaces.partly) !== 0) standing |= flagBit.partly;
    if ((has & flagPlaces.noProperty) !== 0) standing |= flagBit.noProperty;
    if ((has & flagPlaces.confirmable) !== 0) standing |= flagBit.confirmable;
    if (applied !== never || confirmed !== never) standing |= flagBit.applied;
    if (confirmed !== never) standing |= flagBit.confirmed;
    const agreed = fen.agreed[row] as number;
    const performed = agreed > 0 && ((fen.paid[row] as number) >= agreed || closingCode[row] === atOnce);
    if (performed && days.enforced[row] === never) standing |= flagBit.performed;
    if (due !== never) {
      standing |= flagBit.dueKnown;
      if (ended <= due) standing |= flagBit.onTime;
      if (due < to) standing |= flagBit.overdue;
    }
    if (standing !== lastStanding) {
      let share = known.get(standing);
      if (share === undefined) {
        share = shares.length;
        shares.push(shareOf(standing, asked.wanted));
        known.set(standing, share);
      }
      lastStanding = standing;
      lastShare = share;
    }
    rows[found] = row;
    shareOfRow[found] = lastShare;
    found += 1;
  }
  const selection = { asked, columns, count: found, rows, shareOf: shareOfRow, shares, paidInPeriod: paid };
  return withinClosings(selection);
}

/** Keeps the cases whose state at the end of the period the filter allows; it is only known now. */
function withinClosings(selection: Selection): Selection {
  const states = selection.asked.filter.filter(({ dimension }) => dimension === 'closing');
  if (states.length === 0) return selection;
  const kept = selection.shares.map(({ state }) => states.every(({ key }) => key === state));
  const rows = new Int32Array(selection.count);
  const shares = new Uint16Array(selection.count);
  let found = 0;
  for (let place = 0; place < selection.count; place += 1) {
    const share = selection.shareOf[place] as number;
    if (kept[share] !== true) continue;
    rows[found] = selection.rows[place] as number;
    shares[found] = share;
    found += 1;
  }
  return { ...selection, count: found, rows, shareOf: shares };
}

/** The cases for which 旧存＋新收＝结案＋退回＋未结 does not hold: they ended before they were received. */
export function unbalancedOf({
  count,
  columns,
  rows,
  shareOf: shareAt,
  shares,
}: Selection): readonly number[] {
  if (shares.every(({ balances }) => balances)) return [];
  const ids: number[] = [];
  for (let place = 0; place < count; place += 1) {
    if (shares[shareAt[place] as number]?.balances === false)
      ids.push(columns.caseIds[rows[place] as number] as number);
  }
  return ids;
}
