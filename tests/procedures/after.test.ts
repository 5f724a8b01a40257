import { safe } from '@orpc/client';
import { describe, expect, test } from 'vitest';
import type { AfterStepFacts } from '#shared/contract/after.ts';
import type { CaseDetail } from '#shared/contract/cases.ts';
import type { CaseId, CourtId, PartyId } from '#shared/contract/ids.ts';
import type { OfficeClient } from '#shared/contract/index.ts';
import type { MatterCode, StepCode } from '#shared/domain/after-closing.ts';
import { parseCaseNumber } from '#shared/domain/case-number.ts';
import type { ClosingCode } from '#shared/domain/closing.ts';
import { localDate, month } from '#shared/domain/local-date.ts';
import { fen } from '#shared/domain/money.ts';
import { aCase, aCompany, aFilter, aMediator, anAgreement, aPerson } from '../support/builders.ts';
import { anOffice, clockAt } from '../support/offices.ts';

const atTheEndOfTheYear = { clock: clockAt('2026-12-31') };

function number(text: string) {
  const parsed = parseCaseNumber(text);
  if (parsed === undefined) throw new Error(`${text} is no case number`);
  return parsed;
}

/** A case that was closed on 12 November 2026, with an agreement where it succeeded. */
async function aClosed(
  client: OfficeClient,
  code: ClosingCode = 'C11',
  facts = aCase(),
): Promise<CaseDetail> {
  const { id } = await client.cases.register({ facts, parties: [aPerson(), aCompany()], draftId: null });
  if (code.startsWith('C1')) {
    const effect = facts.channel === 'B' ? 'conciliationStatement' : 'judicialConfirmation';
    await client.agreements.save({ caseId: id, version: null, agreement: anAgreement({ effect }) });
  }
  const { version } = await client.cases.get({ id });
  const closing = { code, closedOn: localDate('2026-11-12'), partly: false, reason: null };
  await client.cases.close({ caseId: id, version, closing });
  return client.cases.get({ id });
}

function aStep(
  matter: MatterCode,
  step: StepCode,
  on: string,
  more: Partial<AfterStepFacts> = {},
): AfterStepFacts {
  return {
    matter,
    step,
    on: localDate(on),
    partyId: null,
    courtId: null,
    number: null,
    papers: [],
    joint: matter === 'confirmation' && step === 'apply',
    remarks: null,
    ...more,
  };
}

async function take(client: OfficeClient, caseId: CaseId, ...steps: AfterStepFacts[]) {
  const ids = [];
  for (const step of steps) ids.push((await client.after.step({ caseId, step })).id);
  return ids;
}

async function refusal(promise: Promise<unknown>) {
  const [error] = await safe(promise as Promise<never>);
  if (error === null) throw new Error('It should have been refused.');
  return error as unknown as {
    code: string;
    data: { reason?: string; detail?: Record<string, string>; noun?: string };
  };
}

async function figuresOf(client: OfficeClient, of: '2026-11' | '2026-12') {
  const report = await client.statistics.report({ request: { kind: 'month', month: month(of) } });
  return report.current.figures;
}

async function confirmedIn(client: OfficeClient, of: '2026-11' | '2026-12') {
  const period = (await client.statistics.report({ request: { kind: 'month', month: month(of) } })).current
    .period;
  const counted = { figure: 'confirmed' as const, period, slices: [] };
  return (await client.cases.count({ filter: aFilter({ counted }) })).count;
}

const today = { clock: clockAt('2026-11-20') };

describe('司法确认', () => {
  test('it is sent back, mended and confirmed, and counted on the day of the ruling', async () => {
    const { client } = await anOffice(atTheEndOfTheYear);
    const { id } = await aClosed(client);
    const november = await figuresOf(client, '2026-11');
    await take(
      client,
      id,
      aStep('confirmation', 'apply', '2026-11-16', { courtId: 2 as CourtId }),
      aStep('confirmation', 'sendBack', '2026-11-18', { remarks: '缺调解组织主持调解的证明' }),
      aStep('confirmation', 'mend', '2026-11-19', { remarks: '补交证明' }),
      aStep('confirmation', 'accept', '2026-11-23', { number: '(2026)内0602诉前调确5号' }),
    );
    expect((await client.cases.get({ id })).confirmation).toBeNull();
    const [ruling] = await take(
      client,
      id,
      aStep('confirmation', 'confirm', '2026-12-03', { number: '（2026）内0602诉前调确5号' }),
    );
    if (ruling === undefined) throw new Error('The ruling was recorded.');
    const confirmed = await client.cases.get({ id });
    expect(confirmed).toMatchObject({
      closing: { code: 'C11', closedOn: '2026-11-12' },
      confirmation: { confirmedOn: '2026-12-03', courtId: 2, number: '（2026）内0602诉前调确5号' },
      after: {
        steps: [
          { step: 'apply', joint: true },
          { step: 'sendBack', remarks: '缺调解组织主持调解的证明' },
          { step: 'mend' },
          { step: 'accept', number: '（2026）内0602诉前调确5号' },
          { step: 'confirm' },
        ],
      },
    });
    const byItsNumber = aFilter({ search: '诉前调确5' });
    expect(await client.cases.count({ filter: byItsNumber })).toEqual({ count: 1 });
    // The application is of November, the ruling is not.
    const applied = { confirmationApplied: 1, confirmableApplied: 1, appliedAndConfirmed: 1 };
    expect(await figuresOf(client, '2026-11')).toEqual({ ...november, ...applied });
    expect(await figuresOf(client, '2026-12')).toMatchObject({ closed: 0, succeeded: 0 });
    expect([await confirmedIn(client, '2026-11'), await confirmedIn(client, '2026-12')]).toEqual([0, 1]);

    await client.after.cancelStep({ id: ruling, reason: '裁定日期记错' });
    expect((await client.cases.get({ id })).confirmation).toBeNull();
    expect(await confirmedIn(client, '2026-12')).toBe(0);
    expect(await client.office.verify()).toMatchObject({ ok: true, problems: [] });
    const [cancelled, taken] = await client.cases.history({ id });
    expect([cancelled?.what, taken?.what]).toEqual(['afterStepCancelled', 'afterStepTaken']);
    expect(cancelled?.changes).toContainEqual({ field: 'confirmedOn', before: '2026-12-03', after: null });
  });

  test('steps out of their order are refused with the reason and with what to do instead', async () => {
    const { client } = await anOffice(today);
    const { id } = await aClosed(client);
    const early = await refusal(
      client.after.step({ caseId: id, step: aStep('confirmation', 'confirm', '2026-11-20') }),
    );
    expect(early.data).toMatchObject({
      reason: 'stepNotPossible',
      detail: {
        reason: '“司法确认”现在是“待申请”，不能登记“裁定有效”。',
        instead: expect.stringContaining('“双方共同申请”'),
      },
    });
    const tomorrow = await refusal(
      client.after.step({ caseId: id, step: aStep('confirmation', 'apply', '2026-11-21') }),
    );
    expect(tomorrow.data).toMatchObject({ reason: 'notYet' });
    expect((await client.cases.get({ id })).after.steps).toEqual([]);
  });

  test('a confirmation that is written down without its steps keeps working and shows in the same place', async () => {
    const { client } = await anOffice(today);
    const { id } = await aClosed(client);
    await client.cases.recordConfirmation({
      caseId: id,
      confirmedOn: localDate('2026-11-19'),
      courtId: null,
      number: null,
    });
    const again = await refusal(
      client.after.step({ caseId: id, step: aStep('confirmation', 'apply', '2026-11-20') }),
    );
    expect(again.data).toMatchObject({ reason: 'stepNotPossible', detail: { reason: /裁定有效/ } });
  });

  test('a divorce cannot be confirmed, and in channel B only where the office allows it, with a reason', async () => {
    const { client } = await anOffice(today);
    const divorce = await aClosed(client, 'C11', aCase({ cause: { edition: '2025', name: '离婚纠纷' } }));
    const step = aStep('confirmation', 'apply', '2026-11-16');
    expect((await refusal(client.after.step({ caseId: divorce.id, step }))).data).toMatchObject({
      reason: 'confirmationForbidden',
    });
    const { id } = await aClosed(client, 'C11', aCase({ channel: 'B', procedureKind: 'summary' }));
    expect((await refusal(client.after.step({ caseId: id, step }))).data).toMatchObject({
      reason: 'confirmationForbidden',
      detail: { reason: expect.stringContaining('第20条') },
    });
    await client.settings.save({
      version: null,
      change: { subject: 'afterClosing', value: { confirmationInChannelB: true } },
    });
    expect((await refusal(client.after.step({ caseId: id, step }))).data).toMatchObject({
      reason: 'stepNotPossible',
      detail: { reason: expect.stringContaining('要写明') },
    });
    await take(client, id, { ...step, remarks: '已撤回起诉，按先行调解申请' });
    expect((await client.cases.get({ id })).after).toMatchObject({
      settings: { confirmationInChannelB: true },
      steps: [{ remarks: '已撤回起诉，按先行调解申请' }],
    });
  });

  test('its last day stands on 今日 until the application, and again after the application was withdrawn', async () => {
    const { client } = await anOffice(today);
    const { id } = await aClosed(client);
    const dueOn = async () => {
      const { groups } = await client.today.list({ mediatorId: null, groups: ['confirmation'], limit: 10 });
      return groups.flatMap(({ rows }) => rows.map((row) => row.dueOn));
    };
    expect(await dueOn()).toEqual(['2026-12-14']);
    await take(client, id, aStep('confirmation', 'apply', '2026-11-16'));
    expect(await dueOn()).toEqual([]);
    await take(client, id, aStep('confirmation', 'withdraw', '2026-11-18'));
    expect(await dueOn()).toEqual(['2026-12-14']);
    expect(await client.office.verify()).toMatchObject({ ok: true });
  });

  test('before the closing nothing follows it', async () => {
    const { client } = await anOffice(today);
    const { id } = await client.cases.register({ facts: aCase(), parties: [aPerson()], draftId: null });
    const step = aStep('confirmation', 'apply', '2026-11-16');
    expect((await refusal(client.after.step({ caseId: id, step }))).data).toMatchObject({
      reason: 'notClosed',
    });
  });
});

describe('民事调解书', () => {
  test('it is served on two days, once on each party, and the closing stays where it was', async () => {
    const { client } = await anOffice(atTheEndOfTheYear);
    const { id, parties } = await aClosed(client, 'C11', aCase({ channel: 'B', procedureKind: 'summary' }));
    const november = await figuresOf(client, '2026-11');
    const december = await figuresOf(client, '2026-12');
    const [first, second] = parties;
    if (first === undefined || second === undefined) throw new Error('Two parties were registered.');
    await take(
      client,
      id,
      aStep('statement', 'submit', '2026-11-13'),
      aStep('statement', 'review', '2026-11-16'),
      aStep('statement', 'issue', '2026-11-26', { number: '(2026)内0602民初123号' }),
      aStep('statement', 'serve', '2026-12-01', { partyId: second.id }),
    );
    const twice = aStep('statement', 'serve', '2026-12-02', { partyId: second.id });
    expect((await refusal(client.after.step({ caseId: id, step: twice }))).data).toMatchObject({
      reason: 'stepNotPossible',
      detail: { reason: expect.stringContaining('已经登记过') },
    });
    const strangers = aStep('statement', 'serve', '2026-12-02', { partyId: 999 as PartyId });
    expect(await refusal(client.after.step({ caseId: id, step: strangers }))).toMatchObject({
      code: 'NOT_FOUND',
      data: { noun: 'party' },
    });
    await take(client, id, aStep('statement', 'serve', '2026-12-04', { partyId: first.id }));
    expect((await client.cases.get({ id })).closing).toMatchObject({ closedOn: '2026-11-12' });
    expect(await figuresOf(client, '2026-11')).toEqual(november);
    expect(await figuresOf(client, '2026-12')).toEqual(december);
  });
});

describe('转立案', () => {
  test('the papers go with their list, and the new number finds the case and counts it once', async () => {
    const { client } = await anOffice(atTheEndOfTheYear);
    const facts = aCase({ courtNumbers: [number('（2026）内0602诉前调8号')] });
    const closed = await aClosed(client, 'C23', facts);
    const { id, version } = closed;
    const november = await figuresOf(client, '2026-11');
    const [, filed] = await take(
      client,
      id,
      aStep('transfer', 'send', '2026-11-13', { papers: ['起诉状及副本', '调解终结报告'] }),
      aStep('transfer', 'file', '2026-12-02', { number: '(2026)内0602民初0456号' }),
    );
    if (filed === undefined) throw new Error('The filing was recorded.');
    const after = await client.cases.get({ id });
    expect(after).toMatchObject({
      facts: { courtNumbers: ['（2026）内0602诉前调8号', '（2026）内0602民初456号'] },
      closing: { code: 'C23', closedOn: '2026-11-12' },
      after: { steps: [{ papers: ['起诉状及副本', '调解终结报告'] }, { number: '（2026）内0602民初456号' }] },
    });
    const found = await client.cases.list({ filter: aFilter({ search: '民初456' }), after: null, limit: 10 });
    expect(found.rows.map((row) => row.id)).toEqual([id]);
    expect(await client.cases.count({ filter: aFilter() })).toEqual({ count: 1 });
    expect(await figuresOf(client, '2026-11')).toEqual(november);
    // Whoever still has the case as it was is told, and does not write the number away.
    const stale = await refusal(client.cases.amend({ caseId: id, version, facts: closed.facts }));
    expect(stale).toMatchObject({ code: 'CONFLICT' });

    await client.after.cancelStep({ id: filed, reason: '案号抄错' });
    expect((await client.cases.get({ id })).facts.courtNumbers).toEqual(['（2026）内0602诉前调8号']);
    expect(await client.office.verify()).toMatchObject({ ok: true, problems: [] });
  });

  test('a number of another case is refused, and nothing is recorded', async () => {
    const { client } = await anOffice(atTheEndOfTheYear);
    await client.cases.register({
      facts: aCase({ courtNumbers: [number('（2026）内0602民初456号')] }),
      parties: [aPerson({ name: '戊别案' })],
      draftId: null,
    });
    const { id } = await aClosed(client, 'C24');
    await take(client, id, aStep('transfer', 'send', '2026-11-13'));
    const step = aStep('transfer', 'file', '2026-12-02', { number: '（2026）内0602民初456号' });
    expect((await refusal(client.after.step({ caseId: id, step }))).data).toMatchObject({
      reason: 'caseNumberTaken',
    });
    expect((await client.cases.get({ id })).after.steps).toHaveLength(1);
  });

  test('a number that the case had before stays when the step is cancelled', async () => {
    const { client } = await anOffice(atTheEndOfTheYear);
    const own = number('（2026）内0602民初7号');
    const facts = aCase({ channel: 'B', procedureKind: 'summary', courtNumbers: [own] });
    const { id } = await aClosed(client, 'C24', facts);
    const [, trial] = await take(
      client,
      id,
      aStep('transfer', 'send', '2026-11-13'),
      aStep('transfer', 'resumeTrial', '2026-11-16', { number: own }),
    );
    if (trial === undefined) throw new Error('It went to trial.');
    await client.after.cancelStep({ id: trial, reason: '日期记错' });
    expect((await client.cases.get({ id })).facts.courtNumbers).toEqual([own]);
  });

  test('a step in the middle cannot be cancelled before those after it', async () => {
    const { client } = await anOffice(atTheEndOfTheYear);
    const { id } = await aClosed(client, 'C24');
    const [sent] = await take(
      client,
      id,
      aStep('transfer', 'send', '2026-11-13'),
      aStep('transfer', 'decline', '2026-11-16', { remarks: '当事人不坚持诉讼' }),
    );
    if (sent === undefined) throw new Error('The papers were sent.');
    expect((await refusal(client.after.cancelStep({ id: sent, reason: '记错' }))).data).toMatchObject({
      reason: 'stepNotPossible',
    });
  });
});

describe('回访', () => {
  test('a visit is kept with satisfaction and the next day, and a wrong one is cancelled', async () => {
    const { client } = await anOffice(today);
    const { id, parties } = await aClosed(client);
    const visit = {
      partyId: parties[0]?.id ?? null,
      visitedOn: localDate('2026-11-20'),
      means: 'telephone',
      performance: 'performing',
      satisfaction: 'satisfied',
      remarks: null,
      nextOn: localDate('2026-12-31'),
    } as const;
    const { id: visitId } = await client.after.visit({ caseId: id, visit });
    expect((await client.cases.get({ id })).after.visits).toEqual([{ id: visitId, ...visit }]);
    await client.after.cancelVisit({ id: visitId, reason: '记错案件' });
    expect((await client.cases.get({ id })).after.visits).toEqual([]);
    expect(await refusal(client.after.cancelVisit({ id: visitId, reason: '再来一次' }))).toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});

describe('以案定补', () => {
  const rule = {
    name: '书面协议',
    outcome: 'success',
    closingCodes: ['C11'],
    claimFromFen: null,
    claimBelowFen: fen(10_000_000),
    amountFen: fen(20_000),
    source: '本院测试补贴办法',
  } as const;

  test('no amount is invented: without a table nothing can be granted', async () => {
    const { client } = await anOffice(today);
    const { id: mediatorId } = await client.mediators.add({ mediator: aMediator() });
    const { id, after } = await aClosed(client, 'C11', aCase({ mediatorId }));
    expect(after.subsidyRules).toEqual([]);
    const grant = client.after.grantSubsidy({
      caseId: id,
      mediatorId,
      rule: '书面协议',
      grantedOn: localDate('2026-11-20'),
    });
    expect((await refusal(grant)).data).toMatchObject({ reason: 'stepNotPossible' });
  });

  test('it is granted once per case and mediator, and paid once', async () => {
    const { client } = await anOffice(today);
    await client.settings.save({ version: null, change: { subject: 'subsidies', value: { rules: [rule] } } });
    const { id: mediatorId } = await client.mediators.add({ mediator: aMediator() });
    const { id } = await aClosed(client, 'C11', aCase({ mediatorId }));
    const grant = { caseId: id, mediatorId, rule: '书面协议', grantedOn: localDate('2026-11-19') };
    const { id: subsidyId } = await client.after.grantSubsidy(grant);
    expect((await refusal(client.after.grantSubsidy(grant))).data).toMatchObject({
      reason: 'alreadyGranted',
      detail: { day: '2026年11月19日' },
    });
    const payment = { id: subsidyId, paidOn: localDate('2026-11-20'), voucher: '凭证7号' };
    await client.after.paySubsidy(payment);
    expect((await refusal(client.after.paySubsidy(payment))).data).toMatchObject({
      reason: 'stepNotPossible',
      detail: { reason: '这笔补贴已于2026年11月20日发放。' },
    });
    expect((await client.cases.get({ id })).after.subsidies).toMatchObject([
      { mediatorName: '丙调解', amountFen: 20_000, paidOn: '2026-11-20', voucher: '凭证7号' },
    ]);
    await client.after.cancelSubsidy({ id: subsidyId, reason: '登记错案件' });
    expect((await client.after.grantSubsidy(grant)).id).not.toBe(subsidyId);
  });

  test('a case that the line is not for gets nothing by it', async () => {
    const { client } = await anOffice(today);
    await client.settings.save({ version: null, change: { subject: 'subsidies', value: { rules: [rule] } } });
    const { id: mediatorId } = await client.mediators.add({ mediator: aMediator() });
    const failed = await aClosed(client, 'C24', aCase({ mediatorId }));
    const grant = { mediatorId, rule: '书面协议', grantedOn: localDate('2026-11-20') };
    expect((await refusal(client.after.grantSubsidy({ caseId: failed.id, ...grant }))).data).toMatchObject({
      reason: 'stepNotPossible',
    });
    const other = await client.mediators.add({ mediator: aMediator({ name: '己旁人' }) });
    const closed = await aClosed(client, 'C11', aCase({ mediatorId }));
    const stranger = { caseId: closed.id, ...grant, mediatorId: other.id };
    expect(await refusal(client.after.grantSubsidy(stranger))).toMatchObject({ code: 'INVALID' });
  });
});
