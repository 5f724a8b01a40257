import { randomUUID } from 'node:crypto';
import { lstat, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';

export type NotSavedReason = 'inUse' | 'noSpace' | 'notAllowed' | 'noFolder' | 'link' | 'unknown';

const sentences: Readonly<Record<NotSavedReason, string>> = {
  inUse: '这个文件正被别的程序使用（多半是在 Word 或 WPS 中打开着），请先关闭它再保存。',
  noSpace: '磁盘已满，文件没有保存。',
  notAllowed: '没有在这个文件夹里写入的权限，请换一个位置。',
  noFolder: '找不到这个文件夹，请换一个位置。',
  link: '这个位置上是一个链接，为了不改到别处的文件，请换一个文件名。',
  unknown: '文件没有保存成功，请换一个位置再试。',
};

/** A file could not be saved; the message is the sentence for the person who wanted it. */
export class FileNotSaved extends Error {
  readonly reason: NotSavedReason;

  constructor(reason: NotSavedReason, cause?: unknown) {
    super(sentences[reason], { cause });
    this.reason = reason;
  }
}

const patience = { milliseconds: 2000, step: 100 } as const;
const busyCodes = ['EBUSY', 'EPERM', 'EACCES'];

/**
 * Writes the whole file or nothing: beside the target under a new name, to the disk, then over the target. A link is
 * never followed (trust.md T-61). A virus scanner or an office program may hold the target for a moment: waits up to
 * 2 s. Throws `FileNotSaved`.
 */
export async function saveFile(target: string, content: Uint8Array): Promise<void> {
  if (await isLink(target)) {
    throw new FileNotSaved('link');
  }
  const beside = join(dirname(target), `.${randomUUID()}.tmp`);
  try {
    await writeDurably(beside, content);
    await renamePatiently(beside, target);
  } catch (error) {
    await rm(beside, { force: true }).catch(() => undefined);
    throw error instanceof FileNotSaved ? error : new FileNotSaved(reasonOf(error), error);
  }
}

/** `saveFile` for text in UTF-8. */
export function saveText(target: string, text: string): Promise<void> {
  return saveFile(target, new TextEncoder().encode(text));
}

async function isLink(target: string): Promise<boolean> {
  return lstat(target).then(
    (stats) => stats.isSymbolicLink(),
    () => false,
  );
}

async function writeDurably(path: string, content: Uint8Array): Promise<void> {
  const file = await open(path, 'wx');
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function renamePatiently(from: string, to: string): Promise<void> {
  const until = Date.now() + patience.milliseconds;
  for (;;) {
    try {
      return await rename(from, to);
    } catch (error) {
      if (!busyCodes.includes(codeOf(error))) {
        throw error;
      }
      if (Date.now() >= until) {
        throw new FileNotSaved('inUse', error);
      }
      await new Promise((resolve) => setTimeout(resolve, patience.step));
    }
  }
}

const reasons: Readonly<Record<string, NotSavedReason>> = {
  EBUSY: 'inUse',
  ENOSPC: 'noSpace',
  EDQUOT: 'noSpace',
  EACCES: 'notAllowed',
  EPERM: 'notAllowed',
  EROFS: 'notAllowed',
  ENOENT: 'noFolder',
  ENOTDIR: 'noFolder',
};

function reasonOf(error: unknown): NotSavedReason {
  return reasons[codeOf(error)] ?? 'unknown';
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}
