import { safe } from '@orpc/client';
import { expect, test } from 'vitest';
import { localDate } from '#shared/domain/local-date.ts';
import { aCase, aCompany, aPerson, aSession } from '../support/builders.ts';
import { anOffice } from '../support/offices.ts';

async function refusalOf(promise: Promise<unknown>): Promise<unknown> {
  const [error] = await safe(promise as Promise<never>);
  return (error as { data?: unknown } | null)?.data;
}

test('a session keeps what is disputed, what is not, and what was proposed', async () => {
  const { client } = await anOffice();
  const { id: caseId } = await client.cases.register({
    facts: aCase(),
    parties: [aPerson(), aCompany()],
    draftId: null,
  });
  const matters = {
    disputed: '违约金应否支付。',
    undisputed: '双方认可货款本金五万元未付。',
    proposals: '调解员建议分两期付清，免除违约金。',
  };
  const { id } = await client.sessions.record({ caseId, session: aSession(matters) });
  expect((await client.cases.get({ id: caseId })).sessions).toMatchObject([matters]);
  const amended = aSession({ ...matters, proposals: null });
  await client.sessions.amend({ id, version: 1, session: amended });
  const [entry] = await client.cases.history({ id: caseId });
  expect(entry?.changes).toEqual([{ field: 'proposals', before: matters.proposals, after: null }]);
});

test('a session that has not been held yet is not recorded: the next day is a field of the one before', async () => {
  const { client } = await anOffice();
  const { id: caseId } = await client.cases.register({
    facts: aCase(),
    parties: [aPerson(), aCompany()],
    draftId: null,
  });
  const tomorrow = aSession({ heldOn: localDate('2026-11-21') });
  const early = client.sessions.record({ caseId, session: tomorrow });
  expect(await refusalOf(early)).toMatchObject({ reason: 'notYet', detail: { what: '调解' } });
  const { id } = await client.sessions.record({
    caseId,
    session: aSession({ heldOn: localDate('2026-11-20'), nextOn: localDate('2026-11-27') }),
  });
  expect(await refusalOf(client.sessions.amend({ id, version: 1, session: tomorrow }))).toMatchObject({
    reason: 'notYet',
  });
});
