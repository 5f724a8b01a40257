import { type CaseMark, caseMarkCodes, caseMarks } from '#shared/domain/case-mark.ts';
import { type CauseGroup, causeGroups } from '#shared/domain/cause-of-action.ts';
import { type CaseSource, type Channel, caseSources, channelCodes } from '#shared/domain/channel.ts';
import { type ClosingCode, closingCodes } from '#shared/domain/closing.ts';
import { channelLabels, closingLabels } from '#shared/domain/glossary.ts';
import {
  type AmountBand,
  amountBandNames,
  amountBands,
  type SliceDimension,
  withoutAmount,
} from '#shared/domain/statistics.ts';
import type { ReadableDb } from '../query.ts';

type LabelOf = (key: string) => string | undefined;

function fromTable(db: ReadableDb, sql: string): LabelOf {
  const labels = new Map(
    db.plain<{ id: number; label: string }>(sql).map((row) => [String(row.id), row.label]),
  );
  return (key) => labels.get(key);
}

/** Mediators who share a name are told apart by sector, and by their line of the roster where that does not do. */
const mediatorsSql = `SELECT id,
    CASE
      WHEN count(*) OVER (PARTITION BY name) = 1 THEN name
      WHEN count(*) OVER (PARTITION BY name, sector) = 1 THEN name || '（' || coalesce(sector, '界别未填') || '）'
      ELSE name || '（' || coalesce(sector || '，', '') || '名册' || id || '号）'
    END AS label
  FROM mediators`;

const asWritten: LabelOf = (key) => key;

const labelsOf: Readonly<Record<SliceDimension, (db: ReadableDb) => LabelOf>> = {
  court: (db) => fromTable(db, 'SELECT id, short_name AS label FROM courts'),
  district: () => asWritten,
  studio: (db) => fromTable(db, 'SELECT id, name AS label FROM studios'),
  organisation: (db) => fromTable(db, 'SELECT id, name AS label FROM organisations'),
  mediator: (db) => fromTable(db, mediatorsSql),
  sector: () => asWritten,
  channel: () => (key) => channelLabels[key as Channel],
  source: () => (key) => caseSources[key as CaseSource]?.label,
  causeGroup: () => (key) => causeGroups[key as CauseGroup]?.label,
  causeLevel1: () => asWritten,
  causeLevel2: () => asWritten,
  causeLevel3: () => asWritten,
  cause: () => asWritten,
  closing: () => (key) => closingLabels[key as ClosingCode],
  amountBand: () => (key) =>
    key in withoutAmount
      ? withoutAmount[key as keyof typeof withoutAmount].label
      : amountBands[key as AmountBand]?.label,
  mark: () => (key) => caseMarks[key as CaseMark]?.label,
};

const withoutKey: Partial<Record<SliceDimension, string>> = {
  closing: '未结',
  mark: '无标记',
  causeGroup: '未归类',
  causeLevel1: '未归类',
  causeLevel2: '未归类',
  causeLevel3: '未归类',
};

/** What the rows of a table are called; '' is 未填, and a key that nobody knows stands for itself. */
export function rowLabels(db: ReadableDb, dimension: SliceDimension): (key: string) => string {
  const labelOf = labelsOf[dimension](db);
  return (key) => (key === '' ? (withoutKey[dimension] ?? '未填') : (labelOf(key) ?? key));
}

/** Rows that have an order of their own; the others stand with the most cases first. */
const ownOrder: Partial<Record<SliceDimension, (key: string) => number>> = {
  court: Number,
  studio: Number,
  organisation: Number,
  channel: (key) => channelCodes.indexOf(key as Channel),
  closing: (key) => closingCodes.indexOf(key as ClosingCode),
  amountBand: (key) => ['noProperty', 'notStated', ...amountBandNames].indexOf(key),
  mark: (key) => caseMarkCodes.indexOf(key as CaseMark),
};

/** Whether the rows have an order besides that by number of cases. */
export function hasOwnOrder(dimension: SliceDimension): boolean {
  return ownOrder[dimension] !== undefined;
}

type Ordered = { readonly key: string; readonly cases: number; readonly closed: number };

function byKey(one: string, other: string): number {
  const difference = Number(one) - Number(other);
  if (!Number.isNaN(difference)) return difference;
  return one < other ? -1 : one > other ? 1 : 0;
}

/** Compares two rows of a table; what is not filled in stands last. */
export function rowOrder(dimension: SliceDimension): (one: Ordered, other: Ordered) => number {
  const order = ownOrder[dimension];
  return (one, other) => {
    if (one.key === '' || other.key === '') return (one.key === '' ? 1 : 0) - (other.key === '' ? 1 : 0);
    if (order !== undefined) return order(one.key) - order(other.key);
    return other.cases - one.cases || other.closed - one.closed || byKey(one.key, other.key);
  };
}
