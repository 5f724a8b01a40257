import type { Channel } from '#shared/domain/channel.ts';
import { closingCodes } from '#shared/domain/closing.ts';
import { dayNumber, never } from '#shared/domain/day-number.ts';
import type { SliceDimension } from '#shared/domain/statistics.ts';
import type { ReadableDb } from '../query.ts';
import { columnsOf } from './columns.ts';
import { kindOf, type Tally, tallyAll, tallyBy, valueReader } from './count.ts';
import { allows } from './filter.ts';
import { keysOf } from './keys.ts';
import { type Asked, select } from './selection.ts';
import { channelPlace, packed, rulesOf, type Share, shareOf, standingPlaces } from './standing.ts';
import { mayMove, refreshZones, zoneBits } from './zones.ts';

const { before, within, after } = standingPlaces;
const codes = closingCodes.length + 1;
const channels = 4;
/** What came in, by channel, and then what ended, by channel and code: the places of a case's share. */
const places = channels + codes * channels;

type SingleDimension = Exclude<SliceDimension, 'closing' | 'mark'>;

/**
 * Whether everything that is asked for is decided by the receipt day or by the closing day alone (新收, 结案, 成功 …, and
 * sums over them), so that no case has to be looked at twice and nothing is pending.
 */
export function areFlows({ filter, wanted }: Asked, dimension: SliceDimension): dimension is SingleDimension {
  return (
    [dimension, ...filter.map((slice) => slice.dimension)].every(
      (one) => one !== 'closing' && one !== 'mark',
    ) &&
    rulesOf(wanted).every(
      (rule) =>
        rule.within === undefined &&
        rule.flags === undefined &&
        ((rule.received === 'within' && rule.ended === undefined) ||
          (rule.received === 'known' && rule.ended === 'within')),
    )
  );
}

/** The shares of all places: a case that came in had not ended, and one that ended had come in before. */
function sharesOf(wanted: Asked['wanted']): readonly Share[] {
  return Array.from({ length: places }, (_, place) => {
    const channel = place % channels;
    const code = Math.floor(place / channels) - 1;
    return shareOf(
      code < 0 ? packed(within, after, 0, channel) : packed(before, within, code, channel),
      wanted,
    );
  });
}

/** Where a share adds how much of what, for quick loops. */
type Sum = { readonly to: number; readonly kind: number };

/** The rows of a table of flows: one straight loop over the days. */
function tallyFlows(db: ReadableDb, asked: Asked, dimension: SingleDimension): TalliedRows {
  const columns = columnsOf(db);
  refreshZones(columns);
  const { count, closingCode, zones } = columns;
  const { received, ended } = columns.days;
  const channelCode = columns.codes.channel;
  const from = dayNumber(asked.period.from);
  const to = dayNumber(asked.period.to);
  const channelOf = Int32Array.from(columns.dictionaries.channel, (code) =>
    code === null ? 0 : channelPlace(code as Channel),
  );
  const allowed = allows(db, columns, asked.filter);
  const { keys, of } = keysOf(db, columns, dimension);
  const shares = sharesOf(asked.wanted);
  const sums = shares.map((share): readonly Sum[] =>
    share.sums.map(({ place, of: summed }) => ({ to: place, kind: kindOf(summed) })),
  );
  const anySums = sums.some(({ length }) => length > 0);
  const amountOf = valueReader({ columns, paidInPeriod: new Float64Array(0) });
  const width = asked.wanted.length;
  const cases = new Int32Array(keys.length * places);
  const tally = new Float64Array(keys.length * width);
  const addSums = (key: number, place: number, row: number) => {
    for (const { to: at, kind } of sums[place] ?? []) {
      const cell = key * width + at;
      tally[cell] = (tally[cell] as number) + amountOf(kind, row, 0);
    }
  };
  for (let zone = 0; zone << zoneBits < count; zone += 1) {
    if (!mayMove(zones, zone, from, to)) continue;
    const last = Math.min(count, (zone + 1) << zoneBits);
    for (let row = zone << zoneBits; row < last; row += 1) {
      const receivedOn = received[row] as number;
      const endedOn = ended[row] as number;
      const cameIn = receivedOn >= from && receivedOn <= to;
      const wentOut = endedOn >= from && endedOn <= to && receivedOn !== never;
      if (!cameIn && !wentOut) continue;
      if (allowed !== null && !allowed(row)) continue;
      const key = of(row);
      const channel = channelOf[channelCode[row] as number] as number;
      if (cameIn) {
        const cell = key * places + channel;
        cases[cell] = (cases[cell] as number) + 1;
        if (anySums) addSums(key, channel, row);
      }
      if (wentOut) {
        const place = ((closingCode[row] as number) + 1) * channels + channel;
        const cell = key * places + place;
        cases[cell] = (cases[cell] as number) + 1;
        if (anySums) addSums(key, place, row);
      }
    }
  }
  const all = new Float64Array(width);
  const rows = new Map<string, Tally>();
  keys.forEach((name, key) => {
    const row = tally.subarray(key * width, (key + 1) * width);
    shares.forEach(({ figures }, place) => {
      const found = cases[key * places + place] as number;
      if (found > 0) for (const figure of figures) row[figure] = (row[figure] as number) + found;
    });
    row.forEach((value, place) => {
      all[place] = (all[place] as number) + value;
    });
    if (row.some((value) => value !== 0)) rows.set(name, row);
  });
  return { rows, all };
}

/** The rows of a table, each by its key, and what they come to; rows that nothing is counted in are left out. */
export type TalliedRows = { readonly rows: ReadonlyMap<string, Tally>; readonly all: Tally };

/** Counts what is asked for by a dimension, the short way where it is one. */
export function tallyRows(db: ReadableDb, asked: Asked, dimension: SliceDimension): TalliedRows {
  if (areFlows(asked, dimension)) return tallyFlows(db, asked, dimension);
  const selection = select(db, asked);
  return { rows: tallyBy(db, selection, dimension), all: tallyAll(selection) };
}
