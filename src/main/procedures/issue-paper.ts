import type { PaperRef } from '#shared/contract/documents.ts';
import type { CaseId, DocumentId } from '#shared/contract/ids.ts';
import type { MissingFact } from '#shared/documents/facts.ts';
import { documentHash } from '../documents/docx.ts';
import { documentsOfCase, type IssuedDocument, insertDocument, readDocument } from '../register/documents.ts';
import { lastEventId } from '../register/events.ts';
import type { ReadableDb, WritableDb } from '../register/query.ts';
import { readSetting } from '../register/settings.ts';
import type { Reference } from '../resources.ts';
import { liveCase } from './case-of.ts';
import { forbiddenWords } from './checks.ts';
import { wordedPaper } from './paper-bytes.ts';
import { papers } from './papers.ts';

type Frozen = Pick<
  IssuedDocument,
  'caseId' | 'kind' | 'subjectId' | 'templateVersion' | 'officeTemplateId' | 'facts' | 'content'
>;

/** A paper that was not issued yet, made and ready to be frozen. */
export type FreshPaper = {
  readonly kind: 'fresh';
  readonly ref: PaperRef;
  readonly frozen: Frozen;
  readonly title: string;
  readonly fontScheme: string;
  /** The last event of the register when it was made. */
  readonly madeAfter: number;
  readonly bytes: () => Promise<Uint8Array>;
};

/** A paper that is to be issued: what stands in its way, what was issued already, or what is new. */
export type PreparedPaper =
  | { readonly kind: 'incomplete'; readonly missing: readonly MissingFact[] }
  | { readonly kind: 'forbidden'; readonly sentences: readonly string[] }
  | { readonly kind: 'issued'; readonly document: IssuedDocument }
  | FreshPaper;

/** The newest issued document of a kind and subject of a case, which is the one that stands unless it was withdrawn. */
export function newestDocument(
  db: ReadableDb,
  caseId: CaseId,
  { kind, subjectId }: PaperRef,
): IssuedDocument | undefined {
  const newest = documentsOfCase(db, caseId).find(
    (issued) => issued.kind === kind && issued.subjectId === subjectId,
  );
  return newest === undefined ? undefined : readDocument(db, newest.id);
}

/** A paper of a live case as the register has it now. */
export function preparePaper(
  db: ReadableDb,
  reference: Reference,
  caseId: CaseId,
  ref: PaperRef,
): PreparedPaper {
  const madeAfter = lastEventId(db);
  liveCase(db, caseId);
  const { kind, subjectId } = ref;
  const paper = papers[kind](db, caseId, subjectId);
  if (paper.kind === 'incomplete') return paper;
  const sentences = forbiddenWords(db, kind, caseId, reference);
  if (sentences.length > 0) return { kind: 'forbidden', sentences };
  const { wording, templateVersion, content, bytes } = wordedPaper(db, kind, paper);
  const frozen = {
    caseId,
    kind,
    subjectId,
    templateVersion,
    officeTemplateId: wording.kind === 'office' ? wording.templateId : null,
    facts: JSON.stringify(paper.facts),
    content: JSON.stringify(content),
  };
  const { fontScheme } = readSetting(db, 'paperStyle').value;
  const newest = newestDocument(db, caseId, ref);
  if (newest !== undefined && newest.withdrawn === null && saysSame(newest, frozen, fontScheme)) {
    return { kind: 'issued', document: newest };
  }
  const { title } = content;
  return { kind: 'fresh', ref, frozen, title, fontScheme, madeAfter, bytes: () => bytes(fontScheme) };
}

/** The same facts in the same words and fonts, whatever renderer made it; an office's own file brings its own fonts. */
function saysSame(issued: IssuedDocument, frozen: Frozen, fontScheme: string): boolean {
  return (
    issued.templateVersion === frozen.templateVersion &&
    issued.facts === frozen.facts &&
    issued.content === frozen.content &&
    (issued.fontScheme === fontScheme || frozen.officeTemplateId !== null)
  );
}

/**
 * Freezes a paper as it was made, with its event. What another window issued of it meanwhile is not issued again;
 * undefined where the register has moved on since it was made. `lastEvent` is the register's last before this command:
 * a paper that was made after it needs no second look.
 */
export function freeze(
  db: WritableDb,
  reference: Reference,
  fresh: FreshPaper,
  bytes: Uint8Array,
  lastEvent: number,
): DocumentId | undefined {
  const { caseId } = fresh.frozen;
  if (fresh.madeAfter !== lastEvent) {
    const still = preparePaper(db, reference, caseId, fresh.ref);
    if (still.kind === 'issued') return still.document.id;
    if (still.kind !== 'fresh' || JSON.stringify(still.frozen) !== JSON.stringify(fresh.frozen)) {
      return undefined;
    }
  }
  const sha256 = documentHash(bytes);
  const id = insertDocument(db, { ...fresh.frozen, fontScheme: fresh.fontScheme, sha256, bytes });
  db.event({
    subject: 'case',
    subjectId: caseId,
    what: 'documentIssued',
    after: { title: fresh.title, sha256 },
  });
  return id;
}
