import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aCase, aFilter, aMediator, aPerson } from '../support/builders.ts';
import { anOffice } from '../support/offices.ts';
import {
  allCases,
  courtNumber,
  fields,
  ledger,
  number,
  onlyCase,
  preview,
  type Row,
  run,
} from './ledger-files.ts';

test('a row whose number a case without a receipt day bears is refused by itself, as the preview says', async () => {
  const { client } = await anOffice();
  const facts = aCase({ courtNumbers: [courtNumber(number)], receivedOn: null });
  await client.cases.register({ facts, parties: [aPerson()], draftId: null });
  const file = ledger({ caseNumbers: number }, { applicants: '丁样例' });
  expect(await preview(client, file)).toMatchObject({ imported: 1, refused: [{ row: 2, value: number }] });
  const result = await run(client, file);
  expect(result).toMatchObject({ imported: 1, skipped: 0, refused: [{ row: 2, value: number }] });
  expect(result.refused[0]?.reason).toMatch(/^与登记不一致（接收日期/);
});

test('a case that was given its court number after the import is known again', async () => {
  const { client } = await anOffice();
  await run(client, ledger({}));
  const { id, version, facts } = await onlyCase(client);
  await client.cases.amend({ caseId: id, version, facts: { ...facts, courtNumbers: [courtNumber(number)] } });
  expect(await run(client, ledger({}))).toMatchObject({ imported: 0, skipped: 1, refused: [] });
});

test('a row with a number is refused where the same case is registered without one', async () => {
  const { client } = await anOffice();
  await run(client, ledger({}));
  const again = await run(client, ledger({ caseNumbers: number }));
  expect(again).toMatchObject({ imported: 0, skipped: 0, refused: [{ column: '案号', value: number }] });
  expect(again.refused[0]?.reason).toContain('与登记不一致（案号）');
});

test('a blank cell is no difference, and what the ledger tells otherwise is named', async () => {
  const { client } = await anOffice();
  await run(
    client,
    ledger({ caseNumbers: number, judge: '己样例', sector: '经济', applicantPhones: '13800000001' }),
  );
  expect(await run(client, ledger({ caseNumbers: number, mediators: '' }))).toMatchObject({ skipped: 1 });
  const other = { caseNumbers: number, judge: '庚样例', sector: '农业', applicantPhones: '13800000002' };
  const { refused } = await run(client, ledger(other));
  expect(refused[0]?.reason).toContain('（界别、承办法官、申请人电话）');
});

test('a channel that was only assumed may be corrected without the ledger contradicting it', async () => {
  const { client } = await anOffice();
  const file = ledger({ source: '' });
  await run(client, file);
  const { id, version, facts } = await onlyCase(client);
  await client.cases.amend({ caseId: id, version, facts: { ...facts, channel: 'A' } });
  expect(facts.channel).toBe('C');
  expect(await run(client, file)).toMatchObject({ imported: 0, skipped: 1, refused: [] });
});

test('what is too long for its field is kept whole in the remarks, and the case can be opened', async () => {
  const { client } = await anOffice();
  const judge = '己'.repeat(60);
  const phones = Array.from({ length: 12 }, (_, index) => `138000000${String(index).padStart(2, '0')}`);
  const file = ledger({ judge, applicantPhones: phones.join('、'), remarks: '原有备注' });
  expect(await preview(client, file)).toMatchObject({ imported: 1 });
  await run(client, file);
  const { facts, parties, doubts } = await onlyCase(client);
  expect(facts.judge).toBeNull();
  expect(facts.remarks).toBe(`原有备注；承办法官：${judge}；申请人电话：${phones.slice(10).join('、')}`);
  expect(parties[0]?.phones).toEqual(phones.slice(0, 10));
  expect(doubts.map(({ code }) => code)).toEqual(['tooLong', 'tooLong']);
  expect(await run(client, file)).toMatchObject({ imported: 0, skipped: 1 });
});

test('remarks without end go on in a doubt, so that no word is lost', async () => {
  const { client } = await anOffice();
  const remarks = Array.from({ length: 2000 }, (_, index) => `记${index}`).join('');
  await run(client, ledger({ remarks }));
  const { facts, doubts } = await onlyCase(client);
  const rest = doubts.find(({ code }) => code === 'tooLong')?.sentence ?? '';
  expect((facts.remarks ?? '') + (/“(.*)”/s.exec(rest)?.[1] ?? '')).toBe(remarks);
});

test('whatever an import accepts can be opened, listed and told again', async () => {
  const { client } = await anOffice();
  const piece = fc.constantFrom(
    '甲',
    '样例',
    '𠮷',
    'x',
    ' ',
    '、',
    '；',
    '\n',
    '/',
    '1',
    '13800000001',
    '150602199003070012',
  );
  const written = fc
    .tuple(fc.array(piece, { maxLength: 12 }), fc.constantFrom(1, 1, 4, 40, 900))
    .map(([pieces, times]) => pieces.join('').repeat(times));
  const free = [
    'caseNumbers',
    'applicants',
    'applicantPhones',
    'applicantAddresses',
    'respondents',
    'mediators',
  ] as const;
  const others = ['sector', 'judge', 'paidOn', 'letterOn', 'remarks', 'source', 'court'] as const;
  const row = fc.record(Object.fromEntries([...free, ...others].map((field) => [field, written])));
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 6 }), async (rows) => {
      const file = ledger(...rows);
      const { id, imported } = await run(client, file);
      if (id !== null) {
        const page = await client.cases.list({ filter: aFilter({ importId: id }), after: null, limit: 50 });
        expect(page.rows).toHaveLength(imported);
        for (const one of page.rows) await client.cases.get({ id: one.id });
      }
      await client.mediators.list();
      expect(await run(client, file)).toMatchObject({ imported: 0 });
    }),
    { numRuns: 6 },
  );
}, 180_000);

test('every row below the head is imported, skipped, refused or told as left out', async () => {
  const { client } = await anOffice();
  const blank = fields.map(() => '');
  const sum = fields.map((field) => (field === 'filedOn' ? '合计' : field === 'claim' ? '100000' : ''));
  const noDay: Row = { filedOn: '', applicants: '戊样例', remarks: '共计两次调解' };
  const file = ledger({}, { applicants: '丁样例' }, blank, noDay, sum, ['注：金额以元为单位。']);
  const result = await run(client, file);
  expect(result).toMatchObject({ imported: 2, skipped: 0 });
  expect(result.refused.map(({ row }) => row)).toEqual([5]);
  expect(result.leftOut).toEqual([
    { sheet: '台账', row: 4, why: 'blank' },
    { sheet: '台账', row: 6, why: 'total' },
    { sheet: '台账', row: 7, why: 'note' },
  ]);
  expect((await preview(client, file)).leftOut).toEqual(result.leftOut);
});

test('a day that cannot be read raises a doubt with what stands there', async () => {
  const { client } = await anOffice();
  const closed: Row = {
    result: '达成书面协议',
    closedOn: '2024-03-20',
    agreedAmount: '40000',
    paidAmount: '100',
  };
  await run(
    client,
    ledger({ ...closed, receivedOn: '2024-03-06', filedOn: '三月初', paidOn: '月底', letterOn: '见函' }),
  );
  const { doubts, facts, payments } = await onlyCase(client);
  expect(doubts.map(({ sentence }) => /“(.*?)”/.exec(sentence)?.[1])).toEqual(['月底', '见函', '三月初']);
  expect(facts).toMatchObject({ receivedOn: '2024-03-06', filedOn: null, letterOn: null });
  expect(payments).toMatchObject([{ paidOn: null }]);
});

test('收案日期 that serves as the day of receipt is kept as 收案日期 too', async () => {
  const { client } = await anOffice();
  await run(client, ledger({}));
  const { facts, receivedBasis } = await onlyCase(client);
  expect(facts).toMatchObject({ receivedOn: '2024-03-05', filedOn: '2024-03-05' });
  expect(receivedBasis).toBe('ledger');
});

test('a ruling’s number in the column of the confirmation is kept as its number', async () => {
  const { client } = await anOffice();
  const closed: Row = { result: '达成书面协议', closedOn: '2024-03-20', agreedAmount: '40000' };
  const file = ledger({ ...closed, confirmedOn: '(2024)内0602民特9号' });
  expect(await run(client, file)).toMatchObject({ imported: 1, refused: [] });
  const { confirmation, doubts } = await onlyCase(client);
  expect(confirmation).toMatchObject({ confirmedOn: null, number: '（2024）内0602民特9号' });
  expect(doubts.map(({ code }) => code)).toEqual(['confirmationDayUnknown']);
  expect(await run(client, file)).toMatchObject({ skipped: 1 });
});

test('an old ledger puts nobody back on the roster whom the office struck off', async () => {
  const { client } = await anOffice();
  const mediator = aMediator({ name: '丙样例', standing: 'removed' });
  await client.mediators.add({ mediator });
  expect(await run(client, ledger({}))).toMatchObject({ imported: 1, doubts: 1, newMediators: [] });
  expect(await client.mediators.list()).toMatchObject([{ name: '丙样例', standing: 'removed' }]);
  expect((await onlyCase(client)).doubts).toMatchObject([{ code: 'mediatorNotListed' }]);
});

test('a mediator whom an undone import took away comes back with the next import', async () => {
  const { client } = await anOffice();
  const { id } = await run(client, ledger({}));
  if (id === null) throw new Error('The ledger was imported.');
  await client.imports.undo({ id, reason: '导错了' });
  await run(client, ledger({}));
  expect(await client.mediators.list()).toMatchObject([{ name: '丙样例', standing: 'listed' }]);
  expect((await onlyCase(client)).doubts).toEqual([]);
});

test('addresses are given to the persons they belong to, else kept in the remarks', async () => {
  const { client } = await anOffice();
  const two = { applicants: '甲样例、丁样例' };
  await run(client, ledger({ ...two, applicantAddresses: '测试路1号；样例街2号' }));
  const [first] = await allCases(client);
  expect(first?.parties.slice(0, 2).map(({ address }) => address)).toEqual(['测试路1号', '样例街2号']);
  await run(client, ledger({ ...two, claim: '1', applicantAddresses: '测试路1号；样例街2号；某村3号' }));
  const other = (await allCases(client)).find(({ id }) => id !== first?.id);
  expect(other?.parties.map(({ address }) => address)).toEqual([null, null, null]);
  expect(other?.facts.remarks).toBe('申请人地址：测试路1号；样例街2号；某村3号');
  expect(other?.doubts.map(({ code }) => code)).toEqual(['addressesNotAssigned']);
});

test('the history of an imported case tells all that was imported, in one entry', async () => {
  const { client } = await anOffice();
  const closed: Row = {
    result: '达成书面协议',
    closedOn: '2024-03-20',
    agreedAmount: '40000',
    paidAmount: '100',
  };
  await run(client, ledger({ ...closed, confirmedOn: '2024-03-25', letterOn: '见函' }));
  const { id, status } = await onlyCase(client);
  expect(status).toBe('closed');
  const history = await client.cases.history({ id });
  expect(history.map(({ what }) => what)).toEqual(['imported']);
  const told = Object.fromEntries((history[0]?.changes ?? []).map(({ field, after }) => [field, after]));
  expect(told).toMatchObject({
    closedOn: '2024-03-20',
    agreedFen: '4000000',
    paidFen: '10000',
    confirmedOn: '2024-03-25',
  });
  expect(told.doubts).toContain('见函');
  expect(await client.office.verify()).toMatchObject({ ok: true });
});
