import { closingCodes } from '#shared/domain/closing.ts';
import { dayNumber, never } from '#shared/domain/day-number.ts';
import { dayOf } from '../../values.ts';
import { createZones, type Zones, zoneBits } from '../zones.ts';

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

/** A row as it is read: the id, the days, the closing code, the codes, and the numbers from `flags` to the sums. */
export type ReadRow = readonly CodeValue[];
export type ReadPayment = readonly [caseId: number, paidOn: string | null, amountFen: number];

type Grown<Array> = { -readonly [Key in keyof Array]: Array[Key] };

function each<Name extends string, Value>(names: readonly Name[], make: (name: Name) => Value) {
  return Object.fromEntries(names.map((name) => [name, make(name)])) as Record<Name, Value>;
}

type Numbers = Int32Array | Uint16Array | Uint8Array | Float64Array;

function longer<Column extends Numbers>(column: Column, length: number): Column {
  const made = new (column.constructor as new (length: number) => Column)(length);
  made.set(column as never);
  return made;
}

const closingPlaces = new Map<CodeValue, number>(closingCodes.map((code, place) => [code, place + 1]));

/** Some thousand days are met a million times. */
const dayNumbers = new Map<string, number>();

function numberOfDay(day: string | null): number {
  if (day === null) return never;
  let number = dayNumbers.get(day);
  if (number === undefined) {
    number = dayNumber(dayOf(day));
    dayNumbers.set(day, number);
  }
  return number;
}

const afterId = 1;
const closingAt = afterId + dayColumns.length;
const codesAt = closingAt + 1;
const numbersAt = codesAt + codeColumns.length;
const fenAt = numbersAt + 4;

/** The columns with room for so many cases, and what is needed to change them. */
export function createStore(room: number) {
  let capacity = Math.max(1024, room);
  let rowOfCase = new Int32Array(capacity + 1);
  const columns = {
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
    payments: { count: 0, row: new Int32Array(1024), day: new Int32Array(1024), fen: new Float64Array(1024) },
  } satisfies Grown<CaseColumns>;
  const places = each(codeColumns, () => new Map<CodeValue, number>([[null, 0]]));
  const { payments } = columns;
  /** 1 where a row has payments: most have none, and then nothing has to be looked for among all of them. */
  const own = { paying: new Uint8Array(capacity) };

  /** Columns of rows, each with its holder, in one list: growing and moving go over all of them alike. */
  const holders: readonly (readonly [holder: Record<string, unknown>, name: string])[] = [
    ...['caseIds', 'closingCode', 'flags', 'marks', 'parties', 'suspendedDays'].map(
      (name) => [columns, name] as const,
    ),
    ...[columns.days, columns.codes, columns.fen, own].flatMap((holder) =>
      Object.keys(holder).map((name) => [holder, name] as const),
    ),
  ];

  function grow(): void {
    capacity = Math.ceil(capacity * 1.25);
    for (const [holder, name] of holders) holder[name] = longer(holder[name] as Numbers, capacity);
    columns.zones = createZones(capacity);
  }

  /** The row of a case; -1 where it has none. */
  function rowOf(caseId: number): number {
    return (rowOfCase[caseId] ?? 0) - 1;
  }

  function setRow(caseId: number, row: number): void {
    if (caseId >= rowOfCase.length) rowOfCase = longer(rowOfCase, Math.ceil(caseId * 1.25) + 1024);
    rowOfCase[caseId] = row + 1;
  }

  function placeOf(name: CodeColumn, value: CodeValue): number {
    let place = places[name].get(value);
    if (place === undefined) {
      place = columns.dictionaries[name].push(value) - 1;
      if (place > 0xffff) throw new RangeError(`More than 65,535 different values of ${name}.`);
      places[name].set(value, place);
    }
    return place;
  }

  /** Takes a row as it was read, in place of the one that the case had. */
  function put(read: ReadRow): void {
    const caseId = read[0] as number;
    let row = rowOf(caseId);
    if (row < 0) {
      if (columns.count === capacity) grow();
      row = columns.count;
      columns.count += 1;
      columns.caseIds[row] = caseId;
      setRow(caseId, row);
    }
    columns.zones.stale[row >> zoneBits] = 1;
    dayColumns.forEach((name, place) => {
      columns.days[name][row] = numberOfDay(read[afterId + place] as string | null);
    });
    columns.closingCode[row] = closingPlaces.get(read[closingAt] ?? null) ?? 0;
    codeColumns.forEach((name, place) => {
      columns.codes[name][row] = placeOf(name, read[codesAt + place] ?? null);
    });
    columns.flags[row] = read[numbersAt] as number;
    columns.marks[row] = read[numbersAt + 1] as number;
    columns.parties[row] = read[numbersAt + 2] as number;
    columns.suspendedDays[row] = Math.min(0xffff, read[numbersAt + 3] as number);
    fenColumns.forEach((name, place) => {
      columns.fen[name][row] = (read[fenAt + place] as number | null) ?? Number.NaN;
    });
  }

  /** Takes out a case; the last row moves into its place. Its payments have been dropped before. */
  function remove(caseId: number): void {
    const row = rowOf(caseId);
    if (row < 0) return;
    const last = columns.count - 1;
    if (row !== last) {
      for (const [holder, name] of holders) (holder[name] as Numbers).copyWithin(row, last, last + 1);
      setRow(columns.caseIds[row] ?? 0, row);
      if (own.paying[last] === 1) {
        for (let at = 0; at < payments.count; at += 1) if (payments.row[at] === last) payments.row[at] = row;
      }
    }
    own.paying[last] = 0;
    columns.count = last;
    columns.zones.stale[row >> zoneBits] = 1;
    columns.zones.stale[last >> zoneBits] = 1;
    setRow(caseId, -1);
  }

  function putPayment([caseId, paidOn, amountFen]: ReadPayment): void {
    const row = rowOf(caseId);
    // Payments of a removed case count nowhere.
    if (row < 0) return;
    const at = payments.count;
    if (at === payments.row.length) {
      const length = Math.ceil(at * 1.5);
      payments.row = longer(payments.row, length);
      payments.day = longer(payments.day, length);
      payments.fen = longer(payments.fen, length);
    }
    own.paying[row] = 1;
    payments.row[at] = row;
    payments.day[at] = numberOfDay(paidOn);
    payments.fen[at] = amountFen;
    payments.count = at + 1;
  }

  /** Drops the payments of cases that are read anew. */
  function dropPayments(caseIds: readonly number[]): void {
    const rows = caseIds.map(rowOf).filter((row) => own.paying[row] === 1);
    if (rows.length === 0) return;
    const dropped = new Uint8Array(columns.count);
    for (const row of rows) {
      dropped[row] = 1;
      own.paying[row] = 0;
    }
    let kept = 0;
    for (let at = 0; at < payments.count; at += 1) {
      const row = payments.row[at] as number;
      if (dropped[row] === 1) continue;
      payments.row[kept] = row;
      payments.day[kept] = payments.day[at] as number;
      payments.fen[kept] = payments.fen[at] as number;
      kept += 1;
    }
    payments.count = kept;
  }

  function putPeriod(caseId: number, dueOn: string | null, suspendedDays: number): void {
    const row = rowOf(caseId);
    if (row < 0) return;
    columns.days.due[row] = numberOfDay(dueOn);
    columns.suspendedDays[row] = Math.min(0xffff, suspendedDays);
  }

  return { columns: columns as CaseColumns, put, remove, putPayment, dropPayments, putPeriod };
}

export type Store = ReturnType<typeof createStore>;

/** The claim of a row in fen; null where there is no sum. */
export function claimOf({ fen }: CaseColumns, row: number): number | null {
  const claim = fen.claim[row] as number;
  return Number.isNaN(claim) ? null : claim;
}
