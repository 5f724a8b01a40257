import { expect, test } from 'vitest';
import {
  type Figures,
  figuresSchema,
  noTakenColumns,
  type PeriodFigures,
  type Report,
  type ReportTables,
  type SliceRow,
} from '#shared/contract/statistics.ts';
import { localDate, month } from '#shared/domain/local-date.ts';
import { fen } from '#shared/domain/money.ts';
import { causeColumns, figureTable } from '#shared/domain/statistics/tables.ts';
import { amountNames, figureNames, formatRate } from '#shared/domain/statistics.ts';
import { runCommand } from '../../src/main/cli/commands.ts';
import { reportFigures } from '../../src/main/cli/report-figures.ts';
import { reportSummary } from '../../src/main/cli/report-summary.ts';
import { aCase, aCompany, aPerson } from '../support/builders.ts';
import { anOffice } from '../support/offices.ts';

function someFigures(received: number, more: Partial<Figures> = {}): Figures {
  const none = Object.fromEntries([...figureNames, ...amountNames].map((name) => [name, 0]));
  return figuresSchema.parse({
    ...none,
    opening: 1,
    received,
    accepted: 1 + received,
    closed: 3,
    returned: 4,
    closing: 5,
    succeeded: 6,
    partly: 7,
    settledThemselves: 8,
    mediated: 9,
    claimFenOfClosed: 10,
    agreedFen: 11,
    paidFen: 12,
    confirmed: 13,
    undated: 15,
    beforeReceipt: 16,
    ...more,
  });
}
const row = (key: string, label: string, received: number): SliceRow => ({
  key,
  label,
  current: someFigures(received),
  yearToDate: null,
  yearBefore: null,
});
const shown = (received: number, agreedFen = 11) => ({ received, closed: 3, succeeded: 6, agreedFen });

const march: PeriodFigures = {
  period: { from: localDate('2024-03-01'), to: localDate('2024-03-31') },
  figures: someFigures(2),
  mediatorsWithCases: 14,
};
const lastYear = { ...march, period: { from: localDate('2023-03-01'), to: localDate('2023-03-31') } };
const toDate = { ...march, period: { ...march.period, from: localDate('2024-01-01') } };
const tables: Report['tables'] = [
  { dimension: 'court', rows: [row('7', '康巴什区人民法院', 1), row('', '未填', 2)] },
  { dimension: 'cause', rows: [row('民间借贷纠纷', '民间借贷纠纷', 3)] },
  { dimension: 'channel', rows: [row('A', '委派调解', 4)] },
  { dimension: 'mediator', rows: [row('1', '演示甲', 5), row('2', '演示甲', 6), row('3', '演示乙', 7)] },
  { dimension: 'sector', rows: [row('经济界', '经济界', 8)] },
  { dimension: 'closing', rows: [row('', '未终结', 9), row('C11', '达成调解协议', 10)] },
];
const report: Report = {
  request: { kind: 'month', month: month('2024-03') },
  filter: [],
  current: march,
  previous: march,
  yearToDate: toDate,
  yearToDateBefore: lastYear,
  yearBefore: lastYear,
  taken: noTakenColumns,
  tables,
  covered: null,
};

const inWords: Pick<ReportTables, 'tables' | 'sentence'> = {
  tables: [
    figureTable({
      name: 'causes',
      periodName: '2024年3月',
      unit: '件',
      columns: causeColumns(true).slice(0, 4),
      rows: [],
      total: {
        current: someFigures(2),
        previous: null,
        yearBefore: null,
        yearToDate: null,
        yearToDateBefore: null,
      },
      comparisons: null,
      notes: [],
    }),
  ],
  sentence: '一句话。',
};

test('a report becomes the JSON that the office’s automation reads', () => {
  expect(reportFigures(report, inWords, ['/out/a.xlsx'])).toStrictEqual({
    period: { from: '2024-03-01', to: '2024-03-31' },
    opening: 1,
    received: 2,
    closed: 3,
    returned: 4,
    closing: 5,
    succeeded: 6,
    rates: {
      ofClosed: { numerator: 6, denominator: 3 },
      ofAccepted: { numerator: 6, denominator: 3 },
      ofMediated: { numerator: 6, denominator: 9 },
    },
    claimFenOfClosed: 10,
    agreedFen: 11,
    paidFen: 12,
    judicialConfirmations: 13,
    mediatorsWithCases: 14,
    undated: 15,
    beforeReceipt: 16,
    byCourt: { 康巴什区人民法院: shown(1), '': shown(2) },
    byCause: { 民间借贷纠纷: shown(3) },
    byChannel: { A: shown(4) },
    byMediator: { 演示甲: { received: 11, closed: 6, succeeded: 12, agreedFen: 22 }, 演示乙: shown(7) },
    bySector: { 经济界: shown(8) },
    byClosing: { '': shown(9), C11: shown(10) },
    tables: [
      {
        name: 'causes',
        title: '2024年3月“政协+法院”调解案件分案由统计表',
        heads: ['序号', '案由', '旧存', '新收'],
        rows: [['', '合计', '1', '2']],
      },
    ],
    sentence: '一句话。',
    files: ['/out/a.xlsx'],
  });
});

test('mediators of one name are added beyond the limit of a single amount', () => {
  const largest = fen(9_999_9999_9999_00);
  const rich = (key: string): SliceRow => ({
    ...row(key, '演示甲', 1),
    current: someFigures(1, { agreedFen: largest }),
  });
  const { byMediator } = reportFigures(
    { ...report, tables: [{ dimension: 'mediator', rows: [rich('1'), rich('2')] }] },
    inWords,
    [],
  );
  expect(byMediator.演示甲?.agreedFen).toBe(2 * 9_999_9999_9999_00);
});

test('a person reads the rates as the screen and the workbook give them', () => {
  const [, , , rates] = reportSummary(
    { ...report, current: { ...march, figures: someFigures(0, { succeeded: 1, accepted: 0 }) } },
    [],
  );
  expect(rates).toBe(
    `  成功率：÷结案 ${formatRate({ numerator: 1, denominator: 3 })}（1/3），÷受理 —，÷实际调解 11.1%（1/9）`,
  );
});

test.each([
  ['an empty register', null, true],
  ['a register that begins later', '2023-04-01', true],
  ['a register that begins on the last day of the year before', '2023-03-31', false],
])('of %s, last year’s figures are unknown or known', (_, from, unknown) => {
  const covered = from === null ? null : { from: localDate(from), to: localDate('2024-12-31') };
  const lines = reportSummary({ ...report, covered }, []);
  expect(lines.includes('上年同期（2023-03-01 至 2023-03-31）：—')).toBe(unknown);
  expect(lines.includes('上年同期（2023-03-01 至 2023-03-31）')).toBe(!unknown);
});

test('a report of sums beyond the limit of a single amount is printed to the fen', async () => {
  const { client } = await anOffice();
  for (const name of ['甲样例', '丁样例']) {
    const claim = { kind: 'amount', fen: fen(9_999_9999_9999_00) } as const;
    const { id } = await client.cases.register({
      facts: aCase({ claim, receivedOn: localDate('2026-11-02') }),
      parties: [aPerson({ name }), aCompany()],
      draftId: null,
    });
    const { version } = await client.cases.get({ id });
    const closing = {
      code: 'C22',
      closedOn: localDate('2026-11-10'),
      partly: false,
      reason: '测试',
    } as const;
    await client.cases.close({ caseId: id, version, closing });
  }
  const command = {
    command: 'report',
    period: { kind: 'month', month: month('2026-11') },
    out: undefined,
  } as const;
  const { json, lines } = await runCommand(client, command, () => undefined);
  expect(json).toMatchObject({ closed: 2, claimFenOfClosed: 199_999_999_999_800 });
  expect(lines.join('\n')).toContain('诉争标的额 1,999,999,999,998.00 元');
  expect(lines.at(-1)).toBe('上年同期（2025-11-01 至 2025-11-30）：—');
});
