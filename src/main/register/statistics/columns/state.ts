import { createZones, type Zones } from '../zones.ts';

/** The days of a case, in the order in which they are read. */
export const dayColumns = [
  'registered',
  'received',
  'ended',
  'confirmed',
  'applied',
  'rejected',
  'due',
  'performanceDue',
  'performed',
  'enforced',
] as const;
export type DayColumn = (typeof dayColumns)[number];

/** What tells cases apart, in the order in which they are read. */
export const codeColumns = [
  'channel',
  'source',
  'court',
  'cause',
  'mediator',
  'sector',
  'studio',
  'organisation',
  'district',
] as const;
export type CodeColumn = (typeof codeColumns)[number];

export const fenColumns = ['claim', 'agreed', 'paid'] as const;
export type FenColumn = (typeof fenColumns)[number];

/** The bits of `flags`, in the order in which `rowSql` packs them. */
const flagPlaces = { partly: 1, noProperty: 2, imported: 4, confirmable: 8 } as const;

/** An id or a text; at place 0 of every dictionary stands null: not filled in. */
export type CodeValue = number | string | null;

/**
 * The live cases of the register as columns, for straight loops from 0 to `count`; the arrays are longer than that. They
 * are changed in place: take them anew from `columnsOf` for every answer and keep none over an `await`. Rows are in no
 * order, and a row may hold another case next time.
 */
export type CaseColumns = {
  readonly count: number;
  readonly caseIds: Int32Array;
  /** Day numbers; `never` where there is no such day. */
  readonly days: Readonly<Record<DayColumn, Int32Array>>;
  /** 0 while there is no closing, else the place in `closingCodes` + 1. */
  readonly closingCode: Uint8Array;
  /** Places in the dictionary of the same name. */
  readonly codes: Readonly<Record<CodeColumn, Uint16Array>>;
  /** They only grow; a place never means another value. */
  readonly dictionaries: Readonly<Record<CodeColumn, readonly CodeValue[]>>;
  /** Bits, named by `flagPlaces`. */
  readonly flags: Uint16Array;
  readonly flagPlaces: Readonly<Record<keyof typeof flagPlaces, number>>;
  /** Bit i: the mark `caseMarkCodes[i]`. */
  readonly marks: Uint16Array;
  readonly parties: Uint16Array;
  readonly suspendedDays: Uint16Array;
  /** Sums in fen; NaN where there is none, which is not 0. `paid` always is a number. */
  readonly fen: Readonly<Record<FenColumn, Float64Array>>;
  /** What lies where; see `refreshZones`. */
  readonly zones: Zones;
  /** The payments that stand, in no order; `row` is the case's row, the day `never` where nobody knows it. */
  readonly payments: {
    readonly count: number;
    readonly row: Int32Array;
    readonly day: Int32Array;
    readonly fen: Float64Array;
  };
};

type Grown<Array> = { -readonly [Key in keyof Array]: Array[Key] };

function each<Name extends string, Value>(names: readonly Name[], make: (name: Name) => Value) {
  return Object.fromEntries(names.map((name) => [name, make(name)])) as Record<Name, Value>;
}

/** What a store keeps: plain data, of which another thread can be handed a copy. */
export type StoreState = ReturnType<typeof emptyState>;

/** No cases yet, and room for so many. */
export function emptyState(room: number) {
  const capacity = Math.max(1024, room);
  return {
    capacity,
    /** One more than the row of each case; 0 where it has none. */
    rowOfCase: new Int32Array(capacity + 1),
    columns: {
      count: 0,
      caseIds: new Int32Array(capacity),
      days: each(dayColumns, () => new Int32Array(capacity)),
      closingCode: new Uint8Array(capacity),
      codes: each(codeColumns, () => new Uint16Array(capacity)),
      dictionaries: each(codeColumns, (): CodeValue[] => [null]),
      flags: new Uint16Array(capacity),
      flagPlaces,
      marks: new Uint16Array(capacity),
      parties: new Uint16Array(capacity),
      suspendedDays: new Uint16Array(capacity),
      fen: each(fenColumns, () => new Float64Array(capacity)),
      zones: createZones(capacity),
      payments: {
        count: 0,
        row: new Int32Array(1024),
        day: new Int32Array(1024),
        fen: new Float64Array(1024),
      },
    } satisfies Grown<CaseColumns>,
    places: each(codeColumns, () => new Map<CodeValue, number>([[null, 0]])),
    /** 1 where a row has payments: most have none, and then nothing has to be looked for among all of them. */
    own: { paying: new Uint8Array(capacity) },
  };
}

/** The claim of a row in fen; null where there is no sum. */
export function claimOf({ fen }: CaseColumns, row: number): number | null {
  const claim = fen.claim[row] as number;
  return Number.isNaN(claim) ? null : claim;
}
