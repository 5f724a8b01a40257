import { describe, expect, it } from 'vitest';
import { documentCss, documentElements, documentHtml } from '#shared/documents/html.ts';
import { mediationAgreement } from '#shared/documents/mediation-agreement.ts';
import {
  blank,
  block,
  cell,
  checkbox,
  type DocumentContent,
  documentContent,
  documentContentSchema,
  emphasis,
  textRoles,
} from '#shared/documents/model.ts';
import { documentHash, renderDocx } from '../../src/main/documents/docx.ts';
import { factsOf, manyPartiesDraft, plainDraft } from './agreements.ts';
import { expectGolden } from './golden.ts';
import { documentOf, readParts, wordsInPreview, wordsOnPaper } from './word-file.ts';
import { childElements, elementsOf, parseXml, prettyXml } from './xml.ts';

const plain = mediationAgreement(factsOf(plainDraft()));
const many = mediationAgreement(factsOf(manyPartiesDraft()));

const cases: readonly (readonly [string, DocumentContent])[] = [
  ['mediation-agreement-plain', plain],
  ['mediation-agreement-many-parties', many],
];

describe('the paper and the preview', () => {
  it.each(cases)('%s looks on paper as reviewed', async (name, content) => {
    expectGolden(`${name}.xml`, prettyXml(documentOf(await renderDocx(content))));
  });

  it.each(cases)('%s looks in the preview as reviewed', (name, content) => {
    expectGolden(`${name}.html`, documentHtml(content));
  });

  it('styles, settings and fonts of the Word file are as reviewed', async () => {
    const parts = readParts(await renderDocx(plain));
    const reviewed = [
      'word/styles.xml',
      'word/settings.xml',
      'word/fontTable.xml',
      'docProps/core.xml',
      'word/footer1.xml',
    ];
    expectGolden(
      'word-parts.xml',
      reviewed.map((name) => `<!-- ${name} -->\n${prettyXml(parseXml(parts.get(name) ?? ''))}`).join('\n'),
    );
  });

  it.each(cases)('%s says the same words on paper and in the preview', async (_, content) => {
    expect(wordsInPreview(documentHtml(content))).toEqual(wordsOnPaper(await renderDocx(content)));
  });

  it('the same facts give the same bytes, in every font scheme and at every hour', async () => {
    const first = documentHash(await renderDocx(mediationAgreement(factsOf(plainDraft()))));
    await new Promise((resolve) => setTimeout(resolve, 2_100));
    expect(documentHash(await renderDocx(mediationAgreement(factsOf(plainDraft()))))).toBe(first);
    const schemes = await Promise.all(
      (['gb2312', 'windows', 'free'] as const).map(async (fontScheme) =>
        documentHash(await renderDocx(plain, { fontScheme })),
      ),
    );
    expect(new Set(schemes).size).toBe(3);
    expect(schemes[0]).toBe(first);
  });

  it('content survives storage as JSON to the last character', () => {
    expect(documentContentSchema.parse(JSON.parse(JSON.stringify(many)))).toEqual(many);
  });

  it('blanks, checkboxes, emphasis, tables over several columns and every role are the same in both', async () => {
    const content = documentContent({
      ...plain,
      page: { pageNumbers: 'outside', bodyPoints: 14 },
      blocks: [
        ...textRoles.map((role) =>
          block(role, '词', emphasis('重'), blank(3), checkbox(true), checkbox(false)),
        ),
        {
          role: 'table',
          name: 'instalments',
          columns: [
            { characters: 10, align: 'start' },
            { characters: 18, align: 'end' },
          ],
          head: [[cell('甲'), cell('乙')]],
          rows: [
            [{ lines: [[{ kind: 'text', text: '一' }], [{ kind: 'text', text: '二' }]], columnSpan: 2 }],
          ],
        },
      ],
    });
    const bytes = await renderDocx(content);
    expect(wordsOnPaper(bytes)).toEqual(wordsInPreview(documentHtml(content)));
    expect(wordsOnPaper(bytes)[0]).toBe('词重＿＿＿☑□');
    expect([...readParts(bytes).keys()].filter((name) => /footer\d/.test(name))).toEqual(
      expect.arrayContaining(['word/footer1.xml', 'word/footer2.xml']),
    );
  });
});

describe('the Word file', () => {
  it('has the page, the grid and the page number fields of GB/T 9704', async () => {
    const bytes = await renderDocx(plain);
    const [section] = elementsOf(documentOf(bytes), 'w:sectPr');
    const attributes = (name: string) =>
      Object.fromEntries(section === undefined ? [] : (elementsOf(section, name)[0]?.attributes ?? []));
    expect(attributes('w:pgSz')).toMatchObject({ 'w:w': '11906', 'w:h': '16838' });
    expect(attributes('w:pgMar')).toMatchObject({
      'w:top': '2098',
      'w:left': '1587',
      'w:right': '1474',
      'w:bottom': '1984',
    });
    expect(attributes('w:docGrid')).toEqual({
      'w:type': 'linesAndChars',
      'w:linePitch': '579',
      'w:charSpace': '-848',
    });
    const footer = parseXml(readParts(bytes).get('word/footer1.xml') ?? '');
    expect(elementsOf(footer, 'w:instrText').map(({ children }) => children.join(''))).toEqual([
      'PAGE',
      'NUMPAGES',
    ]);
  });

  it('gives every table its column widths, which fill the line exactly', async () => {
    for (const grid of elementsOf(documentOf(await renderDocx(many)), 'w:tblGrid')) {
      const widths = childElements(grid).map((column) => Number(column.attributes.get('w:w')));
      expect(widths.reduce((sum, width) => sum + width, 0)).toBe(8845);
      expect(Math.min(...widths)).toBeGreaterThan(500);
    }
  });

  it('repeats the head of the instalment table and splits no row', async () => {
    const [table] = elementsOf(documentOf(await renderDocx(plain)), 'w:tbl');
    const rows = table === undefined ? [] : elementsOf(table, 'w:tr');
    expect(rows.map((row) => elementsOf(row, 'w:tblHeader').length)).toEqual([1, 0, 0, 0, 0]);
    expect(rows.every((row) => elementsOf(row, 'w:cantSplit').length === 1)).toBe(true);
  });
});

describe('the preview', () => {
  it('has no inline style, no script and no attribute beyond the few that it needs', () => {
    const used = new Set<string>();
    const visit = (node: ReturnType<typeof documentElements>) => {
      for (const key of Object.keys(node.attributes ?? {})) {
        used.add(key);
      }
      node.children?.forEach(visit);
    };
    visit(documentElements(many));
    expect([...used].toSorted()).toEqual(['colspan', 'lang', 'scope', 'width']);
  });

  it('has a rule for every kind of paragraph', () => {
    for (const role of textRoles) {
      expect(documentCss).toContain(`.document .document-${role} {`);
    }
  });
});

describe('the strict reader of these tests', () => {
  it('refuses a file with an unfiltered U+FFFE, a bare & or tags that cross', () => {
    expect(() => parseXml('<a>\uFFFE</a>')).toThrow('forbids');
    expect(() => parseXml('<a>&</a>')).toThrow('bare &');
    expect(() => parseXml('<a><b></a></b>')).toThrow('Not a tag');
  });
});
