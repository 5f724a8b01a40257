import type { CaseId, MediatorId } from '#shared/contract/ids.ts';
import { contract } from '#shared/contract/index.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import type { Fen } from '#shared/domain/money.ts';
import { command, query } from '../src/main/procedures/kinds.ts';
import type { ReadableDb } from '../src/main/register/query.ts';

/**
 * What the compiler refuses. Each line below a `@ts-expect-error` must not compile: `npm run types` fails as soon as one
 * of them does. Nothing here is ever run.
 */
export function neverRun(db: ReadableDb): void {
  // @ts-expect-error a query cannot write: what it is handed has no insertInto
  query(contract.cases.count, (readable) => ({ count: readable.insertInto('cases') }));
  // @ts-expect-error nor can it run a plain write
  db.runPlain('DELETE FROM cases');
  // @ts-expect-error a command is one synchronous transaction, so an async one is refused
  command('drafts.discard', contract.drafts.discard, async (_db, { id }) => ({ id }));
  // @ts-expect-error a misspelt column
  db.selectFrom('cases').select('recieved_on');
  // @ts-expect-error a bare number is no money
  const money: Fen = 10000;
  // @ts-expect-error nor is a text a day
  const day: LocalDate = '2026-11-20';
  // @ts-expect-error a mediator's id is not a case's
  const id: CaseId = 7 as MediatorId;
  // @ts-expect-error an answer that the contract does not know
  query(contract.cases.count, () => ({ total: 3 }));
  void [money, day, id];
}
