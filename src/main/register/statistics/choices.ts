import { caseMarkCodes } from '#shared/domain/case-mark.ts';
import { closingCodes } from '#shared/domain/closing.ts';
import type { SliceDimension } from '#shared/domain/statistics.ts';
import type { ReadableDb } from '../query.ts';
import { columnsOf } from './columns.ts';
import { keysOf } from './keys.ts';
import { hasOwnOrder, rowLabels, rowOrder } from './labels.ts';

export type RowChoice = { readonly key: string; readonly label: string };

function keysIn(db: ReadableDb, dimension: SliceDimension): readonly string[] {
  if (dimension === 'closing') return [...closingCodes, ''];
  if (dimension === 'mark') return [...caseMarkCodes, ''];
  return keysOf(db, columnsOf(db), dimension).keys;
}

const collator = new Intl.Collator('zh-CN');

/** The rows that cases of this register may lie in, by their own order or else by their names; 未填 last. */
export function rowChoices(db: ReadableDb, dimension: SliceDimension): RowChoice[] {
  const labelOf = rowLabels(db, dimension);
  const choices = keysIn(db, dimension).map((key) => ({ key, label: labelOf(key), cases: 0, closed: 0 }));
  const order = rowOrder(dimension);
  const byName = (one: RowChoice, other: RowChoice) =>
    Number(one.key === '') - Number(other.key === '') || collator.compare(one.label, other.label);
  return choices.sort(hasOwnOrder(dimension) ? order : byName).map(({ key, label }) => ({ key, label }));
}
