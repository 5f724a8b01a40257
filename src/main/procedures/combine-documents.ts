import type { CopiedDocument } from '#shared/contract/documents.ts';
import type { DocumentId } from '#shared/contract/ids.ts';
import { combining } from '../documents/combined.ts';
import { readDocument } from '../register/documents.ts';
import { readSetting } from '../register/settings.ts';
import { found } from './errors.ts';
import { readIntact } from './issued.ts';
import type { JobDesk } from './job-desk.ts';

type Combined = {
  readonly bytes: Uint8Array | null;
  /** What cannot be joined, because the office's own Word file made it. */
  readonly apart: readonly DocumentId[];
};

/** Joins issued documents, read one after another, into one Word file for printing. */
export async function combineDocuments(
  input: { readonly title: string; readonly documents: readonly CopiedDocument[] },
  desk: Pick<JobDesk, 'register'>,
): Promise<Combined> {
  const db = desk.register.readable;
  const { doubleSided } = readSetting(db, 'paperStyle').value;
  const joined = combining({ title: input.title, doubleSided });
  const apart: DocumentId[] = [];
  for (const { id, copies } of input.documents) {
    if (copies === 0) continue;
    const document = found(readDocument(db, id), 'document');
    const own = document.officeTemplateId === null;
    if (!own || !(await joined.add(readIntact(document), copies))) apart.push(id);
  }
  return { bytes: await joined.finish(), apart };
}
