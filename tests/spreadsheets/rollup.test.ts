import { readXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import type { RollupReport, RollupRow } from '#shared/contract/rollups.ts';
import { localDate, month } from '#shared/domain/local-date.ts';
import { sumOfUnits } from '#shared/domain/rollup.ts';
import { amountNames, type CountedValues, figureNames } from '#shared/domain/statistics.ts';
import { rollupCsv, rollupXlsx } from '../../src/main/spreadsheets/rollup.ts';

type Figures = RollupReport['total'];
const october = month('2026-10');
const none = Object.fromEntries([...figureNames, ...amountNames].map((name) => [name, 0]));

function values(facts: Partial<CountedValues>): Figures {
  return { ...none, ...facts } as Figures;
}

function row(name: string, region: string | null, figures: Figures | null): RollupRow {
  const state = figures === null ? 'missing' : 'closed';
  return {
    key: name,
    name,
    kind: 'office',
    uid: null,
    own: false,
    level: figures === null ? null : 'banner',
    region,
    months: [{ month: october, state, sequence: 1, period: null }],
    state,
    marks: [],
    figures,
    yearBefore: figures === null ? null : values({ succeeded: 2 }),
  };
}

const first = values({
  received: 3,
  accepted: 3,
  closed: 2,
  succeeded: 1,
  closing: 1,
  claimFenOfClosed: 1_234_567,
});
const second = values({ received: 1234, accepted: 1234, closed: 1234, succeeded: 617, agreedFen: 50_000 });
const third = values({ received: 1, accepted: 1, closing: 1 });
const rows = [
  row('=HYPERLINK("x")测试室', '甲区', first),
  row('甲区第二测试室', '甲区', second),
  row('乙旗测试室', '乙旗', third),
  row('没有报的测试室', null, null),
];
const sum = (all: readonly Figures[]) => sumOfUnits(all) as Figures;
const report: RollupReport = {
  request: { kind: 'month', month: october },
  periodName: '2026年10月',
  period: { from: localDate('2026-10-01'), to: localDate('2026-10-31') },
  months: [october],
  rows,
  regions: [
    {
      region: '甲区',
      inTotal: 2,
      missing: 0,
      figures: sum([first, second]),
      yearBefore: values({ succeeded: 4 }),
    },
  ],
  total: sum([first, second, third]),
  totalYearBefore: values({ succeeded: 0 }),
  inTotal: 3,
  missing: ['没有报的测试室'],
  tables: [{ dimension: 'court', rows: [{ label: '甲区人民法院', figures: sum([first, second, third]) }] }],
  notes: ['缺 1 家，不在合计里：没有报的测试室。'],
};
const who = {
  name: '测试室',
  reportingUnit: '丁市测试工作室',
  head: null,
  reviewer: null,
  preparer: '测试员',
  phone: null,
};
const asked = { title: '2026年10月汇总表', who, madeOn: localDate('2026-11-03') };

test('the sums of a city print as the report of a month does: title, head, 小计 of a region, 合计, notes, signatures', async () => {
  const { sheets } = await readXlsx(await rollupXlsx(report, asked));
  const [units, courts] = sheets;
  expect(sheets.map(({ name }) => name)).toEqual(['各单位汇总', '按法院']);
  const words = units?.rows.map((cells) => cells.map((cell) => cell ?? '')) ?? [];
  expect(words[0]?.[0]).toBe(asked.title);
  expect(words[2]?.slice(0, 6)).toEqual(['序号', '地区', '单位', '级别', '情况', '旧存']);
  const names = words.slice(3, 9).map((cells) => cells.slice(0, 5));
  expect(names).toEqual([
    [1, '甲区', '=HYPERLINK("x")测试室', '旗区（县）', '已报，已锁定'],
    [2, '甲区', '甲区第二测试室', '旗区（县）', '已报，已锁定'],
    ['', '甲区', '小计', '', '2 家'],
    [3, '乙旗', '乙旗测试室', '旗区（县）', '已报，已锁定'],
    [4, '', '没有报的测试室', '', '缺'],
    ['', '', '合计（缺1家）', '', '3 家'],
  ]);
  // 旧存, 新收, 结案, …: numbers, and — where nobody handed in.
  expect(words[5]?.slice(5, 8)).toEqual([0, 1237, 1236]);
  expect(words[7]?.slice(5, 8)).toEqual(['—', '—', '—']);
  expect(words[3]?.[14]).toBe(1.234567);
  // 上年同期 and 同比: 618 against 4; of nothing there is no growth.
  expect(words[5]?.slice(17)).toEqual([4, 153.5]);
  expect(words[8]?.slice(17)).toEqual([0, '—']);
  const foot = words.slice(9).map(([cell]) => String(cell));
  expect(foot[0]).toBe('说明：1．缺 1 家，不在合计里：没有报的测试室。');
  expect(foot[1]).toContain('结案＝');
  expect(foot.at(-2)).toBe('填报单位（盖章）：丁市测试工作室');
  expect(words.at(-1)?.join('')).toContain('填表人：测试员');
  expect(courts?.rows.at(-2)?.[1]).toBe('合计（缺1家）');
  for (const sheet of sheets) {
    expect(sheet.pageSetup).toMatchObject({ orientation: 'landscape', paperSize: 'a4', fitToWidth: 1 });
  }
});

test('the same sums made on the same day give the same bytes', async () => {
  expect(await rollupXlsx(report, asked)).toEqual(await rollupXlsx(report, asked));
});

test('the csv bears the same rows, with nothing that a spreadsheet takes for a formula', () => {
  const lines = new TextDecoder().decode(rollupCsv(report, asked.title)).split('\r\n');
  expect(lines[2]?.startsWith('地区,单位,级别,情况,旧存,新收')).toBe(true);
  expect(lines[3]).toContain("'=HYPERLINK");
  expect(lines[5]).toBe('甲区,小计,,2 家,0,1237,1236,0,1,618,50.0%,50.0%,0.0,1.234567,0.05,0,4,+15350.0%');
  expect(lines[7]?.startsWith(',没有报的测试室,,缺,—,—')).toBe(true);
});
