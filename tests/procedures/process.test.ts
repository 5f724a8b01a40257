import { safe } from '@orpc/client';
import { describe, expect, test } from 'vitest';
import type { CaseDetail } from '#shared/contract/cases.ts';
import type { ConsentFacts } from '#shared/contract/consents.ts';
import type { ContactFacts } from '#shared/contract/contacts.ts';
import type { DisclosureFacts } from '#shared/contract/disclosures.ts';
import type { MediatorId, PartyId } from '#shared/contract/ids.ts';
import type { OfficeClient } from '#shared/contract/index.ts';
import { consentState } from '#shared/domain/consent.ts';
import { contactTally } from '#shared/domain/contact.ts';
import { lackingForDisclosure } from '#shared/domain/disclosure.ts';
import { localDate } from '#shared/domain/local-date.ts';
import { aCase, aCompany, aMediator, aPerson } from '../support/builders.ts';
import { anOffice } from '../support/offices.ts';

async function aRegisteredCase(client: OfficeClient): Promise<CaseDetail> {
  const { id: mediatorId } = await client.mediators.add({ mediator: aMediator() });
  const { id } = await client.cases.register({
    facts: aCase({ mediatorId }),
    parties: [aPerson(), aCompany()],
    draftId: null,
  });
  return client.cases.get({ id });
}

function sidesOf({ parties }: CaseDetail): readonly [PartyId, PartyId] {
  const [applicant, respondent] = parties;
  if (applicant === undefined || respondent === undefined) throw new Error('Two parties were registered.');
  return [applicant.id, respondent.id];
}

function aConsent(partyId: PartyId, consent: Partial<ConsentFacts> = {}): ConsentFacts {
  return {
    partyId,
    agreed: true,
    form: 'written',
    givenOn: localDate('2026-11-05'),
    beforeReferral: false,
    remarks: null,
    ...consent,
  };
}

function aTry(partyId: PartyId | null, contact: Partial<ContactFacts> = {}): ContactFacts {
  return {
    partyId,
    person: null,
    contactedOn: localDate('2026-11-05'),
    contactedAt: '09:30',
    means: 'telephone',
    reachedAt: '13800000002',
    result: 'notReached',
    remarks: null,
    ...contact,
  };
}

function aDisclosure(mediatorId: MediatorId, disclosure: Partial<DisclosureFacts> = {}): DisclosureFacts {
  return {
    mediatorId,
    matter: '与被申请人的经理同在一个商会。',
    disclosedOn: localDate('2026-11-06'),
    applicantsConsentedOn: null,
    respondentsConsentedOn: null,
    consentForm: null,
    decision: null,
    decidedBy: null,
    ...disclosure,
  };
}

async function errorOf(promise: Promise<unknown>): Promise<{ code: string; data: unknown }> {
  const [error] = await safe(promise as Promise<never>);
  if (error === null) throw new Error('It should have been refused.');
  return error as unknown as { code: string; data: unknown };
}

async function happened(client: OfficeClient, { id }: CaseDetail) {
  return (await client.cases.history({ id })).map(({ what }) => what);
}

describe('调解意愿', () => {
  test('is recorded of one party, or of all at once, and the last word holds', async () => {
    const { client } = await anOffice();
    const present = await aRegisteredCase(client);
    const [applicant, respondent] = sidesOf(present);
    await client.consents.recordAll({
      caseId: present.id,
      consents: [aConsent(applicant), aConsent(respondent, { form: 'oral' })],
    });
    const asked = await client.cases.get({ id: present.id });
    expect(asked.consents).toMatchObject([
      { partyId: applicant, agreed: true, form: 'written' },
      { partyId: respondent, form: 'oral', givenOn: '2026-11-05', beforeReferral: false },
    ]);
    expect(consentState(asked.parties, asked.consents).complete).toBe(true);
    await client.consents.record({
      caseId: present.id,
      consent: aConsent(respondent, { agreed: false, givenOn: localDate('2026-11-08') }),
    });
    const { parties, consents, status } = await client.cases.get({ id: present.id });
    expect(consentState(parties, consents).declined.map(({ id }) => id)).toEqual([respondent]);
    expect(status).toBe('accepted');
    expect(await happened(client, present)).toEqual([
      'consentRecorded',
      'consentRecorded',
      'consentRecorded',
      'registered',
    ]);
  });

  test('that was entered wrongly is cancelled with a reason, once, and stays in the history', async () => {
    const { client } = await anOffice();
    const present = await aRegisteredCase(client);
    const [applicant] = sidesOf(present);
    const { id } = await client.consents.record({ caseId: present.id, consent: aConsent(applicant) });
    await client.consents.cancel({ id, reason: '记在了别人名下' });
    expect((await client.cases.get({ id: present.id })).consents).toEqual([]);
    const [cancelled] = await client.cases.history({ id: present.id });
    expect(cancelled).toMatchObject({ what: 'consentCancelled' });
    expect(cancelled?.changes).toContainEqual({ field: 'party', before: '甲小明', after: null });
    expect(cancelled?.changes).toContainEqual({ field: 'reason', before: null, after: '记在了别人名下' });
    const again = await errorOf(client.consents.cancel({ id, reason: '再来一次' }));
    expect(again).toMatchObject({ code: 'NOT_FOUND', data: { noun: 'consent' } });
  });

  test('is refused of somebody else’s party, for a day to come, and of a case in the recycle bin', async () => {
    const { client } = await anOffice();
    const present = await aRegisteredCase(client);
    const other = await aRegisteredCase(client);
    const [applicant] = sidesOf(present);
    const [stranger] = sidesOf(other);
    const record = (consent: ConsentFacts) => client.consents.record({ caseId: present.id, consent });
    expect(await errorOf(record(aConsent(stranger)))).toMatchObject({
      code: 'NOT_FOUND',
      data: { noun: 'party' },
    });
    const all = client.consents.recordAll({
      caseId: present.id,
      consents: [aConsent(applicant), aConsent(stranger)],
    });
    expect(await errorOf(all)).toMatchObject({ code: 'NOT_FOUND' });
    expect((await client.cases.get({ id: present.id })).consents).toEqual([]);
    expect(await errorOf(record(aConsent(applicant, { givenOn: localDate('2026-11-21') })))).toMatchObject({
      data: { reason: 'notYet' },
    });
    await client.cases.remove({ caseId: present.id, version: present.version, reason: '重复登记' });
    expect(await errorOf(record(aConsent(applicant)))).toMatchObject({ data: { reason: 'alreadyRemoved' } });
  });
});

describe('联系记录', () => {
  test('keeps every try in its order, of parties and of others, and counts the party’s', async () => {
    const { client } = await anOffice();
    const present = await aRegisteredCase(client);
    const [, respondent] = sidesOf(present);
    const record = (contact: ContactFacts) => client.contacts.record({ caseId: present.id, contact });
    await record(aTry(respondent, { contactedOn: localDate('2026-11-06'), contactedAt: null }));
    await record(aTry(respondent));
    await record(aTry(respondent, { contactedAt: '15:00', means: 'message' }));
    await record(aTry(null, { person: '嘎查书记丁某', result: 'undecided', means: 'visit' }));
    const { contacts, contactRule } = await client.cases.get({ id: present.id });
    expect(contacts.map(({ contactedOn, contactedAt }) => [contactedOn, contactedAt])).toEqual([
      ['2026-11-05', '09:30'],
      ['2026-11-05', '09:30'],
      ['2026-11-05', '15:00'],
      ['2026-11-06', null],
    ]);
    expect(contactTally(contacts, respondent, contactRule)).toMatchObject({
      tries: 3,
      days: 2,
      unreachable: true,
    });
    const wrong = contacts.find(({ means }) => means === 'message');
    if (wrong === undefined) throw new Error('It was recorded.');
    await client.contacts.cancel({ id: wrong.id, reason: '发给了别人' });
    const after = await client.cases.get({ id: present.id });
    expect(contactTally(after.contacts, respondent, contactRule)).toMatchObject({
      tries: 2,
      unreachable: false,
    });
    expect(after.status).toBe('accepted');
    expect((await happened(client, present))[0]).toBe('contactCancelled');
  });

  test('says who it was, and of no day to come', async () => {
    const { client } = await anOffice();
    const present = await aRegisteredCase(client);
    const [applicant] = sidesOf(present);
    const record = (contact: ContactFacts) => client.contacts.record({ caseId: present.id, contact });
    expect(await errorOf(record(aTry(null)))).toMatchObject({ code: 'INVALID' });
    expect(await errorOf(record(aTry(applicant, { contactedOn: localDate('2026-11-21') })))).toMatchObject({
      data: { reason: 'notYet' },
    });
  });
});

describe('a party of whom something stands on record', () => {
  test('cannot be left out before it is cancelled; then the case’s history keeps it', async () => {
    const { client } = await anOffice();
    const present = await aRegisteredCase(client);
    const [applicant, respondent] = sidesOf(present);
    const { id: consentId } = await client.consents.record({
      caseId: present.id,
      consent: aConsent(respondent),
    });
    const { id: contactId } = await client.contacts.record({ caseId: present.id, contact: aTry(respondent) });
    const leaveOut = async () => {
      const { partiesVersion, parties } = await client.cases.get({ id: present.id });
      return client.cases.saveParties({
        caseId: present.id,
        version: partiesVersion,
        parties: parties.filter(({ id }) => id === applicant),
      });
    };
    expect(await errorOf(leaveOut())).toMatchObject({
      code: 'REFUSED',
      data: {
        reason: 'partyInRecords',
        detail: { party: '鄂尔多斯市测试商贸有限公司', records: '调解意愿、联系记录' },
      },
    });
    await client.consents.cancel({ id: consentId, reason: '登记错了人' });
    expect(await errorOf(leaveOut())).toMatchObject({ data: { detail: { records: '联系记录' } } });
    await client.contacts.cancel({ id: contactId, reason: '登记错了人' });
    await leaveOut();
    expect((await client.cases.get({ id: present.id })).parties.map(({ id }) => id)).toEqual([applicant]);
    expect(await happened(client, present)).toEqual([
      'partiesSaved',
      'contactCancelled',
      'consentCancelled',
      'contactRecorded',
      'consentRecorded',
      'registered',
    ]);
    expect((await client.office.verify()).problems).toEqual([]);
  });
});

describe('披露与回避', () => {
  test('is recorded, decided later, and told what it lacks until both sides agreed in writing', async () => {
    const { client } = await anOffice();
    const present = await aRegisteredCase(client);
    const { mediatorId } = present.facts;
    if (mediatorId === null) throw new Error('The case has a mediator.');
    const { id } = await client.disclosures.record({
      caseId: present.id,
      disclosure: aDisclosure(mediatorId),
    });
    const lacking = async () => {
      const { disclosures } = await client.cases.get({ id: present.id });
      return disclosures.map((disclosure) => lackingForDisclosure(disclosure, [mediatorId]));
    };
    expect(await lacking()).toEqual([['decision']]);
    const decided = aDisclosure(mediatorId, {
      decision: 'continue',
      decidedBy: '鄂尔多斯市样例调解委员会',
      applicantsConsentedOn: localDate('2026-11-07'),
      consentForm: 'oral',
    });
    await client.disclosures.amend({ id, version: 1, disclosure: decided });
    expect(await lacking()).toEqual([['respondentsConsent', 'writtenForm']]);
    const complete: DisclosureFacts = {
      ...decided,
      respondentsConsentedOn: localDate('2026-11-08'),
      consentForm: 'written',
    };
    await client.disclosures.amend({ id, version: 2, disclosure: complete });
    expect(await lacking()).toEqual([[]]);
    expect((await client.cases.get({ id: present.id })).disclosures).toEqual([
      { ...complete, id, version: 3, mediatorName: '丙调解' },
    ]);
    const [amended] = await client.cases.history({ id: present.id });
    expect(amended).toMatchObject({ what: 'disclosureAmended' });
    expect(amended?.changes).toEqual([
      { field: 'respondentsConsentedOn', before: null, after: '2026-11-08' },
      { field: 'consentForm', before: 'oral', after: 'written' },
    ]);
    const late = client.disclosures.amend({ id, version: 2, disclosure: decided });
    expect(await errorOf(late)).toMatchObject({ code: 'CONFLICT', data: { noun: 'disclosure' } });
  });

  test('is refused of nobody on the roster and for a day to come', async () => {
    const { client } = await anOffice();
    const present = await aRegisteredCase(client);
    const mediatorId = present.facts.mediatorId as MediatorId;
    const record = (disclosure: DisclosureFacts) =>
      client.disclosures.record({ caseId: present.id, disclosure });
    expect(await errorOf(record(aDisclosure(99 as MediatorId)))).toMatchObject({
      code: 'NOT_FOUND',
      data: { noun: 'mediator' },
    });
    const tomorrow = localDate('2026-11-21');
    for (const ahead of [{ disclosedOn: tomorrow }, { respondentsConsentedOn: tomorrow }]) {
      expect(await errorOf(record(aDisclosure(mediatorId, ahead)))).toMatchObject({
        data: { reason: 'notYet' },
      });
    }
  });
});
