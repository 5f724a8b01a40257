import { expect, test } from 'vitest';
import type { DisclosureFacts } from '#shared/contract/disclosures.ts';
import type { MediatorId } from '#shared/contract/ids.ts';
import { localDate } from '#shared/domain/local-date.ts';
import { anOffice } from '../../support/offices.ts';
import { aMediatedCase, amend, issuedName, offered, previewOf } from './office-case.ts';

const kind = 'disclosureRecord';

function aDisclosure(mediatorId: MediatorId | null, facts: Partial<DisclosureFacts> = {}): DisclosureFacts {
  if (mediatorId === null) throw new Error('The case has its mediator.');
  return {
    mediatorId,
    matter: '与被申请人的经理同在一个商会。',
    disclosedOn: localDate('2026-11-06'),
    applicantsConsentedOn: null,
    respondentsConsentedOn: null,
    consentForm: null,
    decision: null,
    decidedBy: null,
    ...facts,
  };
}

test('a disclosure is put on paper with what both sides said to it', async () => {
  const { client } = await anOffice();
  const present = await aMediatedCase(client);
  await client.disclosures.record({
    caseId: present.id,
    disclosure: aDisclosure(present.facts.mediatorId, { applicantsConsentedOn: localDate('2026-11-07') }),
  });
  const listed = await offered(client, present, kind);
  expect(listed).toMatchObject([{ about: '2026年11月6日', missing: 0 }]);
  const subjectId = listed[0]?.subjectId ?? null;
  const { lines } = await previewOf(client, present, kind, subjectId);
  expect(lines).toContain('披露事项：2026年11月6日，特邀调解员丙调解披露：与被申请人的经理同在一个商会。');
  const ofApplicants = lines.indexOf('申请人一方意见（2026年11月7日）：');
  expect(lines[ofApplicants + 1]).toMatch(/^☑知悉上述情况，同意其继续调解/);
  const ofRespondents = lines.indexOf('被申请人一方意见（＿＿＿年＿＿月＿＿日）：');
  expect(lines[ofRespondents + 1], 'nobody consents for another').toMatch(/^□知悉上述情况/);
  expect(await issuedName(client, present, kind, subjectId)).toContain(
    '-回避披露与同意记录-甲小明等2人.docx',
  );
});

test('without a disclosure there is no record; what one lacks is listed with its label', async () => {
  const { client } = await anOffice();
  const present = await aMediatedCase(client);
  expect(await offered(client, present, kind)).toEqual([]);
  expect((await previewOf(client, present, kind)).missing).toEqual(['披露的调解员', '披露事项', '披露日期']);
  await client.disclosures.record({
    caseId: present.id,
    disclosure: aDisclosure(present.facts.mediatorId),
  });
  await amend(client, present, { cause: null });
  const [listed] = await offered(client, present, kind);
  expect((await previewOf(client, present, kind, listed?.subjectId)).missing).toEqual(['案由']);
});
