import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkDraft } from '#shared/documents/check.ts';
import type { DocumentContent, DocumentKind } from '#shared/documents/model.ts';
import { renderDocx } from '../../src/main/documents/docx.ts';
import { complete } from './case-heads.ts';
import { everyPaper, knownKinds } from './every-kind.ts';
import { allPagesOf, bodyOf, hasOffice, pagesOfBareSignatures } from './pages.ts';
import { wordsOnPaper } from './word-file.ts';

/** PAPER_LENGTHS=60 looks at every length from 1 to 60; otherwise at some, because LibreOffice takes its time. */
const step = Math.max(1, Math.floor(60 / Number(process.env.PAPER_LENGTHS ?? 4)));
const lengths = Array.from({ length: 60 }, (_, place) => place + 1).filter(
  (length) => length % step === 1 % step,
);

const sentence = (place: number) =>
  `被申请人于2027年1月${(place % 28) + 1}日前（含当日）将存放在申请人场地内的示例设备搬离${place % 3 === 0 ? '，搬离前提前三日通知申请人，由双方现场清点并在清单上签名；清单一式两份' : ''}。`;
const many = (length: number) => Array.from({ length }, (_, place) => sentence(place));
const asTerms = (length: number) => ({ terms: many(length).map((text) => ({ kind: 'text', text })) });

/** How a paper grows: by what of its facts. */
const growing: Partial<Record<DocumentKind, (length: number) => object>> = {
  confirmationApplication: asTerms,
  closingReport: asTerms,
  undisputedFacts: (length) => ({ facts: many(length) }),
  mediationRecord: (length) => ({ notes: many(length).join('\n') }),
  disclosureRecord: (length) => ({ matter: many(length).join('\n') }),
  visitRecord: (length) => ({ remarks: many(length).join('\n') }),
  dossierNote: (length) => ({ situation: many(length).join('\n') }),
  dossierContents: (length) => ({
    contents: many(length).map((title) => ({ title, pages: 2, remarks: null })),
  }),
  referralLetter: (length) => ({ papers: many(length) }),
};

function grown(): readonly (readonly [string, DocumentContent])[] {
  return knownKinds.flatMap(({ kind, schema, write, facts: [facts] }) => {
    const grow = growing[kind];
    return grow === undefined || facts === undefined
      ? []
      : lengths.map((length) => {
          const long = complete(checkDraft(schema, { ...facts, ...grow(length) } as never));
          return [`${kind}-of-${length}`, write(long as object)] as const;
        });
  });
}

const contents = new Map([...everyPaper, ...grown()]);

describe.skipIf(!hasOffice)('every paper on pages', () => {
  const folder = mkdtempSync(join(tmpdir(), 'every-paper-'));
  const files = new Map<string, Uint8Array>();
  let pages: ReadonlyMap<string, readonly string[]> = new Map();

  beforeAll(async () => {
    for (const [name, content] of contents)
      files.set(name, await renderDocx(content, { fontScheme: 'free' }));
    pages = allPagesOf(folder, files);
  }, 300_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('has pages, and none that is empty', () => {
    const faults = [...pages].flatMap(([name, all]) => {
      const empty = all.flatMap((page, place) => (bodyOf(page) === '' ? [`${name} page ${place + 1}`] : []));
      return all.length === 0 ? [`${name} has no page`] : empty;
    });
    expect(faults).toEqual([]);
  });

  it('never leaves signatures, seal or date alone on a page', () => {
    const faults = [...pages].flatMap(([name, all]) => {
      const content = contents.get(name);
      return content === undefined
        ? []
        : pagesOfBareSignatures(all, content).map((page) => `${name} page ${page} of ${all.length}`);
    });
    expect(faults).toEqual([]);
  });

  it('says on its pages what its file says', () => {
    // Cells stand beside each other in the PDF and their lines mix; so the letters are counted, not the sentences.
    const letters = (words: string) => {
      const counted = new Map<string, number>();
      for (const letter of words.match(/[\p{Script=Han}\p{L}\p{N}]/gu) ?? []) {
        counted.set(letter, (counted.get(letter) ?? 0) + 1);
      }
      return counted;
    };
    const faults = [...pages].flatMap(([name, all]) => {
      const shown = letters(all.join(''));
      const written = letters(wordsOnPaper(files.get(name) ?? new Uint8Array()).join(''));
      const lost = [...written].filter(([letter, count]) => (shown.get(letter) ?? 0) < count);
      return lost.length === 0 ? [] : [`${name} lost ${lost.map(([letter]) => letter).join('')}`];
    });
    expect(faults).toEqual([]);
  });
});
