import { expect, test } from 'vitest';
import { localDate } from '#shared/domain/local-date.ts';
import { aSession } from '../../support/builders.ts';
import { anOffice } from '../../support/offices.ts';
import { aMediatedCase, issuedName, offered, previewOf } from './office-case.ts';

const kind = 'undisputedFacts';

test('what the sessions noted as undisputed is listed once each, without what was noted otherwise', async () => {
  const { client } = await anOffice();
  const present = await aMediatedCase(client);
  expect((await previewOf(client, present, kind)).lines).toContain('＿'.repeat(18));
  await client.sessions.record({
    caseId: present.id,
    session: aSession({
      heldOn: localDate('2026-11-11'),
      undisputed: '1.双方于2026年3月订立合同。\n二、已付货款1.5万元',
      proposals: '申请人愿意少收五千元。',
      privateNotes: '底线是四万元。',
    }),
  });
  await client.sessions.record({
    caseId: present.id,
    session: aSession({
      heldOn: localDate('2026-11-13'),
      undisputed: '双方于2026年3月订立合同。\n1.5万元已于当日到账。',
    }),
  });
  const { missing, lines } = await previewOf(client, present, kind);
  expect(missing).toEqual([]);
  expect(lines.filter((line) => line.includes('订立合同'))).toEqual(['双方于2026年3月订立合同。']);
  expect(lines).toEqual(expect.arrayContaining(['已付货款1.5万元。', '1.5万元已于当日到账。']));
  for (const unsaid of ['五千', '底线', '四万', '人民法院']) expect(lines.join('\n')).not.toContain(unsaid);
  expect(await issuedName(client, present, kind)).toContain('无争议事实记载表-甲小明等2人.docx');
});

test('it is not offered once the case has ended well', async () => {
  const { client } = await anOffice();
  const present = await aMediatedCase(client);
  expect(await offered(client, present, kind)).toMatchObject([{ notYet: null, copies: 2 }]);
  await client.cases.close({
    caseId: present.id,
    version: present.version,
    closing: { code: 'C16', closedOn: localDate('2026-11-12'), partly: false, reason: null },
  });
  expect(await offered(client, present, kind)).toEqual([]);
});
