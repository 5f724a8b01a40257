import type { CaseId, MediatorId, ProposalId } from '#shared/contract/ids.ts';
import type { Proposal, ProposalFacts } from '#shared/contract/mediators.ts';
import { formatInternalNumber } from '#shared/domain/internal-number.ts';
import type { Parameter, ReadableDb, WritableDb } from './query.ts';
import { dayOf, idOf, idOrNull } from './values.ts';

export function insertProposal(db: WritableDb, proposal: ProposalFacts): ProposalId {
  const id = db.insert('follow_up_proposals', {
    case_id: proposal.caseId,
    mediator_id: proposal.mediatorId,
    kind: proposal.kind,
    title: proposal.title,
    submitted_on: proposal.submittedOn,
    number: proposal.number,
    result: proposal.result,
    cancelled_at: null,
    cancelled_reason: null,
  });
  return idOf<ProposalId>(id);
}

/** Cancels a proposal that was entered wrongly; its row stays. */
export function cancelProposal(db: WritableDb, id: ProposalId, reason: string): void {
  db.run(
    db
      .updateTable('follow_up_proposals')
      .set({ cancelled_at: db.command.at, cancelled_reason: reason })
      .where('id', '=', id),
  );
}

type Row = {
  readonly id: number;
  readonly case_id: number | null;
  readonly mediator_id: number;
  readonly mediator: string;
  readonly kind: ProposalFacts['kind'];
  readonly title: string;
  readonly submitted_on: string;
  readonly number: string | null;
  readonly result: string | null;
  readonly prefix: string | null;
  readonly year: number | null;
  readonly sequence: number | null;
};

function proposalsWhere(db: ReadableDb, where: string, ...parameters: readonly Parameter[]): Proposal[] {
  const rows = db.plain<Row>(
    `SELECT p.id, p.case_id, p.mediator_id, m.name AS mediator, p.kind, p.title, p.submitted_on, p.number, p.result,
       c.internal_prefix AS prefix, c.internal_year AS year, c.internal_sequence AS sequence
     FROM follow_up_proposals p
     JOIN mediators m ON m.id = p.mediator_id
     LEFT JOIN cases c ON c.id = p.case_id
     WHERE p.cancelled_at IS NULL AND ${where}
     ORDER BY p.submitted_on, p.id`,
    ...parameters,
  );
  return rows.map(({ prefix, year, sequence, ...row }) => ({
    id: idOf<ProposalId>(row.id),
    caseId: idOrNull<CaseId>(row.case_id),
    mediatorId: idOf<MediatorId>(row.mediator_id),
    mediatorName: row.mediator,
    kind: row.kind,
    title: row.title,
    submittedOn: dayOf(row.submitted_on),
    number: row.number,
    result: row.result,
    caseNumber:
      prefix === null || year === null || sequence === null
        ? null
        : formatInternalNumber({ prefix, year, sequence }),
  }));
}

/** A proposal that was not cancelled. */
export function standingProposal(db: ReadableDb, id: ProposalId): Proposal | undefined {
  return proposalsWhere(db, 'p.id = ?', id)[0];
}

/** The proposals that a case gave rise to, in the order of their days; cancelled ones are left out. */
export function proposalsOfCase(db: ReadableDb, caseId: CaseId): Proposal[] {
  return proposalsWhere(db, 'p.case_id = ?', caseId);
}

/** The proposals of a mediator, in the order of their days; cancelled ones are left out. */
export function proposalsOfMediator(db: ReadableDb, mediatorId: MediatorId): Proposal[] {
  return proposalsWhere(db, 'p.mediator_id = ?', mediatorId);
}
