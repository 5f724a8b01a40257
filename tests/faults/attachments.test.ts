import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { attachmentState } from '../../src/main/attachments/look.ts';
import { allAttachments } from '../../src/main/register/attachments.ts';
import { closeRegister, openRegister } from '../../src/main/register/open.ts';
import { bundled } from '../support/bundle.ts';
import { cameWithin } from '../support/chance.ts';
import { projectFolder } from '../support/processes.ts';

const rounds = Number(process.env.FAULT_ROUNDS ?? 200) / 10;
// On the disk: in memory, where the other tests' registers lie, the moments in which a kill does harm are too short.
const output = join(projectFolder, 'tests/output');
mkdirSync(output, { recursive: true });
const folder = mkdtempSync(join(output, 'killed-'));
let writer = '';

beforeAll(async () => {
  writer = await bundled(fileURLToPath(new URL('./attach-writer.ts', import.meta.url)), folder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Starts the writer, kills it a moment after it began to attach, and hears what it had acknowledged until then. */
async function killOnce(dataDir: string, mode: 'honest' | 'rowFirst', within: number): Promise<string[]> {
  const child = spawn(process.execPath, [writer, dataDir, mode], { stdio: ['ignore', 'pipe', 'inherit'] });
  // An honest writer has attached once before it is killed, so that every round has something to lose.
  const word = mode === 'honest' ? 'attached' : 'ready';
  const ready = Promise.withResolvers<void>();
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (piece: string) => {
    said += piece;
    if (said.includes(word)) ready.resolve();
  });
  const closed = new Promise<void>((resolve) => child.once('close', () => resolve()));
  child.once('exit', () => ready.reject(new Error('The writer ended before it was ready.')));
  await ready.promise;
  await new Promise((resolve) => setTimeout(resolve, within));
  child.kill('SIGKILL');
  await closed;
  return [...said.matchAll(/^attached ([0-9a-f]{64})$/gm)].map(([, sha256 = '']) => sha256);
}

async function kill(mode: 'honest' | 'rowFirst', times: number) {
  const dataDir = mkdtempSync(join(folder, 'office-'));
  const acknowledged: string[] = [];
  for (let round = 0; round < times; round += 1) {
    acknowledged.push(...(await killOnce(dataDir, mode, Math.random() * 250)));
  }
  const register = openRegister(dataDir);
  const rows = allAttachments(register.readable).map(({ sha256 }) => sha256);
  closeRegister(register);
  const withoutFile = rows.filter((sha256) => attachmentState(dataDir, sha256) !== 'whole');
  return { rows, withoutFile, lost: acknowledged.filter((sha256) => !rows.includes(sha256)), acknowledged };
}

test(`after ${rounds} kills no row stands without its file, and no acknowledged scan is lost`, {
  timeout: 600_000,
}, async () => {
  const { rows, withoutFile, lost, acknowledged } = await kill('honest', rounds);
  expect({ withoutFile, lost }).toEqual({ withoutFile: [], lost: [] });
  expect(acknowledged.length).toBeGreaterThanOrEqual(rounds);
  expect(rows.length).toBeGreaterThanOrEqual(acknowledged.length);
});

test('the control: a program that writes the row first is caught with a row without a file', {
  timeout: 300_000,
}, async () => {
  expect(await cameWithin(20, async () => (await kill('rowFirst', 12)).withoutFile.length > 0)).toBe(true);
});
