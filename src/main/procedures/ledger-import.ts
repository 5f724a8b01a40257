import { createHash, randomUUID } from 'node:crypto';
import type { ImportId } from '#shared/contract/ids.ts';
import type { ImportPreview, ImportProblem, ImportResult } from '#shared/contract/imports.ts';
import { cellText, type Workbook } from '#shared/domain/ledger/cells.ts';
import type { CaseRow, LedgerReference, Problem, ReadRow } from '#shared/domain/ledger/facts.ts';
import { checkMapping, type LedgerMapping, proposeMapping } from '#shared/domain/ledger/head.ts';
import { differences } from '#shared/domain/ledger/identity.ts';
import { readLedger } from '#shared/domain/ledger/ledger.ts';
import { refusedRowsTables } from '#shared/domain/ledger/refused-rows.ts';
import { localDateInShanghai } from '#shared/domain/local-date.ts';
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
import type { ReadableDb } from '../register/query.ts';
import { FileRefused } from '../spreadsheets/file-refused.ts';
import { readWorkbook, writeTable } from '../spreadsheets/workbook.ts';
import { invalid, refused } from './errors.ts';
import type { JobDesk } from './job-desk.ts';
import { enterLedgerRow } from './ledger-entry.ts';
import { courtKey, registeredTwin } from './registered-facts.ts';

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

type Decision =
  | { readonly kind: 'enter'; readonly row: CaseRow }
  | { readonly kind: 'skip' }
  | { readonly kind: 'refuse'; readonly problems: readonly Problem[] };

/** What is to become of each row: entered, skipped as registered already, or refused. */
function* decide(db: ReadableDb, rows: readonly ReadRow[]): Generator<Decision> {
  const allCourts = courts(db);
  for (const row of rows) {
    if (row.kind === 'notACase') continue;
    if (row.kind === 'refused') {
      yield { kind: 'refuse', problems: row.problems };
      continue;
    }
    const twin = registeredTwin(db, allCourts, row.facts);
    if (twin === undefined) yield { kind: 'enter', row };
    else {
      const fields = differences(row.facts, twin.facts);
      yield fields.length === 0 ? { kind: 'skip' } : { kind: 'refuse', problems: [differing(row, fields)] };
    }
  }
}

function differing(row: CaseRow, fields: readonly string[]): Problem {
  const shown = row.shown.numbers.values().next().value ?? row.shown.receivedOn;
  return {
    sheet: row.sheet,
    row: row.row,
    column: shown.column,
    value: shown.value,
    reason: `与登记不一致：该案件已经登记，但${fields.join('、')}不同。请核对后在案件页更正，或更正台账后再导入。`,
  };
}

type Outcome = {
  imported: number;
  skipped: number;
  refused: ImportProblem[];
  warned: ImportProblem[];
  doubts: number;
  newMediators: string[];
};

function emptyOutcome(): Outcome {
  return { imported: 0, skipped: 0, refused: [], warned: [], doubts: 0, newMediators: [] };
}

function count(outcome: Outcome, decision: Decision): void {
  if (decision.kind === 'skip') outcome.skipped += 1;
  else if (decision.kind === 'refuse') outcome.refused.push(...decision.problems);
  else {
    outcome.imported += 1;
    outcome.warned.push(...decision.row.warned);
    outcome.doubts += decision.row.doubts.length;
  }
}

/** Says what an import would do, and writes nothing. */
export async function previewLedger(file: LedgerFile, desk: JobDesk): Promise<ImportPreview> {
  const { workbook, mapping, rows } = await readFile(file, desk);
  const db = desk.register.readable;
  const outcome = emptyOutcome();
  const names = new Set<string>();
  for (const decision of decide(db, rows)) {
    count(outcome, decision);
    if (decision.kind === 'enter') for (const name of decision.row.facts.mediatorNames) names.add(name);
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

/** Enters a ledger in one transaction: all of it that can be counted, or nothing. */
export async function importLedger(file: LedgerFile, desk: JobDesk): Promise<ImportResult> {
  const { mapping, rows } = await readFile(file, desk);
  const sha256 = createHash('sha256').update(file.bytes).digest('hex');
  return desk.write('imports.run', (db) => {
    const outcome = emptyOutcome();
    const decisions = [...decide(db, rows)];
    for (const decision of decisions) count(outcome, decision);
    if (outcome.imported === 0) return { id: null, ...outcome };
    const importId = openImport(db, { fileName: file.name, sha256, mapping });
    const entering = {
      db,
      importId,
      courts: courts(db),
      today: localDateInShanghai(new Date(desk.now)),
      newId: randomUUID,
      mediatorAdded: (name: string) => void outcome.newMediators.push(name),
    };
    let entered = 0;
    for (const decision of decisions) {
      if (decision.kind !== 'enter') continue;
      enterLedgerRow(entering, decision.row);
      entered += 1;
      if (entered % 100 === 0) desk.progress({ stage: 'writing', done: entered, total: outcome.imported });
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
  const outcome = emptyOutcome();
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
