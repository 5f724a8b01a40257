import { expect, test } from 'vitest';
import type { CaseDetail } from '#shared/contract/cases.ts';
import type { OfficeClient } from '#shared/contract/index.ts';
import { localDate } from '#shared/domain/local-date.ts';
import { anOffice } from '../../support/offices.ts';
import { aMediatedCase, amend, issuedName, offered, previewOf } from './office-case.ts';

const kind = 'extensionConsent';

async function extend(client: OfficeClient, { id }: CaseDetail, days: number): Promise<void> {
  const { version } = await client.cases.get({ id });
  await client.moves.take({
    caseId: id,
    version,
    move: {
      code: 'extend',
      on: localDate('2026-11-12'),
      detail: {
        days,
        requestedBy: '申请人',
        applicantsConsentedOn: localDate('2026-11-12'),
        respondentsConsentedOn: localDate('2026-11-12'),
        consentForm: 'written',
        voucher: '延期同意书',
      },
    },
  });
}

test('each extension has its consent, with the last day before and after it', async () => {
  const { client } = await anOffice();
  const present = await aMediatedCase(client);
  await extend(client, present, 10);
  await extend(client, present, 5);
  const listed = await offered(client, present, kind);
  expect(listed.map(({ about, missing }) => [about, missing])).toEqual([
    ['延长10日', 0],
    ['延长5日', 0],
  ]);
  const words = async (place: number) =>
    (await previewOf(client, present, kind, listed[place]?.subjectId)).lines.join('\n');
  // Received on 2 November: thirty days end on 2 December, ten more on Saturday the 12th, so on Monday the 14th; and so on.
  expect(await words(0)).toContain('2026年12月2日');
  expect(await words(0)).toContain('2026年12月14日');
  expect(await words(1)).toContain('2026年12月14日');
  expect(await words(1)).toContain('2026年12月21日');
  expect(await issuedName(client, present, kind, listed[0]?.subjectId)).toContain(
    '-延长调解期限同意书-甲小明等2人.docx',
  );
});

test('without an extension there is none; what one lacks is listed with its label', async () => {
  const { client } = await anOffice();
  const present = await aMediatedCase(client);
  expect(await offered(client, present, kind)).toEqual([]);
  await extend(client, present, 10);
  await amend(client, present, { cause: null });
  const [listed] = await offered(client, present, kind);
  expect((await previewOf(client, present, kind, listed?.subjectId)).missing).toEqual(['案由']);
});
