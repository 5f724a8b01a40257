import { type FileHandle, open } from 'node:fs/promises';

/** No font has a table of names nearly as large, nor a file so many faces: what says so is no font. */
const limits = { tables: 128, faces: 64, nameTable: 1024 * 1024, records: 4096 } as const;

/** Family, full name and typographic family (OpenType `name` table). */
const wanted: ReadonlySet<number> = new Set([1, 4, 16]);

/**
 * The names under which programs find the fonts of a file (.ttf, .otf, .ttc), in every language that it names itself in.
 * Only its table of names is read. Empty where the file is no font or a broken one; throws where it cannot be read.
 */
export async function namesInFontFile(path: string): Promise<readonly string[]> {
  const file = await open(path, 'r');
  try {
    const names = new Set<string>();
    for (const start of await faces(file)) {
      for (const name of await namesOfFace(file, start)) names.add(name);
    }
    return [...names];
  } catch (error) {
    if (error instanceof NotAFont) return [];
    throw error;
  } finally {
    await file.close();
  }
}

class NotAFont extends Error {}

async function bytesAt(file: FileHandle, position: number, length: number): Promise<DataView> {
  const bytes = new Uint8Array(length);
  const { bytesRead } = await file.read(bytes, 0, length, position);
  if (bytesRead < length) throw new NotAFont();
  return new DataView(bytes.buffer);
}

/** Where each font of a file begins; a collection (.ttc) holds several. */
async function faces(file: FileHandle): Promise<readonly number[]> {
  const head = await bytesAt(file, 0, 12);
  const tag = head.getUint32(0);
  if (tag !== 0x74746366) return [0];
  const count = Math.min(head.getUint32(8), limits.faces);
  const offsets = await bytesAt(file, 12, count * 4);
  return Array.from({ length: count }, (_, index) => offsets.getUint32(index * 4));
}

const fontTags: ReadonlySet<number> = new Set([0x00010000, 0x4f54544f, 0x74727565]);

async function namesOfFace(file: FileHandle, start: number): Promise<readonly string[]> {
  const head = await bytesAt(file, start, 12);
  const count = head.getUint16(4);
  if (!fontTags.has(head.getUint32(0)) || count > limits.tables) throw new NotAFont();
  const directory = await bytesAt(file, start + 12, count * 16);
  for (let entry = 0; entry < count * 16; entry += 16) {
    if (directory.getUint32(entry) === 0x6e616d65) {
      const length = directory.getUint32(entry + 12);
      if (length < 6 || length > limits.nameTable) throw new NotAFont();
      return namesInTable(await bytesAt(file, directory.getUint32(entry + 8), length));
    }
  }
  return [];
}

function namesInTable(table: DataView): readonly string[] {
  const count = Math.min(table.getUint16(2), limits.records, Math.floor((table.byteLength - 6) / 12));
  const strings = table.getUint16(4);
  const names: string[] = [];
  for (let record = 6; record < 6 + count * 12; record += 12) {
    const start = strings + table.getUint16(record + 10);
    const length = table.getUint16(record + 8);
    const encoding = encodingOf(table.getUint16(record), table.getUint16(record + 2));
    if (wanted.has(table.getUint16(record + 6)) && encoding !== null && start + length <= table.byteLength) {
      const name = decoded(new Uint8Array(table.buffer, start, length), encoding);
      if (name !== '') names.push(name);
    }
  }
  return names;
}

type Encoding = 'utf-16be' | 'gb18030' | 'latin1';

/** Platforms 0 Unicode, 1 Macintosh (25: simplified Chinese), 3 Windows (3: PRC). */
function encodingOf(platform: number, encoding: number): Encoding | null {
  switch (platform) {
    case 0:
      return 'utf-16be';
    case 1:
      return encoding === 0 ? 'latin1' : encoding === 25 ? 'gb18030' : null;
    case 3:
      return encoding === 3 ? 'gb18030' : 'utf-16be';
    default:
      return null;
  }
}

function decoded(bytes: Uint8Array, encoding: Encoding): string {
  // Fonts of the nineties fill names in GB up with zeros, two bytes to each letter.
  const meant = encoding === 'gb18030' ? bytes.filter((byte) => byte !== 0) : bytes;
  return new TextDecoder(encoding).decode(meant).trim();
}
