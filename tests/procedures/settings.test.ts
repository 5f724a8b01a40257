import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { expect, test } from 'vitest';
import { localDate } from '#shared/domain/local-date.ts';
import { aCase, aPerson } from '../support/builders.ts';
import { anOffice, type OpenedOffice } from '../support/offices.ts';

const parties = [aPerson(), aPerson({ role: 'respondent', name: '样例乙' })];

async function registeredThrough(channel: 'A' | 'C') {
  const opened = await anOffice();
  const { channels } = await opened.client.settings.all();
  await opened.client.settings.save({
    version: channels.version,
    change: { subject: 'channels', value: { A: false, B: true, C: true } },
  });
  return opened.client.cases.register({ facts: aCase({ channel }), parties, draftId: null });
}

test('a channel that the office switched off takes no new case, the others do', async () => {
  await expect(registeredThrough('A')).rejects.toMatchObject({
    code: 'REFUSED',
    data: { reason: 'channelOff', detail: { channel: '委派调解' } },
  });
  await expect(registeredThrough('C')).resolves.toMatchObject({ id: 1 });
});

test('whoever chose on an older state of a setting overwrites nobody', async () => {
  const { client } = await anOffice();
  const change = { subject: 'channels', value: { A: true, B: true, C: false } } as const;
  expect(await client.settings.save({ version: null, change })).toEqual({ version: 1 });
  await expect(client.settings.save({ version: null, change })).rejects.toMatchObject({ code: 'CONFLICT' });
  expect((await client.settings.all()).channels).toEqual({ value: change.value, version: 1 });
});

test('an office that uses no channel at all is no office', async () => {
  const { client } = await anOffice();
  const change = { subject: 'channels', value: { A: false, B: false, C: false } } as const;
  await expect(client.settings.save({ version: null, change })).rejects.toMatchObject({ code: 'INVALID' });
});

/** The last day of the only case's period as 今日 reads it. */
function periodEnd({ dataDir }: OpenedOffice): unknown {
  const register = new SqliteDatabase(join(dataDir, 'register.db'), { readonly: true });
  try {
    return register.prepare("SELECT due_on FROM case_dates WHERE matter = 'period'").pluck().get();
  } finally {
    register.close();
  }
}

test('a setting of periods and a new calendar move the days of every open case at once', async () => {
  const opened = await anOffice();
  const { client } = opened;
  await client.cases.register({
    facts: aCase({ channel: 'C', receivedOn: localDate('2026-11-16') }),
    parties,
    draftId: null,
  });
  expect(periodEnd(opened)).toBe('2026-12-16');
  const { period } = await client.settings.all();
  const value = { ...period.value, customaryDays: 46 };
  await client.settings.save({ version: period.version, change: { subject: 'period', value } });
  // 1 January is off by law; without the year's calendar the Saturday and the Sunday after it are too.
  expect(periodEnd(opened)).toBe('2027-01-04');
  const working = { ...invented, workingDays: [localDate('2027-01-02')] };
  await client.settings.importCalendar({
    file: fileOf({ ...working, holidays: [{ ...invented.holidays[0], to: '2027-01-01' }] }),
  });
  expect(periodEnd(opened)).toBe('2027-01-02');
  const kept = (await client.settings.all()).calendars.find(({ calendar }) => calendar.year === 2027);
  await client.settings.saveCalendar({ version: kept?.version ?? null, calendar: invented });
  expect(periodEnd(opened)).toBe('2027-01-04');
});

test('the calendars that come with the program are in the register, each with its source', async () => {
  const { client } = await anOffice();
  const { calendars } = await client.settings.all();
  expect(calendars.map(({ calendar, origin }) => [calendar.year, origin])).toEqual([
    [2024, 'program'],
    [2025, 'program'],
    [2026, 'program'],
  ]);
  expect(calendars.every(({ calendar }) => calendar.source.includes('国办发明电'))).toBe(true);
});

const invented = {
  year: 2027,
  source: '测试用安排，不是国务院办公厅通知',
  publishedOn: localDate('2026-11-19'),
  holidays: [{ name: '元旦', from: localDate('2027-01-01'), to: localDate('2027-01-03') }],
  workingDays: [],
};

function fileOf(content: unknown): File {
  return new File([typeof content === 'string' ? content : JSON.stringify(content)], '2027.json');
}

test('a year is brought in from a file, is used by the pages, and goes out again as it came', async () => {
  const { client } = await anOffice();
  expect(await client.settings.importCalendar({ file: fileOf(invented) })).toEqual({
    year: 2027,
    replaced: false,
  });
  expect((await client.reference.all()).restCalendars.map(({ year }) => year)).toContain(2027);
  const file = await client.settings.calendarFile({ year: 2027 });
  expect(JSON.parse(await file.text())).toEqual(invented);
  expect(await client.settings.importCalendar({ file })).toEqual({ year: 2027, replaced: true });
});

test.each([
  ['{', '不是节假日安排文件'],
  [
    { ...invented, holidays: [{ name: '元旦', from: '2027-01-03', to: '2027-01-01' }] },
    '“元旦”的最后一天早于第一天',
  ],
  [{ ...invented, holidays: [] }, '“holidays”不符合格式'],
])(
  'a calendar file that says something impossible is refused in words, and nothing is kept',
  async (content, words) => {
    const { client } = await anOffice();
    await expect(client.settings.importCalendar({ file: fileOf(content) })).rejects.toMatchObject({
      code: 'REFUSED',
      data: { reason: 'unreadableFile', detail: { sentence: expect.stringContaining(words) } },
    });
    expect((await client.settings.all()).calendars).toHaveLength(3);
  },
);
