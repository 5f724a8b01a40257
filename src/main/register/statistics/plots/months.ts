import type { PlotMonth } from '#shared/contract/plots.ts';
import type { Channel } from '#shared/domain/channel.ts';
import { dayNumber, never } from '#shared/domain/day-number.ts';
import { fenSumSchema } from '#shared/domain/money.ts';
import type { Slice } from '#shared/domain/statistics.ts';
import type { ReadableDb } from '../../query.ts';
import { type CaseColumns, columnsOf } from '../columns.ts';
import { allows } from '../filter.ts';
import type { MonthColumn } from '../pivot.ts';
import { channelPlace, packed, type Share, shareOf, standingPlaces } from '../standing.ts';
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

function sums({ fen }: CaseColumns) {
  const money = (of: Float64Array) => (row: number) => {
    const amount = of[row] as number;
    return Number.isNaN(amount) ? 0 : amount;
  };
  const claim = money(fen.claim);
  const agreed = money(fen.agreed);
  const paid = money(fen.paid);
  return { claim, agreed, paid } as const;
}

/** The figures of months that follow each other without a gap, and how long the cases closed in each had taken. */
export function monthSeries(
  db: ReadableDb,
  months: readonly MonthColumn[],
  filter: readonly Slice[],
): readonly PlotMonth[] {
  const columns = columnsOf(db);
  const { count, days, closingCode, codes, dictionaries } = columns;
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
  const fenOf: Readonly<Record<string, (row: number) => number>> = sums(columns);
  const shares: (Share | undefined)[] = [];

  function add(month: number, row: number, received: number, ended: number): void {
    const from = firstDays[month] as number;
    const to = lastDays[month] as number;
    const ending = ended < from ? before : ended <= to ? within : ended === never ? noDay : after;
    const receipt = received < from ? before : received <= to ? within : received === never ? noDay : after;
    const code = ended <= to ? (closingCode[row] as number) : 0;
    const standing = packed(receipt, ending, code, channels[codes.channel[row] as number] as number);
    let share = shares[standing];
    if (share === undefined) {
      share = shareOf(standing, wanted);
      shares[standing] = share;
    }
    if (states.length > 0 && !states.every((key) => key === share.state)) return;
    const base = month * width;
    for (const figure of share.figures) tally[base + figure] = (tally[base + figure] as number) + 1;
    for (const sum of share.sums) {
      tally[base + sum.place] = (tally[base + sum.place] as number) + (fenOf[sum.of]?.(row) ?? 0);
    }
    if (share.figures.includes(closedPlace)) taken[month]?.add(daysToClose(received, ended));
  }

  for (let row = 0; row < count; row += 1) {
    const received = days.received[row] as number;
    const ended = days.ended[row] as number;
    const cameIn = received >= first && received <= last;
    const wentOut = ended >= first && ended <= last;
    if (!cameIn && !wentOut) continue;
    if (allowed !== null && !allowed(row)) continue;
    const inMonth = cameIn ? (monthOfDay[received - first] as number) : -1;
    const outMonth = wentOut ? (monthOfDay[ended - first] as number) : -1;
    if (cameIn) add(inMonth, row, received, ended);
    if (wentOut && outMonth !== inMonth) add(outMonth, row, received, ended);
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
    };
  });
}
