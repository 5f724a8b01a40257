import { randomUUID } from 'node:crypto';
import { chmod, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { safeFileName } from '#shared/domain/file-name.ts';

/**
 * The private folder of the copies that Word or WPS were given. A copy is read-only, so that nobody types into a paper
 * that is thrown away; the folder is emptied at start and exit, as far as no program still holds a file.
 */
export class OpenedCopies {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Writes a copy under its own name in a folder of its own and returns its path. */
  async write(file: File): Promise<string> {
    const folder = join(this.#folder, randomUUID());
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const path = join(folder, safeFileName(file.name));
    // Piece by piece: a scan may be large.
    await writeFile(path, Readable.fromWeb(file.stream()), { flag: 'wx', mode: 0o400 });
    return path;
  }

  async empty(): Promise<void> {
    for (const entry of await readdir(this.#folder).catch(() => [])) {
      await remove(join(this.#folder, entry)).catch(() => undefined);
    }
  }
}

async function remove(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    // Windows does not delete a read-only file.
    await chmod(join(folder, name), 0o600);
  }
  await rm(folder, { recursive: true, force: true });
}
