/** A strict reader for the XML that we write: what it refuses, Word calls a damaged file. XML 1.0 §2.1 */

export type XmlElement = {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly (XmlElement | string)[];
};

const name = '[A-Za-z_][\\w.-]*(?::[A-Za-z_][\\w.-]*)?';
const startTag = new RegExp(`<(${name})((?:\\s+${name}="[^"<]*")*)\\s*(/?)>`, 'y');
const endTag = new RegExp(`</(${name})\\s*>`, 'y');
const attribute = new RegExp(`(${name})="([^"<]*)"`, 'g');
// Stricter than XML, which allows U+0080 to U+009F: nothing of ours holds those either.
const forbidden = /(?![\t\n\r])\p{Cc}|[\uFFFE\uFFFF]|\p{Cs}/u;

const entities: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

function decoded(text: string): string {
  if (/&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-fA-F]+);)/.test(text)) {
    throw new Error(`A bare & in ${JSON.stringify(text.slice(0, 80))}`);
  }
  return text.replace(/&(#x?)?([\da-zA-Z]+);/g, (_, number: string | undefined, word: string) => {
    if (number === undefined) {
      return entities.get(word) ?? '';
    }
    const character = String.fromCodePoint(Number.parseInt(word, number === '#x' ? 16 : 10));
    if (forbidden.test(character)) {
      throw new Error(`A reference to a forbidden character: ${word}`);
    }
    return character;
  });
}

/** The root element; throws where the text is not well-formed. */
export function parseXml(source: string): XmlElement {
  if (forbidden.test(source)) {
    throw new Error('A character that XML forbids');
  }
  const text = source.replace(/^<\?xml [^?]*\?>\s*/, '');
  const top: { name: string; attributes: Map<string, string>; children: (XmlElement | string)[] } = {
    name: '',
    attributes: new Map(),
    children: [],
  };
  const open = [top];
  let place = 0;
  while (place < text.length) {
    const current = open.at(-1) ?? top;
    const next = text.indexOf('<', place);
    const words = text.slice(place, next < 0 ? text.length : next);
    if (words !== '') {
      if (words.includes(']]>') || (current === top && words.trim() !== '')) {
        throw new Error(`Text where none may stand: ${JSON.stringify(words.slice(0, 80))}`);
      }
      current.children.push(decoded(words));
    }
    if (next < 0) {
      break;
    }
    startTag.lastIndex = next;
    endTag.lastIndex = next;
    const start = startTag.exec(text);
    const end = start === null ? endTag.exec(text) : null;
    if (start !== null) {
      const attributes = new Map<string, string>();
      for (const [, key = '', value = ''] of (start[2] ?? '').matchAll(attribute)) {
        if (attributes.has(key)) {
          throw new Error(`The attribute ${key} stands twice`);
        }
        attributes.set(key, decoded(value));
      }
      const element = { name: start[1] ?? '', attributes, children: [] };
      current.children.push(element);
      if (start[3] === '') {
        open.push(element);
      }
      place = startTag.lastIndex;
    } else if (end !== null && end[1] === current.name && open.length > 1) {
      open.pop();
      place = endTag.lastIndex;
    } else {
      throw new Error(`Not a tag: ${JSON.stringify(text.slice(next, next + 80))}`);
    }
  }
  const elements = top.children.filter((child) => typeof child !== 'string');
  const [root] = elements;
  if (open.length !== 1 || root === undefined || elements.length !== 1) {
    throw new Error('Not one closed root element');
  }
  return root;
}

/** Every element of a name, in the order of the text. */
export function elementsOf(root: XmlElement, elementName: string): readonly XmlElement[] {
  return root.children.flatMap((child) =>
    typeof child === 'string'
      ? []
      : [...(child.name === elementName ? [child] : []), ...elementsOf(child, elementName)],
  );
}

/** The element children of an element. */
export function childElements(element: XmlElement): readonly XmlElement[] {
  return element.children.filter((child) => typeof child !== 'string');
}

/** All text inside an element. */
export function textOf(element: XmlElement): string {
  return element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
}

/** XML with one element a line, for golden files; elements that hold text stay on their line. */
export function prettyXml(element: XmlElement, depth = 0): string {
  const indent = '  '.repeat(depth);
  const attributes = [...element.attributes]
    .filter(([key]) => !key.startsWith('xmlns:') && key !== 'mc:Ignorable')
    .map(([key, value]) => ` ${key}="${escaped(value)}"`)
    .join('');
  if (element.children.length === 0) {
    return `${indent}<${element.name}${attributes}/>\n`;
  }
  if (element.children.every((child) => typeof child === 'string')) {
    return `${indent}<${element.name}${attributes}>${escaped(textOf(element))}</${element.name}>\n`;
  }
  const inside = childElements(element).map((child) => prettyXml(child, depth + 1));
  return `${indent}<${element.name}${attributes}>\n${inside.join('')}${indent}</${element.name}>\n`;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
