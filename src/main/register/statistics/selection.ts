import type { Channel } from '#shared/domain/channel.ts';
import { closingCodes } from '#shared/domain/closing.ts';
import { dayNumber, never } from '#shared/domain/day-number.ts';
import type { ReadableDb } from '../query.ts';
import { type CaseColumns, columnsOf } from './columns.ts';
import { allows } from './filter.ts';
import { paidOnUnknownDays, paidWithin } from './paid-within.ts';
import type { Asked, Selection } from './selected.ts';
import { shareTable } from './share-table.ts';
import {
  type CountedName,
  channelPlace,
  countedNames,
  flagBit,
  flagsLookedAt,
  packed,
  registeredBit,
  relevantBits,
  standingPlaces,
  withinBit,
} from './standing.ts';
import { candidates, refreshZones, zoneBits, zoneBuffer } from './zones.ts';

export type { Asked, Selection } from './selected.ts';

const { before, within, after, never: noDay } = standingPlaces;
const anyOwnDay = Object.values(withinBit).reduce((all, bit) => all | bit, 0);
/** C13 is the closing of what was performed at once. */
const atOnce = closingCodes.indexOf('C13') + 1;

/** What of a standing the wanted figures look at: cases that differ in nothing else share one share. */
function lookedAt(wanted: readonly CountedName[]): number {
  return wanted === countedNames ? -1 : relevantBits(wanted);
}

type Days = { readonly from: number; readonly to: number };

/** Reads which days of its own a case has in the period, payments aside. */
function ownDaysReader({ days }: CaseColumns, { from, to }: Days): (row: number) => number {
  const { confirmed, applied, rejected, performanceDue } = days;
  return (row) => {
    const confirmedOn = confirmed[row] as number;
    const appliedOn = applied[row] as number;
    const rejectedOn = rejected[row] as number;
    const performanceDueOn = performanceDue[row] as number;
    let own = 0;
    if (confirmedOn >= from && confirmedOn <= to) own |= withinBit.confirmed;
    if (appliedOn >= from && appliedOn <= to) own |= withinBit.applied;
    if (rejectedOn >= from && rejectedOn <= to) own |= withinBit.rejected;
    if (performanceDueOn >= from && performanceDueOn <= to) own |= withinBit.performanceDue;
    return own;
  };
}

const dueFlags = flagBit.dueKnown | flagBit.onTime | flagBit.overdue;
const unknownFlags = flagBit.unapplied | flagBit.performanceUndated | flagBit.paidUndated;
const storedFlags = flagBit.partly | flagBit.noProperty | flagBit.confirmable;

/** Reads what is so of a case, as bits of its standing; only the bits in `asked` are looked at. */
function flagsReader(
  columns: CaseColumns,
  { to }: Days,
  paidUndated: Uint8Array | null,
): (row: number, endedOn: number, asked: number) => number {
  const { flags, flagPlaces, closingCode } = columns;
  const { confirmed, applied, enforced, due, performanceDue } = columns.days;
  const { agreed, paid } = columns.fen;
  return (row, endedOn, asked) => {
    let found = 0;
    if ((asked & storedFlags) !== 0) {
      const has = flags[row] as number;
      if ((has & flagPlaces.partly) !== 0) found |= flagBit.partly;
      if ((has & flagPlaces.noProperty) !== 0) found |= flagBit.noProperty;
      if ((has & flagPlaces.confirmable) !== 0) found |= flagBit.confirmable;
    }
    if ((asked & (flagBit.applied | flagBit.confirmed)) !== 0) {
      const isConfirmed = confirmed[row] !== never;
      if (isConfirmed || applied[row] !== never) found |= flagBit.applied;
      if (isConfirmed) found |= flagBit.confirmed;
    }
    if ((asked & unknownFlags) !== 0) {
      if (applied[row] === never) found |= flagBit.unapplied;
      if ((agreed[row] as number) > 0 && performanceDue[row] === never) found |= flagBit.performanceUndated;
      if (paidUndated?.[row] === 1) found |= flagBit.paidUndated;
    }
    if ((asked & flagBit.performed) !== 0 && enforced[row] === never) {
      const toPay = agreed[row] as number;
      if (toPay > 0 && ((paid[row] as number) >= toPay || closingCode[row] === atOnce))
        found |= flagBit.performed;
    }
    if ((asked & dueFlags) !== 0) {
      const dueOn = due[row] as number;
      if (dueOn !== never) {
        found |= flagBit.dueKnown;
        if (endedOn <= dueOn) found |= flagBit.onTime;
        if (dueOn < to) found |= flagBit.overdue;
      }
    }
    return found & asked;
  };
}

/**
 * Finds the cases with any standing towards a period: in one pass over the columns, whatever is asked of them later.
 * Cases that had ended before it, or came in after it, and have no day of their own in it are passed over.
 */
export function select(db: ReadableDb, asked: Asked): Selection {
  const columns = columnsOf(db);
  refreshZones(columns);
  const { count, closingCode } = columns;
  const { received, ended, registered } = columns.days;
  const channelCode = columns.codes.channel;
  const from = dayNumber(asked.period.from);
  const to = dayNumber(asked.period.to);
  const channels = Int32Array.from(columns.dictionaries.channel, (code) =>
    code === null ? 0 : channelPlace(code as Channel),
  );
  const mask = lookedAt(asked.wanted);
  const paying = (mask & withinBit.paid) === 0 ? null : paidWithin(columns, from, to);
  const ownDays = (mask & anyOwnDay) !== 0;
  const ownDaysOf = ownDaysReader(columns, { from, to });
  const flagsAsked = flagsLookedAt(asked.wanted);
  const flagsOf = flagsReader(
    columns,
    { from, to },
    (flagsAsked.ended & flagBit.paidUndated) === 0 ? null : paidOnUnknownDays(columns),
  );
  const zoneCount = Math.ceil(count / (1 << zoneBits));
  const allowed = allows(db, columns, asked.filter);
  const table = shareTable(asked.wanted, mask);
  let rows = new Int32Array(4096);
  let shareOfRow = new Uint16Array(4096);
  let paidInPeriod = new Float64Array(paying === null ? 0 : 4096);
  let found = 0;
  const looked = { from, to, ownDays };
  const inZone = zoneBuffer();
  for (let zone = 0; zone < zoneCount; zone += 1) {
    const anyPaid = paying !== null && paying.zones[zone] === 1;
    const many = candidates(columns, zone, looked, anyPaid, inZone);
    if (found + many > rows.length) {
      rows = longer(rows, Int32Array);
      shareOfRow = longer(shareOfRow, Uint16Array);
      paidInPeriod = longer(paidInPeriod, Float64Array);
    }
    for (let at = 0; at < many; at += 1) {
      const row = inZone[at] as number;
      const receivedOn = received[row] as number;
      const endedOn = ended[row] as number;
      let own = ownDays ? ownDaysOf(row) : 0;
      if (anyPaid && paying.of(row) > 0) own |= withinBit.paid;
      const endedWithin = endedOn >= from && endedOn <= to;
      const moved = receivedOn <= to && (endedOn >= from || receivedOn >= from);
      // Registration decides only of what was never received.
      const isRegistered = receivedOn === never && (registered[row] as number) <= to;
      const waiting = isRegistered && endedOn > to;
      if (!moved && !endedWithin && !waiting && own === 0) continue;
      if (allowed !== null && !allowed(row)) continue;
      const ending = endedOn < from ? before : endedWithin ? within : endedOn === never ? noDay : after;
      const receipt =
        receivedOn < from ? before : receivedOn <= to ? within : receivedOn === never ? noDay : after;
      // A closing after the period is no part of it: looked at later, the period is the same.
      const code = endedOn <= to ? (closingCode[row] as number) : 0;
      let standing = packed(receipt, ending, code, channels[channelCode[row] as number] as number) | own;
      if (isRegistered) standing |= registeredBit;
      let flags = endedWithin ? flagsAsked.ended : endedOn > to ? flagsAsked.pending : 0;
      if (own !== 0) flags |= flagsAsked.other;
      if (flags !== 0) standing |= flagsOf(row, endedOn, flags);
      rows[found] = row;
      shareOfRow[found] = table.placeOf(standing & mask);
      if (anyPaid) paidInPeriod[found] = paying.of(row);
      found += 1;
    }
  }
  paying?.done();
  const { shares } = table;
  return withinClosings({ asked, columns, count: found, rows, shareOf: shareOfRow, shares, paidInPeriod });
}

type Numbers = Int32Array<ArrayBuffer> | Uint16Array<ArrayBuffer> | Float64Array<ArrayBuffer>;

function longer<Column extends Numbers>(column: Column, type: new (length: number) => Column): Column {
  const made = new type(column.length * 2);
  made.set(column);
  return made;
}

/** Keeps the cases whose state at the end of the period the filter allows; it is only known now. */
function withinClosings(selection: Selection): Selection {
  const states = selection.asked.filter.filter(({ dimension }) => dimension === 'closing');
  if (states.length === 0) return selection;
  const kept = selection.shares.map(({ state }) => states.every(({ key }) => key === state));
  const rows = new Int32Array(selection.count);
  const shares = new Uint16Array(selection.count);
  const paidInPeriod = new Float64Array(selection.paidInPeriod.length);
  let found = 0;
  for (let place = 0; place < selection.count; place += 1) {
    const share = selection.shareOf[place] as number;
    if (kept[share] !== true) continue;
    rows[found] = selection.rows[place] as number;
    shares[found] = share;
    paidInPeriod[found] = selection.paidInPeriod[place] ?? 0;
    found += 1;
  }
  return { ...selection, count: found, rows, shareOf: shares, paidInPeriod };
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
