import { expect, test } from 'vitest';
import { closeRegister, openRegister } from '../../src/main/register/open.ts';
import { createWriteTurn } from '../../src/main/write-turn.ts';
import { aCase, aCompany, aPerson } from '../support/builders.ts';
import { anOffice } from '../support/offices.ts';

// Of one row: on a busy machine a command gives up its waiting before a long ledger is read.
const ledger = [
  '收案日期,案件来源,法院,案号,案由,申请人,被申请人,标的额（元）,调解员,结案日期,调解结果',
  '2024/1/2,法院委派,东胜区人民法院,（2024）内0602诉前调9999号,买卖合同纠纷,辛待核,壬待核,5000,方爱媛,2024/6/30,达成书面协议',
].join('\n');
const facts = { facts: aCase(), parties: [aPerson(), aCompany()], draftId: null };

/** An office in which one command holds the write turn and an import waits for it; `letGo` ends the holding. */
async function importWaiting(signal?: AbortSignal) {
  const { office, client, dataDir } = await anOffice();
  const other = openRegister(dataDir);
  other.database.exec('BEGIN IMMEDIATE');
  const holding = client.cases.register(facts);
  const file = new File([ledger], 'ledger.csv');
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
