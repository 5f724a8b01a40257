import type { AfterStepFacts } from '#shared/contract/after.ts';
import type { AfterStepId, CaseId, CourtId, PartyId } from '#shared/contract/ids.ts';
import { matterSchema, stepCodeSchema } from '#shared/domain/after-closing.ts';
import type { ReadableDb, WritableDb } from './query.ts';
import { dayOf, flag, idOf, idOrNull, textList } from './values.ts';

export type KeptAfterStep = AfterStepFacts & {
  readonly id: AfterStepId;
  /** The step gave the case its court number. */
  readonly addsNumber: boolean;
};

export function insertAfterStep(
  db: WritableDb,
  caseId: CaseId,
  step: AfterStepFacts,
  addsNumber: boolean,
): AfterStepId {
  const id = db.insert('after_steps', {
    case_id: caseId,
    matter: step.matter,
    step: step.step,
    taken_on: step.on,
    party_id: step.partyId,
    court_id: step.courtId,
    number: step.number,
    papers: JSON.stringify(step.papers),
    remarks: step.remarks,
    cancelled_at: null,
    cancelled_reason: null,
    joint: flag(step.joint),
    adds_number: flag(addsNumber),
  });
  return idOf<AfterStepId>(id);
}

/** Cancels a step that was entered wrongly; false when it is cancelled already. */
export function cancelAfterStep(db: WritableDb, id: AfterStepId, reason: string): boolean {
  const query = db
    .updateTable('after_steps')
    .set({ cancelled_at: db.command.at, cancelled_reason: reason })
    .where('id', '=', id)
    .where('cancelled_at', 'is', null);
  return db.run(query).changes === 1;
}

export function caseOfAfterStep(db: ReadableDb, id: AfterStepId): CaseId | undefined {
  return db.first(db.selectFrom('after_steps').select('case_id').where('id', '=', id))?.case_id as
    | CaseId
    | undefined;
}

/** The steps of a case that stand, in the order in which they were recorded. */
export function afterStepsOfCase(db: ReadableDb, caseId: CaseId): KeptAfterStep[] {
  const query = db
    .selectFrom('after_steps')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('cancelled_at', 'is', null);
  return db.all(query.orderBy('id')).map((row) => ({
    id: idOf<AfterStepId>(row.id),
    matter: matterSchema.parse(row.matter),
    step: stepCodeSchema.parse(row.step),
    on: dayOf(row.taken_on),
    partyId: idOrNull<PartyId>(row.party_id),
    courtId: idOrNull<CourtId>(row.court_id),
    number: row.number,
    papers: textList(row.papers),
    joint: row.joint === 1,
    remarks: row.remarks,
    addsNumber: row.adds_number === 1,
  }));
}
