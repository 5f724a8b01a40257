import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documentCss, documentElements, documentHtml } from '#shared/documents/html.ts';
import { type MediationAgreementDraft, mediationAgreement } from '#shared/documents/mediation-agreement.ts';
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
import { cleanText } from '#shared/domain/names.ts';
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

  it('puts properties in the order that the schema asks for', async () => {
    const parts = readParts(await renderDocx(many));
    for (const part of ['word/document.xml', 'word/styles.xml', 'word/footer1.xml']) {
      const root = parseXml(parts.get(part) ?? '');
      for (const [element, order] of [
        ['w:pPr', paragraphOrder],
        ['w:rPr', runOrder],
        ['w:tcPr', cellOrder],
        ['w:tblPr', tableOrder],
      ] as const) {
        for (const properties of elementsOf(root, element)) {
          const places = childElements(properties).map(({ name }) => order.indexOf(name));
          expect(places, `${part} ${prettyXml(properties)}`).not.toContain(-1);
          expect(places, `${part} ${prettyXml(properties)}`).toEqual(places.toSorted((a, b) => a - b));
        }
      }
    }
  });

  it('ends with a line 1 pt high after its signatures, lest Word add a whole one on a page of its own', async () => {
    const body = childElements(documentOf(await renderDocx(plain))).flatMap(childElements);
    expect(body.slice(-3).map(({ name }) => name)).toEqual(['w:tbl', 'w:p', 'w:sectPr']);
    const spacing = body.slice(-2, -1).flatMap((line) => elementsOf(line, 'w:spacing'));
    expect(spacing.map(({ attributes }) => Object.fromEntries(attributes))).toEqual([
      { 'w:before': '0', 'w:after': '0', 'w:line': '20', 'w:lineRule': 'exact' },
    ]);
  });

  it('has a style for every paragraph that names one', async () => {
    const parts = readParts(await renderDocx(many));
    const styles = new Set(
      elementsOf(parseXml(parts.get('word/styles.xml') ?? ''), 'w:style').map(({ attributes }) =>
        attributes.get('w:styleId'),
      ),
    );
    const used = ['w:pStyle', 'w:rStyle'].flatMap((name) =>
      elementsOf(parseXml(parts.get('word/document.xml') ?? ''), name).map(({ attributes }) =>
        attributes.get('w:val'),
      ),
    );
    expect(used.filter((style) => !styles.has(style))).toEqual([]);
  });
});

const paragraphOrder =
  'pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment outlineLvl rPr sectPr'
    .split(' ')
    .map((name) => `w:${name}`);
const runOrder =
  'rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang'
    .split(' ')
    .map((name) => `w:${name}`);
const cellOrder =
  'cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark'
    .split(' ')
    .map((name) => `w:${name}`);
const tableOrder =
  'tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook'
    .split(' ')
    .map((name) => `w:${name}`);

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

describe('text that breaks files', () => {
  const nasty = fc
    .array(
      fc.oneof(
        fc.string({ unit: 'binary', maxLength: 12 }),
        fc.constantFrom(
          '\u0000',
          '\u0008',
          '\u001F',
          '\u007F',
          '\u0085',
          '\uFFFE',
          '\uFFFF',
          '\uFDD0',
          '\u{1FFFE}',
          '\uD800',
          '\uDC00',
          '\u202E反',
          '\u2066',
          '\u200B',
          '👨‍👩‍👧',
          '𠮷',
          ']]>',
          '<w:t>',
          '&amp;',
          '&#0;',
          '"\'',
          '{{字段}}',
          '\u0024{x}',
          '{media.png}',
          '<script>alert(1)</script>',
          '\r\n',
          '\t',
          '\u2028',
          '　',
          '龥'.repeat(5_000),
        ),
      ),
      { minLength: 1, maxLength: 6 },
    )
    .map((parts) => parts.join(''));

  const fields = 25;

  it('2,000 nasty strings in every field give well-formed files that say them alike on paper and in the preview', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(nasty, { minLength: fields, maxLength: fields }), async (strings) => {
        const content = mediationAgreement(factsOf(withWords(strings)));
        const bytes = await renderDocx(content);
        for (const [name, part] of readParts(bytes)) {
          if (/\.(?:xml|rels)$/.test(name)) {
            expect(() => parseXml(part), name).not.toThrow();
          }
        }
        const paper = wordsOnPaper(bytes);
        expect(paper).toEqual(wordsInPreview(documentHtml(content)));
        // Nothing that can be seen is lost; only the full stop of a paragraph is ours.
        const visible = (text: string) => cleanText(text).replace(/[\s\p{Cf}⟦⟧。,;]|U\+[\dA-F]{4}/gu, '');
        expect(visible(paper.join(''))).toContain(visible(strings[6] ?? ''));
      }),
      { numRuns: 80, seed: 20261120 },
    );
  });

  it('a file with an unfiltered U+FFFE is caught by the same check', () => {
    expect(() => parseXml('<a>\uFFFE</a>')).toThrow('forbids');
    expect(() => parseXml('<a>&</a>')).toThrow('bare &');
    expect(() => parseXml('<a><b></a></b>')).toThrow('Not a tag');
  });
});

/** The plain agreement with strange words in every field that takes free words. */
function withWords(strings: readonly string[]): MediationAgreementDraft {
  const at = (place: number) => `甲${strings[place] ?? ''}乙`;
  const draft = plainDraft();
  const many = manyPartiesDraft();
  return {
    ...draft,
    documentNumber: at(0),
    parties: [
      { ...draft.parties?.[0], name: at(1), address: at(2), phones: [at(3), at(4)] },
      {
        ...draft.parties?.[1],
        name: at(5),
        idNumber: at(7),
        ethnicity: at(8),
        agents: [{ identity: 'lawyer', name: at(9), employer: at(10), authority: 'special' }],
        guardians: [
          {
            name: at(11),
            relation: at(12),
            idKind: 'other',
            idNumber: at(13),
            address: at(14),
            phones: [at(15)],
          },
        ],
      },
      { ...many.parties?.[3], name: at(16), representativeName: at(17), representativePosition: at(18) },
    ] as MediationAgreementDraft['parties'],
    cause: at(19),
    mediators: [{ name: at(20), part: 'principal' }],
    mainFacts: at(6),
    disputedMatters: at(21),
    terms: [{ kind: 'text', text: at(22) }, ...(draft.terms ?? [])],
    defaultClause: { kind: 'text', text: at(23) },
    costs: { kind: 'text', text: at(24) },
  };
}
