import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import type { OfficeClient } from '#shared/contract/index.ts';
import { todayGroupCodes, todayGroups } from '#shared/domain/case-dates.ts';
import { localDate, month } from '#shared/domain/local-date.ts';
import { type PeriodRequest, yearPeriod } from '#shared/domain/reporting-period.ts';
import { createOffice } from '../../src/main/office.ts';
import { aCase, aCompany, aFilter, aPerson } from '../support/builders.ts';
import { agreementTime } from './agreement-time.ts';
import { aLedgerFile } from './ledger-file.ts';
import { longestBlock, type Row, residentMebibytes, time } from './measure.ts';

const makeRegister = new URL('./make-register.ts', import.meta.url).pathname;
const clock = () => new Date('2026-11-20T12:00:00+08:00');

async function drain<T>(task: AsyncIterator<unknown, T, void>): Promise<T> {
  for (let step = await task.next(); ; step = await task.next()) if (step.done) return step.value;
}

/** One bare durable commit of SQLite on the same disk: what any saved case costs at the least. */
function bareCommit(folder: string): Promise<number> {
  const database = new SqliteDatabase(join(folder, 'bare.db'));
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.exec('CREATE TABLE line (text TEXT)');
  database.pragma('synchronous = FULL');
  const insert = database.prepare('INSERT INTO line VALUES (?)');
  const commit = database.transaction(() => insert.run('x'.repeat(200)));
  return time(50, () => commit.immediate()).finally(() => database.close());
}

async function deepCursor(client: OfficeClient, cases: number) {
  const filter = aFilter({ listed: { from: localDate('1990-01-01'), to: localDate('2021-11-20') } });
  const { rows } = await client.cases.list({ filter, after: null, limit: 1 });
  const [row] = rows;
  return row === undefined || cases < 100 ? null : { listedOn: row.listedOn, id: row.id };
}

type Measured = {
  readonly client: OfficeClient;
  readonly dataDir: string;
  readonly cases: number;
  readonly rows: Row[];
  put(what: string, value: number, aim?: Row['aim'], unit?: Row['unit']): void;
};

const parties = [aPerson(), aCompany()];
const register = (client: OfficeClient) => client.cases.register({ facts: aCase(), parties, draftId: null });
const atMost = (most: number, unit: string, size = '') => ({ most, words: `≤ ${most} ${unit}${size}` });

async function measureQueries({ client, cases, put }: Measured): Promise<void> {
  const aim = cases >= 1_000_000 ? atMost(10, 'ms', ' at 10⁶') : undefined;
  const searches = {
    'search by two characters': '张伟',
    'search by pinyin initials': 'zw',
    'search by the tail of a number': '1234',
  };
  const list = (filter = aFilter(), after: Awaited<ReturnType<typeof deepCursor>> = null) =>
    client.cases.list({ filter, after, limit: 50 });
  for (const [what, search] of Object.entries(searches)) {
    put(what, await time(15, () => list(aFilter({ search }))), aim);
  }
  put('first page', await time(15, () => list()), aim);
  const after = await deepCursor(client, cases);
  put('a page deep in the list', await time(15, () => list(aFilter(), after)));
  const byTime = todayGroupCodes.filter((group) => todayGroups[group].by === 'time');
  put(
    '今日, first rows of its groups and all counts',
    await time(15, () => client.today.list({ mediatorId: null, groups: byTime, limit: 15 })),
    cases === 100_000 ? atMost(10, 'ms', ' at 10⁵') : aim,
  );
  const report = (request: Parameters<typeof client.statistics.report>[0]['request']) =>
    client.statistics.report({ request });
  put(
    'month report with its comparisons',
    await time(15, () => report({ kind: 'month', month: month('2026-10') })),
    cases === 100_000 ? atMost(50, 'ms', ' at 10⁵') : undefined,
  );
  put('year report', await time(9, () => report({ kind: 'year', year: 2025 })));
}

async function measureFigures({ client, dataDir, cases, put, rows }: Measured): Promise<void> {
  const request = { kind: 'month' as const, month: month('2026-10') };
  put(
    'dashboard',
    await time(15, () => client.plots.dashboard({ request })),
    cases >= 1_000_000 ? atMost(100, 'ms', ' at 10⁶') : undefined,
  );
  const exported = (of: PeriodRequest) =>
    client.statistics.exportReport({ request: of, format: 'xlsx', unmasked: null });
  put(
    'the five tables of a month to xlsx',
    await time(3, () => exported(request)),
    cases === 100_000 ? atMost(1000, 'ms', ' at 10⁵') : undefined,
  );
  put('longest block of the loop during it', await longestBlock(() => exported(request)), atMost(50, 'ms'));
  put('the five tables of a year to xlsx', await time(1, () => exported({ kind: 'year', year: 2025 })));
  // Only now: what measures commits alone needs no DuckDB.
  const { figuresBesideDuckDb } = await import('./figures-beside-duckdb.ts');
  rows.push(...(await figuresBesideDuckDb(dataDir, client)));
}

async function measureMediators({ client, cases, put }: Measured): Promise<void> {
  const { rows } = await client.cases.list({ filter: aFilter(), after: null, limit: 1 });
  const [mediator] = await client.mediators.list();
  const [newest] = rows;
  if (newest === undefined || mediator === undefined) return;
  const aim = cases === 100_000 ? atMost(50, 'ms', ' at 10⁵') : undefined;
  put('a mediator suggested', await time(15, () => client.mediators.suggest({ caseId: newest.id })), aim);
  put(
    'the year of a mediator',
    await time(9, () => client.mediators.record({ id: mediator.id, period: yearPeriod(2025) })),
  );
}

async function measureCommits({ client, dataDir, put }: Measured): Promise<void> {
  const bare = await bareCommit(dataDir);
  put('one bare durable commit', bare);
  const registering = await time(50, () => register(client));
  put('register one case (durable)', registering);
  put('registering in bare commits', registering / bare, { most: 3, words: '≤ 3 ×' }, '×');
}

async function measureImport({ client, put }: Measured): Promise<void> {
  const file = await aLedgerFile(2500);
  let imported = 0;
  const started = performance.now();
  const block = await longestBlock(async () => {
    let running = true;
    const importing = client.imports
      .run({ file, mapping: null })
      .then((task) => drain(task))
      .then((result) => {
        imported = result.imported;
      })
      .finally(() => {
        running = false;
      });
    while (running) {
      await register(client);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    await importing;
  });
  put(`import of ${imported} rows, cases registered beside it`, performance.now() - started);
  put('longest block of the loop meanwhile', block, atMost(50, 'ms'));
}

/** Measures one size of register; `commitsOnly` only what saving costs, which is all that a slower disk changes. */
export async function measureSize(cases: number, commitsOnly: boolean): Promise<readonly Row[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'mediation-office-bench-'));
  const rows: Row[] = [];
  const put: Measured['put'] = (what, value, aim, unit = 'ms') =>
    rows.push({ what, value, unit, ...(aim === undefined ? {} : { aim }) });
  try {
    execFileSync(process.execPath, [makeRegister, dataDir, String(cases)], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    if (!commitsOnly) {
      put('open and close', await time(5, async () => (await createOffice({ dataDir, clock })).close()));
    }
    const office = await createOffice({ dataDir, clock });
    const measured = {
      client: office.client(office.openSession({ name: '测量' })),
      dataDir,
      cases,
      rows,
      put,
    };
    if (!commitsOnly) {
      await measureQueries(measured);
      await measureMediators(measured);
    }
    await measureCommits(measured);
    if (!commitsOnly) {
      put('agreement as .docx', await agreementTime(measured.client));
      put('memory of the office', residentMebibytes(), atMost(300, 'MiB'), 'MiB');
      await measureImport(measured);
      put('memory after the import', residentMebibytes(), atMost(300, 'MiB'), 'MiB');
      // Last, because DuckDB keeps its memory in this process too.
      await measureFigures(measured);
    }
    await office.close();
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
  return rows;
}
