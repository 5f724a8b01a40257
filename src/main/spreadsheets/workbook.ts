import { type CellValue, readXlsx, writeXlsx, type Sheet as XlsxSheet } from 'hucre/xlsx';
import {
  type Cell,
  columnLetters,
  emptyCell,
  type MergedCells,
  type Sheet,
  type TableSheet,
  type Workbook,
} from '#shared/domain/ledger/cells.ts';
import { localDateFromUtcMidnight } from '#shared/domain/local-date.ts';
import { cleanText } from '#shared/domain/names.ts';
import { FileRefused } from '../archives/file-refused.ts';
import { decodeText, parseSeparatedText } from './delimited-text.ts';
import { checkXlsx, sheetLimits } from './xlsx-package.ts';

const largestFile = 20 * 1024 * 1024;

const oldFormat = '这是旧格式的表格（.xls、.et），请另存为 xlsx 再导入。';

/**
 * Reads a spreadsheet file (xlsx, or csv in UTF-8 or GB18030) into cells; what the file is, its content decides.
 * Throws FileRefused with a Chinese sentence for every file that is not read.
 */
export async function readWorkbook(bytes: Uint8Array, fileName: string): Promise<Workbook> {
  if (bytes.length === 0) {
    throw new FileRefused('empty', '文件是空的，请重新选择台账文件。');
  }
  if (bytes.length > largestFile) {
    throw new FileRefused('tooBig', '文件超过 20 MB，请删去图片和多余的表，或按年度分成几个文件再导入。');
  }
  if (isOldContainer(bytes)) {
    throw isEncryptedPackage(bytes)
      ? new FileRefused('encrypted', '文件设了打开密码，请在表格软件中取消密码后另存为 xlsx 再导入。')
      : new FileRefused('oldFormat', oldFormat);
  }
  if (/\.(?:xls|xlt|et|ett|wps)$/i.test(fileName)) {
    throw new FileRefused('oldFormat', oldFormat);
  }
  const workbook = startsWith(bytes, 'PK')
    ? await readXlsxWorkbook(bytes)
    : readTextWorkbook(bytes, fileName);
  if (workbook.sheets.every((sheet) => sheet.rows.length === 0)) {
    throw new FileRefused('empty', '表格里没有内容，请检查是否选对了文件。');
  }
  return workbook;
}

/**
 * Writes sheets of plain cells as xlsx. Text is written as text whatever it looks like, never as a formula, and
 * the same cells give the same bytes.
 */
export async function writeTable(sheets: readonly TableSheet[]): Promise<Uint8Array> {
  // A fixed day: nobody reads it, and the time of writing would make every file differ.
  const written = new Date(Date.UTC(2026, 0, 1));
  return await writeXlsx({
    properties: { created: written, modified: written },
    sheets: sheets.map((sheet, index) => ({
      name: sheetName(sheet.name, index),
      rows: sheet.rows.map((row) => row.map(toXlsxValue)),
      columns: Array.from({ length: Math.max(0, ...sheet.rows.map((row) => row.length)) }, (_, index) => ({
        width: sheet.widths?.[index] ?? 14,
      })),
      cells: styledCells(sheet),
      freezePane: { rows: sheet.headRows },
    })),
  });
}

/** A name that spreadsheet programs take: at most 31 characters without their signs; a csv's sheet is named after its file. */
function sheetName(name: string, index: number): string {
  const plain = cleanText(name)
    .replace(/[\\/?*:[\]\n\t]/g, '_')
    .replace(/^'+|'+$/g, '');
  return plain.length > 31 || plain === '' ? `${plain.slice(0, 26)}…${index + 1}` : plain;
}

// An 18-digit number cell would lose its last digits, so more than 15 are written as text.
function toXlsxValue(cell: Cell): CellValue {
  switch (cell.kind) {
    case 'empty':
      return null;
    case 'number':
      return Math.abs(cell.value) < 1e15 ? cell.value : cell.text;
    case 'date':
      return new Date(`${cell.day}T00:00:00Z`);
    case 'text':
      // A literal _x0041_ would be read back as the letter A.
      return cleanText(cell.text).replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
  }
}

type StyledCells = NonNullable<Parameters<typeof writeXlsx>[0]['sheets'][number]['cells']>;

/** Cells that a value alone would not write right: days need their format, and the word #N/A would become an error. */
function styledCells(sheet: TableSheet): StyledCells {
  const cells: StyledCells = new Map();
  for (const [rowIndex, row] of sheet.rows.entries()) {
    for (const [columnIndex, cell] of row.entries()) {
      if (cell.kind === 'date') {
        cells.set(`${rowIndex},${columnIndex}`, { style: { numFmt: 'yyyy-mm-dd' } });
      } else if (cell.kind === 'text' && cell.text.startsWith('#')) {
        cells.set(`${rowIndex},${columnIndex}`, { richText: [{ text: cleanText(cell.text) }] });
      }
    }
  }
  return cells;
}

async function readXlsxWorkbook(bytes: Uint8Array): Promise<Workbook> {
  const { bytes: checked, tables } = checkXlsx(bytes);
  const read = await readXlsx(checked, {
    sheets: (_, place) => tables.has(place),
    range: `A1:${columnLetters(sheetLimits.columns - 1)}${sheetLimits.rows}`,
  }).catch((fault: unknown) => {
    throw new FileRefused(
      'damaged',
      `文件已损坏或不完整（${fault instanceof Error ? fault.message : '无法读取'}），请在表格软件中打开后另存为 xlsx 再导入。`,
    );
  });
  return { sheets: read.sheets.map(fromXlsxSheet), date1904: read.dateSystem === '1904' };
}

function fromXlsxSheet(sheet: XlsxSheet): Sheet {
  const rows = sheet.rows.map((row, rowIndex) =>
    trimEnd(
      row.map((value, columnIndex) =>
        value === null ? uncalculated(sheet, rowIndex, columnIndex) : fromXlsxValue(value),
      ),
    ),
  );
  while (rows.at(-1)?.length === 0) {
    rows.pop();
  }
  return {
    name: sheet.name,
    rows,
    firstRow: 1,
    merges: (sheet.merges ?? []).map(
      (merge): MergedCells => ({
        fromRow: merge.startRow + 1,
        toRow: merge.endRow + 1,
        fromColumn: merge.startCol,
        toColumn: merge.endCol,
      }),
    ),
    hidden: sheet.hidden === true || sheet.veryHidden === true,
  };
}

/** A formula saved without its result is shown as the formula: to take it for an empty cell would drop a sum. */
function uncalculated(sheet: XlsxSheet, row: number, column: number): Cell {
  const formula = sheet.cells?.get(`${row},${column}`)?.formula;
  return formula === undefined ? emptyCell : { kind: 'text', text: `=${formula}` };
}

function fromXlsxValue(value: Exclude<CellValue, null>): Cell {
  if (value instanceof Date) {
    return fromXlsxDate(value);
  }
  switch (typeof value) {
    case 'number':
      return { kind: 'number', value, text: String(value) };
    case 'boolean':
      return { kind: 'text', text: value ? '是' : '否' };
    default:
      return fromText(value);
  }
}

// A time of day alone is a date of 1899 to the reader, and a number beyond all years is no date at all.
function fromXlsxDate(date: Date): Cell {
  const time = date.getTime();
  if (time >= Date.UTC(1900, 0, 1) && time < Date.UTC(2200, 0, 1)) {
    return { kind: 'date', day: localDateFromUtcMidnight(date) };
  }
  return { kind: 'text', text: Number.isNaN(time) ? '########' : date.toISOString().slice(11, 16) };
}

// A cell of a spreadsheet holds 32,767 characters at most; more only stands in files that were made by hand.
function fromText(text: string): Cell {
  return text === '' ? emptyCell : { kind: 'text', text: text.slice(0, 32_767) };
}

function trimEnd(row: Cell[]): Cell[] {
  while (row.at(-1)?.kind === 'empty') {
    row.pop();
  }
  return row;
}

function readTextWorkbook(bytes: Uint8Array, fileName: string): Workbook {
  if (
    startsWith(bytes, '%PDF') ||
    startsWith(bytes, '\u0089PNG') ||
    startsWith(bytes, '\u00ff\u00d8\u00ff')
  ) {
    throw new FileRefused('notASpreadsheet', '这不是表格文件，请选择 xlsx 或 csv 格式的台账。');
  }
  const text = decodeText(bytes);
  // Court systems write web pages and XML under the name of a spreadsheet; a spreadsheet program opens both.
  if (/^\s*<(?:\?xml|!doctype|html|table|meta|head|style)/i.test(text)) {
    throw new FileRefused('oldFormat', '这是网页格式的表格，请在表格软件中打开后另存为 xlsx 再导入。');
  }
  const rows = parseSeparatedText(text, sheetLimits).map((record) => trimEnd(record.map(fromSeparatedText)));
  while (rows.at(-1)?.length === 0) {
    rows.pop();
  }
  const name = fileName.replace(/^.*[\\/]/, '').replace(/\.[^.]*$/, '');
  return { sheets: [{ name, rows, firstRow: 1, merges: [], hidden: false }], date1904: false };
}

/** Programs that want a number kept as text write ="0150" or put a tab or an apostrophe before it. */
function fromSeparatedText(text: string): Cell {
  const quoted = /^="(.*)"$/s.exec(text);
  return fromText(quoted?.[1] ?? text.replace(/^[\t']+/, ''));
}

function startsWith(bytes: Uint8Array, text: string): boolean {
  return Array.from(text).every((character, index) => bytes[index] === character.charCodeAt(0));
}

/** The container of .xls, .et and .wps files, and of xlsx files with a password. */
function isOldContainer(bytes: Uint8Array): boolean {
  return startsWith(bytes, '\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1');
}

function isEncryptedPackage(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(
    'EncryptedPackage',
    0,
    'utf16le',
  );
}
