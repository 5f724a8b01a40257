import type { MediatorId, TrainingId } from '#shared/contract/ids.ts';
import type { Training, TrainingFacts } from '#shared/contract/mediators.ts';
import type { ReadableDb, WritableDb } from './query.ts';
import { dayOf, idOf } from './values.ts';

export function insertTraining(
  db: WritableDb,
  mediatorId: MediatorId,
  { trainedOn, topic, hours, remarks }: TrainingFacts,
): TrainingId {
  const id = db.insert('trainings', {
    mediator_id: mediatorId,
    trained_on: trainedOn,
    topic,
    hours,
    remarks,
    cancelled_at: null,
    cancelled_reason: null,
  });
  return idOf<TrainingId>(id);
}

/** Cancels a training that was entered wrongly; its row stays. */
export function cancelTraining(db: WritableDb, id: TrainingId, reason: string): void {
  db.run(
    db
      .updateTable('trainings')
      .set({ cancelled_at: db.command.at, cancelled_reason: reason })
      .where('id', '=', id),
  );
}

/** A training that was not cancelled, with whose it is. */
export function standingTraining(
  db: ReadableDb,
  id: TrainingId,
): { readonly mediatorId: MediatorId; readonly training: Training } | undefined {
  const row = db.first(
    db.selectFrom('trainings').selectAll().where('id', '=', id).where('cancelled_at', 'is', null),
  );
  return row === undefined
    ? undefined
    : { mediatorId: idOf<MediatorId>(row.mediator_id), training: trainingOf(row) };
}

/** The trainings of a mediator that were not cancelled, newest first. */
export function trainingsOf(db: ReadableDb, mediatorId: MediatorId): Training[] {
  const query = db
    .selectFrom('trainings')
    .selectAll()
    .where('mediator_id', '=', mediatorId)
    .where('cancelled_at', 'is', null);
  return db.all(query.orderBy('trained_on', 'desc').orderBy('id', 'desc')).map(trainingOf);
}

function trainingOf(row: {
  readonly id: number;
  readonly trained_on: string;
  readonly topic: string;
  readonly hours: number | null;
  readonly remarks: string | null;
}): Training {
  return {
    id: idOf<TrainingId>(row.id),
    trainedOn: dayOf(row.trained_on),
    topic: row.topic,
    hours: row.hours,
    remarks: row.remarks,
  };
}
