import { safe } from '@orpc/client';
import { expect, test } from 'vitest';
import type { CaseFacts } from '#shared/contract/cases.ts';
import type { CaseId, LinkId, ReferralId } from '#shared/contract/ids.ts';
import type { OfficeClient } from '#shared/contract/index.ts';
import { type CaseNumber, caseNumberSchema } from '#shared/domain/case-number.ts';
import { localDate } from '#shared/domain/local-date.ts';
import { fen } from '#shared/domain/money.ts';
import { figureNames } from '#shared/domain/statistics.ts';
import { aCase, aCompany, aFilter, aMediator, anAgreement, aPerson } from '../support/builders.ts';
import { anOffice } from '../support/offices.ts';

const court = (number: string): CaseNumber => caseNumberSchema.parse(number);
const before = court('（2026）内0602诉前调17号');
const filed = court('（2026）内0602民初123号');

async function refusalOf(promise: Promise<unknown>): Promise<unknown> {
  const [error] = await safe(promise as Promise<never>);
  return (error as { data?: unknown } | null)?.data;
}

async function register(client: OfficeClient, facts: Partial<CaseFacts> = {}): Promise<CaseId> {
  const parties = [aPerson(), aCompany()];
  return (await client.cases.register({ facts: aCase(facts), parties, draftId: null })).id;
}

async function merge(client: OfficeClient, caseId: CaseId, intoCaseId: CaseId) {
  const { version } = await client.cases.get({ id: caseId });
  return client.links.mergeInto({ caseId, version, intoCaseId, reason: '二次分流' });
}

async function restore(client: OfficeClient, caseId: CaseId) {
  const { version } = await client.cases.get({ id: caseId });
  return client.cases.restore({ caseId, version });
}

async function found(client: OfficeClient, search: string): Promise<readonly CaseId[]> {
  const { rows } = await client.cases.list({ filter: aFilter({ search }), after: null, limit: 10 });
  return rows.map(({ id }) => id);
}

async function told(client: OfficeClient, id: CaseId): Promise<readonly string[]> {
  return (await client.cases.history({ id })).map(({ what }) => what);
}

test('two cases are linked once, seen from both sides, and told in the history of both', async () => {
  const { client } = await anOffice();
  const [one, other] = [await register(client), await register(client)];
  const link = { caseId: other, otherCaseId: one, kind: 'related', remarks: '同一工程' } as const;
  const { id } = await client.links.link(link);
  for (const [mine, theirs] of [
    [one, other],
    [other, one],
  ] as const) {
    expect((await client.cases.get({ id: mine })).links).toMatchObject([
      { id, kind: 'related', remarks: '同一工程', other: { id: theirs }, otherRemoved: false },
    ]);
    expect(await told(client, mine)).toContain('linked');
  }
  expect(await refusalOf(client.links.link({ ...link, caseId: one, otherCaseId: other }))).toMatchObject({
    reason: 'alreadyLinked',
  });
  expect(await refusalOf(client.links.link({ ...link, otherCaseId: other }))).toMatchObject({
    reason: 'sameCase',
  });
  await client.links.cancel({ id, reason: '关联错了' });
  for (const mine of [one, other]) {
    expect((await client.cases.get({ id: mine })).links).toEqual([]);
    expect(await told(client, mine)).toContain('linkCancelled');
  }
  const [error] = await safe(client.links.cancel({ id: id as LinkId, reason: '再来' }));
  expect(error).toMatchObject({ code: 'NOT_FOUND' });
  await client.links.link(link);
});

test('an earlier referral is kept with its number, by which the case is found, and can be cancelled', async () => {
  const { client } = await anOffice();
  const id = await register(client);
  const referral = {
    unit: '东胜区综治中心',
    referredOn: localDate('2026-09-01'),
    number: '东综转〔2026〕88号',
    result: '未达成协议',
  };
  const { id: referralId } = await client.referrals.record({ caseId: id, referral });
  expect((await client.cases.get({ id })).referrals).toEqual([
    { ...referral, id: referralId, fromCaseId: null },
  ]);
  expect(await found(client, '2026 88')).toEqual([id]);
  expect(
    await refusalOf(
      client.referrals.record({
        caseId: id,
        referral: { ...referral, referredOn: localDate('2026-11-21') },
      }),
    ),
  ).toMatchObject({ reason: 'notYet' });
  await client.referrals.cancel({ id: referralId as ReferralId, reason: '另一件的' });
  expect((await client.cases.get({ id })).referrals).toEqual([]);
  expect(await told(client, id)).toEqual(expect.arrayContaining(['referralRecorded', 'referralCancelled']));
});

test('a dispute that was registered twice becomes one case with both numbers, and the merge can be taken back', async () => {
  const { client } = await anOffice();
  const duplicate = await register(client, {
    courtNumbers: [before],
    platformNumber: 'P-2026-7711',
    letterNumber: '东法委调〔2026〕35号',
    letterOn: localDate('2026-10-08'),
  });
  const kept = await register(client, { channel: 'B', courtNumbers: [filed] });
  const { internalNumber } = await client.cases.get({ id: duplicate });
  await merge(client, duplicate, kept);

  const present = await client.cases.get({ id: kept });
  expect(present.facts).toMatchObject({ courtNumbers: [filed, before], platformNumber: 'P-2026-7711' });
  expect(present.referrals).toMatchObject([
    {
      fromCaseId: duplicate,
      referredOn: '2026-10-08',
      number: expect.stringContaining('东法委调〔2026〕35号'),
      result: expect.stringContaining(internalNumber),
    },
  ]);
  expect(present.links).toMatchObject([
    { kind: 'sameDispute', other: { id: duplicate }, otherRemoved: true },
  ]);
  const gone = await client.cases.get({ id: duplicate });
  expect(gone.removed?.reason).toBe(`与${present.internalNumber}为同一纠纷：二次分流`);
  expect(await found(client, '诉前调17')).toEqual([kept]);
  expect(await found(client, 'P-2026-7711')).toEqual([kept]);
  expect(await told(client, duplicate)).toContain('removed');
  expect(await told(client, kept)).toContain('mergedFrom');
  const [referral] = present.referrals;
  if (referral === undefined) throw new Error('The merge leaves a referral.');
  expect(await refusalOf(client.referrals.cancel({ id: referral.id, reason: '不要' }))).toMatchObject({
    reason: 'mergedReferral',
  });

  await restore(client, duplicate);
  expect((await client.cases.get({ id: kept })).facts).toMatchObject({
    courtNumbers: [filed],
    platformNumber: null,
  });
  const back = await client.cases.get({ id: duplicate });
  expect(back).toMatchObject({ removed: null, links: [], facts: { courtNumbers: [before] } });
  expect((await client.cases.get({ id: kept })).referrals).toEqual([]);
  expect(await found(client, '诉前调17')).toEqual([duplicate]);
  expect(await told(client, kept)).toContain('mergeUndone');
  expect(await client.office.verify()).toMatchObject({ ok: true });
});

test('a case that was merged on keeps nothing of what is restored, and a second platform number is still found', async () => {
  const { client } = await anOffice();
  const first = await register(client, { courtNumbers: [before], platformNumber: 'P-2026-7711' });
  const second = await register(client, { platformNumber: 'P-2026-8822' });
  const third = await register(client, { courtNumbers: [filed] });
  await merge(client, first, second);
  await merge(client, second, third);
  expect((await client.cases.get({ id: third })).facts).toMatchObject({
    courtNumbers: [filed, before],
    platformNumber: 'P-2026-8822',
  });
  await restore(client, first);
  expect((await client.cases.get({ id: first })).facts.courtNumbers).toEqual([before]);
  expect((await client.cases.get({ id: third })).facts.courtNumbers).toEqual([filed]);
  await restore(client, second);
  await merge(client, first, second);
  expect((await client.cases.get({ id: second })).facts.platformNumber).toBe('P-2026-8822');
  expect(await found(client, 'P-2026-7711')).toEqual([second]);
  expect(await client.office.verify()).toMatchObject({ ok: true });
});

test('a case is not merged into itself, nor into one in the recycle bin, nor twice', async () => {
  const { client } = await anOffice();
  const [one, other] = [await register(client), await register(client)];
  expect(await refusalOf(merge(client, one, one))).toMatchObject({ reason: 'sameCase' });
  await merge(client, one, other);
  expect(await refusalOf(merge(client, one, other))).toMatchObject({ reason: 'alreadyRemoved' });
  expect(await refusalOf(merge(client, other, one))).toMatchObject({ reason: 'alreadyRemoved' });
  expect((await client.cases.get({ id: other })).removed).toBeNull();
});

/** What each figure of the year counts, and the whole report of it. */
async function figuresOf(client: OfficeClient) {
  const period = { from: localDate('2026-01-01'), to: localDate('2026-12-31') };
  const counts = new Map<string, number>();
  for (const figure of figureNames) {
    const filter = aFilter({ counted: { figure, period, slices: [] } });
    counts.set(figure, (await client.cases.count({ filter })).count);
  }
  const { current } = await client.statistics.report({ request: { kind: 'year', year: 2026 } });
  return { counts: Object.fromEntries(counts), current };
}

test('a dispute that was referred twice counts once in every figure', async () => {
  const { client } = await anOffice();
  const { id: mediatorId } = await client.mediators.add({ mediator: aMediator() });
  const closed = async (facts: Partial<CaseFacts>) => {
    const id = await register(client, { mediatorId, ...facts });
    const agreement = anAgreement({ effect: null, terms: [] });
    await client.agreements.save({ caseId: id, version: null, agreement });
    const { version } = await client.cases.get({ id });
    const closing = {
      code: 'C11',
      closedOn: localDate('2026-11-12'),
      partly: false,
      reason: null,
    } as const;
    await client.cases.close({ caseId: id, version, closing });
    const payment = { paidOn: localDate('2026-11-13'), amountFen: fen(100), voucher: null, remarks: null };
    await client.cases.recordPayment({ caseId: id, payment });
    return id;
  };
  const kept = await closed({ courtNumbers: [filed] });
  const once = await figuresOf(client);
  const duplicate = await closed({ courtNumbers: [before] });
  const twice = await figuresOf(client);
  expect(twice).not.toEqual(once);
  await merge(client, duplicate, kept);
  expect(await figuresOf(client)).toEqual(once);
  await restore(client, duplicate);
  expect(await figuresOf(client)).toEqual(twice);
  expect(await client.office.verify()).toMatchObject({ ok: true });
});

test('a case that is copied for a series is linked to the first, and each counts', async () => {
  const { client } = await anOffice();
  const first = await register(client);
  const facts = aCase();
  const parties = [aPerson({ name: '丁小明', idNumber: null, phones: [] }), aCompany()];
  const { id } = await client.cases.register({ facts, parties, draftId: null, seriesOf: first });
  expect((await client.cases.get({ id: first })).links).toMatchObject([{ kind: 'series', other: { id } }]);
  const { counts } = await figuresOf(client);
  expect(counts.received).toBe(2);
});

test('a series begins with no case that is gone, and nothing is registered then', async () => {
  const { client } = await anOffice();
  const first = await register(client);
  const { version } = await client.cases.get({ id: first });
  await client.cases.remove({ caseId: first, version, reason: '测试' });
  const entry = { facts: aCase(), parties: [aPerson(), aCompany()], draftId: null, seriesOf: first };
  expect(await refusalOf(client.cases.register(entry))).toMatchObject({ reason: 'alreadyRemoved' });
  expect((await client.cases.count({ filter: aFilter() })).count).toBe(0);
});
