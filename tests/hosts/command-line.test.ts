import { describe, expect, test } from 'vitest';
import type { Figures, PeriodFigures, Report, SliceRow } from '#shared/contract/statistics.ts';
import { localDate, month } from '#shared/domain/local-date.ts';
import { fen } from '#shared/domain/money.ts';
import { generalHelp, helpFor, readCommandLine, UsageError } from '../../src/main/cli/arguments.ts';
import { reportFigures } from '../../src/main/cli/report-figures.ts';

const common = { dataDir: undefined, name: '命令行', json: false };

describe('the command line', () => {
  test.each([
    ['import-ledger 台账.xlsx', { command: 'import-ledger', file: '台账.xlsx', dryRun: false }],
    [
      'import-ledger --dry-run 台账.csv --json',
      { command: 'import-ledger', file: '台账.csv', dryRun: true, json: true },
    ],
    [
      'report --month 2024-03',
      { command: 'report', period: { kind: 'month', month: '2024-03' }, out: undefined },
    ],
    [
      'report --year=2024 --out 报表',
      { command: 'report', period: { kind: 'year', year: 2024 }, out: '报表' },
    ],
    [
      'agreement （2024）内0602民初1号 --out a.docx',
      { command: 'agreement', case: '（2024）内0602民初1号', out: 'a.docx' },
    ],
    ['verify --data /d --as 张三', { command: 'verify', dataDir: '/d', name: '张三' }],
  ])('%s', (line, asked) => {
    expect(readCommandLine(line.split(' '))).toStrictEqual({ run: { ...common, ...asked } });
  });

  test.each([
    '',
    'import',
    'import-ledger',
    'import-ledger a b',
    'import-ledger a --out b',
    'report',
    'report --month 2024-13',
    'report --month 2024-3',
    'report --month 2024-03 --year 2024',
    'report --year 24',
    'report x --year 2024',
    'agreement 1',
    'agreement --out a.docx',
    'verify --dry-run',
    'verify --whatever',
    'verify --data',
    'constructor',
  ])('“%s” is not a command', (line) => {
    expect(() => readCommandLine(line.split(' ').filter((word) => word !== ''))).toThrow(UsageError);
  });

  test('helps in Chinese, with all commands or with one', () => {
    expect(readCommandLine(['--help'])).toStrictEqual({ help: generalHelp });
    expect(readCommandLine(['report', '--help'])).toStrictEqual({ help: helpFor('report') });
    for (const word of [
      'import-ledger',
      'report',
      'agreement',
      'verify',
      '--data',
      '--as',
      '--json',
      '退出码',
    ]) {
      expect(generalHelp).toContain(word);
    }
    expect(helpFor('agreement')).toMatch(/出调解协议书[\s\S]*--out FILE[\s\S]*--as NAME/);
  });
});

function someFigures(received: number): Figures {
  const rate = { numerator: 1, denominator: 2 };
  return {
    opening: 1,
    received,
    closed: 3,
    returned: 4,
    closing: 5,
    succeeded: 6,
    partly: 7,
    settledThemselves: 8,
    mediated: 9,
    claimFenOfClosed: fen(10),
    agreedFen: fen(11),
    paidFen: fen(12),
    judicialConfirmations: 13,
    rates: { ofClosed: rate, ofAccepted: rate, ofMediated: rate },
  };
}
const row = (key: string, label: string, received: number): SliceRow => ({
  key,
  label,
  figures: someFigures(received),
});
const shown = (received: number, agreedFen = 11) => ({ received, closed: 3, succeeded: 6, agreedFen });

test('a report becomes the JSON that the office’s automation reads', () => {
  const current: PeriodFigures = {
    period: { from: localDate('2024-03-01'), to: localDate('2024-03-31') },
    total: someFigures(2),
    mediatorsWithCases: 14,
    undated: 15,
    beforeReceipt: 16,
    byCourt: [row('7', '康巴什区人民法院', 1), row('', '未填', 2)],
    byCause: [row('民间借贷纠纷', '民间借贷纠纷', 3)],
    byChannel: [row('A', '委派调解', 4)],
    byMediator: [row('1', '演示甲', 5), row('2', '演示甲', 6), row('3', '演示乙', 7)],
    bySector: [row('经济界', '经济界', 8)],
    byClosing: [row('', '未终结', 9), row('C11', '达成调解协议', 10)],
  };
  const request = { kind: 'month', month: month('2024-03') } as const;
  const report: Report = { request, current, yearToDate: current, yearBefore: current, covered: null };
  expect(reportFigures(report, ['/out/a.xlsx'])).toStrictEqual({
    period: { from: '2024-03-01', to: '2024-03-31' },
    opening: 1,
    received: 2,
    closed: 3,
    returned: 4,
    closing: 5,
    succeeded: 6,
    rates: {
      ofClosed: { numerator: 1, denominator: 2 },
      ofAccepted: { numerator: 1, denominator: 2 },
      ofMediated: { numerator: 1, denominator: 2 },
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
    files: ['/out/a.xlsx'],
  });
});
