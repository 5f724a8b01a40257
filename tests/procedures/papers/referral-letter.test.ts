import { expect, test } from 'vitest';
import { caseNumberSchema } from '#shared/domain/case-number.ts';
import { localDate } from '#shared/domain/local-date.ts';
import { anOffice } from '../../support/offices.ts';
import { aMediatedCase, issuedName, offered, organisationName, previewOf } from './office-case.ts';

const kind = 'referralLetter';
const court = '内蒙古自治区鄂尔多斯市东胜区人民法院';

test('the letter of referral is made from what is registered, with room for what the court writes', async () => {
  const { client } = await anOffice();
  const present = await aMediatedCase(client, { letterNumber: '东法委调〔2026〕35号', clerk: '丁书记' });
  const { missing, lines } = await previewOf(client, present, kind);
  expect(missing).toEqual([]);
  expect(lines.slice(0, 3)).toEqual([court, '委派调解函', '＿＿＿＿＿〔＿＿〕＿＿＿号']);
  expect(lines).toContain(`${organisationName}：`);
  expect(lines.join('\n')).toContain('申请人甲小明与被申请人鄂尔多斯市测试商贸有限公司买卖合同纠纷一案');
  expect(lines.join('\n')).toContain('联系人：丁书记；');
  expect(lines.join('\n')).not.toContain('东法委调');
  expect(await issuedName(client, present, kind)).toContain('委派调解函-甲小明等2人.docx');
});

test('after filing it needs the number of the filed case and says the period of its procedure', async () => {
  const { client } = await anOffice();
  const numbers = ['（2026）内06诉前调12号', '（2026）内06民初34号'].map((one) =>
    caseNumberSchema.parse(one),
  );
  const unfiled = await aMediatedCase(client, { channel: 'B', courtNumbers: numbers.slice(0, 1) });
  expect((await previewOf(client, unfiled, kind)).missing).toEqual(['法院案号']);
  const { client: other } = await anOffice();
  const filed = await aMediatedCase(other, {
    channel: 'B',
    courtNumbers: numbers,
    procedureKind: 'ordinary',
    filedOn: localDate('2026-10-30'),
  });
  const { lines } = await previewOf(other, filed, kind);
  expect(lines).toContain('案号：（2026）内06民初34号');
  expect(lines.join('\n')).toContain('我院于2026年10月30日立案受理的');
  expect(lines.join('\n')).toContain('调解期限为十五日');
});

test('it says how the parties agreed, and is not made while one of them declines', async () => {
  const { client } = await anOffice();
  const present = await aMediatedCase(client);
  const say = (agreed: boolean) =>
    client.consents.recordAll({
      caseId: present.id,
      consents: present.parties.map(({ id: partyId }, place) => ({
        partyId,
        agreed: agreed || place === 0,
        form: 'written' as const,
        givenOn: localDate('2026-11-05'),
        beforeReferral: true,
        remarks: null,
      })),
    });
  await say(false);
  expect((await previewOf(client, present, kind)).missing).toEqual(['当事人是否同意调解']);
  await say(true);
  expect((await previewOf(client, present, kind)).lines.join('\n')).toContain('同意的方式为书面。');
});

test('it is offered for cases that a court sends, under the name of the channel', async () => {
  const { client } = await anOffice();
  const sent = await aMediatedCase(client);
  expect(await offered(client, sent, kind)).toMatchObject([
    { title: '委派调解函', copies: 2, set: 'opening' },
  ]);
  const { client: other } = await anOffice();
  const own = await aMediatedCase(other, { channel: 'C', source: 'partyApplication', courtId: null });
  expect(await offered(other, own, kind)).toEqual([]);
});
