import { expect, test } from 'vitest';
import type { CaseDetail } from '#shared/contract/cases.ts';
import type { OfficeClient } from '#shared/contract/index.ts';
import { localDate } from '#shared/domain/local-date.ts';
import { anOffice } from '../../support/offices.ts';
import { agree, aMediatedCase, amend, issuedName, offered, previewOf } from './office-case.ts';

const kind = 'visitRecord';

async function aClosedCase(client: OfficeClient): Promise<CaseDetail> {
  const { id } = await agree(client, await aMediatedCase(client));
  const { version } = await client.cases.get({ id });
  await client.cases.close({
    caseId: id,
    version,
    closing: { code: 'C11', closedOn: localDate('2026-11-12'), partly: false, reason: null },
  });
  return client.cases.get({ id });
}

test('each visit has its record, which leaves room for what was not asked', async () => {
  const { client } = await anOffice();
  const present = await aClosedCase(client);
  const visit = {
    partyId: present.parties[0]?.id ?? null,
    visitedOn: localDate('2026-11-20'),
    means: 'telephone',
    performance: 'performing',
    satisfaction: null,
    remarks: null,
    nextOn: localDate('2026-12-31'),
  } as const;
  const { id: cancelled } = await client.after.visit({ caseId: present.id, visit });
  await client.after.cancelVisit({ id: cancelled, reason: '记错日期' });
  await client.after.visit({ caseId: present.id, visit });
  const listed = await offered(client, present, kind);
  expect(listed, 'a visit that was cancelled has no record').toMatchObject([
    { about: '2026年11月20日', missing: 0 },
  ]);
  const subjectId = listed[0]?.subjectId ?? null;
  const { lines } = await previewOf(client, present, kind, subjectId);
  expect(lines).toContain('被回访人：甲小明');
  expect(lines.join('\n')).toContain('☑正在履行');
  expect(lines).toContain('对调解工作：□满意　□基本满意　□不满意');
  expect(lines).toContain('下次回访：2026年12月31日');
  expect(await issuedName(client, present, kind, subjectId)).toContain('-回访记录-甲小明等2人.docx');
});

test('without a visit there is none; what one lacks is listed with its label', async () => {
  const { client } = await anOffice();
  const present = await aMediatedCase(client);
  expect(await offered(client, present, kind)).toEqual([]);
  expect((await previewOf(client, present, kind)).missing).toEqual(['回访日期', '回访方式']);
  await amend(client, present, { cause: null });
  expect((await previewOf(client, present, kind)).missing).toEqual(['案由', '回访日期', '回访方式']);
});
