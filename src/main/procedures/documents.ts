import type { PaperRef } from '#shared/contract/documents.ts';
import type { CaseId, DocumentId } from '#shared/contract/ids.ts';
import { contract } from '#shared/contract/index.ts';
import { fileNameFor } from '#shared/documents/file-name.ts';
import type { DocumentContent } from '#shared/documents/model.ts';
import { agreementPapers } from '#shared/domain/case-so-far.ts';
import { formatInternalNumber } from '#shared/domain/internal-number.ts';
import { documentHash } from '../documents/docx.ts';
import { documentsOfCase, type IssuedDocument, insertDocument, readDocument } from '../register/documents.ts';
import type { ReadableDb } from '../register/query.ts';
import { caseOf, liveCase } from './case-of.ts';
import { checksOfAgreement, refuseForbidden } from './checks.ts';
import { conflict, found, refused } from './errors.ts';
import { frozenContent, issuing } from './issued.ts';
import { type AtWork, atWork, query, task, write } from './kinds.ts';
import { wordedPaper } from './paper-bytes.ts';
import { papers } from './papers.ts';
import { papersOfCase } from './papers-of-case.ts';

const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const fontScheme = 'gb2312';

function fileOf(db: ReadableDb, caseId: CaseId, content: DocumentContent, bytes: Uint8Array): File {
  const { facts, internalNumber } = caseOf(db, caseId);
  const label = facts.courtNumbers[0] ?? formatInternalNumber(internalNumber);
  return new File([new Uint8Array(bytes)], fileNameFor(content, label), { type: wordType });
}

/**
 * The file of an issued document, as it was handed out: it is kept, not made again, so that no change of the program
 * changes it. Throws where the kept bytes are no longer those of the frozen hash: the row was damaged.
 */
export function fileOfIssued(db: ReadableDb, issued: IssuedDocument): File {
  if (documentHash(issued.bytes) !== issued.sha256)
    throw new Error(`Document ${issued.id} does not have its frozen bytes.`);
  return fileOf(db, issued.caseId, frozenContent(issued), issued.bytes);
}

/** The newest issued document of these facts in these words, whatever renderer made it. */
function sameDocument(
  db: ReadableDb,
  caseId: CaseId,
  {
    kind,
    subjectId,
    templateVersion,
    facts,
    content,
  }: Pick<IssuedDocument, 'kind' | 'subjectId' | 'templateVersion' | 'facts' | 'content'>,
): IssuedDocument | undefined {
  const same = documentsOfCase(db, caseId).find(
    (issued) =>
      issued.kind === kind &&
      issued.subjectId === subjectId &&
      issued.templateVersion === templateVersion &&
      issued.facts === facts &&
      issued.content === content,
  );
  return same === undefined ? undefined : readDocument(db, same.id);
}

type Handed = { readonly id: DocumentId; readonly file: File; readonly sha256: string };

/** Freezes a document of a case and hands it out; what was issued already is handed out as it is. */
async function issue(
  { kind, subjectId }: PaperRef,
  caseId: CaseId,
  { desk, staffName }: AtWork,
): Promise<Handed> {
  const db = desk.register.readable;
  liveCase(db, caseId);
  const paper = papers[kind](db, caseId, subjectId);
  if (paper.kind === 'incomplete') {
    throw refused(issuing[kind].incomplete, { missing: paper.missing.map((fact) => fact.label).join('、') });
  }
  refuseForbidden(db, kind, caseId, desk.reference);
  const { wording, templateVersion, content, bytes: bytesIn } = wordedPaper(db, kind, paper);
  const frozen = {
    kind,
    subjectId,
    templateVersion,
    officeTemplateId: wording.kind === 'office' ? wording.templateId : null,
    facts: JSON.stringify(paper.facts),
    content: JSON.stringify(content),
  };
  const same = sameDocument(db, caseId, frozen);
  if (same !== undefined) return { id: same.id, file: fileOfIssued(db, same), sha256: same.sha256 };
  const bytes = await bytesIn(fontScheme);
  const sha256 = documentHash(bytes);
  const id = await write(desk, 'documents.issue', staffName, (writable) => {
    const still = papers[kind](writable, caseId, subjectId);
    if (still.kind === 'incomplete' || JSON.stringify(still.facts) !== frozen.facts) {
      throw conflict(issuing[kind].noun);
    }
    refuseForbidden(writable, kind, caseId, desk.reference);
    const inserted = insertDocument(writable, {
      ...frozen,
      caseId,
      fontScheme,
      sha256,
      bytes,
    });
    writable.event({
      subject: 'case',
      subjectId: caseId,
      what: 'documentIssued',
      after: { title: content.title, sha256 },
    });
    return inserted;
  });
  return { id, file: fileOf(db, caseId, content, bytes), sha256 };
}

const procedures = contract.documents;

export const documents = {
  catalogue: query(procedures.catalogue, (db, { caseId }) => papersOfCase(db, caseId)),

  preview: query(procedures.preview, (db, { caseId, paper: { kind, subjectId } }, { desk }) => {
    caseOf(db, caseId);
    const paper = papers[kind](db, caseId, subjectId);
    const checks = agreementPapers.has(kind) ? checksOfAgreement(db, caseId, desk.reference) : [];
    return paper.kind === 'incomplete'
      ? { missing: paper.missing.map((fact) => ({ ...fact })), checks, content: null }
      : { missing: [], checks, content: wordedPaper(db, kind, paper).content };
  }),

  issue: task(procedures.issue, async ({ caseId, paper }, at) =>
    issue(paper, caseId, atWork(at.desk, at.session)),
  ),

  file: task(procedures.file, async ({ id }, { desk }) => {
    const db = desk.register.readable;
    const issued = found(readDocument(db, id), 'document');
    return { file: fileOfIssued(db, issued), sha256: issued.sha256 };
  }),
};
