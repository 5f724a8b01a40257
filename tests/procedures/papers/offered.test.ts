import { expect, test } from 'vitest';
import { anOffice } from '../../support/offices.ts';
import { agree, aMediatedCase, offered } from './office-case.ts';

test('what follows an agreement is not offered before there is one, and the list says why', async () => {
  const { client } = await anOffice();
  const present = await aMediatedCase(client);
  expect(await offered(client, present, 'confirmationApplication')).toMatchObject([
    { notYet: '登记调解协议后制作' },
  ]);
  await agree(client, present);
  expect(await offered(client, present, 'confirmationApplication')).toMatchObject([
    { notYet: null, missing: 0 },
  ]);
});

test('the notice of rights is listed under the name that its channel gives it', async () => {
  const { client: other } = await anOffice();
  const referred = await aMediatedCase(other);
  expect(await offered(other, referred, 'rightsNotice')).toMatchObject([{ title: '特邀调解告知书' }]);
  const { client } = await anOffice();
  const own = await aMediatedCase(client, {
    channel: 'C',
    source: 'partyApplication',
    courtId: null,
  });
  expect(await offered(client, own, 'rightsNotice')).toMatchObject([{ title: '调解告知书' }]);
});
