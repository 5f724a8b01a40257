import { describe, expect, test } from 'vitest';
import { unitInText } from '#shared/domain/ledger/columns.ts';
import { ledgerFieldFacts, ledgerFields } from '#shared/domain/ledger/fields.ts';
import {
  checkMapping,
  type LedgerMapping,
  ledgerMappingSchema,
  proposeMapping,
} from '#shared/domain/ledger/head.ts';
import {
  aSheet,
  aWorkbook,
  casesOf,
  day,
  merged,
  othersOf,
  plainHead,
  plainRow,
  readSheets,
} from '../spreadsheets/ledgers.ts';

function fieldsOf(mapping: LedgerMapping, sheet = 0): readonly string[] {
  return mapping.sheets[sheet]?.columns.map((column) => column.field) ?? [];
}

function fieldsUnder(...head: readonly string[]): readonly string[] {
  return fieldsOf(proposeMapping(aWorkbook([aSheet([head])])));
}

function fieldOf(head: string): string | undefined {
  return fieldsUnder('序号', '申请人', '被申请人', '界别', '备注', head)[5];
}

describe('the head of a ledger', () => {
  test('is found under title rows, a line of the unit and blank rows', () => {
    const { mapping, rows } = readSheets(
      aWorkbook([
        aSheet(
          [
            ['某某市政协委员调解案件登记台账'],
            [],
            ['填报单位：某某政协', null, null, '单位：万元'],
            ['收案日期', '案由', '申请人', '被申请人', '标的额', '调解员'],
            ['2024.3.5', '离婚', '甲某某', '乙某某', 3.5, '丙某某'],
          ],
          { merges: [merged('A1:F1')] },
        ),
      ]),
    );
    expect(mapping.sheets[0]).toMatchObject({ headRows: [4, 4], firstDataRow: 5, rowCount: 1 });
    expect(casesOf(rows)[0]?.facts.claim).toEqual({ kind: 'amount', fen: 3_500_000 });
  });

  const upper = [
    '序号',
    '收案日期',
    '案由',
    '申请人',
    null,
    null,
    '被申请人',
    null,
    null,
    '标的额（元）',
    '调解员',
    '结案情况',
    null,
  ];
  const lower = [
    null,
    null,
    null,
    '姓名',
    '证件号码',
    '电话',
    '姓名或名称',
    '身份证号/统一社会信用代码',
    '联系方式',
    null,
    null,
    '结案日期',
    '调解结果',
  ];
  const twoRowFields = [
    'sequence',
    'filedOn',
    'cause',
    'applicants',
    'applicantIds',
    'applicantPhones',
    'respondents',
    'respondentIds',
    'respondentPhones',
    'claim',
    'mediators',
    'closedOn',
    'result',
  ];

  test('may take two rows, with a person over what is said of them', () => {
    const merges = ['D1:F1', 'G1:I1', 'L1:M1', 'A1:A2', 'B1:B2', 'C1:C2', 'J1:J2', 'K1:K2'].map(merged);
    const mapping = proposeMapping(aWorkbook([aSheet([upper, lower], { merges })]));
    expect(mapping.sheets[0]).toMatchObject({ headRows: [1, 2], firstDataRow: 3 });
    expect(fieldsOf(mapping)).toEqual(twoRowFields);
    expect(mapping.sheets[0]?.columns[4]?.head).toBe('申请人证件号码');
    expect(mapping.sheets[0]?.columns[9]?.head).toBe('标的额（元）');
  });

  test('may take two rows in a csv file, which knows no merged cells', () => {
    expect(fieldsOf(proposeMapping(aWorkbook([aSheet([['某某台账'], upper, lower])])))).toEqual(twoRowFields);
  });

  test('may take two rows because the units stand in a row of their own', () => {
    const mapping = proposeMapping(
      aWorkbook([
        aSheet([
          ['收案日期', '案由', '申请人', '标的额', '协议金额'],
          [null, null, null, '（万元）', '（元）'],
        ]),
      ]),
    );
    expect(mapping.sheets[0]).toMatchObject({ headRows: [1, 2] });
    expect(mapping.sheets[0]?.columns.map((column) => column.unit)).toEqual([
      undefined,
      undefined,
      undefined,
      'wan',
      'yuan',
    ]);
  });

  test('that stands twice belongs to the person before it', () => {
    expect(
      fieldsUnder('收案日期', '案由', '申请人', '证件号码', '电话', '被申请人', '证件号码', '电话'),
    ).toEqual([
      'filedOn',
      'cause',
      'applicants',
      'applicantIds',
      'applicantPhones',
      'respondents',
      'respondentIds',
      'respondentPhones',
    ]);
  });

  test('电话 after the mediator or an agent is no party’s', () => {
    expect(
      fieldsUnder(
        '收案日期',
        '案由',
        '申请人',
        '代理人',
        '电话',
        '被申请人',
        '联系电话',
        '调解员',
        '联系电话',
        '界别',
      ),
    ).toEqual([
      'filedOn',
      'cause',
      'applicants',
      'ignore',
      'ignore',
      'respondents',
      'respondentPhones',
      'mediators',
      'ignore',
      'sector',
    ]);
  });

  test('keeps several columns of one side and of court numbers', () => {
    expect(
      fieldsUnder(
        '收案日期',
        '案由',
        '申请人1',
        '申请人1证件号码',
        '申请人2',
        '申请人2证件号码',
        '诉前调案号',
        '立案案号',
      ),
    ).toEqual([
      'filedOn',
      'cause',
      'applicants',
      'applicantIds',
      'applicants',
      'applicantIds',
      'caseNumbers',
      'caseNumbers',
    ]);
  });

  test('with both days keeps them apart, and of two claims to one field the better one wins', () => {
    const mapping = proposeMapping(
      aWorkbook([aSheet([['立案日期', '收案日期', '接收日期', '案由', '申请人', '案件状态', '调解结果']])]),
    );
    expect(fieldsOf(mapping)).toEqual([
      'ignore',
      'filedOn',
      'receivedOn',
      'cause',
      'applicants',
      'ignore',
      'result',
    ]);
    expect(mapping.sheets[0]?.columns[0]?.certain).toBe(false);
  });

  test('编号 is the running number where it only counts', () => {
    const head = ['编号', '收案日期', '案由', '申请人'];
    const counted = proposeMapping(aWorkbook([aSheet([head, ['1', 'x'], ['2', 'x'], ['3', 'x']])]));
    const numbered = proposeMapping(
      aWorkbook([aSheet([head, ['鄂政法调〔2024〕1号', 'x'], ['鄂政法调〔2024〕2号', 'x']])]),
    );
    expect([fieldsOf(counted)[0], fieldsOf(numbered)[0]]).toEqual(['sequence', 'internalNumber']);
  });

  test.each([
    ['收案时间', 'filedOn'],
    ['受理日期', 'receivedOn'],
    ['纠纷类型', 'cause'],
    ['诉争标的额（万元）', 'claim'],
    ['涉案金额\n(元)', 'claim'],
    ['标的额元', 'claim'],
    ['* 承办委员', 'mediators'],
    ['委员姓名：', 'mediators'],
    ['终结日期', 'closedOn'],
    ['结案方式', 'result'],
    ['处理结果', 'result'],
    ['履行金额（元）', 'paidAmount'],
    ['委派（委托）法院', 'court'],
    ['法院案号', 'caseNumbers'],
    ['案 号', 'caseNumbers'],
    ['案源', 'source'],
    ['原告（申请人）', 'applicants'],
    ['被告(被申请人)联系电话', 'respondentPhones'],
    ['被申请人住所地', 'respondentAddresses'],
    ['第三人', 'thirdParties'],
    ['申请人诉求', 'claims'],
    ['书记员/法官助理', 'clerk'],
    ['书记员备注', 'remarks'],
    ['委派函号', 'letterNumber'],
    ['司法确认时间', 'confirmedOn'],
    ['本院调解结果如何', 'result'],
    ['申请人性别', 'ignore'],
    ['申请人代理人', 'ignore'],
    ['调解员签名', 'ignore'],
    ['回访情况', 'ignore'],
  ])('%j means %s', (head, field) => {
    expect(fieldOf(head)).toBe(field);
  });

  test('is not recognised from two fields by the same words', () => {
    const heads = ledgerFields.flatMap((field) => [
      ...ledgerFieldFacts[field].heads,
      ...ledgerFieldFacts[field].likelyHeads,
    ]);
    expect(heads.filter((head, index) => heads.indexOf(head) !== index)).toEqual([]);
  });

  test.each([
    ['标的额（万元）', 'wan'],
    ['标的额(人民币元)', 'yuan'],
    ['单位：件、万元', 'wan'],
    ['金额单位：人民币万元', 'wan'],
    ['填报单位：元宝山区政协  单位：万元', 'wan'],
    ['协议金额', undefined],
  ])('%j names the unit %s', (text, unit) => {
    expect(unitInText(text)).toBe(unit);
  });
});

describe('a workbook of several sheets', () => {
  const month = (name: string, ...rows: readonly (readonly ReturnType<typeof plainRow>[number][])[]) =>
    aSheet([[`${name}台账`], plainHead, ...rows], { name });

  test('is read sheet by sheet where the heads are the same', () => {
    const { mapping, rows } = readSheets(
      aWorkbook([
        month('1月', plainRow({ 案号: '（2024）内0602诉前调1号', 收案日期: '2024.1.5' })),
        month(
          '2月',
          plainRow({ 案号: '（2024）内0602诉前调2号', 收案日期: '2024.2.5' }),
          plainRow({ 案号: '（2024）内0602诉前调1号' }),
        ),
        aSheet(
          [
            plainHead.filter((head) => head !== '备注'),
            plainRow({ 收案日期: day('2024-03-05') }).slice(0, -1),
          ],
          { name: '3月' },
        ),
      ]),
    );
    expect(mapping.sheets.map((sheet) => sheet.name)).toEqual(['1月', '2月', '3月']);
    expect(casesOf(rows).map(({ sheet, row }) => [sheet, row])).toEqual([
      ['1月', 3],
      ['2月', 3],
      ['3月', 2],
    ]);
    expect(rows[2]).toMatchObject({
      kind: 'refused',
      sheet: '2月',
      row: 4,
      problems: [{ reason: '案号与工作表“1月”第 3 行重复，同一案件只能登记一次。' }],
    });
  });

  test('names every sheet that is not read, with the reason', () => {
    const { mapping } = readSheets(
      aWorkbook([
        month('1月', plainRow({})),
        aSheet(
          [
            ['收案日期', '案由', '申请人', '被申请人', '司法确认日期'],
            ['2024.1.5', '离婚', '甲', '乙', '2024.2.1'],
          ],
          { name: '司法确认' },
        ),
        aSheet(
          [
            ['调解员', '界别', '联系电话', '法院'],
            ['丙某某', '经济', '13800000000', '东胜'],
          ],
          { name: '名册' },
        ),
        aSheet([['填表说明']], { name: '说明' }),
        aSheet([[], ['  ']], { name: 'Sheet3' }),
        { ...month('旧表', plainRow({})), hidden: true },
      ]),
    );
    expect(mapping.sheets.map((sheet) => sheet.name)).toEqual(['1月']);
    expect(mapping.unread).toEqual([
      { name: '司法确认', reason: '表头与“1月”不同，没有读取' },
      { name: '名册', reason: '没有找到台账表头（收案日期、案由、申请人等）' },
      { name: '说明', reason: '没有找到台账表头（收案日期、案由、申请人等）' },
      { name: 'Sheet3', reason: '空白工作表' },
      { name: '旧表', reason: '隐藏的工作表，没有读取；如需导入请先取消隐藏' },
    ]);
  });

  test('leaves out a sheet that sums up the others, so that nothing counts twice', () => {
    const first = plainRow({ 申请人: '甲某某' });
    const second = plainRow({ 申请人: '丁某某' });
    const { mapping } = readSheets(
      aWorkbook([month('1月', first), month('2月', second), month('全年汇总', first, second)]),
    );
    expect(mapping.sheets.map((sheet) => sheet.name)).toEqual(['1月', '2月']);
    expect(mapping.unread[0]?.name).toBe('全年汇总');
  });
});

describe('a mapping', () => {
  const workbook = aWorkbook([aSheet([plainHead, plainRow({})])]);

  test('survives the way to the screen and back', () => {
    const mapping = proposeMapping(workbook);
    expect(ledgerMappingSchema.parse(JSON.parse(JSON.stringify(mapping)))).toEqual(mapping);
    expect(checkMapping(workbook, mapping)).toEqual([]);
  });

  test('is refused in words when the user took away what every case needs or gave one field twice', () => {
    const mapping = proposeMapping(workbook);
    const [sheet] = mapping.sheets;
    if (sheet === undefined) {
      throw new Error('No sheet was read');
    }
    const columns = sheet.columns.map((column) =>
      column.field === 'cause' ? { ...column, field: 'result' as const } : column,
    );
    expect(checkMapping(workbook, { ...mapping, sheets: [{ ...sheet, columns }] })).toEqual([
      '工作表“台账”还没有指定案由。',
      '工作表“台账”的“案由”和“调解结果”都指定为调解结果，只能有一列。',
    ]);
    expect(checkMapping(workbook, { sheets: [], unread: [] })).toHaveLength(1);
    expect(checkMapping(workbook, { ...mapping, sheets: [{ ...sheet, name: '没有' }] })).toHaveLength(1);
  });

  test('is proposed even where the head lacks the day of receipt, so that the user can say which column it is', () => {
    const mapping = proposeMapping(
      aWorkbook([
        aSheet([
          ['登记', '案由', '申请人', '被申请人', '调解员'],
          ['2024.1.5', '离婚', '甲', '乙', '丙'],
        ]),
      ]),
    );
    expect(mapping.sheets).toHaveLength(1);
    expect(checkMapping(workbook, mapping)).toEqual(['工作表“台账”还没有指定收案日期。']);
  });
});

describe('rows that are no cases', () => {
  test.each([
    ['a blank row', [], 'blank'],
    ['a row with its running number only', ['12'], 'blank'],
    [
      '合计',
      ['合 计', null, null, null, null, null, null, null, null, null, null, null, 48252466.49],
      'total',
    ],
    [
      '合计 with counts under the parties',
      ['', '合计', null, null, '5件', '3类', '5人', null, null, '6人'],
      'total',
    ],
    ['a month’s 小计 in another column', [null, '3月份小计', null, null, '共 5 件'], 'total'],
    ['the head again on a new page', [...plainHead], 'repeatedHead'],
    ['the line that numbers the columns', plainHead.map((_, index) => index + 1), 'repeatedHead'],
    ['a note below the table', ['注：金额以元为单位，如无则不填。'], 'note'],
    ['the line of signatures', [null, '填表人：某某', null, '审核人：某某'], 'note'],
    ['a prefilled court and nothing else', ['13', null, null, '东胜区人民法院'], 'note'],
  ])('%s is counted as such', (_, row, why) => {
    const { rows } = readSheets(
      aWorkbook([aSheet([plainHead, plainRow({}), row, plainRow({ 申请人: '戊某某' })])]),
    );
    expect(casesOf(rows)).toHaveLength(2);
    expect(othersOf(rows).map((each) => each.why)).toEqual([why]);
  });

  test('do not hide a case without a day whose remark speaks of a sum', () => {
    const row = plainRow({ 收案日期: null, 备注: '共计两次调解' });
    const { rows } = readSheets(aWorkbook([aSheet([plainHead, row])]));
    expect(rows.map(({ kind }) => kind)).toEqual(['refused']);
  });

  test('do not hide a case whose day is missing or whose party is called 合计', () => {
    const { rows } = readSheets(
      aWorkbook([
        aSheet([plainHead, plainRow({ 收案日期: null }), plainRow({ 申请人: '合计商贸有限公司' })]),
      ]),
    );
    expect(rows.map((row) => row.kind)).toEqual(['refused', 'case']);
  });
});

describe('a case over several rows', () => {
  test('gathers the persons below merged cells, and shares merged days between cases of their own', () => {
    const rows = [
      ['收案日期', '案号', '案由', '申请人', '申请人证件号码', '被申请人', '标的额（元）'],
      ['2024.3.5', '（2024）内0602诉前调1号', '离婚', '甲某某', '150602199003070012', '乙某某', 100],
      [null, null, null, '丁某某', '150627198511200023', null, null],
      [null, '（2024）内0602诉前调2号', '民间借贷', '戊某某', null, '己某某', 300],
    ];
    const merges = ['A2:A4', 'B2:B3', 'C2:C3', 'F2:F3', 'G2:G3'].map(merged);
    const cases = casesOf(readSheets(aWorkbook([aSheet(rows, { merges })])).rows);
    // The second row of the first case is told as part of it.
    expect(cases.map(({ rowsBelow }) => rowsBelow)).toEqual([1, 0]);
    expect(
      cases.map(({ row, facts }) => ({
        row,
        names: facts.applicants.map((party) => [party.name, party.idNumber]),
        on: facts.receivedOn,
      })),
    ).toEqual([
      {
        row: 2,
        names: [
          ['甲某某', '150602199003070012'],
          ['丁某某', '150627198511200023'],
        ],
        on: '2024-03-05',
      },
      { row: 4, names: [['戊某某', undefined]], on: '2024-03-05' },
    ]);
  });

  test('leaves rows without merged cells as they are: each must stand by itself', () => {
    const head = ['收案日期', '案由', '申请人', '被申请人'];
    const { rows } = readSheets(
      aWorkbook([aSheet([head, ['2024.3.5', '离婚', '甲某某', '乙某某'], [null, null, '丁某某', null]])]),
    );
    expect(rows.map((row) => row.kind)).toEqual(['case', 'refused']);
  });
});
