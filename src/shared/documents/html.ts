import { blocksKeptWithNext, signatureSpacing } from './layout.ts';
import {
  type DocumentBlock,
  type DocumentContent,
  type Runs,
  type SignaturesBlock,
  type TableBlock,
  type TableRow,
  type TextRun,
  wordsOf,
} from './model.ts';

export { documentCss, fontSchemeClass } from './html-style.ts';

/**
 * The preview as a tree, so that a page builds it from elements and text nodes and never from a string of HTML.
 * Attributes are only colspan, scope and width (of a column, in per cent).
 */
export type DocumentNode = {
  readonly tag:
    | 'article'
    | 'h1'
    | 'p'
    | 'span'
    | 'div'
    | 'table'
    | 'colgroup'
    | 'col'
    | 'thead'
    | 'tbody'
    | 'tr'
    | 'th'
    | 'td';
  readonly className: string;
  readonly text?: string;
  readonly attributes?: Readonly<Partial<Record<'colspan' | 'scope' | 'width' | 'lang', string>>>;
  readonly children?: readonly DocumentNode[];
};

/** The document as elements, in the order and with the words of the paper. */
export function documentElements(content: DocumentContent): DocumentNode {
  const kept = blocksKeptWithNext(content.blocks);
  return {
    tag: 'article',
    className: `document document-body-${content.page.bodyPoints} document-page-numbers-${content.page.pageNumbers}`,
    attributes: { lang: 'zh-CN' },
    children: content.blocks.map((block, index) => blockElement(block, kept.has(index))),
  };
}

/** The document as escaped HTML: one article, styled by `documentCss`. */
export function documentHtml(content: DocumentContent): string {
  return elementsHtml(documentElements(content));
}

/** Elements of a document as escaped HTML. */
export function elementsHtml(article: DocumentNode): string {
  return `${nodeHtml(article, 0)}\n`;
}

function blockElement(block: DocumentBlock, keptWithNext: boolean): DocumentNode {
  const keep = keptWithNext ? ' document-keep' : '';
  switch (block.role) {
    case 'table':
      return tableElement(block, keep);
    case 'signatures':
      return signaturesElement(block, keep);
    case 'title':
      return { tag: 'h1', className: `document-title${keep}`, children: runElements(block.runs) };
    default:
      return { tag: 'p', className: `document-${block.role}${keep}`, children: runElements(block.runs) };
  }
}

function runElements(runs: Runs): readonly DocumentNode[] {
  return runs.map((run) => ({ tag: 'span', className: `document-run-${run.kind}`, text: wordsOf(run) }));
}

function tableElement(table: TableBlock, keep: string): DocumentNode {
  const total = table.columns.reduce((sum, column) => sum + column.characters, 0);
  return {
    tag: 'table',
    className: `document-table document-table-${table.name}${keep}`,
    children: [
      {
        tag: 'colgroup',
        className: '',
        children: table.columns.map((column) => ({
          tag: 'col',
          className: '',
          attributes: { width: `${Math.round((column.characters / total) * 1000) / 10}%` },
        })),
      },
      { tag: 'thead', className: '', children: table.head.map((row) => rowElement(table, row, 'th')) },
      { tag: 'tbody', className: '', children: table.rows.map((row) => rowElement(table, row, 'td')) },
    ],
  };
}

function rowElement(table: TableBlock, row: TableRow, tag: 'th' | 'td'): DocumentNode {
  let column = 0;
  const cells: DocumentNode[] = [];
  for (const { lines, columnSpan, align: own } of row) {
    // A cell over several columns is a heading of its row, unless it says how it stands.
    const align =
      own ?? (tag === 'th' || columnSpan > 1 ? 'centre' : (table.columns[column]?.align ?? 'start'));
    cells.push({
      tag,
      className: `document-cell-${align}`,
      attributes: {
        ...(columnSpan > 1 ? { colspan: String(columnSpan) } : {}),
        ...(tag === 'th' ? { scope: 'col' } : {}),
      },
      children: lines.map((line) => ({
        tag: 'p',
        className: 'document-cell-line',
        children: runElements(line),
      })),
    });
    column += columnSpan;
  }
  return { tag: 'tr', className: '', children: cells };
}

function signaturesElement(block: SignaturesBlock, keep: string): DocumentNode {
  return {
    tag: 'div',
    className: `document-signatures document-signatures-${signatureSpacing(block)}${keep}`,
    children: block.rows.map((row) => ({
      tag: 'div',
      className: 'document-signature-row',
      children: row.map((slot) => ({
        tag: 'div',
        className: 'document-signature-slot',
        children: slot.lines.map((line) => ({
          tag: 'p',
          className: `document-signature${line.space ? ' document-signature-space' : ''}`,
          children: runElements([{ kind: 'text', text: line.label } satisfies TextRun]),
        })),
      })),
    })),
  };
}

const inline: ReadonlySet<DocumentNode['tag']> = new Set(['span']);
const empty: ReadonlySet<DocumentNode['tag']> = new Set(['col']);

function nodeHtml(node: DocumentNode, depth: number): string {
  const indent = inline.has(node.tag) ? '' : '  '.repeat(depth);
  const attributes = [
    ...(node.className === '' ? [] : [['class', node.className] as const]),
    ...Object.entries(node.attributes ?? {}),
  ]
    .map(([name, value]) => ` ${name}="${escaped(value)}"`)
    .join('');
  if (empty.has(node.tag)) {
    return `${indent}<${node.tag}${attributes} />`;
  }
  const open = `${indent}<${node.tag}${attributes}>`;
  const children = node.children ?? [];
  const inside = children.some((child) => !inline.has(child.tag))
    ? `\n${children.map((child) => nodeHtml(child, depth + 1)).join('\n')}\n${indent}`
    : escaped(node.text ?? '') + children.map((child) => nodeHtml(child, depth + 1)).join('');
  return `${open}${inside}</${node.tag}>`;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
