import { caseMarkCodes } from '#shared/domain/case-mark.ts';
import {
  amountBandNames,
  amountBands,
  type SliceDimension,
  withoutAmount,
} from '#shared/domain/statistics.ts';
import type { ReadableDb } from '../query.ts';
import type { CaseColumns, CodeColumn } from './columns.ts';
import type { Selection } from './selected.ts';

/** Which row of a table each case lies in: `of` gives the place of its key in `keys`. */
export type RowKeys = {
  readonly keys: readonly string[];
  readonly of: (row: number) => number;
  /** The same for the first so many of a list of rows. */
  readonly ofAll: (rows: Int32Array, count: number) => Uint16Array;
};

type CausePlace = {
  readonly id: number;
  readonly name: string;
  readonly cause_group: string | null;
  readonly level1: string | null;
  readonly level2: string | null;
  readonly level3: string | null;
};

const causesSql = `SELECT c.id, c.name, p.cause_group, p.level1, p.level2, p.level3
  FROM causes c LEFT JOIN cause_places p ON p.name = c.name`;

/** What a case's cause says of it. The editions count together, by name. */
const ofCause = {
  cause: (place: CausePlace) => place.name,
  causeGroup: (place: CausePlace) => place.cause_group,
  causeLevel1: (place: CausePlace) => place.level1,
  causeLevel2: (place: CausePlace) => place.level2,
  causeLevel3: (place: CausePlace) => place.level3,
} as const;

const codeColumns = {
  court: 'court',
  district: 'district',
  studio: 'studio',
  organisation: 'organisation',
  mediator: 'mediator',
  sector: 'sector',
  channel: 'channel',
  source: 'source',
} as const satisfies Partial<Record<SliceDimension, CodeColumn>>;

/** Folds the values of a column's dictionary into keys. */
function folded(
  columns: CaseColumns,
  column: CodeColumn,
  keyOf: (value: number | string) => string,
): RowKeys {
  const places = new Map<string, number>();
  const placeOf = Uint16Array.from(columns.dictionaries[column], (value) => {
    const key = value === null ? '' : keyOf(value);
    const place = places.get(key) ?? places.size;
    places.set(key, place);
    return place;
  });
  const codes = columns.codes[column];
  return {
    keys: [...places.keys()],
    of: (row) => placeOf[codes[row] as number] as number,
    ofAll: (rows, count) => {
      const all = new Uint16Array(count);
      for (let at = 0; at < count; at += 1) all[at] = placeOf[codes[rows[at] as number] as number] as number;
      return all;
    },
  };
}

function causeKeys(db: ReadableDb, columns: CaseColumns, dimension: keyof typeof ofCause): RowKeys {
  const causes = new Map(db.plain<CausePlace>(causesSql).map((place) => [place.id, place]));
  const read = ofCause[dimension];
  return folded(columns, 'cause', (id) => {
    const place = causes.get(Number(id));
    return (place === undefined ? null : read(place)) ?? '';
  });
}

const bandKeys: readonly string[] = [...amountBandNames, ...Object.keys(withoutAmount)];

function bands(columns: CaseColumns): RowKeys {
  const { flags, flagPlaces } = columns;
  const { claim } = columns.fen;
  const upTo = Float64Array.from(amountBandNames, (band) => amountBands[band].upTo);
  const [noProperty, notStated] = [bandKeys.indexOf('noProperty'), bandKeys.indexOf('notStated')];
  const of = (row: number): number => {
    const fen = claim[row] as number;
    if (Number.isNaN(fen))
      return ((flags[row] as number) & flagPlaces.noProperty) !== 0 ? noProperty : notStated;
    let band = 0;
    while (band < upTo.length - 1 && fen > (upTo[band] as number)) band += 1;
    return band;
  };
  const ofAll = (rows: Int32Array, count: number) => {
    const all = new Uint16Array(count);
    for (let at = 0; at < count; at += 1) all[at] = of(rows[at] as number);
    return all;
  };
  return { keys: bandKeys, of, ofAll };
}

/** The keys of a dimension that lie in the columns themselves; closing depends on the period, marks are many. */
export function keysOf(
  db: ReadableDb,
  columns: CaseColumns,
  dimension: Exclude<SliceDimension, 'closing' | 'mark'>,
): RowKeys {
  switch (dimension) {
    case 'amountBand':
      return bands(columns);
    case 'cause':
    case 'causeGroup':
    case 'causeLevel1':
    case 'causeLevel2':
    case 'causeLevel3':
      return causeKeys(db, columns, dimension);
    default:
      return folded(columns, codeColumns[dimension], String);
  }
}

/** Every selected case with the place of its row in a table: case `place[at]` (or `at` itself) lies in row `key[at]`. */
export type PlacesInTable = {
  readonly keys: readonly string[];
  readonly key: Uint16Array;
  /** Null where every case lies in the table once, in the order of the selection. */
  readonly place: Int32Array | null;
  readonly length: number;
};

/** By special groups a case lies in the table once for each of its marks, so that these rows do not sum to the whole. */
function placesByMark({ columns, count, rows }: Selection): PlacesInTable {
  const key: number[] = [];
  const place: number[] = [];
  for (let at = 0; at < count; at += 1) {
    const marks = columns.marks[rows[at] as number] as number;
    for (let bit = 0; bit <= caseMarkCodes.length; bit += 1) {
      if (bit === caseMarkCodes.length ? marks !== 0 : (marks & (1 << bit)) === 0) continue;
      key.push(bit);
      place.push(at);
    }
  }
  return {
    keys: [...caseMarkCodes, ''],
    key: Uint16Array.from(key),
    place: Int32Array.from(place),
    length: key.length,
  };
}

/** In which rows of the table by a dimension the selected cases lie. */
export function placesInTable(
  db: ReadableDb,
  selection: Selection,
  dimension: SliceDimension,
): PlacesInTable {
  const { columns, count, rows, shareOf, shares } = selection;
  if (dimension === 'mark') return placesByMark(selection);
  if (dimension === 'closing') {
    const key = new Uint16Array(count);
    const keys = [...new Set(shares.map(({ state }) => state as string))];
    const keyOfShare = Uint16Array.from(shares, ({ state }) => keys.indexOf(state));
    for (let at = 0; at < count; at += 1) key[at] = keyOfShare[shareOf[at] as number] as number;
    return { keys, key, place: null, length: count };
  }
  const { keys, ofAll } = keysOf(db, columns, dimension);
  return { keys, key: ofAll(rows, count), place: null, length: count };
}
