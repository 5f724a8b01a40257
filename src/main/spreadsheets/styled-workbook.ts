import { type CellStyle, colToLetter, type WriteOptions, type WriteSheet, writeXlsx } from 'hucre/xlsx';
import { growingPart, type PackedPart, packedPart, partsOf, zipOf } from '../archives/zip-parts.ts';
import { cellOpenings, rowXml, type StyledRow } from './row-xml.ts';

/** A sheet whose cells we write ourselves; everything about it but its cells is the library's. */
export type StyledSheet = {
  readonly frame: Omit<WriteSheet, 'rows' | 'cells' | 'data' | 'rowDefs'>;
  readonly rows: readonly StyledRow[];
};

/** The styles of all sheets; the same object is the same style. */
function stylesOf(sheets: readonly StyledSheet[]): readonly CellStyle[] {
  const lists = new Set(sheets.flatMap(({ rows }) => rows.map(({ styles }) => styles)));
  return [...new Set([...lists].flat())];
}

/** The library's files of the sheets without their rows; its first sheet has one row instead, a cell for each style. */
async function framesOf(
  options: Omit<WriteOptions, 'sheets'>,
  sheets: readonly StyledSheet[],
  styles: readonly CellStyle[],
): Promise<ReadonlyMap<string, () => string>> {
  const samples = new Map(styles.map((style, column) => [`0,${column}`, { style }]));
  const frames = sheets.map(
    ({ frame }, place): WriteSheet =>
      place > 0 ? { ...frame, rows: [] } : { ...frame, rows: [styles.map(() => 0)], cells: samples },
  );
  return partsOf(await writeXlsx({ ...options, sheets: frames }));
}

/** The number that the library gave to each style, as the cells of its first sheet bear it. */
function idsOf(styles: readonly CellStyle[], sample: string): ReadonlyMap<CellStyle, number> {
  const ids = Array.from(sample.matchAll(/<c r="[A-Z]+1"(?: s="(\d+)")?>/g), ([, id = '0']) => Number(id));
  if (ids.length !== styles.length) throw new Error('The library wrote other cells than it was given.');
  return new Map(styles.map((style, place) => [style, ids[place] ?? 0]));
}

const rowsAtOnce = 1000;

/** The library's sheet with the rows in it; a long list is deflated while it is written. */
async function withRows(
  name: string,
  frame: string,
  rows: readonly StyledRow[],
  ids: ReadonlyMap<CellStyle, number>,
): Promise<PackedPart> {
  const [, before, after] = /^(.*)<sheetData(?:\/>|>.*<\/sheetData>)(.*)$/s.exec(frame) ?? [];
  if (before === undefined || after === undefined) throw new Error('The library wrote a sheet without rows.');
  const columns = rows.reduce((most, { values }) => Math.max(most, values.length), 1);
  const covered = `<dimension ref="A1:${colToLetter(columns - 1)}${Math.max(1, rows.length)}"/>`;
  const part = growingPart(name);
  const openings = cellOpenings(ids);
  let written = part.add(`${before.replace(/<dimension [^>]*>/, covered)}<sheetData>`);
  for (let from = 0; from < rows.length; from += rowsAtOnce) {
    const some = rows.slice(from, from + rowsAtOnce);
    const xml = some.map((row, place) => rowXml(from + place + 1, row, openings(row.styles))).join('');
    await written;
    written = part.add(xml);
  }
  await written;
  await part.add(`</sheetData>${after}`);
  return part.close();
}

/**
 * Writes sheets of styled cells as xlsx. The library writes all but the cells: given these too, it works out the style
 * of every cell anew, which takes some twenty times as long as the rest.
 */
export async function writeStyledWorkbook(
  options: Omit<WriteOptions, 'sheets'>,
  sheets: readonly StyledSheet[],
): Promise<Uint8Array> {
  const styles = stylesOf(sheets);
  const frames = await framesOf(options, sheets, styles);
  const partOf = (place: number) => `xl/worksheets/sheet${place + 1}.xml`;
  const ids = idsOf(styles, frames.get(partOf(0))?.() ?? '');
  const places = new Map(sheets.map((_, place) => [partOf(place), place]));
  const parts: PackedPart[] = [];
  for (const [name, text] of frames) {
    const rows = sheets[places.get(name) ?? -1]?.rows;
    parts.push(rows === undefined ? packedPart(name, text()) : await withRows(name, text(), rows, ids));
  }
  return zipOf(parts);
}
