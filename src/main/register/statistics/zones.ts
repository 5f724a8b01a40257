import { never } from '#shared/domain/day-number.ts';
import type { CaseColumns, DayColumn } from './columns/store.ts';

/** Rows of one zone, as a power of two. */
export const zoneBits = 8;

const ownDays = [
  'confirmed',
  'applied',
  'rejected',
  'performanceDue',
] as const satisfies readonly DayColumn[];

/**
 * The first and last days of every 256 rows. Cases lie nearly in the order in which they came in, so that a period is
 * found by looking at one row in two hundred, and at all of the few zones that it can lie in.
 */
export type Zones = {
  readonly stale: Uint8Array;
  readonly receivedMin: Int32Array;
  readonly receivedMax: Int32Array;
  /** The first registration among those without a receipt day. */
  readonly waitingMin: Int32Array;
  readonly endedMin: Int32Array;
  /** `never` where one is pending. */
  readonly endedMax: Int32Array;
  readonly ownMin: Int32Array;
  readonly ownMax: Int32Array;
};

export function createZones(rows: number): Zones {
  const count = (rows >> zoneBits) + 1;
  const numbers = () => new Int32Array(count);
  return {
    stale: new Uint8Array(count).fill(1),
    receivedMin: numbers(),
    receivedMax: numbers(),
    waitingMin: numbers(),
    endedMin: numbers(),
    endedMax: numbers(),
    ownMin: numbers(),
    ownMax: numbers(),
  };
}

function readZone({ count, days }: CaseColumns, zones: Zones, zone: number): void {
  const { received, ended, registered } = days;
  let receivedMin: number = never;
  let receivedMax: number = -never;
  let waitingMin: number = never;
  let endedMin: number = never;
  let endedMax: number = -never;
  let ownMin: number = never;
  let ownMax: number = -never;
  const last = Math.min(count, (zone + 1) << zoneBits);
  for (let row = zone << zoneBits; row < last; row += 1) {
    const receipt = received[row] as number;
    const end = ended[row] as number;
    if (receipt === never) waitingMin = Math.min(waitingMin, registered[row] as number);
    else {
      receivedMin = Math.min(receivedMin, receipt);
      receivedMax = Math.max(receivedMax, receipt);
    }
    endedMin = Math.min(endedMin, end);
    endedMax = Math.max(endedMax, end);
    for (const name of ownDays) {
      const day = days[name][row] as number;
      if (day === never) continue;
      ownMin = Math.min(ownMin, day);
      ownMax = Math.max(ownMax, day);
    }
  }
  zones.receivedMin[zone] = receivedMin;
  zones.receivedMax[zone] = receivedMax;
  zones.waitingMin[zone] = waitingMin;
  zones.endedMin[zone] = endedMin;
  zones.endedMax[zone] = endedMax;
  zones.ownMin[zone] = ownMin;
  zones.ownMax[zone] = ownMax;
  zones.stale[zone] = 0;
}

/** Reads the zones anew in which a row has changed. */
export function refreshZones(columns: CaseColumns): void {
  const { zones, count } = columns;
  const zoneCount = Math.ceil(count / (1 << zoneBits));
  for (let zone = 0; zone < zoneCount; zone += 1) if (zones.stale[zone] === 1) readZone(columns, zones, zone);
}

/** Whether a zone may hold a case that some figure of the period counts; payments are looked at elsewhere. */
export function mayCount(zones: Zones, zone: number, from: number, to: number): boolean {
  const endedMax = zones.endedMax[zone] as number;
  if ((zones.receivedMin[zone] as number) <= to) {
    if (endedMax >= from || (zones.receivedMax[zone] as number) >= from) return true;
  }
  if (endedMax >= from && (zones.endedMin[zone] as number) <= to) return true;
  if ((zones.waitingMin[zone] as number) <= to && endedMax >= from) return true;
  return (zones.ownMin[zone] as number) <= to && (zones.ownMax[zone] as number) >= from;
}
