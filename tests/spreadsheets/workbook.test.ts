import fc from 'fast-check';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import type { Cell, Workbook } from '#shared/domain/ledger/cells.ts';
import { FileRefused } from '../../src/main/archives/file-refused.ts';
import { parseSeparatedText } from '../../src/main/spreadsheets/delimited-text.ts';
import { readWorkbook, writeTable } from '../../src/main/spreadsheets/workbook.ts';
import { craftArchive, xlsxParts } from './crafted-archive.ts';
import { aSheet, day } from './ledgers.ts';

function text(value: string): Cell {
  return { kind: 'text', text: value };
}

function number(value: number): Cell {
  return { kind: 'number', value, text: String(value) };
}

async function readText(
  bytes: Uint8Array | string,
  name = '台账.csv',
): Promise<readonly (readonly Cell[])[]> {
  const workbook = await readWorkbook(
    typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes,
    name,
  );
  return workbook.sheets[0]?.rows ?? [];
}

async function readCells(sheetXml: string): Promise<Workbook> {
  return await readWorkbook(craftArchive(xlsxParts(sheetXml)), '台账.xlsx');
}

const twoRows = [
  [text('案由'), text('标的额')],
  [text('离婚纠纷'), text('5')],
];

describe('a csv file', () => {
  // 案由,标的额 / 离婚纠纷,5 in GB18030
  const gb18030 = Uint8Array.from([
    0xb0, 0xb8, 0xd3, 0xc9, 0x2c, 0xb1, 0xea, 0xb5, 0xc4, 0xb6, 0xee, 0x0d, 0x0a, 0xc0, 0xeb, 0xbb, 0xe9,
    0xbe, 0xc0, 0xb7, 0xd7, 0x2c, 0x35, 0x0d, 0x0a,
  ]);

  test('is read in GB18030, in UTF-8 with and without its mark, and in UTF-16', async () => {
    const plain = '案由,标的额\r\n离婚纠纷,5\r\n';
    expect(await readText(gb18030)).toEqual(twoRows);
    expect(await readText(plain)).toEqual(twoRows);
    expect(await readText(`\uFEFF${plain}`)).toEqual(twoRows);
    expect(
      await readText(new Uint8Array(Buffer.from(`\uFEFF${plain.replaceAll(',', '\t')}`, 'utf16le'))),
    ).toEqual(twoRows);
  });

  test('reads rare characters of names in the four-byte part of GB18030', async () => {
    // 㐀 is 0x8139EE39
    expect(await readText(Uint8Array.from([0x81, 0x39, 0xee, 0x39, 0x2c, 0x31]))).toEqual([
      [text('㐀'), text('1')],
    ]);
  });

  test.each([',', '\t', ';'])('is divided by %j', async (separator) => {
    expect(await readText(`案由${separator}标的额\n离婚纠纷${separator}5`)).toEqual(twoRows);
  });

  test('keeps line ends, separators and quotes inside quotes', async () => {
    expect(await readText('备注,序号\n"甲,乙\r\n说：""好""",1\n')).toEqual([
      [text('备注'), text('序号')],
      [text('甲,乙\r\n说："好"'), text('1')],
    ]);
  });

  test('counts rows as a spreadsheet shows them: blank lines count, line ends in a cell do not', async () => {
    const rows = await readText('标题\n\n"上\n下",1\n末,2\n\n\n');
    expect(rows).toHaveLength(4);
    expect(rows[1]).toEqual([]);
    expect(rows[3]?.[0]).toEqual(text('末'));
  });

  test('takes off what programs put before a number to keep it as text', async () => {
    expect(await readText('="150602199003070012",\t13800000000,\'0150\n')).toEqual([
      [text('150602199003070012'), text('13800000000'), text('0150')],
    ]);
  });

  test('does not take the note sep=; for a row', async () => {
    expect(await readText('sep=;\r\n案由;标的额\r\n离婚纠纷;5')).toEqual(twoRows);
  });

  test('is refused when a quote is never closed, because the cases below it would vanish', async () => {
    await expect(readText('案由,备注\n离婚纠纷,"没有写完\n民间借贷纠纷,好\n')).rejects.toThrow(FileRefused);
    await expect(readText('案由,备注\n离婚纠纷,"没有写完\n')).rejects.toThrow('第 2 行有一个引号没有配对');
  });

  test('is refused when it is longer or wider than any ledger', async () => {
    await expect(readText('\n'.repeat(60_000))).rejects.toThrow('表格太大');
    await expect(readText(','.repeat(200))).rejects.toThrow('表格太大');
  });

  test('is not divided by the commas of a long remark inside quotes', async () => {
    const remark = '一,二,三,四,五,六;七';
    expect(await readText(`案由\t备注\n离婚纠纷\t"${remark}"\n`)).toEqual([
      [text('案由'), text('备注')],
      [text('离婚纠纷'), text(remark)],
    ]);
  });

  test('gives back any cells that were written with quotes around them', () => {
    const cell = fc.string({ unit: fc.constantFrom('甲', 'a', '"', ',', '\n', ';', ' ') });
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 2 }), { minLength: 1 }), (rows) => {
        const written = rows
          .map((row) => row.map((each) => `"${each.replaceAll('"', '""')}"`).join('\t'))
          .join('\r\n');
        expect(parseSeparatedText(`案由\t备注\n${written}`, { rows: 1000, columns: 30 }).slice(1)).toEqual(
          rows,
        );
      }),
    );
  });
});

describe('an xlsx file', () => {
  test('keeps text, numbers and days apart', async () => {
    const bytes = await writeXlsx({
      sheets: [
        {
          name: '台账',
          rows: [['甲', 23946.5, new Date(Date.UTC(2024, 0, 31)), true, null, '乙']],
          cells: new Map([['0,2', { style: { numFmt: 'yyyy"年"m"月"d"日"' } }]]),
        },
      ],
    });
    expect((await readWorkbook(bytes, '台账.xlsx')).sheets[0]?.rows).toEqual([
      [text('甲'), number(23946.5), day('2024-01-31'), text('是'), { kind: 'empty' }, text('乙')],
    ]);
  });

  test('has rows under the numbers that the sheet shows, even where rows are left out of the file', async () => {
    const { sheets } = await readCells('<row r="3"><c r="B3"><v>5</v></c></row>');
    expect(sheets[0]?.rows).toEqual([[], [], [{ kind: 'empty' }, number(5)]]);
  });

  test('shows a formula by its result, and by itself where it was saved without one', async () => {
    const { sheets } = await readCells(
      '<row r="1"><c r="A1"><f>B1*2</f><v>46</v></c><c r="B1" t="str"><f>A2</f><v>甲</v></c><c r="C1"><f>SUM(A1:A9)</f></c><c r="D1" t="e"><v>#N/A</v></c></row>',
    );
    expect(sheets[0]?.rows).toEqual([[number(46), text('甲'), text('=SUM(A1:A9)'), text('#N/A')]]);
  });

  test('joins the pieces of a text in several fonts', async () => {
    const { sheets } = await readCells(
      '<row r="1"><c r="A1" t="inlineStr"><is><r><t>民间</t></r><r><t>借贷</t></r></is></c></row>',
    );
    expect(sheets[0]?.rows).toEqual([[text('民间借贷')]]);
  });

  test('tells which cells are merged and which sheets are hidden', async () => {
    const bytes = await writeXlsx({
      sheets: [
        {
          name: '一月',
          rows: [
            ['申请人', null],
            ['姓名', '电话'],
          ],
          merges: [{ startRow: 0, startCol: 0, endRow: 0, endCol: 1 }],
        },
        { name: '旧', rows: [['x']], hidden: true },
      ],
    });
    const { sheets } = await readWorkbook(bytes, '台账.xlsx');
    expect(sheets[0]?.merges).toEqual([{ fromRow: 1, toRow: 1, fromColumn: 0, toColumn: 1 }]);
    expect(sheets.map((sheet) => sheet.hidden)).toEqual([false, true]);
  });

  test('counts days from 1904 where the file says so', async () => {
    const bytes = await writeXlsx({
      dateSystem: '1904',
      sheets: [
        {
          name: '台账',
          rows: [[new Date(Date.UTC(2024, 1, 29))]],
          cells: new Map([['0,0', { style: { numFmt: 'yyyy-mm-dd' } }]]),
        },
      ],
    });
    const workbook = await readWorkbook(bytes, '台账.xlsx');
    expect(workbook.date1904).toBe(true);
    expect(workbook.sheets[0]?.rows).toEqual([[day('2024-02-29')]]);
  });

  test('is read beside a chart that fills a sheet of its own', async () => {
    const bytes = craftArchive(
      xlsxParts('<row r="1"><c r="A1"><v>1</v></c></row>', [
        {
          name: 'xl/workbook.xml',
          content:
            '<workbook><sheets><sheet name="图" sheetId="2" r:id="rId2"/><sheet name="台账" sheetId="1" r:id="rId1"/></sheets></workbook>',
        },
        {
          name: 'xl/_rels/workbook.xml.rels',
          content:
            '<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="x/chartsheet" Target="chartsheets/sheet1.xml"/></Relationships>',
        },
      ]),
    );
    expect((await readWorkbook(bytes, '台账.xlsx')).sheets.map((sheet) => sheet.name)).toEqual(['台账']);
  });

  test('is read although somebody formatted it down to the last row', async () => {
    const { sheets } = await readCells(
      '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="A1048576" s="1"/></row>',
    );
    expect(sheets[0]?.rows).toEqual([[number(1)]]);
  });
});

describe('a table that is written', () => {
  const cells: readonly (readonly Cell[])[] = [
    [text('案由'), text('证件号码'), text('收案日期')],
    [text('=HYPERLINK("http://127.0.0.1","点")'), text('150602199003070012'), day('2024-03-05')],
    [text('+1'), text('@SUM(1)'), text('#N/A')],
    [text('_x0041_'), text('上\n下'), { kind: 'empty' }],
    [number(45936.48), number(150602199003070000), text(' 空格 ')],
  ];

  test('comes back as it was: text never as a formula, long numbers never as numbers', async () => {
    const bytes = await writeTable([{ name: '台账', rows: cells, headRows: 1 }]);
    const { sheets } = await readWorkbook(bytes, '错误行.xlsx');
    expect(sheets[0]?.rows).toEqual([
      ...cells.slice(0, 3),
      [text('_x0041_'), text('上\n下')],
      [number(45936.48), text('150602199003070000'), text(' 空格 ')],
    ]);
  });

  test('names its sheets as spreadsheet programs allow, though a csv file may be called anything', async () => {
    const names = [
      '某某市政协委员调解案件登记台账（2024年度）最终版（改）2024年12月31日',
      "'[2024]/台账:1*?'",
      '1月',
    ];
    const bytes = await writeTable(names.map((name) => ({ name, rows: cells, headRows: 1 })));
    const { sheets } = await readWorkbook(bytes, '台账.xlsx');
    expect(sheets.map((sheet) => sheet.name)).toEqual([
      '某某市政协委员调解案件登记台账（2024年度）最终版…1',
      '_2024__台账_1__',
      '1月',
    ]);
  });

  test('has the same bytes for the same cells', async () => {
    const write = async (): Promise<Buffer> =>
      Buffer.from(await writeTable([{ name: '台账', rows: cells, headRows: 1 }]));
    const first = await write();
    await new Promise((resolve) => setTimeout(resolve, 2_100));
    expect((await write()).equals(first)).toBe(true);
  });

  test('brings back any text that a file can carry', async () => {
    const anyText = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
      .filter((each) => each.normalize('NFC') === each && !/[\p{Cc}\p{Cn}\p{Cs}]/u.test(each));
    await fc.assert(
      fc.asyncProperty(fc.array(anyText, { minLength: 1, maxLength: 5 }), async (texts) => {
        const bytes = await writeTable([{ ...aSheet([texts]), headRows: 0 }]);
        expect((await readWorkbook(bytes, '台账.xlsx')).sheets[0]?.rows).toEqual([texts.map(text)]);
      }),
      { numRuns: 50 },
    );
  });
});
