import type { DocumentBlock, DocumentContent, SignaturesBlock, TableBlock, TextRole } from './model.ts';

/**
 * The one place for how documents look; both renderers read it.
 * Numbers of GB/T 9704-2012: A4, type area 156 × 225 mm, 22 lines of 28 characters, 3号 is 16 pt and 2号 22 pt.
 */

/** In twips (1/20 pt). */
export const paper = {
  width: 11906,
  height: 16838,
  top: 2098,
  right: 1474,
  bottom: 1984,
  left: 1587,
  header: 851,
  // The dash of the page number stands 7 mm below the type area, 28 mm from the edge; a line of 14 pt is about
  // 6 mm high, so its foot is 25 mm from the edge.
  footer: 1417,
} as const;

export const textWidth = paper.width - paper.left - paper.right;

/** 22 lines of 28.95 pt fill the type area; 28 characters of 16 pt are 2 mm too wide, hence the negative spacing. */
export const grid = {
  lines: 22,
  characters: 28,
  linePitch: 579,
  /** In 1/4096 pt, as w:docGrid counts. */
  characterSpace: -848,
  /** Twips between the letters of body text: with -5 LibreOffice still sets 27, with -6 every program sets 28. */
  letterSpacing: -6,
} as const;

export const fontRoles = ['body', 'title', 'heading', 'kai', 'pageNumber'] as const;
export type FontRole = (typeof fontRoles)[number];

export type TextLayout = {
  readonly font: FontRole;
  /** In points; the body size is set by the document. */
  readonly points: number | 'body';
  readonly align: 'start' | 'centre' | 'end' | 'justify';
  readonly firstLineCharacters: number;
  readonly endCharacters: number;
  readonly linesBefore: number;
  readonly linesAfter: number;
  /** Twips from line to line. */
  readonly linePitch: number;
  /** Twips between the letters; the grid's where the body size is the grid's. */
  readonly letterSpacing: number | 'grid';
  /** It stands on top of a page of its own, such as the back of the sheet. */
  readonly startsPage?: true;
};

const bodyText: TextLayout = {
  font: 'body',
  points: 'body',
  align: 'justify',
  firstLineCharacters: 2,
  endCharacters: 0,
  linesBefore: 0,
  linesAfter: 0,
  linePitch: grid.linePitch,
  letterSpacing: 'grid',
};

export const textLayouts: Readonly<Record<TextRole, TextLayout>> = {
  title: {
    ...bodyText,
    font: 'title',
    points: 22,
    align: 'centre',
    firstLineCharacters: 0,
    // Two lines in all, so that the first page keeps to the grid.
    linesAfter: 2 - 720 / grid.linePitch,
    linePitch: 720,
    letterSpacing: 110,
  },
  // The court's name above the kind of its letter; both lines are one title (法〔2016〕221号).
  titleAbove: {
    ...bodyText,
    font: 'title',
    points: 22,
    align: 'centre',
    firstLineCharacters: 0,
    linePitch: 720,
    letterSpacing: 0,
  },
  subtitle: {
    ...bodyText,
    font: 'title',
    points: 18,
    align: 'centre',
    firstLineCharacters: 0,
    linesAfter: 0.3,
    letterSpacing: 110,
  },
  // 题注, such as the state of the numbers that a notice gives.
  titleNote: { ...bodyText, font: 'kai', align: 'centre', firstLineCharacters: 0 },
  overleaf: {
    ...bodyText,
    font: 'title',
    points: 18,
    align: 'centre',
    firstLineCharacters: 0,
    linesAfter: 0.3,
    letterSpacing: 110,
    startsPage: true,
  },
  documentNumber: { ...bodyText, align: 'end', firstLineCharacters: 0 },
  caseNumberLine: { ...bodyText, align: 'end', firstLineCharacters: 0 },
  addressee: { ...bodyText, firstLineCharacters: 0 },
  // ID and telephone numbers do not break: justified lines before them would gape.
  party: { ...bodyText, align: 'start' },
  partyDetail: { ...bodyText, align: 'start' },
  causeLine: bodyText,
  paragraph: bodyText,
  leadIn: bodyText,
  term: bodyText,
  termContinuation: bodyText,
  confirmation: bodyText,
  // GB/T 9704: where a seal is set, the closing date stands four characters from the right.
  organisationLine: { ...bodyText, align: 'end', firstLineCharacters: 0, endCharacters: 4, linesBefore: 1 },
  dateline: { ...bodyText, align: 'end', firstLineCharacters: 0, endCharacters: 4 },
  // GB/T 9704: on a page of its own, in the upper left corner.
  annexHead: { ...bodyText, align: 'start', firstLineCharacters: 0, startsPage: true },
  note: { ...bodyText, points: 14, font: 'kai', letterSpacing: 0 },
  cutLine: {
    ...bodyText,
    points: 12,
    align: 'centre',
    firstLineCharacters: 0,
    linesBefore: 0.5,
    letterSpacing: 0,
  },
};

/** Words in a table; the rows grow with them. */
export const tableText = { points: 14, linePitch: 440, cellPadding: 57 } as const;

/** The same in a form of many rows that is to stand on one side of a sheet. */
export const compactTableText = { points: 12, linePitch: 340 } as const;
export const compactTables: ReadonlySet<TableBlock['name']> = new Set(['serviceAddress', 'figures']);

export const signature = { points: 15, linesBefore: 0.5, linePitch: 500 } as const;

/** Twips left empty under a label: room for a hand and a fingerprint, or for the edge of a seal. */
export const spaceUnderSignature = { roomy: 640, tight: 360 } as const;

/** Where many people sign, they are brought closer together, so that their signatures stay with words of the text. */
export function signatureSpacing(block: SignaturesBlock): keyof typeof spaceUnderSignature {
  if (block.spacing !== undefined) return block.spacing;
  const labels = block.rows.reduce((sum, row) => sum + Math.max(...row.map((slot) => slot.lines.length)), 0);
  return labels > 5 ? 'tight' : 'roomy';
}

export const pageNumber = { points: 14 } as const;

/**
 * The blocks that must not be parted from the next one: a lead-in from its first term, a term from its table, and the
 * last term from what follows it down to the date, so that signatures never stand alone on a page.
 */
export function blocksKeptWithNext(blocks: DocumentContent['blocks']): ReadonlySet<number> {
  const kept = new Set<number>();
  for (const [index, block] of blocks.entries()) {
    const next = blocks[index + 1];
    if (next !== undefined && staysWith(block.role, next.role)) {
      kept.add(index);
    }
  }
  return kept;
}

type Role = DocumentBlock['role'];

const closingRoles: ReadonlySet<Role> = new Set([
  'confirmation',
  'signatures',
  'organisationLine',
  'dateline',
]);

function staysWith(role: Role, next: Role): boolean {
  if (closingRoles.has(next)) {
    // A second statement begins a new page of signatures of its own.
    return !(role === 'signatures' && next === 'confirmation');
  }
  return (
    role === 'titleAbove' ||
    role === 'title' ||
    role === 'subtitle' ||
    role === 'overleaf' ||
    // What is cut off below the line goes with the line.
    role === 'cutLine' ||
    role === 'leadIn' ||
    // 此致 and the court below it are one greeting.
    (role === 'paragraph' && next === 'addressee') ||
    (next === 'table' && role !== 'table') ||
    (role === 'table' && next === 'termContinuation')
  );
}
