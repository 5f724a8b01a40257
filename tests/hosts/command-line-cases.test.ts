import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { CaseFacts } from '#shared/contract/cases.ts';
import type { OfficeClient } from '#shared/contract/index.ts';
import { caseNumberSchema } from '#shared/domain/case-number.ts';
import { localDate } from '#shared/domain/local-date.ts';
import { type Outcome, runCommand } from '../../src/main/cli/commands.ts';
import { findCases } from '../../src/main/cli/find-case.ts';
import { aCase, aCompany, aPerson } from '../support/builders.ts';
import { anOffice, temporaryFolder } from '../support/offices.ts';

async function registered(client: OfficeClient, facts: Partial<CaseFacts> = {}) {
  const made = { facts: aCase(facts), parties: [aPerson(), aCompany()], draftId: null };
  return client.cases.register(made);
}

async function withPrefix(client: OfficeClient, numberPrefix: string | null): Promise<void> {
  const { version, ...profile } = (await client.office.overview()).profile;
  await client.office.saveProfile({ version, profile: { ...profile, numberPrefix } });
}

/** Asks for the agreement of what was typed: the outcome, and what a person reads beside it. */
async function asked(client: OfficeClient, typed: string): Promise<Outcome & { readonly said: string }> {
  const said: string[] = [];
  const out = join(temporaryFolder(), '协议.docx');
  const command = { command: 'agreement', case: typed, out } as const;
  const outcome = await runCommand(client, command, (line) => said.push(line));
  expect(existsSync(out)).toBe(outcome.code === 0);
  return { ...outcome, said: said.join('\n') };
}

describe('the case that an agreement is asked for', () => {
  test('is the one with this id where only a number stands, and the person is told which it is', async () => {
    const { client } = await anOffice();
    await registered(client);
    const second = await registered(client);
    for (const typed of [`${second.id}`, ` ${second.id} `, '２']) {
      const { json, said } = await asked(client, typed);
      expect(json).toHaveProperty('missing');
      expect(said).toContain(
        `取案件 ${second.internalNumber}（id ${second.id}）甲小明与鄂尔多斯市测试商贸有限公司`,
      );
    }
  });

  test('is never the one whose internal number is the number alone', async () => {
    const { client } = await anOffice();
    await registered(client, { receivedOn: localDate('2025-11-03') });
    const { id, internalNumber } = await registered(client);
    expect({ id, internalNumber }).toStrictEqual({ id: 2, internalNumber: '〔2026〕1号' });
    expect((await asked(client, '1')).said).toContain('取案件 〔2025〕1号（id 1）');
    const { code, json, said } = await asked(client, '20');
    expect({ code, json }).toStrictEqual({ code: 1, json: { cases: [] } });
    expect(said).toContain('没有 id 是 20 的案件。只写数字就是 id；内部编号要连年份写');
  });

  test('is found by its internal number behind any number of cases of a letter with that number', async () => {
    const { client } = await anOffice();
    const first = await registered(client);
    expect(first.internalNumber).toBe('〔2026〕1号');
    for (let count = 0; count < 205; count += 1) {
      await registered(client, { letterNumber: '东法委派函〔2026〕1号' });
    }
    const { same } = await findCases(client, '（2026）1号');
    expect(same.map(({ id }) => id)).toStrictEqual([first.id]);
  }, 60_000);

  test('is found by an internal number whose prefix holds more than letters', async () => {
    const { client } = await anOffice();
    await withPrefix(client, '政协-法院（东胜）2号室调');
    const { id, internalNumber } = await registered(client);
    for (const typed of [internalNumber, '政协-法院(东胜) 2号室调[2026] 01 号', '〔2026〕1号']) {
      expect((await findCases(client, typed)).same.map((one) => one.id)).toStrictEqual([id]);
    }
    expect((await findCases(client, '3号室调〔2026〕1号')).same).toStrictEqual([]);
  });

  test('is asked back for where several bear the number, with the list and no paper', async () => {
    const { client } = await anOffice();
    const number = caseNumberSchema.parse('（2026）内0602民初7号');
    const first = await registered(client, { courtNumbers: [number] });
    const second = await registered(client, { platformNumber: number });
    const { code, json, said } = await asked(client, '2026内0602民初007');
    const cases = [second, first].map(({ id, internalNumber }) => ({ id, internalNumber }));
    expect({ code, json }).toMatchObject({ code: 1, json: { cases } });
    expect(said).toContain('对应 2 件案件，请写 id');
    expect(said).toContain(`${first.internalNumber}（id ${first.id}）`);
  });

  test('is not guessed from a name: what the search finds is listed', async () => {
    const { client } = await anOffice();
    const { id, internalNumber } = await registered(client);
    const { code, json, said } = await asked(client, '甲小明');
    expect({ code, json }).toMatchObject({ code: 1, json: { cases: [{ id, internalNumber }] } });
    expect(said).toContain(`相近的有：\n  ${internalNumber}（id ${id}）`);
  });

  test('is not one in the recycle bin', async () => {
    const { client } = await anOffice();
    const { id } = await registered(client);
    const { version } = await client.cases.get({ id });
    await client.cases.remove({ caseId: id, version, reason: '重复登记' });
    await expect(asked(client, `${id}`)).rejects.toThrow('在回收站里');
  });
});
