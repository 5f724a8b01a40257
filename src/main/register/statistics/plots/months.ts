import type { PlotMonth } from '#shared/contract/plots.ts';
import type { Channel } from '#shared/domain/channel.ts';
import { dayNumber, never } from '#shared/domain/day-number.ts';
import { fenSumSchema } from '#shared/domain/money.ts';
import type { Slice } from '#shared/domain/statistics.ts';
import type { ReadableDb } from '../../query.ts';
import { type CaseColumns, columnsOf } from '../columns.ts';
import { allows } from '../filter.ts';
import type { MonthColumn } from '../pivot.ts';
import { channelPlace, packed, shareOf, standingPlaces } from '../standing.ts';
import { refreshZones, zoneBits } from '../zones.ts';
import { dayCounter, daysToClose } from './day-counter.ts';

/**
 * Only what the days of receipt and closing decide: a case adds to the month that it came in and to the month in which
 * it ended, and to no other. That lets one pass over the columns count all months.
 */
const wanted = ['received', 'closed', 'succeeded', 'claimFenOfClosed', 'agreedFen', 'paidFen'] as const;
const closedPlace = wanted.indexOf('closed');

const { before, within, after, never: noDay } = standingPlaces;

/** The place of the month of each day from the first on. */
function placesOfDays(firstDays: readonly number[], end: number): Int16Array {
  const [first = 0] = firstDays;
  const places = new Int16Array(end - first + 1);
  firstDays.forEach((day, place) => {
    places.fill(place, day - first);
  });
  return places;
}

/** What a case of one standing adds to a month; null where the filter leaves it out. */
type Added = {
  readonly counts: readonly number[];
  readonly sums: readonly { readonly place: number; readonly fen: Float64Array }[];
  readonly closed: boolean;
} | null;

function addedBy({ fen }: CaseColumns, standing: number, states: readonly string[]): Added {
  const share = shareOf(standing, wanted);
  if (!states.every((key) => key === share.state)) return null;
  const columns: Readonly<Record<string, Float64Array>> = fen;
  return {
    counts: share.figures,
    sums: share.sums.flatMap(({ place, of }) => {
      const column = columns[of];
      return column === undefined ? [] : [{ place, fen: column }];
    }),
    closed: share.figures.includes(closedPlace),
  };
}

/** The figures of months that follow each other without a gap, and how long the cases closed in each had taken. */
export function monthSeries(
  db: ReadableDb,
  months: readonly MonthColumn[],
  filter: readonly Slice[],
): readonly PlotMonth[] {
  const columns = columnsOf(db);
  refreshZones(columns);
  const { count, closingCode, dictionaries, zones } = columns;
  const { received: receivedDays, ended: endedDays } = columns.days;
  const channelCode = columns.codes.channel;
  const firstDays = months.map(({ period }) => dayNumber(period.from));
  const lastDays = months.map(({ period }) => dayNumber(period.to));
  const first = firstDays[0] ?? 0;
  const last = lastDays.at(-1) ?? -1;
  const monthOfDay = placesOfDays(firstDays, last);
  const channels = dictionaries.channel.map((code) => (code === null ? 0 : channelPlace(code as Channel)));
  const allowed = allows(db, columns, filter);
  const states = filter.flatMap(({ dimension, key }) => (dimension === 'closing' ? [key] : []));
  const width = wanted.length;
  const tally = new Float64Array(months.length * width);
  const taken = months.map(dayCounter);
  const known: (Added | undefined)[] = [];

  function add(month: number, row: number, received: number, ended: number): void {
    const from = firstDays[month] as number;
    const to = lastDays[month] as number;
    const ending = ended < from ? before : ended <= to ? within : ended === never ? noDay : after;
    const receipt = received < from ? before : received <= to ? within : received === never ? noDay : after;
    const code = ended <= to ? (closingCode[row] as number) : 0;
    const standing = packed(receipt, ending, code, channels[channelCode[row] as number] as number);
    let added = known[standing];
    if (added === undefined) {
      added = addedBy(columns, standing, states);
      known[standing] = added;
    }
    if (added === null) return;
    const base = month * width;
    for (const place of added.counts) tally[base + place] = (tally[base + place] as number) + 1;
    for (const { place, fen } of added.sums) {
      const amount = fen[row] as number;
      if (amount > 0) tally[base + place] = (tally[base + place] as number) + amount;
    }
    if (added.closed) taken[month]?.add(daysToClose(received, ended));
  }

  /** Whether a zone may hold a case that came in or ended in one of the months. */
  const mayHold = (zone: number) =>
    ((zones.receivedMin[zone] as number) <= last && (zones.receivedMax[zone] as number) >= first) ||
    ((zones.endedMin[zone] as number) <= last && (zones.endedMax[zone] as number) >= first);

  for (let zone = 0; zone << zoneBits < count; zone += 1) {
    if (!mayHold(zone)) continue;
    const end = Math.min(count, (zone + 1) << zoneBits);
    for (let row = zone << zoneBits; row < end; row += 1) {
      const received = receivedDays[row] as number;
      const ended = endedDays[row] as number;
      const cameIn = received >= first && received <= last;
      const wentOut = ended >= first && ended <= last;
      if (!cameIn && !wentOut) continue;
      if (allowed !== null && !allowed(row)) continue;
      const inMonth = cameIn ? (monthOfDay[received - first] as number) : -1;
      const outMonth = wentOut ? (monthOfDay[ended - first] as number) : -1;
      if (cameIn) add(inMonth, row, received, ended);
      if (wentOut && outMonth !== inMonth) add(outMonth, row, received, ended);
    }
  }

  return months.map(({ month, period }, place) => {
    const value = (name: (typeof wanted)[number]) =>
      fenSumSchema.parse(tally[place * width + wanted.indexOf(name)] ?? 0);
    return {
      month,
      period,
      received: value('received'),
      closed: value('closed'),
      succeeded: value('succeeded'),
      claimFenOfClosed: value('claimFenOfClosed'),
      agreedFen: value('agreedFen'),
      paidFen: value('paidFen'),
      spread: taken[place]?.spread() ?? { median: null, ninetieth: null },
      frozen: false,
    };
  });
}
