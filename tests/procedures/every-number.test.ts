import { beforeAll, expect, onTestFinished, test } from 'vitest';
import type { CaseCursor, CaseRow, Counted } from '#shared/contract/cases.ts';
import type { ReportTables } from '#shared/contract/statistics.ts';
import { caseMarkCodes } from '#shared/domain/case-mark.ts';
import { caseSourceCodes } from '#shared/domain/channel.ts';
import { closingCodes, closings } from '#shared/domain/closing.ts';
import { addDays, localDate, month } from '#shared/domain/local-date.ts';
import type { Period, PeriodRequest } from '#shared/domain/reporting-period.ts';
import {
  comparedPeriods,
  disputeKindCodes,
  type OpenedCases,
  type OpeningOf,
  openingOf,
  openingsWithin,
  otherNumbers,
  type ReportCell,
  reportTableNames,
} from '#shared/domain/statistics/tables.ts';
import {
  type AmountName,
  amountNames,
  amounts,
  closingTimeBands,
  daysOfBand,
  figureNames,
  isAmount,
  isRatio,
  type MeasureName,
  measureNames,
  pendingAgeBands,
  ratios,
  type Slice,
  sliceDimensionNames,
} from '#shared/domain/statistics.ts';
import { openBeside } from '../../src/main/register/open.ts';
import type { Connection } from '../../src/main/register/query.ts';
import { countedWhere } from '../../src/main/register/statistics.ts';
import { aFilter } from '../support/builders.ts';
import { type Chance, chanceOf } from '../support/chance.ts';
import { anOffice, type OpenedOffice } from '../support/offices.ts';
import { aPlainCase, type PlainCase, writePlainCases, writePlainWorld } from '../support/plain-register.ts';

const first = localDate('2025-01-01');
const last = localDate('2026-11-20');

/** Besides the four of the plain world: causes of which 附表一 and 附表二 make lines of their own. */
const moreCauses = [
  { name: '机动车交通事故责任纠纷', group: 'traffic', level1: '侵权责任纠纷', level2: null, level3: null },
  {
    name: '追索劳动报酬纠纷',
    group: 'labour',
    level1: '劳动争议、人事争议',
    level2: '劳动争议',
    level3: '劳动合同纠纷',
  },
  {
    name: '物业服务合同纠纷',
    group: 'property',
    level1: '合同、准合同纠纷',
    level2: '合同纠纷',
    level3: '服务合同纠纷',
  },
] as const;

function aCase(chance: Chance): PlainCase {
  const receivedOn = chance.day(first, last);
  const ended = chance.likely(0.8);
  const code = chance.pick(closingCodes);
  const success = ended && closings[code].outcome === 'success';
  return aPlainCase({
    registeredOn: receivedOn,
    receivedOn: chance.likely(0.95) ? receivedOn : null,
    ending: ended
      ? { on: addDays(receivedOn, chance.integer(0, 120)), code, partly: chance.likely(0.2) }
      : null,
    channel: chance.pick(['A', 'B', 'C'] as const),
    source: chance.pick(caseSourceCodes),
    court: chance.pick([1, 2, 3, null]),
    cause: chance.pick([1, 2, 3, 4, 5, 5, 5, 6, 6, 7, null]),
    mediator: chance.pick([1, 2, 3, 4, 5, null]),
    sector: chance.pick(['经济', '教育', null]),
    studio: chance.pick([1, 2, null]),
    organisation: chance.pick([1, 2, 3, null]),
    district: chance.pick(['甲区', '乙旗', null]),
    marks: chance.likely(0.5) ? [chance.pick(caseMarkCodes)] : [],
    claimFen: chance.pick([null, 100_00, 50_000_00]),
    noProperty: chance.likely(0.5),
    agreedFen: success ? chance.integer(1, 900_000) : null,
    payments: success
      ? [{ fen: 700, cancelled: chance.likely(0.2), on: addDays(receivedOn, chance.integer(0, 200)) }]
      : [],
    termOn: success ? addDays(receivedOn, 130) : null,
    confirmedOn: success && chance.likely(0.3) ? addDays(receivedOn, 125) : null,
    appliedOn: success && chance.likely(0.4) ? addDays(receivedOn, 121) : null,
    dueOn: chance.likely(0.8) ? addDays(receivedOn, 30) : null,
    removed: chance.likely(0.05),
    platform: chance.likely(0.4),
    assisting: chance.likely(0.3) ? [chance.integer(1, 5)] : [],
  });
}

const requests: readonly PeriodRequest[] = [
  { kind: 'month', month: month('2026-10') },
  { kind: 'quarter', year: 2026, quarter: 2 },
  { kind: 'year', year: 2026 },
  { kind: 'days', from: localDate('2026-03-05'), to: localDate('2026-08-11') },
];
const filters: readonly (readonly Slice[])[] = [
  [],
  [{ dimension: 'channel', key: 'A' }],
  [
    { dimension: 'organisation', key: '2' },
    { dimension: 'mark', key: '' },
  ],
];

let cases: readonly PlainCase[];
beforeAll(() => {
  const chance = chanceOf(11);
  cases = Array.from({ length: 900 }, () => aCase(chance));
});

/** An office under the first of two 人民调解委员会, with every number by hand of 2026. */
async function anOfficeOfCommittees(): Promise<OpenedOffice & { readonly register: Connection }> {
  const opened = await anOffice();
  const { client } = opened;
  const register = openBeside(opened.dataDir);
  onTestFinished(() => void register.database.close());
  const { database } = register;
  database.exec('DELETE FROM courts; DELETE FROM cause_places; DELETE FROM organisations;');
  writePlainWorld(register);
  database.exec(`UPDATE organisations SET kind = 'peoplesMediation';
    INSERT INTO organisations (id, name, kind) VALUES (3, '丙调解中心', 'invitedMediation');`);
  for (const [place, { name, group, level1, level2, level3 }] of moreCauses.entries()) {
    database.prepare('INSERT INTO causes (id, edition, name) VALUES (?, 2025, ?)').run(place + 5, name);
    database
      .prepare('INSERT INTO cause_places (name, cause_group, level1, level2, level3) VALUES (?, ?, ?, ?, ?)')
      .run(name, group, level1, level2, level3 ?? (place === 0 ? name : null));
  }
  writePlainCases(register, cases);
  const { profile } = await client.office.overview();
  const { version, ...facts } = profile;
  await client.office.saveProfile({ version, profile: { ...facts, organisationId: 1 as never } });
  for (let number = 1; number <= 12; number += 1) {
    const of = month(`2026-${String(number).padStart(2, '0')}`);
    for (const figure of ['firstInstanceTraffic', 'trafficDisputes', 'firstInstanceCivil'] as const) {
      await client.handFigures.save({ month: of, name: figure, value: 40 + number, version: null });
    }
  }
  return { ...opened, register };
}

/** How many cases a number opens, and what they add to each sum. */
function behind(register: Connection, counted: OpenedCases | Counted) {
  const where = countedWhere(counted as Counted);
  const sum = (column: string) => `coalesce(sum(${column}), 0)`;
  const paid = `(SELECT coalesce(sum(p.amount_fen), 0) FROM payments p WHERE p.case_id = f.case_id
    AND p.cancelled_at IS NULL AND p.paid_on BETWEEN '${counted.period.from}' AND '${counted.period.to}')`;
  const [found] = register.readable.plain<Record<string, number>>(
    `SELECT count(*) AS cases, ${sum('f.claim_fen')} AS claim, ${sum('f.agreed_fen')} AS agreed,
       ${sum('f.paid_fen')} AS paid, ${sum(paid)} AS paidInPeriod,
       ${sum('julianday(f.ended_on) - julianday(f.received_on)')} AS days,
       ${sum('(SELECT count(*) FROM parties p WHERE p.case_id = f.case_id)')} AS parties
     FROM case_figures f WHERE ${where.sql}`,
    ...where.parameters,
  );
  if (found === undefined) throw new Error('A count always has a row.');
  return found;
}

/** What the cases behind a number must come to: their count, or the sum that the number is. */
function expectedOf(cell: ReportCell, measure: MeasureName | null): readonly [string, number] {
  const sumOf = (name: AmountName) => amounts[name].of;
  switch (cell.kind) {
    case 'count':
      return [measure !== null && isAmount(measure) ? sumOf(measure) : 'cases', cell.value];
    case 'wan':
    case 'yuan':
      return [measure !== null && isAmount(measure) ? sumOf(measure) : 'claim', cell.fen];
    case 'percent':
    case 'days': {
      const numerator = measure !== null && isRatio(measure) ? ratios[measure].numerator : null;
      return [numerator !== null && isAmount(numerator) ? sumOf(numerator) : 'cases', cell.numerator];
    }
    default:
      throw new Error(`A cell of kind ${cell.kind} opens no cases.`);
  }
}

/** Lines of 附表 that show a sum or a mean: which one, by their label. */
const itemMeasures: Readonly<Record<string, MeasureName>> = {
  协议金额: 'agreedFen',
  协议涉及金额: 'agreedFen',
  涉及当事人: 'partiesOfClosed',
  平均天数: 'averageDays',
};

function openingIn(report: ReportTables): OpeningOf {
  const periods = Object.fromEntries(comparedPeriods.map((of) => [of, report[of].period]));
  return { filter: report.filter, periods: periods as Record<(typeof comparedPeriods)[number], Period> };
}

test('every number of every table opens exactly its cases, or says why it counts none', async () => {
  const { client, register } = await anOfficeOfCommittees();
  const reasons = new Set<string>();
  let opened = 0;
  for (const request of requests) {
    for (const filter of filters) {
      for (const unit of ['court', 'district', 'studio'] as const) {
        const tables = unit === 'court' ? [...reportTableNames] : (['units'] as const);
        const report = await client.statistics.tables({
          request,
          filter: [...filter],
          unit,
          tables: [...tables],
        });
        const of = openingIn(report);
        for (const table of report.tables) {
          for (const row of table.rows) {
            const label = row.cells[1]?.text ?? '';
            for (const [place, column] of table.columns.entries()) {
              const cell = row.cells[place];
              if (cell === undefined) throw new Error('A row has a cell for every column.');
              const name = `${table.name} ${label} ${column.head} ${cell.text} of ${JSON.stringify([request, filter])}`;
              for (const { counted, count } of openingsWithin(of, row, cell)) {
                expect(behind(register, counted).cases, name).toBe(count);
                opened += 1;
              }
              const opening = openingOf(of, row, column, cell);
              if (opening === null) {
                expect(['text', 'day', 'none', 'blank'], name).toContain(cell.kind);
                // Words with numbers in them are names of cases, dates and the like, but for causes with their counts.
                if (cell.kind === 'text' && column.head === '主要案由') {
                  expect(cell.text === '' || cell.counts !== undefined, name).toBe(true);
                }
                continue;
              }
              if (opening.kind !== 'cases') {
                reasons.add(opening.says);
                continue;
              }
              const measure = column.measure ?? itemMeasures[label] ?? null;
              const [what, value] = expectedOf(cell, measure);
              expect(
                opening.counted.summed === undefined ? 'cases' : amounts[opening.counted.summed].of,
                name,
              ).toBe(what);
              expect(behind(register, opening.counted)[what], name).toBe(value);
              opened += 1;
            }
          }
        }
      }
    }
  }
  expect(opened).toBeGreaterThan(5000);
  // No number is left out but for these.
  expect([...reasons].toSorted()).toEqual(
    [
      ...Object.values(otherNumbers),
      '没有案件',
      '变动多少，没有自己的案件：比较的两个数各在自己的一栏',
      '手工填报的数，不是登记簿里的案件：查看各月填报的数',
      '同期一审民商事新收还没有填：去填',
      '同期道交一审新收还没有填：去填',
      '同期全部道交纠纷还没有填：去填',
    ].toSorted(),
  );
}, 300_000);

test('every figure, sum and ratio of every row of every dimension opens its cases, in each column of the report', async () => {
  const { client, register } = await anOfficeOfCommittees();
  for (const request of requests) {
    const tables = [...sliceDimensionNames];
    const report = await client.statistics.report({ request, tables, compared: true });
    const held = (values: Readonly<Record<string, number>>, period: Period, slices: readonly Slice[]) => {
      for (const figure of figureNames) {
        const { cases: found } = behind(register, { figure, period, slices: [...slices] });
        expect(found, `${figure} ${JSON.stringify(slices)}`).toBe(values[figure]);
      }
      for (const name of amountNames) {
        const { of, over: figure } = amounts[name];
        const found = behind(register, { figure, period, slices: [...slices] })[of];
        expect(found, `${name} ${JSON.stringify(slices)}`).toBe(values[name]);
      }
    };
    for (const of of comparedPeriods) held(report[of].figures, report[of].period, []);
    if (request.kind !== 'month') continue;
    for (const { dimension, rows } of report.tables) {
      for (const row of rows) held(row.current, report.current.period, [{ dimension, key: row.key }]);
    }
  }
}, 300_000);

test('every cell of a table of one’s own opens the cases of its two sides', async () => {
  const { client, register } = await anOfficeOfCommittees();
  const [request] = requests;
  if (request === undefined) throw new Error('There are requests.');
  const shapes = [
    ['cause', 'channel'],
    ['mark', 'closing'],
    ['mediator', 'month'],
  ] as const;
  for (const [place, measure] of measureNames.entries()) {
    const [rows, columns] = shapes[place % shapes.length] ?? shapes[0];
    const asked = { request, filter: [{ dimension: 'channel', key: 'A' } as const], rows, columns, measure };
    const pivot = await client.statistics.pivot(asked);
    const sides = isRatio(measure) ? [ratios[measure].numerator, ratios[measure].denominator] : [measure];
    const held = (cell: { numerator: number; denominator: number }, period: Period, slices: Slice[]) => {
      for (const [side, name] of sides.entries()) {
        if (isRatio(name)) throw new Error('A side of a ratio is no ratio.');
        const [figure, what] = isAmount(name) ? [amounts[name].over, amounts[name].of] : [name, 'cases'];
        const found = behind(register, { figure, period, slices: [...asked.filter, ...slices] })[what];
        expect(found, `${measure} ${JSON.stringify(slices)}`).toBe(
          side === 0 ? cell.numerator : cell.denominator,
        );
      }
    };
    const rowOf = (key: string): Slice => ({ dimension: rows, key });
    const columnOf = (key: string): Slice[] => (columns === 'month' ? [] : [{ dimension: columns, key }]);
    for (const [down, row] of pivot.rows.entries()) {
      const total = pivot.rowTotals[down];
      if (total !== undefined) held(total, pivot.period, [rowOf(row.key)]);
      for (const [across, column] of pivot.columns.entries()) {
        const cell = pivot.cells[down]?.[across];
        if (cell !== undefined) held(cell, column.period, [rowOf(row.key), ...columnOf(column.key)]);
      }
    }
    for (const [across, column] of pivot.columns.entries()) {
      const cell = pivot.columnTotals[across];
      if (cell !== undefined) held(cell, column.period, columnOf(column.key));
    }
    held(pivot.total, pivot.period, []);
  }
}, 120_000);

test('every number beside the plots opens its cases: bands of days, what is left over, months together', async () => {
  const { client, register } = await anOfficeOfCommittees();
  for (const request of requests) {
    for (const filter of filters) {
      const shown = await client.plots.dashboard({ request, filter: [...filter] });
      const { period } = shown.current;
      const count = (more: Partial<Counted> & Pick<Counted, 'figure'>) => {
        const { slices = [], ...rest } = more;
        return behind(register, { period, ...rest, slices: [...filter, ...slices] }).cases;
      };
      for (const [place, cases] of shown.closingTimes.bands.entries()) {
        expect(count({ figure: 'closed', days: daysOfBand(closingTimeBands, place) }), `${place}`).toBe(
          cases,
        );
      }
      for (const [place, { cases, overdue }] of shown.pendingAges.entries()) {
        const days = daysOfBand(pendingAgeBands, place);
        expect([count({ figure: 'closing', days }), count({ figure: 'overdue', days })]).toEqual([
          cases,
          overdue,
        ]);
      }
      for (const { dimension, rows, rest, unfilled } of [shown.causes, shown.mediators, shown.courts]) {
        const noneOf = [...rows.map(({ key }) => key), ''].map((key): Slice => ({ dimension, key }));
        for (const figure of ['received', 'closed', 'succeeded', 'closing', 'overdue'] as const) {
          const left = rest?.[figure] ?? 0;
          // Without a rest the rows and what is not filled in are everything.
          expect(count({ figure, noneOf }), `${dimension} ${figure}`).toBe(left);
          if (unfilled !== null) {
            expect(count({ figure, slices: [{ dimension, key: '' }] })).toBe(unfilled[figure]);
          }
        }
      }
      const [from, to] = [shown.months[0]?.period.from, shown.months.at(-1)?.period.to];
      if (from === undefined || to === undefined) throw new Error('There are always months.');
      for (const figure of ['received', 'closed', 'succeeded'] as const) {
        const all = shown.months.reduce((sum, each) => sum + each[figure], 0);
        // By the closing the state at the end of each month is another.
        expect(count({ figure, period: { from, to } }), figure).toBe(all);
      }
    }
  }
}, 120_000);

test('the kinds of dispute tell every closed case apart once', async () => {
  const { register } = await anOfficeOfCommittees();
  const period = { from: first, to: last };
  const counted = { figure: 'closed', period, slices: [] } as const;
  const byKind = disputeKindCodes.map(
    (group) => behind(register, { ...counted, slices: [], group }).cases ?? 0,
  );
  expect(byKind.reduce((sum, one) => sum + one, 0)).toBe(behind(register, { ...counted, slices: [] }).cases);
  expect(byKind.filter((one) => one > 0).length).toBeGreaterThan(3);
});

test('the list behind every sum says what each case adds, the most first, and comes to the sum page by page', async () => {
  const { client } = await anOfficeOfCommittees();
  for (const request of requests) {
    const { current } = await client.statistics.report({ request });
    for (const name of amountNames) {
      const counted = {
        figure: amounts[name].over,
        period: current.period,
        slices: [],
        summed: name,
      } satisfies Counted;
      const filter = aFilter({ counted });
      const told = await client.cases.count({ filter });
      expect(told, name).toEqual({
        count: current.figures[amounts[name].over],
        sum: current.figures[name],
      });
      const added: number[] = [];
      const ids = new Set<number>();
      let after: CaseCursor | null = null;
      do {
        const page: { rows: CaseRow[]; next: CaseCursor | null } = await client.cases.list({
          filter,
          after,
          limit: 50,
        });
        for (const row of page.rows) {
          added.push(row.adds ?? Number.NaN);
          ids.add(row.id);
        }
        after = page.next;
      } while (after !== null);
      expect(ids.size, name).toBe(told.count);
      expect(
        added.reduce((sum, one) => sum + one, 0),
        name,
      ).toBe(told.sum);
      expect(added, name).toEqual(added.toSorted((one, other) => other - one));
    }
  }
  const { rows } = await client.cases.list({ filter: aFilter(), after: null, limit: 1 });
  expect(rows[0]).not.toHaveProperty('adds');
}, 120_000);
