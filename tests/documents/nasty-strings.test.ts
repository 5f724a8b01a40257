import { describe, expect, it } from 'vitest';
import { documentHtml } from '#shared/documents/html.ts';
import type { DocumentContent } from '#shared/documents/model.ts';
import { printableText } from '#shared/documents/model.ts';
import { cleanName } from '#shared/domain/names.ts';
import { renderDocx } from '../../src/main/documents/docx.ts';
import { type KnownKind, knownKinds } from './every-kind.ts';
import { drawing, freeFields, nastyWord, nastyWords, withNastyWords } from './nasty-facts.ts';
import { readParts, wordsIn, wordsInPreview } from './word-file.ts';
import { elementsOf, parseXml } from './xml.ts';

/** How often every field of every paper is filled; NASTY_ROUNDS=100 for a long night. */
const rounds = Number(process.env.NASTY_ROUNDS ?? 7);

/**
 * What is to be seen of words: no spaces, which a line or a table sets anew, and no invisible marks; those of direction
 * stand by their number in a text and are left out of a name.
 */
function seen(words: string): string {
  return cleanName(printableText(words))
    .replace(/⟦U\+(?:061C|200[EF]|202[A-E]|206[6-9])⟧/g, '')
    .replace(/[\s\p{Cf}]/gu, '');
}

/** The body of the paper, read strictly, and what it says; the same as the preview, which holds no element but its own. */
async function saidTwice(content: DocumentContent): Promise<string> {
  const parts = readParts(await renderDocx(content));
  parseXml(parts.get('docProps/core.xml') ?? '');
  const paper = wordsIn(parseXml(parts.get('word/document.xml') ?? ''));
  const html = documentHtml(content);
  expect(wordsInPreview(html)).toEqual(paper);
  expect(
    html.match(/<(?!\/?(?:article|h1|p|span|div|table|colgroup|col|thead|tbody|tr|th|td)[ >])/),
  ).toBeNull();
  expect(elementsOf(parseXml(html), 'script')).toEqual([]);
  return paper.join('');
}

function written({ schema, write }: KnownKind, facts: unknown): DocumentContent {
  return write(schema.parse(facts) as object);
}

/** Which fields of these facts stand on the paper, by their places: some only decide what it says. */
async function printedFields(known: KnownKind, facts: object): Promise<readonly boolean[]> {
  let place = 0;
  const marked = withNastyWords(known.schema, facts, () => {
    place += 1;
    return `标${place}记`;
  });
  const words = await saidTwice(written(known, marked.facts));
  return marked.fields.map((field) => words.includes(field.words));
}

const tried = new Set<string>();
let strings = 0;

describe('strings that break files, in every field of every paper', () => {
  it.each(knownKinds.map((known) => [known.kind, known] as const))(
    '%s says them whole, on paper and in the preview alike',
    async (kind, known) => {
      for (const [place, facts] of known.facts.entries()) {
        const printed = await printedFields(known, facts);
        for (let round = 0; round < rounds; round += 1) {
          const draw = drawing(kind.length * 7919 + place * 104_729 + round);
          const nasty = withNastyWords(known.schema, facts, () => nastyWord(draw));
          const words = seen(await saidTwice(written(known, nasty.facts)));
          for (const [field, { path, words: wanted }] of nasty.fields.entries()) {
            tried.add(`${kind}${path}`);
            strings += 1;
            if (printed[field] !== true) continue;
            // A paragraph of its own may begin within it; what stands between paragraphs is ours.
            for (const part of wanted.split(/[\r\n\v\f\u0085]+/)) {
              if (!words.includes(seen(part))) {
                expect.fail(`${kind}${path} lost of ${JSON.stringify(part)}: ${JSON.stringify(seen(part))}`);
              }
            }
          }
        }
      }
    },
    300_000,
  );

  it('has tried ten thousand of them, and every field that takes free words', () => {
    expect(strings).toBeGreaterThan(10_000 * (rounds / 7));
    const fields = knownKinds.flatMap(({ kind, schema }) =>
      [...freeFields(schema)].map((path) => `${kind}${path}`),
    );
    expect(fields.filter((field) => !tried.has(field))).toEqual([]);
  });
});

describe('what a Word file cannot hold', () => {
  it('stands on the paper by its number, and line breaks of other programs break the line', () => {
    expect(printableText('甲\u0000\u0008\uFFFE\u{1FFFE}\u202E乙')).toBe(
      '甲⟦U+0000⟧⟦U+0008⟧⟦U+FFFE⟧⟦U+1FFFE⟧⟦U+202E⟧乙',
    );
    expect(printableText('甲\v乙\u0085丙')).toBe('甲 乙 丙');
    expect(printableText('甲\uD800乙')).toBe('甲\uFFFD乙');
  });

  it('would be missed by this test where it were lost', () => {
    for (const lost of ['\u0008', '\uFFFE', '\uD800', '\u0301', '𠮷', '<']) {
      expect(seen(`甲${lost}乙`), JSON.stringify(lost)).not.toBe(seen('甲乙'));
    }
  });

  it('is all tried', () => {
    const all = nastyWords.join('');
    for (const wanted of [
      /\p{Cc}/u,
      /\p{Cs}/u,
      /\p{Noncharacter_Code_Point}/u,
      /\p{Cf}/u,
      /\p{Emoji_Presentation}/u,
      /\p{Script=Arabic}/u,
      /\p{Script=Mongolian}/u,
      /\p{Mn}/u,
      /[{<&"']/,
    ]) {
      expect(all).toMatch(wanted);
    }
  });
});
