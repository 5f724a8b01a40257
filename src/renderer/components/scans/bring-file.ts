import type { AttachmentId, CaseId, DocumentId, DossierPaperId } from '#shared/contract/ids.ts';
import { attachmentPart, fileSizeInWords, largestAttachment } from '#shared/domain/attachment.ts';
import { office } from '../../api.ts';

/** What a file is attached to. */
export type Shown = {
  readonly caseId: CaseId;
  readonly documentId: DocumentId | null;
  readonly paperId: DossierPaperId | null;
};

/** Why a file cannot be attached, as far as that is to be seen before it is sent; null where nothing is. */
export function fileProblem(file: File): string | null {
  if (file.size === 0) return '是空文件';
  if (file.size > largestAttachment) {
    return `有 ${fileSizeInWords(file.size)}，超过 ${fileSizeInWords(largestAttachment)}`;
  }
  return null;
}

/** Sends a file in parts, so that nobody holds the whole of it, and keeps it with the case; tells how far it is. */
export async function bringFile(
  file: File,
  shown: Shown,
  tell: (done: number) => void,
): Promise<AttachmentId> {
  const upload = crypto.randomUUID();
  for (let offset = 0; offset === 0 || offset < file.size; ) {
    const part = new File([file.slice(offset, offset + attachmentPart)], 'part');
    offset = (await office.attachments.upload({ upload, offset, part })).size;
    tell(offset);
    if (file.size === 0) break;
  }
  const name = file.name.trim() === '' ? '扫描件' : file.name.slice(-255);
  return (await office.attachments.attach({ ...shown, upload, name })).id;
}
