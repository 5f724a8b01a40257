import type { CaseId, DocumentId } from '#shared/contract/ids.ts';
import type { ReadableDb, WritableDb } from './query.ts';
import { idOf } from './values.ts';

/** An issued document as it was frozen; `facts` and `content` are JSON. */
export type IssuedDocument = {
  readonly id: DocumentId;
  readonly caseId: CaseId;
  readonly kind: string;
  readonly templateVersion: string;
  readonly fontScheme: string;
  readonly facts: string;
  readonly content: string;
  readonly sha256: string;
  /** The file as it was issued. */
  readonly bytes: Uint8Array;
  readonly issuedAt: string;
  readonly issuedBy: string;
};

type NewDocument = Omit<IssuedDocument, 'id' | 'issuedAt' | 'issuedBy'>;

export function insertDocument(db: WritableDb, document: NewDocument): DocumentId {
  const id = db.insert('documents', {
    case_id: document.caseId,
    kind: document.kind,
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

function documentsWhere(db: ReadableDb, column: 'id' | 'case_id', value: number): IssuedDocument[] {
  return db
    .all(db.selectFrom('documents').selectAll().where(column, '=', value).orderBy('id', 'desc'))
    .map((row) => ({
      id: idOf<DocumentId>(row.id),
      caseId: idOf<CaseId>(row.case_id),
      kind: row.kind,
      templateVersion: row.template_version,
      fontScheme: row.font_scheme,
      facts: row.facts,
      content: row.content,
      sha256: row.sha256,
      bytes: new Uint8Array(row.bytes),
      issuedAt: row.issued_at,
      issuedBy: row.issued_by,
    }));
}

/** Issued documents of a case, newest first. */
export function documentsOfCase(db: ReadableDb, caseId: CaseId): IssuedDocument[] {
  return documentsWhere(db, 'case_id', caseId);
}

export function readDocument(db: ReadableDb, id: DocumentId): IssuedDocument | undefined {
  return documentsWhere(db, 'id', id)[0];
}
