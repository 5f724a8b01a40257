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
  countedNames,
  flagBit,
  packed,
  registeredBit,
  relevantBits,
  type Share,
  shareOf,
  standingPlaces,
  withinBit,
} from './standing.ts';
import { mayCount, refreshZones, zoneBits } from './zones.ts';

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
  /** By row number: fen paid in the period; empty where it is not asked for. */
  readonly paidInPeriod: Float64Array;
};

const { before, within, after, never: noDay } = standingPlaces;
const anyOwnDay = Object.values(withinBit).reduce((all, bit) => all | bit, 0);
const anyFlag = Object.values(flagBit).reduce((all, bit) => all | bit, 0);
/** C13 is the closing of what was performed at once. */
const atOnce = closingCodes.indexOf('C13') + 1;

/** Fen paid in the period by row, and the zones of rows in which anything was. */
function paidWithin({ count, payments }: CaseColumns, from: number, to: number) {
  const paid = new Float64Array(count);
  const zones = new Uint8Array((count >> zoneBits) + 1);
  const { row, day, fen } = payments;
  for (let place = 0; place < payments.count; place += 1) {
    const on = day[place] as number;
    if (on < from || on > to) continue;
    const at = row[place] as number;
    paid[at] = (paid[at] as number) + (fen[place] as number);
    zones[at >> zoneBits] = 1;
  }
  return { paid, zones };
}

const nothingPaid = { paid: new Float64Array(0), zones: null } as const;

/** Finds the share of a packed standing quickly: a small open table, because it is asked for every case. */
function shareTable(wanted: readonly CountedName[]) {
  const shares: Share[] = [];
  let size = 1 << 10;
  let shift = 22;
  let standings = new Int32Array(size).fill(-1);
  let places = new Uint16Array(size);
  const slotOf = (standing: number) => {
    let slot = Math.imul(standing, 0x9e3779b1) >>> shift;
    while (standings[slot] !== -1 && standings[slot] !== standing) slot = (slot + 1) & (size - 1);
    return slot;
  };
  const grow = () => {
    const known = [...standings].flatMap((standing, slot) =>
      standing === -1 ? [] : [[standing, places[slot] as number] as const],
    );
    size *= 2;
    shift -= 1;
    standings = new Int32Array(size).fill(-1);
    places = new Uint16Array(size);
    for (const [standing, place] of known) {
      const slot = slotOf(standing);
      standings[slot] = standing;
      places[slot] = place;
    }
  };
  const placeOf = (standing: number): number => {
    const slot = slotOf(standing);
    if (standings[slot] === standing) return places[slot] as number;
    if (shares.length * 2 > size) {
      grow();
      return placeOf(standing);
    }
    standings[slot] = standing;
    places[slot] = shares.length;
    shares.push(shareOf(standing, wanted));
    return shares.length - 1;
  };
  return { shares, placeOf };
}

/** What of a standing the wanted figures look at: cases that differ in nothing else share one share. */
function lookedAt(wanted: readonly CountedName[]): number {
  return wanted === countedNames ? -1 : relevantBits(wanted);
}

/**
 * Finds the cases with any standing towards a period: in one pass over the columns, whatever is asked of them later.
 * Cases that had ended before it, or came in after it, and have no day of their own in it are passed over.
 */
export function select(db: ReadableDb, asked: Asked): Selection {
  const columns = columnsOf(db);
  refreshZones(columns);
  const { count, closingCode, flags, flagPlaces, zones } = columns;
  const { received, ended, registered, confirmed, applied, rejected, performanceDue, enforced, due } =
    columns.days;
  const channelCode = columns.codes.channel;
  const { agreed, paid } = columns.fen;
  const from = dayNumber(asked.period.from);
  const to = dayNumber(asked.period.to);
  const channels = Int32Array.from(columns.dictionaries.channel, (code) =>
    code === null ? 0 : channelPlace(code as Channel),
  );
  const mask = lookedAt(asked.wanted);
  const { paid: paidInPeriod, zones: paidZones } =
    (mask & withinBit.paid) === 0 ? nothingPaid : paidWithin(columns, from, to);
  const ownDays = (mask & anyOwnDay) !== 0;
  const anyFlags = (mask & anyFlag) !== 0;
  const zoneCount = Math.ceil(count / (1 << zoneBits));
  const allowed = allows(db, columns, asked.filter);
  const table = shareTable(asked.wanted);
  /** What is so of a case, as bits of its standing. */
  const flagsOf = (row: number, endedOn: number): number => {
    const has = flags[row] as number;
    const dueOn = due[row] as number;
    const isConfirmed = confirmed[row] !== never;
    const toPay = agreed[row] as number;
    const isPaid = toPay > 0 && ((paid[row] as number) >= toPay || closingCode[row] === atOnce);
    let found = 0;
    if ((has & flagPlaces.partly) !== 0) found |= flagBit.partly;
    if ((has & flagPlaces.noProperty) !== 0) found |= flagBit.noProperty;
    if ((has & flagPlaces.confirmable) !== 0) found |= flagBit.confirmable;
    if (isConfirmed || applied[row] !== never) found |= flagBit.applied;
    if (isConfirmed) found |= flagBit.confirmed;
    if (isPaid && enforced[row] === never) found |= flagBit.performed;
    if (dueOn === never) return found;
    found |= flagBit.dueKnown;
    if (endedOn <= dueOn) found |= flagBit.onTime;
    return dueOn < to ? found | flagBit.overdue : found;
  };
  let rows = new Int32Array(4096);
  let shareOfRow = new Uint16Array(4096);
  let found = 0;
  for (let zone = 0; zone < zoneCount; zone += 1) {
    const anyPaid = paidZones !== null && paidZones[zone] === 1;
    if (!anyPaid && !mayCount(zones, zone, from, to)) continue;
    const last = Math.min(count, (zone + 1) << zoneBits);
    if (found + (1 << zoneBits) > rows.length) {
      rows = longer(rows, Int32Array);
      shareOfRow = longer(shareOfRow, Uint16Array);
    }
    for (let row = zone << zoneBits; row < last; row += 1) {
      const receivedOn = received[row] as number;
      const endedOn = ended[row] as number;
      let own = 0;
      if (ownDays) {
        const confirmedOn = confirmed[row] as number;
        const appliedOn = applied[row] as number;
        const rejectedOn = rejected[row] as number;
        const performanceDueOn = performanceDue[row] as number;
        if (confirmedOn >= from && confirmedOn <= to) own |= withinBit.confirmed;
        if (appliedOn >= from && appliedOn <= to) own |= withinBit.applied;
        if (rejectedOn >= from && rejectedOn <= to) own |= withinBit.rejected;
        if (performanceDueOn >= from && performanceDueOn <= to) own |= withinBit.performanceDue;
        if (anyPaid && (paidInPeriod[row] as number) > 0) own |= withinBit.paid;
      }
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
      const code = ending === before || ending === within ? (closingCode[row] as number) : 0;
      let standing = packed(receipt, ending, code, channels[channelCode[row] as number] as number) | own;
      if (isRegistered) standing |= registeredBit;
      if (anyFlags) standing |= flagsOf(row, endedOn);
      rows[found] = row;
      shareOfRow[found] = table.placeOf(standing & mask);
      found += 1;
    }
  }
  const { shares } = table;
  return withinClosings({ asked, columns, count: found, rows, shareOf: shareOfRow, shares, paidInPeriod });
}

type Numbers = Int32Array<ArrayBuffer> | Uint16Array<ArrayBuffer>;

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
