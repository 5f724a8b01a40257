import type { CaseId } from '#shared/contract/ids.ts';
import type { CheckCode } from '#shared/domain/agreement-checks.ts';
import type { ReadableDb, WritableDb } from './query.ts';

/** A check that the office overrode: the code and what it said then, word for word. */
export type Override = {
  readonly code: string;
  readonly sentence: string;
  readonly reason: string;
  readonly at: string;
  readonly by: string;
};
export type OverriddenFinding = { readonly code: CheckCode; readonly sentence: string };

/** The overrides of a case that stand. */
export function overridesOfCase(db: ReadableDb, caseId: CaseId): Override[] {
  const query = db
    .selectFrom('overrides')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('cancelled_at', 'is', null)
    .orderBy('id');
  return db.all(query).map((row) => ({
    code: row.check_code,
    sentence: row.finding,
    reason: row.reason,
    at: row.overridden_at,
    by: row.overridden_by,
  }));
}

export function insertOverride(
  db: WritableDb,
  caseId: CaseId,
  { code, sentence, reason }: OverriddenFinding & { readonly reason: string },
): void {
  db.insert('overrides', {
    case_id: caseId,
    check_code: code,
    finding: sentence,
    reason,
    overridden_at: db.command.at,
    overridden_by: db.command.staffName,
  });
}

/** Takes an override back; its row stays. False where none stands. */
export function cancelOverride(
  db: WritableDb,
  caseId: CaseId,
  { code, sentence }: OverriddenFinding,
): boolean {
  const query = db
    .updateTable('overrides')
    .set({ cancelled_at: db.command.at })
    .where('case_id', '=', caseId)
    .where('check_code', '=', code)
    .where('finding', '=', sentence)
    .where('cancelled_at', 'is', null);
  return db.run(query).changes === 1;
}
