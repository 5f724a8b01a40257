import { type Archive, type ArchiveAdvice, openArchive } from '../archives/archive.ts';
import { FileRefused } from '../archives/file-refused.ts';
import { storedArchive } from './stored-archive.ts';

/** What is read of one sheet; cells beyond are refused if they hold anything. */
export const sheetLimits = { rows: 50_000, columns: 128, cellsOfAllSheets: 8_000_000 } as const;

// The reader builds a tree of these two parts: about 300 bytes for every tag.
const tagsOfTreeParts = 600_000;

/** A workbook's parts that hold values, checked, inflated and packed again without compression. */
export type CheckedXlsx = {
  readonly bytes: Uint8Array;
  /** Places (from 0) in the workbook's list of sheets that are tables of cells; chart sheets are not. */
  readonly tables: ReadonlySet<number>;
};

const advice: ArchiveAdvice = {
  encrypted: '文件加了密码，请取消密码后另存为 xlsx 再导入。',
  unsafe: (what) => `文件不安全（${what}），没有读取。请在表格软件中打开后另存为新的 xlsx 再导入。`,
  tooBig: (what) => `${what}，没有读取。请删去表格下方多余的空行和图片，另存后再导入。`,
  damaged: (what) => `文件已损坏或不完整（${what}），请在表格软件中打开后另存为 xlsx 再导入。`,
};

type Relationship = { readonly id: string; readonly type: string; readonly target: string };

/**
 * Takes out of an xlsx file the few parts that hold cell values. Drawings, comments, links to other files and
 * everything else is never inflated, so it can neither fill the memory nor be followed. Throws FileRefused.
 */
export function checkXlsx(bytes: Uint8Array): CheckedXlsx {
  const archive = openArchive(bytes, advice);
  refuseOtherKinds(archive);
  const parts = new Map<string, Uint8Array>();
  const take = (name: string): string => {
    const part = archive.read(name);
    const text = Buffer.from(part.buffer, part.byteOffset, part.byteLength).toString('latin1');
    if (text.includes('<!DOCTYPE') || text.includes('<!ENTITY')) {
      throw new FileRefused(
        'unsafe',
        '文件不安全（含有实体声明），没有读取。请在表格软件中打开后另存为新的 xlsx 再导入。',
      );
    }
    parts.set(name, part);
    return text;
  };
  take('[Content_Types].xml');
  const root = readRelationships(take('_rels/.rels'), '').find((each) => isType(each, 'officeDocument'));
  if (root === undefined || !archive.has(root.target)) {
    throw new FileRefused('notASpreadsheet', '这不是表格文件，请选择 xlsx 或 csv 格式的台账。');
  }
  const workbook = take(root.target);
  const folder = root.target.slice(0, root.target.lastIndexOf('/') + 1);
  const relationships = readRelationships(
    take(`${folder}_rels/${root.target.slice(folder.length)}.rels`),
    folder,
  );
  let cells = 0;
  for (const each of relationships) {
    if (isType(each, 'worksheet')) {
      cells += countCells(take(each.target));
    } else if (isType(each, 'sharedStrings') || isType(each, 'styles')) {
      refuseHugeTree(take(each.target));
    }
  }
  if (cells > sheetLimits.cellsOfAllSheets) {
    throw tooManyCells();
  }
  return { bytes: storedArchive(parts), tables: placesOfTables(workbook, relationships) };
}

function refuseOtherKinds(archive: Archive): void {
  const names = archive.names.map((name) => name.toLowerCase());
  if (names.some((name) => name.endsWith('vbaproject.bin'))) {
    throw new FileRefused('macros', '文件含有宏，请另存为不带宏的 xlsx 再导入。');
  }
  if (names.includes('xl/workbook.bin') || names.includes('content.xml')) {
    throw new FileRefused('oldFormat', '读不了这种格式的表格，请另存为 xlsx 再导入。');
  }
  if (names.includes('word/document.xml') || names.includes('ppt/presentation.xml')) {
    throw new FileRefused('notASpreadsheet', '这是文档或演示文稿，不是表格，请选择 xlsx 或 csv 格式的台账。');
  }
  if (!names.includes('[content_types].xml') || !names.includes('_rels/.rels')) {
    throw new FileRefused('notASpreadsheet', '这不是表格文件，请选择 xlsx 或 csv 格式的台账。');
  }
}

function readRelationships(xml: string, folder: string): readonly Relationship[] {
  return Array.from(xml.matchAll(/<(?:\w+:)?Relationship\s([^<>]*)>/g), ([, text = '']) => {
    const attributes = readAttributes(text);
    if (attributes.get('TargetMode') === 'External') {
      return undefined;
    }
    return {
      id: attributes.get('Id') ?? '',
      type: attributes.get('Type') ?? '',
      target: resolvePath(folder, attributes.get('Target') ?? ''),
    };
  }).filter((each) => each !== undefined);
}

// Tags are cut at 4,000 characters: a longer one is no relationship, and searching it for names would take forever.
function readAttributes(text: string): ReadonlyMap<string, string> {
  return new Map(
    Array.from(
      text.slice(0, 4_000).matchAll(/([\w:]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g),
      ([, name = '', quoted, single]) => [name, quoted ?? single ?? ''],
    ),
  );
}

// The same steps as the reader's own, so that it finds the parts under the names that it will ask for.
function resolvePath(folder: string, target: string): string {
  if (target.startsWith('/')) {
    return target.slice(1);
  }
  const path = folder.split('/').filter((part) => part !== '');
  for (const part of target.split('/')) {
    if (part === '..') {
      path.pop();
    } else if (part !== '.' && part !== '') {
      path.push(part);
    }
  }
  return path.join('/');
}

function isType(relationship: Relationship, type: string): boolean {
  return relationship.type.endsWith(`/${type}`);
}

/** How many places the sheet's filled rectangle has within the limits; throws where a filled row lies beyond. */
function countCells(xml: string): number {
  let row = 0;
  let lastRow = 0;
  let columns = 0;
  for (const match of xml.matchAll(/<(?:\w+:)?(row|c)(?=[\s/>])([^<>]*)>/g)) {
    const [, tag, text = ''] = match;
    const reference = /\sr="([A-Z]*)(\d+)"/.exec(text);
    if (tag === 'row') {
      row = reference === null ? row + 1 : Number(reference[2]);
      continue;
    }
    const column = reference === null ? sheetLimits.columns : columnNumber(reference[1] ?? '');
    const outside = row > sheetLimits.rows || column > sheetLimits.columns;
    if (outside && holdsValue(xml, match.index + match[0].length, text)) {
      throw tooManyCells();
    }
    lastRow = Math.max(lastRow, row);
    columns = Math.max(columns, column);
  }
  return Math.min(lastRow, sheetLimits.rows) * Math.min(columns, sheetLimits.columns);
}

// Formatting reaches down to row 1,048,576 in many an office's file; only values count.
function holdsValue(xml: string, start: number, cell: string): boolean {
  if (cell.endsWith('/')) {
    return false;
  }
  const content = xml.slice(start, start + 2_000).split(/<\/(?:\w+:)?c>/, 1)[0] ?? '';
  return /<(?:\w+:)?[vt](?:\s[^>]*)?>[^<]/.test(content);
}

function columnNumber(letters: string): number {
  let number = 0;
  for (const letter of letters) {
    number = number * 26 + letter.charCodeAt(0) - 64;
  }
  return number;
}

function refuseHugeTree(xml: string): void {
  let tags = 0;
  for (let position = xml.indexOf('<'); position >= 0; position = xml.indexOf('<', position + 1)) {
    tags += 1;
  }
  if (tags > tagsOfTreeParts) {
    throw tooManyCells();
  }
}

function tooManyCells(): FileRefused {
  return new FileRefused(
    'tooBig',
    `表格太大（最多 ${sheetLimits.rows} 行、${sheetLimits.columns} 列），没有读取。请删去多余的行列或样式，按年度分成几个文件再导入。`,
  );
}

function placesOfTables(workbook: string, relationships: readonly Relationship[]): ReadonlySet<number> {
  const tables = new Set(relationships.filter((each) => isType(each, 'worksheet')).map((each) => each.id));
  const sheets = Array.from(workbook.matchAll(/<(?:\w+:)?sheet\s([^<>]*)>/g), ([, text = '']) => {
    const attributes = readAttributes(text);
    const id = Array.from(attributes).find(([name]) => name.toLowerCase().endsWith(':id'))?.[1];
    return { name: attributes.get('name'), id };
  }).filter((sheet) => sheet.name && sheet.id);
  return new Set(sheets.flatMap((sheet, place) => (tables.has(sheet.id ?? '') ? [place] : [])));
}
