import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { ImportResult } from '#shared/contract/imports.ts';
import type { OfficeClient } from '#shared/contract/index.ts';
import type { SliceRow } from '#shared/contract/statistics.ts';
import { month } from '#shared/domain/local-date.ts';
import type { SliceDimension } from '#shared/domain/statistics.ts';
import { aCase, aFilter, aPerson } from '../support/builders.ts';
import { anOffice } from '../support/offices.ts';

type Slice = { received: number; closed: number; succeeded: number; agreedFen: number };
type Expected = {
  received: number;
  closed: number;
  succeeded: number;
  pending: number;
  mediatorsWithCases: number;
  claimFen: number;
  agreedFen: number;
  paidFen: number;
  judicialConfirmations: number;
  monthly: {
    month: string;
    opening: number;
    received: number;
    closed: number;
    closing: number;
    succeeded: number;
    claimFenOfClosed: number;
    agreedFen: number;
    paidFen: number;
  }[];
  byCause: Record<string, Slice>;
  byCourt: Record<string, Slice>;
  byChannel: Record<string, Slice>;
  byClosing: Record<string, Slice>;
  refusedRows: { sheetRow: number; column: string; value: string }[];
  warnedRows: { sheetRow: number; column: string; value: string }[];
};

const golden = new URL('../golden/ledger/', import.meta.url);
const expected = JSON.parse(readFileSync(new URL('ledger-2024.expected.json', golden), 'utf8')) as Expected;
const files = {
  xlsx: new URL('../../resources/demo/ledger-2024.xlsx', import.meta.url),
  'csv in GB18030': new URL('ledger-2024.gb18030.csv', golden),
};

function ledger(file: URL): File {
  return new File([readFileSync(file)], file.pathname.split('/').at(-1) ?? '');
}

async function importLedger(client: OfficeClient, file: URL): Promise<ImportResult> {
  const task = await client.imports.run({ file: ledger(file), mapping: null });
  for (let step = await task.next(); ; step = await task.next()) if (step.done) return step.value;
}

function slices(rows: readonly SliceRow[], key: 'key' | 'label'): Record<string, Slice> {
  return Object.fromEntries(
    rows.map((row) => {
      const { received, closed, succeeded, agreedFen } = row.current;
      return [row[key], { received, closed, succeeded, agreedFen }];
    }),
  );
}

function places(problems: readonly { row: number; column: string; value: string }[]) {
  return problems.map(({ row, column, value }) => ({ sheetRow: row, column, value }));
}

function placesOf(rows: Expected['refusedRows']) {
  return rows.map(({ sheetRow, column, value }) => ({ sheetRow, column, value }));
}

/** Every figure of the year and of its months, to the fen. */
async function expectTheYear(client: OfficeClient): Promise<void> {
  const { current, tables } = await client.statistics.report({
    request: { kind: 'year', year: 2024 },
    tables: ['court', 'cause', 'channel', 'closing'],
  });
  const by = (of: SliceDimension) => tables.find(({ dimension }) => dimension === of)?.rows ?? [];
  expect(current.figures).toMatchObject({
    opening: 0,
    received: expected.received,
    closed: expected.closed,
    closing: expected.pending,
    returned: 0,
    succeeded: expected.succeeded,
    agreedFen: expected.agreedFen,
    paidFen: expected.paidFen,
    confirmed: expected.judicialConfirmations,
  });
  expect(current.mediatorsWithCases).toBe(expected.mediatorsWithCases);
  expect(slices(by('cause'), 'label')).toEqual(expected.byCause);
  expect(slices(by('court'), 'label')).toEqual(expected.byCourt);
  expect(slices(by('channel'), 'key')).toEqual(expected.byChannel);
  expect(slices(by('closing'), 'key')).toEqual(expected.byClosing);
  for (const figures of expected.monthly) {
    const { month: name, ...numbers } = figures;
    const report = await client.statistics.report({ request: { kind: 'month', month: month(name) } });
    expect(report.current.figures, name).toMatchObject(numbers);
  }
}

test.each(Object.entries(files))(
  'the 2024 ledger as %s adds up to every expected figure',
  async (_kind, file) => {
    const { client } = await anOffice();
    const first = await importLedger(client, file);
    expect(first).toMatchObject({ imported: expected.received, skipped: 0 });
    expect(places(first.refused)).toEqual(placesOf(expected.refusedRows));
    expect(places(first.warned)).toEqual(placesOf(expected.warnedRows));
    expect(first.newMediators).toHaveLength(68);
    await expectTheYear(client);

    const again = await importLedger(client, file);
    expect(again).toMatchObject({ id: null, imported: 0, skipped: expected.received });
    expect(again.refused).toHaveLength(expected.refusedRows.length);
    expect(await client.office.verify()).toMatchObject({ ok: true, cases: expected.received });
  },
);

test('the xlsx and the csv give the same register', async () => {
  const { client } = await anOffice();
  await importLedger(client, files.xlsx);
  expect(await importLedger(client, files['csv in GB18030'])).toMatchObject({
    imported: 0,
    skipped: expected.received,
  });
});

test('an import is undone as a whole, and can be made again', async () => {
  const { client } = await anOffice();
  const { id: own } = await client.cases.register({ facts: aCase(), parties: [aPerson()], draftId: null });
  const { id } = await importLedger(client, files.xlsx);
  if (id === null) throw new Error('The ledger was imported.');
  expect(await client.imports.undo({ id, reason: '导错了' })).toEqual({ removed: expected.received });
  expect(await client.cases.count({ filter: aFilter() })).toEqual({ count: 1 });
  expect((await client.cases.get({ id: own })).removed).toBeNull();
  const { current } = await client.statistics.report({ request: { kind: 'year', year: 2024 } });
  expect(current.figures).toMatchObject({ received: 0, closed: 0, agreedFen: 0 });
  expect((await client.mediators.list()).every((mediator) => mediator.standing === 'removed')).toBe(true);
  await expect(client.imports.undo({ id, reason: '再来' })).rejects.toMatchObject({
    data: { reason: 'nothingToUndo' },
  });

  expect(await importLedger(client, files.xlsx)).toMatchObject({ imported: expected.received });
  await expectTheYear(client);
  expect(await client.office.verify()).toMatchObject({ ok: true });
});

test('a registered case that the ledger tells otherwise is refused, naming what differs', async () => {
  const { client } = await anOffice();
  await importLedger(client, files.xlsx);
  const found = await client.cases.list({ filter: aFilter({ search: '诉前调3号' }), after: null, limit: 50 });
  const row = found.rows.find((one) => one.courtNumber === '（2024）内0623诉前调3号');
  if (row === undefined) throw new Error('The first row of the ledger is registered.');
  const { version } = await client.cases.get({ id: row.id });
  await client.cases.correctClosing({ caseId: row.id, version, reason: '核对' });
  const again = await importLedger(client, files.xlsx);
  expect(again).toMatchObject({ imported: 0, skipped: expected.received - 1 });
  const problem = again.refused.find((one) => one.value === '（2024）内0623诉前调3号');
  expect(problem?.reason).toContain('与登记不一致');
  expect(problem?.reason).toContain('结案日期');
});

test('the refused rows come back as a workbook that can be mended and imported', async () => {
  const { client } = await anOffice();
  const file = await client.imports.refusedRows({ file: ledger(files.xlsx), mapping: null });
  expect(file.name).toBe('ledger-2024-未导入的行.xlsx');
  const task = await client.imports.preview({ file, mapping: null });
  for (let step = await task.next(); ; step = await task.next()) {
    if (!step.done) continue;
    expect(step.value.refused.length + step.value.imported).toBe(expected.refusedRows.length);
    expect(step.value.sample[0]?.cells.at(-1)).toContain('收案日期');
    break;
  }
});

test('a preview writes nothing', async () => {
  const { client } = await anOffice();
  const task = await client.imports.preview({ file: ledger(files.xlsx), mapping: null });
  for (let step = await task.next(); ; step = await task.next()) {
    if (!step.done) continue;
    expect(step.value).toMatchObject({ imported: expected.received, skipped: 0 });
    expect(
      step.value.mapping.sheets[0]?.columns.find((column) => column.head === '标的额（元）'),
    ).toMatchObject({
      field: 'claim',
      unit: 'yuan',
    });
    break;
  }
  expect((await client.office.overview()).cases).toBe(0);
  expect(await client.imports.list()).toEqual([]);
});

test.each([
  [
    'a ledger of the old format',
    '台账.xls',
    new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    '另存为',
  ],
  ['an empty file', '空.xlsx', new Uint8Array(), '空的'],
  ['a letter', '信.csv', new TextEncoder().encode('你好，\n这不是台账。'), '工作表'],
])('%s is refused with the sentence that helps', async (_what, name, bytes, sentence) => {
  const { client } = await anOffice();
  const task = await client.imports.run({ file: new File([bytes], name), mapping: null });
  await expect(
    task
      .next()
      .then(async (step) => (step.done ? step : task.next()))
      .then(() => task.next()),
  ).rejects.toMatchObject({
    code: 'REFUSED',
    data: { reason: 'unreadableFile', detail: { sentence: expect.stringContaining(sentence) } },
  });
});
