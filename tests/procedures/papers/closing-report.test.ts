import { expect, test } from 'vitest';
import type { CaseDetail, ClosingFacts } from '#shared/contract/cases.ts';
import type { OfficeClient } from '#shared/contract/index.ts';
import { localDate } from '#shared/domain/local-date.ts';
import { fen } from '#shared/domain/money.ts';
import { aSession } from '../../support/builders.ts';
import { anOffice } from '../../support/offices.ts';
import { agree, aMediatedCase, issuedName, offered, organisationName, previewOf } from './office-case.ts';

const kind = 'closingReport';

async function close(client: OfficeClient, { id }: CaseDetail, closing: Partial<ClosingFacts>) {
  const { version } = await client.cases.get({ id });
  await client.cases.close({
    caseId: id,
    version,
    closing: { code: 'C11', closedOn: localDate('2026-11-18'), partly: false, reason: null, ...closing },
  });
}

test('the report is offered once the case is closed, and says until then what it waits for', async () => {
  const { client } = await anOffice();
  const present = await aMediatedCase(client);
  expect(await offered(client, present, kind)).toMatchObject([{ notYet: '结案后制作', copies: 2 }]);
  expect((await previewOf(client, present, kind)).missing).toEqual(['结案登记（终结方式和日期）']);
  await close(client, present, { code: 'C24', reason: '对货物质量分歧较大' });
  expect(await offered(client, present, kind)).toMatchObject([{ notYet: null, missing: 0 }]);
});

test('it tells the court of the agreement, what was paid and how long it took', async () => {
  const { client } = await anOffice();
  const present = await agree(client, await aMediatedCase(client), { signedOn: localDate('2026-11-18') });
  await close(client, present, {});
  await client.cases.recordPayment({
    caseId: present.id,
    payment: { paidOn: localDate('2026-11-19'), amountFen: fen(1_000_000), voucher: null, remarks: null },
  });
  const { missing, lines } = await previewOf(client, present, kind);
  expect(missing).toEqual([]);
  const words = lines.join('\n');
  expect(lines).toContain('内蒙古自治区鄂尔多斯市东胜区人民法院：');
  expect(words).toContain(
    '2026年11月2日签收移交材料，调解期限至2026年12月2日届满；2026年11月18日终结，自接收次日起历时16日。',
  );
  expect(words).toContain('第一次，2026年11月10日，现场，东胜区人民法院委员调解室；到场情况：双方到场。');
  expect(words).toContain('调解成功（达成书面调解协议）。');
  expect(words).toContain(
    '（一）被申请人鄂尔多斯市测试商贸有限公司于2026年12月31日前（含当日）向申请人甲小明支付',
  );
  expect(words).toContain('已登记的到位金额人民币壹万元整（￥10,000.00）。');
  expect(lines.slice(-2)).toEqual([organisationName, '＿＿＿＿年＿＿月＿＿日']);
  expect(await issuedName(client, present, kind)).toContain('调解终结报告-甲小明等2人.docx');
});

test('of a failure it tells the reason, the disputed points and the period as it was extended', async () => {
  const { client } = await anOffice();
  const present = await aMediatedCase(client);
  await agree(client, present);
  await client.sessions.record({
    caseId: present.id,
    session: aSession({
      heldOn: localDate('2026-11-13'),
      disputed: '货物的质量',
      undisputed: '合同的数量。',
      privateNotes: '申请人的底线是四万元。',
    }),
  });
  await close(client, present, { code: 'C26', reason: '被申请人不肯盖章' });
  const words = (await previewOf(client, present, kind)).lines.join('\n');
  expect(words).toContain('原因：C26一方拒绝在协议上签章（法释〔2021〕23号 第25条第7项）。');
  expect(words).toContain('说明：被申请人不肯盖章。');
  expect(words).toContain('争议焦点。货物的质量。');
  expect(words).toContain('调解中记录了各方无争议的事实。');
  for (const unsaid of ['支付货款', '协议金额', '底线', '四万']) expect(words).not.toContain(unsaid);
});

test('of somebody who was never reached it tells how often he was tried', async () => {
  const { client } = await anOffice();
  const present = await aMediatedCase(client);
  const respondent = present.parties.find(({ role }) => role === 'respondent');
  for (const day of ['2026-11-05', '2026-11-05', '2026-11-09']) {
    await client.contacts.record({
      caseId: present.id,
      contact: {
        partyId: respondent?.id ?? null,
        person: null,
        contactedOn: localDate(day),
        contactedAt: null,
        means: 'telephone',
        reachedAt: null,
        result: 'notReached',
        remarks: null,
      },
    });
  }
  await close(client, present, { code: 'C23', reason: '电话停机' });
  expect((await previewOf(client, present, kind)).lines).toContain(
    '2026年11月5日至2026年11月9日，分2日联系鄂尔多斯市测试商贸有限公司3次，均未联系上。',
  );
});

test('of a case that no court sent it goes to whoever sent it, and names no court', async () => {
  const { client } = await anOffice();
  const present = await aMediatedCase(client, {
    channel: 'C',
    source: 'governanceCentre',
    transferredBy: '东胜区样例综治中心',
    courtId: null,
  });
  await close(client, present, { code: 'C24', reason: '分歧较大' });
  const { missing, lines } = await previewOf(client, present, kind);
  expect(missing).toEqual([]);
  expect(lines).toContain('东胜区样例综治中心：');
  expect(lines.filter((line) => line.includes('法院')).map((line) => line.slice(0, 3))).toEqual(['第一次']);
  expect(lines.join('\n')).not.toContain('调解期限至');
});
