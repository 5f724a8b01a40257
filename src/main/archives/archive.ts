import { crc32, inflateRawSync } from 'node:zlib';
import { FileRefused } from './file-refused.ts';

/**
 * Hard limits for files from outside: a zip of 300 KB can claim, or turn out, to hold gigabytes.
 * They are checked on the directory before anything is inflated, and again while inflating, because sizes can lie.
 */
export const archiveLimits = {
  entries: 200,
  totalBytes: 50 * 1024 * 1024,
  partBytes: 10 * 1024 * 1024,
  ratio: 100,
  ratioOfSmallParts: 200,
  smallPartBytes: 1024 * 1024,
} as const;

/** The parts of a zip file, each inflated when it is asked for. */
export type Archive = {
  readonly names: readonly string[];
  readonly has: (name: string) => boolean;
  /** The part's bytes; throws FileRefused where the part is missing, damaged or not of the size it claims. */
  readonly read: (name: string) => Uint8Array;
};

type Entry = {
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly compressed: number;
  readonly size: number;
  readonly offset: number;
};

const endSignature = 0x06054b50;
const end64Signature = 0x06064b50;
const end64LocatorSignature = 0x07064b50;
const entrySignature = 0x02014b50;
const localSignature = 0x04034b50;
const all16 = 0xffff;
const all32 = 0xffffffff;

/** What to do about a file that is not read, in the words of whoever reads it; `what` says what is wrong. */
export type ArchiveAdvice = {
  readonly encrypted: string;
  readonly unsafe: (what: string) => string;
  readonly tooBig: (what: string) => string;
  readonly damaged: (what: string) => string;
};

/** Opens a zip file after checking its whole directory; throws FileRefused with the sentences of `advice`. */
export function openArchive(bytes: Uint8Array, advice: ArchiveAdvice): Archive {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = inWordsOf(advice, () => checkedDirectory(buffer));
  return {
    names: [...entries.values()].map((entry) => entry.name),
    has: (name) => entries.has(name.toLowerCase()),
    read: (name) =>
      inWordsOf(advice, () => {
        const entry = entries.get(name.toLowerCase());
        if (entry === undefined) {
          throw damaged(`缺少 ${name}`);
        }
        return inflate(buffer, entry);
      }),
  };
}

/** What is wrong with an archive, before it is told in the words of whoever reads it. */
class Fault extends Error {
  readonly code: keyof ArchiveAdvice;
  readonly what: string;

  constructor(code: keyof ArchiveAdvice, what: string) {
    super(what);
    this.code = code;
    this.what = what;
  }
}

function inWordsOf<T>(advice: ArchiveAdvice, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    const words = advice[error.code];
    throw new FileRefused(error.code, typeof words === 'string' ? words : words(error.what));
  }
}

function checkedDirectory(buffer: Buffer): ReadonlyMap<string, Entry> {
  const entries = new Map<string, Entry>();
  let total = 0;
  for (const entry of readDirectory(buffer)) {
    checkEntry(entry);
    const folded = entry.name.toLowerCase();
    if (entries.has(folded)) {
      throw unsafe('压缩包里有同名的内容');
    }
    entries.set(folded, entry);
    total += entry.size;
  }
  if (total > archiveLimits.totalBytes) {
    throw tooBig('文件解开后超过 50 MB');
  }
  return entries;
}

function readDirectory(buffer: Buffer): readonly Entry[] {
  const end = findEnd(buffer);
  const disk = buffer.readUInt16LE(end + 4);
  let count = buffer.readUInt16LE(end + 10);
  let offset = buffer.readUInt32LE(end + 16);
  if (count === all16 || offset === all32) {
    const record = readEnd64(buffer, end);
    count = record.count;
    offset = record.offset;
  }
  if (disk !== 0) {
    throw damaged('分卷压缩');
  }
  if (count > archiveLimits.entries) {
    throw tooBig(`压缩包里的内容超过 ${archiveLimits.entries} 项`);
  }
  const entries: Entry[] = [];
  for (let index = 0; index < count; index += 1) {
    if (offset + 46 > buffer.length || buffer.readUInt32LE(offset) !== entrySignature) {
      throw damaged('目录不完整');
    }
    const nameLength = buffer.readUInt16LE(offset + 28);
    const extraLength = buffer.readUInt16LE(offset + 30);
    const nameEnd = offset + 46 + nameLength;
    const next = nameEnd + extraLength + buffer.readUInt16LE(offset + 32);
    if (next > buffer.length) {
      throw damaged('目录不完整');
    }
    entries.push(
      withLongSizes(
        {
          name: buffer.toString('utf8', offset + 46, nameEnd),
          flags: buffer.readUInt16LE(offset + 8),
          method: buffer.readUInt16LE(offset + 10),
          crc: buffer.readUInt32LE(offset + 16),
          compressed: buffer.readUInt32LE(offset + 20),
          size: buffer.readUInt32LE(offset + 24),
          offset: buffer.readUInt32LE(offset + 42),
        },
        buffer.subarray(nameEnd, nameEnd + extraLength),
      ),
    );
    offset = next;
  }
  return entries;
}

function findEnd(buffer: Buffer): number {
  const first = Math.max(0, buffer.length - 22 - all16);
  for (let position = buffer.length - 22; position >= first; position -= 1) {
    if (buffer.readUInt32LE(position) === endSignature) {
      return position;
    }
  }
  throw damaged('没有目录');
}

// Some court systems write every workbook in the long form (Zip64) although it is small.
function readEnd64(buffer: Buffer, end: number): { readonly count: number; readonly offset: number } {
  const locator = end - 20;
  if (locator < 0 || buffer.readUInt32LE(locator) !== end64LocatorSignature) {
    throw damaged('目录不完整');
  }
  const record = Number(buffer.readBigUInt64LE(locator + 8));
  if (record + 56 > buffer.length || buffer.readUInt32LE(record) !== end64Signature) {
    throw damaged('目录不完整');
  }
  return {
    count: Number(buffer.readBigUInt64LE(record + 32)),
    offset: Number(buffer.readBigUInt64LE(record + 48)),
  };
}

function withLongSizes(entry: Entry, extra: Buffer): Entry {
  if (entry.size !== all32 && entry.compressed !== all32 && entry.offset !== all32) {
    return entry;
  }
  for (let position = 0; position + 4 <= extra.length; ) {
    const length = extra.readUInt16LE(position + 2);
    const field = extra.subarray(position + 4, position + 4 + length);
    if (extra.readUInt16LE(position) === 1 && field.length === length) {
      let taken = 0;
      const take = (short: number): number => {
        if (short !== all32) {
          return short;
        }
        if (taken + 8 > field.length) {
          throw damaged('目录不完整');
        }
        taken += 8;
        return Number(field.readBigUInt64LE(taken - 8));
      };
      // The order is the format's: size, compressed size, offset.
      const size = take(entry.size);
      const compressed = take(entry.compressed);
      return { ...entry, size, compressed, offset: take(entry.offset) };
    }
    position += 4 + length;
  }
  throw damaged('目录不完整');
}

function checkEntry(entry: Entry): void {
  if ((entry.flags & 1) !== 0) {
    throw new Fault('encrypted', '文件加了密码');
  }
  if (
    entry.name === '' ||
    /[\\\p{Cc}]|^\/|^[a-z]:/iu.test(entry.name) ||
    entry.name.split('/').includes('..')
  ) {
    throw unsafe('压缩包里的路径不正常');
  }
  if (entry.method !== 0 && entry.method !== 8) {
    throw damaged('压缩方法不认识');
  }
  const limit =
    entry.size < archiveLimits.smallPartBytes ? archiveLimits.ratioOfSmallParts : archiveLimits.ratio;
  if (entry.size > limit * Math.max(1, entry.compressed)) {
    throw unsafe('压缩比例异常');
  }
}

function inflate(buffer: Buffer, entry: Entry): Uint8Array {
  if (entry.size > archiveLimits.partBytes) {
    throw tooBig('其中一项内容超过 10 MB');
  }
  const local = entry.offset;
  if (local + 30 > buffer.length || buffer.readUInt32LE(local) !== localSignature) {
    throw damaged('内容不完整');
  }
  const start = local + 30 + buffer.readUInt16LE(local + 26) + buffer.readUInt16LE(local + 28);
  if (start + entry.compressed > buffer.length) {
    throw damaged('内容不完整');
  }
  const packed = buffer.subarray(start, start + entry.compressed);
  const bytes = entry.method === 0 ? packed : inflateWithin(packed, entry.size);
  if (bytes.length !== entry.size || crc32(bytes) !== entry.crc) {
    throw damaged('内容与目录不符');
  }
  return bytes;
}

/** Stops at the first byte beyond the size that the directory claims, so a lie costs no memory. */
function inflateWithin(packed: Buffer, size: number): Uint8Array {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, size) });
  } catch {
    throw damaged('内容与目录不符');
  }
}

function unsafe(what: string): Fault {
  return new Fault('unsafe', what);
}

function tooBig(what: string): Fault {
  return new Fault('tooBig', what);
}

function damaged(what: string): Fault {
  return new Fault('damaged', what);
}
