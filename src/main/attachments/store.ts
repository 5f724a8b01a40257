import { createHash } from 'node:crypto';
import { openAsBlob } from 'node:fs';
import { type FileHandle, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import {
  type AttachmentType,
  attachmentTypeOf,
  fileSizeInWords,
  largestAttachment,
  telling,
} from '#shared/domain/attachment.ts';

export type AttachmentProblem = 'empty' | 'tooLarge' | 'type' | 'noSpace';

const sentences: Readonly<Record<AttachmentProblem, string>> = {
  empty: '这个文件是空的，请重新扫描后再附上。',
  tooLarge: `文件超过 ${fileSizeInWords(largestAttachment)}，请用较低的分辨率扫描，或者分成几个文件。`,
  type: '只收 PDF、OFD 和图片（JPEG、PNG、TIFF、BMP、WebP、HEIC）。程序看的是文件内容，改后缀名没有用；Word 文档请先另存为 PDF。',
  noSpace: '磁盘已满，文件没有存下来。请清理磁盘后再试。',
};

/** A file is not taken; `sentence` says why to the person who brought it. */
export class AttachmentRefused extends Error {
  readonly problem: AttachmentProblem;
  readonly sentence: string;
  constructor(problem: AttachmentProblem, cause?: unknown) {
    super(sentences[problem], { cause });
    this.problem = problem;
    this.sentence = sentences[problem];
  }
}

/** The parts that came do not make a file: one is missing, or what came before is gone. */
export class UploadBroken extends Error {}

export type KeptFile = { readonly sha256: string; readonly size: number; readonly type: AttachmentType };

/** The files of a data folder, each under the SHA-256 of its content: `attachments/<ab>/<sha256>`. */
export type AttachmentStore = ReturnType<typeof attachmentStore>;

const ownOnly = { file: 0o600, folder: 0o700 } as const;
const piece = 256 * 1024;
const abandonedAfter = 24 * 60 * 60 * 1000;

export function attachmentStore(dataDir: string) {
  const root = join(dataDir, 'attachments');
  const incoming = join(root, 'incoming');
  const pathOf = (sha256: string) => attachmentPath(dataDir, sha256);

  /** Takes the next part of a file and returns how much of it has come, in bytes. */
  async function append(upload: string, offset: number, part: Blob): Promise<number> {
    if (offset + part.size > largestAttachment) {
      await discard(upload);
      throw new AttachmentRefused('tooLarge');
    }
    await mkdir(incoming, { recursive: true, mode: ownOnly.folder });
    const file = await open(join(incoming, upload), offset === 0 ? 'w' : 'r+', ownOnly.file).catch(broken);
    let place = offset;
    try {
      if ((await file.stat()).size !== offset) throw new UploadBroken();
      for await (const bytes of part.stream()) {
        await writeAll(file, bytes, place);
        place += bytes.byteLength;
      }
    } finally {
      await file.close();
    }
    return place;
  }

  /**
   * Makes what has come a file of the store: looks what it is, brings it to the disk, and only then gives it its place,
   * so that whoever writes down the hash afterwards can rely on the file. A file that is there already stays once.
   */
  async function keep(upload: string): Promise<KeptFile> {
    const from = join(incoming, upload);
    const file = await open(from, 'r+').catch(broken);
    let kept: KeptFile;
    try {
      kept = await lookedAt(file);
      await file.sync();
    } catch (error) {
      await file.close();
      await discard(upload);
      throw error;
    }
    await file.close();
    const to = pathOf(kept.sha256);
    await mkdir(dirname(to), { recursive: true, mode: ownOnly.folder });
    // The same content again takes the place of the old: whole, even where the old was damaged.
    await rename(from, to);
    await syncFolder(dirname(to));
    await syncFolder(root);
    await syncFolder(dataDir);
    return kept;
  }

  /** The file as it lies on the disk, read only as somebody reads it; undefined where it is gone. */
  async function read(sha256: string, name: string, type: AttachmentType): Promise<File | undefined> {
    const path = pathOf(sha256);
    const there = await stat(path).then(
      () => true,
      () => false,
    );
    return there ? new File([await openAsBlob(path)], name, { type }) : undefined;
  }

  /** Lets go of what somebody began to bring and did not finish, a day after. */
  async function sweep(now: Date): Promise<void> {
    for (const name of await readdir(incoming).catch(() => [])) {
      const begun = await stat(join(incoming, name)).catch(() => undefined);
      if (begun !== undefined && now.getTime() - begun.mtimeMs > abandonedAfter) await discard(name);
    }
  }

  function discard(upload: string): Promise<void> {
    return rm(join(incoming, upload), { force: true });
  }

  return { append, keep, read, sweep };
}

/** Where the file of a hash lies. */
export function attachmentPath(dataDir: string, sha256: string): string {
  return join(dataDir, 'attachments', sha256.slice(0, 2), sha256);
}

function broken(cause: unknown): never {
  throw codeOf(cause) === 'ENOENT' ? new UploadBroken() : fault(cause);
}

async function writeAll(file: FileHandle, bytes: Uint8Array, place: number): Promise<void> {
  for (let done = 0; done < bytes.byteLength; ) {
    const { bytesWritten } = await file
      .write(bytes, done, bytes.byteLength - done, place + done)
      .catch((cause: unknown) => {
        throw fault(cause);
      });
    done += bytesWritten;
  }
}

function fault(cause: unknown): unknown {
  return ['ENOSPC', 'EDQUOT'].includes(codeOf(cause)) ? new AttachmentRefused('noSpace', cause) : cause;
}

/** Reads a file once from its beginning to its end, a piece at a time. */
async function lookedAt(file: FileHandle): Promise<KeptFile> {
  const { size } = await file.stat();
  if (size === 0) throw new AttachmentRefused('empty');
  const hash = createHash('sha256');
  const bytes = new Uint8Array(Math.min(piece, size));
  for (let place = 0; place < size; ) {
    const { bytesRead } = await file.read(bytes, 0, bytes.byteLength, place);
    if (bytesRead === 0) throw new UploadBroken();
    hash.update(bytes.subarray(0, bytesRead));
    place += bytesRead;
  }
  const type = attachmentTypeOf(
    await bytesAt(file, 0, Math.min(telling.head, size)),
    await bytesAt(file, Math.max(0, size - telling.end), Math.min(telling.end, size)),
  );
  if (type === undefined) throw new AttachmentRefused('type');
  return { sha256: hash.digest('hex'), size, type };
}

async function bytesAt(file: FileHandle, place: number, length: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(length);
  const { bytesRead } = await file.read(bytes, 0, length, place);
  return bytes.subarray(0, bytesRead);
}

/** A new name in a folder is safe only once the folder is on the disk; Windows has no such call and needs none. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}
