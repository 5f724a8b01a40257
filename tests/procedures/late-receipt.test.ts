import { expect, test } from 'vitest';
import { localDate } from '#shared/domain/local-date.ts';
import { aCase, aPerson } from '../support/builders.ts';
import { anOffice } from '../support/offices.ts';

test('a receipt day that is found after the closing is the receipt once the closing is taken back', async () => {
  const { client } = await anOffice();
  const facts = aCase({ receivedOn: null });
  const { id } = await client.cases.register({ facts, parties: [aPerson()], draftId: null });
  const version = async () => (await client.cases.get({ id })).version;
  const closing = { code: 'C21', closedOn: localDate('2026-11-10'), partly: false, reason: null } as const;
  await client.cases.close({ caseId: id, version: await version(), closing });
  const receivedOn = localDate('2026-11-05');
  await client.cases.amend({
    caseId: id,
    version: await version(),
    facts: { ...facts, receivedOn },
    reason: '补到回证',
  });
  expect((await client.cases.get({ id })).status).toBe('closed');
  await client.cases.correctClosing({ caseId: id, version: await version(), reason: '点错了案件' });
  const { status, moves } = await client.cases.get({ id });
  expect(status).toBe('accepted');
  expect(moves.at(-1)).toMatchObject({ code: 'accept', on: receivedOn, takenBack: null });
});
