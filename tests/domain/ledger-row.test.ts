import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LedgerCaseFacts, Problem } from '#shared/domain/ledger/facts.ts';
import { proposeMapping } from '#shared/domain/ledger/head.ts';
import { readLedger } from '#shared/domain/ledger/ledger.ts';
import { addDays, daysBetween, localDate } from '#shared/domain/local-date.ts';
import {
  aSheet,
  aWorkbook,
  day,
  type PlainRow,
  plainHead,
  plainRow,
  readPlainRow,
  readSheets,
  reference,
} from '../spreadsheets/ledgers.ts';

function factsOf(values: PlainRow): LedgerCaseFacts {
  const row = readPlainRow(values);
  if (row.kind !== 'case') {
    throw new Error(`Not read as a case: ${JSON.stringify(row)}`);
  }
  return row.facts;
}

function doubtsOf(values: PlainRow): readonly string[] {
  const row = readPlainRow(values);
  return row.kind === 'case' ? row.doubts.map((doubt) => doubt.code) : [`${row.kind}!`];
}

function warningsOf(values: PlainRow): readonly Pick<Problem, 'column' | 'value'>[] {
  const row = readPlainRow(values);
  return row.kind === 'case' ? row.warned.map(({ column, value }) => ({ column, value })) : [];
}

function refusalOf(values: PlainRow): readonly (readonly [string, string])[] {
  const row = readPlainRow(values);
  return row.kind === 'refused' ? row.problems.map(({ column, value }) => [column, value]) : [];
}

const closedRow: PlainRow = { 结案日期: '2024.3.20', 调解结果: '达成书面协议', '协议金额（元）': 40000 };

describe('the days of a row', () => {
  test.each([
    ['a date cell', day('2024-03-05')],
    ['a serial number', 45356],
    ['a serial number written as text', '45356'],
    ['eight figures', 20240305],
    ['points', '2024.3.5'],
    ['characters', '2024年3月5日'],
    ['strokes', '2024/3/5'],
    ['dashes and a time', '2024-03-05 00:00:00'],
    ['full-width figures and spaces', ' ２０２４．３．５ '],
    ['Chinese numerals', '二〇二四年三月五日'],
  ])('are read from %s', (_, written) => {
    expect(factsOf({ 收案日期: written }).receivedOn).toBe('2024-03-05');
  });

  test('count from 1904 in a file that says so', () => {
    const workbook = aWorkbook([aSheet([plainHead, plainRow({ 收案日期: 45356 - 1462 })])], true);
    expect(readSheets(workbook).rows[0]).toMatchObject({ facts: { receivedOn: '2024-03-05' } });
  });

  test.each([
    ['2024.13.5'],
    ['2024.2.30'],
    ['2023年2月29日'],
    ['2024.3'],
    ['3月5日'],
    ['24.3.5'],
    ['三月初'],
    [2024],
    [day('1900-01-05')],
    [day('2042-03-05')],
    ['2026-11-21'],
    ['#REF!'],
  ])('refuse the row where 收案日期 is %j', (written) => {
    expect(refusalOf({ 收案日期: written }).map(([column]) => column)).toEqual(['收案日期']);
  });

  test.each(['', '  ', '/', '—', '无'])('refuse the row where 收案日期 says nothing: %j', (written) => {
    expect(refusalOf({ 收案日期: written })).toEqual([['收案日期', written.trim()]]);
  });

  test('of receipt come from 接收日期 where there is one, and from 收案日期 with a mark where not', () => {
    const head = ['收案日期', '接收日期', '案由', '申请人', '被申请人'];
    const { rows } = readSheets(
      aWorkbook([
        aSheet([
          head,
          ['2024.3.1', '2024.3.5', '离婚', '甲某某', '乙某某'],
          ['2024.3.1', null, '离婚', '丙某某', '丁某某'],
          [null, null, '离婚', '戊某某', '己某某'],
        ]),
      ]),
    );
    expect(rows[0]).toMatchObject({
      facts: { receivedOn: '2024-03-05', receivedBasis: 'receipt', filedOn: '2024-03-01' },
    });
    expect(rows[1]).toMatchObject({ facts: { receivedOn: '2024-03-01', receivedBasis: 'ledger' } });
    expect(rows[2]).toMatchObject({ kind: 'refused', problems: [{ column: '收案日期', value: '' }] });
  });
});

describe('the sums of a row', () => {
  test.each([
    [45936.48, 4593648],
    [45936.479999999996, 4593648],
    ['13,446.5', 1344650],
    ['1，344元', 134400],
    ['￥5,000.00', 500000],
    ['3.5万', 3500000],
    ['2万元', 2000000],
    [0, 0],
  ])('are read: %j', (written, fen) => {
    expect(factsOf({ '标的额（元）': written }).claim).toEqual({ kind: 'amount', fen });
  });

  test('in a column of 万元 are counted in 万元', () => {
    const head = ['收案日期', '案由', '申请人', '被申请人', '诉争标的额（万元）', '协议金额（万元）'];
    const row = ['2024.3.5', '离婚', '甲某某', '乙某某', 3.5, '12,000元'];
    expect(readSheets(aWorkbook([aSheet([head, row])])).rows[0]).toMatchObject({
      facts: { claim: { kind: 'amount', fen: 3_500_000 }, agreedFen: 1_200_000 },
    });
  });

  test('that are left blank stay open, and those that say 无 are 无财产内容', () => {
    expect(factsOf({ '标的额（元）': null }).claim).toEqual({ kind: 'notStated' });
    for (const none of ['/', '无', '—', '——', '无财产内容', '不涉及']) {
      expect(factsOf({ '标的额（元）': none }).claim).toEqual({ kind: 'noProperty' });
    }
  });

  test.each([
    '约五万',
    '-500',
    -500,
    '5万+利息',
    '面议',
    '1.234.5',
    '5 000 00',
    '=SUM(A1:A9)',
    '#VALUE!',
    day('1965-07-23'),
    1e18,
  ])('refuse the row where they are none: %j', (written) => {
    expect(refusalOf({ '标的额（元）': written }).map(([column]) => column)).toEqual(['标的额（元）']);
    expect(refusalOf({ ...closedRow, '协议金额（元）': written }).map(([column]) => column)).toEqual([
      '协议金额（元）',
    ]);
    expect(refusalOf({ ...closedRow, '到位金额（元）': written }).map(([column]) => column)).toEqual([
      '到位金额（元）',
    ]);
  });

  test('with parts of a fen left by a formula are rounded as the sheet shows them, with a doubt', () => {
    expect(factsOf({ '标的额（元）': 33333.3333333333 }).claim).toEqual({ kind: 'amount', fen: 3333333 });
    expect(doubtsOf({ '标的额（元）': 33333.3333333333 })).toContain('amountRounded');
    expect(refusalOf({ '标的额（元）': '33333.3333' })).toHaveLength(1);
  });

  test('paid have no day unless the ledger tells one', () => {
    expect(factsOf({ ...closedRow, '到位金额（元）': 40000 }).paid).toEqual({ fen: 4000000 });
    expect(factsOf({ ...closedRow, '到位金额（元）': 0 }).paid).toBeUndefined();
  });
});

describe('the outcome of a row', () => {
  test.each([
    ['达成书面协议', 'C11', false],
    ['部分达成协议', 'C11', true],
    ['当场履行', 'C13', false],
    ['自行和解撤回', 'C16', false],
    ['当事人不同意调解', 'C21', false],
    ['双方分歧较大，未达成协议', 'C24', false],
    ['C25', 'C25', false],
  ])('%s is %s', (result, code, partly) => {
    expect(factsOf({ ...closedRow, 调解结果: result }).closing).toEqual({
      code,
      closedOn: '2024-03-20',
      partly,
    });
  });

  test.each([
    [null, null],
    [null, '调解中'],
    ['/', '未结'],
    ['未结案', null],
  ])('is open with 结案日期 %j and 调解结果 %j', (closedOn, result) => {
    expect(factsOf({ 结案日期: closedOn, 调解结果: result }).closing).toBeUndefined();
  });

  test.each([
    ['2024.3.4', '达成书面协议', '结案日期', '2024.3.4'],
    ['2024.3.40', '达成书面协议', '结案日期', '2024.3.40'],
    [null, '达成书面协议', '结案日期', ''],
    ['2024.3.20', '调解中', '结案日期', '2024.3.20'],
    ['2024.3.20', null, '调解结果', ''],
    ['2024.3.20', '皆大欢喜', '调解结果', '皆大欢喜'],
  ])('with 结案日期 %j and 调解结果 %j cannot be counted', (closedOn, result, column, value) => {
    expect(refusalOf({ ...closedRow, 结案日期: closedOn, 调解结果: result })).toEqual([[column, value]]);
  });

  test('may be on the day of receipt', () => {
    expect(factsOf({ ...closedRow, 结案日期: '2024.3.5' }).closing?.closedOn).toBe('2024-03-05');
  });

  test('names every reason at once', () => {
    expect(
      refusalOf({ 收案日期: 'x', 案由: '邻居吵架', '标的额（元）': '约五万', 调解结果: '？' }).map(
        ([column]) => column,
      ),
    ).toEqual(['收案日期', '案由', '标的额（元）', '调解结果']);
  });

  test('司法确认 in words is no day and no reason to refuse', () => {
    expect(doubtsOf({ ...closedRow, 司法确认日期: '已申请' })).toEqual(['confirmationNotADay']);
    expect(doubtsOf({ ...closedRow, 司法确认日期: '否' })).toEqual([]);
    expect(refusalOf({ ...closedRow, 司法确认日期: '2024.4.31' })).toEqual([['司法确认日期', '2024.4.31']]);
  });
});

describe('the cause of a row', () => {
  test.each([
    ['民间借贷', '民间借贷纠纷'],
    ['生命权、身体权、健康权', '生命权、身体权、健康权纠纷'],
    [' 离婚 ', '离婚纠纷'],
  ])('%j is %s, of the edition in force on the day of receipt', (written, name) => {
    expect(factsOf({ 案由: written }).cause).toEqual({ edition: '2020', name });
    expect(factsOf({ 案由: written, 收案日期: '2026.1.1' }).cause).toEqual({ edition: '2025', name });
  });

  test('may be several, counted under the first', () => {
    expect(factsOf({ 案由: '民间借贷纠纷、买卖合同纠纷' }).cause.name).toBe('民间借贷纠纷');
    expect(doubtsOf({ 案由: '民间借贷纠纷、买卖合同纠纷' })).toEqual(['severalCauses']);
    expect(refusalOf({ 案由: '民间借贷纠纷、邻居吵架' })).toEqual([['案由', '民间借贷纠纷、邻居吵架']]);
  });

  test.each([null, '/', '待定', '邻居吵架'])('%j is none', (written) => {
    expect(refusalOf({ 案由: written }).map(([column]) => column)).toEqual(['案由']);
  });
});

describe('the persons of a row', () => {
  test('are several in one cell, each with the number and phone that stand in the same place', () => {
    const { applicants } = factsOf({
      申请人: ' 甲某某 、乙某某',
      申请人证件号码: '150602199003070012、１５０６２７１９８５１１２０００２３',
      申请人电话: '13800000000/13900000000',
    });
    expect(applicants).toEqual([
      { name: '甲某某', kind: 'naturalPerson', idNumber: '150602199003070012', phones: ['13800000000'] },
      { name: '乙某某', kind: 'naturalPerson', idNumber: '150627198511200023', phones: ['13900000000'] },
    ]);
  });

  test('keep all phones of one person, and none where nobody can tell whose they are', () => {
    expect(factsOf({ 申请人电话: '13800000000、0477-8580000' }).applicants[0]?.phones).toEqual([
      '13800000000',
      '0477-8580000',
    ]);
    const values: PlainRow = {
      申请人: '甲某某、丁某某',
      申请人证件号码: '150602199003070012',
      申请人电话: '13800000000',
    };
    expect(factsOf(values).applicants).toEqual([
      { name: '甲某某', kind: 'naturalPerson', phones: [] },
      { name: '丁某某', kind: 'naturalPerson', phones: [] },
    ]);
    expect(doubtsOf(values)).toEqual(['numbersNotAssigned', 'numbersNotAssigned']);
  });

  test.each([
    ['额尔敦·巴雅尔', ['额尔敦·巴雅尔']],
    ['额尔敦•巴雅尔', ['额尔敦·巴雅尔']],
    ['额尔敦 巴雅尔', ['额尔敦 巴雅尔']],
    ['甲　某', ['甲某']],
    ['甲某某等3人', ['甲某某']],
    ['甲某某\n乙某某', ['甲某某', '乙某某']],
    ['某某（北京）商贸有限公司、甲某某', ['某某（北京）商贸有限公司', '甲某某']],
  ])('%j are %j', (written, names) => {
    expect(factsOf({ 申请人: written }).applicants.map((party) => party.name)).toEqual(names);
  });

  test('are divided by a space only where there is a number for each', () => {
    const names = factsOf({
      申请人: '甲某某 乙某某',
      申请人证件号码: '150602199003070012 150627198511200023',
    }).applicants;
    expect(names.map((party) => [party.name, party.idNumber])).toEqual([
      ['甲某某', '150602199003070012'],
      ['乙某某', '150627198511200023'],
    ]);
  });

  test.each([
    ['甲某某', '150602199003070013', true],
    ['甲某某', '141102197802290014', true],
    ['甲某某', '15060219900307001', true],
    ['甲某某', '150602199003070012', false],
    ['甲某某', '1506 0219 9003 0700 12', false],
    ['甲某某', '11010519491231002x', false],
    ['甲某某', 'E12345678', false],
    ['甲某某', '不详', false],
    ['某某商贸有限公司', '91150602MA0N00001R', false],
    ['某某商贸有限公司', '91150602MA0N00001S', true],
    ['某某商贸有限公司', '150600000012345', false],
    ['某某超市', '150602199003070012', false],
  ])('%s with the number %j: warned is %s', (name, id, warned) => {
    expect(warningsOf({ 申请人: name, 申请人证件号码: id })).toEqual(
      warned ? [{ column: '申请人证件号码', value: id }] : [],
    );
  });

  test('with a number that the sheet kept as a number are warned of the lost figures', () => {
    const row = readPlainRow({ 申请人证件号码: 150602199003070000 });
    expect(row).toMatchObject({
      kind: 'case',
      warned: [{ column: '申请人证件号码', reason: expect.stringContaining('存成了数字') }],
    });
  });

  test('in one column 当事人 are divided by 诉', () => {
    const head = ['收案日期', '案由', '当事人', '调解员'];
    const { rows } = readSheets(
      aWorkbook([
        aSheet([
          head,
          ['2024.3.5', '离婚', '甲某某诉乙某某、丙某某', '丁某某'],
          ['2024.3.6', '离婚', '甲某某、乙某某', '丁某某'],
        ]),
      ]),
    );
    expect(rows[0]).toMatchObject({
      facts: { applicants: [{ name: '甲某某' }], respondents: [{ name: '乙某某' }, { name: '丙某某' }] },
      doubts: [{ code: 'channelAssumed' }],
    });
    expect(rows[1]).toMatchObject({
      facts: { applicants: [{ name: '甲某某' }, { name: '乙某某' }], respondents: [] },
    });
  });

  test('who mediate are several, the presiding one first', () => {
    expect(factsOf({ 调解员: '丙某某、丁某某委员、丙某某' }).mediatorNames).toEqual(['丙某某', '丁某某']);
  });
});

describe('where a case comes from', () => {
  const court = '（2024）内0602诉前调12号';
  const filed = '（2024）内0602民初12号';
  test.each([
    ['法院委派', court, 'A', 'courtFilingDivision', []],
    ['法院委派', null, 'A', 'courtFilingDivision', []],
    ['法院委托', filed, 'B', 'courtFilingDivision', []],
    ['当事人申请', null, 'C', 'partyApplication', []],
    ['综治中心', null, 'C', 'governanceCentre', []],
    ['信访', null, 'C', 'petitionTransfer', []],
    [null, court, 'A', 'courtFilingDivision', []],
    [null, filed, 'B', 'courtFilingDivision', []],
    ['法院', filed, 'B', 'courtFilingDivision', []],
    ['法院委派', `${court}、${filed}`, 'A', 'courtFilingDivision', []],
    ['法院委托', court, 'B', 'courtFilingDivision', ['channelDiffersFromNumber']],
    ['法院委派', filed, 'A', 'courtFilingDivision', ['channelDiffersFromNumber']],
    ['当事人申请', court, 'C', 'partyApplication', ['channelDiffersFromNumber']],
    ['法庭', null, 'A', 'tribunal', ['channelAssumed']],
    [null, null, 'C', 'other', ['channelAssumed']],
    ['街道转来', null, 'C', 'other', ['channelAssumed', 'sourceUnknown']],
  ])('source %j with number %j is channel %s from %s', (source, number, channel, code, doubts) => {
    const values: PlainRow = { 案件来源: source, 案号: number };
    expect(factsOf(values)).toMatchObject({ channel, source: code });
    expect(doubtsOf(values)).toEqual(doubts);
  });

  test('is told by a column of its own before anything else', () => {
    const head = ['收案日期', '案由', '申请人', '被申请人', '案件来源', '委派/委托'];
    const { rows } = readSheets(
      aWorkbook([aSheet([head, ['2024.3.5', '离婚', '甲某某', '乙某某', '法院', '委托']])]),
    );
    expect(rows[0]).toMatchObject({ facts: { channel: 'B', source: 'courtFilingDivision' } });
  });

  test.each([
    ['(2024)内0602诉前调12号', ['（2024）内0602诉前调12号']],
    ['〔2024〕内0602诉前调012号', ['（2024）内0602诉前调12号']],
    [
      '（2024）内0602诉前调12号、（2024）内0602民初34号',
      ['（2024）内0602诉前调12号', '（2024）内0602民初34号'],
    ],
    ['/', []],
  ])('has the court numbers of %j', (written, numbers) => {
    expect(factsOf({ 案号: written }).caseNumbers).toEqual(numbers);
  });

  test('keeps a number that is no court’s, with a doubt', () => {
    expect(factsOf({ 案号: 'TJ-2024-0012' })).toMatchObject({ caseNumbers: [], otherNumber: 'TJ-2024-0012' });
    expect(doubtsOf({ 案号: 'TJ-2024-0012' })).toEqual(['caseNumberUnreadable']);
  });

  test.each(['东胜区人民法院', '东胜法院', '东胜', '内蒙古自治区鄂尔多斯市东胜区人民法院'])(
    'is the court %s',
    (written) => {
      expect(factsOf({ 法院: written }).court).toEqual({
        kind: 'known',
        code: '内0602',
        shortName: '东胜区人民法院',
      });
    },
  );

  test('keeps the words of a court that is not on the list, with a doubt', () => {
    expect(factsOf({ 法院: '某某铁路运输法院' }).court).toEqual({
      kind: 'unknown',
      text: '某某铁路运输法院',
    });
    expect(doubtsOf({ 法院: '某某铁路运输法院' })).toEqual(['courtUnknown']);
  });
});

describe('doubts of procedure', () => {
  test.each<readonly [string, PlainRow]>([
    ['closedLate', { ...closedRow, 结案日期: '2024.4.8' }],
    ['confirmedBeforeClosing', { ...closedRow, 司法确认日期: '2024.3.19' }],
    [
      'confirmedWithoutAgreement',
      { ...closedRow, 调解结果: '拒绝签字', '协议金额（元）': null, 司法确认日期: '2024.3.29' },
    ],
    [
      'confirmationInChannelB',
      { ...closedRow, 案件来源: '法院委托', 结案日期: '2024.3.10', 司法确认日期: '2024.3.29' },
    ],
    ['confirmationRestricted', { ...closedRow, 案由: '离婚纠纷', 司法确认日期: '2024.3.29' }],
    ['agreementWithoutAmount', { ...closedRow, '协议金额（元）': null }],
    ['paidMoreThanAgreed', { ...closedRow, '到位金额（元）': 40001 }],
    ['performedNotPaid', { ...closedRow, 调解结果: '当场履行', '到位金额（元）': 100 }],
    ['amountsWithoutAgreement', { ...closedRow, 调解结果: '双方分歧较大' }],
    ['amountsWithoutAgreement', { '协议金额（元）': 40000 }],
    ['sameOnBothSides', { 被申请人: '甲某某' }],
    ['applicantMissing', { 申请人: null }],
    ['respondentMissing', { 被申请人: '无' }],
    ['othersNotNamed', { 申请人: '甲某某等三人' }],
    ['oldIdNumber', { 申请人证件号码: '150602900307001' }],
    ['closingNotOfChannel', { ...closedRow, 调解结果: '撤诉', '协议金额（元）': null }],
    ['courtMissing', { 法院: null }],
    ['courtDiffersFromNumber', { 案号: '（2024）内0627诉前调5号' }],
    ['mediatorMissing', { 调解员: null }],
  ])('%s goes to the case, which is imported all the same', (code, values) => {
    expect(doubtsOf(values)).toEqual([code]);
  });

  test.each<PlainRow>([
    { ...closedRow, 结案日期: '2024.4.4' },
    { ...closedRow, 收案日期: '2024.3.7', 结案日期: '2024.4.8' },
    { ...closedRow, 案由: '离婚', '标的额（元）': null, '协议金额（元）': null },
    { 被申请人: '甲某某', 申请人证件号码: '150602199003070012', 被申请人证件号码: '150627198511200023' },
    { ...closedRow, 调解结果: '当场履行', '到位金额（元）': 40000 },
  ])('are not raised without reason: %j', (values) => {
    expect(doubtsOf(values)).toEqual([]);
  });
});

describe('any row whatever', () => {
  const anyCell = fc.oneof(
    fc.constantFrom(
      '',
      '/',
      '无',
      '2024.3.5',
      '离婚',
      '甲某某、乙某某',
      '5万',
      '达成协议',
      '调解中',
      '150602199003070012',
      '合计',
      '法院委派',
    ),
    fc.string({ unit: 'binary' }),
    fc.double(),
    fc.integer(),
    fc.integer({ min: 0, max: 20_000 }).map((days) => day(addDays(localDate('1990-01-01'), days))),
    fc.constant(null),
  );

  test('is a case, refused with a reason or no case; never a fault, never a figure from nothing', () => {
    fc.assert(
      fc.property(
        fc.array(anyCell, { minLength: plainHead.length, maxLength: plainHead.length }),
        (cells) => {
          const workbook = aWorkbook([aSheet([plainHead, cells])]);
          const mapping = proposeMapping(aWorkbook([aSheet([plainHead, plainRow({})])]));
          const [row] = readLedger(workbook, mapping, reference);
          if (row?.kind === 'case') {
            const { receivedOn, closing, agreedFen, claim } = row.facts;
            expect(receivedOn <= reference.today).toBe(true);
            expect(closing === undefined || daysBetween(receivedOn, closing.closedOn) >= 0).toBe(true);
            expect(
              (agreedFen ?? 0) >= 0 && (claim.kind !== 'amount' || Number.isSafeInteger(claim.fen)),
            ).toBe(true);
          } else if (row?.kind === 'refused') {
            expect(row.problems.length).toBeGreaterThan(0);
            expect(row.problems.every(({ reason }) => reason.endsWith('。'))).toBe(true);
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('a ruling’s number in the column of the confirmation', () => {
  const closed = { 结案日期: '2024.3.20', 调解结果: '达成书面协议', '协议金额（元）': 40000 };

  test.each([
    ['（2024）内0602民特9号', undefined, ['confirmationDayUnknown']],
    ['2024.3.25（2024）内0602民特9号', '2024-03-25', []],
    ['(2024)内0602民特9号 2024年3月25日', '2024-03-25', []],
  ])('%j is kept as the number', (text, day, doubts) => {
    const row = readPlainRow({ ...closed, 司法确认日期: text });
    if (row.kind !== 'case') throw new Error('Refused');
    expect(row.facts.confirmationNumber).toBe('（2024）内0602民特9号');
    expect(row.facts.confirmedOn).toBe(day);
    expect(row.doubts.map(({ code }) => code)).toEqual(doubts);
  });

  test('raises a doubt where it cannot be read, and refuses nothing', () => {
    const row = readPlainRow({ ...closed, 司法确认日期: '民特字第9号裁定' });
    expect(row.kind === 'case' && row.doubts.map(({ code }) => code)).toEqual(['confirmationNotADay']);
  });
});

test('of a name that holds what nobody sees the office is told what was taken out, and where', () => {
  const row = readPlainRow({ ...closedRow, 申请人: '甲\u200B某某' });
  expect(row.kind === 'case' ? [row.facts.applicants[0]?.name, row.warned] : []).toMatchObject([
    '甲某某',
    [{ column: '申请人', reason: '申请人：“甲”后有看不见的零宽空格（U+200B），已去掉。' }],
  ]);
});
