import { safe } from '@orpc/client';
import { expect, test } from 'vitest';
import { aCompany, aPerson } from '../../support/builders.ts';
import { anOffice } from '../../support/offices.ts';
import { agree, aMediatedCase, issuedName, offered, organisationName, previewOf } from './office-case.ts';

const kind = 'peoplesAgreement';
const own = { channel: 'C', source: 'partyApplication', courtId: null } as const;

test('a committee’s office issues its own form with the registered facts', async () => {
  const { client } = await anOffice();
  const parties = [aPerson({ occupation: '教师', employer: '东胜区测试小学' }), aCompany()];
  const present = await agree(
    client,
    await aMediatedCase(client, own, { kind: 'peoplesMediation', parties }),
    { effect: 'noConfirmation' },
  );
  const { missing, lines } = await previewOf(client, present, kind);
  expect(missing).toEqual([]);
  expect(lines.join('\n')).toContain('现年36周岁，职业或者职务为教师，单位东胜区测试小学，住鄂尔多斯市');
  expect(lines.join('\n')).toContain('由人民调解员丙调解主持');
  expect(lines).toContain(`${organisationName}（印章）`);
  expect(await issuedName(client, present, kind)).toContain('-人民调解协议书-甲小明等2人.docx');
});

test('it is offered to committees only, and refused to others', async () => {
  const { client } = await anOffice();
  const present = await agree(client, await aMediatedCase(client));
  expect(await offered(client, present, kind)).toEqual([]);
  expect((await previewOf(client, present, kind)).missing).toEqual(['调解组织：须是人民调解委员会']);
  const [error] = await safe(
    client.documents.issue({ caseId: present.id, paper: { kind, subjectId: null } }),
  );
  expect(error).toMatchObject({ data: { reason: 'documentIncomplete' } });
});

test('what it lacks is listed with its label', async () => {
  const { client } = await anOffice();
  const present = await aMediatedCase(client, { ...own, facts: null }, { kind: 'peoplesMediation' });
  await agree(client, present, { terms: [], effect: null });
  expect((await previewOf(client, present, kind)).missing).toEqual([
    '纠纷主要事实',
    '协议内容',
    '协议达成后的处理（司法确认、出具调解书、撤回起诉等）',
  ]);
});

test('what the law forbids in an agreement is refused in this form too', async () => {
  const { client } = await anOffice();
  const present = await aMediatedCase(client, own, { kind: 'peoplesMediation' });
  const forbidden = await agree(client, present, {
    effect: 'conciliationStatement',
    effectCourtId: 2 as never,
  });
  expect((await previewOf(client, forbidden, kind)).checks).toContain(
    '立案前委派或者自行受理的，请选择申请司法确认、不申请司法确认或者即时履行',
  );
  const [error] = await safe(
    client.documents.issue({ caseId: present.id, paper: { kind, subjectId: null } }),
  );
  expect(error).toMatchObject({ data: { reason: 'agreementForbidden' } });
});
