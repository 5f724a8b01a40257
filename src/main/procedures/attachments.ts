import type { Attachment } from '#shared/contract/attachments.ts';
import type { AttachmentId, CaseId } from '#shared/contract/ids.ts';
import { contract } from '#shared/contract/index.ts';
import { attachmentName } from '#shared/domain/attachment.ts';
import { safeFileName } from '#shared/domain/file-name.ts';
import { AttachmentRefused, UploadBroken } from '../attachments/store.ts';
import {
  attachmentsOfCase,
  cancelAttachment,
  insertAttachment,
  type KeptAttachment,
  readAttachment,
} from '../register/attachments.ts';
import { documentsOfCase } from '../register/documents.ts';
import { papersOfDossier } from '../register/dossiers.ts';
import type { ReadableDb } from '../register/query.ts';
import { caseOf, liveCase } from './case-of.ts';
import type { Desk } from './desk.ts';
import { conflict, found, notFound, refused } from './errors.ts';
import { atWork, command, query, task, write } from './kinds.ts';

const procedures = contract.attachments;

/** What the store says of a file, as an answer of the office. */
async function taken<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof AttachmentRefused) throw refused('fileNotTaken', { sentence: error.sentence });
    throw error instanceof UploadBroken ? conflict('attachment') : error;
  }
}

/** What it is to show must be of the same case and stand. */
function refuseForeign(
  db: ReadableDb,
  caseId: CaseId,
  { documentId, paperId }: Pick<KeptAttachment, 'documentId' | 'paperId'>,
): void {
  liveCase(db, caseId);
  if (documentId !== null && !documentsOfCase(db, caseId).some(({ id }) => id === documentId)) {
    throw notFound('document');
  }
  if (paperId !== null && !papersOfDossier(db, caseId).some(({ id }) => id === paperId)) {
    throw notFound('dossierPaper');
  }
}

/** The attachments of a case as every page may see them. */
export function listedAttachments(db: ReadableDb, caseId: CaseId): Attachment[] {
  return attachmentsOfCase(db, caseId).map(({ caseId: _caseId, ...attachment }) => attachment);
}

/** The file of an attachment under its own name. Throws where it is gone: `verify` says of which case. */
export async function fileOfAttachment(desk: Desk, id: AttachmentId): Promise<File> {
  const { sha256, name, type } = found(readAttachment(desk.register.readable, id), 'attachment');
  const file = await desk.attachments.read(sha256, safeFileName(name), type);
  if (file === undefined) throw new Error(`The file of attachment ${id} is gone.`);
  return file;
}

export const attachments = {
  upload: task(procedures.upload, async ({ upload, offset, part }, { desk, session }) => {
    atWork(desk, session);
    return { size: await taken(desk.attachments.append(upload, offset, part)) };
  }),

  attach: task(procedures.attach, async ({ caseId, upload, name, ...shows }, { desk, session }) => {
    const { staffName } = atWork(desk, session);
    refuseForeign(desk.register.readable, caseId, shows);
    // The file first, then the row: what is written down is there.
    const { sha256, size, type } = await taken(desk.attachments.keep(upload));
    const id = await write(desk, 'attachments.attach', staffName, (db) => {
      refuseForeign(db, caseId, shows);
      const same = attachmentsOfCase(db, caseId).find(
        (one) =>
          one.cancelled === null &&
          one.sha256 === sha256 &&
          one.documentId === shows.documentId &&
          one.paperId === shows.paperId,
      );
      if (same !== undefined) return same.id;
      const called = attachmentName(safeFileName(name), type);
      const inserted = insertAttachment(db, { caseId, sha256, size, type, name: called, ...shows });
      db.event({
        subject: 'case',
        subjectId: caseId,
        what: 'attachmentAdded',
        after: { attachment: called, sha256 },
      });
      return inserted;
    });
    return { id, sha256 };
  }),

  ofCase: query(procedures.ofCase, (db, { caseId }) => {
    caseOf(db, caseId);
    return listedAttachments(db, caseId);
  }),

  cancel: command('attachments.cancel', procedures.cancel, (db, { id, reason }) => {
    const { caseId, name } = found(readAttachment(db, id), 'attachment');
    liveCase(db, caseId);
    if (!cancelAttachment(db, id, reason)) throw notFound('attachment');
    db.event({
      subject: 'case',
      subjectId: caseId,
      what: 'attachmentCancelled',
      before: { attachment: name },
      after: { reason },
    });
    return { id };
  }),

  file: task(procedures.file, ({ id }, { desk }) => fileOfAttachment(desk, id)),
};
