/** Fonts that hold nothing but names, made for tests: no font may be handed on with the program. */

export type FontName = {
  readonly platform: number;
  readonly encoding: number;
  readonly language: number;
  readonly id: number;
  readonly bytes: Uint8Array;
};

/** A TrueType file with one table, that of its names. */
export function fontFile(names: readonly FontName[]): Uint8Array {
  const table = nameTable(names);
  return Buffer.concat([face(28, table.length), table]);
}

/** A TrueType collection of such fonts. */
export function collection(fonts: readonly (readonly FontName[])[]): Uint8Array {
  const head = Buffer.alloc(12 + fonts.length * 4);
  head.write('ttcf', 0, 'latin1');
  head.writeUInt32BE(0x00010000, 4);
  head.writeUInt32BE(fonts.length, 8);
  const parts: Buffer[] = [];
  let place = head.length;
  fonts.forEach((names, index) => {
    head.writeUInt32BE(place, 12 + index * 4);
    const table = nameTable(names);
    parts.push(face(place + 28, table.length), table);
    place += 28 + table.length;
  });
  return Buffer.concat([head, ...parts]);
}

function face(namesAt: number, length: number): Buffer {
  const bytes = Buffer.alloc(28);
  bytes.writeUInt32BE(0x00010000, 0);
  bytes.writeUInt16BE(1, 4);
  bytes.write('name', 12, 'latin1');
  bytes.writeUInt32BE(namesAt, 20);
  bytes.writeUInt32BE(length, 24);
  return bytes;
}

function nameTable(names: readonly FontName[]): Buffer {
  const head = Buffer.alloc(6 + names.length * 12);
  head.writeUInt16BE(names.length, 2);
  head.writeUInt16BE(head.length, 4);
  let place = 0;
  names.forEach(({ platform, encoding, language, id, bytes }, index) => {
    [platform, encoding, language, id, bytes.length, place].forEach((value, field) => {
      head.writeUInt16BE(value, 6 + index * 12 + field * 2);
    });
    place += bytes.length;
  });
  return Buffer.concat([head, ...names.map(({ bytes }) => bytes)]);
}
