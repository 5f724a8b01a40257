/** A piece of an XML part: a tag or the text between two. */
export type XmlToken =
  | { readonly kind: 'open' | 'empty'; readonly name: string; readonly attributes: string }
  | { readonly kind: 'close'; readonly name: string }
  | { readonly kind: 'text'; readonly text: string };

/** The XML is broken: tags do not close, or something stands where nothing may. */
export class BrokenXml extends Error {
  override readonly name = 'BrokenXml';
}

const token =
  /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<\/([\w:.-]+)\s*>|<([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|([^<]+)/y;

/** The tags and texts of a part in order; every tag is closed by its own. Throws BrokenXml. */
export function* xmlTokens(xml: string): Generator<XmlToken> {
  const open: string[] = [];
  let place = xml.startsWith('\uFEFF') ? 1 : 0;
  let roots = 0;
  while (place < xml.length) {
    token.lastIndex = place;
    const match = token.exec(xml);
    if (match === null) throw new BrokenXml(`Nothing XML knows at ${place}`);
    place = token.lastIndex;
    const [, closed, opened, attributes = '', slash, text] = match;
    if (text !== undefined) {
      if (open.length === 0 && text.trim() !== '') throw new BrokenXml('Text outside of everything');
      yield { kind: 'text', text: plainText(text) };
    } else if (opened !== undefined) {
      if (open.length === 0) roots += 1;
      if (slash === '/') {
        yield { kind: 'empty', name: opened, attributes };
      } else {
        open.push(opened);
        yield { kind: 'open', name: opened, attributes };
      }
    } else if (closed !== undefined) {
      if (open.pop() !== closed) throw new BrokenXml(`${closed} closes what it did not open`);
      yield { kind: 'close', name: closed };
    }
  }
  if (open.length > 0 || roots !== 1) throw new BrokenXml('Not closed at the end');
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** Text with the entities that XML knows itself; others were refused with their declarations. Throws BrokenXml. */
export function plainText(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));|&/gi, (whole, hex, decimal, name) => {
    const code =
      hex !== undefined ? Number.parseInt(hex, 16) : decimal === undefined ? null : Number(decimal);
    const known =
      code === null ? entities[name ?? ''] : code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
    if (known === undefined) throw new BrokenXml(`${whole} means nothing`);
    return known;
  });
}

/** The value of an attribute of a tag; undefined where it has none. */
export function attributeOf(attributes: string, name: string): string | undefined {
  for (const [, key, double, single] of attributes.matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    if (key === name) return plainText(double ?? single ?? '');
  }
  return undefined;
}
