import { expect, test } from 'vitest';
import type { AgreementFacts } from '#shared/contract/agreements.ts';
import type { CaseFacts } from '#shared/contract/cases.ts';
import type { CaseId, MediatorId } from '#shared/contract/ids.ts';
import type { OfficeClient } from '#shared/contract/index.ts';
import { type TodayGroup, todayGroupCodes } from '#shared/domain/case-dates.ts';
import type { WishedMove } from '#shared/domain/case-move.ts';
import { localDate } from '#shared/domain/local-date.ts';
import { fen } from '#shared/domain/money.ts';
import { defaultPeriodSettings } from '#shared/domain/period.ts';
import { closeRegister, openRegister } from '../../src/main/register/open.ts';
import { aCase, aCompany, aMediator, anAgreement, aPerson, aSession } from '../support/builders.ts';
import { shippedCalendar } from '../support/calendars.ts';
import { anOffice, clockAt } from '../support/offices.ts';

const d = localDate;

async function register(client: OfficeClient, facts: Partial<CaseFacts> = {}): Promise<CaseId> {
  const parties = [aPerson(), aCompany()];
  return (await client.cases.register({ facts: aCase(facts), parties, draftId: null })).id;
}

async function take(client: OfficeClient, caseId: CaseId, move: WishedMove): Promise<void> {
  const { version } = await client.cases.get({ id: caseId });
  await client.moves.take({ caseId, version, move });
}

async function close(client: OfficeClient, caseId: CaseId, closedOn: string): Promise<void> {
  const { version } = await client.cases.get({ id: caseId });
  const closing = { code: 'C11', closedOn: d(closedOn), partly: false, reason: null } as const;
  await client.cases.close({ caseId, version, closing });
}

/** The groups as lines: internal sequence, matter, day. */
async function listed(client: OfficeClient, mediatorId: MediatorId | null = null) {
  const { groups, counts } = await client.today.list({
    mediatorId,
    groups: [...todayGroupCodes],
    limit: 100,
  });
  const lines = Object.fromEntries(
    groups
      .filter(({ rows }) => rows.length > 0)
      .map(({ group, rows }) => [group, rows.map((row) => `${row.case.id} ${row.matter} ${row.dueOn}`)]),
  ) as Partial<Record<TodayGroup, string[]>>;
  for (const group of todayGroupCodes)
    expect([group, counts[group]]).toEqual([group, lines[group]?.length ?? 0]);
  return lines;
}

test('what is overdue, due today, in three and in seven days stands in groups by its last day', async () => {
  const { client } = await anOffice();
  const summary = (receivedOn: string) =>
    register(client, { channel: 'B', procedureKind: 'summary', receivedOn: d(receivedOn) });
  const overdue = await summary('2026-11-02');
  const dueToday = await summary('2026-11-13');
  const inThree = await summary('2026-11-16');
  const inFour = await summary('2026-11-17');
  const later = await summary('2026-11-20');
  expect(await listed(client)).toEqual({
    overdue: [`${overdue} period 2026-11-09`],
    today: [`${dueToday} period 2026-11-20`],
    threeDays: [`${inThree} period 2026-11-23`],
    sevenDays: [`${inFour} period 2026-11-24`, `${later} period 2026-11-27`],
  });
});

test('a case is found under what it waits for on its way from the letter to the archive', async () => {
  const { client } = await anOffice();
  const id = await register(client, { receivedOn: null });
  expect(await listed(client)).toEqual({
    waiting: [`${id} receipt 2026-11-20`],
    acceptance: [`${id} receipt 2026-11-20`],
  });
  await take(client, id, { code: 'dispatch', on: d('2026-11-16'), detail: { papers: [] } });
  expect(await listed(client)).toEqual({
    overdue: [`${id} acceptance 2026-11-19`],
    acceptance: [`${id} acceptance 2026-11-19`],
  });
  await take(client, id, {
    code: 'accept',
    on: d('2026-11-17'),
    detail: { receivedBy: null, online: false },
  });
  expect(await listed(client)).toEqual({});
  await client.sessions.record({
    caseId: id,
    session: aSession({ heldOn: d('2026-11-18'), nextOn: d('2026-11-21') }),
  });
  expect(await listed(client)).toEqual({ threeDays: [`${id} nextSession 2026-11-21`] });
  const agreement = anAgreement({
    signedOn: null,
    terms: [
      {
        kind: 'payment',
        payers: [],
        payees: [],
        purpose: null,
        amountFen: fen(4_500_000),
        liability: null,
        onSigning: false,
        dueOn: null,
        instalments: [
          { dueOn: d('2026-11-25'), amountFen: fen(2_000_000) },
          { dueOn: d('2027-03-31'), amountFen: fen(2_500_000) },
        ],
        method: null,
        account: null,
      },
    ],
  });
  await save(client, id, agreement);
  const agreed = await listed(client);
  expect(agreed.signature).toEqual([`${id} signature 2026-11-20`]);
  expect(agreed.waiting).toEqual(agreed.signature);
  expect(agreed.instalment).toBeUndefined();
  await save(client, id, { ...agreement, signedOn: d('2026-11-20') });
  await close(client, id, '2026-11-20');
  expect(await listed(client)).toEqual({
    sevenDays: [`${id} instalment 2026-11-25`],
    instalment: [`${id} instalment 2026-11-25`],
    confirmation: [`${id} confirmation 2026-12-21`],
    archive: [`${id} archive 2026-12-20`],
  });
  const payment = { paidOn: d('2026-11-20'), amountFen: fen(2_000_000), voucher: null, remarks: null };
  await client.cases.recordPayment({ caseId: id, payment });
  await client.cases.recordConfirmation({
    caseId: id,
    confirmedOn: d('2026-11-20'),
    courtId: null,
    number: null,
  });
  expect(await listed(client)).toEqual({ archive: [`${id} archive 2026-12-20`] });
  await take(client, id, {
    code: 'archive',
    on: d('2026-11-20'),
    detail: { volumeNumber: '1', pages: null, retention: null, place: null },
  });
  expect(await listed(client)).toEqual({});
  expect(await client.office.verify()).toMatchObject({ ok: true });
});

async function save(client: OfficeClient, caseId: CaseId, agreement: AgreementFacts): Promise<void> {
  const present = (await client.cases.get({ id: caseId })).agreement;
  await client.agreements.save({ caseId, version: present?.version ?? null, agreement });
}

test('what the court sent back waits to be mended, a visit for its day, a case that stands still for its going on', async () => {
  const { client } = await anOffice();
  const id = await register(client);
  await save(client, id, anAgreement({ signedOn: d('2026-11-12') }));
  await close(client, id, '2026-11-12');
  const archive = [`${id} archive 2026-12-12`];
  expect(await listed(client)).toEqual({ confirmation: [`${id} confirmation 2026-12-14`], archive });
  const step = (code: 'apply' | 'sendBack' | 'mend', on: string) =>
    client.after.step({
      caseId: id,
      step: {
        matter: 'confirmation',
        step: code,
        on: d(on),
        partyId: null,
        courtId: null,
        number: null,
        papers: [],
        joint: code === 'apply',
        remarks: null,
      },
    });
  await step('apply', '2026-11-16');
  expect(await listed(client)).toEqual({ archive });
  await step('sendBack', '2026-11-18');
  const mending = [`${id} mending 2026-11-18`];
  expect(await listed(client)).toEqual({ waiting: mending, confirmation: mending, archive });
  await step('mend', '2026-11-19');
  await client.after.visit({
    caseId: id,
    visit: {
      partyId: null,
      visitedOn: d('2026-11-20'),
      means: 'telephone',
      performance: null,
      satisfaction: null,
      remarks: null,
      nextOn: d('2026-11-27'),
    },
  });
  const visit = [`${id} visit 2026-11-27`];
  expect(await listed(client)).toEqual({ sevenDays: visit, visit, archive });
  const still = await register(client);
  await client.sessions.record({ caseId: still, session: aSession() });
  await take(client, still, {
    code: 'suspend',
    on: d('2026-11-19'),
    detail: { ground: 'appraisal', reportedTo: null, note: null },
  });
  expect((await listed(client)).waiting).toEqual([`${still} suspended 2026-11-19`]);
  expect(await client.office.verify()).toMatchObject({ ok: true });
});

test('a mediator sees the cases that are theirs, and a replacement moves them over', async () => {
  const { client } = await anOffice();
  const { id: mine } = await client.mediators.add({ mediator: aMediator({ name: '丙调解' }) });
  const { id: theirs } = await client.mediators.add({ mediator: aMediator({ name: '丁调解' }) });
  const id = await register(client, { mediatorId: mine, receivedOn: d('2026-10-20') });
  const overdue = { overdue: [`${id} period 2026-11-19`] };
  expect(await listed(client)).toEqual(overdue);
  expect(await listed(client, mine)).toEqual(overdue);
  expect(await listed(client, theirs)).toEqual({});
  const { version, facts } = await client.cases.get({ id });
  await client.cases.amend({ caseId: id, version, facts: { ...facts, mediatorId: theirs }, reason: null });
  expect(await listed(client, mine)).toEqual({});
  expect(await listed(client, theirs)).toEqual(overdue);
});

test('a case in the recycle bin is not due, and is again when it comes back', async () => {
  const { client } = await anOffice();
  const id = await register(client, { receivedOn: d('2026-10-20') });
  const { version } = await client.cases.get({ id });
  await client.cases.remove({ caseId: id, version, reason: '重复登记' });
  expect(await listed(client)).toEqual({});
  await client.cases.restore({ caseId: id, version: version + 1 });
  expect(await listed(client)).toEqual({ overdue: [`${id} period 2026-11-19`] });
});

test('only as many rows come as were asked for, and the counts are of all', async () => {
  const { client } = await anOffice();
  for (const day of ['2026-10-14', '2026-10-13', '2026-10-15'])
    await register(client, { receivedOn: d(day) });
  const answer = await client.today.list({ mediatorId: null, groups: ['overdue'], limit: 2 });
  expect(answer.counts.overdue).toBe(3);
  expect(answer.groups[0]?.rows.map(({ dueOn }) => dueOn)).toEqual(['2026-11-16', '2026-11-13']);
});

test('verify names a case whose days are not what its facts give', async () => {
  const { client, dataDir } = await anOffice();
  const id = await register(client, { receivedOn: d('2026-10-20') });
  const other = await register(client, { receivedOn: d('2026-10-21') });
  const raw = openRegister(dataDir);
  raw.database.exec(`UPDATE case_dates SET due_on = '2027-01-01' WHERE case_id = ${id}`);
  raw.database.exec(`DELETE FROM case_dates WHERE case_id = ${other}`);
  closeRegister(raw);
  const { ok, problems } = await client.office.verify();
  expect(ok).toBe(false);
  expect(problems).toEqual([id, other].map((caseId) => ({ what: '今日事项与案件事实不一致', caseId })));
});

test('a register without days, as an older program leaves it, has them once it is opened', async () => {
  const { client, dataDir, office } = await anOffice();
  const id = await register(client, { receivedOn: d('2026-10-20') });
  const closed = await register(client, { receivedOn: d('2026-10-21') });
  await close(client, closed, '2026-11-01');
  const before = await listed(client);
  await office.close();
  const raw = openRegister(dataDir);
  raw.database.exec('DELETE FROM case_dates');
  raw.database.exec('DELETE FROM rest_calendars');
  closeRegister(raw);
  const again = await anOffice({ dataDir });
  expect(await listed(again.client)).toEqual(before);
  expect(before).toEqual({
    overdue: [`${id} period 2026-11-19`],
    confirmation: [`${closed} confirmation 2026-12-01`],
    archive: [`${closed} archive 2026-12-01`],
  });
  expect(await again.client.office.verify()).toMatchObject({ ok: true });
});

test('when the office counts its periods otherwise, or has another calendar, the days of open cases follow', async () => {
  const { client } = await anOffice({ clock: clockAt('2026-11-23') });
  const id = await register(client, { receivedOn: d('2026-10-22') });
  const closed = await register(client, { receivedOn: d('2026-10-22') });
  await close(client, closed, '2026-11-02');
  const after = {
    confirmation: [`${closed} confirmation 2026-12-02`],
    archive: [`${closed} archive 2026-12-02`],
  };
  expect(await listed(client)).toEqual({ today: [`${id} period 2026-11-23`], ...after });
  const { version, calendar } = (await client.settings.all()).calendars.find(
    (one) => one.calendar.year === 2026,
  ) ?? { version: null, calendar: shippedCalendar(2026) };
  const workingDays = [...calendar.workingDays, d('2026-11-21')];
  await client.settings.saveCalendar({ version, calendar: { ...calendar, workingDays } });
  expect(await listed(client)).toEqual({ overdue: [`${id} period 2026-11-21`], ...after });
  const value = { ...defaultPeriodSettings, countStartDay: true };
  await client.settings.save({ version: null, change: { subject: 'period', value } });
  expect(await listed(client)).toEqual({ overdue: [`${id} period 2026-11-20`], ...after });
  expect(await client.office.verify()).toMatchObject({ ok: true });
});
