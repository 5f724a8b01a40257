import { expect, test } from 'vitest';
import { caseNumberSchema } from '#shared/domain/case-number.ts';
import { anOffice } from '../../support/offices.ts';
import { agree, aMediatedCase, courtName, issuedName, offered, previewOf } from './office-case.ts';

const kind = 'withdrawalApplication';
const filed = caseNumberSchema.parse('（2026）内0602民初123号');
const before = caseNumberSchema.parse('（2026）内0602诉前调45号');
const entrusted = { channel: 'B', procedureKind: 'ordinary', courtNumbers: [before, filed] } as const;

test('the plaintiff withdraws the filed case, and not the number that it had before', async () => {
  const { client } = await anOffice();
  const present = await agree(
    client,
    await aMediatedCase(client, { ...entrusted, courtNumbers: [before, filed] }),
    {
      effect: 'withdrawal',
    },
  );
  const { missing, lines } = await previewOf(client, present, kind);
  expect(missing).toEqual([]);
  expect(lines).toContain(
    `请求事项：申请撤回${filed}申请人甲小明与被申请人鄂尔多斯市测试商贸有限公司买卖合同纠纷一案的起诉。`,
  );
  expect(lines.join('\n')).not.toContain('诉前调');
  expect(lines).toContain(courtName);
  expect(await issuedName(client, present, kind)).toContain('-撤回起诉申请书-甲小明等2人.docx');
});

test('what was performed at once is a ground of its own', async () => {
  const { client } = await anOffice();
  const present = await agree(client, await aMediatedCase(client, { ...entrusted, courtNumbers: [filed] }), {
    effect: 'performedAtOnce',
  });
  expect((await previewOf(client, present, kind)).lines.join('\n')).toContain('协议约定的义务已经履行完毕');
});

test('before an agreement there is no ground, and it says so; what it lacks is listed with its label', async () => {
  const { client } = await anOffice();
  const present = await aMediatedCase(client, { ...entrusted, courtNumbers: [before] });
  expect(await offered(client, present, kind)).toMatchObject([{ notYet: '登记调解协议后制作' }]);
  expect((await previewOf(client, present, kind)).missing).toEqual(['法院案号', '理由（须先登记调解协议）']);
});
