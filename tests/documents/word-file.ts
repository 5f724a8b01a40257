import { crc32, inflateRawSync } from 'node:zlib';
import { elementsOf, parseXml, textOf, type XmlElement } from './xml.ts';

/** The parts of a Word file by their names. */
export function readParts(bytes: Uint8Array): ReadonlyMap<string, string> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = bytes.byteLength - 22;
  const parts = new Map<string, string>();
  let place = view.getUint32(end + 16, true);
  for (let entry = 0; entry < view.getUint16(end + 10, true); entry += 1) {
    const packed = view.getUint16(place + 10, true) === 8;
    const size = view.getUint32(place + 20, true);
    const nameLength = view.getUint16(place + 28, true);
    const local = view.getUint32(place + 42, true);
    const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    const data = bytes.subarray(start, start + size);
    const content = packed ? inflateRawSync(data) : data;
    parts.set(
      new TextDecoder().decode(bytes.subarray(place + 46, place + 46 + nameLength)),
      new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(content),
    );
    place += 46 + nameLength + view.getUint16(place + 30, true) + view.getUint16(place + 32, true);
  }
  return parts;
}

/** A zip of parts, stored without compression. */
export function writeParts(parts: ReadonlyMap<string, string>): Uint8Array {
  const locals: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const [partName, content] of parts) {
    const name = new TextEncoder().encode(partName);
    const data = new TextEncoder().encode(content);
    const common = new DataView(new ArrayBuffer(26));
    common.setUint16(0, 20, true);
    common.setUint32(10, crc32(data), true);
    common.setUint32(14, data.length, true);
    common.setUint32(18, data.length, true);
    common.setUint16(22, name.length, true);
    const shared = new Uint8Array(common.buffer);
    locals.push(new Uint8Array([0x50, 0x4b, 3, 4, ...shared]), name, data);
    const entry = new DataView(new ArrayBuffer(46));
    entry.setUint32(0, 0x02014b50, true);
    new Uint8Array(entry.buffer).set(shared, 6);
    entry.setUint32(42, offset, true);
    directory.push(new Uint8Array(entry.buffer), name);
    offset += 30 + name.length + data.length;
  }
  const end = new DataView(new ArrayBuffer(22));
  end.setUint32(0, 0x06054b50, true);
  end.setUint16(8, parts.size, true);
  end.setUint16(10, parts.size, true);
  end.setUint32(
    12,
    directory.reduce((sum, part) => sum + part.length, 0),
    true,
  );
  end.setUint32(16, offset, true);
  return new Uint8Array(Buffer.concat([...locals, ...directory, new Uint8Array(end.buffer)]));
}

/** word/document.xml of a Word file. */
export function documentOf(bytes: Uint8Array): XmlElement {
  return parseXml(readParts(bytes).get('word/document.xml') ?? '');
}

/** The words on the paper, paragraph by paragraph; paragraphs without words are left out. */
export function wordsOnPaper(bytes: Uint8Array): readonly string[] {
  return wordsIn(documentOf(bytes));
}

/** The words of a body, as `wordsOnPaper`. */
export function wordsIn(body: XmlElement): readonly string[] {
  return elementsOf(body, 'w:p')
    .map((paragraph) => elementsOf(paragraph, 'w:t').map(textOf).join(''))
    .filter((words) => words !== '');
}

/** The words of the preview, paragraph by paragraph. */
export function wordsInPreview(html: string): readonly string[] {
  const words: string[] = [];
  const visit = (element: XmlElement) => {
    if (element.name === 'p' || element.name === 'h1') {
      words.push(textOf(element));
      return;
    }
    for (const child of element.children) {
      if (typeof child !== 'string') {
        visit(child);
      }
    }
  };
  visit(parseXml(html));
  return words.filter((line) => line !== '');
}
