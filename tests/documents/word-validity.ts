import { orderFaults, xmlParts } from './schema-order.ts';
import { readParts } from './word-file.ts';
import { childElements, elementsOf, textOf, type XmlElement } from './xml.ts';

/**
 * What is wrong with a Word file of ours, as sentences: no schema validator is at hand, so that this reads every part
 * strictly and holds against the standard what we write. ECMA-376 parts 1, 2 (packages) and 4 (transitional).
 */
export function faultsOf(bytes: Uint8Array): readonly string[] {
  let parts: ReadonlyMap<string, XmlElement>;
  try {
    parts = xmlParts(bytes);
  } catch (error) {
    return [error instanceof Error ? error.message : 'unreadable'];
  }
  const names = [...readParts(bytes).keys()];
  return [
    ...contentTypeFaults(names, parts),
    ...relationshipFaults(names, parts),
    ...[...parts].flatMap(([name, root]) => [
      ...prefixFaults(name, root),
      ...(name.startsWith('word/') && !name.includes('_rels') ? wordFaults(name, root) : []),
    ]),
    ...styleFaults(parts),
    ...languageFaults(parts),
  ];
}

const attributeOf = (element: XmlElement, name: string) => element.attributes.get(name);
const all = (root: XmlElement | undefined, name: string) =>
  root === undefined ? [] : elementsOf(root, name);

function twice(values: readonly (string | undefined)[]): readonly (string | undefined)[] {
  return values.filter((value, place) => values.indexOf(value) !== place);
}

const mainTypes: Readonly<Record<string, string>> = {
  'word/document.xml': 'document.main',
  'word/styles.xml': 'styles',
  'word/settings.xml': 'settings',
  'word/fontTable.xml': 'fontTable',
  'word/numbering.xml': 'numbering',
  'word/footnotes.xml': 'footnotes',
  'word/endnotes.xml': 'endnotes',
};

function contentTypeFaults(names: readonly string[], parts: ReadonlyMap<string, XmlElement>) {
  const root = parts.get('[Content_Types].xml');
  if (root === undefined) return ['[Content_Types].xml is missing'];
  const defaults = all(root, 'Default').map((one) => attributeOf(one, 'Extension'));
  const overrides = new Map(
    all(root, 'Override').map((one) => [attributeOf(one, 'PartName'), attributeOf(one, 'ContentType') ?? '']),
  );
  const faults = [...overrides.keys()].flatMap((name) =>
    names.includes(name?.slice(1) ?? '') ? [] : [`[Content_Types].xml names ${name}, which is not there`],
  );
  const overridden = all(root, 'Override').map((one) => attributeOf(one, 'PartName'));
  faults.push(...twice(overridden).map((name) => `[Content_Types].xml names ${name} twice`));
  for (const name of names) {
    const type = overrides.get(`/${name}`);
    const known = mainTypes[name] ?? (/^word\/footer\d+\.xml$/.test(name) ? 'footer' : undefined);
    if (known !== undefined && !type?.endsWith(`wordprocessingml.${known}+xml`)) {
      faults.push(`[Content_Types].xml says of ${name}: ${type}`);
    }
    if (name !== '[Content_Types].xml' && type === undefined && !defaults.includes(name.split('.').at(-1))) {
      faults.push(`[Content_Types].xml does not say what ${name} is`);
    }
  }
  return faults;
}

function relationshipFaults(names: readonly string[], parts: ReadonlyMap<string, XmlElement>) {
  const faults: string[] = [];
  for (const [name, root] of parts) {
    if (!name.endsWith('.rels')) continue;
    const [, folder = '', source = ''] = name.match(/^(.*)_rels\/(.*)\.rels$/) ?? [];
    const relationships = all(root, 'Relationship');
    const ids = relationships.map((one) => attributeOf(one, 'Id'));
    faults.push(...twice(ids).map((id) => `${name} has ${id} twice`));
    for (const one of relationships) {
      const target = attributeOf(one, 'Target') ?? '';
      const path = target.startsWith('/') ? target.slice(1) : folder + target;
      if (attributeOf(one, 'TargetMode') === 'External')
        faults.push(`${name} leads out of the file to ${target}`);
      else if (!names.includes(path)) faults.push(`${name} leads to ${path}, which is not there`);
    }
    if (source !== '' && !names.includes(folder + source)) faults.push(`${name} belongs to no part`);
  }
  for (const [name, root] of parts) {
    const [, folder = '', file = name] = name.match(/^(.*\/)([^/]+)$/) ?? [];
    const known = all(parts.get(`${folder}_rels/${file}.rels`), 'Relationship').map((one) =>
      attributeOf(one, 'Id'),
    );
    const used: string[] = [];
    visit(root, ({ attributes }) =>
      used.push(...[...attributes].flatMap(([key, id]) => (key === 'r:id' ? [id] : []))),
    );
    faults.push(
      ...used.filter((id) => !known.includes(id)).map((id) => `${name} uses ${id}, which leads nowhere`),
    );
  }
  return faults;
}

function visit(element: XmlElement, look: (element: XmlElement) => void): void {
  look(element);
  for (const child of childElements(element)) visit(child, look);
}

/** Prefixes that nobody declared; ours are all declared at the root, so that a deeper one is rare and looked up too. */
function prefixFaults(part: string, root: XmlElement): readonly string[] {
  const faults = new Set<string>();
  const check = (element: XmlElement, declared: ReadonlySet<string>) => {
    const own = [...element.attributes.keys()].flatMap((key) =>
      key.startsWith('xmlns:') ? [key.slice('xmlns:'.length)] : [],
    );
    const known = new Set([...declared, ...own]);
    for (const name of [element.name, ...element.attributes.keys()]) {
      const [prefix = '', local] = name.split(':');
      if (local !== undefined && prefix !== 'xmlns' && !known.has(prefix)) {
        faults.add(`${part}: the prefix of ${name} is not declared`);
      }
    }
    for (const child of childElements(element)) check(child, known);
  };
  check(root, new Set(['xml']));
  return [...faults];
}

const whole = new Set(
  'w:w w:h w:line w:before w:after w:top w:right w:bottom w:left w:header w:footer w:gutter w:firstLine w:firstLineChars w:rightChars w:linePitch w:charSpace w:space w:sz'.split(
    ' ',
  ),
);
const wholeValues = new Set('w:sz w:szCs w:spacing w:gridSpan w:defaultTabStop w:start'.split(' '));

function wordFaults(part: string, root: XmlElement): readonly string[] {
  const faults = [...orderFaults(part, root)];
  visit(root, (element) => {
    for (const [key, value] of element.attributes) {
      const counted = whole.has(key) || (key === 'w:val' && wholeValues.has(element.name));
      if (counted && !/^-?\d+$/.test(value))
        faults.push(`${part}: ${element.name} ${key}="${value}" is no whole number`);
    }
    if (element.name === 'w:tbl') faults.push(...tableFaults(part, element));
  });
  const blocks = root.name === 'w:document' ? childElements(childElements(root).at(-1) ?? root) : [];
  if (blocks.at(-2)?.name === 'w:tbl') faults.push(`${part}: no paragraph after the last table`);
  for (const [element, key] of [
    ['w:bookmarkStart', 'w:id'],
    ['w:footnote', 'w:id'],
    ['w:endnote', 'w:id'],
    ['w:abstractNum', 'w:abstractNumId'],
    ['w:num', 'w:numId'],
    ['w:style', 'w:styleId'],
    ['w:font', 'w:name'],
  ] as const) {
    const ids = all(root, element).map((one) => attributeOf(one, key));
    faults.push(...twice(ids).map((id) => `${part}: two ${element} bear ${id}`));
  }
  return faults;
}

/** Grid and widths, by which WPS lays a table out. */
function tableFaults(part: string, table: XmlElement): readonly string[] {
  const faults: string[] = [];
  const put = (words: string) => faults.push(`${part}: a table ${words}`);
  const width = (element: XmlElement | undefined) => Number(element && attributeOf(element, 'w:w'));
  const child = (element: XmlElement | undefined, name: string) =>
    element === undefined ? undefined : childElements(element).find((one) => one.name === name);
  const properties = child(table, 'w:tblPr');
  const grid = childElements(child(table, 'w:tblGrid') ?? table).filter(({ name }) => name === 'w:gridCol');
  const columns = grid.map(width);
  if (columns.length === 0) put('has no grid');
  if (columns.some((column) => !(column > 0))) put('has a column without a width');
  const sum = columns.reduce((total, column) => total + column, 0);
  const own = child(properties, 'w:tblW');
  if (attributeOf(own ?? table, 'w:type') !== 'dxa' || width(own) !== sum)
    put(`is not as wide as its columns: ${sum}`);
  if (attributeOf(child(properties, 'w:tblLayout') ?? table, 'w:type') !== 'fixed')
    put('has no fixed layout');
  const rows = childElements(table).filter(({ name }) => name === 'w:tr');
  if (rows.length === 0) put('has no row');
  for (const row of rows) {
    let column = 0;
    for (const cell of childElements(row).filter(({ name }) => name === 'w:tc')) {
      const cellProperties = child(cell, 'w:tcPr');
      const span = Number(attributeOf(child(cellProperties, 'w:gridSpan') ?? cell, 'w:val') ?? 1);
      const wide = columns.slice(column, column + span).reduce((total, one) => total + one, 0);
      if (width(child(cellProperties, 'w:tcW')) !== wide)
        put(`has a cell that is not as wide as its columns: ${wide}`);
      if (childElements(cell).every(({ name }) => name !== 'w:p')) put('has a cell without a paragraph');
      column += span;
    }
    if (column !== columns.length) put(`has a row of ${column} columns, not ${columns.length}`);
  }
  return faults;
}

function styleFaults(parts: ReadonlyMap<string, XmlElement>): readonly string[] {
  const styles = all(parts.get('word/styles.xml'), 'w:style');
  const ids = new Map(styles.map((style) => [attributeOf(style, 'w:styleId'), attributeOf(style, 'w:type')]));
  const fonts = all(parts.get('word/fontTable.xml'), 'w:font').map((font) => attributeOf(font, 'w:name'));
  const faults: string[] = [];
  const kinds = {
    'w:pStyle': 'paragraph',
    'w:rStyle': 'character',
    'w:tblStyle': 'table',
    'w:basedOn': undefined,
  };
  for (const [part, root] of parts) {
    visit(root, (element) => {
      const kind = kinds[element.name as keyof typeof kinds];
      const id = attributeOf(element, 'w:val');
      if (element.name in kinds && (!ids.has(id) || (kind !== undefined && ids.get(id) !== kind))) {
        faults.push(`${part}: ${element.name} ${id} is no style of the file`);
      }
      const font = element.name === 'w:rFonts' ? attributeOf(element, 'w:eastAsia') : undefined;
      if (font !== undefined && !fonts.includes(font))
        faults.push(`${part}: ${font} is not in the font table`);
    });
  }
  for (const type of ['paragraph', 'character', 'table']) {
    const named = styles.filter(
      (style) => attributeOf(style, 'w:type') === type && attributeOf(style, 'w:default') === '1',
    );
    if (named.length !== 1) faults.push(`word/styles.xml has ${named.length} default styles of type ${type}`);
  }
  const names = all(parts.get('word/styles.xml'), 'w:name').map((name) => attributeOf(name, 'w:val'));
  return [...faults, ...twice(names).map((name) => `word/styles.xml: two styles are called ${name}`)];
}

/** Without these Word takes quotation marks and dots for Latin and sets them in another font. */
function languageFaults(parts: ReadonlyMap<string, XmlElement>): readonly string[] {
  const faults: string[] = [];
  const [defaults] = all(parts.get('word/styles.xml'), 'w:rPrDefault');
  const fonts = defaults && all(defaults, 'w:rFonts')[0];
  const language = defaults && all(defaults, 'w:lang')[0];
  for (const key of ['w:eastAsia', 'w:ascii', 'w:hAnsi', 'w:hint']) {
    if (fonts === undefined || attributeOf(fonts, key) === undefined)
      faults.push(`the default fonts lack ${key}`);
  }
  if (language === undefined || attributeOf(language, 'w:eastAsia') !== 'zh-CN')
    faults.push('no language is set');
  const [theme] = all(parts.get('word/settings.xml'), 'w:themeFontLang');
  if (theme === undefined || attributeOf(theme, 'w:eastAsia') !== 'zh-CN')
    faults.push('themeFontLang lacks zh-CN');
  for (const [part, root] of parts) {
    for (const run of /^word\/(?:document|footer\d+)\.xml$/.test(part) ? all(root, 'w:r') : []) {
      const hinted = all(run, 'w:rFonts').some((one) => attributeOf(one, 'w:hint') === 'eastAsia');
      if (all(run, 'w:t').map(textOf).join('') !== '' && !hinted)
        faults.push(`${part}: a run without its hint`);
    }
  }
  return faults;
}
