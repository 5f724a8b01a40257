import { expect, test } from 'vitest';
import { anOffice } from '../../support/offices.ts';
import { agree, aMediatedCase, issuedName, offered, organisationName, previewOf } from './office-case.ts';

const kind = 'mediationAgreement';

test('the agreement says what is registered of the case, and is sealed by the organisation and not by the court', async () => {
  const { client } = await anOffice();
  const present = await agree(client, await aMediatedCase(client));
  expect(await offered(client, present, kind)).toMatchObject([{ missing: 0, copies: 4 }]);
  const { missing, lines } = await previewOf(client, present, kind);
  expect(missing).toEqual([]);
  expect(lines.join('\n')).toContain('向申请人甲小明支付货款人民币肆万伍仟元整（￥45,000.00）');
  expect(lines.at(-2)).toBe(`${organisationName}（印章）`);
  expect(lines.at(-1)).toBe('二〇二六年十一月十二日');
  expect(await issuedName(client, present, kind)).toContain('-调解协议书-甲小明等2人.docx');
});

test('what it lacks is listed with its label', async () => {
  const { client } = await anOffice();
  const present = await aMediatedCase(client, { claims: null, mediatorId: null });
  expect((await previewOf(client, present, kind)).missing).toEqual([
    '调解员',
    '争议事项',
    '协议内容',
    '违约责任',
    '费用负担',
    '是否一次性了结',
    '协议达成后的处理（司法确认、出具调解书、撤回起诉等）',
    '签订日期',
  ]);
});
