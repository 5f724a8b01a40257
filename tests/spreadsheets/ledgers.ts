import { readFileSync } from 'node:fs';
import { indexCauses, parseCauses } from '#shared/domain/cause-of-action.ts';
import { courtsSchema } from '#shared/domain/court.ts';
import type { Cell, MergedCells, Sheet, Workbook } from '#shared/domain/ledger/cells.ts';
import type {
  CaseRow,
  LedgerReference,
  OtherRow,
  Problem,
  ReadRow,
  RefusedRow,
} from '#shared/domain/ledger/facts.ts';
import { type LedgerMapping, proposeMapping } from '#shared/domain/ledger/head.ts';
import { readLedger } from '#shared/domain/ledger/ledger.ts';
import { localDate } from '#shared/domain/local-date.ts';
import { readWorkbook } from '../../src/main/spreadsheets/workbook.ts';

function resource(path: string): URL {
  return new URL(`../../${path}`, import.meta.url);
}

export function resourceBytes(path: string): Uint8Array {
  return new Uint8Array(readFileSync(resource(path)));
}

/** What ledgers are matched against in the tests: the program's own causes and courts. */
export const reference: LedgerReference = {
  causes: indexCauses(parseCauses(readFileSync(resource('resources/causes-of-action/2025.tsv'), 'utf8'))),
  courts: courtsSchema.parse(JSON.parse(readFileSync(resource('resources/courts.json'), 'utf8'))),
  today: localDate('2026-11-20'),
};

type Written = string | number | Cell | null;

function toCell(written: Written): Cell {
  if (written === null || written === '') {
    return { kind: 'empty' };
  }
  if (typeof written === 'string') {
    return { kind: 'text', text: written };
  }
  return typeof written === 'number' ? { kind: 'number', value: written, text: String(written) } : written;
}

/** A date cell of a day like 2024-03-05. */
export function day(text: string): Cell {
  return { kind: 'date', day: localDate(text) };
}

export function aSheet(
  rows: readonly (readonly Written[])[],
  other: Partial<Pick<Sheet, 'name' | 'merges' | 'hidden'>> = {},
): Sheet {
  return {
    name: '台账',
    merges: [],
    hidden: false,
    ...other,
    firstRow: 1,
    rows: rows.map((row) => row.map(toCell)),
  };
}

/** Merged cells as a spreadsheet writes them: G2:I2. */
export function merged(range: string): MergedCells {
  const [from, to] = range.split(':').map((reference) => {
    const [, letters = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(reference) ?? [];
    const column = Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
    return { row: Number(row), column };
  });
  if (from === undefined || to === undefined) {
    throw new Error(`Not a range: ${range}`);
  }
  return { fromRow: from.row, toRow: to.row, fromColumn: from.column, toColumn: to.column };
}

export function aWorkbook(sheets: readonly Sheet[], date1904 = false): Workbook {
  return { sheets, date1904 };
}

export type ReadFile = {
  readonly workbook: Workbook;
  readonly mapping: LedgerMapping;
  readonly rows: readonly ReadRow[];
};

export async function readFile(path: string): Promise<ReadFile> {
  return readSheets(await readWorkbook(resourceBytes(path), path));
}

export function readSheets(workbook: Workbook): ReadFile {
  const mapping = proposeMapping(workbook);
  return { workbook, mapping, rows: readLedger(workbook, mapping, reference) };
}

export function casesOf(rows: readonly ReadRow[]): readonly CaseRow[] {
  return rows.filter((row) => row.kind === 'case');
}

export function refusedOf(rows: readonly ReadRow[]): readonly RefusedRow[] {
  return rows.filter((row) => row.kind === 'refused');
}

export function othersOf(rows: readonly ReadRow[]): readonly OtherRow[] {
  return rows.filter((row) => row.kind === 'notACase');
}

export function problemsOf(rows: readonly ReadRow[]): readonly Problem[] {
  return refusedOf(rows).flatMap((row) => row.problems);
}

export const plainHead = [
  '序号',
  '收案日期',
  '案件来源',
  '法院',
  '案号',
  '案由',
  '申请人',
  '申请人证件号码',
  '申请人电话',
  '被申请人',
  '被申请人证件号码',
  '被申请人电话',
  '标的额（元）',
  '调解员',
  '界别',
  '结案日期',
  '调解结果',
  '协议金额（元）',
  '到位金额（元）',
  '司法确认日期',
  '备注',
] as const;

export type PlainRow = Partial<Record<(typeof plainHead)[number], Written>>;

const plainValues: PlainRow = {
  收案日期: '2024.3.5',
  案件来源: '法院委派',
  法院: '东胜区人民法院',
  案由: '民间借贷纠纷',
  申请人: '甲某某',
  被申请人: '乙某某',
  '标的额（元）': 50000,
  调解员: '丙某某',
};

/** A row under `plainHead`: an open case of invented people unless told otherwise. */
export function plainRow(values: PlainRow): readonly Written[] {
  const all = { ...plainValues, ...values };
  return plainHead.map((head) => all[head] ?? null);
}

/** Reads one row under `plainHead`. */
export function readPlainRow(values: PlainRow): ReadRow {
  const [row] = readSheets(aWorkbook([aSheet([plainHead, plainRow(values)])])).rows;
  if (row === undefined) {
    throw new Error('No row was read');
  }
  return row;
}
