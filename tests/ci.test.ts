import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from './support/offices.ts';

const script = readFileSync(new URL('../.ci/run', import.meta.url), 'utf8');

test.skipIf(process.platform === 'win32')('a golden file that nobody committed fails our CI', () => {
  const committed = /^committed\(\) \{\n[\s\S]*?^\}\n/m.exec(script)?.[0] ?? '';
  expect(script).toMatch(/^step '.*' committed tests\/golden src\/main\/register\/migrations$/m);
  const cwd = temporaryFolder();
  const git = (...args: readonly string[]) =>
    execFileSync('git', ['-c', 'user.name=测试', '-c', 'user.email=test@localhost', ...args], { cwd });
  const check = () => {
    const { status, stdout } = spawnSync('bash', ['-c', `${committed}\ncommitted golden`], {
      cwd,
      encoding: 'utf8',
    });
    return { passed: status === 0, said: stdout };
  };
  git('init', '--quiet');
  mkdirSync(join(cwd, 'golden'));
  writeFileSync(join(cwd, 'golden/schema.sql'), 'one');
  git('add', '.');
  git('commit', '--quiet', '--message', 'Begin');
  expect(check()).toStrictEqual({ passed: true, said: '' });
  writeFileSync(join(cwd, 'beside.txt'), 'of no matter');
  expect(check().passed).toBe(true);
  writeFileSync(join(cwd, 'golden/schema.sql'), 'two');
  expect(check()).toMatchObject({ passed: false, said: expect.stringContaining('golden/schema.sql') });
  git('commit', '--quiet', '--all', '--message', 'Change');
  expect(check().passed).toBe(true);
  mkdirSync(join(cwd, 'golden/new'));
  writeFileSync(join(cwd, 'golden/new/page.html'), 'new');
  expect(check()).toMatchObject({ passed: false, said: expect.stringContaining('golden/new/page.html') });
});
