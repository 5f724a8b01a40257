import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { OfficeClient } from '#shared/contract/index.ts';
import { closingCodes, closings } from '#shared/domain/closing.ts';
import { addDays, localDate, type Month, month } from '#shared/domain/local-date.ts';
import { monthsOf, type PeriodRequest } from '#shared/domain/reporting-period.ts';
import { sliceDimensions } from '#shared/domain/statistics.ts';
import { officePackage } from '../../src/main/procedures/rollup/office-package.ts';
import { packageFile, readPackage, sha256Of } from '../../src/main/procedures/rollup/package-file.ts';
import { type Received, takeIn } from '../../src/main/procedures/rollup/receive.ts';
import { openBeside } from '../../src/main/register/open.ts';
import type { Connection } from '../../src/main/register/query.ts';
import { readAtOnce, transact } from '../../src/main/register/transact.ts';
import { type Chance, chanceOf } from '../support/chance.ts';
import { anOffice, type OpenedOffice } from '../support/offices.ts';
import { aPlainCase, type PlainCase, writePlainCases, writePlainWorld } from '../support/plain-register.ts';

const october = month('2026-10');
const inOctober: PeriodRequest = { kind: 'month', month: october };
const names = ['甲区测试调解室', '乙旗测试调解室', '丙县测试调解室'] as const;

function anyCase(chance: Chance): PlainCase {
  const receivedOn = chance.day(localDate('2025-08-01'), localDate('2026-11-15'));
  const code = chance.pick(closingCodes);
  const success = closings[code].outcome === 'success';
  return aPlainCase({
    registeredOn: receivedOn,
    receivedOn: chance.likely(0.95) ? receivedOn : null,
    ending: chance.likely(0.8)
      ? { on: addDays(receivedOn, chance.integer(0, 90)), code, partly: chance.likely(0.1) }
      : null,
    channel: chance.pick(['A', 'B', 'C'] as const),
    court: chance.pick([1, 2, 3, null]),
    cause: chance.pick([1, 2, 3, 4, null]),
    mediator: chance.pick([1, 2, 3, 4, 5, null]),
    claimFen: chance.pick([null, 100_00, 50_000_00, 7_654_321]),
    noProperty: chance.likely(0.5),
    agreedFen: success ? chance.integer(0, 900_000) : null,
    payments: success
      ? [{ fen: 700, cancelled: chance.likely(0.2), on: addDays(receivedOn, chance.integer(0, 60)) }]
      : [],
    dueOn: chance.likely(0.8) ? addDays(receivedOn, 30) : null,
    removed: chance.likely(0.05),
  });
}

type NamedOffice = OpenedOffice & { readonly register: Connection };

/** An office with these cases, by its name. */
async function anOfficeNamed(name: string | null, cases: readonly PlainCase[]): Promise<NamedOffice> {
  const opened = await anOffice();
  if (name !== null) await named(opened.client, name);
  const register = openBeside(opened.dataDir);
  onTestFinished(() => void register.database.close());
  register.database.exec('DELETE FROM courts; DELETE FROM cause_places;');
  writePlainWorld(register);
  writePlainCases(register, cases);
  return { ...opened, register };
}

async function named(client: OfficeClient, name: string): Promise<void> {
  const { profile } = await client.office.overview();
  const { version, ...facts } = profile;
  await client.office.saveProfile({ version, profile: { ...facts, reportingUnit: name, courtId: null } });
}

async function bytesOf(file: File): Promise<Uint8Array> {
  return new Uint8Array(await file.arrayBuffer());
}

const making = { at: '2026-11-20T04:00:00.000Z', by: '测试员', program: '1', today: localDate('2026-11-20') };

/** The package of a month, made in this thread: a worker for each would be most of the test's time. */
function packed({ register }: NamedOffice, of: Month, mediators = true): File {
  const content = readAtOnce(register, (db) => officePackage(db, of, mediators, making));
  return new File([new Uint8Array(packageFile(content).bytes)], '报送包.zip');
}

let commands = 0;

/** The same as `rollups.receive`, in this thread. */
async function received({ register }: NamedOffice, file: File): Promise<Received> {
  const read = readPackage(await bytesOf(file));
  commands += 1;
  const command = { id: `test-${commands}`, name: 'rollups.receive', at: making.at, staffName: making.by };
  return transact(register, command, (db) => takeIn(db, read, file.name, making.today), true);
}

const reason = '测试撤销';

let groups: readonly (readonly PlainCase[])[];
beforeAll(() => {
  const chance = chanceOf(11);
  groups = names.map((_, place) => Array.from({ length: 120 + 40 * place }, () => anyCase(chance)));
});

async function threeOffices(): Promise<NamedOffice[]> {
  return Promise.all(names.map((name, place) => anOfficeNamed(name, groups[place] ?? [])));
}

test('the sums over three offices are those of a register that holds the cases of all of them', async () => {
  const offices = await threeOffices();
  const whole = await anOfficeNamed('全部', groups.flat());
  const above = await anOfficeNamed('丁市测试工作室', []);
  const periods: readonly PeriodRequest[] = [
    inOctober,
    { kind: 'quarter', year: 2026, quarter: 3 },
    { kind: 'halfYear', year: 2026, half: 1 },
  ];
  const months = [
    ...new Set(
      periods.flatMap((period) => monthsOf(period, { lastDayOfMonth: null, firstMonthOfYear: 1 }) ?? []),
    ),
  ];
  for (const of of months) {
    for (const office of offices) {
      expect(await received(above, packed(office, of, of > '2026-03'))).toMatchObject({ outcome: 'new' });
    }
  }
  for (const request of periods) {
    const sums = await above.client.rollups.report({ request });
    const dimensions = sums.tables.map(({ dimension }) => dimension);
    const counted = await whole.client.statistics.report({ request, tables: dimensions });
    // Over several months a case that was paid in two of them counts in both.
    const { paidInPeriod: _sums, ...total } = sums.total;
    const { paidInPeriod: _counted, ...expected } = counted.current.figures;
    expect(total).toEqual(expected);
    expect([sums.inTotal, sums.missing]).toEqual([3, []]);
    for (const table of sums.tables) {
      const rows = counted.tables.find(({ dimension }) => dimension === table.dimension)?.rows ?? [];
      const byLabel = (list: readonly { label: string; received: number; succeeded: number }[]) =>
        list.toSorted((one, other) => (one.label < other.label ? -1 : 1));
      expect(
        byLabel(
          table.rows.map(({ label, figures: { received, succeeded } }) => ({ label, received, succeeded })),
        ),
        sliceDimensions[table.dimension].label,
      ).toEqual(
        byLabel(rows.map(({ label, current: { received, succeeded } }) => ({ label, received, succeeded }))),
      );
    }
  }
}, 120_000);

describe('what comes in', () => {
  test('a package brings no name, number or telephone of a party, and its mediators only if asked for', async () => {
    const office = await anOfficeNamed(names[0], groups[0] ?? []);
    const text = async (mediators: boolean) =>
      new TextDecoder().decode(await bytesOf(packed(office, october, mediators)));
    const [withThem, without] = [await text(true), await text(false)];
    expect(withThem).toContain('丁调解');
    expect(without).not.toContain('丁调解');
    for (const words of [withThem, without]) {
      expect(words).not.toMatch(/当事人\d|申请人|\d{17}[\dX]|1[3-9]\d{9}(?!\d)/);
    }
  });

  test('the same content gives the same bytes, closed ones on any day and under a Chinese name', async () => {
    const opened = await anOfficeNamed(names[1], groups[1] ?? []);
    await opened.client.months.close({ month: october });
    const exported = await opened.client.rollups.export({ month: october });
    expect(exported).toMatchObject({ closed: true, sequence: 1 });
    const read = readPackage(await bytesOf(exported.file));
    const first = { ...exported, fileSha256: read.fileSha256, program: read.content.program };
    expect(first.file.name).toBe('报送包-2026年10月-乙旗测试调解室.zip');
    const later = { ...making, at: '2026-11-25T04:00:00.000Z', by: '别人', today: localDate('2026-11-25') };
    const again = readAtOnce(opened.register, (db) => officePackage(db, october, true, later));
    expect(sha256Of(packageFile({ ...again, program: first.program }).bytes)).toBe(first.fileSha256);
    const open = await opened.client.rollups.export({ month: month('2026-11') });
    expect([open.closed, open.file.name]).toEqual([false, '报送包-2026年11月-乙旗测试调解室（未锁定）.zip']);
  });

  test('twice the same is one; a newer closing replaces the older; an older one is refused', async () => {
    const opened = await anOfficeNamed(names[0], groups[0] ?? []);
    const office = await anOfficeNamed('丁市测试工作室', []);
    const above = office.client;
    const counted = packed(opened, october);
    await opened.client.months.close({ month: october });
    const first = packed(opened, october);
    const withoutMediators = packed(opened, october, false);
    await opened.client.months.reopen({ month: october, reason });
    const reopened = packed(opened, october);
    const late = packed(opened, october, false);
    await opened.client.months.close({ month: october });
    const second = packed(opened, october);
    const outcome = async (file: File) => (await received(office, file)).outcome;
    expect(await outcome(counted)).toBe('new');
    expect(await outcome(first)).toBe('replaced');
    expect(await outcome(first)).toBe('same');
    expect(await outcome(withoutMediators)).toBe('replaced');
    expect(await outcome(reopened)).toBe('replaced');
    expect(await outcome(second)).toBe('replaced');
    expect(await outcome(reopened)).toBe('same');
    const refusal = await received(office, late).catch((error: unknown) => error);
    expect(refusal).toMatchObject({
      code: 'REFUSED',
      data: { reason: 'olderPackage', detail: { office: names[0] } },
    });
    const { detail } = (refusal as { data: { detail: Record<string, string> } }).data;
    expect(detail.standing).toContain('第 2 次锁定');
    expect(detail.brought).toContain('未锁定');
    const packages = await above.rollups.packages({ request: inOctober });
    expect(packages.map(({ state, closed, sequence }) => [state, closed, sequence])).toEqual([
      ['standing', true, 2],
      ['replaced', false, 1],
      ['replaced', true, 1],
      ['replaced', true, 1],
      ['replaced', false, 0],
    ]);
    const newest = packages[0]?.id;
    if (newest === undefined) throw new Error('Nothing came in.');
    await above.rollups.undo({ id: newest, reason });
    await expect(above.rollups.undo({ id: newest, reason })).rejects.toMatchObject({
      data: { reason: 'nothingToUndo' },
    });
    const [stands] = (await above.rollups.packages({ request: inOctober })).filter(
      ({ state }) => state === 'standing',
    );
    expect(stands).toMatchObject({ closed: false, sequence: 1 });
    expect(await outcome(second)).toBe('replaced');
  });

  test('two different closings of one month with the same number are refused, naming both', async () => {
    const opened = await anOfficeNamed(names[0], (groups[0] ?? []).slice(0, 50));
    const above = await anOfficeNamed('丁市测试工作室', []);
    await opened.client.months.close({ month: october });
    await received(above, packed(opened, october));
    // A copy of the register that was taken before the closing, and closed again with one case more.
    const copy = await anOfficeNamed(names[0], [
      ...(groups[0] ?? []).slice(0, 50),
      aPlainCase({ registeredOn: '2026-10-05', receivedOn: '2026-10-05' }),
    ]);
    const { uid } = opened.register.database.prepare('SELECT uid FROM office').get() as { uid: string };
    copy.register.database.prepare('UPDATE office SET uid = ?').run(uid);
    await copy.client.months.close({ month: october });
    const refusal = await received(above, packed(copy, october)).catch((error: unknown) => error);
    expect(refusal).toMatchObject({ data: { reason: 'twoClosings' } });
    const { detail } = (refusal as { data: { detail: Record<string, string> } }).data;
    expect(detail.standing).toMatch(/第 1 次锁定（2026年11月20日，测试员，锁定指纹 [0-9a-f]{8}）/);
    expect(detail.brought).toMatch(/第 1 次锁定（2026年11月20日，测试员，锁定指纹 [0-9a-f]{8}）/);
    expect(detail.standing).not.toBe(detail.brought);
  });

  test('the own package is refused; the own register is a unit where the office says so', async () => {
    const office = await anOfficeNamed('丁市测试工作室', groups[2] ?? []);
    const { client } = office;
    const file = packed(office, october);
    await expect(client.rollups.receive({ file })).rejects.toMatchObject({ data: { reason: 'ownPackage' } });
    expect((await client.rollups.report({ request: inOctober })).rows).toEqual([]);
    await client.settings.save({
      version: null,
      change: { subject: 'rollup', value: { level: 'city', region: null, ownCounts: true } },
    });
    const { current } = await client.statistics.report({ request: inOctober });
    const sums = await client.rollups.report({ request: inOctober });
    expect(sums.rows).toMatchObject([{ own: true, name: '丁市测试工作室', level: 'city', state: 'open' }]);
    expect(sums.total).toEqual(current.figures);
  });

  test('an office without a name makes no package, and none of a month to come', async () => {
    const { client } = await anOfficeNamed(null, []);
    await expect(client.rollups.export({ month: october })).rejects.toMatchObject({
      data: { reason: 'officeNameMissing' },
    });
    await named(client, names[0]);
    await expect(client.rollups.export({ month: month('2027-01') })).rejects.toMatchObject({
      data: { reason: 'packageMonth' },
    });
  });
});

describe('who is missing', () => {
  test('an office of the list that handed nothing in is named, and stays out of the sum', async () => {
    const offices = await threeOffices();
    const office = await anOfficeNamed('丁市测试工作室', []);
    const above = office.client;
    const expected = ['甲区测试调解室', '戊旗测试调解室'];
    for (const name of expected) {
      const unit = { name, uid: null, from: month('2026-09'), to: null };
      await above.rollups.saveUnit({ id: null, version: null, unit });
    }
    const [first, second] = offices;
    if (first === undefined || second === undefined) throw new Error('There are three offices.');
    expect((await received(office, packed(first, october))).listed).toBe(true);
    expect((await received(office, packed(second, october))).listed).toBe(false);
    const sums = await above.rollups.report({ request: inOctober });
    expect(sums.rows.map(({ name, state, marks }) => [name, state, marks])).toEqual([
      ['甲区测试调解室', 'open', []],
      ['戊旗测试调解室', 'missing', []],
      ['乙旗测试调解室', 'open', ['notListed']],
    ]);
    expect([sums.inTotal, sums.missing]).toEqual([2, ['戊旗测试调解室']]);
    expect(sums.notes.join('')).toContain('缺 1 家，不在合计里：戊旗测试调解室。');
    expect(sums.notes.join('')).toContain('未锁定，以后还会变：甲区测试调解室、乙旗测试调解室。');
    // Of the quarter only October is there, so nobody is whole; December has not begun and is not missed.
    const quarter = await above.rollups.report({ request: { kind: 'quarter', year: 2026, quarter: 4 } });
    expect(quarter.missing).toEqual([
      '甲区测试调解室（缺11月）',
      '戊旗测试调解室（缺10月、11月）',
      '乙旗测试调解室（缺11月）',
    ]);
    expect(quarter.total.received).toBe(0);
    expect(quarter.notes.join('')).toContain('还没有开始的月份不计：2026年12月。');
    const units = await above.rollups.units();
    expect(units.map(({ uid, version }) => [uid !== null, version])).toEqual([
      [true, 2],
      [false, 1],
    ]);
  });

  test('同比 is of what the same offices handed in a year before, and — where one did not', async () => {
    const [first, second] = await threeOffices();
    if (first === undefined || second === undefined) throw new Error('There are three offices.');
    const office = await anOfficeNamed('丁市测试工作室', []);
    const above = office.client;
    for (const one of [first, second]) await received(office, packed(one, october));
    const before = month('2025-10');
    await received(office, packed(first, before));
    const half = await above.rollups.report({ request: inOctober });
    const expected = await first.client.statistics.report({ request: inOctober });
    const [own, other] = [names[0], names[1]].map((name) => half.rows.find((row) => row.name === name));
    expect(own?.yearBefore).toEqual(expected.yearBefore.figures);
    expect([other?.yearBefore, half.totalYearBefore]).toEqual([null, null]);
    await received(office, packed(second, before));
    const whole = await above.rollups.report({ request: inOctober });
    expect(whole.totalYearBefore?.received).toBe(
      whole.rows.reduce((sum, { yearBefore }) => sum + (yearBefore?.received ?? 0), 0),
    );
  });

  test('other days of the month and names that two registers share are marked', async () => {
    const [first, second] = await threeOffices();
    if (first === undefined || second === undefined) throw new Error('There are three offices.');
    await first.client.settings.save({
      version: null,
      change: { subject: 'statistics', value: { lastDayOfMonth: 25, firstMonthOfYear: 12 } },
    });
    await named(second.client, names[0]);
    const above = await anOfficeNamed('丁市测试工作室', []);
    for (const one of [first, second]) await received(above, packed(one, october));
    const sums = await above.client.rollups.report({ request: inOctober });
    expect(sums.rows.map(({ marks }) => marks)).toEqual(
      expect.arrayContaining([
        ['notListed', 'otherDays', 'sameName'],
        ['notListed', 'sameName'],
      ]),
    );
    expect(sums.notes.join('')).toContain('2026年9月26日');
  });
});

test('a city hands its sums to the region, which refuses to count an office of it a second time', async () => {
  const [first, second, third] = await threeOffices();
  if (first === undefined || second === undefined || third === undefined) throw new Error('Three.');
  const cityOffice = await anOfficeNamed('丁市测试工作室', []);
  const city = cityOffice.client;
  const regionOffice = await anOfficeNamed('自治区测试办公室', []);
  const region = regionOffice.client;
  const unit = { name: '戊旗测试调解室', uid: null, from: october, to: null };
  await city.rollups.saveUnit({ id: null, version: null, unit });
  await expect(city.rollups.export({ month: october, of: 'sums' })).rejects.toMatchObject({
    data: { reason: 'nothingToSum' },
  });
  for (const one of [first, second]) await received(cityOffice, packed(one, october));
  const upwards = await city.rollups.export({ month: october, of: 'sums' });
  expect(upwards.file.name).toBe('汇总报送包-2026年10月-丁市测试工作室.zip');
  await region.rollups.receive({ file: upwards.file });
  await received(regionOffice, packed(third, october));
  const sums = await region.rollups.report({ request: inOctober });
  expect(sums.rows.map(({ name, kind, marks }) => [name, kind, marks])).toEqual(
    expect.arrayContaining([
      ['丁市测试工作室', 'sums', ['notListed', 'sumsIncomplete']],
      [names[2], 'office', ['notListed']],
    ]),
  );
  expect(sums.missing).toEqual(['戊旗测试调解室（丁市测试工作室的汇总里缺）']);
  const counted = await Promise.all(
    [first, second, third].map(async ({ client }) => client.statistics.report({ request: inOctober })),
  );
  expect(sums.total.received).toBe(counted.reduce((sum, { current }) => sum + current.figures.received, 0));
  await expect(received(regionOffice, packed(first, october))).rejects.toMatchObject({
    data: { reason: 'countedTwice', detail: { offices: names[0], by: '丁市测试工作室2026年10月的汇总包' } },
  });
  const [standing] = await region.rollups.packages({ request: inOctober });
  if (standing === undefined) throw new Error('Nothing came in.');
  const details = await region.rollups.package({ id: standing.id });
  expect(details.package.sha256).toBe(standing.sha256);
});

test('the sums go out as a workbook and as csv', async () => {
  const [first] = await threeOffices();
  if (first === undefined) throw new Error('There are three offices.');
  const office = await anOfficeNamed('丁市测试工作室', []);
  const above = office.client;
  await received(office, packed(first, october));
  const { file } = await above.rollups.exportReport({ request: inOctober, format: 'csv' });
  expect(file.name).toBe('2026年10月各单位“政协+法院”联动调解情况汇总表.csv');
  const { total } = await above.rollups.report({ request: inOctober });
  const text = new TextDecoder().decode(await bytesOf(file));
  expect(text).toContain(`,合计,,1 家,${total.opening},${total.received},${total.closed}`);
  const workbook = await above.rollups.exportReport({ request: inOctober });
  expect((await bytesOf(workbook.file)).length).toBeGreaterThan(5000);
});
