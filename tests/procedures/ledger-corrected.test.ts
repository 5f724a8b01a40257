import { expect, test } from 'vitest';
import type { CaseDetail, CaseFacts } from '#shared/contract/cases.ts';
import type { OfficeClient } from '#shared/contract/index.ts';
import { localDate } from '#shared/domain/local-date.ts';
import { fen } from '#shared/domain/money.ts';
import { anOffice } from '../support/offices.ts';
import { courtNumber, ledger, number, onlyCase, preview, run } from './ledger-files.ts';

const corrections = {
  收案日期: { receivedOn: localDate('2024-03-07') },
  案由: { cause: { edition: '2025', name: '买卖合同纠纷' } },
  标的额: { claim: { kind: 'amount', fen: fen(6_000_000) } },
} as const satisfies Readonly<Record<string, Partial<CaseFacts>>>;

async function correct(
  client: OfficeClient,
  { id, version, facts }: CaseDetail,
  corrected: Partial<CaseFacts>,
) {
  await client.cases.amend({ caseId: id, version, facts: { ...facts, ...corrected } });
}

async function correctApplicant(client: OfficeClient, name: string): Promise<void> {
  const { id, partiesVersion, parties } = await onlyCase(client);
  const named = parties.map((party) => (party.role === 'applicant' ? { ...party, name } : party));
  await client.cases.saveParties({ caseId: id, version: partiesVersion, parties: named });
}

test.each(Object.entries(corrections))(
  'a case whose %s was corrected after its import is not imported again',
  async (label, corrected) => {
    const { client } = await anOffice();
    const file = ledger({});
    await run(client, file);
    await correct(client, await onlyCase(client), corrected);
    expect(await preview(client, file)).toMatchObject({ imported: 0, refused: [{ row: 2 }] });
    const again = await run(client, file);
    expect(again).toMatchObject({ id: null, imported: 0, skipped: 0, refused: [{ row: 2 }] });
    expect(again.refused[0]?.reason).toMatch(new RegExp(`^与登记不一致（${label}[^、]*）：这一行导入过`));
  },
);

test('a case whose party was corrected is known again in a ledger that was saved again with other rows', async () => {
  const { client } = await anOffice();
  await run(client, ledger({}));
  await correctApplicant(client, '甲范例');
  const grown = ledger({ applicants: '丁样例' }, { judge: '己样例' }, { applicants: '戊样例' });
  const result = await run(client, grown);
  expect(result).toMatchObject({ imported: 2, skipped: 0, refused: [{ row: 3, value: '2024-03-05' }] });
  expect(result.refused[0]?.reason).toContain('与登记不一致（申请人、承办法官）');
  const corrected = ledger({ applicants: '甲范例' }, { applicants: '丁样例' });
  expect(await run(client, corrected)).toMatchObject({ imported: 0, skipped: 2, refused: [] });
});

test('what was filled in after the import does not contradict the ledger that left it open', async () => {
  const { client } = await anOffice();
  const file = ledger({ claim: '' });
  await run(client, file);
  await correct(client, await onlyCase(client), corrections.标的额);
  expect(await run(client, file)).toMatchObject({ imported: 0, skipped: 1, refused: [] });
});

test('a corrected case that left the register with its import is imported anew', async () => {
  const { client } = await anOffice();
  const file = ledger({});
  const { id } = await run(client, file);
  await correctApplicant(client, '甲范例');
  if (id === null) throw new Error('The ledger was imported.');
  await client.imports.undo({ id, reason: '导错了' });
  expect(await run(client, file)).toMatchObject({ imported: 1, skipped: 0, refused: [] });
});

test('a case whose court number was corrected is not imported again, and the case that bears the number is', async () => {
  const { client } = await anOffice();
  const file = ledger({ caseNumbers: number });
  await run(client, file);
  const other = number.replace('77', '78');
  await correct(client, await onlyCase(client), { courtNumbers: [courtNumber(other)] });
  const again = await run(client, file);
  expect(again).toMatchObject({ imported: 0, refused: [{ row: 2, column: '案号', value: number }] });
  expect(again.refused[0]?.reason).toContain('与登记不一致（案号）');
  const both = ledger({ caseNumbers: other }, { caseNumbers: number, applicants: '丁样例' });
  expect(await run(client, both)).toMatchObject({ imported: 1, skipped: 1, refused: [] });
});

test('a row that has its court number now is known as the case that was imported without and corrected', async () => {
  const { client } = await anOffice();
  await run(client, ledger({}));
  await correctApplicant(client, '甲范例');
  const again = await run(client, ledger({ caseNumbers: number }));
  expect(again).toMatchObject({ imported: 0, skipped: 0, refused: [{ column: '案号' }] });
  expect(again.refused[0]?.reason).toContain('与登记不一致（案号、申请人）');
});
