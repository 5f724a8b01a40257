import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';
import { attachmentPath } from './store.ts';

export type FileState = 'whole' | 'missing' | 'changed';

const piece = 1024 * 1024;

/** Reads a kept file again from the disk and compares it with its hash; for a worker thread, because it blocks. */
export function attachmentState(dataDir: string, sha256: string): FileState {
  let file: number;
  try {
    file = openSync(attachmentPath(dataDir, sha256), 'r');
  } catch {
    return 'missing';
  }
  try {
    const hash = createHash('sha256');
    const bytes = new Uint8Array(piece);
    for (;;) {
      const length = readSync(file, bytes, 0, piece, null);
      if (length === 0) break;
      hash.update(bytes.subarray(0, length));
    }
    return hash.digest('hex') === sha256 ? 'whole' : 'changed';
  } catch {
    // A sector that cannot be read is no whole file either.
    return 'changed';
  } finally {
    closeSync(file);
  }
}
