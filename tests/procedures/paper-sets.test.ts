import { safe } from '@orpc/client';
import { expect, test } from 'vitest';
import type { CaseDetail } from '#shared/contract/cases.ts';
import { agreementPaper } from '#shared/contract/documents.ts';
import { everyCase } from '#shared/contract/every-case.ts';
import type { OfficeClient } from '#shared/contract/index.ts';
import { documentOf, readParts, wordsOnPaper } from '../documents/word-file.ts';
import { elementsOf } from '../documents/xml.ts';
import { aCase, aPerson } from '../support/builders.ts';
import { anOffice } from '../support/offices.ts';
import { agree, aMediatedCase } from './papers/office-case.ts';

async function refusalOf(promise: Promise<unknown>): Promise<unknown> {
  const [error] = await safe(promise as Promise<never>);
  return (error as { data?: unknown } | null)?.data;
}

async function anAgreedCase(client: OfficeClient): Promise<CaseDetail> {
  return agree(client, await aMediatedCase(client));
}

/** The Word file of documents, as bytes. */
async function joined(client: OfficeClient, documents: Parameters<OfficeClient['documents']['combine']>[0]) {
  const { file, apart } = await client.documents.combine(documents);
  expect(apart).toEqual([]);
  if (file === null) throw new Error('Something is printed.');
  return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
}

test('the agreement set is the agreement and the application in their order, each in all its copies', async () => {
  const { client } = await anOffice();
  const { id: caseId } = await anAgreedCase(client);
  const { issued, left } = await client.documents.issueSet({ caseId, set: 'agreement' });
  expect(left).toEqual([]);
  expect(issued.map(({ title, copies }) => [title, copies])).toEqual([
    ['调解协议书', 4],
    ['司法确认申请书', 4],
  ]);
  const { name, bytes } = await joined(client, {
    documents: issued.map(({ id, copies }) => ({ id, copies })),
  });
  expect(name).toMatch(/^.+-协议材料-甲小明等2人\.docx$/);
  expect(elementsOf(documentOf(bytes), 'w:sectPr')).toHaveLength(8);
  const titles = wordsOnPaper(bytes).filter((words) => words === '调解协议书' || words === '司法确认申请书');
  expect(titles).toEqual([...Array(4).fill('调解协议书'), ...Array(4).fill('司法确认申请书')]);
  expect([...readParts(bytes).values()].join('')).not.toContain('NUMPAGES<');

  const again = await client.documents.issueSet({ caseId, set: 'agreement' });
  expect(
    again.issued.map(({ id }) => id),
    'what was issued is handed out as it is',
  ).toEqual(issued.map(({ id }) => id));
  expect(
    (await joined(client, { documents: issued.map(({ id, copies }) => ({ id, copies })) })).bytes,
  ).toEqual(bytes);
  const events = await client.cases.history({ id: caseId });
  expect(events.filter(({ what }) => what === 'documentIssued').map(({ command }) => command)).toEqual([
    'documents.issueSet',
    'documents.issueSet',
  ]);
});

test('a set says what its other papers lack, each with the way to the field', async () => {
  const { client } = await anOffice();
  const present = await aMediatedCase(client);
  const early = await client.documents.issueSet({ caseId: present.id, set: 'agreement' });
  expect(early.issued).toEqual([]);
  expect(early.left).toMatchObject([
    {
      title: '调解协议书',
      why: 'missing',
      missing: expect.arrayContaining([{ field: 'terms', label: '协议内容' }]),
    },
    { title: '司法确认申请书', why: 'notYet', words: [expect.stringContaining('调解协议')] },
  ]);
  await agree(client, present, { terms: [{ kind: 'text', text: '双方自愿离婚。' }], agreedFen: null });
  const { issued, left } = await client.documents.issueSet({ caseId: present.id, set: 'agreement' });
  expect(issued.map(({ title }) => title)).not.toContain('调解协议书');
  expect(left).toContainEqual(
    expect.objectContaining({
      title: '调解协议书',
      why: 'forbidden',
      words: [expect.stringContaining('第')],
    }),
  );
});

test('a newer issue takes the place of the older one, and neither is gone', async () => {
  const { client } = await anOffice();
  const present = await anAgreedCase(client);
  const caseId = present.id;
  const first = await client.documents.issue({ caseId, paper: agreementPaper });
  await agree(client, present, { costClause: '费用由申请人负担。' });
  const states = async () =>
    (await client.cases.get({ id: caseId })).documents.map(({ id, state, differences }) => [
      id,
      state,
      differences,
    ]);
  expect(await states()).toEqual([[first.id, 'current', ['费用负担']]]);
  const second = await client.documents.issue({ caseId, paper: agreementPaper });
  expect(await states()).toEqual([
    [second.id, 'current', []],
    [first.id, 'replaced', []],
  ]);
  // Back to the words of the first: that one was replaced, so the same words are issued anew.
  await agree(client, present, { costClause: null });
  const third = await client.documents.issue({ caseId, paper: agreementPaper });
  expect([first.id, second.id]).not.toContain(third.id);
  expect(third.sha256).toBe(first.sha256);
  expect((await client.documents.file({ id: first.id })).sha256).toBe(first.sha256);
});

test('a withdrawn document stays readable, says why, and is never handed out as the one that stands', async () => {
  const { client } = await anOffice();
  const { id: caseId } = await anAgreedCase(client);
  const first = await client.documents.issue({ caseId, paper: agreementPaper });
  await client.documents.withdraw({ id: first.id, reason: '当事人姓名写错' });
  const { documents } = await client.cases.get({ id: caseId });
  expect(documents).toMatchObject([
    {
      id: first.id,
      state: 'withdrawn',
      differences: [],
      withdrawn: { reason: '当事人姓名写错', by: '测试员' },
    },
  ]);
  expect((await client.documents.file({ id: first.id })).sha256).toBe(first.sha256);
  const listed = await client.documents.catalogue({ caseId });
  expect(listed.find(({ kind }) => kind === 'mediationAgreement')).toMatchObject({
    issued: null,
    withdrawn: true,
  });
  expect(await refusalOf(client.documents.withdraw({ id: first.id, reason: '再一次' }))).toMatchObject({
    reason: 'alreadyWithdrawn',
  });
  const next = await client.documents.issue({ caseId, paper: agreementPaper });
  expect(next.id).not.toBe(first.id);
  const [event] = await client.cases.history({ id: caseId });
  expect(event?.what).toBe('documentIssued');
  const told = (await client.cases.history({ id: caseId })).find(({ what }) => what === 'documentWithdrawn');
  expect(told?.changes).toContainEqual({ field: 'reason', before: null, after: '当事人姓名写错' });
});

/** A batch to its end, with the stages that it told of. */
async function batch(client: OfficeClient, input: Parameters<OfficeClient['documents']['issueMany']>[0]) {
  const work = await client.documents.issueMany(input);
  const stages: string[] = [];
  for (;;) {
    const step = await work.next();
    if (step.done) return { ...step.value, stages };
    stages.push(step.value.stage);
  }
}

test('the notices of all cases of a list are issued at once and printed as one file; what could not be is said', async () => {
  const { client } = await anOffice();
  const first = await aMediatedCase(client);
  const second = await client.cases.register({
    facts: { ...first.facts, courtNumbers: [] },
    parties: [aPerson({ name: '丁小华' })],
    draftId: null,
  });
  const cases = [first, second];
  const bare = await client.cases.register({
    facts: aCase({ courtNumbers: [] }),
    parties: [aPerson()],
    draftId: null,
  });
  const { issued, left, stages } = await batch(client, { filter: everyCase, kinds: ['rightsNotice'] });
  expect(new Set(issued.map(({ caseId }) => caseId))).toEqual(new Set(cases.map(({ id }) => id)));
  expect(left).toMatchObject([{ caseId: bare.id, title: '特邀调解告知书', why: 'missing' }]);
  expect(stages).toContain('rendering');
  const { name, bytes } = await joined(client, {
    documents: issued.map(({ id, copies }) => ({ id, copies })),
  });
  expect(name).toBe('2026年11月20日-特邀调解告知书-2件.docx');
  expect(elementsOf(documentOf(bytes), 'w:sectPr')).toHaveLength(3 + 2);
  const again = await batch(client, { filter: everyCase, kinds: ['rightsNotice'] });
  expect(again.issued.map(({ id }) => id)).toEqual(issued.map(({ id }) => id));
});

test('a batch that is left before it writes has issued nothing', async () => {
  const { client } = await anOffice();
  const present = await aMediatedCase(client);
  const work = await client.documents.issueMany({ filter: everyCase, kinds: ['rightsNotice'] });
  await work.next();
  await work.return(undefined as never);
  expect((await client.cases.get({ id: present.id })).documents).toEqual([]);
});

test('a kind that a case does not offer is said, not made', async () => {
  const { client } = await anOffice();
  await aMediatedCase(client);
  const { issued, left } = await batch(client, { filter: everyCase, kinds: ['withdrawalApplication'] });
  expect(issued).toEqual([]);
  expect(left).toMatchObject([{ kind: 'withdrawalApplication', why: 'notOffered' }]);
});
