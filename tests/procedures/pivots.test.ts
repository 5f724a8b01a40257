import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { expect, test } from 'vitest';
import type { KeptPivot } from '#shared/contract/pivots.ts';
import { closingCodes } from '#shared/domain/closing.ts';
import { cellText } from '#shared/domain/ledger/cells.ts';
import { localDate, month } from '#shared/domain/local-date.ts';
import {
  defaultStatisticalCalendar,
  movingNameOf,
  requestOfChoice,
} from '#shared/domain/reporting-period.ts';
import { readWorkbook } from '../../src/main/spreadsheets/workbook.ts';
import { aCase, aPerson } from '../support/builders.ts';
import { anOffice } from '../support/offices.ts';

const kept: KeptPivot = {
  period: { kind: 'moving', period: 'lastMonth' },
  filter: [{ dimension: 'channel', key: 'A' }],
  rows: 'mediator',
  columns: 'month',
  measure: 'ofClosed',
};

test('a table of one’s own is kept by name and read back as it was, in the order of the names', async () => {
  const { client } = await anOffice();
  const first = await client.pivots.save({ name: '乙表', pivot: kept });
  await client.pivots.save({ name: ' 甲表 ', pivot: { ...kept, columns: null } });
  const listed = await client.pivots.list();
  expect(listed.map(({ name }) => name).toSorted()).toEqual(['乙表', '甲表']);
  expect(listed.find(({ id }) => id === first.id)).toEqual({
    ...first,
    name: '乙表',
    pivot: kept,
    savedBy: '测试员',
    savedAt: '2026-11-20T04:00:00.000Z',
  });
});

test('two tables never share a name, and a removed one frees its own', async () => {
  const { client } = await anOffice();
  const first = await client.pivots.save({ name: '上月各委员', pivot: kept });
  const refusal = { code: 'REFUSED', data: { reason: 'nameTaken', detail: { name: '上月各委员' } } };
  await expect(client.pivots.save({ name: '上月各委员', pivot: kept })).rejects.toMatchObject(refusal);
  const second = await client.pivots.save({ name: '另一张', pivot: kept });
  await expect(client.pivots.rename({ ...second, name: '上月各委员' })).rejects.toMatchObject(refusal);
  await client.pivots.remove(first);
  await expect(client.pivots.rename({ ...second, name: '上月各委员' })).resolves.toEqual({
    id: second.id,
    version: 2,
  });
});

test('whoever changes an older version overwrites nobody, and what is gone is not found', async () => {
  const { client } = await anOffice();
  const first = await client.pivots.save({ name: '一张', pivot: kept });
  const changed = { ...kept, measure: 'closed' as const };
  await expect(client.pivots.change({ ...first, pivot: changed })).resolves.toMatchObject({ version: 2 });
  await expect(client.pivots.remove(first)).rejects.toMatchObject({
    code: 'CONFLICT',
    data: { noun: 'savedPivot' },
  });
  await client.pivots.remove({ ...first, version: 2 });
  await expect(client.pivots.change({ ...first, version: 2, pivot: kept })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
});

test('every step with a kept table leaves what it was before and after', async () => {
  const { client, dataDir } = await anOffice();
  const first = await client.pivots.save({ name: '一张', pivot: kept });
  const second = await client.pivots.rename({ ...first, name: '改名' });
  await client.pivots.remove(second);
  const register = new SqliteDatabase(join(dataDir, 'register.db'), { readonly: true });
  try {
    const events = register
      .prepare("SELECT what, before, after FROM events WHERE what LIKE 'pivot%' ORDER BY id")
      .all() as { what: string; before: string | null; after: string | null }[];
    const name = (told: string | null) => (told === null ? null : JSON.parse(told).name);
    expect(events.map((event) => [event.what, name(event.before), name(event.after)])).toEqual([
      ['pivotSaved', null, '一张'],
      ['pivotRenamed', '一张', '改名'],
      ['pivotRemoved', '改名', null],
    ]);
  } finally {
    register.close();
  }
});

test('a kept period moves with the day and the office’s own calendar, a fixed one stays', () => {
  const ownMonths = { lastDayOfMonth: 25, firstMonthOfYear: 12 };
  const day = localDate('2026-11-26');
  const lastMonth = { kind: 'moving', period: 'lastMonth' } as const;
  expect(requestOfChoice(lastMonth, day, defaultStatisticalCalendar)).toEqual({
    kind: 'month',
    month: '2026-10',
  });
  expect(requestOfChoice(lastMonth, day, ownMonths)).toEqual({ kind: 'month', month: '2026-11' });
  expect(requestOfChoice({ kind: 'moving', period: 'thisYear' }, day, ownMonths)).toEqual({
    kind: 'year',
    year: 2027,
  });
  const fixed = { kind: 'month', month: month('2024-03') } as const;
  expect(requestOfChoice({ kind: 'fixed', request: fixed }, day, ownMonths)).toEqual(fixed);
  expect(movingNameOf(fixed, day, ownMonths)).toBeUndefined();
  expect(movingNameOf({ kind: 'quarter', year: 2026, quarter: 3 }, day, defaultStatisticalCalendar)).toBe(
    'lastQuarter',
  );
});

test('over any days the months are counted as far as they lie in them, and together give every case once', async () => {
  const { client } = await anOffice();
  for (const day of ['2026-03-09', '2026-03-10', '2026-03-31', '2026-04-01', '2026-05-02', '2026-05-03']) {
    const facts = aCase({ receivedOn: localDate(day) });
    await client.cases.register({ facts, parties: [aPerson()], draftId: null });
  }
  const asked = {
    request: { kind: 'days' as const, from: localDate('2026-03-10'), to: localDate('2026-05-02') },
    filter: [],
    rows: 'channel' as const,
    columns: 'month' as const,
    measure: 'received' as const,
  };
  const pivot = await client.statistics.pivot(asked);
  expect(pivot.columns.map(({ key, period }) => [key, period.from, period.to])).toEqual([
    ['2026-03', '2026-03-10', '2026-03-31'],
    ['2026-04', '2026-04-01', '2026-04-30'],
    ['2026-05', '2026-05-01', '2026-05-02'],
  ]);
  expect(pivot.columnTotals.map(({ numerator }) => numerator)).toEqual([2, 1, 1]);
  expect(pivot.total.numerator).toBe(4);
});

test('a table of one’s own goes out as a workbook with its name, days, formula and the numbers of the screen', async () => {
  const { client } = await anOffice();
  const facts = aCase({ receivedOn: localDate('2026-11-02') });
  await client.cases.register({ facts, parties: [aPerson()], draftId: null });
  const asked = {
    request: { kind: 'month' as const, month: month('2026-11') },
    filter: [],
    rows: 'channel' as const,
    columns: 'closing' as const,
    measure: 'received' as const,
  };
  const { file } = await client.statistics.exportPivot({ asked, name: '=各通道/新收' });
  expect(file.name).toBe('=各通道_新收.xlsx');
  const { sheets } = await readWorkbook(new Uint8Array(await file.arrayBuffer()), file.name);
  const rows = sheets[0]?.rows.map((row) => row.map(cellText)) ?? [];
  expect(rows.slice(0, 2).map(([first]) => first)).toEqual([
    '=各通道/新收',
    expect.stringMatching(/^数据截至\d+年\d+月\d+日，未锁定$/),
  ]);
  expect(rows[2]?.join('')).toBe('统计期间：2026年11月1日至2026年11月30日单位：件');
  expect(rows.slice(3, 6)).toEqual([
    ['通道', '未结', '合计'],
    [expect.any(String), '1', '1'],
    ['合计', '1', '1'],
  ]);
  expect(rows[6]?.[0]).toBe('说明：1．新收＝接收日在本期内的案件。');
});

test('the same table goes out as csv: numbers without separators, and no name becomes a formula', async () => {
  const { client } = await anOffice();
  const facts = aCase({ receivedOn: localDate('2026-11-02'), district: '=1+1' });
  await client.cases.register({ facts, parties: [aPerson()], draftId: null });
  const asked = {
    request: { kind: 'month' as const, month: month('2026-11') },
    filter: [{ dimension: 'channel' as const, key: 'A' }],
    rows: 'district' as const,
    columns: null,
    measure: 'claimFenOfReceived' as const,
  };
  const { file } = await client.statistics.exportPivot({ asked, name: '各旗区标的', format: 'csv' });
  expect([file.name, file.type]).toEqual(['各旗区标的.csv', 'text/csv;charset=utf-8']);
  const bytes = new Uint8Array(await file.arrayBuffer());
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const lines = new TextDecoder().decode(bytes).trimEnd().split('\r\n');
  expect(lines).toEqual([
    '各旗区标的',
    expect.stringMatching(
      /^统计期间：2026年11月1日至2026年11月30日,单位：万元,筛选：通道＝委派调解,数据截至.*，未锁定$/,
    ),
    '旗区,合计',
    "'=1+1,5.00",
    '合计,5.00',
    '说明：新收标的额＝本期新收案件的诉争标的额之和；无财产内容和未载明的案件不计金额。',
  ]);
});

test('a file of a table of one’s own says that closed months are counted today', async () => {
  const { client } = await anOffice();
  const facts = aCase({ receivedOn: localDate('2026-10-02'), district: '东胜区' });
  await client.cases.register({ facts, parties: [aPerson()], draftId: null });
  const asked = {
    request: { kind: 'month', month: month('2026-10') } as const,
    filter: [],
    rows: 'district' as const,
    columns: null,
    measure: 'received' as const,
  };
  const lines = async () => {
    const { file } = await client.statistics.exportPivot({ asked, name: '各旗区', format: 'csv' });
    return (await file.text()).trimEnd().split('\r\n');
  };
  expect((await lines()).join('')).not.toContain('按今天的登记计数');
  await client.months.close({ month: month('2026-10') });
  expect((await lines()).at(-1)).toMatch(/自定义统计表按今天的登记计数，不是锁定时的数：2026年10月已锁定/);
  const { notes } = await client.statistics.tables({ request: { kind: 'year', year: 2026 } });
  expect(notes).toContainEqual(expect.stringMatching(/按今天的登记计数，不是锁定时的数：2026年10月已锁定/));
});

test('a filter is made of the rows that cases lie in and of every way of ending and mark', async () => {
  const { client } = await anOffice();
  const facts = aCase({ receivedOn: localDate('2026-11-02'), district: '东胜区' });
  await client.cases.register({ facts, parties: [aPerson()], draftId: null });
  expect(await client.statistics.choices({ dimension: 'district' })).toContainEqual({
    key: '东胜区',
    label: '东胜区',
  });
  const endings = await client.statistics.choices({ dimension: 'closing' });
  expect(endings.map(({ key }) => key)).toEqual([...closingCodes, '']);
  expect((await client.statistics.choices({ dimension: 'mark' })).at(-1)?.label).toBe('无标记');
});
