import type { CaseId, DocumentId } from '#shared/contract/ids.ts';
import type { ReadableDb, WritableDb } from './query.ts';
import type { DocumentsTable } from './schema.ts';
import { idOf } from './values.ts';

/** An issued document as it was frozen; `facts` and `content` are JSON, `bytes` are the file that was handed out. */
export type IssuedDocument = {
  readonly id: DocumentId;
  readonly caseId: CaseId;
  readonly kind: string;
  /** The session, party or visit that it is about; null: the case. */
  readonly subjectId: number | null;
  readonly templateVersion: string;
  /** The office's own Word file that it was made with; null: the built-in wording. */
  readonly officeTemplateId: number | null;
  readonly fontScheme: string;
  readonly facts: string;
  readonly content: string;
  readonly sha256: string;
  readonly bytes: Uint8Array;
  readonly issuedAt: string;
  readonly issuedBy: string;
  /** Withdrawn by the office, with the reason; null: it was not. */
  readonly withdrawn: Withdrawal | null;
};

export type Withdrawal = { readonly reason: string; readonly at: string; readonly by: string };

/** What lists show of an issued document: everything but the file. */
export type ListedDocument = Omit<IssuedDocument, 'bytes'>;

type NewDocument = Omit<IssuedDocument, 'id' | 'issuedAt' | 'issuedBy' | 'withdrawn'>;

export function insertDocument(db: WritableDb, document: NewDocument): DocumentId {
  const id = db.insert('documents', {
    case_id: document.caseId,
    kind: document.kind,
    subject_id: document.subjectId,
    template_version: document.templateVersion,
    office_template_id: document.officeTemplateId,
    font_scheme: document.fontScheme,
    facts: document.facts,
    content: document.content,
    sha256: document.sha256,
    bytes: document.bytes,
    issued_at: db.command.at,
    issued_by: db.command.staffName,
  });
  return idOf<DocumentId>(id);
}

const listed = [
  'documents.id',
  'documents.case_id',
  'documents.kind',
  'documents.subject_id',
  'documents.template_version',
  'documents.office_template_id',
  'documents.font_scheme',
  'documents.facts',
  'documents.content',
  'documents.sha256',
  'documents.issued_at',
  'documents.issued_by',
  'document_withdrawals.reason as withdrawn_reason',
  'document_withdrawals.withdrawn_at',
  'document_withdrawals.withdrawn_by',
] as const;

type ListedRow = { readonly id: number } & Omit<DocumentsTable, 'id' | 'bytes'> & {
    readonly withdrawn_reason: string | null;
    readonly withdrawn_at: string | null;
    readonly withdrawn_by: string | null;
  };

function listedDocument(row: ListedRow): ListedDocument {
  const { withdrawn_reason: reason, withdrawn_at: at, withdrawn_by: by } = row;
  return {
    id: idOf<DocumentId>(row.id),
    caseId: idOf<CaseId>(row.case_id),
    kind: row.kind,
    subjectId: row.subject_id,
    templateVersion: row.template_version,
    officeTemplateId: row.office_template_id,
    fontScheme: row.font_scheme,
    facts: row.facts,
    content: row.content,
    sha256: row.sha256,
    issuedAt: row.issued_at,
    issuedBy: row.issued_by,
    withdrawn: reason === null || at === null || by === null ? null : { reason, at, by },
  };
}

function issuedDocuments(db: ReadableDb) {
  return db
    .selectFrom('documents')
    .leftJoin('document_withdrawals', 'document_withdrawals.document_id', 'documents.id')
    .select(listed);
}

/** Issued documents of a case, newest first. */
export function documentsOfCase(db: ReadableDb, caseId: CaseId): ListedDocument[] {
  return db
    .all(issuedDocuments(db).where('documents.case_id', '=', caseId).orderBy('documents.id', 'desc'))
    .map(listedDocument);
}

export function readDocument(db: ReadableDb, id: DocumentId): IssuedDocument | undefined {
  const row = db.first(issuedDocuments(db).select('documents.bytes').where('documents.id', '=', id));
  return row === undefined ? undefined : { ...listedDocument(row), bytes: new Uint8Array(row.bytes) };
}

/** Marks an issued document as withdrawn; it stays as it is. */
export function withdrawDocument(db: WritableDb, id: DocumentId, reason: string): void {
  db.insert('document_withdrawals', {
    document_id: id,
    reason,
    withdrawn_at: db.command.at,
    withdrawn_by: db.command.staffName,
  });
}

/** Each issued document with its file, one after another, so that no more than one file is held at a time. */
export function* allDocuments(db: ReadableDb): Generator<IssuedDocument> {
  for (const { id } of db.all(db.selectFrom('documents').select('id').orderBy('id'))) {
    const document = readDocument(db, idOf<DocumentId>(id));
    if (document !== undefined) yield document;
  }
}
