import { expect, test } from 'vitest';
import { everyCase } from '#shared/contract/every-case.ts';
import type { CourtId } from '#shared/contract/ids.ts';
import { paperSource } from '#shared/documents/catalogue.ts';
import type { DocumentKind } from '#shared/documents/model.ts';
import { caseNumberSchema } from '#shared/domain/case-number.ts';
import { aCase, aPerson } from '../../support/builders.ts';
import { anOffice } from '../../support/offices.ts';
import { agree, aMediatedCase, amend, offered, previewOf } from './office-case.ts';

test('what follows an agreement is not offered before there is one, and the list says why', async () => {
  const { client } = await anOffice();
  const present = await aMediatedCase(client);
  expect(await offered(client, present, 'confirmationApplication')).toMatchObject([
    { notYet: '登记调解协议后制作' },
  ]);
  await agree(client, present);
  expect(await offered(client, present, 'confirmationApplication')).toMatchObject([
    { notYet: null, missing: 0 },
  ]);
});

test('the notice of rights is listed under the name that its channel gives it', async () => {
  const { client: other } = await anOffice();
  const referred = await aMediatedCase(other);
  expect(await offered(other, referred, 'rightsNotice')).toMatchObject([{ title: '特邀调解告知书' }]);
  const { client } = await anOffice();
  const own = await aMediatedCase(client, {
    channel: 'C',
    source: 'partyApplication',
    courtId: null,
  });
  expect(await offered(client, own, 'rightsNotice')).toMatchObject([{ title: '调解告知书' }]);
});

test('what the agreement does not provide for is neither in its set nor among those of many cases', async () => {
  const { client } = await anOffice();
  const filed = await agree(
    client,
    await aMediatedCase(client, {
      channel: 'B',
      procedureKind: 'ordinary',
      courtNumbers: [caseNumberSchema.parse('（2026）内0602民初1234号')],
    }),
    { effect: 'conciliationStatement' },
  );
  expect(await offered(client, filed, 'withdrawalApplication')).toMatchObject([
    { inSet: false, missing: 0, aside: '协议没有约定撤回起诉' },
  ]);
  const set = await client.documents.issueSet({ caseId: filed.id, set: 'agreement' });
  expect(set.issued.map(({ title }) => title)).toEqual(['调解协议书']);
  const work = await client.documents.issueMany({ filter: everyCase, kinds: ['withdrawalApplication'] });
  let step = await work.next();
  while (!step.done) step = await work.next();
  expect(step.value.issued).toEqual([]);
  expect(step.value.left).toMatchObject([{ why: 'notYet', words: ['协议没有约定撤回起诉'] }]);

  await agree(client, filed, { effect: 'withdrawal' });
  expect(await offered(client, filed, 'withdrawalApplication')).toMatchObject([{ inSet: true, aside: null }]);
});

test('nobody is asked to sign undisputed facts of a case in which there was no session', async () => {
  const { client } = await anOffice();
  const { id } = await client.cases.register({ facts: aCase(), parties: [aPerson()], draftId: null });
  const present = await client.cases.get({ id });
  expect(await offered(client, present, 'undisputedFacts')).toMatchObject([{ inSet: false }]);
  expect(await offered(client, await aMediatedCase(client), 'undisputedFacts')).toMatchObject([
    { inSet: true },
  ]);
});

test('a case that no court sent gives the court a copy only where the court is to confirm the agreement', async () => {
  const { client } = await anOffice();
  const own = await agree(
    client,
    await aMediatedCase(client, { channel: 'C', source: 'partyApplication', courtId: null }),
    { effect: 'noConfirmation' },
  );
  const copies = async (kind: DocumentKind) =>
    (await offered(client, own, kind)).map((paper) => [paper.copies, paper.copiesFor]);
  const words = async () => (await previewOf(client, own, 'mediationAgreement')).lines.join('\n');
  expect(await copies('mediationAgreement')).toEqual([[3, '当事人各一份，调解组织一份']]);
  expect(await words()).toContain('本协议一式三份');
  expect(await copies('closingReport')).toEqual([[1, '存卷一份']]);
  expect(await copies('undisputedFacts')).toEqual([[3, '当事人各一份，存卷一份']]);
  await agree(client, own, { effect: 'judicialConfirmation', effectCourtId: 2 as CourtId });
  expect(await copies('mediationAgreement')).toEqual([[4, '当事人各一份，调解组织一份，报法院一份']]);
  expect(await words()).toContain('本协议一式四份');
  await amend(client, own, { transferredBy: '东胜区样例综治中心' });
  expect(await copies('closingReport')).toEqual([[2, '报委派（委托）法院或者移送单位一份，存卷一份']]);
});

test('a paper cites the law of its channel: that on referral by the court only where a court referred', async () => {
  const { client } = await anOffice();
  const sent = await client.documents.catalogue({ caseId: (await aMediatedCase(client)).id });
  const { client: other } = await anOffice();
  const own = await aMediatedCase(other, {
    channel: 'C',
    source: 'partyApplication',
    courtId: null,
    courtNumbers: [],
  });
  const came = await other.documents.catalogue({ caseId: own.id });
  const sourceOf = (listed: typeof sent, kind: string) => listed.find((one) => one.kind === kind)?.source;
  expect(sourceOf(sent, 'rightsNotice')).toBe('法释〔2016〕14号 第14条');
  expect(sourceOf(came, 'rightsNotice')).toBe('人民调解法 第23条、第24条');
  expect(paperSource('extensionConsent', 'A')).toBe('法释〔2016〕14号 第27条第2款');
  expect(paperSource('extensionConsent', 'C')).toContain('无法定期限');
  expect(came.map(({ source }) => source).filter((source) => source.startsWith('法释〔2016〕14号'))).toEqual(
    [],
  );
});
