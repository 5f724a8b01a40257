import { closingCodes } from '#shared/domain/closing.ts';
import { dayNumber, never } from '#shared/domain/day-number.ts';
import { dayOf } from '../../values.ts';
import { createZones, zoneBits } from '../zones.ts';
import {
  type CaseColumns,
  type CodeColumn,
  type CodeValue,
  codeColumns,
  dayColumns,
  fenColumns,
  type StoreState,
} from './state.ts';

/** A row as it is read: the id, the days, the closing code, the codes, and the numbers from `flags` to the sums. */
export type ReadRow = readonly CodeValue[];
export type ReadPayment = readonly [caseId: number, paidOn: string | null, amountFen: number];

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

/** The columns of a state, and what is needed to change them. */
export function createStore(state: StoreState) {
  const { columns, places, own } = state;
  const { payments } = columns;

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
    state.capacity = Math.ceil(state.capacity * 1.25);
    for (const [holder, name] of holders) holder[name] = longer(holder[name] as Numbers, state.capacity);
    columns.zones = createZones(state.capacity);
  }

  /** The row of a case; -1 where it has none. */
  function rowOf(caseId: number): number {
    return (state.rowOfCase[caseId] ?? 0) - 1;
  }

  function setRow(caseId: number, row: number): void {
    const length = Math.ceil(caseId * 1.25) + 1024;
    if (caseId >= state.rowOfCase.length) state.rowOfCase = longer(state.rowOfCase, length);
    state.rowOfCase[caseId] = row + 1;
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
      if (columns.count === state.capacity) grow();
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

  return { state, columns: columns as CaseColumns, put, remove, putPayment, dropPayments, putPeriod };
}

export type Store = ReturnType<typeof createStore>;
