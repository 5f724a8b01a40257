import { crc32, deflateRawSync } from 'node:zlib';

/** A part of a crafted zip; what is not said is told truthfully. */
export type CraftedPart = {
  readonly name: string;
  readonly content: string | Uint8Array;
  /** The size that the headers claim. */
  readonly claimedSize?: number;
  readonly claimedCrc?: number;
  readonly flags?: number;
  readonly method?: number;
  /** Sizes in the long form (Zip64), as some court systems write them. */
  readonly long?: boolean;
};

/** Packs parts as they are told, lies included. */
export function craftArchive(parts: readonly CraftedPart[]): Uint8Array {
  const pieces: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const content = Buffer.from(part.content);
    const packed = part.method === 0 ? content : deflateRawSync(content);
    const size = part.claimedSize ?? content.length;
    const name = Buffer.from(part.name, 'utf8');
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(part.flags ?? 0, 2);
    head.writeUInt16LE(part.method ?? 8, 4);
    head.writeUInt32LE(part.claimedCrc ?? crc32(content), 10);
    head.writeUInt32LE(part.long === true ? 0xffffffff : packed.length, 14);
    head.writeUInt32LE(part.long === true ? 0xffffffff : size, 18);
    head.writeUInt16LE(name.length, 22);
    const extra = Buffer.alloc(part.long === true ? 20 : 0);
    if (part.long === true) {
      extra.writeUInt16LE(1, 0);
      extra.writeUInt16LE(16, 2);
      extra.writeBigUInt64LE(BigInt(size), 4);
      extra.writeBigUInt64LE(BigInt(packed.length), 12);
    }
    const local = Buffer.concat([uint32(0x04034b50), head, name]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    const entryHead = Buffer.from(head);
    entryHead.writeUInt16LE(extra.length, 24);
    directory.push(Buffer.concat([uint32(0x02014b50), Buffer.from([20, 0]), entryHead, place, name, extra]));
    pieces.push(local, packed);
    offset += local.length + packed.length;
  }
  const entries = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(entries.length, 8);
  end.writeUInt32LE(offset, 12);
  return new Uint8Array(Buffer.concat([...pieces, entries, uint32(0x06054b50), end]));
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The parts of a small xlsx with one sheet; `replaced` parts stand in for its own or are added. */
export function xlsxParts(sheetXml: string, replaced: readonly CraftedPart[] = []): readonly CraftedPart[] {
  const own: readonly CraftedPart[] = [
    { name: '[Content_Types].xml', content: '<Types/>' },
    {
      name: '_rels/.rels',
      content: `<Relationships><Relationship Id="rId1" Type="${relationships}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      content: '<workbook><sheets><sheet name="台账" sheetId="1" r:id="rId1"/></sheets></workbook>',
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: `<Relationships><Relationship Id="rId1" Type="${relationships}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    },
    {
      name: 'xl/worksheets/sheet1.xml',
      content: `<worksheet><sheetData>${sheetXml}</sheetData></worksheet>`,
    },
  ];
  const names = new Set(replaced.map((part) => part.name));
  return [...own.filter((part) => !names.has(part.name)), ...replaced];
}
