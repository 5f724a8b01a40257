import { describe, expect, test } from 'vitest';
import type { LedgerCaseFacts, Problem } from '#shared/domain/ledger/facts.ts';
import { differences, identityOfLedgerRow } from '#shared/domain/ledger/identity.ts';
import { refusedRowsTables } from '#shared/domain/ledger/refused-rows.ts';
import { fen } from '#shared/domain/money.ts';
import { readWorkbook, writeTable } from '../../src/main/spreadsheets/workbook.ts';
import {
  aSheet,
  aWorkbook,
  casesOf,
  type PlainRow,
  plainHead,
  plainRow,
  problemsOf,
  readFile,
  readSheets,
} from '../spreadsheets/ledgers.ts';

const number = '（2024）内0602诉前调12号';

function read(...rows: readonly PlainRow[]) {
  return readSheets(aWorkbook([aSheet([plainHead, ...rows.map(plainRow)])])).rows;
}

function factsOf(values: PlainRow): LedgerCaseFacts {
  const [row] = casesOf(read(values));
  if (row === undefined) {
    throw new Error('Not read as a case');
  }
  return row.facts;
}

describe('a case that stands twice in one file', () => {
  test('is refused the second time by its court number, however it is typed', () => {
    const rows = read(
      { 案号: number },
      { 案号: '(2024)内0602诉前调012号', 申请人: '戊某某', 收案日期: '2024.4.1' },
    );
    expect(rows.map((row) => row.kind)).toEqual(['case', 'refused']);
    expect(problemsOf(rows)).toEqual([
      {
        sheet: '台账',
        row: 3,
        column: '案号',
        value: '(2024)内0602诉前调012号',
        reason: '案号与第 2 行重复，同一案件只能登记一次。',
      },
    ]);
  });

  test('is refused by any of its numbers', () => {
    expect(
      read({ 案号: number }, { 案号: `（2024）内0602民初9号、${number}` }).map((row) => row.kind),
    ).toEqual(['case', 'refused']);
  });

  test('without a number is refused by day, parties, cause and claim together', () => {
    const rows = read(
      {},
      { 申请人: ' 甲某某 ', 案由: '民间借贷', 备注: '又来一次' },
      { '标的额（元）': 50001 },
      { 收案日期: '2024.3.6' },
      { 被申请人: '丁某某' },
      { 案由: '离婚' },
    );
    expect(rows.map((row) => row.kind)).toEqual(['case', 'refused', 'case', 'case', 'case', 'case']);
    expect(problemsOf(rows)).toMatchObject([{ row: 3, column: '收案日期', value: '2024.3.5' }]);
  });

  test('is a case of its own with a number of its own', () => {
    expect(read({ 案号: number }, { 案号: '（2024）内0602诉前调13号' }, {}).map((row) => row.kind)).toEqual([
      'case',
      'case',
      'case',
    ]);
  });

  test('counts the good row when the first one is refused for something else', () => {
    expect(read({ 案号: number, 收案日期: 'x' }, { 案号: number }).map((row) => row.kind)).toEqual([
      'refused',
      'case',
    ]);
  });
});

describe('a row and the case in the register', () => {
  const values: PlainRow = {
    案号: number,
    结案日期: '2024.3.20',
    调解结果: '达成书面协议',
    '协议金额（元）': 40000,
    '到位金额（元）': 100,
    司法确认日期: '2024.4.1',
  };
  const facts = factsOf(values);

  test('are equal whatever the spelling of names and the order of parties', () => {
    expect(
      differences(facts, factsOf({ ...values, 申请人: '甲某某 ', 法院: '东胜法院', 案由: '民间借贷' })),
    ).toEqual([]);
    expect(
      differences(
        factsOf({ ...values, 申请人: '甲某某、戊某某' }),
        factsOf({ ...values, 申请人: '戊某某、甲某某' }),
      ),
    ).toEqual([]);
    expect(
      differences({ ...facts, agreedFen: fen(0) }, { ...factsOf({ ...values, '协议金额（元）': null }) }),
    ).toEqual([]);
  });

  test.each<readonly [string, PlainRow]>([
    ['收案日期', { 收案日期: '2024.3.6' }],
    ['案号', { 案号: '（2024）内0602诉前调13号' }],
    ['案由', { 案由: '买卖合同' }],
    ['申请人', { 申请人: '甲某某、戊某某' }],
    ['被申请人', { 被申请人: '戊某某' }],
    ['标的额', { '标的额（元）': 50001 }],
    ['调解员', { 调解员: '戊某某' }],
    ['调解结果', { 调解结果: '口头协议' }],
    ['结案日期', { 结案日期: '2024.3.21' }],
    ['协议金额', { '协议金额（元）': 40001 }],
    ['到位金额', { '到位金额（元）': 1 }],
    ['司法确认日期', { 司法确认日期: '2024.3.26' }],
    ['司法确认日期', { 司法确认日期: '（2024）内0602民特9号' }],
    ['界别', { 界别: '农业' }],
    ['申请人证件号码', { 申请人证件号码: '150602199003070012' }],
    ['被申请人电话', { 被申请人电话: '13800000009' }],
    ['法院', { 法院: '伊金霍洛旗人民法院' }],
  ])('differ in %s', (label, changed) => {
    expect(differences(factsOf({ ...values, ...changed }), facts)).toEqual([label]);
  });

  test.each(['案号', '标的额（元）', '调解员', '结案日期', '到位金额（元）', '司法确认日期'] as const)(
    'do not differ where the ledger leaves %s blank',
    (head) => {
      const blank: PlainRow = { ...values, [head]: null };
      if (head === '结案日期') delete blank.调解结果;
      expect(differences(factsOf(blank), facts)).toEqual([]);
    },
  );

  test('differ in what only a fuller ledger tells', () => {
    const row = {
      ...facts,
      thirdParties: [{ name: '戊某某', phones: [] }],
      judge: '己某某',
      clerk: '庚某某',
    };
    expect(differences(row, facts)).toEqual(['第三人', '承办法官', '书记员']);
    const { closing } = facts;
    expect(closing && differences({ ...facts, closing: { ...closing, partly: true } }, facts)).toEqual([
      '调解结果',
    ]);
    expect(
      facts.paid && differences({ ...facts, paid: { ...facts.paid, on: facts.receivedOn } }, facts),
    ).toEqual(['到位日期']);
  });

  test('are not compared by a court that the register does not know', () => {
    expect(
      differences(factsOf({ ...values, 法院: '某某铁路运输法院' }), { ...facts, court: { kind: 'none' } }),
    ).toEqual([]);
  });

  test('are known again by the number, and without one by what does not change', () => {
    expect(identityOfLedgerRow(facts).caseNumbers).toEqual([number]);
    expect(identityOfLedgerRow(factsOf({ 申请人: '甲某某' })).withoutNumber).toBe(
      identityOfLedgerRow(factsOf({ 申请人: '甲某某 ', 调解员: '戊某某', 备注: 'x' })).withoutNumber,
    );
  });
});

describe('the refused rows of the ledger of 2024', () => {
  test('are written as they stood, with 错误说明 added, and read again with the same reasons', async () => {
    const { workbook, mapping, rows } = await readFile('resources/demo/ledger-2024.xlsx');
    const bytes = await writeTable(refusedRowsTables(workbook, mapping, problemsOf(rows)));
    const again = await readWorkbook(bytes, '错误行.xlsx');
    const [sheet] = again.sheets;
    expect(sheet?.rows.map((row) => row.length)).toEqual([22, 22, 22, 22, 22, 22, 22]);
    expect(sheet?.rows[0]?.[21]).toEqual({ kind: 'text', text: '错误说明' });
    expect(sheet?.rows[1]?.[21]).toEqual({
      kind: 'text',
      text: '收案日期：不是有效的日期，应写成 2024-3-5、2024.3.5 或 2024年3月5日。',
    });
    expect(sheet?.rows[1]?.slice(0, 21)).toEqual(
      Array.from({ length: 21 }, (_, index) => workbook.sheets[0]?.rows[867]?.[index] ?? { kind: 'empty' }),
    );
    const reread = readSheets(again).rows;
    const cell = ({ column, value }: Problem) => ({ column, value });
    expect(problemsOf(reread).map(cell)).toEqual(problemsOf(rows).slice(0, 5).map(cell));
    // The repeated case stands alone now and so is a case.
    expect(casesOf(reread)).toHaveLength(1);
  });

  test('keep the unit that stood in a line above the head', () => {
    const head = ['收案日期', '案由', '申请人', '被申请人', '标的额'];
    const { workbook, mapping, rows } = readSheets(
      aWorkbook([aSheet([['单位：万元'], head, ['x', '离婚', '甲某某', '乙某某', 3.5]])]),
    );
    const [table] = refusedRowsTables(workbook, mapping, problemsOf(rows));
    expect(table?.rows[0]?.[4]).toEqual({ kind: 'text', text: '标的额（万元）' });
  });
});
