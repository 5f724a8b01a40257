import { type GrowingPart, growingPart, packedPart, partsOf, zipOf } from '../archives/zip-parts.ts';
import { lowLine } from './word-parts.ts';

/** Many papers as one Word file for printing: each copy a section of its own, with page numbers of its own. */
export type Combining = {
  /**
   * Adds so many copies of an issued file, with the words and the look that it has. False: it was not made by this
   * program (an office's own Word file, say) and has to be printed by itself.
   */
  readonly add: (bytes: Uint8Array, copies: number) => Promise<boolean>;
  /** The file, which calls itself by this title; null where nothing was added. */
  readonly finish: (title: string) => Promise<Uint8Array | null>;
};

type Options = {
  /** Every copy begins on a new sheet although both sides are printed. */
  readonly doubleSided: boolean;
};

type OwnPaper = {
  readonly parts: ReadonlyMap<string, () => string>;
  readonly root: string;
  readonly content: string;
  /** What of the section comes after its footers: paper, margins, grid. */
  readonly section: string;
  readonly footers: ReadonlyMap<'default' | 'even', string>;
  readonly styles: string;
};

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const relationshipTypes = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const ownParts =
  /^(\[Content_Types\]\.xml|_rels\/\.rels|docProps\/(core|app|custom)\.xml|word\/((document|styles|settings|fontTable|numbering|footnotes|endnotes|comments|footer\d+)\.xml|theme\/theme1\.xml|_rels\/\w+\.xml\.rels))$/;
/** Made anew for the combined file; every other part is that of its first paper. */
const newParts =
  /^(\[Content_Types\]\.xml|docProps\/core\.xml|word\/((document|styles|settings|fontTable|footer\d+)\.xml|_rels\/(document|footer\d+)\.xml\.rels))$/;

/**
 * Joins issued files as they were frozen, not as the program would make them today. What differs between them, the
 * styles of their body sizes and fonts, is kept apart under names of its own. The body is held only deflated, so that a
 * thousand agreements in four copies need no more memory than their small file.
 */
export function combining(options: Options): Combining {
  const body: GrowingPart = growingPart('word/document.xml');
  const looks: string[] = [];
  const footers: string[] = [];
  const fonts = new Map<string, string>();
  let first: OwnPaper | undefined;
  let oddAndEven = false;
  let pending: string | undefined;

  function footerNumber(text: string): number {
    const known = footers.indexOf(text);
    return known === -1 ? footers.push(text) : known + 1;
  }

  async function add(bytes: Uint8Array, copies: number): Promise<boolean> {
    const paper = ownPaper(bytes);
    if (paper === undefined || (first !== undefined && paper.root !== first.root)) return false;
    if (first === undefined) {
      first = paper;
      await body.add(paper.root);
    }
    if (!looks.includes(paper.styles)) looks.push(paper.styles);
    const look = looks.indexOf(paper.styles);
    const part = (name: string) => paper.parts.get(name)?.() ?? '';
    oddAndEven ||= part('word/settings.xml').includes('<w:evenAndOddHeaders/>');
    for (const [font, name = ''] of part('word/fontTable.xml').matchAll(
      /<w:font w:name="([^"]*)">.*?<\/w:font>/gs,
    )) {
      fonts.set(name, font);
    }
    const footerOf = (kind: 'default' | 'even') => {
      // Without a footer of its own a section would take over that of the paper before it.
      const text = paper.footers.get(kind) ?? paper.footers.get('default') ?? emptyFooter(paper.root);
      return `<w:footerReference w:type="${kind}" r:id="paperFooter${footerNumber(inLook(text, look))}"/>`;
    };
    const kind = options.doubleSided ? 'oddPage' : 'nextPage';
    const section = `<w:sectPr>${footerOf('default')}${footerOf('even')}<w:type w:val="${kind}"/>${paper.section}</w:sectPr>`;
    const content = inLook(paper.content, look);
    for (let copy = 0; copy < copies; copy += 1) {
      if (pending !== undefined) await body.add(pending);
      pending = closedBy(content, section);
    }
    return true;
  }

  async function finish(title: string): Promise<Uint8Array | null> {
    const start = first;
    if (start === undefined || pending === undefined) return null;
    // The section of the last paper is that of the body, not of its last paragraph.
    const [section = ''] = pending.match(/<w:sectPr>.*?<\/w:sectPr>/s) ?? [];
    await body.add(`${pending.replace(section, '')}${section}</w:body></w:document>`);
    const part = (name: string) => start.parts.get(name)?.() ?? '';
    const kept = [...start.parts].flatMap(([name, text]) =>
      newParts.test(name) ? [] : [packedPart(name, text())],
    );
    const numbers = footers.map((_, place) => place + 1);
    return zipOf([
      packedPart('[Content_Types].xml', contentTypes(part('[Content_Types].xml'), numbers)),
      await body.close(),
      packedPart(
        'word/_rels/document.xml.rels',
        relationships(part('word/_rels/document.xml.rels'), numbers),
      ),
      packedPart('word/styles.xml', joinedStyles(looks)),
      packedPart('word/settings.xml', settings(part('word/settings.xml'), oddAndEven)),
      packedPart('word/fontTable.xml', fontTable(part('word/fontTable.xml'), fonts)),
      packedPart('docProps/core.xml', core(part('docProps/core.xml'), title)),
      ...footers.map((text, place) => packedPart(`word/footer${place + 1}.xml`, text)),
      ...kept,
    ]);
  }

  return { add, finish };
}

/** An issued file taken apart; undefined where it holds what only a file of its own can. */
function ownPaper(bytes: Uint8Array): OwnPaper | undefined {
  const parts = partsOf(bytes);
  if ([...parts.keys()].some((name) => !ownParts.test(name))) return undefined;
  const read = (name: string) => parts.get(name)?.() ?? '';
  const whole = read('word/document.xml').match(
    /^(.*?<w:body>)(.*)<w:sectPr>((?:<w:footerReference [^>]*\/>)*)(.*)<\/w:sectPr><\/w:body><\/w:document>$/s,
  );
  if (whole === null) return undefined;
  const [, root = '', content = '', references = '', section = ''] = whole;
  if (/<w:sectPr|<w:numId|\br:(id|embed|link)=|<w:headerReference/.test(content + section)) return undefined;
  const targets = read('word/_rels/document.xml.rels');
  const footers = new Map<'default' | 'even', string>();
  for (const [, kind, id] of references.matchAll(/w:type="(default|even)" r:id="([^"]+)"/g)) {
    const target = targets.match(new RegExp(`Id="${id}" [^>]*Target="([^"]+)"`))?.[1] ?? '';
    // 共×页 counts the paper, not everything that is printed with it.
    const text = read(`word/${target}`).replaceAll('>NUMPAGES<', '>SECTIONPAGES<');
    footers.set(kind === 'even' ? 'even' : 'default', text);
  }
  return {
    parts,
    root,
    content,
    section: section.replace(/<w:pgNumType[^>]*\/>/, '<w:pgNumType w:start="1"/>'),
    footers,
    styles: read('word/styles.xml'),
  };
}

/** A paper whose last paragraph ends the section; after a table that is a line too low to need a page of its own. */
function closedBy(content: string, section: string): string {
  const last = Math.max(content.lastIndexOf('<w:p>'), content.lastIndexOf('<w:p '));
  const properties = content.indexOf('</w:pPr>', last);
  if (content.endsWith('</w:p>') && properties !== -1) {
    return content.slice(0, properties) + section + content.slice(properties);
  }
  return content + lowLine(section);
}

const styleOfLook = (id: string, look: number) => (look === 0 ? id : `${id}-${look + 1}`);

function inLook(xml: string, look: number): string {
  if (look === 0) return xml;
  return xml.replace(
    /<w:(pStyle|rStyle|tblStyle) w:val="([^"]+)"\/>/g,
    (_, kind, id) => `<w:${kind} w:val="${styleOfLook(id, look)}"/>`,
  );
}

/** The styles of the first look, and those of each further look under their own names. */
function joinedStyles(looks: readonly string[]): string {
  const [first = '', ...others] = looks;
  const further = others.flatMap((styles, place) =>
    [...styles.matchAll(/<w:style (?:(?!<\/w:style>).)*<\/w:style>/gs)].flatMap(([style]) =>
      style.includes('w:styleId="DefaultParagraphFont"') || style.includes('w:styleId="TableNormal"')
        ? []
        : [
            style
              .replace(' w:default="1"', '')
              .replace(/w:styleId="([^"]+)"/, (_, id) => `w:styleId="${styleOfLook(id, place + 1)}"`)
              .replace(/<w:(basedOn|next|link) w:val="([^"]+)"\/>/g, (_, kind, id) => {
                return `<w:${kind} w:val="${styleOfLook(id, place + 1)}"/>`;
              })
              .replace(/<w:name w:val="([^"]+)"\/>/, (_, name) => `<w:name w:val="${name} ${place + 2}"/>`),
          ],
    ),
  );
  return first.replace('</w:styles>', () => `${further.join('')}</w:styles>`);
}

function emptyFooter(root: string): string {
  const namespaces = [...root.matchAll(/ xmlns:(?:w|r)="[^"]*"/g)].join('');
  return `${declaration}<w:ftr${namespaces}><w:p><w:pPr><w:pStyle w:val="footer"/></w:pPr></w:p></w:ftr>`;
}

function settings(first: string, oddAndEven: boolean): string {
  const plain = first.replace('<w:evenAndOddHeaders/>', '');
  return oddAndEven ? plain.replace(/<w:defaultTabStop [^>]*\/>/, '$&<w:evenAndOddHeaders/>') : plain;
}

function fontTable(first: string, fonts: ReadonlyMap<string, string>): string {
  return first.replace(/(<w:fonts [^>]*>).*(<\/w:fonts>)/s, (_, head, foot) =>
    [head, ...fonts.values(), foot].join(''),
  );
}

function core(first: string, title: string): string {
  const escaped = title.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return first.replace(/<dc:title>.*?<\/dc:title>/s, () => `<dc:title>${escaped}</dc:title>`);
}

function contentTypes(first: string, footers: readonly number[]): string {
  const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml';
  const added = footers.map((one) => `<Override ContentType="${type}" PartName="/word/footer${one}.xml"/>`);
  return first
    .replace(/<Override [^>]*PartName="\/word\/footer\d+\.xml"\/>/g, '')
    .replace('</Types>', () => `${added.join('')}</Types>`);
}

function relationships(first: string, footers: readonly number[]): string {
  const added = footers.map(
    (one) =>
      `<Relationship Id="paperFooter${one}" Type="${relationshipTypes}/footer" Target="footer${one}.xml"/>`,
  );
  return first
    .replace(/<Relationship [^>]*Target="footer\d+\.xml"\/>/g, '')
    .replace('</Relationships>', () => `${added.join('')}</Relationships>`);
}
