import { expect, test } from 'vitest';
import { localDate, month } from '#shared/domain/local-date.ts';
import { aCase, aPerson } from '../support/builders.ts';
import { anOffice, clockAt } from '../support/offices.ts';

test('a case names the closed months that count it, and where a change of it appears', async () => {
  const { client } = await anOffice({ clock: clockAt('2026-12-02') });
  const register = (receivedOn: string) =>
    client.cases.register({
      facts: aCase({ receivedOn: localDate(receivedOn) }),
      parties: [aPerson()],
      draftId: null,
    });
  const { id: september } = await register('2026-09-21');
  const { id: november } = await register('2026-11-03');
  expect(await client.months.counting({ caseId: september })).toEqual({ months: [], adjustedIn: null });
  await client.months.close({ month: month('2026-09') });
  await client.months.close({ month: month('2026-10') });
  expect(await client.months.counting({ caseId: september })).toEqual({
    months: ['2026-09', '2026-10'],
    adjustedIn: '2026-11',
  });
  expect(await client.months.counting({ caseId: november })).toMatchObject({ months: [] });
  await client.months.reopen({ month: month('2026-10'), reason: '漏登了案件' });
  expect(await client.months.counting({ caseId: september })).toEqual({
    months: ['2026-09'],
    adjustedIn: '2026-10',
  });
});
