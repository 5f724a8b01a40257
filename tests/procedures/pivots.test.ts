import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { expect, test } from 'vitest';
import type { KeptPivot } from '#shared/contract/pivots.ts';
import { localDate, month } from '#shared/domain/local-date.ts';
import {
  defaultStatisticalCalendar,
  movingNameOf,
  requestOfChoice,
} from '#shared/domain/reporting-period.ts';
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
