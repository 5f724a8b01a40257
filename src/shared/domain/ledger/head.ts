import { z } from 'zod';
import { cellText, isBlank, type Sheet, type Workbook } from './cells.ts';
import { isAmount, unitInText, writtenHead } from './columns.ts';
import { type LedgerField, ledgerFieldFacts, ledgerFieldSchema } from './fields.ts';
import { type FoundHead, findHead, type HeadColumn, textAt } from './head-rows.ts';

const columnMappingSchema = z.object({
  /** The column's place in the sheet, from 0. */
  index: z.int().min(0).max(999),
  /** The head as it is written in the sheet. */
  head: z.string().max(500),
  field: z.union([ledgerFieldSchema, z.literal('ignore')]),
  unit: z.enum(['yuan', 'wan']).optional(),
  /** False: the user should look at it. */
  certain: z.boolean(),
});

const sheetMappingSchema = z.object({
  name: z.string().max(200),
  headRows: z.tuple([z.int().min(1), z.int().min(1)]),
  columns: z.array(columnMappingSchema).max(200),
  firstDataRow: z.int().min(1),
  /** Rows with something in them below the head. */
  rowCount: z.int().min(0),
});

/** How a ledger's sheets and columns are read; the user may change it and send it back. */
export const ledgerMappingSchema = z.object({
  sheets: z.array(sheetMappingSchema).max(200),
  /** Sheets that are not read, each with the reason as a Chinese sentence. */
  unread: z.array(z.object({ name: z.string(), reason: z.string() })).max(200),
});

export type ColumnMapping = z.infer<typeof columnMappingSchema>;
export type SheetMapping = z.infer<typeof sheetMappingSchema>;
export type LedgerMapping = z.infer<typeof ledgerMappingSchema>;

type Candidate = { readonly sheet: Sheet; readonly head: FoundHead };

const fewestFields = 4;

/**
 * Finds the head of every sheet and what its columns hold. Sheets with the head of the fullest one are read
 * (one sheet a month); all others are named with the reason.
 */
export function proposeMapping(workbook: Workbook): LedgerMapping {
  const reasons = new Map<string, string>();
  const candidates: Candidate[] = [];
  for (const sheet of workbook.sheets) {
    const head = findHead(sheet);
    if (sheet.rows.every((row) => row.every(isBlank))) {
      reasons.set(sheet.name, '空白工作表');
    } else if (sheet.hidden) {
      reasons.set(sheet.name, '隐藏的工作表，没有读取；如需导入请先取消隐藏');
    } else if (head === undefined || head.fields.size < fewestFields) {
      reasons.set(sheet.name, '没有找到台账表头（收案日期、案由、申请人等）');
    } else {
      candidates.push({ sheet, head });
    }
  }
  const complete = candidates.filter(({ head }) => missingFields(head.fields).length === 0);
  const chosen = (complete.length > 0 ? complete : candidates).toSorted(
    (a, b) => b.head.score - a.head.score || b.sheet.rows.length - a.sheet.rows.length,
  )[0];
  const sheets: SheetMapping[] = [];
  for (const { sheet, head } of candidates) {
    const missing = missingFields(head.fields);
    if (chosen === undefined || (missing.length > 0 && sheet !== chosen.sheet)) {
      reasons.set(sheet.name, `表头没有${missing.join('、')}，没有读取`);
    } else if (!isSameHead(head, chosen.head)) {
      reasons.set(sheet.name, `表头与“${chosen.sheet.name}”不同，没有读取`);
    } else {
      sheets.push(mapSheet(sheet, head));
    }
  }
  const summary = findSummary(workbook, sheets);
  if (summary !== undefined) {
    reasons.set(summary.name, '汇总表：行数等于其他各表之和，为免重复没有读取');
  }
  return {
    sheets: sheets.filter((sheet) => sheet !== summary),
    unread: workbook.sheets.flatMap(({ name }) => {
      const reason = reasons.get(name);
      return reason === undefined ? [] : [{ name, reason }];
    }),
  };
}

/** What keeps a mapping from being used on a workbook, as Chinese sentences; empty when nothing does. */
export function checkMapping(workbook: Workbook, mapping: LedgerMapping): readonly string[] {
  if (mapping.sheets.length === 0) {
    return ['没有找到可以导入的工作表：表头至少要有收案日期（或接收日期）和案由两列。'];
  }
  const sentences: string[] = [];
  const seen = new Set<string>();
  for (const sheet of mapping.sheets) {
    if (seen.has(sheet.name) || !workbook.sheets.some((each) => each.name === sheet.name)) {
      sentences.push(`文件里没有工作表“${sheet.name}”，或者它被选了两次。`);
      continue;
    }
    seen.add(sheet.name);
    const missing = missingFields(new Set(sheet.columns.map(({ field }) => field)));
    if (missing.length > 0) {
      sentences.push(`工作表“${sheet.name}”还没有指定${missing.join('、')}。`);
    }
    for (const [field, columns] of Map.groupBy(sheet.columns, (column) => column.field)) {
      if (field !== 'ignore' && columns.length > 1 && !ledgerFieldFacts[field].repeatable) {
        const heads = columns.map((column) => `“${column.head}”`).join('和');
        sentences.push(
          `工作表“${sheet.name}”的${heads}都指定为${ledgerFieldFacts[field].label}，只能有一列。`,
        );
      }
    }
  }
  return sentences;
}

function missingFields(fields: ReadonlySet<LedgerField | 'ignore'>): readonly string[] {
  return [
    ...(fields.has('receivedOn') || fields.has('filedOn') ? [] : ['收案日期']),
    ...(fields.has('cause') ? [] : ['案由']),
  ];
}

/** A month's sheet may lack 备注; a list of 司法确认 cases lacks half of the columns. */
function isSameHead(head: FoundHead, model: FoundHead): boolean {
  const shared = [...head.fields].filter((field) => model.fields.has(field)).length;
  const needed: readonly LedgerField[] = ['cause', 'result', 'closedOn', 'applicants', 'parties'];
  return (
    shared / (head.fields.size + model.fields.size - shared) >= 0.75 &&
    needed.every((field) => head.fields.has(field) === model.fields.has(field))
  );
}

/** A sheet 全年汇总 whose rows are those of all other sheets together. */
function findSummary(workbook: Workbook, sheets: readonly SheetMapping[]): SheetMapping | undefined {
  const all = sheets.reduce((sum, sheet) => sum + sheet.rowCount, 0);
  return sheets.find((sheet) => {
    if (sheets.length < 3 || sheet.rowCount * 2 !== all) {
      return false;
    }
    const others = new Set(sheets.flatMap((other) => (other === sheet ? [] : rowTexts(workbook, other))));
    return rowTexts(workbook, sheet).every((text) => others.has(text));
  });
}

/** Each data row as one text, without the running number. */
function rowTexts(workbook: Workbook, { name, firstDataRow, columns }: SheetMapping): readonly string[] {
  const rows = workbook.sheets.find((sheet) => sheet.name === name)?.rows.slice(firstDataRow - 1) ?? [];
  const told = columns.filter(({ field }) => field !== 'sequence' && field !== 'ignore');
  return rows.map((row) => told.map(({ index }) => cellText(row[index])).join('\u0000'));
}

function mapSheet(sheet: Sheet, head: FoundHead): SheetMapping {
  const firstDataRow = head.toRow + 1;
  const dataRows = sheet.rows.slice(head.toRow).filter((row) => !row.every(isBlank));
  const unitAbove = sheet.rows
    .slice(0, head.fromRow - 1)
    .map((_, index) => unitInText(rowText(sheet, index + 1)))
    .find((unit) => unit !== undefined);
  const taken = takeFields(head.columns);
  return {
    name: sheet.name,
    headRows: [head.fromRow, head.toRow],
    columns: head.columns
      .filter(({ parts, index }) => parts.length > 0 || dataRows.some((row) => !isBlank(row[index])))
      .map((column) =>
        mapColumn(
          column,
          taken.get(column.index),
          unitAbove,
          runningNumbers(sheet, firstDataRow, column.index),
        ),
      ),
    firstDataRow,
    rowCount: dataRows.length,
  };
}

/** Which column holds a field that several heads claim: the head that fits best, then the leftmost. */
function takeFields(columns: readonly HeadColumn[]): ReadonlyMap<number, LedgerField> {
  const taken = new Map<number, LedgerField>();
  const held = new Set<LedgerField>();
  const claims = columns
    .flatMap(({ index, recognised }) => (recognised === undefined ? [] : [{ index, ...recognised }]))
    .toSorted((a, b) => a.rank - b.rank || a.index - b.index);
  for (const { index, field } of claims) {
    if (!held.has(field) || ledgerFieldFacts[field].repeatable) {
      held.add(field);
      taken.set(index, field);
    }
  }
  return taken;
}

function mapColumn(
  { index, parts, recognised }: HeadColumn,
  taken: LedgerField | undefined,
  unitAbove: ColumnMapping['unit'],
  isRunningNumber: boolean,
): ColumnMapping {
  const head = parts.map(writtenHead).join('');
  if (taken === undefined || recognised === undefined) {
    return { index, head, field: 'ignore', certain: false };
  }
  // A column 编号 that only counts 1, 2, 3 is no number of the case.
  if (taken === 'internalNumber' && !recognised.certain && isRunningNumber) {
    return { index, head, field: 'sequence', certain: true };
  }
  if (!isAmount(taken)) {
    return { index, head, field: taken, certain: recognised.certain };
  }
  const unit = unitInText(head) ?? unitAbove;
  return {
    index,
    head,
    field: taken,
    unit: unit ?? 'yuan',
    certain: recognised.certain && unit !== undefined,
  };
}

function runningNumbers(sheet: Sheet, firstDataRow: number, column: number): boolean {
  const texts = sheet.rows
    .slice(firstDataRow - 1)
    .map((_, index) => textAt(sheet, firstDataRow + index, column))
    .filter((text) => text !== '');
  return texts.filter((text) => /^\d{1,5}$/.test(text)).length > texts.length * 0.8;
}

function rowText(sheet: Sheet, row: number): string {
  return (sheet.rows[row - 1] ?? []).map((_, column) => textAt(sheet, row, column)).join(' ');
}
