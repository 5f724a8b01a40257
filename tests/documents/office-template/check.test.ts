import { describe, expect, test } from 'vitest';
import { checkTemplate } from '../../../src/main/documents/office-template/check.ts';
import { agreementTags, noticeTags, paragraph, row, said, table, templateFile } from './template-file.ts';

test('a file whose tags are all known is taken, however WPS cut them', () => {
  expect(said('')).toEqual([]);
  expect(said(paragraph('案由：', '{', '案', '由', '}', '。'))).toEqual([]);
  const withBookmark = `<w:p><w:r><w:t>{法院</w:t></w:r><w:bookmarkStart w:id="0" w:name="_GoBack"/><w:bookmarkEnd w:id="0"/><w:r><w:t>案号}</w:t></w:r></w:p>`;
  expect(said(withBookmark)).toEqual([]);
  expect(said(paragraph('{ 案由 }'))).toEqual([]);
  expect(said(paragraph('{#法院案号}（{法院案号}）{/法院案号}{^法院案号}尚未立案{/法院案号}'))).toEqual([]);
  expect(said(table(row('{#当事人}{称谓}', '{姓名}{/当事人}')))).toEqual([]);
});

test('the tags that a file holds are listed once each, those of headers too', () => {
  const header = `<w:hdr xmlns:w="x">${paragraph('{文书编号}')}</w:hdr>`;
  const file = templateFile(paragraph('{申请人}{案由}{案由}{#正文}{段落}{/正文}'), [
    { name: 'word/header1.xml', content: header },
  ]);
  expect(checkTemplate(file, noticeTags)).toEqual({
    problems: [],
    cautions: [],
    used: ['申请人', '案由', '正文', '段落', '文书编号'],
  });
});

const broken: readonly (readonly [string, string, readonly string[]])[] = [
  [
    'full-width braces are named with what to type instead',
    paragraph('案由：｛案由｝'),
    ['正文：“｛案由｝”的花括号是全角的，请切换到英文输入法改成半角：{案由}'],
  ],
  [
    'a tag that begins with a full-width brace only',
    paragraph('案由：｛案由}'),
    ['正文：“｛案由}”的花括号是全角的，请切换到英文输入法改成半角：{案由}'],
  ],
  [
    'a full-width brace alone',
    paragraph('金额｝为'),
    ['正文：有单独的全角花括号“｝”（金额｝为），请删去或者改成半角并配成一对'],
  ],
  [
    'an unknown tag with the nearest known one',
    paragraph('{申请人姓名}与{案件由来}'),
    [
      '正文：没有 {申请人姓名} 这个标签，是不是 {申请人}？',
      '正文：没有 {案件由来} 这个标签，是不是 {案由} 或者 {调解由来}？',
    ],
  ],
  [
    'an unknown tag that is near to nothing',
    paragraph('{打印机}'),
    ['正文：没有 {打印机} 这个标签，请照标签对照表改写'],
  ],
  [
    'a tag of a list outside of it',
    paragraph('{姓名}'),
    ['正文：{姓名} 只能写在 {#当事人} 和 {/当事人} 之间'],
  ],
  [
    'a list that is written like a single tag',
    paragraph('{当事人}'),
    ['正文：{当事人} 是列表，要写开头和结尾，中间写每一项印什么，如 {#当事人}{称谓}{/当事人}'],
  ],
  [
    'a list that is not closed',
    paragraph('{#当事人}') + paragraph('{姓名}'),
    ['正文：{#当事人} 没有结束，请在它的末尾加上 {/当事人}'],
  ],
  [
    'an end without its beginning',
    paragraph('{/当事人}'),
    ['正文：多了 {/当事人}，前面没有与它配对的 {#当事人}'],
  ],
  [
    'lists that cross',
    paragraph('{#当事人}{#签名}{/当事人}{签名人}{/签名}'),
    [
      '正文：{#签名} 没有结束，请在它的末尾加上 {/签名}',
      '正文：{签名人} 只能写在 {#签名} 和 {/签名} 之间',
      '正文：多了 {/签名}，前面没有与它配对的 {#签名}',
    ],
  ],
  [
    'a brace that is not closed in its paragraph',
    paragraph('案由：{案由') + paragraph('}'),
    [
      '正文：“案由：{案由”的左花括号没有配上右花括号；一个标签要写在同一段里',
      '正文：“}”多了一个右花括号，前面没有与它配对的左花括号',
    ],
  ],
  ['a pair of braces with nothing in it', paragraph('{ }'), ['正文：“{ }”里没有写标签名']],
  [
    'the sign that a Chinese keyboard gives for the slash',
    paragraph('{#签名}{签名人}{、签名}'),
    [
      '正文：“{、签名}”开头的“、”应当是半角的“/”，请切换到英文输入法改成 {/签名}',
      '正文：{#签名} 没有结束，请在它的末尾加上 {/签名}',
    ],
  ],
  [
    'signs that would give the engine orders',
    paragraph('{@案由}{=[ ]=}'),
    ['正文：“{@案由}”的标签名里只能有汉字、字母和数字', '正文：“{=[ ]=}”的标签名里只能有汉字、字母和数字'],
  ],
  [
    'names of the machine’s own',
    paragraph('{constructor}'),
    ['正文：没有 {constructor} 这个标签，请照标签对照表改写'],
  ],
  [
    'a list from one row of a table into the text below it',
    table(row('{#当事人}', '{姓名}')) + paragraph('{/当事人}'),
    ['正文：{#当事人} 的开头和结尾要放在同一处：都在正文的段落里，或者都在表格的同一行里'],
  ],
  [
    'changes that nobody accepted',
    '<w:p><w:ins w:id="1" w:author="样例"><w:r><w:t>新</w:t></w:r></w:ins></w:p>',
    ['正文：还有没处理的修订，请在“审阅”中全部接受或者拒绝，并关闭修订'],
  ],
  [
    'comments',
    '<w:p><w:r><w:commentReference w:id="0"/></w:r></w:p>',
    ['正文：还有批注，请在“审阅”中全部删除'],
  ],
  [
    'a field that fetches another file, cut into runs',
    '<w:p><w:r><w:instrText> INCLUDE</w:instrText></w:r><w:r><w:instrText>TEXT "C:\\a.docx" </w:instrText></w:r></w:p>',
    ['正文：有从别的文件取内容的域（如 INCLUDETEXT、DDE、LINK），请删去'],
  ],
];

describe('a broken file is not taken, and the sentence helps:', () => {
  for (const [name, body, sentences] of broken) {
    test(name, () => {
      expect(said(body)).toEqual(sentences);
    });
  }

  test('a tag in a table is looked for in the table', () => {
    expect(said(table(row('{案号}')))).toEqual(['正文的表格：没有 {案号} 这个标签，是不是 {法院案号}？']);
  });

  test('what an agreement must say is missed, with the law', () => {
    const { problems } = checkTemplate(templateFile(paragraph('{案由}')), agreementTags);
    expect(problems.map(({ sentence }) => sentence)).toEqual([
      '缺少 {#当事人}…{/当事人} 或者 {申请人} 或者 {被申请人}：文书须写明当事人',
      '缺少 {纠纷主要事实} 或者 {#正文}…{/正文}：协议须写明纠纷的主要事实、争议事项和调解结果（法释〔2016〕14号 第24条）',
      '缺少 {争议事项} 或者 {#正文}…{/正文}：协议须写明纠纷的主要事实、争议事项和调解结果（法释〔2016〕14号 第24条）',
      '缺少 {#协议条款}…{/协议条款} 或者 {#正文}…{/正文}：协议须写明调解结果（法释〔2016〕14号 第24条）',
    ]);
  });

  test('a file without any tag is told what a tag is', () => {
    const { problems } = checkTemplate(templateFile(paragraph('调解协议书')), agreementTags);
    expect(problems).toEqual([
      {
        where: '全文',
        sentence: '没有一个标签。请把每个案件不同的地方改写成标签，如 {案由}；能用的标签见标签对照表',
      },
    ]);
  });

  test('clauses that would be printed twice are a caution only', () => {
    const file = templateFile(paragraph('{申请人}{#正文}{段落}{/正文}{#协议条款}{条款}{/协议条款}'));
    expect(checkTemplate(file, agreementTags)).toMatchObject({
      problems: [],
      cautions: ['{正文} 已经包含协议条款，又写了 {协议条款}，条款会印两遍。'],
    });
  });
});
