import { expect, test } from 'vitest';
import { aCompany, aPerson } from '../../support/builders.ts';
import { anOffice } from '../../support/offices.ts';
import { aMediatedCase, issuedName, offered, previewOf } from './office-case.ts';

const kind = 'serviceAddress';

test('every party has a form of its own, with where it is served, and the choice is left to it', async () => {
  const { client } = await anOffice();
  const present = await aMediatedCase(
    client,
    {},
    {
      parties: [
        aPerson({
          serviceAddress: '东胜区样例邮政信箱3号',
          electronicService: 'agreed',
          email: 'jia@example.test',
        }),
        aCompany({ idKind: null, idNumber: null, phones: [], address: null }),
      ],
    },
  );
  const [person, company] = await offered(client, present, kind);
  expect([person?.about, company?.about]).toEqual(['甲小明', '鄂尔多斯市测试商贸有限公司']);
  const first = await previewOf(client, present, kind, person?.subjectId ?? null);
  expect(first.missing).toEqual([]);
  expect(first.lines).toContain('东胜区样例邮政信箱3号');
  expect(first.lines.join('\n')).toContain('是否接受：□是　□否');
  expect(first.lines.join('\n')).not.toContain('测试路1号');
  expect(first.lines.join('\n')).not.toContain('人民法院（');
  const second = await previewOf(client, present, kind, company?.subjectId ?? null);
  expect(second.lines).toContain(`统一社会信用代码　${'＿'.repeat(14)}`);
  expect(await issuedName(client, present, kind, company?.subjectId ?? null)).toContain(
    '送达地址确认书-鄂尔多斯市测试商贸有限公司.docx',
  );
});

test('a form for somebody who is no party of the case is not made', async () => {
  const { client } = await anOffice();
  const present = await aMediatedCase(client);
  await expect(previewOf(client, present, kind, 9999)).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

test('a form that was issued stays readable when its party is left out of the case', async () => {
  const { client } = await anOffice();
  const present = await aMediatedCase(client);
  const company = present.parties.find(({ role }) => role === 'respondent');
  await issuedName(client, present, kind, company?.id ?? null);
  const { partiesVersion, parties } = await client.cases.get({ id: present.id });
  await client.cases.saveParties({
    caseId: present.id,
    version: partiesVersion,
    parties: parties.filter(({ id }) => id !== company?.id),
  });
  const { documents } = await client.cases.get({ id: present.id });
  expect(documents).toMatchObject([{ title: '送达地址确认书', differences: ['登记中已经没有该当事人'] }]);
});
