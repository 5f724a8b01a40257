import { caseMarkCodes } from '#shared/domain/case-mark.ts';
import type { CaseShare } from '#shared/domain/month-adjustment.ts';
import type { Period } from '#shared/domain/reporting-period.ts';
import {
  type AmountName,
  amountNames,
  figureNames,
  type SliceDimension,
  sliceDimensionNames,
} from '#shared/domain/statistics.ts';
import type { ReadableDb } from '../query.ts';
import { type CaseColumns, columnsOf } from './columns.ts';
import { adder } from './count.ts';
import { keysOf } from './keys.ts';
import { selectPeriod } from './period-figures.ts';
import { countedNames } from './standing.ts';

type Keys = CaseShare['keys'];

type Read = (row: number) => string[];

function readerOf(db: ReadableDb, columns: CaseColumns, dimension: Exclude<SliceDimension, 'closing'>): Read {
  if (dimension === 'mark') return (row) => marksOf(columns, row);
  const { keys, of } = keysOf(db, columns, dimension);
  const lists = keys.map((key) => [key]);
  return (row) => lists[of(row)] ?? [''];
}

/** In which rows of the tables a case stands, but for its closing, which depends on the period; worked out once a case. */
function keysReader(db: ReadableDb, columns: CaseColumns): (row: number) => Omit<Keys, 'closing'> {
  const readers = sliceDimensionNames.flatMap((dimension): (readonly [SliceDimension, Read])[] =>
    dimension === 'closing' ? [] : [[dimension, readerOf(db, columns, dimension)]],
  );
  const known = new Map<number, Omit<Keys, 'closing'>>();
  return (row) => {
    let keys = known.get(row);
    if (keys === undefined) {
      keys = Object.fromEntries(readers.map(([name, read]) => [name, read(row)])) as Omit<Keys, 'closing'>;
      known.set(row, keys);
    }
    return keys;
  };
}

function marksOf(columns: CaseColumns, row: number): string[] {
  const marks = columns.marks[row] as number;
  return marks === 0 ? [''] : caseMarkCodes.filter((_, bit) => (marks & (1 << bit)) !== 0);
}

function inOrder(keys: Omit<Keys, 'closing'>, closing: string): Keys {
  return Object.fromEntries(
    sliceDimensionNames.map((name: SliceDimension) => [name, name === 'closing' ? [closing] : keys[name]]),
  ) as Keys;
}

/**
 * What each case gives to the figures of a period, asked for one period after another; `only` leaves out all other cases.
 * The same loops as the figures: what the shares add up to is the report.
 */
export function shareReader(
  db: ReadableDb,
  only: ReadonlySet<number> | null,
): (period: Period) => Map<number, CaseShare> {
  const keysOfRow = keysReader(db, columnsOf(db));
  return (period) => {
    const selection = selectPeriod(db, period);
    const { columns, count, rows, shareOf, shares } = selection;
    const add = adder(selection);
    const tally = new Float64Array(countedNames.length);
    const found = new Map<number, CaseShare>();
    for (let place = 0; place < count; place += 1) {
      const row = rows[place] as number;
      const caseId = columns.caseIds[row] as number;
      const share = shares[shareOf[place] as number];
      if (share === undefined || share.figures.length === 0 || only?.has(caseId) === false) continue;
      tally.fill(0);
      add(tally, 0, place);
      const sums: Partial<Record<AmountName, number>> = {};
      amountNames.forEach((name, at) => {
        const sum = tally[figureNames.length + at] as number;
        if (sum !== 0) sums[name] = sum;
      });
      found.set(caseId, {
        figures: figureNames.filter((_, at) => tally[at] === 1),
        sums,
        keys: inOrder(keysOfRow(row), share.state),
      });
    }
    return found;
  };
}
