import { type CaseMark, caseMarkCodes } from '#shared/domain/case-mark.ts';
import type { Slice } from '#shared/domain/statistics.ts';
import type { ReadableDb } from '../query.ts';
import type { CaseColumns } from './columns.ts';
import { keysOf } from './keys.ts';

type Allows = (row: number) => boolean;

function allowsOne(db: ReadableDb, columns: CaseColumns, { dimension, key }: Slice): Allows | null {
  // Known only when the period is: the selection itself looks after it.
  if (dimension === 'closing') return null;
  if (dimension === 'mark') {
    if (key === '') return (row) => columns.marks[row] === 0;
    const bit = 1 << caseMarkCodes.indexOf(key as CaseMark);
    return (row) => ((columns.marks[row] as number) & bit) !== 0;
  }
  const { keys, of } = keysOf(db, columns, dimension);
  const wanted = keys.indexOf(key);
  return (row) => of(row) === wanted;
}

/** Whether a case lies in all rows of a filter; null where there is nothing to ask. */
export function allows(db: ReadableDb, columns: CaseColumns, filter: readonly Slice[]): Allows | null {
  const all = filter.flatMap((slice) => allowsOne(db, columns, slice) ?? []);
  const [first, ...others] = all;
  if (first === undefined) return null;
  return others.length === 0 ? first : (row) => all.every((one) => one(row));
}
