import { describe, expect, test } from 'vitest';
import { FileRefused } from '../../src/main/archives/file-refused.ts';
import { readWorkbook } from '../../src/main/spreadsheets/workbook.ts';
import { type CraftedPart, craftArchive, xlsxParts } from './crafted-archive.ts';
import { resourceBytes } from './ledgers.ts';

const oneCell = '<row r="1"><c r="A1" t="inlineStr"><is><t>收案日期</t></is></c></row>';
const sheet = 'xl/worksheets/sheet1.xml';
const megabyte = 1024 * 1024;

async function refusal(bytes: Uint8Array, name = '台账.xlsx'): Promise<FileRefused> {
  const fault = await readWorkbook(bytes, name).then(
    () => new Error('The file was read'),
    (error: unknown) => error,
  );
  if (fault instanceof FileRefused) {
    return fault;
  }
  throw fault;
}

function xlsx(...replaced: readonly CraftedPart[]): Uint8Array {
  return craftArchive(xlsxParts(oneCell, replaced));
}

function sheetOfSize(bytes: number): string {
  return `<worksheet><sheetData>${oneCell}</sheetData></worksheet>${' '.repeat(bytes)}`;
}

/** Text that packs about thirty to one, as real sheets do, and not a thousand to one. */
function noise(bytes: number): string {
  let seed = 7;
  let text = '';
  while (text.length < bytes) {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    text += `<!--${seed.toString(36)}-->`.padEnd(60);
  }
  return text;
}

describe('a small workbook of our own making', () => {
  test('is read, so that what follows is refused for its fault and nothing else', async () => {
    const workbook = await readWorkbook(xlsx(), '台账.xlsx');
    expect(workbook.sheets[0]?.rows).toEqual([[{ kind: 'text', text: '收案日期' }]]);
  });

  test('is read in the long form that court systems write', async () => {
    const parts = xlsxParts(oneCell).map((part) => ({ ...part, long: true }));
    expect((await readWorkbook(craftArchive(parts), '台账.xlsx')).sheets).toHaveLength(1);
  });

  test('is read with links to web pages in its cells, which nobody follows', async () => {
    const links =
      '<Relationships><Relationship Id="rId1" Type="x/hyperlink" Target="http://127.0.0.1:9/" TargetMode="External"/></Relationships>';
    const bytes = xlsx({ name: 'xl/worksheets/_rels/sheet1.xml.rels', content: links });
    expect((await readWorkbook(bytes, '台账.xlsx')).sheets).toHaveLength(1);
  });
});

const crafted: readonly (readonly [string, string, () => Uint8Array])[] = [
  [
    'a part that packs a thousand to one',
    'unsafe',
    () => xlsx({ name: sheet, content: sheetOfSize(9 * megabyte) }),
  ],
  [
    'a small part that packs five hundred to one',
    'unsafe',
    () => xlsx({ name: sheet, content: sheetOfSize(megabyte / 2) }),
  ],
  [
    'a part that claims to be small and is not',
    'damaged',
    () => xlsx({ name: sheet, content: sheetOfSize(200 * megabyte), claimedSize: 1_000 }),
  ],
  [
    'a part that claims no size at all',
    'damaged',
    () => xlsx({ name: sheet, content: sheetOfSize(megabyte), claimedSize: 0 }),
  ],
  [
    'a part that claims to be bigger than it is',
    'damaged',
    () => xlsx({ name: sheet, content: noise(50_000), claimedSize: 60_000 }),
  ],
  [
    'a part whose checksum does not fit',
    'damaged',
    () => xlsx({ name: sheet, content: noise(5_000), claimedCrc: 1 }),
  ],
  ['a sheet above 10 MB', 'tooBig', () => xlsx({ name: sheet, content: noise(11 * megabyte) })],
  [
    'parts above 50 MB together',
    'tooBig',
    () =>
      xlsx(
        ...Array.from({ length: 6 }, (_, index) => ({
          name: `xl/media/${index}.bmp`,
          content: noise(9 * megabyte),
        })),
      ),
  ],
  [
    'more than 200 parts',
    'tooBig',
    () =>
      xlsx(...Array.from({ length: 300 }, (_, index) => ({ name: `xl/media/${index}.xml`, content: 'x' }))),
  ],
  [
    'two parts of one name',
    'unsafe',
    () => craftArchive([...xlsxParts(oneCell), { name: 'XL/Workbook.xml', content: 'x' }]),
  ],
  ['a path that leaves the archive', 'unsafe', () => xlsx({ name: '../evil.xml', content: 'x' })],
  ['an absolute path', 'unsafe', () => xlsx({ name: '/etc/passwd', content: 'x' })],
  ['a drive letter', 'unsafe', () => xlsx({ name: 'C:evil.xml', content: 'x' })],
  ['a backslash', 'unsafe', () => xlsx({ name: 'xl\\evil.xml', content: 'x' })],
  ['a NUL in a name', 'unsafe', () => xlsx({ name: 'xl/a\u0000.xml', content: 'x' })],
  ['an encrypted part', 'encrypted', () => xlsx({ name: sheet, content: 'x', flags: 1 })],
  ['an unknown packing', 'damaged', () => xlsx({ name: sheet, content: 'x', method: 99 })],
  [
    'a document type',
    'unsafe',
    () => xlsx({ name: sheet, content: `<!DOCTYPE a SYSTEM "file:///etc/passwd"><worksheet/>` }),
  ],
  ['an entity', 'unsafe', () => xlsx({ name: 'xl/workbook.xml', content: '<!ENTITY lol "lol"><workbook/>' })],
  [
    'tags that never end',
    'damaged',
    () =>
      xlsx({
        name: sheet,
        content: `<worksheet><sheetData>${Array.from({ length: 200_000 }, (_, index) => `<c ${index}`).join('')}`,
      }),
  ],
  [
    'a relationship of a million letters',
    'notASpreadsheet',
    () =>
      xlsx({
        name: '_rels/.rels',
        content: `<Relationships><Relationship ${noise(500_000).replace(/[^a-z]/g, '')}/></Relationships>`,
      }),
  ],
  ['a macro', 'macros', () => xlsx({ name: 'xl/vbaProject.bin', content: 'x' })],
  ['a binary workbook', 'oldFormat', () => xlsx({ name: 'xl/workbook.bin', content: 'x' })],
  [
    'an OpenDocument sheet',
    'oldFormat',
    () =>
      craftArchive([
        { name: 'mimetype', content: 'x' },
        { name: 'content.xml', content: 'x' },
      ]),
  ],
  ['a Word document', 'notASpreadsheet', () => xlsx({ name: 'word/document.xml', content: 'x' })],
  ['any other zip', 'notASpreadsheet', () => craftArchive([{ name: 'photo.jpg', content: 'x' }])],
  [
    'a sheet that lies outside the file',
    'damaged',
    () =>
      xlsx({
        name: 'xl/_rels/workbook.xml.rels',
        content:
          '<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet9.xml"/></Relationships>',
      }),
  ],
  ['no directory', 'damaged', () => xlsx().subarray(0, 400)],
  [
    'a cell in the last corner of the sheet',
    'tooBig',
    () => craftArchive(xlsxParts('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')),
  ],
  [
    'sheets that are mostly empty space',
    'tooBig',
    () => {
      const far =
        '<worksheet><sheetData><row r="49999"><c r="DX49999"><v>1</v></c></row></sheetData></worksheet>';
      const names = Array.from({ length: 20 }, (_, index) => `s${index}`);
      return xlsx(
        {
          name: 'xl/workbook.xml',
          content: `<workbook><sheets>${names.map((name) => `<sheet name="${name}" sheetId="1" r:id="${name}"/>`).join('')}</sheets></workbook>`,
        },
        {
          name: 'xl/_rels/workbook.xml.rels',
          content: `<Relationships>${names.map((name) => `<Relationship Id="${name}" Type="x/worksheet" Target="${name}.xml"/>`).join('')}</Relationships>`,
        },
        ...names.map((name) => ({ name: `xl/${name}.xml`, content: far })),
      );
    },
  ],
  [
    'a million empty shared strings',
    'tooBig',
    () =>
      xlsx(
        {
          name: 'xl/_rels/workbook.xml.rels',
          content:
            '<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="x/sharedStrings" Target="s.xml"/></Relationships>',
        },
        {
          name: 'xl/s.xml',
          content: `<sst>${Array.from({ length: 320_000 }, (_, index) => `<si><t>${index.toString(36)}</t></si>`).join('')}</sst>`,
        },
      ),
  ],
];

describe('a file made to harm', () => {
  test.each(crafted)('is refused for %s (%s) in a few seconds of work and 150 MB', async (_, code, make) => {
    const bytes = make();
    globalThis.gc?.();
    const before = process.memoryUsage().rss;
    const start = process.cpuUsage();
    const refused = await refusal(bytes);
    expect(refused.code).toBe(code);
    expect(refused.sentence).toMatch(/^[\u4e00-\u9fff“（].*[。]$/);
    // Work, not waiting: on a busy machine the clock says nothing about the file.
    const { user, system } = process.cpuUsage(start);
    expect((user + system) / 1_000_000).toBeLessThan(10);
    expect(process.memoryUsage().rss - before).toBeLessThan(150 * megabyte);
  });

  test('is refused above 20 MB before anything is looked at', async () => {
    expect((await refusal(new Uint8Array(21 * megabyte))).code).toBe('tooBig');
  });

  test('is refused or read, but never brings the program down, when bytes of a real ledger are changed', async () => {
    const real = resourceBytes('resources/demo/ledger-2024.xlsx');
    for (let step = 0; step < 40; step += 1) {
      const bytes = real.slice();
      const place = (step * 7919 + 13) % bytes.length;
      bytes.set([0xff, 0x00, step], Math.min(place, bytes.length - 3));
      const outcome = await readWorkbook(bytes, '台账.xlsx').catch((error: unknown) => error);
      expect(
        outcome instanceof Error && !(outcome instanceof FileRefused) ? outcome : undefined,
      ).toBeUndefined();
    }
  });
});

describe('a file of the wrong kind', () => {
  const oldContainer = Uint8Array.from([
    0xd0,
    0xcf,
    0x11,
    0xe0,
    0xa1,
    0xb1,
    0x1a,
    0xe1,
    ...new Array<number>(600).fill(0),
  ]);

  test.each(['台账.xls', '台账.et', '台账.xlsx', '台账'])(
    'is told to be saved as xlsx when it is an old workbook named %s',
    async (name) => {
      const refused = await refusal(oldContainer, name);
      expect(refused.code).toBe('oldFormat');
      expect(refused.sentence).toContain('请另存为 xlsx 再导入');
    },
  );

  test.each(['台账.xls', '台账.ET', '台账.wps'])(
    'is told to be saved as xlsx by its name %s',
    async (name) => {
      expect((await refusal(xlsx(), name)).sentence).toContain('请另存为 xlsx 再导入');
    },
  );

  test('is told to drop its password', async () => {
    const encrypted = Buffer.concat([oldContainer, Buffer.from('EncryptedPackage', 'utf16le')]);
    expect((await refusal(new Uint8Array(encrypted))).code).toBe('encrypted');
  });

  test.each([
    ['an empty file', new Uint8Array(0), 'empty'],
    ['a workbook without cells', craftArchive(xlsxParts('')), 'empty'],
    ['a PDF', Buffer.from('%PDF-1.7 …'), 'notASpreadsheet'],
    ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]), 'notASpreadsheet'],
    ['random bytes', Uint8Array.from({ length: 500 }, (_, index) => (index * 37) % 251), 'notASpreadsheet'],
    [
      'a web page under the name of a sheet',
      Buffer.from('<html><table><tr><td>案由</td></tr></table>'),
      'oldFormat',
    ],
    ['an XML sheet', Buffer.from('<?xml version="1.0"?><Workbook/>'), 'oldFormat'],
  ])('is refused: %s', async (_, bytes, code) => {
    expect((await refusal(new Uint8Array(bytes), '台账.csv')).code).toBe(code);
  });
});
