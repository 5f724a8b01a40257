import type { CaseFacts } from '#shared/contract/cases.ts';
import type { CaseId } from '#shared/contract/ids.ts';
import type { ReadableDb, WritableDb } from './query.ts';
import { flag } from './values.ts';

/** The number after the highest that was ever given in a year's series: a removed case keeps its own. */
export function nextInternalSequence(db: ReadableDb, year: number): number {
  const row = db.first(
    db
      .selectFrom('cases')
      .select((select) => select.fn.max('internal_sequence').as('highest'))
      .where('internal_year', '=', year),
  );
  return (row?.highest ?? 0) + 1;
}

/** Writes the court and platform numbers of a case anew. */
export function writeNumbers(db: WritableDb, id: number, facts: CaseFacts): void {
  db.run(db.deleteFrom('case_numbers').where('case_id', '=', id));
  for (const [position, number] of facts.courtNumbers.entries()) {
    db.insert('case_numbers', { case_id: id, position, kind: 'court', number });
  }
  if (facts.platformNumber !== null) {
    const number = facts.platformNumber;
    db.insert('case_numbers', { case_id: id, position: 0, kind: 'platform', number });
  }
}

/** Takes numbers off a case, live or in the recycle bin, and leaves its others as they are. */
export function takeNumbersOff(db: WritableDb, id: CaseId, numbers: readonly string[]): void {
  if (numbers.length === 0) return;
  db.run(db.deleteFrom('case_numbers').where('case_id', '=', id).where('number', 'in', numbers));
}

/** The numbers of a case in the recycle bin are free for others. */
export function setNumbersLive(db: WritableDb, id: CaseId, live: boolean): void {
  db.run(
    db
      .updateTable('case_numbers')
      .set({ live: flag(live) })
      .where('case_id', '=', id),
  );
}

/** The live case that bears a court or platform number, if any. */
export function caseWithNumber(
  db: ReadableDb,
  kind: 'court' | 'platform',
  number: string,
): CaseId | undefined {
  const row = db.first(
    db
      .selectFrom('case_numbers')
      .select('case_id')
      .where('kind', '=', kind)
      .where('number', '=', number)
      .where('live', '=', 1),
  );
  return row?.case_id as CaseId | undefined;
}
