import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { noTakenColumns, type PeriodFigures, type ReportTables } from '#shared/contract/statistics.ts';
import type { CountedCase } from '#shared/domain/counted-case.ts';
import { localDate, month } from '#shared/domain/local-date.ts';
import { fen } from '#shared/domain/money.ts';
import { cleanText } from '#shared/domain/names.ts';
import { monthPeriod } from '#shared/domain/reporting-period.ts';
import {
  casesTable,
  causeColumns,
  figureTable,
  type ReportTable,
  unitColumns,
} from '#shared/domain/statistics/tables.ts';
import { amountNames, type CountedValues, figureNames } from '#shared/domain/statistics.ts';
import { parseSeparatedText } from '../../src/main/spreadsheets/delimited-text.ts';
import { wanOf } from '../../src/main/spreadsheets/report/cells.ts';
import { pageBreaks } from '../../src/main/spreadsheets/report/pages.ts';
import { type ReportPaper, reportXlsx } from '../../src/main/spreadsheets/report.ts';
import { tableCsv } from '../../src/main/spreadsheets/report-csv.ts';
import { chanceOf } from '../support/chance.ts';

type Values = PeriodFigures['figures'];
const none = Object.fromEntries([...figureNames, ...amountNames].map((name) => [name, 0])) as Values;

function values(facts: Partial<CountedValues> = {}): Values {
  const counts = { opening: 37, received: 73, accepted: 110, closed: 80, succeeded: 33, failed: 47 };
  return { ...none, ...counts, mediated: 64, closing: 29, daysToClose: 1004, ...facts } as Values;
}

// 33 ÷ 80 = 41.25 %, 1.005 万元 and 12.55 days lie exactly between what is shown; all are rounded up.
const exactlyBetween = values({ claimFenOfClosed: 1_005_000, agreedFen: 2_675_000, paidFen: 145_000 });
const largest = values({ claimFenOfClosed: 99_999_999_999_900, agreedFen: 1, closed: 1_234_567 });
const before = values({ closed: 64, succeeded: 40, accepted: 96 });

const compared = (current: Values) => ({
  current,
  previous: before,
  yearBefore: values({ closed: 0, succeeded: 0 }),
  yearToDate: largest,
  yearToDateBefore: null,
});

const starts = [
  '=',
  '+',
  '-',
  '@',
  '＝',
  '＋',
  '\t',
  '|',
  '%',
  "'",
  '"',
  '#',
  ';',
  ',',
  '{',
  '!',
  '~',
  '_x0041_',
];
const middles = [
  '1+1',
  "cmd|' /C calc'!A0",
  'SUM(A1:A9)',
  'HYPERLINK("http://例.invalid","点我")',
  'REF!',
  'N/A',
  'DDE("cmd";"/C calc";"x")',
  '001234567890123456',
  '2024-03-05',
  '1E5',
  'TRUE',
  '<b>&amp;"</b>',
  'x0041_',
  '张三·测试',
  '㐀𠀀',
  '两,个"引号"',
  '0.1',
];

/** 300 strings that a spreadsheet program would take for something else. */
const nasty: readonly string[] = (() => {
  const chance = chanceOf(5);
  const made = new Set(starts.flatMap((start) => middles.map((middle) => `${start}${middle}`)).slice(0, 290));
  while (made.size < 300)
    made.add(`${chance.pick(starts)}${chance.integer(0, 9_999)}${chance.pick(middles)}`);
  return [...made];
})();

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
    clerk: null,
    sector: '经济',
    receivedOn: localDate('2024-03-05'),
    dueOn: localDate('2024-04-07'),
    claimFen: fen(123_456_78),
    ending: {
      on: localDate('2024-03-29'),
      code: 'C11',
      partly: true,
      agreedFen: fen(100_000_05),
      paidFen: fen(50_000_00),
    },
    confirmedOn: null,
    confirmationNumber: null,
    counted: ['received', 'closed', 'succeeded', 'partly', 'mediated'],
    ...facts,
  };
}

const march = month('2024-03');

type Paper = ReportPaper & { readonly report: ReportTables };

function paperOf(tables: readonly ReportTable[], facts: Partial<Paper> = {}): Paper {
  const period = { period: monthPeriod(march), figures: exactlyBetween, mediatorsWithCases: 3 };
  const report: ReportTables = {
    request: { kind: 'month', month: march },
    filter: [],
    current: period,
    previous: period,
    yearBefore: period,
    taken: noTakenColumns,
    yearToDate: period,
    yearToDateBefore: period,
    covered: null,
    periodName: '2024年3月',
    unit: 'court',
    filterWords: null,
    tables: [...tables],
    members: {
      people: 0,
      accepted: 0,
      succeeded: 0,
      claimFenOfClosed: fen(0),
      unknownPeople: 0,
      unknownAccepted: 0,
    },
    sentence: '',
    notes: ['核对：旧存 37＋新收 73＝结案 80＋退回 1＋未结 29，已逐案核对。'],
  };
  const profile = {
    name: '测试联动调解办公室',
    reportingUnit: '某市政协联动调解办公室',
    head: '甲负责',
    reviewer: null,
    preparer: '乙填表',
    phone: '0477-0000000',
  };
  const generatedOn = localDate('2024-04-05');
  const standing = { kind: 'open', countedOn: generatedOn } as const;
  return { report, profile, generatedOn, reportedOn: null, standing, ...facts };
}

function table(name: 'units' | 'causes', labels: readonly string[]): ReportTable {
  return figureTable({
    name,
    periodName: '2024年3月',
    unit: '件、万元',
    columns: name === 'units' ? unitColumns('court', false) : causeColumns(false),
    rows: labels.map((label, index) => ({
      label,
      slices: [],
      values: compared([exactlyBetween, largest, none][index % 3] ?? none),
    })),
    total: compared(exactlyBetween),
    comparisons: name === 'units' ? 'shorter' : null,
    notes: [],
  });
}

function list(cases: readonly CountedCase[], masked = true): ReportTable {
  const listed = cases.map((one, place) => ({ ...one, caseId: place + 1 }));
  return casesTable({ periodName: '2024年3月', cases: listed, masked, most: Number.POSITIVE_INFINITY });
}

const units = table('units', ['甲区人民法院', '乙旗人民法院', '未填']);
const many = table(
  'causes',
  Array.from({ length: 120 }, (_, index) => `测试案由${index + 1}纠纷`),
);
const nastyCases = nasty.map((name) => aCase({ mediatorName: name, causeName: name }));

test('300 strings that look like something else stay the text that they are, in workbook and csv', async () => {
  expect(nasty).toHaveLength(300);
  const { sheets } = await readXlsx(await reportXlsx(paperOf([table('causes', nasty), list(nastyCases)])), {
    readStyles: true,
  });
  for (const [sheet, column, first] of [
    [sheets[0], 1, 5],
    [sheets[1], 7, 4],
  ] as const) {
    for (const [index, text] of nasty.entries()) {
      expect(sheet?.rows[first + index]?.[column], text).toBe(cleanText(text));
      expect(sheet?.cells?.get(`${first + index},${column}`)?.formula).toBeUndefined();
    }
  }
  const written = tableCsv(list(nastyCases), paperOf([list(nastyCases)]));
  const lines = parseSeparatedText(written.slice(1), { rows: 999, columns: 99 });
  for (const [index, text] of nasty.entries()) {
    const read = lines[3 + index]?.[7] ?? '';
    expect(read, text).not.toMatch(/^[=+\-@\t\r＝＋－＠]/);
    expect(read.replace(/^'(?=[=+\-@\t\r＝＋－＠])/, '')).toBe(text);
  }
});

test('sums stand in 万元 to the fen, whatever is shown of them', () => {
  const sums = [0, 1, 99, 100, 1_005_000, 2_675_000, 515_848_212, 4_825_246_649, 99_999_999_999_900];
  for (let sum = 7; sum < 99_999_999_999_900; sum = sum * 3 + 1) sums.push(sum);
  for (const sum of sums) {
    const written = String(wanOf(fen(sum)));
    const exact = `${Math.floor(sum / 1_000_000)}.${String(sum % 1_000_000).padStart(6, '0')}`;
    expect(Number(written), written).toBe(Number(exact));
  }
});

test('the list of cases is masked unless it is asked for with names', () => {
  const names = (masked: boolean) =>
    list([aCase()], masked)
      .rows[0]?.cells.slice(5, 7)
      .map(({ text }) => text);
  expect(names(true)).toEqual(['甲某1、甲某2', '某商贸有限公司、呼某']);
  expect(names(false)).toEqual(['甲小明、甲大明', '某市测试商贸有限公司、呼格吉勒·测试']);
});

test('the sums of the list are those of the cases that succeeded in the period', () => {
  const cells = (facts: Partial<CountedCase>) => list([aCase(facts)]).rows[0]?.cells.map(({ text }) => text);
  expect(cells({})?.slice(15, 18)).toEqual(['100,000.05', '50,000.00', '部分到位']);
  // Closed in February, confirmed in March: its sums are February's.
  expect(cells({ counted: ['confirmed'] })?.slice(15)).toEqual(['', '', '', '', '司法确认']);
  expect(cells({ ending: null, counted: ['opening', 'accepted', 'closing'] })?.slice(13)).toEqual([
    '',
    '',
    '',
    '',
    '',
    '',
    '旧存、未结',
  ]);
});

test('a long list is whole, in its order, with its days as days and its words with their lines and spaces', async () => {
  const cases = Array.from({ length: 2_345 }, (_, place) =>
    aCase({
      internalNumber: `测政调〔2024〕${place + 1}号`,
      clerk: place % 2 === 0 ? ' 甲 <书记> & "乙"\n' : null,
      receivedOn: place % 3 === 0 ? null : localDate('2024-02-29'),
    }),
  );
  const { sheets } = await readXlsx(await reportXlsx(paperOf([list(cases)])));
  const rows = sheets[0]?.rows.slice(4, 4 + cases.length) ?? [];
  expect(rows.map(([number]) => number)).toEqual(cases.map((_, place) => place + 1));
  expect(rows.map((row) => row[2])).toEqual(cases.map(({ internalNumber }) => internalNumber));
  expect(rows.map((row) => row[11])).toEqual(cases.map(({ clerk }) => clerk));
  const day = new Date('2024-02-29T00:00:00Z');
  expect(rows.map((row) => row[9])).toEqual(
    cases.map(({ receivedOn }) => (receivedOn === null ? null : day)),
  );
  expect(sheets[0]?.rows[5 + cases.length]?.[0]).toMatch(/^说明：1．/);
});

test('the same report on the same day gives the same bytes, on another day others', async () => {
  const first = await reportXlsx(paperOf([units]));
  expect(await reportXlsx(paperOf([units]))).toEqual(first);
  expect(await reportXlsx(paperOf([units], { generatedOn: localDate('2024-04-06') }))).not.toEqual(first);
});

test('a page ends before a heading whose lines would come on the next, and before signatures', () => {
  const lines = [20, 20, 20, 20, 20, 20, 20, 20];
  expect(pageBreaks(lines, [], 100, 0)).toEqual([4]);
  expect(pageBreaks(lines, [], 100, 40)).toEqual([4]);
  expect(pageBreaks(lines, [{ from: 4, to: 6 }], 100, 0)).toEqual([3]);
  expect(pageBreaks(lines, [{ from: 5, to: 7 }], 100, 60)).toEqual([4, 6]);
  expect(pageBreaks([], [], 100, 0)).toEqual([]);
});

test('a paper says whether its month is closed, and a list can be filtered and held against the tables', async () => {
  const closed = {
    kind: 'closed',
    at: '2024-04-05T01:02:03.000Z',
    by: '测试员',
    sequence: 2,
    contentSha256: 'abecdee12777'.padEnd(64, '0'),
  } as const;
  const pages = async (facts: Partial<Paper>) =>
    (await readXlsx(await reportXlsx(paperOf([units, many, list([aCase(), aCase()])], facts)))).sheets;
  for (const sheet of await pages({ standing: closed })) {
    expect(sheet.rows[1]).toContain('2024年4月5日 09:02 测试员锁定（第2次），校验值 abecdee12777');
  }
  const sheets = await pages({});
  for (const sheet of sheets) expect(sheet.rows[1]).toContain('数据截至2024年4月5日，未锁定');
  const cases = sheets.at(-1);
  expect(cases?.autoFilter?.range).toBe('A4:T6');
  expect(cases?.rows[6]?.slice(0, 3)).toEqual([null, '合计', '2件']);
  expect(cases?.rows[6]?.slice(15, 17)).toEqual([200_000.1, 100_000]);
});

test('csv says what the screen says, so that a spreadsheet program reads its numbers as numbers', () => {
  const [, ...lines] = parseSeparatedText(tableCsv(units, paperOf([units])).slice(1), {
    rows: 99,
    columns: 99,
  });
  const shown = units.rows[0]?.cells ?? [];
  const read = lines[2] ?? [];
  expect(shown.map(({ kind }) => kind)).toContain('growth');
  for (const [column, { kind, text }] of shown.entries()) {
    if (kind === 'wan') expect(read[column]).toBe(text.replaceAll(',', ''));
    if (kind === 'growth') expect(read[column], text).toMatch(/^-?\d+\.\d%$/);
  }
});

/** What LibreOffice makes of the file; without it nothing here can be said, and it is said so. */
const hasOffice = ['soffice', 'pdftotext', 'pdfinfo'].every(
  (tool) => spawnSync(tool, ['--version'], { stdio: 'ignore' }).error === undefined,
);
if (!hasOffice) {
  console.warn('NOT RUN: soffice, pdftotext and pdfinfo are needed to look at the report as pages.');
}

describe.skipIf(!hasOffice)('in LibreOffice', () => {
  const folder = mkdtempSync(join(tmpdir(), 'report-workbook-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const tables = [units, many, list(nastyCases)];

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
  function shown(sheet: string): readonly (readonly string[])[] {
    const file = readdirSync(folder).find((name) => name.endsWith(`-${sheet}.csv`)) ?? '';
    return parseSeparatedText(readFileSync(join(folder, file), 'utf8'), { rows: 9_999, columns: 99 });
  }

  function pages(): readonly string[] {
    return execFileSync('pdftotext', ['-layout', join(folder, 'report.pdf'), '-'], {
      encoding: 'utf8',
    }).split('\f');
  }

  beforeAll(async () => {
    writeFileSync(join(folder, 'report.xlsx'), await reportXlsx(paperOf(tables)));
    // Commas, quotes around texts, UTF-8, every sheet, as shown.
    convert('csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,true,false,false,-1');
    convert('pdf');
  }, 240_000);

  test('every cell is shown as the screen shows it', () => {
    for (const each of tables) {
      const rows = shown(each.tab);
      const first = each.name === 'cases' ? 4 : 5;
      for (const [index, { cells }] of each.rows.entries()) {
        const read = rows[first + index]?.slice(0, cells.length);
        const expected = cells.map(({ text }) => cleanText(text));
        expect(read, `${each.tab} ${index + 1}`).toEqual(expected);
      }
    }
  });

  test('every page is A4 landscape with its head, and nothing is shown as ###', () => {
    const information = execFileSync('pdfinfo', ['-f', '1', '-l', '999', join(folder, 'report.pdf')], {
      encoding: 'utf8',
    });
    const sizes = [...information.matchAll(/size:\s+([\d.]+) x ([\d.]+) pts/g)];
    for (const [, width, height] of sizes) {
      expect([Math.round(Number(width)), Math.round(Number(height))]).toEqual([842, 595]);
    }
    const all = pages().filter((page) => page.trim() !== '');
    expect(all).toHaveLength(sizes.length);
    for (const page of all) expect(page).toMatch(/序号\s/);
    expect(all.join('')).not.toContain('###');
  });

  test('the table by unit lies on two sheets side by side, and the signatures are not alone', () => {
    const all = pages();
    const [first = '', second = ''] = all;
    expect(first).toContain('表一');
    expect(first).toMatch(/旧存\s/);
    expect(first).not.toContain('填报单位');
    expect(second).not.toContain('说明');
    expect(second).toContain('未锁定');
    expect(second).toContain('（续）');
    expect(second).toContain('诉争标的额');
    expect(second).toContain('甲区人民法院');
    expect(second).toContain('填报单位（盖章）：某市政协联动调解办公室');
    const causes = all.slice(
      2,
      all.findIndex((page) => page.includes('明细台账')),
    );
    expect(causes.length).toBeGreaterThan(2);
    expect(causes.at(-1)).toContain('负责人');
    expect(causes.at(-1)).toContain('说明');
    expect(causes.slice(0, -1).join('')).not.toContain('负责人');
  });
});
