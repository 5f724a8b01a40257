import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { verifyRegister } from '../../src/main/procedures/verify.ts';
import { closeRegister, openRegister } from '../../src/main/register/open.ts';

/** FAULT_ROUNDS kills in all; two lanes, because the machine has two cores. */
const rounds = Number(process.env.FAULT_ROUNDS ?? 200);
const lanes = 2;
const roundsPerRegister = 10;
const ledgerRows = 120;
const writer = new URL('./kill-writer.ts', import.meta.url).pathname;

/** A small ledger out of last year's: an import that takes long enough to be killed in the middle. */
function smallLedger(folder: string): string {
  const bytes = readFileSync(new URL('../golden/ledger/ledger-2024.gb18030.csv', import.meta.url));
  const lines = new TextDecoder('gb18030').decode(bytes).split(/\r?\n/);
  const file = join(folder, 'ledger.csv');
  writeFileSync(file, lines.slice(0, ledgerRows + 2).join('\n'));
  return file;
}

type Acknowledged = { readonly cases: Set<string>; readonly imports: Map<number, number> };

function hear(child: ChildProcess, acknowledged: Acknowledged): Promise<void> {
  const ready = Promise.withResolvers<void>();
  let rest = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    const lines = (rest + chunk.toString()).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      const [what, first = '', second = ''] = line.split(' ');
      if (what === 'ready') ready.resolve();
      if (what === 'case') acknowledged.cases.add(first);
      if (what === 'import') acknowledged.imports.set(Number(first), Number(second));
    }
  });
  child.once('exit', () => ready.reject(new Error('The writer ended before it was ready.')));
  return ready.promise;
}

async function killOnce(
  folder: string,
  ledger: string,
  mode: string,
  acknowledged: Acknowledged,
): Promise<void> {
  const child = spawn(process.execPath, [writer, folder, ledger, mode], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = new Promise((resolve) => child.once('exit', resolve));
  await hear(child, acknowledged);
  await new Promise((resolve) => setTimeout(resolve, Math.random() * 250));
  child.kill('SIGKILL');
  await exited;
}

type Finding = { readonly lost: number; readonly halfImports: number; readonly problems: readonly string[] };

/** Opens the register as the next morning would, and looks for what was acknowledged and for half of anything. */
function look(folder: string, acknowledged: Acknowledged): Finding {
  const register = openRegister(folder);
  const db = register.readable;
  const present = new Set(
    db
      .plain<{ remarks: string }>('SELECT remarks FROM cases WHERE import_id IS NULL')
      .map((row) => row.remarks),
  );
  const imports = db.plain<{ id: number; imported: number; cases: number }>(
    'SELECT id, imported, (SELECT count(*) FROM cases WHERE import_id = imports.id) AS cases FROM imports',
  );
  const lostImports = [...acknowledged.imports].filter(
    ([id, count]) => imports.find((one) => one.id === id)?.cases !== count,
  );
  const events = db.plain<{ cases: number }>(
    `SELECT count(*) AS cases FROM events WHERE what = 'registered' AND subject = 'case'`,
  );
  const verification = verifyRegister(register);
  closeRegister(register);
  return {
    lost: [...acknowledged.cases].filter((name) => !present.has(name)).length + lostImports.length,
    halfImports: imports.filter((one) => one.imported !== one.cases || one.imported === 0).length,
    problems: [
      ...verification.problems.map((problem) => problem.what),
      ...(events[0]?.cases === present.size ? [] : ['cases and their events differ']),
    ],
  };
}

async function lane(kills: number, mode: string): Promise<Finding & { readonly acknowledged: number }> {
  const total = { lost: 0, halfImports: 0, problems: [] as string[], acknowledged: 0 };
  for (let done = 0; done < kills; ) {
    const folder = mkdtempSync(join(tmpdir(), 'mediation-office-kill-'));
    const ledger = smallLedger(folder);
    const acknowledged: Acknowledged = { cases: new Set(), imports: new Map() };
    for (let round = 0; round < roundsPerRegister && done < kills; round += 1, done += 1) {
      await killOnce(folder, ledger, mode, acknowledged);
    }
    const finding = look(folder, acknowledged);
    total.lost += finding.lost;
    total.halfImports += finding.halfImports;
    total.problems.push(...finding.problems);
    total.acknowledged += acknowledged.cases.size + acknowledged.imports.size;
    rmSync(folder, { recursive: true, force: true });
  }
  return total;
}

async function kill(kills: number, mode: string) {
  const findings = await Promise.all(
    Array.from({ length: lanes }, () => lane(Math.ceil(kills / lanes), mode)),
  );
  return {
    lost: findings.reduce((sum, finding) => sum + finding.lost, 0),
    halfImports: findings.reduce((sum, finding) => sum + finding.halfImports, 0),
    acknowledged: findings.reduce((sum, finding) => sum + finding.acknowledged, 0),
    problems: findings.flatMap((finding) => finding.problems),
  };
}

test(`after ${rounds} kills no acknowledged case is lost and no import is half there`, {
  timeout: 900_000,
}, async () => {
  const finding = await kill(rounds, 'honest');
  expect(finding).toMatchObject({ lost: 0, halfImports: 0, problems: [] });
  expect(finding.acknowledged, 'the writer had time to write').toBeGreaterThan(rounds);
});

test('the control: a program that acknowledges before it has saved is caught losing cases', {
  timeout: 300_000,
}, async () => {
  const finding = await kill(20, 'early');
  expect(finding.lost).toBeGreaterThan(0);
});
