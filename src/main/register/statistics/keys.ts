import { caseMarkCodes } from '#shared/domain/case-mark.ts';
import { amountBandOf, type SliceDimension } from '#shared/domain/statistics.ts';
import type { ReadableDb } from '../query.ts';
import { type CaseColumns, type CodeColumn, claimOf } from './columns.ts';
import type { Selection } from './selection.ts';

/** Which row of a table each case lies in: `of` gives the place of its key in `keys`. */
export type RowKeys = { readonly keys: readonly string[]; readonly of: (row: number) => number };

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
  const placeOf = columns.dictionaries[column].map((value) => {
    const key = value === null ? '' : keyOf(value);
    const place = places.get(key) ?? places.size;
    places.set(key, place);
    return place;
  });
  const codes = columns.codes[column];
  return { keys: [...places.keys()], of: (row) => placeOf[codes[row] as number] as number };
}

function causeKeys(db: ReadableDb, columns: CaseColumns, dimension: keyof typeof ofCause): RowKeys {
  const causes = new Map(db.plain<CausePlace>(causesSql).map((place) => [place.id, place]));
  const read = ofCause[dimension];
  return folded(columns, 'cause', (id) => {
    const place = causes.get(Number(id));
    return (place === undefined ? null : read(place)) ?? '';
  });
}

const bandKeys = ['noProperty', 'notStated', 'upTo1', 'upTo5', 'upTo20', 'upTo100', 'above100'] as const;

function bands(columns: CaseColumns): RowKeys {
  const { flags, flagPlaces } = columns;
  return {
    keys: bandKeys,
    of: (row) => {
      const noProperty = ((flags[row] as number) & flagPlaces.noProperty) !== 0;
      return bandKeys.indexOf(amountBandOf(claimOf(columns, row), noProperty));
    },
  };
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

/**
 * Calls `add` for every selected case with the place of its row in the table by a dimension, and gives the keys of the
 * rows. By special groups a case is added once for each of its marks, so that these rows do not sum to the whole.
 */
export function eachKeyed(
  db: ReadableDb,
  selection: Selection,
  dimension: SliceDimension,
  add: (key: number, place: number) => void,
): readonly string[] {
  const { columns, count, rows, shareOf, shares } = selection;
  if (dimension === 'closing') {
    const keys = [...new Set(shares.map(({ state }) => state as string))];
    const keyOfShare = shares.map(({ state }) => keys.indexOf(state));
    for (let place = 0; place < count; place += 1) add(keyOfShare[shareOf[place] as number] as number, place);
    return keys;
  }
  if (dimension === 'mark') {
    for (let place = 0; place < count; place += 1) {
      const marks = columns.marks[rows[place] as number] as number;
      if (marks === 0) add(caseMarkCodes.length, place);
      for (let bit = 0; bit < caseMarkCodes.length; bit += 1) if ((marks & (1 << bit)) !== 0) add(bit, place);
    }
    return [...caseMarkCodes, ''];
  }
  const { keys, of } = keysOf(db, columns, dimension);
  for (let place = 0; place < count; place += 1) add(of(rows[place] as number), place);
  return keys;
}
