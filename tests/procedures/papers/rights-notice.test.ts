import { expect, test } from 'vitest';
import { anOffice } from '../../support/offices.ts';
import { aMediatedCase, courtName, issuedName, organisationName, previewOf } from './office-case.ts';

const kind = 'rightsNotice';

test('the notice says who mediates, how long, and where the agreement can be confirmed', async () => {
  const { client } = await anOffice();
  const present = await aMediatedCase(client);
  const { missing, lines } = await previewOf(client, present, kind);
  expect(missing).toEqual([]);
  expect(lines[0]).toBe('特邀调解告知书');
  const words = lines.join('\n');
  expect(words).toContain(`${courtName}已将本纠纷委派${organisationName}调解`);
  expect(words).toContain('本纠纷由特邀调解员丙调解调解');
  expect(words).toContain('调解期限为三十日');
  expect(words).toContain(`共同向${courtName}申请司法确认`);
  expect(await issuedName(client, present, kind)).toContain('-特邀调解告知书-甲小明等2人.docx');
});

test('in a case of the office’s own it has another name, on the paper, its file and in the list of what was issued', async () => {
  const { client } = await anOffice();
  const present = await aMediatedCase(client, { channel: 'C', source: 'partyApplication', courtId: null });
  const { lines } = await previewOf(client, present, kind);
  expect(lines[0]).toBe('调解告知书');
  expect(lines.join('\n')).toContain('共同向有管辖权的人民法院申请司法确认');
  expect(await issuedName(client, present, kind)).toContain('-调解告知书-甲小明等2人.docx');
  expect((await client.cases.get({ id: present.id })).documents).toMatchObject([{ title: '调解告知书' }]);
});

test('what it lacks is listed with its label', async () => {
  const { client } = await anOffice();
  const present = await aMediatedCase(client, { mediatorId: null, cause: null });
  expect((await previewOf(client, present, kind)).missing).toEqual(['案由', '调解员']);
});
