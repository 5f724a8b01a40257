import { expect, test } from 'vitest';
import { aCompany, aPerson } from '../../support/builders.ts';
import { anOffice } from '../../support/offices.ts';
import { aMediatedCase, issuedName, offered, previewOf } from './office-case.ts';

const kind = 'legalRepresentative';

test('a body certifies who stands for it; a person and a sole trader stand for themselves', async () => {
  const { client } = await anOffice();
  const trader = aCompany({ kind: 'soleTrader', name: '东胜区测试小卖部' });
  const present = await aMediatedCase(
    client,
    {},
    {
      parties: [aPerson(), aCompany(), trader],
    },
  );
  const listed = await offered(client, present, kind);
  expect(listed).toMatchObject([{ about: '鄂尔多斯市测试商贸有限公司', missing: 0 }]);
  const partyId = listed[0]?.subjectId ?? null;
  const { lines } = await previewOf(client, present, kind, partyId);
  expect(lines[1]).toBe(
    '乙样例（公民身份号码：＿＿＿＿＿＿＿＿＿＿）在我单位担任经理职务，是我单位的法定代表人。',
  );
  expect(lines).toContain('统一社会信用代码：91150602MA0N00001R');
  expect(await issuedName(client, present, kind, partyId)).toContain('-法定代表人身份证明书-');
});

test('what it lacks is listed with its label', async () => {
  const { client } = await anOffice();
  const village = aCompany({
    kind: 'villageCommittee',
    name: '样例嘎查委员会',
    representativeName: null,
    representativePosition: null,
  });
  const present = await aMediatedCase(client, {}, { parties: [aPerson(), village] });
  const [listed] = await offered(client, present, kind);
  const { missing } = await client.documents.preview({
    caseId: present.id,
    paper: { kind, subjectId: listed?.subjectId ?? null },
  });
  expect(missing[0]?.field, 'the clerk is led to this party').toBe('parties.1.representativeName');
  expect((await previewOf(client, present, kind, listed?.subjectId)).missing).toEqual([
    '被申请人样例嘎查委员会的负责人姓名',
    '被申请人样例嘎查委员会的负责人职务',
  ]);
});
