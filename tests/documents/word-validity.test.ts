import { describe, expect, it } from 'vitest';
import { catalogue } from '#shared/documents/catalogue.ts';
import { linesCell } from '#shared/documents/form-cells.ts';
import { block, cell, type DocumentBlock, type TableBlock } from '#shared/documents/model.ts';
import { tagsOf, tagValues } from '#shared/documents/office-wording.ts';
import { combining } from '../../src/main/documents/combined.ts';
import { type Printed, renderDocx } from '../../src/main/documents/docx.ts';
import { fillTemplate } from '../../src/main/documents/office-template/fill.ts';
import { starterSheet } from '../../src/main/documents/office-template/sheets.ts';
import { openWordPackage } from '../../src/main/documents/office-template/word-package.ts';
import { factsOf } from '../../src/main/procedures/paper-bytes.ts';
import { everyPaper, type KnownKind, knownKinds } from './every-kind.ts';
import { readParts, writeParts } from './word-file.ts';
import { faultsOf } from './word-validity.ts';

const schemes = ['gb2312', 'windows', 'free'] as const;
const papers = [...everyPaper];
const [, one] = papers.find(([name]) => name === 'mediationAgreement-1') ?? [];

async function joined(doubleSided: boolean): Promise<Uint8Array> {
  const joining = combining({ doubleSided });
  for (const [place, [name, content]] of papers.entries()) {
    const fontScheme = schemes[place % schemes.length] ?? 'gb2312';
    expect(await joining.add(await renderDocx(content, { fontScheme }), (place % 3) + 1), name).toBe(true);
  }
  const bytes = await joining.finish('今日文书 <全部>');
  if (bytes === null) throw new Error('Something was added.');
  return bytes;
}

describe('a Word file is as the standard asks', () => {
  it.each(papers)('%s', async (name, content) => {
    const fontScheme = schemes[name.length % schemes.length] ?? 'gb2312';
    expect(faultsOf(await renderDocx(content, { fontScheme }))).toEqual([]);
  });

  it('on both sides of the sheet, with a page number on the outer edge', async () => {
    if (one === undefined) throw new Error('There is an agreement.');
    for (const bodyPoints of [14, 15, 16] as const) {
      const content = { ...one, page: { pageNumbers: 'outside', bodyPoints } as const };
      expect(faultsOf(await renderDocx(content, { pageNumberForm: 'dashes' }))).toEqual([]);
    }
  });

  it.each([true, false])('all papers as one file, on new sheets %s', async (doubleSided) => {
    expect(faultsOf(await joined(doubleSided))).toEqual([]);
  });
});

/** A paper of this kind, filled into the office's own file that has these words. */
async function filledInto(words: Printed, { kind, write }: KnownKind, facts: object): Promise<Uint8Array> {
  const fields = factsOf(kind);
  const file = openWordPackage(await renderDocx(words));
  return fillTemplate(file, tagValues(kind, fields, facts, write(facts))).bytes();
}

describe('a filled file of the office’s own is as the standard asks', () => {
  it.each(knownKinds)('$kind, from the file to begin with', async (known) => {
    const tags = tagsOf(known.kind, factsOf(known.kind));
    const words = starterSheet({ title: catalogue[known.kind].title, tags });
    for (const facts of known.facts) expect(faultsOf(await filledInto(words, known, facts))).toEqual([]);
  });

  const columns = [
    { characters: 10, align: 'start' },
    { characters: 18, align: 'start' },
  ] as const;
  const table = (head: TableBlock['head'], ...rows: TableBlock['rows']): TableBlock => ({
    role: 'table',
    name: 'tags',
    columns,
    head,
    rows,
  });
  const list = ['{#法院案号}', '{法院案号}', '{/法院案号}'];
  const inRows = [cell('{#法院案号}案号'), cell('{法院案号}{/法院案号}')];
  const shapes: Readonly<Record<string, readonly DocumentBlock[]>> = {
    'a row of a table': [table([], inRows), block('paragraph', '{案由}')],
    'a row below its heading': [table([[cell('名称'), cell('号码')]], inRows), block('paragraph', '{案由}')],
    'the paragraphs of a cell': [
      table([], [cell('案号'), linesCell(...list.map((tag) => [tag]))]),
      block('paragraph', '{案由}'),
    ],
    'all that follows a table': [
      table([], [cell('案由'), cell('{案由}')]),
      ...list.map((tag) => block('paragraph', tag)),
    ],
  };

  it.each(Object.entries(shapes))(
    'whether a list that is %s has something in it or nothing',
    async (_, blocks) => {
      const known = knownKinds.find(({ kind }) => kind === 'mediationAgreement');
      if (known === undefined) throw new Error('There is an agreement.');
      const words = { title: '样例', page: { pageNumbers: 'centred', bodyPoints: 16 }, blocks } as const;
      for (const courtCaseNumbers of [[], ['（2026）内0602民初1号']]) {
        const facts = { ...known.facts[0], courtCaseNumbers };
        expect(faultsOf(await filledInto(words, known, facts))).toEqual([]);
      }
    },
  );
});

/** Files that Word would call damaged or set badly; each is what its sentence says. */
const broken: readonly (readonly [string, string, (xml: string) => string, RegExp])[] = [
  [
    'word/document.xml',
    'properties in another order',
    (xml) => xml.replace(/(<w:pStyle [^>]*\/>)(<w:keepNext\/>)/, '$2$1'),
    /w:pStyle may not stand after w:keepNext/,
  ],
  [
    'word/document.xml',
    'a cell without a paragraph',
    (xml) => xml.replace(/(<\/w:tcPr>)<w:p>.*?<\/w:p>(?=<\/w:tc>)/, '$1'),
    /cell without a paragraph/,
  ],
  [
    'word/document.xml',
    'a column without a width',
    (xml) => xml.replace(/<w:gridCol [^>]*\/>/, '<w:gridCol/>'),
    /column without a width/,
  ],
  [
    'word/document.xml',
    'columns narrower than the table',
    (xml) => xml.replace(/<w:gridCol w:w="\d+"\/>/, '<w:gridCol w:w="100"/>'),
    /not as wide as its columns/,
  ],
  [
    'word/document.xml',
    'a row that is too short',
    (xml) => xml.replace(/<w:tc>(?:(?!<\/w:tc>).)*<\/w:tc>(?=<\/w:tr>)/, ''),
    /a row of \d columns/,
  ],
  [
    'word/document.xml',
    'a grid below the rows',
    (xml) => xml.replace(/(<w:tblGrid>.*?<\/w:tblGrid>)(<w:tr>.*?<\/w:tr>)/, '$2$1'),
    /w:tblGrid may not stand after w:tr/,
  ],
  [
    'word/document.xml',
    'a table at the very end',
    (xml) => xml.replace(/(<\/w:tbl>)<w:p>(?:(?!<w:p>).)*<\/w:p>(?=<w:sectPr>)/, '$1'),
    /no paragraph after the last table/,
  ],
  [
    'word/document.xml',
    'a footer from nowhere',
    (xml) => xml.replace(/r:id="rId\d+"/, 'r:id="rId99"'),
    /uses rId99, which leads nowhere/,
  ],
  [
    'word/document.xml',
    'a style that nobody made',
    (xml) => xml.replace('w:pStyle w:val="title"', 'w:pStyle w:val="titel"'),
    /titel is no style/,
  ],
  [
    'word/document.xml',
    'a prefix that nobody declared',
    (xml) => xml.replace('<w:body>', '<w:body><zz:p/>'),
    /zz:p is not declared/,
  ],
  [
    'word/document.xml',
    'words without their hint',
    (xml) => xml.replace('<w:rFonts w:hint="eastAsia"/>', ''),
    /a run without its hint/,
  ],
  ['word/document.xml', 'a bare ampersand', (xml) => xml.replace('<w:body>', '<w:body>&'), /bare &/],
  [
    'word/document.xml',
    'a paragraph in a run',
    (xml) => xml.replace('</w:rPr><w:t', '</w:rPr><w:p/><w:t'),
    /w:r may not hold w:p/,
  ],
  [
    'word/document.xml',
    'half a twip',
    (xml) => xml.replace('w:linePitch="579"', 'w:linePitch="578.5"'),
    /no whole number/,
  ],
  [
    'word/styles.xml',
    'two styles of one name',
    (xml) => xml.replace('w:styleId="title"', 'w:styleId="term"'),
    /two w:style bear term/,
  ],
  ['word/styles.xml', 'no language', (xml) => xml.replace('w:eastAsia="zh-CN"', ''), /no language is set/],
  [
    'word/settings.xml',
    'settings in another order',
    (xml) => xml.replace(/(<w:zoom [^>]*\/>)(.*)(?=<\/w:settings>)/, '$2$1'),
    /w:zoom may not stand after/,
  ],
  [
    'word/settings.xml',
    'no theme language',
    (xml) => xml.replace(/<w:themeFontLang [^>]*\/>/, ''),
    /themeFontLang lacks/,
  ],
  [
    'word/fontTable.xml',
    'a font that is not named',
    (xml) => xml.replace(/<w:font w:name="仿宋_GB2312">.*?<\/w:font>/, ''),
    /仿宋_GB2312 is not in the font table/,
  ],
  [
    '[Content_Types].xml',
    'a part of no known type',
    (xml) => xml.replace(/<Override [^>]*footer1[^>]*\/>/, ''),
    /says of word\/footer1\.xml/,
  ],
  [
    'word/_rels/document.xml.rels',
    'a relation to nothing',
    (xml) => xml.replace('Target="footer1.xml"', 'Target="footer7.xml"'),
    /leads to word\/footer7\.xml/,
  ],
  [
    'word/_rels/document.xml.rels',
    'a link to the outside',
    (xml) => xml.replace('Target="styles.xml"', 'Target="https://example.invalid/" TargetMode="External"'),
    /leads out of the file/,
  ],
];

it.each(broken)('%s: %s is noticed', async (part, _, breaking, fault) => {
  if (one === undefined) throw new Error('There is an agreement.');
  const parts = new Map(readParts(await renderDocx(one)));
  const sound = parts.get(part) ?? '';
  const bad = breaking(sound);
  expect(bad).not.toBe(sound);
  expect(faultsOf(writeParts(parts.set(part, bad))).join('\n')).toMatch(fault);
});
