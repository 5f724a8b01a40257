import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { verifyRegister } from '../../src/main/procedures/verify.ts';
import { closeRegister, openRegister } from '../../src/main/register/open.ts';
import { type Random, randomNumbers } from '../bench/synthetic-register/random.ts';
import { bundled } from '../support/bundle.ts';
import { cameWithin } from '../support/chance.ts';

/** FAULT_ROUNDS kills in all; two lanes, because the machine has two cores. FAULT_SEED repeats their times. */
const rounds = Number(process.env.FAULT_ROUNDS ?? 200);
const seed = Number(process.env.FAULT_SEED ?? Date.now() % 1_000_000);
const lanes = 2;
const roundsPerRegister = 10;
const ledgerRows = 150;
let writer = '';

/** What a kill waits for, and within how many milliseconds after that it comes. */
const aims = [
  { after: 'ready', within: 250 },
  { after: 'writing', within: 60 },
  { after: 'import', within: 20 },
  { after: 'writing', within: 60 },
] as const;
type Aim = (typeof aims)[number];
type Word = Aim['after'] | 'case';
type Mode = 'honest' | 'early' | 'rowByRow' | 'warmUp';

const folder = mkdtempSync(join(tmpdir(), 'mediation-office-kill-'));
const ledger = join(folder, 'ledger.csv');

// A killed process leaves no compiled code behind for the next one, so one that ends by itself does.
beforeAll(async () => {
  writeLedger();
  writer = await bundled(fileURLToPath(new URL('./kill-writer.ts', import.meta.url)), folder);
  const child = start(join(folder, 'warm'), 'warmUp');
  const code = await new Promise((resolve) => child.once('close', resolve));
  expect(code).toBe(0);
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A small ledger out of last year's: an import that takes long enough to be killed in the middle. */
function writeLedger(): void {
  const bytes = readFileSync(new URL('../golden/ledger/ledger-2024.gb18030.csv', import.meta.url));
  const [title = '', head = '', ...rows] = new TextDecoder('gb18030').decode(bytes).split(/\r?\n/);
  const numbered = rows.filter((row) => /内\d+(?:诉前调|民初)\d+号,/.test(row));
  writeFileSync(ledger, [title, head, ...numbered.slice(0, ledgerRows)].join('\n'));
}

function start(dataDir: string, mode: Mode): ChildProcess {
  return spawn(process.execPath, [writer, dataDir, ledger, mode], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_COMPILE_CACHE: join(folder, 'compiled') },
  });
}

type Acknowledged = {
  readonly cases: Set<string>;
  readonly imports: Map<number, number>;
  killsWhileWriting: number;
};

/** Starts the writer, kills it at a random time after what is aimed at, and hears all that it said until then. */
async function killOnce(
  dataDir: string,
  mode: Mode,
  { after, within }: Aim,
  random: Random,
  acknowledged: Acknowledged,
): Promise<number> {
  const child = start(dataDir, mode);
  const delay = random.next() * within;
  const reached = Promise.withResolvers<void>();
  let rest = '';
  let writing = false;
  child.stdout?.on('data', (chunk: Buffer) => {
    const lines = (rest + chunk.toString()).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      const [what = '', first = '', second = ''] = line.split(' ') as [Word, string?, string?];
      if (what === after) reached.resolve();
      if (what === 'case') acknowledged.cases.add(first);
      if (what === 'import') acknowledged.imports.set(Number(first), Number(second));
      writing = what === 'writing' || (writing && what !== 'import');
    }
  });
  const closed = new Promise((resolve) => child.once('close', resolve));
  child.once('exit', () => reached.reject(new Error(`The writer ended before “${after}”.`)));
  await reached.promise;
  await new Promise((resolve) => setTimeout(resolve, delay));
  child.kill('SIGKILL');
  await closed;
  if (writing) acknowledged.killsWhileWriting += 1;
  return delay;
}

type Finding = { readonly lost: number; readonly halfImports: number; readonly problems: readonly string[] };

/** Opens the register as the next morning would, and looks for what was acknowledged and for half of anything. */
function look(dataDir: string, acknowledged: Acknowledged): Finding {
  const register = openRegister(dataDir);
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
  const verification = verifyRegister(register, dataDir);
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

type Total = {
  lost: number;
  halfImports: number;
  problems: string[];
  cases: number;
  imports: number;
  killsWhileWriting: number;
};

async function kill(kills: number, mode: Mode, chosen: readonly Aim[] = aims): Promise<Total> {
  const total: Total = { lost: 0, halfImports: 0, problems: [], cases: 0, imports: 0, killsWhileWriting: 0 };
  async function lane(number: number): Promise<void> {
    const random = randomNumbers(seed + number);
    const times: string[] = [];
    const laneKills = Math.ceil(kills / lanes);
    for (let done = 0; done < laneKills; ) {
      const dataDir = join(folder, `${mode}-${number}-${done}`);
      mkdirSync(dataDir);
      const acknowledged: Acknowledged = { cases: new Set(), imports: new Map(), killsWhileWriting: 0 };
      for (let round = 0; round < roundsPerRegister && done < laneKills; round += 1, done += 1) {
        const aim = chosen[done % chosen.length] ?? aims[0];
        const delay = await killOnce(dataDir, mode, aim, random, acknowledged);
        times.push(`${aim.after}+${delay.toFixed(0)}`);
      }
      const finding = look(dataDir, acknowledged);
      total.lost += finding.lost;
      total.halfImports += finding.halfImports;
      total.problems.push(...finding.problems);
      total.cases += acknowledged.cases.size;
      total.imports += acknowledged.imports.size;
      total.killsWhileWriting += acknowledged.killsWhileWriting;
      rmSync(dataDir, { recursive: true, force: true });
    }
    console.info(`${mode}, lane ${number}, FAULT_SEED=${seed}, ms after: ${times.join(' ')}`);
  }
  await Promise.all(Array.from({ length: lanes }, (_, number) => lane(number)));
  return total;
}

test(`after ${rounds} kills no acknowledged case is lost and no import is half there`, {
  timeout: 1_800_000,
}, async () => {
  const total = await kill(rounds, 'honest');
  const { cases, imports, killsWhileWriting } = total;
  console.info(
    `acknowledged: ${cases} cases, ${imports} imports; killed while writing: ${killsWhileWriting}`,
  );
  expect(total).toMatchObject({ lost: 0, halfImports: 0, problems: [] });
  expect(cases, 'cases acknowledged').toBeGreaterThan(rounds);
  // Half of the kills are aimed at a writing import and a quarter come after one: how many hit depends on how busy the
  // machine is (40 and 51 of 200 were seen). A tenth still means that the moment was met again and again.
  expect(imports, 'imports acknowledged').toBeGreaterThanOrEqual(rounds / 10);
  expect(killsWhileWriting, 'kills while an import was being written').toBeGreaterThanOrEqual(rounds / 10);
});

test('the control: a program that acknowledges before it has saved is caught losing cases', {
  timeout: 300_000,
}, async () => {
  expect(await cameWithin(5, async () => (await kill(10, 'early', [aims[0]])).lost > 0)).toBe(true);
});

test('the control: a program that imports row by row is caught with half an import', {
  timeout: 300_000,
}, async () => {
  expect(await cameWithin(5, async () => (await kill(4, 'rowByRow', [aims[1]])).halfImports > 0)).toBe(true);
});
