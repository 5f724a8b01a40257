import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { readBenchArguments, usage } from './arguments.ts';
import { missedAims } from './measure.ts';

const bench = new URL('./bench.ts', import.meta.url).pathname;

async function run(...words: readonly string[]) {
  const { stdout, stderr } = await promisify(execFile)(process.execPath, [bench, ...words]);
  return { stdout, stderr };
}

test('the bench says how it is used and measures nothing when it is asked for help', async () => {
  expect(await run('--help')).toEqual({ stdout: usage, stderr: '' });
  await expect(run('1000', '--whatever')).rejects.toMatchObject({ code: 2, stderr: usage });
  await expect(run('many')).rejects.toMatchObject({ code: 2, stderr: usage });
});

test('without sizes the bench measures all of them', () => {
  expect(readBenchArguments(['--strict'])).toEqual({
    sizes: [1_000, 100_000, 1_000_000],
    commitsOnly: false,
    strict: true,
    rows: false,
  });
});

test('each size is measured in a process of its own, and --strict fails where an aim is missed', async () => {
  const { stdout, stderr, code } = await run('30', '40', '--commits', '--strict').then(
    (said) => ({ ...said, code: 0 }),
    (error: Awaited<ReturnType<typeof run>> & { readonly code: number }) => error,
  );
  expect(stdout).toContain('| | 30 cases | 40 cases | aim |');
  expect(stdout).toMatch(/\| registering in bare commits \| [\d.]+ × \| [\d.]+ × \| ≤ 3 × \|/);
  expect(stderr).toContain('30 cases …\n40 cases …\n');
  expect(code).toBe(stderr.includes('Missed at ') ? 1 : 0);
});

test('an aim is missed by what is over it', () => {
  const aim = { most: 50, words: '≤ 50 ms' };
  const row = (what: string, value: number) => ({ what, value, unit: 'ms', aim }) as const;
  const rows = [row('at it', 50), row('over it', 50.4)];
  expect(missedAims([...rows, { what: 'without an aim', value: 900, unit: 'ms' }])).toEqual([
    'over it: 50.40 ms, aim ≤ 50 ms',
  ]);
});
