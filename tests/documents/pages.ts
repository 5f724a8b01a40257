import { execFileSync, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DocumentContent, wordsOf } from '#shared/documents/model.ts';

/** What LibreOffice makes of our Word files; without it and poppler nothing can be said of pages, and it is said so. */
export const hasOffice = ['soffice', 'pdftotext', 'pdffonts'].every(
  (tool) => spawnSync(tool, ['--version'], { stdio: 'ignore' }).error === undefined,
);
if (!hasOffice) {
  console.warn('NOT RUN: soffice, pdftotext and pdffonts are needed to look at documents as pages.');
}

/** Every page of each file as text, empty ones too; all files go through one start of LibreOffice. */
export function allPagesOf(
  folder: string,
  files: ReadonlyMap<string, Uint8Array>,
): ReadonlyMap<string, readonly string[]> {
  for (const [name, bytes] of files) {
    writeFileSync(join(folder, `${name}.docx`), bytes);
  }
  execFileSync(
    'soffice',
    [
      `-env:UserInstallation=file://${join(folder, 'profile')}`,
      '--headless',
      '--convert-to',
      'pdf',
      '--outdir',
      folder,
      ...[...files.keys()].map((name) => join(folder, `${name}.docx`)),
    ],
    { stdio: 'ignore', timeout: 280_000 },
  );
  return new Map(
    [...files.keys()].map((name) => {
      const text = execFileSync('pdftotext', ['-layout', join(folder, `${name}.pdf`), '-'], {
        encoding: 'utf8',
      });
      return [name, text.split('\f').slice(0, -1)];
    }),
  );
}

/** The words of a page without its number. */
export function bodyOf(page: string): string {
  return page.replace(/第\s*\d+\s*页\s*共\s*\d*\s*页/g, '').replace(/\s/g, '');
}

/** Pages on which somebody signs, or which bear the seal's or the date's line, without any words of the document. */
export function pagesOfBareSignatures(pages: readonly string[], content: DocumentContent): readonly number[] {
  const closing = content.blocks.flatMap((block) =>
    block.role === 'signatures'
      ? block.rows.flat().flatMap((slot) => slot.lines.map((line) => line.label))
      : block.role === 'organisationLine' || block.role === 'dateline'
        ? [block.runs.map(wordsOf).join('')]
        : [],
  );
  return pages.flatMap((page, index) => {
    const words = bodyOf(page);
    const rest = closing
      .toSorted((a, b) => b.length - a.length)
      .reduce((left, label) => left.replaceAll(label.replace(/\s/g, ''), ''), words);
    return rest === words || rest.length > 10 ? [] : [index + 1];
  });
}
