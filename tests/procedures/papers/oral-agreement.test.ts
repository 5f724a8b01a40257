import { expect, test } from 'vitest';
import { anOffice } from '../../support/offices.ts';
import { agree, aMediatedCase, issuedName, offered, organisationName, previewOf } from './office-case.ts';

const kind = 'oralAgreement';

test('an oral agreement is registered on its sheet, in the words of its terms', async () => {
  const { client } = await anOffice();
  const present = await agree(client, await aMediatedCase(client, {}, { kind: 'peoplesMediation' }), {
    form: 'oral',
    effect: null,
  });
  const { missing, lines } = await previewOf(client, present, kind);
  expect(missing).toEqual([]);
  expect(lines).toContain('2026年11月12日');
  expect(lines).toContain(`${organisationName}（印章）`);
  expect(lines.join('\n')).toContain(
    '一、被申请人鄂尔多斯市测试商贸有限公司于2026年12月31日前（含当日）向申请人甲小明支付货款',
  );
  expect(await issuedName(client, present, kind)).toContain('-口头协议登记表-甲小明等2人.docx');
});

test('a written agreement has no such sheet', async () => {
  const { client } = await anOffice();
  const present = await agree(client, await aMediatedCase(client));
  expect(await offered(client, present, kind)).toEqual([]);
  expect((await previewOf(client, present, kind)).missing).toEqual([
    '协议形式（书面或者口头）：登记的是书面协议',
  ]);
});

test('what it lacks is listed with its label', async () => {
  const { client } = await anOffice();
  const present = await aMediatedCase(client, { claims: null, cause: null });
  await agree(client, present, { form: 'oral', terms: [], effect: null });
  expect(await offered(client, present, kind)).toMatchObject([{ missing: 3, copies: 1 }]);
  expect((await previewOf(client, present, kind)).missing).toEqual(['案由', '争议事项', '协议内容']);
});
