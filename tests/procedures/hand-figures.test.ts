import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { expect, test } from 'vitest';
import { month } from '#shared/domain/local-date.ts';
import { sumHandFigures } from '../../src/main/register/hand-figures.ts';
import { connect } from '../../src/main/register/query.ts';
import { anOffice } from '../support/offices.ts';

const september = month('2026-09');
const october = month('2026-10');
const civil = { month: october, name: 'firstInstanceCivil', value: 812, version: null } as const;

test('a number that nobody filled in is absent, and one that was is read back with who wrote it', async () => {
  const { client } = await anOffice();
  expect(await client.handFigures.read({ months: [october] })).toEqual([]);
  expect(await client.handFigures.save(civil)).toEqual({ version: 1 });
  expect(await client.handFigures.read({ months: [september, october] })).toEqual([
    {
      month: october,
      name: 'firstInstanceCivil',
      value: 812,
      savedAt: '2026-11-20T04:00:00.000Z',
      savedBy: '测试员',
      version: 1,
    },
  ]);
});

test('none is a number, and a number taken out again is absent and not none', async () => {
  const { client } = await anOffice();
  await client.handFigures.save({ ...civil, value: 0 });
  expect(await client.handFigures.read({ months: [october] })).toMatchObject([{ value: 0 }]);
  expect(await client.handFigures.save({ ...civil, value: null, version: 1 })).toEqual({ version: 2 });
  expect(await client.handFigures.read({ months: [october] })).toMatchObject([{ value: null, version: 2 }]);
});

test('whoever saved on an older number overwrites nobody, and what is no number is not kept', async () => {
  const { client } = await anOffice();
  await client.handFigures.save(civil);
  await expect(client.handFigures.save({ ...civil, value: 900 })).rejects.toMatchObject({
    code: 'CONFLICT',
    data: { noun: 'handFigure' },
  });
  await expect(client.handFigures.save({ ...civil, value: -1, version: 1 })).rejects.toMatchObject({
    code: 'INVALID',
  });
  await expect(client.handFigures.save({ ...civil, value: 1.5, version: 1 })).rejects.toMatchObject({
    code: 'INVALID',
  });
});

test('every number that is written down leaves what it was before and after', async () => {
  const { client, dataDir } = await anOffice();
  await client.handFigures.save(civil);
  await client.handFigures.save({ ...civil, value: 820, version: 1 });
  const register = new SqliteDatabase(join(dataDir, 'register.db'), { readonly: true });
  try {
    const events = register
      .prepare("SELECT before, after FROM events WHERE what = 'handFigureSaved' ORDER BY id")
      .all() as { before: string; after: string }[];
    expect(events.map(({ before, after }) => [JSON.parse(before).value, JSON.parse(after).value])).toEqual([
      [null, 812],
      [812, 820],
    ]);
  } finally {
    register.close();
  }
});

test('a sum over months names the months that are missing instead of counting them as none', async () => {
  const { client, dataDir } = await anOffice();
  await client.handFigures.save(civil);
  await client.handFigures.save({ ...civil, month: september, value: 0 });
  await client.handFigures.save({ ...civil, name: 'trafficDisputes', value: 40 });
  await client.handFigures.save({ ...civil, name: 'firstInstanceTraffic', value: 9 });
  await client.handFigures.save({ ...civil, name: 'firstInstanceTraffic', value: null, version: 1 });
  const register = new SqliteDatabase(join(dataDir, 'register.db'), { readonly: true });
  try {
    expect(sumHandFigures(connect(register).readable, [september, october])).toEqual({
      firstInstanceCivil: { kind: 'sum', value: 812 },
      trafficDisputes: { kind: 'missing', months: [september] },
      firstInstanceTraffic: { kind: 'missing', months: [september, october] },
    });
    expect(sumHandFigures(connect(register).readable, []).firstInstanceCivil).toEqual({
      kind: 'missing',
      months: [],
    });
  } finally {
    register.close();
  }
});
