import { attributeOf, xmlTokens } from './xml-tokens.ts';

/** A part of a Word file that holds words. */
export type TextPart = {
  readonly name: string;
  readonly kind: 'document' | 'header' | 'footer';
  readonly xml: string;
};

/** A paragraph of a Word file as people read it: the runs that Word and WPS cut it into are joined. */
export type WordParagraph = {
  readonly text: string;
  /** Which row of a table it stands in, counted over the part; null: in none. */
  readonly row: number | null;
  readonly alignment: string;
};

/** What stands in a part beside its words. */
export type WordOddities = {
  readonly trackedChanges: boolean;
  readonly comments: boolean;
  /** The instructions of its fields (PAGE, HYPERLINK "…"), in the pieces that Word and WPS cut them into. */
  readonly fields: readonly string[];
};

type Open = { text: string; alignment: string; readonly row: number | null };

const breaks: Readonly<Record<string, string>> = {
  'w:tab': '\t',
  'w:br': '\n',
  'w:cr': '\n',
  'w:noBreakHyphen': '-',
};
const changes = new Set(['w:ins', 'w:del', 'w:moveFrom', 'w:moveTo']);

/** The paragraphs of a part in order, with what else stands in it. Throws BrokenXml. */
export function readWords({ xml }: Pick<TextPart, 'xml'>): {
  readonly paragraphs: readonly WordParagraph[];
  readonly oddities: WordOddities;
} {
  const paragraphs: WordParagraph[] = [];
  const open: Open[] = [];
  const rows: number[] = [];
  const fields: string[] = [];
  let lastRow = 0;
  let inWords = false;
  let inField = false;
  let inFallback = 0;
  let trackedChanges = false;
  let comments = false;
  for (const token of xmlTokens(xml)) {
    const paragraph = open.at(-1);
    if (token.kind === 'text') {
      if (inWords && paragraph !== undefined) paragraph.text += token.text;
      if (inField) fields[fields.length - 1] += token.text;
      continue;
    }
    const { name } = token;
    if (token.kind === 'close') {
      if (name === 'w:t') inWords = false;
      if (name === 'w:instrText') inField = false;
      if (name === 'w:tr') rows.pop();
      if (name === 'mc:Fallback') inFallback -= 1;
      if (name === 'w:p' && paragraph !== undefined) {
        open.pop();
        // A text box stands in the file twice, once for programs that know no shapes.
        if (inFallback === 0) paragraphs.push(paragraph);
      }
      continue;
    }
    const begins = token.kind === 'open';
    if (name === 'w:p' && begins) open.push({ text: '', alignment: '', row: rows.at(-1) ?? null });
    if (name === 'w:t') inWords = begins;
    if (name === 'w:instrText' && begins) {
      inField = true;
      fields.push('');
    }
    if (name === 'w:fldSimple') fields.push(attributeOf(token.attributes, 'w:instr') ?? '');
    if (name === 'w:tr' && begins) {
      lastRow += 1;
      rows.push(lastRow);
    }
    if (name === 'mc:Fallback' && begins) inFallback += 1;
    if (name === 'w:jc' && paragraph !== undefined) {
      paragraph.alignment = attributeOf(token.attributes, 'w:val') ?? '';
    }
    if (breaks[name] !== undefined && paragraph !== undefined) paragraph.text += breaks[name];
    if (changes.has(name)) trackedChanges = true;
    if (name === 'w:commentReference') comments = true;
  }
  return { paragraphs, oddities: { trackedChanges, comments, fields } };
}
