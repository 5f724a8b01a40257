import { describe, expect, test } from 'vitest';
import { FileRefused } from '../../../src/main/archives/file-refused.ts';
import { checkTemplate } from '../../../src/main/documents/office-template/check.ts';
import { type CraftedPart, craftArchive } from '../../spreadsheets/crafted-archive.ts';
import {
  agreementTags,
  paragraph,
  relationships,
  relationshipTypes,
  templateFile,
  wholeAgreement,
} from './template-file.ts';

const megabyte = 1024 * 1024;

function refusal(bytes: Uint8Array): { readonly code: string; readonly sentence: string } {
  try {
    checkTemplate(bytes, agreementTags);
  } catch (error) {
    if (error instanceof FileRefused) return { code: error.code, sentence: error.sentence };
    throw error;
  }
  throw new Error('The file was taken.');
}

function withPart(...parts: readonly CraftedPart[]): Uint8Array {
  return templateFile(wholeAgreement, parts);
}

function linked(type: string, target: string, mode = ' TargetMode="External"'): Uint8Array {
  return withPart({
    name: 'word/_rels/settings.xml.rels',
    content: relationships(
      `<Relationship Id="rId1" Type="${relationshipTypes}/${type}" Target="${target}"${mode}/>`,
    ),
  });
}

const document = (body: string) =>
  `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`;

const cases: readonly (readonly [string, string, string, () => Uint8Array])[] = [
  ['an empty file', 'empty', '文件是空的', () => new Uint8Array()],
  ['a picture', 'notADocument', '这不是 Word 文档', () => Buffer.from('\x89PNG\r\n')],
  ['an old .doc', 'oldFormat', '旧格式', () => Buffer.from('D0CF11E0A1B11AE10000', 'hex')],
  [
    'a workbook',
    'notADocument',
    '这不是 Word 文档',
    () =>
      craftArchive([
        { name: '[Content_Types].xml', content: '<Types/>' },
        { name: 'xl/workbook.xml', content: '<workbook/>' },
      ]),
  ],
  [
    'a file larger than 2 MB',
    'tooBig',
    '超过 2 MB',
    () => Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(2 * megabyte)]),
  ],
  [
    'a part that packs a thousand to one',
    'unsafe',
    '压缩比例异常',
    () => withPart({ name: 'word/document.xml', content: document(' '.repeat(9 * megabyte)) }),
  ],
  [
    'a part that claims to be small and is not',
    'damaged',
    '内容与目录不符',
    () =>
      withPart({
        name: 'word/document.xml',
        content: document(' '.repeat(60 * megabyte)),
        claimedSize: 1_000,
      }),
  ],
  [
    'more than two hundred parts',
    'tooBig',
    '超过 200 项',
    () => withPart(...Array.from({ length: 220 }, (_, place) => ({ name: `word/m/${place}`, content: 'x' }))),
  ],
  [
    'a name that leads out of the folder',
    'unsafe',
    '路径不正常',
    () => withPart({ name: 'word/../../evil.xml', content: '<a/>' }),
  ],
  ['a part twice', 'unsafe', '同名', () => withPart({ name: 'WORD/document.xml', content: '<a/>' })],
  ['a password', 'encrypted', '加了密码', () => withPart({ name: 'word/x.xml', content: '<a/>', flags: 1 })],
  ['macros', 'macros', '含有宏', () => withPart({ name: 'word/vbaProject.bin', content: 'x' })],
  [
    'the type of a file with macros',
    'macros',
    '带宏',
    () =>
      withPart({
        name: '[Content_Types].xml',
        content:
          '<Types><Override PartName="/word/document.xml" ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>',
      }),
  ],
  [
    'an embedded workbook',
    'unsafe',
    '嵌入了其他文件',
    () => withPart({ name: 'word/embeddings/oleObject1.bin', content: 'x' }),
  ],
  ['a piece of a web page inside', 'unsafe', '嵌入了其他文件', () => linked('aFChunk', 'chunk.html', '')],
  ['an outside template', 'outside', '外部模板', () => linked('attachedTemplate', 'file:///C:/t.dotm')],
  ['a link', 'outside', 'Ctrl+Shift+F9', () => linked('hyperlink', 'http://127.0.0.1:9/')],
  ['a picture that lies elsewhere', 'outside', '图片是链接的', () => linked('image', '\\\\server\\a.png')],
  ['data of a mail merge', 'outside', '邮件合并', () => linked('mailMergeSource', 'file:///a.xlsx')],
  [
    'a link to the outside that does not say so',
    'outside',
    '链接到了外面',
    () => linked('theme', 'http://127.0.0.1:9/', ''),
  ],
  [
    'entities',
    'unsafe',
    '实体声明',
    () =>
      withPart({
        name: 'word/document.xml',
        content: `<!DOCTYPE a [<!ENTITY b "c">]>${document(paragraph('&b;'))}`,
      }),
  ],
  [
    'entities in a part that nobody fills',
    'unsafe',
    '实体声明',
    () => withPart({ name: 'customXml/item1.xml', content: '<!DOCTYPE a><a/>' }),
  ],
  [
    'text in an encoding in which a declaration would not be seen',
    'damaged',
    'UTF-8',
    () => withPart({ name: 'word/document.xml', content: Buffer.from(`\uFEFF${document('')}`, 'utf16le') }),
  ],
  [
    'XML that is not closed',
    'damaged',
    'XML',
    () => withPart({ name: 'word/document.xml', content: '<w:document><w:body></w:document>' }),
  ],
];

describe('a file is refused with a sentence that says what to do:', () => {
  for (const [name, code, words, make] of cases) {
    test(name, () => {
      const bytes = make();
      const before = process.memoryUsage().rss;
      const started = performance.now();
      const { code: said, sentence } = refusal(bytes);
      expect(said).toBe(code);
      expect(sentence).toContain(words);
      expect(performance.now() - started).toBeLessThan(2_000);
      expect(process.memoryUsage().rss - before).toBeLessThan(150 * megabyte);
    });
  }

  test('and the file they were made of is taken (the control)', () => {
    expect(checkTemplate(templateFile(wholeAgreement), agreementTags).problems).toEqual([]);
  });
});
