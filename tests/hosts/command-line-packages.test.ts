import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { month } from '#shared/domain/local-date.ts';
import { readCommandLine, UsageError } from '../../src/main/cli/arguments.ts';
import { runCommand } from '../../src/main/cli/commands.ts';
import { anOffice, temporaryFolder } from '../support/offices.ts';

test('a month goes out as a package and into the office above at the command line', async () => {
  const out = temporaryFolder();
  const { client } = await anOffice();
  const { version, ...profile } = (await client.office.overview()).profile;
  await client.office.saveProfile({ version, profile: { ...profile, reportingUnit: '甲区测试调解室' } });
  const asked = { command: 'package', month: month('2026-10'), of: 'office', mediators: true, out } as const;
  const made = await runCommand(client, asked, () => {});
  expect(readdirSync(out)).toEqual(['报送包-2026年10月-甲区测试调解室（未锁定）.zip']);
  expect(made.json).toMatchObject({ closed: false, sequence: 0, cases: 0 });
  const above = (await anOffice()).client;
  const file = join(out, readdirSync(out)[0] ?? '');
  const first = await runCommand(above, { command: 'receive', file }, () => {});
  expect(first.lines).toEqual(['甲区测试调解室 2026-10：已收下', '这家不在报送单位名单上。']);
  const again = await runCommand(above, { command: 'receive', file }, () => {});
  expect(again.json).toMatchObject({ outcome: 'same' });
}, 60_000);

test('a package needs a month and a folder', () => {
  expect(() => readCommandLine(['package', '--month', '2026-10'])).toThrow(UsageError);
  expect(() => readCommandLine(['package', '--month', '2026-13', '--out', 'x'])).toThrow('不是月份');
  expect(readCommandLine(['package', '--month', '2026-10', '--out', 'x', '--sums'])).toMatchObject({
    run: { command: 'package', of: 'sums', mediators: true },
  });
});
