import { createHash, randomUUID } from 'node:crypto';
import type { ImportId } from '#shared/contract/ids.ts';
import type { ImportPreview, ImportProblem, ImportResult, LeftOutRow } from '#shared/contract/imports.ts';
import { cellText, type Workbook } from '#shared/domain/ledger/cells.ts';
import type { LedgerReference, ReadRow } from '#shared/domain/ledger/facts.ts';
import { checkMapping, type LedgerMapping, proposeMapping } from '#shared/domain/ledger/head.ts';
import { readLedger } from '#shared/domain/ledger/ledger.ts';
import { refusedRowsTables } from '#shared/domain/ledger/refused-rows.ts';
import { localDateInShanghai } from '#shared/domain/local-date.ts';
import { FileRefused } from '../archives/file-refused.ts';
import { setRemoved } from '../register/cases.ts';
import {
  finishImport,
  idleMediatorsOfImport,
  liveCasesOfImport,
  markUndone,
  mediatorsNamed,
  openImport,
  setMediatorStanding,
} from '../register/imports.ts';
import { courts } from '../register/office.ts';
import { readWorkbook, writeTable } from '../spreadsheets/workbook.ts';
import { invalid, refused } from './errors.ts';
import type { JobDesk } from './job-desk.ts';
import { type Decision, decide, problemOf } from './ledger-decision.ts';
import { enterLedgerRow, takenNumber } from './ledger-entry.ts';
import { type Entering, rosterOf } from './ledger-mediators.ts';
import { courtKey } from './registered-facts.ts';

/** A file as it crosses into the worker thread. */
export type LedgerFile = {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly mapping: LedgerMapping | null;
};

type Reading = {
  readonly workbook: Workbook;
  readonly mapping: LedgerMapping;
  readonly rows: readonly ReadRow[];
};

/** Reads a workbook; a file that cannot be read is refused with the sentence that helps. */
export async function openWorkbook(bytes: Uint8Array, name: string): Promise<Workbook> {
  try {
    return await readWorkbook(bytes, name);
  } catch (error) {
    if (error instanceof FileRefused) throw refused('unreadableFile', { sentence: error.sentence });
    throw error;
  }
}

async function readFile(file: LedgerFile, desk: JobDesk): Promise<Reading> {
  desk.progress({ stage: 'reading', done: 0, total: null });
  const workbook = await openWorkbook(file.bytes, file.name);
  const mapping = file.mapping ?? proposeMapping(workbook);
  const sentences = checkMapping(workbook, mapping);
  if (sentences.length > 0) {
    if (file.mapping === null) throw refused('unreadableFile', { sentence: sentences.join('') });
    throw invalid(...sentences.map((message) => ({ path: 'mapping', message })));
  }
  const aliases = new Map(desk.reference.courts.map((court) => [court.code, court.aliases]));
  const reference: LedgerReference = {
    causes: desk.reference.causeIndex,
    today: localDateInShanghai(new Date(desk.now)),
    courts: courts(desk.register.readable).map((court) => {
      const known = court.code === null ? undefined : aliases.get(court.code);
      return {
        code: courtKey(court),
        name: court.name,
        shortName: court.shortName,
        region: court.region ?? '',
        level: court.level === 'basic' ? 'basic' : 'intermediate',
        codeVerified: court.codeVerified,
        ...(known === undefined ? {} : { aliases: known }),
      };
    }),
  };
  desk.progress({ stage: 'checking', done: 0, total: null });
  return { workbook, mapping, rows: readLedger(workbook, mapping, reference) };
}

type Outcome = {
  sheets: string[];
  imported: number;
  skipped: number;
  refused: ImportProblem[];
  warned: ImportProblem[];
  doubts: number;
  newMediators: string[];
  leftOut: LeftOutRow[];
};

function emptyOutcome({ mapping, rows }: Pick<Reading, 'mapping' | 'rows'>): Outcome {
  return {
    sheets: mapping.sheets.map(({ name }) => name),
    imported: 0,
    skipped: 0,
    refused: [],
    warned: [],
    doubts: 0,
    newMediators: [],
    leftOut: leftOutRows(rows),
  };
}

/** Rows below the head that are no case of their own: sums, notes, blank rows, and further persons of the case above. */
function leftOutRows(rows: readonly ReadRow[]): LeftOutRow[] {
  return rows.flatMap(({ sheet, row, ...read }) => [
    ...(read.kind === 'notACase' ? [{ sheet, row, why: read.why }] : []),
    ...Array.from({ length: read.rowsBelow }, (_, index) => ({
      sheet,
      row: row + 1 + index,
      why: 'continuation' as const,
    })),
  ]);
}

function count(outcome: Outcome, decision: Decision): void {
  if (decision.kind === 'skip') outcome.skipped += 1;
  else if (decision.kind === 'refuse') outcome.refused.push(...decision.problems);
  else {
    outcome.imported += 1;
    outcome.warned.push(...decision.entry.row.warned);
    outcome.doubts += decision.entry.row.doubts.length;
  }
}

/** Says what an import would do, and writes nothing. */
export async function previewLedger(file: LedgerFile, desk: JobDesk): Promise<ImportPreview> {
  const { workbook, mapping, rows } = await readFile(file, desk);
  const db = desk.register.readable;
  const outcome = emptyOutcome({ mapping, rows });
  const names = new Set<string>();
  for (const decision of decide(db, rows)) {
    count(outcome, decision);
    if (decision.kind !== 'enter') continue;
    for (const name of decision.entry.row.facts.mediatorNames) names.add(name);
  }
  outcome.newMediators = [...names].filter((name) => mediatorsNamed(db, name).length === 0);
  return { mapping, unread: mapping.unread, sample: sampleOf(workbook, mapping), ...outcome };
}

function sampleOf(workbook: Workbook, mapping: LedgerMapping): ImportPreview['sample'] {
  const [first] = mapping.sheets;
  const sheet = workbook.sheets.find((one) => one.name === first?.name);
  if (first === undefined || sheet === undefined) return [];
  const from = first.firstDataRow;
  return sheet.rows.slice(from - 1, from + 4).map((cells, index) => ({
    sheet: sheet.name,
    row: from + index,
    cells: cells.map(cellText),
  }));
}

/** Enters a row that is to be entered; one whose court number was taken meanwhile is refused, never the whole ledger. */
function enter(entering: Entering, decision: Decision): Decision {
  if (decision.kind !== 'enter') return decision;
  const { entry } = decision;
  const taken = takenNumber(entering.db, entry);
  if (taken !== undefined) {
    return { kind: 'refuse', problems: [problemOf(entry.row, `案号 ${taken} 已经登记在另一案件名下。`)] };
  }
  enterLedgerRow(entering, entry);
  return decision;
}

/** Enters a ledger in one transaction: all of it that can be counted, or nothing. */
export async function importLedger(file: LedgerFile, desk: JobDesk): Promise<ImportResult> {
  const { mapping, rows } = await readFile(file, desk);
  const sha256 = createHash('sha256').update(file.bytes).digest('hex');
  return desk.write('imports.run', (db) => {
    const outcome = emptyOutcome({ mapping, rows });
    const decisions = [...decide(db, rows)];
    const total = decisions.filter(({ kind }) => kind === 'enter').length;
    if (total === 0) {
      for (const decision of decisions) count(outcome, decision);
      return { id: null, ...outcome };
    }
    const importId = openImport(db, { fileName: file.name, sha256, mapping });
    const entering = {
      db,
      roster: rosterOf(db),
      importId,
      today: localDateInShanghai(new Date(desk.now)),
      newId: randomUUID,
      mediatorAdded: (name: string) => void outcome.newMediators.push(name),
    };
    for (const decision of decisions) {
      count(outcome, enter(entering, decision));
      const done = outcome.imported;
      if (done % 100 === 0 && decision.kind === 'enter') desk.progress({ stage: 'writing', done, total });
    }
    finishImport(db, importId, outcome);
    const { imported, skipped, refused: refusals } = outcome;
    const after = { fileName: file.name, sha256, imported, skipped, refused: refusals.length };
    db.event({ subject: 'import', subjectId: importId, what: 'imported', after });
    return { id: importId, ...outcome };
  });
}

/** The rows of a ledger that would be refused now, as xlsx with an added column that says why. */
export async function refusedRowsOf(file: LedgerFile, desk: JobDesk): Promise<Uint8Array> {
  const { workbook, mapping, rows } = await readFile(file, desk);
  const outcome = emptyOutcome({ mapping, rows });
  for (const decision of decide(desk.register.readable, rows)) count(outcome, decision);
  return writeTable(refusedRowsTables(workbook, mapping, outcome.refused));
}

/**
 * Takes an import back as a whole: its cases go to the recycle bin and so leave figures and duplicate checks, and the
 * mediators whom it added and nobody else needs leave the roster.
 */
export async function undoImport(
  { id, reason }: { readonly id: ImportId; readonly reason: string },
  desk: JobDesk,
): Promise<{ removed: number }> {
  return desk.write('imports.undo', (db) => {
    if (!markUndone(db, id, reason)) throw refused('nothingToUndo');
    const removal = { at: db.command.at, reason: `撤销导入：${reason}` };
    const cases = liveCasesOfImport(db, id);
    for (const caseId of cases) {
      setRemoved(db, caseId, removal);
      db.event({ subject: 'case', subjectId: caseId, what: 'removed', after: { reason: removal.reason } });
    }
    for (const mediatorId of idleMediatorsOfImport(db, id)) {
      setMediatorStanding(db, mediatorId, 'removed');
      db.event({
        subject: 'mediator',
        subjectId: mediatorId,
        what: 'unlisted',
        after: { reason: removal.reason },
      });
    }
    db.event({ subject: 'import', subjectId: id, what: 'undone', after: { reason, removed: cases.length } });
    return { removed: cases.length };
  });
}
