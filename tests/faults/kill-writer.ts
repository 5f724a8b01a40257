import { readFileSync } from 'node:fs';
import { createOffice } from '../../src/main/office.ts';
import { aCase, aCompany, aPerson } from '../support/builders.ts';

/**
 * The process that is killed: registers cases one after another while a ledger is imported beside them, and says each
 * case that the office has acknowledged. `early` says it before the office has answered: the control that must lose.
 */
const [dataDir = '', ledger = '', mode = 'honest'] = process.argv.slice(2);
const office = await createOffice({ dataDir });
const client = office.client(office.openSession({ name: '被打断的人' }));

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

async function importAgainAndAgain(): Promise<void> {
  const bytes = readFileSync(ledger);
  for (;;) {
    const live = (await client.imports.list()).find((one) => one.undone === null);
    if (live !== undefined) await client.imports.undo({ id: live.id, reason: '再来一次' });
    const task = await client.imports.run({ file: new File([bytes], 'ledger.csv'), mapping: null });
    for (let step = await task.next(); ; step = await task.next()) {
      if (step.done) {
        if (step.value.id !== null) say(`import ${step.value.id} ${step.value.imported}`);
        break;
      }
    }
  }
}

async function registerAgainAndAgain(): Promise<void> {
  for (let count = 0; ; count += 1) {
    const name = `第${process.pid}次${count}`;
    if (mode === 'early') say(`case ${name}`);
    await client.cases.register({
      facts: aCase({ remarks: name }),
      parties: [aPerson(), aCompany()],
      draftId: null,
    });
    if (mode !== 'early') say(`case ${name}`);
  }
}

say('ready');
await Promise.all([importAgainAndAgain(), registerAgainAndAgain()]);
