import { never } from '#shared/domain/day-number.ts';

/** Rows of one zone, as a power of two; at least 32, the bits of one number of `pending`. */
export const zoneBits = 7;
const zoneRows = 1 << zoneBits;

const ownDays = ['confirmed', 'applied', 'rejected', 'performanceDue'] as const;

/**
 * The first and last days of every 128 rows. Cases lie nearly in the order in which they came in, so that a period is
 * found by looking at the few zones that it can lie in. A pending case belongs to every later period, and nearly every
 * zone has one that stays pending for good: those are kept apart, row by row.
 */
export type Zones = {
  readonly stale: Uint8Array;
  readonly receivedMin: Int32Array;
  readonly receivedMax: Int32Array;
  /** The first day of receipt, or of registration where there is none, among the cases that ended. */
  readonly begunMin: Int32Array;
  readonly endedMin: Int32Array;
  readonly endedMax: Int32Array;
  /** The first day of the pending cases, and one bit for every row, set where it is pending. */
  readonly pendingMin: Int32Array;
  readonly pending: Int32Array;
  /** Days of their own, of all cases. */
  readonly ownMin: Int32Array;
  readonly ownMax: Int32Array;
};

/** As much of the columns as the zones are made from. */
type Zoned = {
  readonly count: number;
  readonly days: Readonly<Record<'registered' | 'received' | 'ended' | (typeof ownDays)[number], Int32Array>>;
  readonly zones: Zones;
};

export function createZones(rows: number): Zones {
  const count = (rows >> zoneBits) + 1;
  const numbers = () => new Int32Array(count);
  return {
    stale: new Uint8Array(count).fill(1),
    receivedMin: numbers(),
    receivedMax: numbers(),
    begunMin: numbers(),
    endedMin: numbers(),
    endedMax: numbers(),
    pendingMin: numbers(),
    pending: new Int32Array(count * (zoneRows / 32)),
    ownMin: numbers(),
    ownMax: numbers(),
  };
}

function readZone({ count, days }: Zoned, zones: Zones, zone: number): void {
  const { received, ended, registered } = days;
  let receivedMin: number = never;
  let receivedMax: number = -never;
  let begunMin: number = never;
  let endedMin: number = never;
  let endedMax: number = -never;
  let pendingMin: number = never;
  let ownMin: number = never;
  let ownMax: number = -never;
  const first = zone << zoneBits;
  const last = Math.min(count, first + zoneRows);
  zones.pending.fill(0, first >> 5, (first + zoneRows) >> 5);
  for (let row = first; row < last; row += 1) {
    const receipt = received[row] as number;
    const end = ended[row] as number;
    const begun = receipt === never ? (registered[row] as number) : receipt;
    if (receipt !== never) {
      receivedMin = Math.min(receivedMin, receipt);
      receivedMax = Math.max(receivedMax, receipt);
    }
    if (end === never) {
      pendingMin = Math.min(pendingMin, begun);
      zones.pending[row >> 5] = (zones.pending[row >> 5] as number) | (1 << (row & 31));
    } else {
      begunMin = Math.min(begunMin, begun);
      endedMin = Math.min(endedMin, end);
      endedMax = Math.max(endedMax, end);
    }
    for (const name of ownDays) {
      const day = days[name][row] as number;
      if (day === never) continue;
      ownMin = Math.min(ownMin, day);
      ownMax = Math.max(ownMax, day);
    }
  }
  zones.receivedMin[zone] = receivedMin;
  zones.receivedMax[zone] = receivedMax;
  zones.begunMin[zone] = begunMin;
  zones.endedMin[zone] = endedMin;
  zones.endedMax[zone] = endedMax;
  zones.pendingMin[zone] = pendingMin;
  zones.ownMin[zone] = ownMin;
  zones.ownMax[zone] = ownMax;
  zones.stale[zone] = 0;
}

/** Reads the zones anew in which a row has changed. */
export function refreshZones(columns: Zoned): void {
  const { zones, count } = columns;
  const zoneCount = Math.ceil(count / zoneRows);
  for (let zone = 0; zone < zoneCount; zone += 1) if (zones.stale[zone] === 1) readZone(columns, zones, zone);
}

/** The days of a period, and whether days of the cases' own are asked for. */
export type Looked = { readonly from: number; readonly to: number; readonly ownDays: boolean };

/** Whether a zone may hold a case that was received or ended in a period. */
export function mayMove(zones: Zones, zone: number, from: number, to: number): boolean {
  return (
    ((zones.receivedMin[zone] as number) <= to && (zones.receivedMax[zone] as number) >= from) ||
    ((zones.endedMin[zone] as number) <= to && (zones.endedMax[zone] as number) >= from)
  );
}

/** Whether a zone may hold a case, other than a pending one, that some figure of the period counts. */
function mayCount(zones: Zones, zone: number, { from, to, ownDays: own }: Looked): boolean {
  if (mayMove(zones, zone, from, to)) return true;
  if ((zones.begunMin[zone] as number) <= to && (zones.endedMax[zone] as number) >= from) return true;
  return own && (zones.ownMin[zone] as number) <= to && (zones.ownMax[zone] as number) >= from;
}

/** A place for the rows that `candidates` finds in a zone. */
export function zoneBuffer(): Int32Array {
  return new Int32Array(zoneRows);
}

/**
 * Writes down the rows of a zone that some figure of the period may count, and says how many they are: all of them, or
 * only the pending ones, or none. `whole`: payments are looked at elsewhere, and one of this zone lies in the period.
 */
export function candidates(
  { zones, count }: Zoned,
  zone: number,
  looked: Looked,
  whole: boolean,
  into: Int32Array,
): number {
  const first = zone << zoneBits;
  const last = Math.min(count, first + zoneRows);
  if (whole || mayCount(zones, zone, looked)) {
    for (let row = first; row < last; row += 1) into[row - first] = row;
    return last - first;
  }
  if ((zones.pendingMin[zone] as number) > looked.to) return 0;
  let found = 0;
  for (let word = first >> 5; word << 5 < last; word += 1) {
    for (let bits = zones.pending[word] as number; bits !== 0; bits &= bits - 1) {
      into[found] = (word << 5) + 31 - Math.clz32(bits & -bits);
      found += 1;
    }
  }
  return found;
}
