import { FileRefused } from '../archives/file-refused.ts';

/**
 * Decodes a text file by its content: a byte order mark, else UTF-8 where every byte fits it, else GB18030,
 * which is what Chinese spreadsheet programs write. Throws FileRefused for anything that is no text.
 */
export function decodeText(bytes: Uint8Array): string {
  const text = decode(bytes);
  if (text === undefined || /(?![\t\n\v\f\r])\p{Cc}/u.test(text)) {
    throw new FileRefused('notASpreadsheet', '这不是表格文件，请选择 xlsx 或 csv 格式的台账。');
  }
  return text;
}

function decode(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) {
    return decodeAs('utf-16le', bytes);
  }
  if (bytes[0] === 0xfe && bytes[1] === 0xff) {
    return decodeAs('utf-16be', bytes);
  }
  return decodeAs('utf-8', bytes) ?? decodeAs('gb18030', bytes);
}

function decodeAs(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

const separators = [',', '\t', ';'] as const;

/**
 * Splits separated text into records and cells. Records are counted as a spreadsheet program counts its rows:
 * blank lines count, line ends inside quotes do not. Throws FileRefused beyond the limits, and where a quote is never
 * closed, because it would swallow all cases below it.
 */
export function parseSeparatedText(
  written: string,
  limits: { readonly rows: number; readonly columns: number },
): readonly (readonly string[])[] {
  // A first line “sep=;” is a note to the spreadsheet program, which does not show it as a row.
  const note = /^sep=(.)\r?\n/i.exec(written);
  const text = note === null ? written : written.slice(note[0].length);
  const separator = note?.[1] ?? findSeparator(text);
  const records: string[][] = [];
  let record: string[] = [];
  let start = 0;
  while (start <= text.length) {
    const cell =
      text[start] === '"'
        ? quotedCell(text, start, separator, records.length + 1)
        : plainCell(text, start, separator);
    record.push(cell.text);
    if (records.length >= limits.rows || record.length > limits.columns) {
      throw new FileRefused(
        'tooBig',
        `表格太大（最多 ${limits.rows} 行、${limits.columns} 列），请按年度分成几个文件再导入。`,
      );
    }
    const ending = text[cell.end];
    if (ending === separator) {
      start = cell.end + 1;
      continue;
    }
    records.push(record);
    record = [];
    start = cell.end + (ending === '\r' && text[cell.end + 1] === '\n' ? 2 : 1);
  }
  const last = records.at(-1);
  if (last?.length === 1 && last[0] === '') {
    records.pop();
  }
  return records;
}

type CellText = { readonly text: string; readonly end: number };

function plainCell(text: string, start: number, separator: string): CellText {
  let end = start;
  while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') {
    end += 1;
  }
  return { text: text.slice(start, end), end };
}

function quotedCell(text: string, start: number, separator: string, record: number): CellText {
  let read = '';
  let position = start + 1;
  for (;;) {
    const quote = text.indexOf('"', position);
    if (quote < 0) {
      throw new FileRefused(
        'damaged',
        `第 ${record} 行有一个引号没有配对，它下面的内容无法分行。请改正后再导入，或另存为 xlsx 再导入。`,
      );
    }
    read += text.slice(position, quote);
    position = quote + 1;
    if (text[position] !== '"') {
      break;
    }
    read += '"';
    position += 1;
  }
  // What stands between the closing quote and the separator belongs to the cell, as spreadsheet programs read it.
  const rest = plainCell(text, position, separator);
  return { text: read + rest.text, end: rest.end };
}

/** The separator that stands most often in the first lines outside quotes: a remark full of commas divides nothing. */
function findSeparator(text: string): string {
  const counts = new Map<string, number>(separators.map((separator) => [separator, 0]));
  const end = Math.min(text.length, 20_000);
  let startsCell = true;
  for (let position = 0; position < end; position += 1) {
    const character = text.charAt(position);
    if (startsCell && character === '"') {
      position = closingQuote(text, position);
      startsCell = false;
      continue;
    }
    const count = counts.get(character);
    if (count !== undefined) {
      counts.set(character, count + 1);
    }
    startsCell = count !== undefined || character === '\n' || character === '\r';
  }
  return separators.reduce((best, each) => ((counts.get(each) ?? 0) > (counts.get(best) ?? 0) ? each : best));
}

/** Where the quote that opens at a place is closed; a doubled quote is one in the text. The end where it never is. */
function closingQuote(text: string, opening: number): number {
  let quote = text.indexOf('"', opening + 1);
  while (quote >= 0 && text[quote + 1] === '"') {
    quote = text.indexOf('"', quote + 2);
  }
  return quote < 0 ? text.length : quote;
}
