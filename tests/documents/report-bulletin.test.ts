import { expect, test } from 'vitest';
import { wordsOf } from '#shared/documents/model.ts';
import { type BulletinFacts, reportBulletin } from '#shared/documents/report-bulletin.ts';
import { localDate, month } from '#shared/domain/local-date.ts';
import { fen } from '#shared/domain/money.ts';
import { monthPeriod } from '#shared/domain/reporting-period.ts';
import {
  type ComparedValues,
  causeColumns,
  figureTable,
  mediatorColumns,
  type ReportTable,
  reasonsTable,
  unitColumns,
} from '#shared/domain/statistics/tables.ts';
import { amountNames, type CountedValues, figureNames } from '#shared/domain/statistics.ts';

const none = Object.fromEntries([...figureNames, ...amountNames].map((name) => [name, 0])) as CountedValues;
const november = month('2024-11');

function values(facts: Partial<CountedValues>): CountedValues {
  return { ...none, ...facts };
}

const current = values({
  opening: 83,
  received: 67,
  receivedA: 57,
  receivedC: 10,
  accepted: 150,
  closed: 67,
  succeeded: 33,
  failed: 34,
  endedC21: 10,
  endedC24: 24,
  mediated: 55,
  closing: 83,
  overdue: 45,
  claimFenOfClosed: 317_810_000,
  agreedFen: 1_489_530_000,
  daysToClose: 1_087,
  confirmed: 6,
});
const previous = values({ received: 76, accepted: 144, closed: 61, succeeded: 23, mediated: 50 });

function compared(now: CountedValues): ComparedValues {
  return { current: now, previous, yearBefore: null, yearToDate: now, yearToDateBefore: null };
}

type Counts = Readonly<Record<string, number>>;

function table(name: 'units' | 'causes' | 'mediators', counts: Counts): ReportTable {
  return figureTable({
    name,
    periodName: '2024年11月',
    unit: '件、万元',
    columns:
      name === 'units'
        ? unitColumns('court', false)
        : name === 'causes'
          ? causeColumns(false)
          : mediatorColumns,
    rows: Object.entries(counts).map(([label, count]) => ({
      label,
      slices: [],
      values: compared(values({ received: count, closed: count, succeeded: count })),
    })),
    total: compared(current),
    comparisons: null,
    notes: [],
  });
}

function reasons(total: CountedValues): ReportTable {
  return reasonsTable({
    periodName: '2024年11月',
    isYear: false,
    total: compared(total),
    byChannel: { A: total, B: none, C: none },
    claimFen: new Map(),
    causes: new Map(),
  });
}

const courts = { 甲区人民法院: 18, 乙区人民法院: 16, 丙旗人民法院: 11, 丁旗人民法院: 3 };

function facts(more: Partial<BulletinFacts> = {}): BulletinFacts {
  return {
    request: { kind: 'month', month: november },
    period: monthPeriod(november),
    values: { ...compared(current), current },
    tables: [
      table('units', courts),
      table('causes', { 买卖合同纠纷: 13, 离婚纠纷: 4, 物业服务合同纠纷: 2 }),
      table('mediators', { 测试甲: 4, 测试乙: 3, 测试丙: 3, 测试丁: 3, 测试戊: 3, 测试己: 1 }),
      reasons(current),
    ],
    members: {
      people: 2,
      accepted: 1_200,
      succeeded: 3,
      claimFenOfClosed: fen(1_234_560_000),
      unknownPeople: 0,
      unknownAccepted: 0,
    },
    notes: ['一件案件登记计 1 件。'],
    filterWords: null,
    from: '测试联动调解办公室',
    to: null,
    datedOn: null,
    standing: '数据截至2024年12月2日，未锁定',
    ...more,
  };
}

function linesOf(given: BulletinFacts): readonly string[] {
  return reportBulletin(given).blocks.flatMap((block) =>
    block.role === 'table'
      ? [...block.head, ...block.rows].map((row) =>
          row.map(({ lines }) => lines.flat().map(wordsOf).join('')).join('|'),
        )
      : block.role === 'signatures'
        ? []
        : [block.runs.map(wordsOf).join('')],
  );
}

const wordsIn = (given: BulletinFacts) => linesOf(given).join('\n');

test('what did not happen is not told, and no sum has separators', () => {
  const words = linesOf(facts());
  expect(words).toContain(
    '2024年11月旧存83件，新收67件（环比下降11.8%），其中委派57件、综治中心及自行受理10件，共受理150件；结案67件（环比增长9.8%），期末未结83件，其中超期未结45件。登记簿中没有上年同期的数据，未作同比。',
  );
  expect(words).toContain(
    '调解成功33件（环比增长43.5%）；成功率按结案计为49.3%（环比上升11.5个百分点），按受理计为22.0%，按实际调解计为60.0%。',
  );
  expect(words).toContain(
    '结案案件诉争标的额317.81万元，成功案件协议金额1489.53万元；结案平均用时16.2天。裁定确认调解协议有效6件。',
  );
  expect(words).toContain('2024年11月，2名委员调解员参与调解1200件，调解成功3件，涉案金额1234.56万元。');
  expect(words.join('')).not.toMatch(/(?<![\d.])0件|÷结案|C\d\d/);
});

test('a month without cases is told in few words', () => {
  const words = wordsIn(
    facts({
      values: { ...compared(none), current: none },
      tables: [table('units', {}), table('causes', {}), table('mediators', {}), reasons(none)],
      members: { ...facts().members, people: 0, accepted: 0, succeeded: 0 },
    }),
  );
  expect(words).not.toMatch(/—|委员调解员参与|金额0|为%/);
  expect(words).toContain('本期没有新收案件。');
  expect(words).toContain('本期没有调解成功的案件。');
});

test('the days of a period are told only where its name would mean others', () => {
  expect(wordsIn(facts())).toContain('现将2024年11月“政协+法院”联动调解工作情况通报如下。');
  const own = { from: localDate('2024-10-26'), to: localDate('2024-11-25') };
  expect(wordsIn(facts({ period: own }))).toContain(
    '现将2024年11月（2024年10月26日至2024年11月25日）“政协+法院”联动调解工作情况通报如下。',
  );
});

test('a notice is addressed to somebody, or leaves the names to be written', () => {
  const addressed = (to: string | null) => linesOf(facts({ to })).find((line) => line.endsWith('：'));
  expect(addressed(null)).toBe('＿＿＿＿政协、＿＿＿＿人民法院：');
  expect(addressed('政协、法院')).toBe('＿＿＿＿政协、＿＿＿＿人民法院：');
  expect(addressed('测试市政协、法院')).toBe('测试市政协、＿＿＿＿人民法院：');
  expect(addressed('测试市政协社会和法制委员会')).toBe('测试市政协社会和法制委员会：');
});

test('those who are equal are all named, or none of them', () => {
  const told = (counts: Counts) =>
    linesOf(facts({ tables: [table('mediators', counts)] })).find((line) =>
      line.startsWith('调解成功件数'),
    ) ??
    linesOf(facts({ tables: [table('mediators', counts)] })).find((line) => line.startsWith('调解成功的'));
  const equal = (count: number, names: string) =>
    Object.fromEntries([...names].map((name) => [`测试${name}`, count]));
  expect(told({ 测试甲: 4, ...equal(3, '乙丙丁戊'), 测试己: 1 })).toBe(
    '调解成功件数居前的是测试甲4件，测试乙、测试丙、测试丁、测试戊各3件。',
  );
  expect(told({ 测试甲: 4, ...equal(3, '乙丙丁戊己庚'), 测试辛: 1 })).toBe('调解成功件数居前的是测试甲4件。');
  expect(told(equal(3, '甲乙丙丁戊己庚'))).toBeUndefined();
  expect(told({ 测试甲: 1 })).toBe('调解成功的是测试甲1件。');
  expect(told({ 测试甲: 2, 测试乙: 1 })).toBe('调解成功的是测试甲2件，测试乙1件。');
});

test('a ranking ends where the count changes, not among equals', () => {
  const people = [...'甲乙丙丁戊己庚辛壬癸子丑'].map((name, place) => [`测试${name}`, place < 9 ? 9 : 1]);
  const rows = linesOf(facts({ tables: [table('mediators', Object.fromEntries(people))] })).filter((line) =>
    /^\d+\|/.test(line),
  );
  expect(rows.map((line) => line.split('|').slice(0, 2))).toEqual([
    ...people.slice(0, 9).map(([name]) => ['1', name]),
    ...people.slice(9).map(([name]) => ['10', name]),
  ]);
});

test('what is not known of the roster is nothing for the public', () => {
  const words = wordsIn(
    facts({
      members: { ...facts().members, people: 0, accepted: 0, unknownPeople: 43, unknownAccepted: 150 },
    }),
  );
  expect(words).not.toMatch(/名册|委员调解员/);
});

test('problems and plans have their place, the notes are an annex, and the paper says whether its month is closed', () => {
  const { blocks } = reportBulletin(facts());
  const words = linesOf(facts());
  expect(words).toContain('（数据截至2024年12月2日，未锁定）');
  expect(words.filter((line) => /^[一二三四五六七]、/.test(line)).map((line) => line.slice(2))).toEqual([
    '总体情况',
    '各单位情况',
    '案由分布',
    '委员（调解员）履职情况',
    '未成功原因',
    '存在的问题',
    '下一步工作',
  ]);
  expect(words).toContain('附件：统计口径说明');
  const annex = blocks.findIndex(({ role }) => role === 'annexHead');
  expect(annex).toBeGreaterThan(blocks.findIndex(({ role }) => role === 'dateline'));
  expect(blocks.slice(annex).map(({ role }) => role)).toContain('note');
  expect(blocks.slice(0, annex).map(({ role }) => role)).not.toContain('note');
});
