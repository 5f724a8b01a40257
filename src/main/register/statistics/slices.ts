import type { PeriodFigures, SliceRow } from '#shared/contract/statistics.ts';
import type { Channel } from '#shared/domain/channel.ts';
import type { ClosingCode } from '#shared/domain/closing.ts';
import { channelLabels, closingLabels } from '#shared/domain/glossary.ts';
import type { SliceDimension } from '#shared/domain/statistics.ts';
import type { ReadableDb } from '../query.ts';
import { addTally, emptyTally, figuresOf, type Tally, tallied } from './tally.ts';

/** What tells the rows of a table apart, as it is stored; null is 未填. */
export type SliceKey = number | string | null;

export const dimensions = [
  'court',
  'cause',
  'mediator',
  'sector',
  'channel',
  'closing',
] as const satisfies readonly SliceDimension[];

export type Slices = Readonly<Record<SliceDimension, Map<SliceKey, Tally>>>;

export function emptySlices(): Slices {
  return {
    court: new Map(),
    cause: new Map(),
    mediator: new Map(),
    sector: new Map(),
    channel: new Map(),
    closing: new Map(),
  };
}

/** The tally of one row of a table, made when it is first needed. */
export function tallyOf(tallies: Map<SliceKey, Tally>, key: SliceKey): Tally {
  let tally = tallies.get(key);
  if (tally === undefined) {
    tally = emptyTally();
    tallies.set(key, tally);
  }
  return tally;
}

type Labels = ReadonlyMap<SliceKey, string>;

function labelsFrom(db: ReadableDb, sql: string): Labels {
  return new Map(db.plain<{ id: number; label: string }>(sql).map((row) => [row.id, row.label]));
}

/** Mediators who share a name are told apart by sector, and by their line of the roster where that does not do. */
function mediatorLabels(db: ReadableDb): Labels {
  return labelsFrom(
    db,
    `SELECT id,
       CASE
         WHEN count(*) OVER (PARTITION BY name) = 1 THEN name
         WHEN count(*) OVER (PARTITION BY name, sector) = 1 THEN name || '（' || coalesce(sector, '界别未填') || '）'
         ELSE name || '（' || coalesce(sector || '，', '') || '名册' || id || '号）'
       END AS label
     FROM mediators`,
  );
}

/** A cause is stored by edition and name; tables know it by its name, so that the editions count together. */
function byCauseName(db: ReadableDb, tallies: ReadonlyMap<SliceKey, Tally>): Map<SliceKey, Tally> {
  const names = labelsFrom(db, 'SELECT id, name AS label FROM causes');
  const merged = new Map<SliceKey, Tally>();
  for (const [id, tally] of tallies) {
    addTally(tallyOf(merged, id === null ? null : (names.get(id) ?? null)), tally);
  }
  return merged;
}

type Sorted = (one: SliceRow, other: SliceRow) => number;

const byText: Sorted = (one, other) => (one.key < other.key ? -1 : one.key > other.key ? 1 : 0);
const byId: Sorted = (one, other) => Number(one.key) - Number(other.key);

function mostFirst(tie: Sorted): Sorted {
  const cases = ({ figures }: SliceRow) => figures.opening + figures.received;
  return (one, other) =>
    cases(other) - cases(one) || other.figures.closed - one.figures.closed || tie(one, other);
}

/** A table's rows in their order; what is not filled in stands last. */
function rowsOf(
  tallies: ReadonlyMap<SliceKey, Tally>,
  labels: Labels,
  sorted: Sorted,
  none = '未填',
): SliceRow[] {
  const isNone = (key: SliceKey) => key === null || key === '';
  const named = [...tallies].filter(([key]) => !isNone(key));
  const unnamed = [...tallies].filter(([key]) => isNone(key));
  return [
    ...named
      .map(([key, tally]) => ({
        key: String(key),
        label: labels.get(key) ?? String(key),
        figures: figuresOf(tally),
      }))
      .sort(sorted),
    ...unnamed.map(([, tally]) => ({ key: '', label: none, figures: figuresOf(tally) })),
  ];
}

const channelNames: Labels = new Map(
  (Object.keys(channelLabels) as Channel[]).map((key) => [key, channelLabels[key]]),
);
const closingNames: Labels = new Map(
  (Object.keys(closingLabels) as ClosingCode[]).map((key) => [key, closingLabels[key]]),
);

type Tables = Pick<
  PeriodFigures,
  'byCourt' | 'byCause' | 'byMediator' | 'bySector' | 'byChannel' | 'byClosing'
>;

/** The tables of a period. Courts stand in the register's order, causes, mediators and sectors with the most cases first. */
export function sliceTables(db: ReadableDb, slices: Slices): Tables {
  const courts = labelsFrom(db, 'SELECT id, short_name AS label FROM courts');
  const asWritten: Labels = new Map();
  return {
    byCourt: rowsOf(slices.court, courts, byId),
    byCause: rowsOf(byCauseName(db, slices.cause), asWritten, mostFirst(byText)),
    byMediator: rowsOf(slices.mediator, mediatorLabels(db), mostFirst(byId)),
    bySector: rowsOf(slices.sector, asWritten, mostFirst(byText)),
    byChannel: rowsOf(slices.channel, channelNames, byText),
    byClosing: rowsOf(slices.closing, closingNames, byText, '未结'),
  };
}

/** How many mediators have cases that were pending or came in. */
export function mediatorsWithCases({ mediator }: Slices): number {
  return [...mediator].filter(([id, tally]) => id !== null && tallied(tally, 'accepted') > 0).length;
}
