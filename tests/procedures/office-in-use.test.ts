import { safe } from '@orpc/client';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { CaseId, CourtId } from '#shared/contract/ids.ts';
import type { OfficeClient } from '#shared/contract/index.ts';
import { parseCaseNumber } from '#shared/domain/case-number.ts';
import { localDate, month } from '#shared/domain/local-date.ts';
import { fen } from '#shared/domain/money.ts';
import { aCase, aCompany, aFilter, aMediator, anAgreement, aPerson, aSession } from '../support/builders.ts';
import { hosts } from '../support/hosts.ts';
import { anOffice } from '../support/offices.ts';

type Host = (typeof hosts)[keyof typeof hosts];

async function hosted(host: Host, name: string | undefined = '测试员'): Promise<OfficeClient> {
  const { office } = await anOffice();
  const { client, dispose } = await host(office, name === undefined ? {} : { name });
  onTestFinished(dispose);
  return client;
}

function number(text: string) {
  const parsed = parseCaseNumber(text);
  if (parsed === undefined) throw new Error(`${text} is no case number`);
  return parsed;
}

async function registered(client: OfficeClient, facts = aCase(), parties = [aPerson(), aCompany()]) {
  const { id } = await client.cases.register({ facts, parties, draftId: null });
  return client.cases.get({ id });
}

async function errorOf(promise: Promise<unknown>): Promise<{ code: string; data: unknown }> {
  const [error] = await safe(promise as Promise<never>);
  if (error === null) throw new Error('It should have been refused.');
  return error as unknown as { code: string; data: unknown };
}

const november = { kind: 'month', month: month('2026-11') } as const;

describe.each(Object.entries(hosts))('an office in use, %s', (_name, host) => {
  test('a case is registered, mediated, agreed, closed and counted', async () => {
    const client = await hosted(host);
    const { id: mediatorId } = await client.mediators.add({ mediator: aMediator() });
    const present = await registered(
      client,
      aCase({
        mediatorId,
        courtNumbers: [number('(2026)内0602民初123号')],
        cause: { edition: '2025', name: '买卖合同纠纷' },
      }),
    );
    expect(present).toMatchObject({
      internalNumber: '〔2026〕1号',
      status: 'accepted',
      sector: '经济',
      facts: { courtNumbers: ['（2026）内0602民初123号'] },
      parties: [{ name: '甲小明' }, { name: '鄂尔多斯市测试商贸有限公司', representativeName: '乙样例' }],
    });

    await client.sessions.record({ caseId: present.id, session: aSession({ privateNotes: '只给调解员看' }) });
    expect((await client.cases.get({ id: present.id })).status).toBe('mediating');

    const [payer, payee] = [present.parties[1]?.id, present.parties[0]?.id];
    if (payer === undefined || payee === undefined) throw new Error('Two parties were registered.');
    const agreement = anAgreement({
      terms: [
        {
          kind: 'payment',
          payers: [payer],
          payees: [payee],
          purpose: '货款',
          amountFen: fen(4_500_000),
          liability: null,
          onSigning: false,
          dueOn: null,
          instalments: [
            { dueOn: localDate('2026-12-31'), amountFen: fen(2_000_000) },
            { dueOn: localDate('2027-01-31'), amountFen: fen(2_500_000) },
          ],
          method: '银行转账',
          account: null,
        },
      ],
    });
    await client.agreements.save({ caseId: present.id, version: null, agreement });
    await client.cases.close({
      caseId: present.id,
      version: present.version,
      closing: { code: 'C11', closedOn: localDate('2026-11-12'), partly: false, reason: null },
    });
    await client.cases.recordPayment({
      caseId: present.id,
      payment: { paidOn: null, amountFen: fen(2_000_000), voucher: null, remarks: null },
    });

    const report = await client.statistics.report({ request: november });
    expect(report.current.figures).toMatchObject({
      opening: 0,
      received: 1,
      closed: 1,
      closing: 0,
      succeeded: 1,
      claimFenOfClosed: 5_000_000,
      agreedFen: 4_500_000,
      paidFen: 2_000_000,
    });
    const counted = { figure: 'succeeded' as const, period: report.current.period, slices: [] };
    const behind = await client.cases.list({ filter: aFilter({ counted }), after: null, limit: 10 });
    expect(behind.rows.map((row) => row.id)).toEqual([present.id]);

    const history = await client.cases.history({ id: present.id });
    expect(history.map((entry) => entry.what)).toEqual([
      'paymentRecorded',
      'closed',
      'agreementSaved',
      'sessionRecorded',
      'registered',
    ]);
    expect(history.every((entry) => entry.staffName === '测试员')).toBe(true);
    expect(await client.office.verify()).toMatchObject({ ok: true, cases: 1, problems: [] });
  });

  test('two people who amend one case: the second is told, and nothing is overwritten', async () => {
    const client = await hosted(host);
    const { id, version, facts } = await registered(client);
    await client.cases.amend({ caseId: id, version, facts: { ...facts, judge: '丁法官' } });
    const error = await errorOf(
      client.cases.amend({ caseId: id, version, facts: { ...facts, clerk: '戊书记' } }),
    );
    expect(error).toMatchObject({ code: 'CONFLICT', data: { noun: 'case' } });
    expect((await client.cases.get({ id })).facts).toMatchObject({ judge: '丁法官', clerk: null });
  });

  test('a court number is counted once: a second case with it is refused, naming the first', async () => {
    const client = await hosted(host);
    const facts = aCase({ courtNumbers: [number('（2026）内0602民初7号')] });
    const first = await registered(client, facts);
    const error = await errorOf(client.cases.register({ facts, parties: [aPerson()], draftId: null }));
    expect(error).toMatchObject({
      code: 'REFUSED',
      data: {
        reason: 'caseNumberTaken',
        detail: { number: '（2026）内0602民初7号', internalNumber: '〔2026〕1号' },
      },
    });
    await client.cases.remove({ caseId: first.id, version: first.version, reason: '重复登记' });
    expect((await registered(client, facts)).internalNumber).toBe('〔2026〕2号');
    const removed = await errorOf(client.cases.restore({ caseId: first.id, version: first.version + 1 }));
    expect(removed).toMatchObject({ data: { reason: 'caseNumberTaken' } });
  });

  test('what cannot be counted is refused with a reason, and nothing is written', async () => {
    const client = await hosted(host);
    const present = await registered(client);
    const closing = { code: 'C24', closedOn: localDate('2026-11-01'), partly: false, reason: null } as const;
    const early = await errorOf(
      client.cases.close({ caseId: present.id, version: present.version, closing }),
    );
    expect(early).toMatchObject({
      code: 'REFUSED',
      data: {
        reason: 'closedBeforeReceipt',
        detail: { closedOn: '2026年11月1日', receivedOn: '2026年11月2日' },
      },
    });
    const courtless = await errorOf(
      client.cases.register({ facts: aCase({ courtId: null }), parties: [aPerson()], draftId: null }),
    );
    expect(courtless).toMatchObject({ code: 'INVALID', data: { issues: [{ path: 'facts.courtId' }] } });
    const malformed = await errorOf(
      client.cases.register({ facts: { ...aCase(), letterNumber: '' }, parties: [aPerson()], draftId: null }),
    );
    expect(malformed).toMatchObject({ code: 'INVALID', data: { issues: [{ path: 'facts.letterNumber' }] } });
    const nowhere = await errorOf(client.cases.get({ id: 999 as typeof present.id }));
    expect(nowhere).toMatchObject({ code: 'NOT_FOUND', data: { noun: 'case' } });
    expect(await client.cases.count({ filter: aFilter() })).toEqual({ count: 1 });
    expect((await client.cases.get({ id: present.id })).version, 'a refused closing moves nothing').toBe(
      present.version,
    );
  });

  test('instalments that do not make up their sum are refused, naming both', async () => {
    const client = await hosted(host);
    const { id, parties } = await registered(client);
    const payer = parties[1]?.id;
    const payee = parties[0]?.id;
    if (payer === undefined || payee === undefined) throw new Error('Two parties were registered.');
    const term = {
      kind: 'payment',
      payers: [payer],
      payees: [payee],
      purpose: null,
      amountFen: fen(300),
      liability: null,
      onSigning: false,
      dueOn: null,
      instalments: [
        { dueOn: localDate('2026-12-01'), amountFen: fen(100) },
        { dueOn: localDate('2027-01-01'), amountFen: fen(150) },
      ],
      method: null,
      account: null,
    } as const;
    const agreement = anAgreement({
      terms: [
        { ...term, payers: [...term.payers], payees: [...term.payees], instalments: [...term.instalments] },
      ],
    });
    const error = await errorOf(client.agreements.save({ caseId: id, version: null, agreement }));
    expect(error).toMatchObject({
      data: { reason: 'instalmentsDoNotSum', detail: { term: '1', sum: '2.50', amount: '3.00' } },
    });
    expect((await client.cases.get({ id })).agreement).toBeNull();
  });

  test('nothing is written before somebody says who is at work', async () => {
    const { office } = await anOffice();
    const { client, dispose } = await host(office);
    onTestFinished(dispose);
    const error = await errorOf(
      client.cases.register({ facts: aCase(), parties: [aPerson()], draftId: null }),
    );
    expect(error).toMatchObject({ code: 'FORBIDDEN', data: { what: 'nobodyAtWork' } });
    await client.office.begin({ name: '新来的' });
    const { staff, atWork } = await client.office.overview();
    expect(atWork).toMatchObject({ name: '新来的' });
    expect(staff.map((member) => member.name)).toContain('新来的');
  });

  test('a closing entered by mistake is taken back with its reason', async () => {
    const client = await hosted(host);
    const { id, version } = await registered(client);
    const closing = {
      code: 'C21',
      closedOn: localDate('2026-11-05'),
      partly: true,
      reason: '不同意',
    } as const;
    await client.cases.close({ caseId: id, version, closing });
    expect((await client.cases.get({ id })).closing, 'only a success can be partial').toMatchObject({
      partly: false,
    });
    const twice = await errorOf(client.cases.close({ caseId: id, version: version + 1, closing }));
    expect(twice).toMatchObject({ data: { reason: 'alreadyClosed' } });
    await client.cases.correctClosing({ caseId: id, version: version + 1, reason: '点错了' });
    const after = await client.cases.get({ id });
    expect(after).toMatchObject({ closing: null, status: 'accepted' });
    const [entry] = await client.cases.history({ id });
    expect(entry).toMatchObject({ what: 'closingCorrected' });
    expect(entry?.changes).toContainEqual({ field: 'reason', before: '不同意', after: '点错了' });
  });

  test('parties keep their identity when they are amended, and those left out are gone', async () => {
    const client = await hosted(host);
    const { id, version, parties } = await registered(client, aCase(), [
      aPerson(),
      aCompany(),
      aPerson({ name: '己保证', role: 'guarantor' }),
    ]);
    const [first, second] = parties;
    if (first === undefined || second === undefined) throw new Error('Three parties were registered.');
    await client.cases.saveParties({
      caseId: id,
      version,
      parties: [
        { ...second, name: '鄂尔多斯市改名商贸有限公司' },
        { ...aPerson({ name: '庚第三', role: 'thirdParty' }), id: null },
      ],
    });
    const after = await client.cases.get({ id });
    expect(after.parties.map((party) => party.name)).toEqual(['鄂尔多斯市改名商贸有限公司', '庚第三']);
    expect(after.parties[0]?.id).toBe(second.id);
    const found = await client.cases.list({ filter: aFilter({ search: '改名' }), after: null, limit: 5 });
    expect(found.rows).toHaveLength(1);
    expect(
      (await client.cases.list({ filter: aFilter({ search: '己保证' }), after: null, limit: 5 })).rows,
    ).toEqual([]);
  });

  test('a half-typed form is kept and given back', async () => {
    const client = await hosted(host);
    const { id } = await client.drafts.save({ id: null, content: { 当事人: ['甲'] } });
    await client.drafts.save({ id, content: { 当事人: ['甲', '乙'] } });
    expect(await client.drafts.list()).toMatchObject([
      { id, content: { 当事人: ['甲', '乙'] }, savedBy: '测试员' },
    ]);
    await client.cases.register({ facts: aCase(), parties: [aPerson()], draftId: id });
    expect(await client.drafts.list()).toEqual([]);
  });

  test('lists page by key: every case once, newest first', async () => {
    const client = await hosted(host);
    for (const day of ['2026-11-03', '2026-11-01', '2026-11-02', '2026-11-02', '2026-11-04']) {
      await registered(client, aCase({ receivedOn: localDate(day) }));
    }
    const seen: string[] = [];
    let after = null;
    do {
      const page: Awaited<ReturnType<OfficeClient['cases']['list']>> = await client.cases.list({
        filter: aFilter(),
        after,
        limit: 2,
      });
      seen.push(...page.rows.map((row) => row.internalNumber));
      after = page.next;
    } while (after !== null);
    expect(seen).toEqual(['〔2026〕5号', '〔2026〕1号', '〔2026〕4号', '〔2026〕3号', '〔2026〕2号']);
  });

  test('cases of the same people are shown while typing, and a known party is filled in', async () => {
    const client = await hosted(host);
    await registered(client);
    const parties = [{ name: '别的名字', idNumber: '150602199003070012', phones: [] }];
    const byId = await client.cases.related({ except: null, parties, courtNumbers: [] });
    expect(byId).toMatchObject([{ because: 'idNumber', row: { applicants: '甲小明' } }]);
    const pair = [
      { name: '甲小明', idNumber: null, phones: [] },
      { name: '鄂尔多斯市测试商贸有限公司', idNumber: null, phones: [] },
    ];
    expect(await client.cases.related({ except: null, parties: pair, courtNumbers: [] })).toMatchObject([
      { because: 'name' },
    ]);
    const known = await client.cases.knownParties({ search: '甲小' });
    expect(known).toMatchObject([
      { name: '甲小明', idNumber: '150602199003070012', phones: ['13800000001'] },
    ]);
  });

  test('the office keeps its lists: a name is used once, an old version is told', async () => {
    const client = await hosted(host);
    const court = {
      code: '内0699',
      name: '内蒙古自治区样例人民法院',
      shortName: '样例人民法院',
      region: null,
      level: 'basic',
      codeVerified: false,
      active: true,
    } as const;
    const { id } = await client.office.saveCourt({ id: null, version: null, court });
    const twice = await errorOf(client.office.saveCourt({ id: null, version: null, court }));
    expect(twice).toMatchObject({ data: { reason: 'nameTaken' } });
    await client.office.saveCourt({ id, version: 1, court: { ...court, active: false } });
    expect(await errorOf(client.office.saveCourt({ id, version: 1, court }))).toMatchObject({
      code: 'CONFLICT',
    });
    const { courts, profile } = await client.office.overview();
    expect(courts.find((one) => one.id === id)).toMatchObject({ active: false, version: 2 });
    const { version, ...facts } = profile;
    const named = { ...facts, numberPrefix: '样政法调', courtId: id as CourtId };
    await client.office.saveProfile({ version, profile: named });
    expect((await registered(client)).internalNumber).toBe('样政法调〔2026〕1号');
    expect(await errorOf(client.office.saveProfile({ version, profile: named }))).toMatchObject({
      code: 'CONFLICT',
    });
  });

  test('whoever listens is told of a change', async () => {
    const client = await hosted(host);
    const changes = await client.office.changes();
    const first = changes.next();
    // The listener is in place once the office has taken up the call.
    await client.office.overview();
    await registered(client);
    expect(await first).toMatchObject({ done: false });
    await changes.return?.(undefined);
  });
});

test('one office serves several hosts at once, each with its own errors', async () => {
  const { office } = await anOffice();
  const clients = await Promise.all(Object.values(hosts).map((host) => host(office, { name: '测试员' })));
  for (const { client, dispose } of clients) {
    onTestFinished(dispose);
    expect(await errorOf(client.cases.get({ id: 7 as CaseId }))).toMatchObject({ code: 'NOT_FOUND' });
  }
  const direct = office.client(office.openSession({ name: '测试员' }));
  expect(await errorOf(direct.cases.get({ id: 7 as CaseId }))).toMatchObject({ code: 'NOT_FOUND' });
});
