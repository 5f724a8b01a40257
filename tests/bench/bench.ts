import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import type { OfficeClient } from '#shared/contract/index.ts';
import { localDate, month } from '#shared/domain/local-date.ts';
import { fen } from '#shared/domain/money.ts';
import { createOffice } from '../../src/main/office.ts';
import { aCase, aCompany, aFilter, aMediator, anAgreement, aPerson, aSession } from '../support/builders.ts';
import { aLedgerFile } from './ledger-file.ts';
import { longestBlock, printTable, type Row, residentMebibytes, time } from './measure.ts';

/**
 * Speed and memory at several sizes of register: `npm run bench`, or `npm run bench -- 1000 100000` for some of them.
 * Medians of one run on one machine; compare within a run, never between machines.
 */
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

async function measure(cases: number): Promise<Row[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'mediation-office-bench-'));
  const rows: Row[] = [];
  const put = (what: string, value: number, aim?: string, unit: Row['unit'] = 'ms') =>
    rows.push({ what, value, unit, ...(aim === undefined ? {} : { aim }) });
  try {
    execFileSync(process.execPath, [makeRegister, dataDir, String(cases)], { stdio: 'inherit' });

    const open = await time(5, async () => (await createOffice({ dataDir, clock })).close());
    put('open and close', open);
    const office = await createOffice({ dataDir, clock });
    const session = office.openSession({ name: '测量' });
    const client = office.client(session);

    const searches = {
      'search by two characters': '张伟',
      'search by pinyin initials': 'zw',
      'search by the tail of a number': '1234',
    };
    const aim = cases >= 1_000_000 ? '≤ 10 ms at 10⁶' : undefined;
    for (const [what, search] of Object.entries(searches)) {
      put(
        what,
        await time(15, () => client.cases.list({ filter: aFilter({ search }), after: null, limit: 50 })),
        aim,
      );
    }
    put(
      'first page',
      await time(15, () => client.cases.list({ filter: aFilter(), after: null, limit: 50 })),
      aim,
    );
    const after = await deepCursor(client, cases);
    put(
      'a page deep in the list',
      await time(15, () => client.cases.list({ filter: aFilter(), after, limit: 50 })),
    );
    const november = { kind: 'month', month: month('2026-10') } as const;
    put(
      'month report with its comparisons',
      await time(15, () => client.statistics.report({ request: november })),
      cases === 100_000 ? '≤ 50 ms at 10⁵' : undefined,
    );
    put(
      'year report',
      await time(9, () => client.statistics.report({ request: { kind: 'year', year: 2025 } })),
    );

    const bare = await bareCommit(dataDir);
    put('one bare durable commit', bare);
    const parties = [aPerson(), aCompany()];
    const registering = await time(50, () =>
      client.cases.register({ facts: aCase(), parties, draftId: null }),
    );
    put(
      'register one case (durable)',
      registering,
      `≤ 3 × a bare commit (here ${(registering / bare).toFixed(1)} ×)`,
    );

    put('agreement as .docx', await agreementTime(client));
    put('memory of the office', residentMebibytes(), '≤ 300 MiB', 'MiB');

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
          running = false;
        });
      while (running) {
        await client.cases.register({ facts: aCase(), parties, draftId: null });
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      await importing;
    });
    put(`import of ${imported} rows, cases registered beside it`, performance.now() - started);
    put('longest block of the loop meanwhile', block, '≤ 50 ms');
    put('memory after the import', residentMebibytes(), '≤ 300 MiB', 'MiB');
    await office.close();
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
  return rows;
}

async function agreementTime(client: OfficeClient): Promise<number> {
  const overview = await client.office.overview();
  const { id: organisationId } = await client.office.saveOrganisation({
    id: null,
    version: null,
    organisation: {
      name: '测量用调解委员会',
      kind: 'invitedMediation',
      address: null,
      phone: null,
      active: true,
    },
  });
  const { id: mediatorId } = await client.mediators.add({ mediator: aMediator({ name: '测量用调解员' }) });
  const courtId = overview.courts[1]?.id ?? null;
  const facts = aCase({
    organisationId,
    mediatorId,
    courtId,
    letterNumber: '测函1号',
    letterOn: localDate('2026-11-01'),
  });
  const { id } = await client.cases.register({ facts, parties: [aPerson(), aCompany()], draftId: null });
  const present = await client.cases.get({ id });
  await client.sessions.record({ caseId: id, session: aSession() });
  const [payee, payer] = present.parties.map((party) => party.id);
  if (payee === undefined || payer === undefined) throw new Error('The case has two parties.');
  const term = {
    kind: 'payment' as const,
    payers: [payer],
    payees: [payee],
    purpose: '货款',
    amountFen: fen(4_500_000),
    liability: null,
    onSigning: false,
    dueOn: localDate('2026-12-31'),
    instalments: [],
    method: '银行转账',
    account: null,
  };
  let version: number | null = null;
  return time(11, async (run) => {
    // Another cost clause each time, so that each run issues a new document.
    const agreement = anAgreement({ terms: [term], costClause: `费用由双方各自负担（${run}）。` });
    ({ version } = await client.agreements.save({ caseId: id, version, agreement }));
    await client.documents.issueAgreement({ caseId: id });
  });
}

const asked = process.argv
  .slice(2)
  .map(Number)
  .filter((size) => size > 0);
const sizes = asked.length > 0 ? asked : [1_000, 100_000, 1_000_000];
const results: Row[][] = [];
for (const size of sizes) {
  process.stderr.write(`${size} cases …\n`);
  results.push(await measure(size));
}
printTable(
  sizes.map((size) => size.toLocaleString('en')),
  results,
);
