import fc from 'fast-check';
import { expect, test } from 'vitest';
import { catalogue } from '#shared/documents/catalogue.ts';
import { mediationAgreement } from '#shared/documents/mediation-agreement.ts';
import { printableText } from '#shared/documents/model.ts';
import { tagsOfFact } from '#shared/documents/office-wording/fact-tags.ts';
import { tagsOf, tagValues } from '#shared/documents/office-wording.ts';
import { renderDocx } from '../../../src/main/documents/docx.ts';
import { checkTemplate } from '../../../src/main/documents/office-template/check.ts';
import { fillTemplate } from '../../../src/main/documents/office-template/fill.ts';
import { filledContent } from '../../../src/main/documents/office-template/filled-content.ts';
import { referenceSheet, starterSheet } from '../../../src/main/documents/office-template/sheets.ts';
import { openWordPackage } from '../../../src/main/documents/office-template/word-package.ts';
import { factsOf } from '../../../src/main/procedures/paper-bytes.ts';
import { factsOf as agreementFacts, manyPartiesDraft, plainDraft } from '../agreements.ts';
import { wordsOnPaper } from '../word-file.ts';
import { everyKind, paragraph, row, table, templateFile } from './template-file.ts';

const kind = 'mediationAgreement';

function filled(body: string, draft = plainDraft()) {
  const facts = agreementFacts(draft);
  const built = mediationAgreement(facts);
  const values = tagValues(kind, factsOf(kind), facts, built);
  const result = fillTemplate(openWordPackage(templateFile(body)), values);
  return { ...result, facts, built };
}

function lines(body: string, draft = plainDraft()): readonly string[] {
  return wordsOnPaper(filled(body, draft).bytes());
}

test('tags are filled with the checked facts, however WPS cut them', () => {
  const body = paragraph('案由：', '{', '案', '由', '}') + paragraph('{签订日期}（{签订日期大写}）');
  const { facts } = filled(body);
  expect(lines(body)[0]).toBe(`案由：${facts.cause}`);
});

test('a list is filled once for each, in paragraphs, on one line and in the rows of a table', () => {
  const draft = manyPartiesDraft();
  const facts = agreementFacts(draft);
  const names = facts.parties.map(({ name }) => name);
  const asParagraphs = ['{#当事人}', '{称谓}：{姓名}', '{/当事人}'].map((words) => paragraph(words)).join('');
  expect(lines(asParagraphs, draft).map((line) => line.split('：')[1])).toEqual(names);
  expect(lines(paragraph('{#当事人}{姓名}；{/当事人}'), draft)).toEqual([
    names.map((name) => `${name}；`).join(''),
  ]);
  const rows = lines(table(row('{#当事人}{称谓}', '{姓名}{/当事人}')), draft);
  expect(rows.filter((_, place) => place % 2 === 1)).toEqual(names);
});

test('what there is none of leaves nothing behind, and a condition says so', () => {
  const body = paragraph('{#法院案号}法院案号：{法院案号}{/法院案号}{^法院案号}尚未立案{/法院案号}');
  expect(lines(body, plainDraft({ courtCaseNumbers: [] }))).toEqual(['尚未立案']);
});

test('the same facts give the same bytes', () => {
  const body = paragraph('{#当事人}{基本情况}{/当事人}');
  expect(Buffer.from(filled(body).bytes()).equals(Buffer.from(filled(body).bytes()))).toBe(true);
});

test('the preview says the words of the filled file, not those of the program', () => {
  const body = paragraph('样例市调解协议') + paragraph('{案由}') + table(row('{申请人}', '{被申请人}'));
  const { texts, built, facts } = filled(body);
  const content = filledContent(texts, built);
  expect(
    content.blocks.map((block) =>
      'runs' in block ? block.runs.map((run) => ('text' in run ? run.text : '')).join('') : '',
    ),
  ).toEqual([
    '样例市调解协议',
    facts.cause,
    facts.parties
      .toSorted((a, b) => Number(a.role === 'respondent') - Number(b.role === 'respondent'))
      .map(({ name }) => name)
      .join('　'),
  ]);
});

const nasty = [
  '<w:p>&amp;</w:p>]]>',
  '{案由}{#当事人}{/当事人}',
  '\u0000\u0008\uFFFE\uFFFF',
  '\uD800张\uDFFF',
  '\u202E倒过来\u202C',
  '👨‍👩‍👧𠮷那日苏·巴特尔',
  '%s {{x}} __proto__ constructor',
  '长'.repeat(5_000),
];

test('nasty strings come out as they were written, in XML that is whole', () => {
  for (const words of nasty) {
    const body = paragraph('始{纠纷主要事实}终');
    const { built, texts } = filled(body, plainDraft({ mainFacts: `甲${words}` }));
    const content = filledContent(texts, built);
    const said = JSON.stringify(content.blocks);
    expect(said).toContain(JSON.stringify(printableText(`甲${words}`)).slice(1, -1));
    // A tag that stands in a fact is no tag: nothing is filled twice.
    expect(said).not.toContain('undefined');
  }
});

test('any text in any fact leaves the file whole, and none of it is taken for a tag', () => {
  const body =
    paragraph('{#当事人}{基本情况}{/当事人}') +
    paragraph('{纠纷主要事实}') +
    paragraph('{#协议条款}{条款}{/协议条款}');
  const anyText = fc.string({ unit: 'binary', minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(anyText, anyText, anyText, (mainFacts, disputedMatters, text) => {
      const draft = plainDraft({
        mainFacts: `甲${mainFacts}{案由}`,
        disputedMatters: `乙${disputedMatters}`,
        terms: [{ kind: 'text', text: `丙${text}]]><w:t>` }],
      });
      const { bytes } = filled(body, draft);
      const words = wordsOnPaper(bytes()).join('');
      expect(words).toContain('{案由}');
      expect(words).toContain(']]><w:t>');
    }),
    { numRuns: 150 },
  );
});

test('every fact of every kind of document has its tags, or it is said that it has none', () => {
  const nameless = everyKind.flatMap((one) =>
    factsOf(one)
      .filter((field) => tagsOfFact(one, field) === undefined)
      .map((field) => `${one}.${field}`),
  );
  expect(
    nameless,
    'Say in src/shared/documents/office-wording/fact-tags.ts how the fact is put into words; an empty list: the body says it.',
  ).toEqual([]);
});

test('no kind of document has two tags of one name', () => {
  for (const one of everyKind) {
    const names = tagsOf(one, factsOf(one)).map(({ name }) => name);
    expect([one, names.filter((name, place) => names.indexOf(name) !== place)]).toEqual([one, []]);
  }
});

test('the file to begin with passes the check as it is, for every kind of document', async () => {
  for (const one of everyKind) {
    const tags = tagsOf(one, factsOf(one));
    const bytes = await renderDocx(starterSheet({ title: catalogue[one].title, tags }));
    const { problems } = checkTemplate(bytes, tags);
    expect([one, problems]).toEqual([one, []]);
  }
});

test('the reference sheet has every tag of every kind', async () => {
  const kinds = everyKind.map((one) => ({ title: catalogue[one].title, tags: tagsOf(one, factsOf(one)) }));
  const words = wordsOnPaper(await renderDocx(referenceSheet(kinds))).join('\n');
  for (const { title, tags } of kinds) {
    expect(words).toContain(title);
    for (const { name } of tags) expect(words).toMatch(new RegExp(`\\{#?${name}\\}`));
  }
});
