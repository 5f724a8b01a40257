import type { AttachmentId, CaseId, DocumentId, DossierPaperId } from '#shared/contract/ids.ts';
import { type AttachmentType, attachmentTypeSchema } from '#shared/domain/attachment.ts';
import type { ReadableDb, WritableDb } from './query.ts';
import type { AttachmentsTable } from './schema.ts';
import { idOf, idOrNull } from './values.ts';

export type KeptAttachment = {
  readonly id: AttachmentId;
  readonly caseId: CaseId;
  readonly sha256: string;
  /** In bytes. */
  readonly size: number;
  readonly type: AttachmentType;
  readonly name: string;
  /** The issued document whose signed paper it shows. */
  readonly documentId: DocumentId | null;
  /** The paper of the dossier that it shows. */
  readonly paperId: DossierPaperId | null;
  readonly attachedAt: string;
  readonly attachedBy: string;
  readonly cancelled: { readonly at: string; readonly reason: string } | null;
};

type NewAttachment = Omit<KeptAttachment, 'id' | 'attachedAt' | 'attachedBy' | 'cancelled'>;

/** Writes down a file that lies in the store already. */
export function insertAttachment(db: WritableDb, attachment: NewAttachment): AttachmentId {
  const id = db.insert('attachments', {
    case_id: attachment.caseId,
    sha256: attachment.sha256,
    size: attachment.size,
    type: attachment.type,
    name: attachment.name,
    document_id: attachment.documentId,
    paper_id: attachment.paperId,
    attached_at: db.command.at,
    attached_by: db.command.staffName,
    cancelled_at: null,
    cancelled_reason: null,
  });
  return idOf<AttachmentId>(id);
}

function attachmentOf(row: { readonly id: number } & Omit<AttachmentsTable, 'id'>): KeptAttachment {
  return {
    id: idOf<AttachmentId>(row.id),
    caseId: idOf<CaseId>(row.case_id),
    sha256: row.sha256,
    size: row.size,
    type: attachmentTypeSchema.parse(row.type),
    name: row.name,
    documentId: idOrNull<DocumentId>(row.document_id),
    paperId: idOrNull<DossierPaperId>(row.paper_id),
    attachedAt: row.attached_at,
    attachedBy: row.attached_by,
    cancelled:
      row.cancelled_at === null ? null : { at: row.cancelled_at, reason: row.cancelled_reason ?? '' },
  };
}

/** All attachments of a case in the order in which they came, the cancelled among them. */
export function attachmentsOfCase(db: ReadableDb, caseId: CaseId): KeptAttachment[] {
  return db
    .all(db.selectFrom('attachments').selectAll().where('case_id', '=', caseId).orderBy('id'))
    .map(attachmentOf);
}

export function readAttachment(db: ReadableDb, id: AttachmentId): KeptAttachment | undefined {
  const row = db.first(db.selectFrom('attachments').selectAll().where('id', '=', id));
  return row === undefined ? undefined : attachmentOf(row);
}

/** Cancels an attachment; false when it is cancelled already. The file stays. */
export function cancelAttachment(db: WritableDb, id: AttachmentId, reason: string): boolean {
  const query = db
    .updateTable('attachments')
    .set({ cancelled_at: db.command.at, cancelled_reason: reason })
    .where('id', '=', id)
    .where('cancelled_at', 'is', null);
  return db.run(query).changes === 1;
}

/** Every attachment of the register with its case, file by file. */
export function allAttachments(db: ReadableDb): KeptAttachment[] {
  return db.all(db.selectFrom('attachments').selectAll().orderBy('sha256').orderBy('id')).map(attachmentOf);
}
