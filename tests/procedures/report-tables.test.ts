import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { OfficeClient } from '#shared/contract/index.ts';
import type { ReportTables } from '#shared/contract/statistics.ts';
import { localDate, month } from '#shared/domain/local-date.ts';
import type { PeriodRequest } from '#shared/domain/reporting-period.ts';
import {
  comparedPeriods,
  memberNote,
  openingOf,
  type ReportCell,
  type ReportTable,
  type ReportTableName,
  reportTableNames,
} from '#shared/domain/statistics/tables.ts';
import type { Slice } from '#shared/domain/statistics.ts';
import { runCommand } from '../../src/main/cli/commands.ts';
import { createOffice, type Office } from '../../src/main/office.ts';
import type { JobDesk } from '../../src/main/procedures/job-desk.ts';
import { renderReport } from '../../src/main/procedures/report-export.ts';
import { openBeside } from '../../src/main/register/open.ts';
import { parseSeparatedText } from '../../src/main/spreadsheets/delimited-text.ts';
import { readParts } from '../documents/word-file.ts';
import { elementsOf, parseXml, textOf } from '../documents/xml.ts';
import { aFilter } from '../support/builders.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'report-tables-'));
let office: Office;
let client: OfficeClient;

beforeAll(async () => {
  office = await createOffice({ dataDir, clock: () => new Date('2026-11-20T12:00:00+08:00') });
  client = office.client(office.openSession());
  await client.office.begin({ name: '测试员' });
  const ledger = new URL('../../resources/demo/ledger-2024.xlsx', import.meta.url);
  const file = new File([readFileSync(ledger)], 'ledger-2024.xlsx');
  const task = await client.imports.run({ file, mapping: null });
  for (let step = await task.next(); ; step = await task.next()) if (step.done) break;
}, 60_000);
afterAll(async () => {
  await office.close();
  rmSync(dataDir, { recursive: true, force: true });
});

const march = { kind: 'month', month: month('2024-03') } as const;
const all: ReportTableName[] = [...reportTableNames];
const requests: readonly PeriodRequest[] = [
  march,
  { kind: 'quarter', year: 2024, quarter: 2 },
  { kind: 'halfYear', year: 2024, half: 2 },
  { kind: 'year', year: 2024 },
  { kind: 'days', from: localDate('2024-02-26'), to: localDate('2024-03-25') },
];

type Exported = { readonly request: PeriodRequest } & Pick<
  Parameters<typeof renderReport>[0],
  'tables' | 'format'
>;

/** The job of the worker thread, carried out here: starting a thread for each file takes longer than its work. */
async function exported(asked: Exported): Promise<Uint8Array> {
  const register = openBeside(dataDir);
  const desk = { register, now: '2026-11-20T04:00:00Z', progress: () => {} };
  const input = { filter: [], unit: 'court', masked: true, ...asked } as const;
  try {
    return await renderReport(input, desk as unknown as JobDesk);
  } finally {
    register.database.close();
  }
}

function tableNamed(report: Pick<ReportTables, 'tables'>, name: ReportTableName): ReportTable {
  const found = report.tables.find((table) => table.name === name);
  if (found === undefined) throw new Error(`The report has no table ${name}.`);
  return found;
}

/** What a number cell must hold, worked out anew. */
function expectedValue(cell: ReportCell): unknown {
  switch (cell.kind) {
    case 'count':
    case 'number':
      return cell.value;
    case 'wan':
      return Number((cell.fen / 1e6).toFixed(6));
    case 'yuan':
      return Number((cell.fen / 100).toFixed(2));
    case 'percent':
    case 'days':
      return cell.numerator / cell.denominator;
    case 'growth':
      return (cell.now - cell.base) / cell.base;
    case 'day':
      return new Date(`${cell.day}T00:00:00Z`);
    default:
      return cell.text === '' ? null : cell.text;
  }
}

/** The cells of a docx table, row by row. */
function wordTables(bytes: Uint8Array): string[][][] {
  const document = parseXml(readParts(bytes).get('word/document.xml') ?? '');
  return elementsOf(document, 'w:tbl').map((table) =>
    elementsOf(table, 'w:tr').map((row) => elementsOf(row, 'w:tc').map((cell) => textOf(cell))),
  );
}

test.each(requests)('screen, workbook, csv, Word and command line say the same of %j', async (request) => {
  const report = await client.statistics.tables({ request, tables: all });

  const { sheets } = await readXlsx(await exported({ request, tables: all, format: 'xlsx' }));
  expect(sheets.map(({ name }) => name)).toEqual(report.tables.map(({ tab }) => tab));
  for (const table of report.tables) {
    const rows = sheets.find(({ name }) => name === table.tab)?.rows ?? [];
    const first = table.columns.some(({ group }) => group !== null) ? 5 : 4;
    for (const [index, row] of table.rows.entries()) {
      const cells = row.cells.map((_, column) => rows[first + index]?.[column] ?? null);
      expect(cells, `${table.tab} ${index}`).toEqual(row.cells.map(expectedValue));
    }
  }

  const files = readParts(await exported({ request, tables: all, format: 'csv' }));
  expect(files.size).toBe(report.tables.length);
  for (const table of report.tables) {
    const text = files.get(`${table.number}-${table.tab}.csv`) ?? '';
    expect(text.startsWith('\uFEFF')).toBe(true);
    const lines = parseSeparatedText(text.slice(1), { rows: 9_999, columns: 99 });
    for (const [index, row] of table.rows.entries()) {
      const read = lines[3 + index] ?? [];
      for (const [column, cell] of row.cells.entries()) {
        const isNumber = ['count', 'number', 'wan', 'yuan', 'growth'].includes(cell.kind);
        const shown = isNumber ? cell.text.replaceAll(',', '').replace('−', '-') : cell.text;
        expect(read[column], `${table.tab} ${index}`).toBe(shown.replace(/^\+(?=\d)/, ''));
      }
    }
  }

  if (request.kind === 'month' || request.kind === 'year') {
    const { json } = await runCommand(
      client,
      { command: 'report', period: request, out: undefined },
      () => {},
    );
    const { tables } = json as { tables: { name: string; rows: string[][] }[] };
    for (const { name, rows } of tables) {
      expect(rows).toEqual(
        tableNamed(report, name as ReportTableName).rows.map(({ cells }) => cells.map(({ text }) => text)),
      );
    }
    expect(tables.map(({ name }) => name)).toEqual(['units', 'causes', 'mediators', 'reasons', 'traffic']);
  }

  const bytes = await exported({ request, tables: null, format: 'docx' });
  const cellsOf = (name: ReportTableName) =>
    tableNamed(report, name).rows.map(({ cells }) => cells.map(({ text }) => text.replace(/^C\d+ /, '')));
  const printed = wordTables(bytes);
  expect(printed).toHaveLength(4);
  const names = ['units', 'causes', 'mediators', 'reasons'] as const;
  for (const [index, name] of names.entries()) {
    for (const words of (printed[index] ?? []).slice(1)) {
      // A ranking's own column is its place; everything else stands in the row of that name.
      const told = name === 'causes' || name === 'mediators' ? words.slice(1) : words;
      const row = cellsOf(name).find((cells) => cells[1] === told[0]) ?? [];
      for (const word of told) expect(row, `${name} ${told[0]}`).toContain(word);
    }
  }
  const words = textOf(parseXml(readParts(bytes).get('word/document.xml') ?? ''));
  const { current } = report;
  expect(words).toContain(`新收${current.figures.received}件`);
  expect(words).toContain(`结案${current.figures.closed}件`);
  const aboutMembers = memberNote(report.members);
  expect(report.members.people).toBe(0);
  expect(words).not.toContain(report.sentence);
  for (const note of report.notes.filter((one) => one !== aboutMembers)) expect(words).toContain(note);
});

const filters: readonly (readonly Slice[])[] = [
  [],
  [{ dimension: 'channel', key: 'A' }],
  [{ dimension: 'causeLevel2', key: '合同纠纷' }],
];

test.each(filters)(
  'every table sums to the report’s own figures, filtered by %j or not',
  async (...filter) => {
    for (const unit of ['court', 'district', 'studio'] as const) {
      const report = await client.statistics.tables({ request: march, filter, unit, tables: all });
      const { current, yearToDate, previous } = await client.statistics.report({ request: march, filter });
      expect([report.current, report.yearToDate, report.previous]).toEqual([current, yearToDate, previous]);
      for (const name of ['units', 'causes', 'mediators'] as const) {
        const table = tableNamed(report, name);
        const lines = table.rows.filter(({ kind }) => kind === 'line');
        const total = table.rows.find(({ kind }) => kind === 'total');
        for (const [index, { measure, opens }] of table.columns.entries()) {
          const sum = total?.cells[index];
          if (measure === null || opens === null || sum?.kind !== 'count') continue;
          expect(sum.value, `${name} ${measure}`).toBe(report[opens.of].figures[measure as 'closed']);
          const values = lines
            .map(({ cells }) => cells[index])
            .map((cell) => (cell?.kind === 'count' ? cell.value : Number.NaN));
          expect(
            values.reduce((one, other) => one + other, 0),
            `${name} ${measure}`,
          ).toBe(sum.value);
        }
      }
      const reasons = tableNamed(report, 'reasons');
      const counts = reasons.rows.map(({ cells }) =>
        cells[2]?.kind === 'count' ? cells[2].value : Number.NaN,
      );
      expect(counts.at(-1)).toBe(current.figures.failed);
      expect(counts.slice(0, -1).reduce((one, other) => one + other, 0)).toBe(current.figures.failed);
      const said = filter.map(({ key }) => (key === 'A' ? '通道＝委派调解' : '二级案由＝合同纠纷'));
      expect(report.filterWords).toBe(said[0] ?? null);
    }
  },
);

test('the numbers before filing open the cases of both channels', async () => {
  const request = { kind: 'year', year: 2024 } as const;
  const report = await client.statistics.tables({ request, tables: ['traffic'] });
  const periods = Object.fromEntries(comparedPeriods.map((of) => [of, report[of].period])) as Record<
    (typeof comparedPeriods)[number],
    ReportTables['current']['period']
  >;
  const { rows, columns } = tableNamed(report, 'traffic');
  const place = columns.findIndex(({ head }) => head === '本期');
  const opens = async (label: string) => {
    const row = rows.find(({ cells }) => cells[1]?.text.startsWith(label));
    const [cell, column] = [row?.cells[place], columns[place]];
    if (row === undefined || cell === undefined || column === undefined) throw new Error(label);
    const opening = openingOf({ filter: [], periods }, row, column, cell);
    if (opening?.kind !== 'cases') throw new Error(`${label} opens nothing.`);
    const filter = aFilter({ counted: opening.counted });
    return { cell, count: (await client.cases.count({ filter })).count };
  };
  for (const label of ['诉前新收', '诉前调解成功（']) {
    const { cell, count } = await opens(label);
    expect(count, label).toBeGreaterThan(0);
    expect(cell, label).toMatchObject({ kind: 'count', value: count });
  }
  const rate = await opens('诉前成功率');
  expect(rate.cell).toMatchObject({ kind: 'percent', numerator: rate.count });
});

test('the list of cases is masked, and as long as the figures of the period', async () => {
  const report = await client.statistics.tables({ request: march, tables: ['cases'] });
  const table = tableNamed(report, 'cases');
  const counted = table.columns.findIndex(({ head }) => head === '本期计入');
  const told = (word: string) =>
    table.rows.filter(({ cells }) => cells[counted]?.text.split('、').includes(word)).length;
  const { opening, received, closed, succeeded, closing, overdue } = report.current.figures;
  expect([told('旧存'), told('新收'), told('结案'), told('成功'), told('未结'), told('超期未结')]).toEqual([
    opening,
    received,
    closed,
    succeeded,
    closing,
    overdue,
  ]);
  const applicants = table.columns.findIndex(({ head }) => head === '申请人');
  for (const { cells } of table.rows)
    expect(cells[applicants]?.text ?? '').toMatch(/^(?:|.*(?:某|[A-Z]).*)$/);
});

test('the table of the justice administration sums, and leaves to the hand what nobody knows', async () => {
  const before = await client.statistics.tables({ request: march });
  expect(before.tables.map(({ name }) => name)).not.toContain('peoplesMediation');
  const { id } = await client.office.saveOrganisation({
    id: null,
    version: null,
    organisation: {
      name: '测试人民调解委员会',
      kind: 'peoplesMediation',
      address: null,
      phone: null,
      active: true,
    },
  });
  const { profile } = await client.office.overview();
  const { version, ...facts } = profile;
  await client.office.saveProfile({ version, profile: { ...facts, organisationId: id } });
  const report = await client.statistics.tables({ request: march });
  const table = tableNamed(report, 'peoplesMediation');
  const value = (cell: ReportCell | undefined) => (cell?.kind === 'count' ? cell.value : 0);
  const sum = (group: string) =>
    table.rows
      .filter(({ cells }) => cells[0]?.text === group)
      .reduce((all, { cells }) => all + value(cells[3]), 0);
  const { closed, agreedFen } = report.current.figures;
  expect(value(table.rows[0]?.cells[3])).toBe(closed);
  expect(sum('纠纷类型')).toBe(closed);
  expect(sum('其中：来源')).toBe(closed);
  expect(table.rows.find(({ cells }) => cells[1]?.text === '协议涉及金额')?.cells[3]).toMatchObject({
    fen: agreedFen,
  });
  const byHand = table.rows.filter(({ cells }) => cells[1]?.text.endsWith('（手填）'));
  expect(byHand).toHaveLength(14);
  for (const { cells } of byHand) expect(cells[3]).toEqual({ kind: 'blank', text: '' });
});

test('a rate whose denominator is kept by hand is shown when every month of the period has it', async () => {
  const request = { kind: 'quarter', year: 2024, quarter: 1 } as const;
  const rateOf = async (label: string, column = 3) => {
    const report = await client.statistics.tables({ request, tables: ['traffic'] });
    const row = tableNamed(report, 'traffic').rows.find(({ cells }) => cells[1]?.text === label);
    return row?.cells[column];
  };
  expect(await rateOf('诉前分流率')).toEqual({
    kind: 'missing',
    figure: 'firstInstanceTraffic',
    months: ['2024-01', '2024-02', '2024-03'],
    text: '—（缺2024年1月至3月）',
  });
  const save = (of: string, value: number | null, version: number | null = null) =>
    client.handFigures.save({ month: month(of), name: 'firstInstanceTraffic', value, version });
  await save('2024-01', 10);
  await save('2024-03', 0);
  expect(await rateOf('诉前分流率')).toMatchObject({ text: '—（缺2024年2月）' });
  await save('2024-02', 4);
  const received = await rateOf('诉前新收（委派、自行受理）');
  const before = received?.kind === 'count' ? received.value : Number.NaN;
  expect(before).toBeGreaterThan(0);
  expect(await rateOf('诉前分流率')).toMatchObject({
    kind: 'percent',
    numerator: before,
    denominator: before + 14,
  });
  expect(await rateOf('应用率')).toMatchObject({ kind: 'missing' });
  // Denominators are the whole court's: they divide nothing that is filtered.
  const filtered = await client.statistics.tables({
    request,
    filter: [{ dimension: 'channel', key: 'A' }],
    tables: ['traffic'],
  });
  const row = tableNamed(filtered, 'traffic').rows.find(({ cells }) => cells[1]?.text === '诉前分流率');
  expect(row?.cells[3]).toEqual({ kind: 'none', text: '—' });
});

test('a mediator’s line says what the mediator’s record says, and members are counted by name', async () => {
  const report = await client.statistics.tables({ request: march, tables: ['mediators'] });
  const settings = await client.settings.all();
  await client.settings.save({
    version: settings.points.version,
    change: {
      subject: 'points',
      value: {
        note: null,
        rules: [
          { code: 'received', points: 1, most: null, note: null },
          { code: 'succeeded', points: 2.5, most: 5, note: null },
        ],
      },
    },
  });
  const again = await client.statistics.tables({ request: march, tables: ['mediators'] });
  const table = tableNamed(again, 'mediators');
  expect(report.members.unknownPeople + report.members.people).toBe(report.current.mediatorsWithCases);
  const points = table.columns.findIndex(({ head }) => head === '履职积分');
  let compared = 0;
  for (const row of table.rows.slice(0, 12)) {
    const id = row.slices?.[0]?.key;
    if (row.kind !== 'line' || id === undefined || id === '') continue;
    const record = await client.mediators.record({ id: Number(id) as never, period: again.current.period });
    expect(row.cells[points]).toEqual({
      kind: 'number',
      value: record.points.total,
      text: String(record.points.total),
    });
    compared += 1;
  }
  expect(compared).toBe(12);
});
