import { expect, it } from 'vitest';
import { documentHtml } from '#shared/documents/html.ts';
import { type DocumentContent, wordsOf } from '#shared/documents/model.ts';
import { renderDocx } from '../../src/main/documents/docx.ts';
import { expectGolden } from './golden.ts';
import { documentOf, wordsInPreview, wordsOnPaper } from './word-file.ts';
import { prettyXml } from './xml.ts';

/** A document that nobody signs: it looks as reviewed, and says the same twice. */
export function unsignedItLooksAsReviewed(contents: Readonly<Record<string, DocumentContent>>): void {
  it.each(Object.entries(contents))(
    '%s looks as reviewed, on paper and in the preview',
    async (name, content) => {
      const bytes = await renderDocx(content);
      expectGolden(`${name}.xml`, prettyXml(documentOf(bytes)));
      expectGolden(`${name}.html`, documentHtml(content));
      expect(wordsInPreview(documentHtml(content))).toEqual(wordsOnPaper(bytes));
    },
  );
}

/** What holds for every document: it looks as reviewed, says the same twice, and prints no name where somebody signs. */
export function itLooksAsReviewed(contents: Readonly<Record<string, DocumentContent>>): void {
  unsignedItLooksAsReviewed(contents);

  it.each(Object.entries(contents))('%s prints no name where somebody signs', (_, content) => {
    const labels = content.blocks.flatMap((block) =>
      block.role === 'signatures'
        ? block.rows.flat().flatMap((slot) => slot.lines.map((line) => line.label))
        : [],
    );
    expect(labels.length).toBeGreaterThan(0);
    for (const name of content.fileNameParts.partyNames) {
      expect(labels.join('\n')).not.toContain(name);
    }
  });
}

/** Every paragraph and every line of every cell, in the order of the paper. */
export function linesOf(content: DocumentContent): readonly string[] {
  const words = (runs: Parameters<typeof wordsOf>[0][]) => runs.map(wordsOf).join('');
  return content.blocks.flatMap((block) => {
    if (block.role === 'signatures') return [];
    if (block.role === 'table') {
      return [...block.head, ...block.rows].flatMap((row) =>
        row.flatMap((cell) => cell.lines.map((line) => words([...line]))),
      );
    }
    return [words([...block.runs])];
  });
}
