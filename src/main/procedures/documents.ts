import type { CopiedDocument, PaperRef } from '#shared/contract/documents.ts';
import type { CaseId, DocumentId } from '#shared/contract/ids.ts';
import { contract } from '#shared/contract/index.ts';
import { fileNameFor } from '#shared/documents/file-name.ts';
import { type IssuedDocument, readDocument, withdrawDocument } from '../register/documents.ts';
import { lastEventId } from '../register/events.ts';
import type { ReadableDb } from '../register/query.ts';
import { caseOf, liveCase } from './case-of.ts';
import { conflict, found, refused } from './errors.ts';
import { inWorker, working } from './in-worker.ts';
import { caseLabelOf, freezePapers, knownPapers, makePapers } from './issue-many.ts';
import { freeze, preparePaper } from './issue-paper.ts';
import { frozenContent, issuing, readIntact } from './issued.ts';
import { type At, type AtWork, atWork, command, query, task, write } from './kinds.ts';
import { wordedPaper } from './paper-bytes.ts';
import { checksOfPaper } from './paper-checks.ts';
import { papers } from './papers.ts';
import { papersOfCase } from './papers-of-case.ts';

const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

function wordFile(name: string, bytes: Uint8Array): File {
  return new File([new Uint8Array(bytes)], name, { type: wordType });
}

/**
 * The file of an issued document, as it was handed out: it is kept, not made again, so that no change of the program
 * changes it. Throws where the kept bytes are no longer those of the frozen hash: the row was damaged.
 */
export function fileOfIssued(db: ReadableDb, issued: IssuedDocument): File {
  const name = fileNameFor(frozenContent(issued), caseLabelOf(db, issued.caseId));
  return wordFile(name, readIntact(issued));
}

type Handed = { readonly id: DocumentId; readonly file: File; readonly sha256: string };

/** Freezes a document of a case and hands it out; what was issued already is handed out as it is. */
async function issue(ref: PaperRef, caseId: CaseId, { desk, staffName }: AtWork): Promise<Handed> {
  const db = desk.register.readable;
  const prepared = preparePaper(db, desk.reference, caseId, ref);
  switch (prepared.kind) {
    case 'incomplete':
      throw refused(issuing[ref.kind].incomplete, {
        missing: prepared.missing.map((fact) => fact.label).join('、'),
      });
    case 'forbidden':
      throw refused('agreementForbidden', { checks: prepared.sentences.join('；') });
    case 'issued':
      return handed(db, prepared.document);
    case 'fresh': {
      const bytes = await prepared.bytes();
      const id = await write(desk, 'documents.issue', staffName, (writable) => {
        const frozen = freeze(writable, desk.reference, prepared, bytes, lastEventId(writable));
        if (frozen === undefined) throw conflict(issuing[ref.kind].noun);
        return frozen;
      });
      return handed(db, found(readDocument(db, id), 'document'));
    }
  }
}

function handed(db: ReadableDb, issued: IssuedDocument): Handed {
  return { id: issued.id, file: fileOfIssued(db, issued), sha256: issued.sha256 };
}

type Printed = {
  readonly file: File | null;
  readonly apart: { readonly id: DocumentId; readonly file: File; readonly copies: number }[];
};

/** Issued documents as one Word file, and those that cannot be joined each as its own. */
export async function combinedFile(
  documents: readonly CopiedDocument[],
  at: At,
  signal: AbortSignal | undefined,
): Promise<Printed> {
  const db = at.desk.register.readable;
  const input = { documents, today: at.desk.today() };
  const { name, bytes, apart } = await inWorker(at, 'combineDocuments', input, signal);
  return {
    file: bytes === null ? null : wordFile(name, bytes),
    apart: documents
      .filter(({ id }) => apart.includes(id))
      .map(({ id, copies }) => ({
        id,
        copies,
        file: fileOfIssued(db, found(readDocument(db, id), 'document')),
      })),
  };
}

const procedures = contract.documents;

export const documents = {
  catalogue: query(procedures.catalogue, (db, { caseId }) => papersOfCase(db, caseId)),

  preview: query(procedures.preview, (db, { caseId, paper: { kind, subjectId } }, { desk }) => {
    caseOf(db, caseId);
    const paper = papers[kind](db, caseId, subjectId);
    const checks = checksOfPaper(db, kind, caseId, desk);
    if (paper.kind === 'incomplete') {
      const missing = paper.missing.map((fact) => ({ ...fact }));
      return { missing, checks, content: null, officeTemplate: null };
    }
    const { content, wording } = wordedPaper(db, kind, paper);
    return {
      missing: [],
      checks,
      content,
      officeTemplate: wording.kind === 'office' ? wording.name : null,
    };
  }),

  issue: task(procedures.issue, async ({ caseId, paper }, at) =>
    issue(paper, caseId, atWork(at.desk, at.session)),
  ),

  file: task(procedures.file, async ({ id }, { desk }) => {
    const db = desk.register.readable;
    const { file, sha256 } = handed(db, found(readDocument(db, id), 'document'));
    return { file, sha256 };
  }),

  issueSet: task(procedures.issueSet, async ({ caseId, set }, at) => {
    const { desk, staffName } = atWork(at.desk, at.session);
    const db = desk.register.readable;
    liveCase(db, caseId);
    const kinds = new Set(
      papersOfCase(db, caseId).flatMap((paper) => (paper.set === set && paper.inSet ? [paper.kind] : [])),
    );
    const made = await makePapers(db, desk.reference, caseId, [...kinds]);
    return (
      knownPapers(made) ??
      write(desk, 'documents.issueSet', staffName, (writable) => freezePapers(writable, desk.reference, made))
    );
  }),

  issueMany: task(procedures.issueMany, async (input, at, signal) =>
    working(atWork(at.desk, at.session), 'issueMany', input, signal),
  ),

  combine: task(procedures.combine, ({ documents }, at, signal) => combinedFile(documents, at, signal)),

  withdraw: command('documents.withdraw', procedures.withdraw, (db, { id, reason }) => {
    const document = found(readDocument(db, id), 'document');
    const { caseId, sha256 } = document;
    liveCase(db, caseId);
    if (document.withdrawn !== null) throw refused('alreadyWithdrawn');
    withdrawDocument(db, id, reason);
    const { title } = frozenContent(document);
    db.event({
      subject: 'case',
      subjectId: caseId,
      what: 'documentWithdrawn',
      after: { title, sha256, reason },
    });
    return { caseId };
  }),
};
