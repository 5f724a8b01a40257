import { expect, test } from 'vitest';
import { anOffice } from '../../support/offices.ts';
import { aMediatedCase, courtName, issuedName, offered, organisationName, previewOf } from './office-case.ts';

const kind = 'consentForm';

test('the form asks the parties of a case that a court would send, and ticks nothing for them', async () => {
  const { client } = await anOffice();
  const present = await aMediatedCase(client);
  expect(await offered(client, present, kind)).toMatchObject([{ missing: 0, copies: 3, subjectId: null }]);
  const { lines } = await previewOf(client, present, kind);
  expect(lines.join('\n')).toContain(`${courtName}拟将本纠纷委派${organisationName}调解`);
  expect(lines.join('\n')).not.toContain('☑');
  expect(await issuedName(client, present, kind)).toContain('-先行调解告知与同意书-甲小明等2人.docx');
});

test('after filing it says the period of the procedure, or of both while the court has not told it', async () => {
  const { client } = await anOffice();
  const present = await aMediatedCase(client, { channel: 'B', procedureKind: 'summary' });
  expect((await previewOf(client, present, kind)).lines.join('\n')).toContain('调解期限为七日');
  const { client: other } = await anOffice();
  const untold = await aMediatedCase(other, { channel: 'B', procedureKind: null });
  expect((await previewOf(other, untold, kind)).lines.join('\n')).toContain(
    '调解期限适用普通程序的案件为十五日，适用简易程序的案件为七日',
  );
});

test('what it lacks is listed with its label, and cases of the office’s own have none', async () => {
  const { client } = await anOffice();
  const present = await aMediatedCase(client, { cause: null, organisationId: null });
  expect((await previewOf(client, present, kind)).missing).toEqual(['案由', '调解组织']);
  const { client: other } = await anOffice();
  const own = await aMediatedCase(other, { channel: 'C', source: 'partyApplication', courtId: null });
  expect(await offered(other, own, kind)).toEqual([]);
});
