import type { SliceDimension } from '#shared/domain/statistics.ts';
import type { ReadableDb } from '../query.ts';
import { type Tally, tallyEntries } from './count.ts';
import { type PlacesInTable, placesInTable } from './keys.ts';
import type { Selection } from './selection.ts';

/** Where the entries of each place begin, in their order; by special groups a case may have several. */
function beginnings(count: number, { place, length }: PlacesInTable): (place: number) => number {
  if (place === null) return (at) => at;
  const begins = new Int32Array(count + 1).fill(length);
  for (let at = length - 1; at >= 0; at -= 1) begins[place[at] as number] = at;
  // A place without an entry begins where the next one does.
  for (let at = count - 1; at >= 0; at -= 1)
    begins[at] = Math.min(begins[at] as number, begins[at + 1] as number);
  return (at) => begins[at] as number;
}

/** The cells of a table by two dimensions, column by column and then row by row; empty ones are left out. */
export function tallyCross(
  db: ReadableDb,
  selection: Selection,
  dimension: SliceDimension,
  across: SliceDimension,
): ReadonlyMap<string, ReadonlyMap<string, Tally>> {
  const down = placesInTable(db, selection, dimension);
  const beside = placesInTable(db, selection, across);
  const begin = beginnings(selection.count, down);
  const placeOf = (at: number) => (beside.place === null ? at : (beside.place[at] as number));
  let length = 0;
  for (let at = 0; at < beside.length; at += 1) length += begin(placeOf(at) + 1) - begin(placeOf(at));
  const key = new Uint32Array(length);
  const place = new Int32Array(length);
  let found = 0;
  for (let at = 0; at < beside.length; at += 1) {
    const of = placeOf(at);
    const base = (beside.key[at] as number) * down.keys.length;
    for (let each = begin(of); each < begin(of + 1); each += 1) {
      key[found] = base + (down.key[each] as number);
      place[found] = of;
      found += 1;
    }
  }
  const rows = down.keys.length * beside.keys.length;
  const tally = tallyEntries(selection, { rows, length, key, place });
  const width = selection.asked.wanted.length;
  return new Map(
    beside.keys.map((column, at) => {
      const cells = new Map<string, Tally>();
      down.keys.forEach((row, each) => {
        const from = (at * down.keys.length + each) * width;
        const cell = tally.subarray(from, from + width);
        if (cell.some((value) => value !== 0)) cells.set(row, cell);
      });
      return [column, cells] as const;
    }),
  );
}
