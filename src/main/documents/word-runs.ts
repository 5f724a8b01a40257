import { Paragraph, TextRun } from 'docx';
import { textLayouts } from '#shared/documents/layout.ts';
import { type Runs, type TextBlock, wordsOf } from '#shared/documents/model.ts';
import { emphasisStyle } from './word-parts.ts';

/** A text block as a paragraph in the style of its role. */
export function textParagraph(block: TextBlock, keepNext: boolean): Paragraph {
  const startsPage = textLayouts[block.role].startsPage === true;
  return new Paragraph({
    style: block.role,
    ...(startsPage ? { pageBreakBefore: true } : {}),
    ...keep(keepNext),
    children: runElements(block.runs),
  });
}

export function keep(keepNext: boolean): { readonly keepNext?: true } {
  return keepNext ? { keepNext: true } : {};
}

/** The hint puts “ ” … — and · into the East Asian font; without it Word takes them for Latin. */
export function runElements(runs: Runs): readonly TextRun[] {
  return runs.map(
    (run) =>
      new TextRun({
        text: wordsOf(run),
        font: { hint: 'eastAsia' },
        ...(run.kind === 'emphasis' ? { style: emphasisStyle } : {}),
      }),
  );
}
