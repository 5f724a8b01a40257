import { expect, test } from 'vitest';
import type { CaseFacts, ClosingFacts } from '#shared/contract/cases.ts';
import type { CaseId, MediatorId } from '#shared/contract/ids.ts';
import type { OfficeClient } from '#shared/contract/index.ts';
import type { PartyFacts } from '#shared/contract/parties.ts';
import { type LocalDate, localDate } from '#shared/domain/local-date.ts';
import { fen } from '#shared/domain/money.ts';
import { yearPeriod } from '#shared/domain/reporting-period.ts';
import { readWorkbook } from '../../src/main/spreadsheets/workbook.ts';
import { aCase, aCompany, aFilter, aMediator, anAgreement, aPerson } from '../support/builders.ts';
import { anOffice } from '../support/offices.ts';

const year = yearPeriod(2026);

function agent(name: string) {
  return {
    kind: 'lawyer' as const,
    name,
    relation: null,
    employer: null,
    licenceNumber: null,
    idNumber: null,
    authority: 'general' as const,
    phone: null,
  };
}

async function register(
  client: OfficeClient,
  facts: Partial<CaseFacts> = {},
  parties: PartyFacts[] = [aPerson(), aCompany()],
): Promise<CaseId> {
  return (await client.cases.register({ facts: aCase(facts), parties, draftId: null })).id;
}

async function close(client: OfficeClient, caseId: CaseId, closing: Partial<ClosingFacts>): Promise<void> {
  const { version } = await client.cases.get({ id: caseId });
  const facts = { code: 'C11', closedOn: localDate('2026-11-12'), partly: false, reason: null, ...closing };
  await client.cases.close({ caseId, version, closing: facts as ClosingFacts });
}

test('the recusal check of a case and of a draft say the same', async () => {
  const { client } = await anOffice();
  const parties = [aPerson(), aCompany()];
  const caseId = await register(client, {}, parties);
  const { id: mediatorId } = await client.mediators.add({
    mediator: aMediator({ employer: '鄂尔多斯市测试商贸有限公司副总经理', phones: ['13800000001'] }),
  });
  const found = await client.mediators.recusalCheck({ mediatorId, caseId });
  expect(found.map(({ kind, severity }) => [kind, severity])).toEqual([
    ['employedByParty', 'recuse'],
    ['samePhone', 'clarify'],
  ]);
  expect(await client.mediators.recusalCheckOfDraft({ mediatorId, parties })).toEqual(found);
  const { id: stranger } = await client.mediators.add({ mediator: aMediator({ name: '戊外人' }) });
  expect(await client.mediators.recusalCheck({ mediatorId: stranger, caseId })).toEqual([]);
});

test('a mediator of an earlier case who now speaks for a party is pointed out to whoever is asked about', async () => {
  const { client } = await anOffice();
  const { id: former } = await client.mediators.add({ mediator: aMediator({ name: '丁律师' }) });
  const { id: other } = await client.mediators.add({ mediator: aMediator({ name: '丙调解' }) });
  await register(client, { mediatorId: former });
  const caseId = await register(client, {}, [aPerson({ agents: [agent('丁律师')] }), aCompany()]);
  const found = await client.mediators.recusalCheck({ mediatorId: other, caseId });
  expect(found.map(({ kind, source }) => [kind, source])).toEqual([['laterRole', '法释〔2016〕14号 第16条']]);
  expect(found[0]?.sentence).toContain('1号');
  const strangers = [aPerson({ name: '己别人', idNumber: null, agents: [agent('丁律师')] })];
  const unrelated = await register(client, {}, strangers);
  expect(await client.mediators.recusalCheck({ mediatorId: other, caseId: unrelated })).toEqual([]);
});

test('a mediator who spoke for a party in an earlier case is asked about', async () => {
  const { client } = await anOffice();
  const { id: mediatorId } = await client.mediators.add({ mediator: aMediator({ name: '丁律师' }) });
  // Without a number the party is found by name.
  const party = aPerson({ idNumber: null, idKind: null });
  await register(client, {}, [{ ...party, agents: [agent('丁律师')] }, aCompany({ name: '另一公司' })]);
  const caseId = await register(client, {}, [party]);
  const found = await client.mediators.recusalCheck({ mediatorId, caseId });
  expect(found.map(({ kind }) => kind)).toEqual(['formerAgent']);
});

test('the suggestion orders the roster by what the register knows and says why somebody stands last', async () => {
  const { client } = await anOffice();
  const add = async (facts: Parameters<typeof aMediator>[0]) =>
    (await client.mediators.add({ mediator: aMediator(facts) })).id;
  const busy = await add({ name: '丙忙人', expertise: ['买卖合同'] });
  const suited = await add({ name: '丙合适', expertise: ['买卖合同'], courtId: 2 as never });
  const stranger = await add({ name: '丙生手' });
  const over = await add({ name: '丙届满', expertise: ['买卖合同'], termTo: localDate('2026-03-04') });
  const party = await add({ name: '甲小明', residentId: '150602199003070012' });
  for (let count = 0; count < 3; count += 1)
    await register(client, { mediatorId: busy }, [aPerson({ idNumber: null })]);
  const caseId = await register(client);
  const { causeGroup, suggestions } = await client.mediators.suggest({ caseId });
  expect(causeGroup).toBe('买卖');
  expect(suggestions.map(({ mediatorId }) => mediatorId)).toEqual([suited, busy, stranger, over, party]);
  expect(suggestions.find(({ mediatorId }) => mediatorId === busy)?.pendingCases).toBe(3);
  expect(suggestions.map(({ obstacles }) => obstacles.map(({ code }) => code))).toEqual([
    [],
    [],
    [],
    ['termOver'],
    ['recusal'],
  ]);
  for (const one of suggestions) {
    expect(one.score).toBe(one.reasons.reduce((sum, { points }) => sum + points, 0));
  }
});

test('the records (第10条) of all mediators together are the report’s table by mediator', async () => {
  const { client } = await anOffice();
  const mediatorIds: MediatorId[] = [];
  for (const name of ['丙甲', '丙乙', '丙丙']) {
    mediatorIds.push((await client.mediators.add({ mediator: aMediator({ name }) })).id);
  }
  const causes = ['买卖合同纠纷', '民间借贷纠纷', null];
  const codes = ['C11', 'C24', 'C28', null, 'C16', 'C21', null] as const;
  for (let count = 0; count < 21; count += 1) {
    const cause = causes[count % 3] ?? null;
    const caseId = await register(client, {
      mediatorId: mediatorIds[count % 4] ?? null,
      assistingMediatorIds: count % 5 === 0 ? [mediatorIds[1] as MediatorId] : [],
      cause: cause === null ? null : { edition: '2025', name: cause },
      receivedOn: localDate(count % 6 === 0 ? '2025-12-20' : `2026-0${(count % 8) + 1}-03`),
      claim: { kind: 'amount', fen: fen(1_000_00 * (count + 1)) },
    });
    const code = codes[count % 7];
    if (code === 'C11')
      await client.agreements.save({ caseId, version: null, agreement: anAgreement() } as never);
    if (code !== null && code !== undefined) {
      await close(client, caseId, { code, closedOn: localDate('2026-09-15'), reason: '测试' });
    }
    if (count % 7 === 0) {
      await client.cases.recordConfirmation({
        caseId,
        confirmedOn: localDate('2026-10-10'),
        courtId: null,
        number: null,
      });
    }
  }
  const { current, tables } = await client.statistics.report({
    request: { kind: 'year', year: 2026 },
    tables: ['mediator'],
  });
  const byMediator = tables[0]?.rows ?? [];
  const records = await Promise.all(mediatorIds.map((id) => client.mediators.record({ id, period: year })));
  for (const record of records) {
    const row = byMediator.find(({ key }) => key === String(record.mediator.id));
    expect(record.figures).toEqual(row?.current);
    const sum = (pick: (figures: typeof record.figures) => number) =>
      record.byCause.reduce((total, { current: figures }) => total + pick(figures), 0);
    expect(sum((figures) => figures.closed)).toBe(record.figures.closed);
    expect(sum((figures) => figures.agreedFen)).toBe(record.figures.agreedFen);
    expect(sum((figures) => figures.confirmed)).toBe(record.figures.confirmed);
    expect(record.duration.cases).toBe(record.figures.closed);
  }
  const nobody = byMediator.find(({ key }) => key === '')?.current;
  const whole = (pick: (figures: (typeof current)['figures']) => number) =>
    records.reduce((total, { figures }) => total + pick(figures), nobody === undefined ? 0 : pick(nobody));
  for (const name of [
    'opening',
    'received',
    'closed',
    'succeeded',
    'claimFenOfClosed',
    'agreedFen',
  ] as const) {
    expect(
      whole((figures) => figures[name]),
      name,
    ).toBe(current.figures[name]);
  }
  expect(current.figures.closed).toBeGreaterThan(10);
  expect(records.some(({ assisted }) => assisted > 0)).toBe(true);
});

test('every number of a record opens as many cases as it says', async () => {
  const { client } = await anOffice();
  const { id } = await client.mediators.add({ mediator: aMediator() });
  await close(client, await register(client, { mediatorId: id }), {});
  await close(client, await register(client, { mediatorId: id, cause: null }), {
    code: 'C24',
    reason: '测试',
  });
  await register(client, {});
  const record = await client.mediators.record({ id, period: year });
  for (const row of record.byCause) {
    const { count } = await client.cases.count({
      filter: aFilter({
        mediatorId: id,
        counted: { figure: 'closed', period: year, slices: [{ dimension: 'cause', key: row.key }] },
      }),
    });
    expect(count, row.label).toBe(row.current.closed);
  }
  expect(record.duration).toEqual({ days: 20, cases: 2 });
  expect(record.sentence).toContain('结案2件，成功1件，成功率50.0%（成功÷结案）');
});

test('trainings (第7条) and proposals are recorded, counted, and cancelled with a reason', async () => {
  const { client } = await anOffice();
  const { id } = await client.mediators.add({ mediator: aMediator() });
  const { id: other } = await client.mediators.add({ mediator: aMediator({ name: '丁调解' }) });
  const caseId = await register(client, { mediatorId: id });
  const training = { trainedOn: localDate('2026-05-06'), topic: '特邀调解培训', hours: 8, remarks: null };
  const { ids } = await client.mediators.recordTraining({ mediatorIds: [id, other, id], training });
  expect(ids).toHaveLength(2);
  const proposal = {
    caseId,
    mediatorId: id,
    kind: 'proposal' as const,
    title: '关于规范物业收费的提案',
    submittedOn: localDate('2026-11-15'),
    number: '第12号',
    result: null,
  };
  const { id: proposalId } = await client.mediators.recordProposal({ proposal });
  await client.mediators.recordProposal({ proposal: { ...proposal, kind: 'publicOpinion', caseId: null } });
  expect(await client.mediators.proposalsOfCase({ caseId })).toMatchObject([
    {
      title: proposal.title,
      mediatorName: '丙调解',
      caseNumber: (await client.cases.get({ id: caseId })).internalNumber,
    },
  ]);
  const saved = await client.settings.all();
  await client.settings.save({
    version: saved.points.version,
    change: {
      subject: 'points',
      value: {
        rules: [
          { code: 'proposal', points: 5, most: null, note: null },
          { code: 'trainingHour', points: 0.5, most: null, note: null },
        ],
        note: '样例办法',
      },
    },
  });
  const record = await client.mediators.record({ id, period: year });
  expect(record.points).toMatchObject({ total: 9, note: '样例办法' });
  expect(record.sentence).toContain('由案件提出提案1件，反映社情民意信息1篇，参加培训1次8学时');
  const before = await client.mediators.record({ id, period: yearPeriod(2025) });
  expect([before.trainings, before.proposals]).toEqual([[], []]);

  await client.mediators.cancelProposal({ id: proposalId, reason: '重复登记' });
  await client.mediators.cancelTraining({ id: ids[0] as never, reason: '登记错了人' });
  expect(await client.mediators.proposalsOfCase({ caseId })).toEqual([]);
  expect(await client.mediators.trainings({ mediatorId: id })).toEqual([]);
  expect(await client.mediators.trainings({ mediatorId: other })).toHaveLength(1);
  await expect(client.mediators.cancelProposal({ id: proposalId, reason: '又一次' })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
  const history = await client.cases.history({ id: caseId });
  expect(history.slice(0, 2).map(({ what }) => what)).toEqual(['proposalCancelled', 'proposalRecorded']);
});

test('what has not happened yet is no training and no proposal', async () => {
  const { client } = await anOffice();
  const { id } = await client.mediators.add({ mediator: aMediator() });
  const tomorrow: LocalDate = localDate('2026-11-21');
  await expect(
    client.mediators.recordTraining({
      mediatorIds: [id],
      training: { trainedOn: tomorrow, topic: '培训', hours: null, remarks: null },
    }),
  ).rejects.toMatchObject({ code: 'REFUSED', data: { reason: 'notYet' } });
});

test('a suspension within the year stands in the record, with who noted it', async () => {
  const { client } = await anOffice();
  const { id } = await client.mediators.add({ mediator: aMediator() });
  await client.mediators.amend({ id, version: 1, mediator: aMediator({ standing: 'suspended' }) });
  await client.mediators.amend({
    id,
    version: 2,
    mediator: aMediator({ standing: 'suspended', remarks: '测试' }),
  });
  const { standings } = await client.mediators.record({ id, period: year });
  expect(standings).toMatchObject([{ before: 'listed', after: 'suspended', staffName: '测试员' }]);
});

async function sheetOf(file: File): Promise<string[][]> {
  const workbook = await readWorkbook(new Uint8Array(await file.arrayBuffer()), file.name);
  return (workbook.sheets[0]?.rows ?? []).map((cells) =>
    cells.map((cell) => (cell.kind === 'empty' ? '' : cell.kind === 'date' ? cell.day : cell.text)),
  );
}

test('an exported roster is masked, and reading it back changes nothing', async () => {
  const { client } = await anOffice();
  const facts = aMediator({
    employer: '样例公司经理',
    phones: ['13800000001', '0477-8123456'],
    residentId: '150602199003070012',
    expertise: ['民间借贷', '买卖合同'],
    languages: ['汉语', '蒙古语'],
    courtId: 2 as never,
    listedOn: localDate('2024-03-05'),
    termFrom: localDate('2024-03-05'),
    termTo: localDate('2026-03-04'),
    training: '2024年岗前培训',
    standing: 'suspended',
    remarks: '备注',
  });
  const { id } = await client.mediators.add({ mediator: facts });
  const { file } = await client.mediators.exportRoster({ ids: [id], unmasked: null });
  expect(file.name).toBe('调解员名册.xlsx');
  const cells = (await sheetOf(file)).flat().join('|');
  expect(cells).toContain('150602********0012');
  expect(cells).toContain('138****0001');
  expect(cells).not.toContain('199003070012');
  expect(await client.mediators.importRoster({ file })).toEqual({
    added: 0,
    completed: 0,
    unchanged: 1,
    refused: [],
  });
  expect((await client.mediators.list())[0]).toMatchObject(facts);
});

test('a whole roster needs a reason, which is recorded, and fills another office’s roster', async () => {
  const { client } = await anOffice();
  const facts = aMediator({ phones: ['13800000001'], residentId: '150602199003070012', standing: 'removed' });
  const { id } = await client.mediators.add({ mediator: facts });
  const { file } = await client.mediators.exportRoster({ ids: [id], unmasked: { reason: '报法院备案' } });
  expect(file.name).toContain('含证件号码');
  const { client: elsewhere } = await anOffice();
  expect(await elsewhere.mediators.importRoster({ file })).toMatchObject({ added: 1, refused: [] });
  expect((await elsewhere.mediators.list())[0]).toMatchObject(facts);
});
