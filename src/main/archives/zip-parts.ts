import { crc32, createDeflateRaw, deflateRawSync, inflateRawSync } from 'node:zlib';

const centralEntry = 0x02014b50;
const localEntry = 0x04034b50;
const endOfDirectory = 0x06054b50;

/** The parts of a zip that this program made, by name, each inflated when it is asked for; throws where damaged. */
export function partsOf(bytes: Uint8Array): ReadonlyMap<string, () => string> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = buffer.length - 22;
  if (end < 0 || buffer.readUInt32LE(end) !== endOfDirectory) throw new Error('This is no zip of ours.');
  const parts = new Map<string, () => string>();
  let place = buffer.readUInt32LE(end + 16);
  for (let entry = 0; entry < buffer.readUInt16LE(end + 10); entry += 1) {
    const packed = buffer.readUInt16LE(place + 10) === 8;
    const size = buffer.readUInt32LE(place + 20);
    const nameLength = buffer.readUInt16LE(place + 28);
    const local = buffer.readUInt32LE(place + 42);
    const start = local + 30 + buffer.readUInt16LE(local + 26) + buffer.readUInt16LE(local + 28);
    const data = buffer.subarray(start, start + size);
    const name = buffer.toString('utf8', place + 46, place + 46 + nameLength);
    parts.set(name, () => (packed ? inflateRawSync(data) : data).toString('utf8'));
    place += 46 + nameLength + buffer.readUInt16LE(place + 30) + buffer.readUInt16LE(place + 32);
  }
  return parts;
}

/** A part of a zip as it will stand in it: deflated. */
export type PackedPart = {
  readonly name: string;
  readonly data: Buffer;
  readonly size: number;
  readonly crc: number;
};

export function packedPart(name: string, text: string): PackedPart {
  return packedBytes(name, Buffer.from(text, 'utf8'));
}

export function packedBytes(name: string, bytes: Uint8Array): PackedPart {
  return { name, data: deflateRawSync(bytes), size: bytes.length, crc: crc32(bytes) };
}

/** A part that is written piece by piece and held only deflated, because it may be far larger than all others. */
export type GrowingPart = {
  readonly add: (text: string) => Promise<void>;
  readonly close: () => Promise<PackedPart>;
};

export function growingPart(name: string): GrowingPart {
  const deflate = createDeflateRaw();
  const pieces: Buffer[] = [];
  let size = 0;
  let crc = 0;
  deflate.on('data', (piece: Buffer) => pieces.push(piece));
  const ended = new Promise<void>((resolve, reject) => {
    deflate.on('end', resolve);
    deflate.on('error', reject);
  });
  return {
    add: (text) => {
      const bytes = Buffer.from(text, 'utf8');
      size += bytes.length;
      crc = crc32(bytes, crc);
      return new Promise((resolve, reject) => {
        deflate.write(bytes, (error) => (error == null ? resolve() : reject(error)));
      });
    },
    close: async () => {
      deflate.end();
      await ended;
      return { name, data: Buffer.concat(pieces), size, crc };
    },
  };
}

/** A zip of parts; every entry bears the first day that a zip knows, so that the same parts give the same bytes. */
export function zipOf(parts: readonly PackedPart[]): Uint8Array {
  const pieces: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, data, size, crc } of parts) {
    const nameBytes = Buffer.from(name, 'utf8');
    const about = Buffer.alloc(26);
    about.writeUInt16LE(20, 0);
    about.writeUInt16LE(0x0800, 2);
    about.writeUInt16LE(8, 4);
    about.writeUInt16LE(0x21, 8);
    about.writeUInt32LE(crc, 10);
    about.writeUInt32LE(data.length, 14);
    about.writeUInt32LE(size, 18);
    about.writeUInt16LE(nameBytes.length, 22);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(centralEntry, 0);
    entry.writeUInt16LE(20, 4);
    about.copy(entry, 6);
    entry.writeUInt32LE(offset, 42);
    directory.push(entry, nameBytes);
    const signature = Buffer.alloc(4);
    signature.writeUInt32LE(localEntry);
    pieces.push(signature, about, nameBytes, data);
    offset += 30 + nameBytes.length + data.length;
  }
  const directoryBytes = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(endOfDirectory, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(directoryBytes.length, 12);
  end.writeUInt32LE(offset, 16);
  return new Uint8Array(Buffer.concat([...pieces, directoryBytes, end]));
}
