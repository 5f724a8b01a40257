import { z } from 'zod';

/** What a scan or a photograph may be; what a file is called says nothing about it. */
export const attachmentTypes = {
  'application/pdf': { label: 'PDF', extension: '.pdf' },
  'application/ofd': { label: 'OFD 版式文件', extension: '.ofd' },
  'image/jpeg': { label: 'JPEG 图片', extension: '.jpg' },
  'image/png': { label: 'PNG 图片', extension: '.png' },
  'image/tiff': { label: 'TIFF 图片', extension: '.tif' },
  'image/bmp': { label: 'BMP 图片', extension: '.bmp' },
  'image/webp': { label: 'WebP 图片', extension: '.webp' },
  'image/heic': { label: 'HEIC 图片', extension: '.heic' },
} as const;
export type AttachmentType = keyof typeof attachmentTypes;
export const attachmentTypeSchema = z.enum(
  Object.keys(attachmentTypes) as [AttachmentType, ...AttachmentType[]],
);

/** In bytes: a hundred pages of colour at 300 dots per inch. */
export const largestAttachment = 100 * 1024 * 1024;

/** In bytes: a file comes in parts of this size, so that nobody holds the whole of it and no other request waits long. */
export const attachmentPart = 1024 * 1024;

/** How many bytes of the head and of the end of a file tell its type. */
export const telling = { head: 4096, end: 65536 } as const;

/** What a file is by its content; undefined for what is not taken. `head` and `end` are `telling` bytes of it. */
export function attachmentTypeOf(head: Uint8Array, end: Uint8Array): AttachmentType | undefined {
  if (begins(head, [0xff, 0xd8, 0xff])) return 'image/jpeg';
  if (begins(head, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'image/png';
  if (begins(head, [0x49, 0x49, 0x2a, 0x00]) || begins(head, [0x4d, 0x4d, 0x00, 0x2a])) return 'image/tiff';
  // The four bytes after the size of a bitmap are reserved and zero.
  if (begins(head, latin('BM')) && begins(head.subarray(6), [0, 0, 0, 0])) return 'image/bmp';
  if (begins(head, latin('RIFF')) && begins(head.subarray(8), latin('WEBP'))) return 'image/webp';
  if (begins(head.subarray(4), latin('ftyp')) && heicBrands.has(words(head.subarray(8, 12)))) {
    return 'image/heic';
  }
  // GB/T 33190: an OFD file is a zip with OFD.xml in its root; its directory stands at the end.
  if (begins(head, [0x50, 0x4b, 0x03, 0x04]) && words(end).includes('OFD.xml')) return 'application/ofd';
  // Programs take a PDF whose head stands within the first kilobyte; scanners write such.
  if (words(head.subarray(0, 1024)).includes('%PDF-')) return 'application/pdf';
  return undefined;
}

const heicBrands: ReadonlySet<string> = new Set(['heic', 'heix', 'heim', 'heis', 'mif1', 'msf1']);

function begins(bytes: Uint8Array, with_: readonly number[]): boolean {
  return bytes.length >= with_.length && with_.every((byte, place) => bytes[place] === byte);
}

function latin(word: string): readonly number[] {
  return [...word].map((character) => character.charCodeAt(0));
}

function words(bytes: Uint8Array): string {
  let found = '';
  for (const byte of bytes) found += String.fromCharCode(byte);
  return found;
}

/** 签字页.pdf, whatever the file was called: the ending says what the content is. */
export function attachmentName(name: string, type: AttachmentType): string {
  const { extension } = attachmentTypes[type];
  const known = ['.jpeg', '.tiff', ...Object.values(attachmentTypes).map((one) => one.extension)];
  const ending = /\.[A-Za-z0-9]{1,8}$/.exec(name)?.[0] ?? '';
  const stem = known.includes(ending.toLowerCase()) ? name.slice(0, -ending.length) : name;
  return `${stem === '' ? '附件' : stem}${extension}`;
}

/** 12.3 MB, 340 KB: as file managers count, in powers of 1024. */
export function fileSizeInWords(bytes: number): string {
  if (bytes >= 1024 * 1024) return `${(bytes / 1024 / 1024).toFixed(1).replace(/\.0$/, '')} MB`;
  return `${Math.max(1, Math.round(bytes / 1024))} KB`;
}
