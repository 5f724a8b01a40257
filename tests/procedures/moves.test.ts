import { ORPCError } from '@orpc/client';
import { describe, expect, test } from 'vitest';
import type { AfterStepFacts } from '#shared/contract/after.ts';
import type { CaseDetail, CaseFacts } from '#shared/contract/cases.ts';
import type { CaseId, MediatorId } from '#shared/contract/ids.ts';
import type { OfficeClient } from '#shared/contract/index.ts';
import { caseLife } from '#shared/domain/case-life.ts';
import type { MoveDetails, WishedMove } from '#shared/domain/case-move.ts';
import { casePeriod } from '#shared/domain/case-period.ts';
import { localDate } from '#shared/domain/local-date.ts';
import { defaultPeriodSettings } from '#shared/domain/period.ts';
import { aCase, aCompany, aMediator, anAgreement, aPerson, aSession } from '../support/builders.ts';
import { restCalendars } from '../support/calendars.ts';
import { anOffice } from '../support/offices.ts';

async function aRegistered(facts: Partial<CaseFacts>): Promise<{ client: OfficeClient; id: CaseId }> {
  const { client } = await anOffice();
  const { id } = await client.cases.register({
    facts: aCase(facts),
    parties: [aPerson(), aCompany()],
    draftId: null,
  });
  return { client, id };
}

async function take(client: OfficeClient, id: CaseId, move: WishedMove): Promise<CaseDetail> {
  const { version } = await client.cases.get({ id });
  await client.moves.take({ caseId: id, version, move });
  return client.cases.get({ id });
}

async function takeBack(client: OfficeClient, id: CaseId, reason = '登记错了'): Promise<CaseDetail> {
  const { version } = await client.cases.get({ id });
  await client.moves.takeBack({ caseId: id, version, reason });
  return client.cases.get({ id });
}

/** What the office refused, with its detail. */
async function refusal(
  promise: Promise<unknown>,
): Promise<{ reason: string; detail: Record<string, string> }> {
  const error = await promise.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error instanceof ORPCError && error.code === 'REFUSED') return error.data;
  throw error ?? new Error('It was not refused.');
}

const on = localDate;
const papers = ['起诉状副本', '证据材料'];
const dispatch: WishedMove = { code: 'dispatch', on: on('2026-11-02'), detail: { papers } };
const accept: WishedMove = {
  code: 'accept',
  on: on('2026-11-04'),
  detail: { receivedBy: '丙调解', online: false },
};
const suspend: WishedMove = {
  code: 'suspend',
  on: on('2026-11-10'),
  detail: { ground: 'appraisal', reportedTo: '东胜区人民法院立案庭', note: null },
};

function appoint(mediatorId: number, assistingMediatorIds: number[] = []): WishedMove {
  return {
    code: 'appoint',
    on: on('2026-11-05'),
    detail: {
      mediatorId,
      assistingMediatorIds,
      way: 'chosenByParties',
      recusalNote: null,
      formerMediatorId: null,
      formerAssistingMediatorIds: [],
    },
  };
}

function extend(detail: Partial<MoveDetails['extend']> = {}): WishedMove {
  return {
    code: 'extend',
    on: on('2026-11-12'),
    detail: {
      days: 10,
      requestedBy: '申请人',
      applicantsConsentedOn: on('2026-11-12'),
      respondentsConsentedOn: on('2026-11-12'),
      consentForm: 'written',
      voucher: '延期同意书',
      ...detail,
    },
  };
}

function lastDay(detail: CaseDetail): string | undefined {
  const period = casePeriod(detail.facts, caseLife(detail.moves), defaultPeriodSettings, restCalendars);
  return period?.kind === 'determined' ? period.endsOn : period?.kind;
}

describe('the course of a case', () => {
  test('from the letter to the archive, every move is kept and told in the history', async () => {
    const { client, id } = await aRegistered({ receivedOn: null });
    const mediator = await client.mediators.add({ mediator: aMediator() });
    expect((await take(client, id, dispatch)).status).toBe('dispatched');
    const accepted = await take(client, id, accept);
    expect(accepted).toMatchObject({ status: 'accepted', receivedBasis: 'receipt' });
    expect(accepted.facts.receivedOn).toBe('2026-11-04');
    await take(client, id, { code: 'seekConsent', on: on('2026-11-04'), detail: {} });
    const appointed = await take(client, id, appoint(mediator.id));
    expect(appointed).toMatchObject({ status: 'appointed', mediatorName: '丙调解', sector: '经济' });
    await take(client, id, { code: 'inform', on: on('2026-11-06'), detail: { form: 'written' } });
    await client.sessions.record({ caseId: id, session: aSession({ result: 'agreed' }) });
    await client.agreements.save({ caseId: id, version: null, agreement: anAgreement() });
    const { version, status } = await client.cases.get({ id });
    expect(status).toBe('agreed');
    await client.cases.close({
      caseId: id,
      version,
      closing: { code: 'C11', closedOn: on('2026-11-12'), partly: false, reason: null },
    });
    const archived = await take(client, id, {
      code: 'archive',
      on: on('2026-11-20'),
      detail: { volumeNumber: '2026-1', pages: 40, retention: 'tenYears', place: '档案室' },
    });
    expect(archived.status).toBe('archived');
    expect(archived.moves.map(({ code, from, to }) => [code, from, to])).toEqual([
      ['dispatch', 'registered', 'dispatched'],
      ['accept', 'dispatched', 'accepted'],
      ['seekConsent', 'accepted', 'consent'],
      ['appoint', 'consent', 'appointed'],
      ['inform', 'appointed', 'appointed'],
      ['mediate', 'appointed', 'mediating'],
      ['agree', 'mediating', 'agreed'],
      ['close', 'agreed', 'closed'],
      ['archive', 'closed', 'archived'],
    ]);
    const history = await client.cases.history({ id });
    expect(history.filter(({ what }) => what === 'moved')).toHaveLength(6);
  });

  test('a move that the table does not know is refused with the reason and what to do instead, and changes nothing', async () => {
    const { client, id } = await aRegistered({});
    const before = await client.cases.get({ id });
    const { reason, detail } = await refusal(take(client, id, suspend));
    expect(reason).toBe('illegalMove');
    expect(detail.reason).toBe('案件现在是“已接收”，只有“调解中”的案件才能“中止”。');
    expect(detail.instead).toContain('“确定调解员”');
    expect(await client.cases.get({ id })).toEqual(before);
    const { client: other, id: own } = await aRegistered({ channel: 'C', receivedOn: null });
    expect((await refusal(take(other, own, dispatch))).detail.reason).toBe(
      '自行受理的案件没有“发出委派/委托函”这一步。',
    );
  });

  test('a day that has not come is no day of a move', async () => {
    const { client, id } = await aRegistered({ receivedOn: null });
    const tomorrow = { ...dispatch, on: on('2026-11-21') };
    expect(await refusal(take(client, id, tomorrow))).toMatchObject({ reason: 'notYet' });
  });

  test('a case ends only by the exits of its channel', async () => {
    const { client, id } = await aRegistered({ channel: 'A' });
    const { version } = await client.cases.get({ id });
    const closing = { code: 'C14', closedOn: on('2026-11-12'), partly: false, reason: null } as const;
    const { reason, detail } = await refusal(client.cases.close({ caseId: id, version, closing }));
    expect(reason).toBe('stepNotPossible');
    expect(detail.reason).toContain('C14 调解后撤回起诉');
    expect((await client.cases.get({ id })).closing).toBeNull();
  });

  test('somebody who read an older version moves nothing', async () => {
    const { client, id } = await aRegistered({ receivedOn: null });
    const { version } = await client.cases.get({ id });
    await client.moves.take({ caseId: id, version, move: dispatch });
    const error = await client.moves.take({ caseId: id, version, move: accept }).catch((thrown) => thrown);
    expect(error).toMatchObject({ code: 'CONFLICT' });
  });
});

describe('taking the last move back', () => {
  test('gives receipt and mediators back as they were, keeps the row, and tells who and why', async () => {
    const { client, id } = await aRegistered({ receivedOn: null });
    const [one, two] = await Promise.all(
      ['丙调解', '丁调解'].map((name) =>
        client.mediators.add({ mediator: aMediator({ name, sector: name }) }),
      ),
    );
    const [first, second] = [one?.id as MediatorId, two?.id as MediatorId];
    await take(client, id, accept);
    await take(client, id, appoint(first, [second]));
    await take(client, id, {
      code: 'replace',
      on: on('2026-11-06'),
      detail: {
        mediatorId: second,
        assistingMediatorIds: [],
        requestedBy: '被申请人',
        reason: '与申请人有业务往来',
        decidedBy: '调解组织',
        recusalNote: null,
        formerMediatorId: null,
        formerAssistingMediatorIds: [],
      },
    });
    const replaced = await client.cases.get({ id });
    expect(replaced).toMatchObject({ status: 'appointed', mediatorName: '丁调解', sector: '丁调解' });
    expect(replaced.facts.assistingMediatorIds).toEqual([]);
    const restored = await takeBack(client, id);
    expect(restored).toMatchObject({ status: 'appointed', mediatorName: '丙调解', sector: '丙调解' });
    expect(restored.facts.assistingMediatorIds).toEqual([second]);
    const unappointed = await takeBack(client, id);
    expect(unappointed).toMatchObject({ status: 'accepted', mediatorName: null, sector: null });
    const unreceived = await takeBack(client, id, '签收的是另一件');
    expect(unreceived).toMatchObject({ status: 'registered', receivedBasis: null });
    expect(unreceived.facts.receivedOn).toBeNull();
    expect(unreceived.moves.map(({ takenBack }) => takenBack?.reason)).toEqual([
      '签收的是另一件',
      '登记错了',
      '登记错了',
    ]);
    expect(await refusal(takeBack(client, id))).toMatchObject({ reason: 'nothingToUndo' });
  });

  test('an archived case is taken out of the archive, and a closing back into the case', async () => {
    const { client, id } = await aRegistered({});
    await client.sessions.record({ caseId: id, session: aSession({ result: 'failed' }) });
    const { version } = await client.cases.get({ id });
    const closing = { code: 'C24', closedOn: on('2026-11-12'), partly: false, reason: '差距过大' } as const;
    await client.cases.close({ caseId: id, version, closing });
    await take(client, id, {
      code: 'archive',
      on: on('2026-11-13'),
      detail: { volumeNumber: '1', pages: null, retention: null, place: null },
    });
    expect(await takeBack(client, id)).toMatchObject({ status: 'closed', closing });
    const open = await takeBack(client, id, '结错了案');
    expect(open).toMatchObject({ status: 'mediating', closing: null });
    const history = await client.cases.history({ id });
    expect(
      history
        .slice(0, 2)
        .map(({ what }) => what)
        .concat(history.slice(-2).map(({ what }) => what)),
    ).toEqual(expect.arrayContaining(['closingCorrected', 'moveTakenBack']));
    await client.cases.close({ caseId: id, version: open.version, closing });
    expect((await client.cases.get({ id })).status).toBe('closed');
  });
});

describe('the period', () => {
  test('stands still while an appraisal is made, and runs on for its days', async () => {
    const { client, id } = await aRegistered({});
    await client.sessions.record({ caseId: id, session: aSession({ heldOn: on('2026-11-05') }) });
    expect(lastDay(await client.cases.get({ id }))).toBe('2026-12-02');
    expect(lastDay(await take(client, id, suspend))).toBe('standing');
    const early = { code: 'resume', on: on('2026-11-09'), detail: { note: null } } as const;
    expect(await refusal(take(client, id, early))).toMatchObject({ reason: 'stepNotPossible' });
    const resumed = await take(client, id, { ...early, on: on('2026-11-19') });
    expect(resumed.status).toBe('mediating');
    expect(lastDay(resumed)).toBe('2026-12-14');
    expect(lastDay(await takeBack(client, id))).toBe('standing');
  });

  test('is extended only with the consent of both sides, given before it ended', async () => {
    const { client, id } = await aRegistered({ channel: 'B', procedureKind: 'ordinary' });
    expect(lastDay(await client.cases.get({ id }))).toBe('2026-11-17');
    const missing = await refusal(take(client, id, extend({ respondentsConsentedOn: null })));
    expect(missing).toMatchObject({ reason: 'extensionNotAllowed' });
    expect(missing.detail.reason).toContain('没有被申请人一方同意延长的记录');
    const late = await refusal(take(client, id, extend({ respondentsConsentedOn: on('2026-11-18') })));
    expect(late.detail.reason).toContain('期限已在 2026年11月17日届满');
    const future = await refusal(take(client, id, extend({ respondentsConsentedOn: on('2026-11-21') })));
    expect(future.reason).toBe('notYet');
    const extended = await take(client, id, extend());
    expect(extended.status).toBe('accepted');
    expect(lastDay(extended)).toBe('2026-11-27');
  });

  test('of a case after filing is extended by thirty days in all, before filing without limit', async () => {
    const { client, id } = await aRegistered({ channel: 'B', procedureKind: 'summary' });
    const early = { applicantsConsentedOn: on('2026-11-09'), respondentsConsentedOn: on('2026-11-09') };
    await take(client, id, extend({ ...early, days: 25 }));
    const over = await refusal(take(client, id, extend({ ...early, days: 6 })));
    expect(over.detail.reason).toContain('延长合计不得超过 30 日，此前已延长 25 日');
    await take(client, id, extend({ ...early, days: 5 }));
    const { client: other, id: delegated } = await aRegistered({ channel: 'A' });
    await take(other, delegated, extend({ days: 60 }));
    expect((await other.cases.get({ id: delegated })).moves.at(-1)?.code).toBe('extend');
  });

  test('agreed on earlier but entered later takes no room from one that stands', async () => {
    const { client, id } = await aRegistered({ channel: 'B', procedureKind: 'ordinary' });
    const standing = await take(client, id, extend({ days: 20 }));
    expect(lastDay(standing)).toBe('2026-12-07');
    const day = on('2026-11-09');
    const earlier = extend({ days: 15, applicantsConsentedOn: day, respondentsConsentedOn: day });
    expect((await refusal(take(client, id, earlier))).detail.reason).toContain('此前登记的延长 20 日');
    expect(lastDay(await client.cases.get({ id }))).toBe('2026-12-07');
  });

  test('without a procedure there is nothing to extend', async () => {
    const { client, id } = await aRegistered({ channel: 'B', procedureKind: null });
    expect((await refusal(take(client, id, extend()))).detail.reason).toContain('期限还算不出来');
  });

  test('is not begun anew by another mediator', async () => {
    const { client, id } = await aRegistered({});
    const { id: mediatorId } = await client.mediators.add({ mediator: aMediator() });
    const before = lastDay(await client.cases.get({ id }));
    expect(lastDay(await take(client, id, appoint(mediatorId)))).toBe(before);
  });
});

describe('corrections of a case that has gone on', () => {
  async function amend(client: OfficeClient, id: CaseId, facts: Partial<CaseFacts>, reason: string | null) {
    const { version, facts: present } = await client.cases.get({ id });
    return client.cases.amend({ caseId: id, version, facts: { ...present, ...facts }, reason });
  }

  test('of receipt, channel and mediator need a reason, which the history keeps', async () => {
    const { client, id } = await aRegistered({});
    const [one, two] = await Promise.all(
      ['丙调解', '丁调解'].map((name) => client.mediators.add({ mediator: aMediator({ name }) })),
    );
    await take(client, id, appoint(one?.id as number));
    for (const [facts, what] of [
      [{ receivedOn: on('2026-11-03') }, '接收日期'],
      [{ channel: 'B' }, '通道'],
      [{ mediatorId: two?.id as MediatorId }, '调解员'],
    ] as const) {
      expect(await refusal(amend(client, id, facts, null))).toEqual({
        reason: 'reasonNeeded',
        detail: { what },
      });
    }
    await amend(client, id, { receivedOn: on('2026-11-03') }, '签收单上是 3 日');
    expect((await client.cases.get({ id })).facts.receivedOn).toBe('2026-11-03');
    const history = await client.cases.history({ id });
    const amended = history.find(({ what }) => what === 'amended');
    expect(amended?.changes.find(({ field }) => field === 'reason')?.after).toBe('签收单上是 3 日');
  });

  test('the receipt cannot be cleared while something rests on it', async () => {
    const { client, id } = await aRegistered({});
    await take(client, id, { code: 'inform', on: on('2026-11-06'), detail: { form: 'oral' } });
    expect(await refusal(amend(client, id, { receivedOn: null }, null))).toMatchObject({
      reason: 'receiptInUse',
    });
    await takeBack(client, id);
    await amend(client, id, { receivedOn: null }, null);
    expect((await client.cases.get({ id })).status).toBe('registered');
  });

  test('a case whose letter has gone out is not turned into one of the office itself', async () => {
    const { client, id } = await aRegistered({ receivedOn: null });
    await take(client, id, dispatch);
    expect(await refusal(amend(client, id, { channel: 'C' }, '写错了'))).toMatchObject({
      reason: 'stepNotPossible',
    });
  });

  test('a closed case is not turned into a channel that does not end in its way', async () => {
    const { client, id } = await aRegistered({ channel: 'B', procedureKind: 'ordinary' });
    const closing = { code: 'C14', closedOn: on('2026-11-12'), partly: false, reason: null } as const;
    const { version } = await client.cases.get({ id });
    await client.cases.close({ caseId: id, version, closing });
    const { reason, detail } = await refusal(amend(client, id, { channel: 'A' }, '登记错了'));
    expect(reason).toBe('stepNotPossible');
    expect(detail.reason).toContain('C14 调解后撤回起诉');
    expect(detail.instead).toContain('误操作更正');
    await client.cases.correctClosing({ caseId: id, version: version + 1, reason: '通道登记错了' });
    await amend(client, id, { channel: 'A' }, '登记错了');
    expect((await client.cases.get({ id })).facts.channel).toBe('A');
  });

  test('the closing of an archived case is not corrected before the archiving is taken back', async () => {
    const { client, id } = await aRegistered({});
    const closing = { code: 'C24', closedOn: on('2026-11-12'), partly: false, reason: null } as const;
    const { version } = await client.cases.get({ id });
    await client.cases.close({ caseId: id, version, closing });
    const detail = { volumeNumber: '1', pages: null, retention: null, place: null };
    const archived = await take(client, id, { code: 'archive', on: on('2026-11-13'), detail });
    const correct = (at: number) =>
      client.cases.correctClosing({ caseId: id, version: at, reason: '填错了' });
    expect(await refusal(correct(archived.version))).toMatchObject({ reason: 'illegalMove' });
    expect((await client.cases.get({ id })).status).toBe('archived');
    const closed = await takeBack(client, id);
    await correct(closed.version);
    expect((await client.cases.get({ id })).closing).toBeNull();
  });

  test('a closing that something followed is not taken back before that is cancelled', async () => {
    const { client, id } = await aRegistered({});
    const closing = { code: 'C11', closedOn: on('2026-11-12'), partly: false, reason: null } as const;
    const { version } = await client.cases.get({ id });
    await client.cases.close({ caseId: id, version, closing });
    const applied: AfterStepFacts = {
      matter: 'confirmation',
      step: 'apply',
      on: on('2026-11-13'),
      partyId: null,
      courtId: null,
      number: null,
      papers: [],
      joint: true,
      remarks: null,
    };
    const { id: stepId } = await client.after.step({ caseId: id, step: applied });
    const correct = async () => {
      const present = await client.cases.get({ id });
      return client.cases.correctClosing({ caseId: id, version: present.version, reason: '填错了' });
    };
    expect(await refusal(correct())).toMatchObject({ reason: 'stepNotPossible' });
    await client.after.cancelStep({ id: stepId, reason: '登记错了' });
    await correct();
    expect((await client.cases.get({ id })).closing).toBeNull();
  });

  test('an extension that is written down after the period has ended names its paper', async () => {
    const { client, id } = await aRegistered({ receivedOn: on('2026-10-09') });
    const late = (voucher: string | null): WishedMove => ({
      code: 'extend',
      on: on('2026-11-20'),
      detail: {
        days: 10,
        requestedBy: null,
        applicantsConsentedOn: on('2026-11-05'),
        respondentsConsentedOn: on('2026-11-06'),
        consentForm: 'written',
        voucher,
      },
    });
    const { reason, detail } = await refusal(take(client, id, late(null)));
    expect(reason).toBe('extensionNotAllowed');
    expect(detail.reason).toContain('写明凭证');
    expect(caseLife((await take(client, id, late('延期同意书'))).moves).extensions).toHaveLength(1);
  });
});
