import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { closeRegister, openRegister } from '../../src/main/register/open.ts';
import { createWriteTurn } from '../../src/main/write-turn.ts';
import { aCase, aCompany, aPerson } from '../support/builders.ts';
import { anOffice } from '../support/offices.ts';

const ledger = new Uint8Array(readFileSync('resources/demo/ledger-2024.xlsx'));
const facts = { facts: aCase(), parties: [aPerson(), aCompany()], draftId: null };

/** An office in which one command holds the write turn and an import waits for it; `letGo` ends the holding. */
async function importWaiting(signal?: AbortSignal) {
  const { office, client, dataDir } = await anOffice();
  const other = openRegister(dataDir);
  other.database.exec('BEGIN IMMEDIATE');
  const holding = client.cases.register(facts);
  const file = new File([ledger], 'ledger.xlsx');
  const task = await client.imports.run({ file, mapping: null }, signal === undefined ? {} : { signal });
  for (;;) {
    const step = await task.next();
    if (step.done === true) throw new Error('The import did not wait.');
    if (step.value.stage === 'waiting') break;
  }
  async function letGo(): Promise<void> {
    other.database.exec('ROLLBACK');
    closeRegister(other);
    await holding;
  }
  return { office, client, task, letGo };
}

test('an import that is cancelled while it waits for its turn holds up nobody', {
  timeout: 60_000,
}, async () => {
  const cancelling = new AbortController();
  const { office, client, task, letGo } = await importWaiting(cancelling.signal);
  const rest = task.next().catch((error: unknown) => error);
  cancelling.abort();
  await letGo();
  expect(await rest).toMatchObject({ name: 'AbortError' });
  await client.cases.register(facts);
  expect(await client.imports.list()).toEqual([]);
  await office.close();
});

test('an import whose window goes while it waits for its turn holds up nobody', {
  timeout: 60_000,
}, async () => {
  const { office, client, task, letGo } = await importWaiting();
  const rest = task.next().catch(() => undefined);
  await task.return?.(undefined as never);
  await letGo();
  await rest;
  await client.cases.register(facts);
  await office.close();
});

test('whoever gives up waiting for the write turn is passed over', async () => {
  const turn = createWriteTurn();
  const passOn = await turn.take();
  const givingUp = new AbortController();
  const waiting = turn.take(givingUp.signal);
  const next = turn.take();
  givingUp.abort();
  await expect(waiting).rejects.toMatchObject({ name: 'AbortError' });
  let came = false;
  void next.then(() => {
    came = true;
  });
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(came, 'the turn is still held').toBe(false);
  passOn();
  (await next)();
  await turn.idle();
});
