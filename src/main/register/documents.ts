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
  readonly fontScheme: string;
  readonly facts: string;
  readonly content: string;
  readonly sha256: string;
  readonly bytes: Uint8Array;
  readonly issuedAt: string;
  readonly issuedBy: string;
};

/** What lists show of an issued document: everything but the file. */
export type ListedDocument = Omit<IssuedDocument, 'bytes'>;

type NewDocument = Omit<IssuedDocument, 'id' | 'issuedAt' | 'issuedBy'>;

export function insertDocument(db: WritableDb, document: NewDocument): DocumentId {
  const id = db.insert('documents', {
    case_id: document.caseId,
    kind: document.kind,
    subject_id: document.subjectId,
    template_version: document.templateVersion,
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
  'id',
  'case_id',
  'kind',
  'subject_id',
  'template_version',
  'font_scheme',
  'facts',
  'content',
  'sha256',
  'issued_at',
  'issued_by',
] as const;

type ListedRow = { readonly id: number } & Omit<DocumentsTable, 'id' | 'bytes'>;

function listedDocument(row: ListedRow): ListedDocument {
  return {
    id: idOf<DocumentId>(row.id),
    caseId: idOf<CaseId>(row.case_id),
    kind: row.kind,
    subjectId: row.subject_id,
    templateVersion: row.template_version,
    fontScheme: row.font_scheme,
    facts: row.facts,
    content: row.content,
    sha256: row.sha256,
    issuedAt: row.issued_at,
    issuedBy: row.issued_by,
  };
}

/** Issued documents of a case, newest first. */
export function documentsOfCase(db: ReadableDb, caseId: CaseId): ListedDocument[] {
  return db
    .all(db.selectFrom('documents').select(listed).where('case_id', '=', caseId).orderBy('id', 'desc'))
    .map(listedDocument);
}

export function readDocument(db: ReadableDb, id: DocumentId): IssuedDocument | undefined {
  const row = db.first(db.selectFrom('documents').selectAll().where('id', '=', id));
  return row === undefined ? undefined : { ...listedDocument(row), bytes: new Uint8Array(row.bytes) };
}

/** Each issued document with its file, one after another, so that no more than one file is held at a time. */
export function* allDocuments(db: ReadableDb): Generator<IssuedDocument> {
  for (const { id } of db.all(db.selectFrom('documents').select('id').orderBy('id'))) {
    const document = readDocument(db, idOf<DocumentId>(id));
    if (document !== undefined) yield document;
  }
}
