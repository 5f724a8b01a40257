import { randomUUID } from 'node:crypto';
import type { AttachmentId, CaseId, DocumentId, DossierPaperId } from '#shared/contract/ids.ts';
import type { OfficeClient } from '#shared/contract/index.ts';
import { attachmentPart } from '#shared/domain/attachment.ts';

/** A file that a scanner might have made: the head of a PDF, then noise of its own. */
export function aScan(size = 2000, seed = 1): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(size);
  for (let place = 0, state = seed; place < size; place += 1) {
    state = (state * 1103515245 + 12345) & 0x7fffffff;
    bytes[place] = state >> 16;
  }
  bytes.set(new TextEncoder().encode('%PDF-1.7\n'));
  return bytes;
}

/** Brings a file in parts, as the page does. */
export async function bring(
  client: OfficeClient,
  bytes: Uint8Array<ArrayBuffer>,
  part = attachmentPart,
): Promise<string> {
  const upload = randomUUID();
  let offset = 0;
  do {
    const blob = new File([bytes.subarray(offset, offset + part)], 'part');
    offset = (await client.attachments.upload({ upload, offset, part: blob })).size;
  } while (offset < bytes.byteLength);
  return upload;
}

/** Attaches a file to a case. */
export async function attach(
  client: OfficeClient,
  caseId: CaseId,
  bytes: Uint8Array<ArrayBuffer>,
  shows: {
    readonly name?: string;
    readonly documentId?: DocumentId;
    readonly paperId?: DossierPaperId;
  } = {},
): Promise<{ id: AttachmentId; sha256: string }> {
  const upload = await bring(client, bytes);
  const { name = '签字页.pdf', documentId = null, paperId = null } = shows;
  return client.attachments.attach({ caseId, upload, name, documentId, paperId });
}
