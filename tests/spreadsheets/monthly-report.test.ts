import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CellValue, readXlsx, type Sheet } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Figures, PeriodFigures, Report, SliceRow } from '#shared/contract/statistics.ts';
import type { CountedCase } from '#shared/domain/counted-case.ts';
import { localDate, month } from '#shared/domain/local-date.ts';
import { fen, formatWan } from '#shared/domain/money.ts';
import { monthPeriod, type Period, yearToDate } from '#shared/domain/reporting-period.ts';
import { formatRate } from '#shared/domain/statistics.ts';
import { wanOf } from '../../src/main/spreadsheets/monthly-report/columns.ts';
import { pageBreaks } from '../../src/main/spreadsheets/monthly-report/pages.ts';
import { type MonthlyReport, monthlyReportXlsx } from '../../src/main/spreadsheets/monthly-report.ts';

function figures(counts: Partial<Omit<Figures, 'rates'>> = {}): Figures {
  const all = {
    opening: 37,
    received: 73,
    closed: 80,
    returned: 1,
    closing: 29,
    succeeded: 33,
    partly: 2,
    settledThemselves: 3,
    mediated: 64,
    claimFenOfClosed: fen(515_848_212),
    agreedFen: fen(162_560_000),
    paidFen: fen(84_310_000),
    judicialConfirmations: 5,
    ...counts,
  };
  return {
    ...all,
    rates: {
      ofClosed: { numerator: all.succeeded, denominator: all.closed },
      ofAccepted: { numerator: all.succeeded, denominator: all.opening + all.received },
      ofMediated: { numerator: all.succeeded, denominator: all.mediated },
    },
  };
}

const nothing = figures({
  opening: 0,
  received: 0,
  closed: 0,
  returned: 0,
  closing: 0,
  succeeded: 0,
  partly: 0,
  settledThemselves: 0,
  mediated: 0,
  claimFenOfClosed: fen(0),
  agreedFen: fen(0),
  paidFen: fen(0),
  judicialConfirmations: 0,
});

function row(label: string, counts: Partial<Omit<Figures, 'rates'>> = {}): SliceRow {
  return { key: label, label, figures: figures(counts) };
}

// 33 ÷ 80 = 41.25 % and 1.005 万元 lie exactly between what is shown; both are rounded up.
const exactlyBetween = { claimFenOfClosed: fen(1_005_000), agreedFen: fen(2_675_000), paidFen: fen(145_000) };
const largest = { claimFenOfClosed: fen(99_999_999_999_900), agreedFen: fen(1), paidFen: fen(0) };

function period(of: Period, mediators = 90): PeriodFigures {
  return {
    period: of,
    total: figures(),
    mediatorsWithCases: 43,
    undated: 2,
    beforeReceipt: 1,
    byCourt: [row('甲区人民法院', exactlyBetween), row('乙旗人民法院', largest), row('未填')],
    byCause: [
      row('买卖合同纠纷'),
      row('=HYPERLINK("http://例.invalid","点我")'),
      row('生命权、身体权、健康权纠纷、以及一个很长很长的案由'),
    ],
    byMediator: Array.from({ length: mediators }, (_, index) => row(`测试调解员${index + 1}`)),
    bySector: [row('经济'), row('#N/A'), { key: '', label: '未填', figures: nothing }],
    byChannel: [row('委派调解'), row('自行受理')],
    byClosing: [],
  };
}

const march = month('2024-03');

function aReport(facts: Partial<Report> = {}): Report {
  return {
    request: { kind: 'month', month: march },
    current: period(monthPeriod(march)),
    yearToDate: period(yearToDate(march), 3),
    yearBefore: period(monthPeriod(month('2023-03')), 2),
    covered: { from: localDate('2022-12-01'), to: localDate('2024-12-31') },
    ...facts,
  };
}

const hostile = [
  '=1+1',
  '+86 138',
  '-5',
  '@SUM(A1)',
  "=cmd|' /C calc'!A0",
  '#REF!',
  '_x0041_',
  "'单引号",
  '001234567890123456',
  '2024-03-05',
  '1E5',
  'TRUE',
  '<b>&amp;"',
  '两行\n名字',
];

function aCase(facts: Partial<CountedCase> = {}): CountedCase {
  return {
    internalNumber: '测政调〔2024〕12号',
    courtNumbers: ['（2024）内0602诉前调3号' as CountedCase['courtNumbers'][number]],
    channel: 'A',
    courtShortName: '甲区人民法院',
    causeName: '买卖合同纠纷',
    parties: [
      { role: 'applicant', kind: 'naturalPerson', name: '甲小明' },
      { role: 'applicant', kind: 'naturalPerson', name: '甲大明' },
      { role: 'respondent', kind: 'legalPerson', name: '某市测试商贸有限公司' },
      { role: 'thirdParty', kind: 'naturalPerson', name: '呼格吉勒·测试' },
    ],
    mediatorName: '丁调解',
    sector: '经济',
    receivedOn: localDate('2024-03-05'),
    claimFen: fen(123_456_78),
    ending: {
      on: localDate('2024-03-29'),
      code: 'C11',
      partly: true,
      agreedFen: fen(100_000_05),
      paidFen: fen(50_000_00),
    },
    confirmedOn: null,
    counted: ['received', 'closed', 'succeeded', 'partly', 'mediated'],
    ...facts,
  };
}

const cases: readonly CountedCase[] = [
  aCase(),
  aCase({ ending: null, counted: ['opening', 'accepted', 'closing'], receivedOn: localDate('2024-02-29') }),
  // Closed in February, confirmed in March: its sums are February's.
  aCase({ counted: ['confirmed'], confirmedOn: localDate('2024-03-15') }),
  ...hostile.map((name) => aCase({ mediatorName: name, sector: name, causeName: name })),
];

const profile = {
  name: '测试联动调解办公室',
  reportingUnit: '某市政协联动调解办公室',
  head: '甲负责',
  reviewer: null,
  preparer: '乙填表',
  phone: '0477-0000000',
};

function input(facts: Partial<MonthlyReport> = {}): MonthlyReport {
  return {
    report: aReport(),
    cases,
    profile,
    generatedOn: localDate('2024-04-05'),
    reportedOn: null,
    masked: true,
    ...facts,
  };
}

async function sheetsOf(facts: Partial<MonthlyReport> = {}): Promise<Record<string, Sheet>> {
  const { sheets } = await readXlsx(await monthlyReportXlsx(input(facts)), { readStyles: true });
  return Object.fromEntries(sheets.map((sheet) => [sheet.name, sheet]));
}

function rowsNamed(sheet: Sheet | undefined, label: string): CellValue[][] {
  return sheet?.rows.filter(([first]) => first === label) ?? [];
}

function textOf(sheet: Sheet | undefined): string {
  return (sheet?.rows ?? []).flat().map(String).join('\n');
}

const marchRow = [
  37,
  73,
  110,
  80,
  1,
  29,
  33,
  2,
  3,
  64,
  33 / 80,
  33 / 110,
  33 / 64,
  515.848212,
  162.56,
  84.31,
  5,
];

test('the month, the year to date and the same month last year stand under one head, with every figure', async () => {
  const sheets = await sheetsOf();
  expect(Object.keys(sheets)).toEqual(['统计表', '明细', '本年累计', '上年同期']);
  const table = sheets.统计表;
  expect(table?.rows[0]?.[0]).toBe('2024年3月“政协+法院”联动调解案件统计表');
  expect(table?.rows[1]?.[0]).toBe('统计期间：2024年3月1日至2024年3月31日');
  expect(textOf(table)).toContain('单位：件、万元');
  for (const label of ['本月', '本年累计', '上年同期']) {
    expect(rowsNamed(table, label), label).toEqual([[label, ...marchRow]]);
  }
  expect(rowsNamed(table, '合计')).toEqual(Array.from({ length: 5 }, () => ['合计', ...marchRow]));
  expect(rowsNamed(table, '测试调解员90')).toHaveLength(1);
});

test('sums stand in 万元 to the fen, whatever is shown of them', () => {
  const sums = [0, 1, 99, 100, 1_005_000, 2_675_000, 515_848_212, 4_825_246_649, 99_999_999_999_900];
  for (let sum = 7; sum < 99_999_999_999_900; sum = sum * 3 + 1) sums.push(sum);
  for (const sum of sums) {
    const written = String(wanOf(fen(sum)));
    const exact = `${Math.floor(sum / 1_000_000)}.${String(sum % 1_000_000).padStart(6, '0')}`;
    expect(Number(written), written).toBe(Number(exact));
    // 1e-6 is how one fen is written; every other sum stands there as the decimal that it is.
    if (sum > 1) expect(written).toBe(exact.replace(/\.?0+$/, '') || '0');
  }
});

test('what the register does not reach back to is a dash, not a zero', async () => {
  const covered = { from: localDate('2024-01-02'), to: localDate('2024-12-31') };
  const sheets = await sheetsOf({ report: aReport({ covered }) });
  expect(Object.keys(sheets)).toEqual(['统计表', '明细', '本年累计']);
  expect(rowsNamed(sheets.统计表, '上年同期')[0]?.slice(1)).toEqual(Array.from({ length: 17 }, () => '—'));
  expect(textOf(sheets.统计表)).toContain('登记簿里最早的接收日、终结日为2024年1月2日');
});

test('a rate without a denominator is a dash', async () => {
  const table = (await sheetsOf()).统计表;
  const [none] = rowsNamed(table, '未填').filter((cells) => cells[1] === 0);
  expect(none?.slice(11, 14)).toEqual(['—', '—', '—']);
});

test('under the tables stand the check, every definition and who answers for the report', async () => {
  const words = textOf((await sheetsOf()).统计表);
  expect(words).toContain('旧存 37＋新收 73＝结案 80＋退回 1＋未结 29');
  expect(words).toContain('成功率（÷受理）＝成功÷受理（旧存＋新收）');
  expect(words).toContain('待接收 2 件');
  expect(words).toContain('填报单位（盖章）：某市政协联动调解办公室');
  expect(words).toContain('审核人：______');
  expect(words).toContain('填报日期：______年____月____日');
  const dated = textOf((await sheetsOf({ reportedOn: localDate('2024-04-05') })).统计表);
  expect(dated).toContain('填报日期：2024年4月5日');
});

test('the list of cases is masked unless it is asked for with names, and never holds a number of a person', async () => {
  const masked = (await sheetsOf()).明细;
  expect(masked?.rows[3]?.slice(6, 8)).toEqual(['甲某1、甲某2', '某商贸有限公司、呼某']);
  expect(textOf(masked)).not.toMatch(/小明|呼格吉勒|测试商贸/);
  const named = (await sheetsOf({ masked: false })).明细;
  expect(named?.rows[3]?.slice(6, 8)).toEqual(['甲小明、甲大明', '某市测试商贸有限公司、呼格吉勒·测试']);
});

test('the sums of the list are those of the cases that succeeded in the period', async () => {
  const [first, pending, confirmed] = (await sheetsOf()).明细?.rows.slice(3) ?? [];
  expect(first?.slice(13, 16)).toEqual([123_456.78, 100_000.05, 50_000]);
  expect(first?.slice(17)).toEqual(['新收', '结案', '成功、部分达成']);
  expect(pending?.slice(11, 13)).toEqual([null, null]);
  expect(pending?.slice(17, 19)).toEqual(['旧存', '未结']);
  expect(confirmed?.slice(14, 16)).toEqual([null, null]);
  expect(confirmed?.[19]).toBe('司法确认');
});

test('text stays text: no formula, error value or number is made of it', async () => {
  const bytes = await monthlyReportXlsx(input());
  const { sheets } = await readXlsx(bytes, { readStyles: true });
  const details = sheets.find(({ name }) => name === '明细');
  for (const [index, text] of hostile.entries()) {
    const place = 6 + index;
    expect(details?.rows[place]?.[8], text).toBe(text);
    expect(details?.cells?.get(`${place},8`)?.formula).toBeUndefined();
  }
  const sectors = sheets.find(({ name }) => name === '统计表')?.rows.map(([label]) => label);
  expect(sectors).toContain('#N/A');
});

test('the same report on the same day gives the same bytes, on another day others', async () => {
  const first = await monthlyReportXlsx(input());
  expect(await monthlyReportXlsx(input())).toEqual(first);
  expect(await monthlyReportXlsx(input({ generatedOn: localDate('2024-04-06') }))).not.toEqual(first);
});

test('a year stands beside the year before, without a year to date', async () => {
  const sheets = await sheetsOf({
    report: aReport({ request: { kind: 'year', year: 2024 }, yearToDate: null }),
  });
  expect(Object.keys(sheets)).toEqual(['统计表', '明细', '上年']);
  expect(sheets.统计表?.rows[0]?.[0]).toBe('2024年“政协+法院”联动调解案件统计表');
  expect(rowsNamed(sheets.统计表, '本年')).toHaveLength(1);
});

test('a page ends before a heading whose lines would come on the next, and before signatures', () => {
  const lines = [20, 20, 20, 20, 20, 20, 20, 20];
  expect(pageBreaks(lines, [], 100, 0)).toEqual([4]);
  expect(pageBreaks(lines, [], 100, 40)).toEqual([4]);
  expect(pageBreaks(lines, [{ from: 4, to: 6 }], 100, 0)).toEqual([3]);
  expect(pageBreaks(lines, [{ from: 5, to: 7 }], 100, 60)).toEqual([4, 6]);
  expect(pageBreaks([], [], 100, 0)).toEqual([]);
});

/** What LibreOffice makes of the file; without it nothing here can be said, and it is said so. */
const hasOffice = ['soffice', 'pdftotext', 'pdfinfo'].every(
  (tool) => spawnSync(tool, ['--version'], { stdio: 'ignore' }).error === undefined,
);
if (!hasOffice) {
  console.warn('NOT RUN: soffice, pdftotext and pdfinfo are needed to look at the monthly report as pages.');
}

describe.skipIf(!hasOffice)('in LibreOffice', () => {
  const folder = mkdtempSync(join(tmpdir(), 'monthly-report-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  function convert(to: string): void {
    execFileSync(
      'soffice',
      [
        `-env:UserInstallation=file://${join(folder, 'profile')}`,
        '--headless',
        '--convert-to',
        to,
        '--outdir',
        folder,
        join(folder, 'report.xlsx'),
      ],
      { stdio: 'ignore', timeout: 200_000 },
    );
  }

  /** The cells of a sheet, as LibreOffice shows them. */
  function shown(sheet: string): string[][] {
    const file = readdirSync(folder).find((name) => name.endsWith(`-${sheet}.csv`)) ?? '';
    return readFileSync(join(folder, file), 'utf8')
      .split(/\r?\n/)
      .map((line) => line.split('\t'));
  }

  beforeAll(async () => {
    writeFileSync(join(folder, 'report.xlsx'), await monthlyReportXlsx(input()));
    // Tabs, no quotes, UTF-8, every sheet, as shown.
    convert('csv:Text - txt - csv (StarCalc):9,,76,1,,0,false,false,true,false,false,-1');
    convert('pdf');
  }, 240_000);

  test('every number is shown as the screen shows it', () => {
    const table = shown('统计表');
    const line = (label: string) => table.find(([first]) => first === label) ?? [];
    for (const [label, each] of [
      ['本月', figures()],
      ['甲区人民法院', figures(exactlyBetween)],
      ['乙旗人民法院', figures(largest)],
    ] as const) {
      const { rates, claimFenOfClosed, agreedFen, paidFen } = each;
      expect(line(label).slice(1, 11), label).toEqual(marchRow.slice(0, 10).map(String));
      expect(line(label).slice(11, 14), label).toEqual(
        [rates.ofClosed, rates.ofAccepted, rates.ofMediated].map(formatRate),
      );
      expect(line(label).slice(14, 17), label).toEqual(
        [claimFenOfClosed, agreedFen, paidFen].map((sum) => formatWan(sum).replaceAll(',', '')),
      );
    }
    expect(line('=HYPERLINK("http://例.invalid","点我")')).toHaveLength(18);
    expect(line('#N/A')).toHaveLength(18);
    const details = shown('明细').map((cells) => cells[8]);
    for (const text of hostile.filter((each) => !each.includes('\n'))) expect(details).toContain(text);
    expect(shown('明细')[3]?.slice(10, 12)).toEqual(['2024-03-05', '2024-03-29']);
  });

  test('every page is A4 landscape and repeats the head; the signatures are not alone', () => {
    const information = execFileSync('pdfinfo', ['-f', '1', '-l', '999', join(folder, 'report.pdf')], {
      encoding: 'utf8',
    });
    const sizes = [...information.matchAll(/size:\s+([\d.]+) x ([\d.]+) pts/g)];
    expect(sizes.length).toBeGreaterThan(5);
    for (const [, width, height] of sizes) {
      expect([Math.round(Number(width)), Math.round(Number(height))]).toEqual([842, 595]);
    }
    const pages = execFileSync('pdftotext', ['-layout', join(folder, 'report.pdf'), '-'], {
      encoding: 'utf8',
    }).split('\f');
    const table = pages.slice(
      0,
      pages.findIndex((page) => page.includes('案件明细')),
    );
    expect(table.length).toBeGreaterThan(2);
    for (const page of table) expect(page).toMatch(/旧存\s+新收\s+受理/);
    const last = table.at(-1) ?? '';
    expect(last).toContain('填报单位（盖章）');
    expect(last).toContain('说明');
    expect(table.slice(0, -1).join('')).not.toContain('负责人');
  });
});
