import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { createOffice } from '../../src/main/office.ts';
import { finishImport, openImport } from '../../src/main/register/imports.ts';
import { openRegister } from '../../src/main/register/open.ts';
import { transact } from '../../src/main/register/transact.ts';
import { aCase, aCompany, aPerson } from '../support/builders.ts';

/**
 * The process that is killed: registers cases one after another while a ledger is imported beside them, and says each
 * case and import that the office has acknowledged and when an import begins to write. The controls must be caught:
 * `early` acknowledges a case before the office has answered, `rowByRow` marks an import as done before its rows.
 */
const [dataDir = '', ledger = '', mode = 'honest'] = process.argv.slice(2);
const office = await createOffice({ dataDir });
const client = office.client(office.openSession({ name: '被打断的人' }));

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

let imports = 0;

/** The ledger with court numbers that no import had before, so that every import enters all of its rows. */
function freshLedger(): File {
  const text = readFileSync(ledger, 'utf8');
  let sequence = (process.pid % 50_000) * 1000 + imports * 200;
  imports += 1;
  const fresh = text.replace(/(诉前调|民初)\d+号/g, (_number, kind: string) => {
    sequence += 1;
    return `${kind}${sequence}号`;
  });
  return new File([fresh], 'ledger.csv');
}

async function importOnce(): Promise<void> {
  const task = await client.imports.run({ file: freshLedger(), mapping: null });
  for (let step = await task.next(); ; step = await task.next()) {
    if (step.done) {
      say(`import ${step.value.id} ${step.value.imported}`);
      return;
    }
    if (step.value.stage === 'writing') say('writing');
  }
}

async function importRowByRow(): Promise<void> {
  const register = openRegister(dataDir);
  const rows = 100;
  const command = { id: 'c', name: 'imports.run', at: new Date().toISOString(), staffName: '被打断的人' };
  const importId = await transact(register, command, (db) => {
    const id = openImport(db, { fileName: 'ledger.csv', sha256: '0'.repeat(64), mapping: {} });
    finishImport(db, id, { imported: rows, skipped: 0, refused: [], warned: [] });
    db.event({ subject: 'import', subjectId: id, what: 'imported' });
    return id;
  });
  say('writing');
  for (let row = 0; row < rows; row += 1) {
    const { id } = await registerOne(`第${row}行`);
    register.database.prepare('UPDATE cases SET import_id = ? WHERE id = ?').run(importId, id);
  }
}

function registerOne(remarks: string) {
  return client.cases.register({
    facts: aCase({ remarks }),
    parties: [aPerson(), aCompany()],
    draftId: null,
  });
}

async function registerAgainAndAgain(): Promise<void> {
  for (let count = 0; ; count += 1) {
    const name = `第${process.pid}次${count}`;
    if (mode === 'early') say(`case ${name}`);
    await registerOne(name);
    if (mode !== 'early') say(`case ${name}`);
    // What the import's thread has to say is heard only when the loop gets its turn.
    await pause(2);
  }
}

async function again(work: () => Promise<void>): Promise<void> {
  for (;;) await work();
}

say('ready');
if (mode === 'warmUp') {
  await Promise.all([registerOne('先热'), importOnce()]);
  await office.close();
} else if (mode === 'rowByRow') await again(importRowByRow);
else await Promise.all([again(importOnce), registerAgainAndAgain()]);
