import type { CaseFacts, CauseRef, Claim } from '#shared/contract/cases.ts';
import type { CaseId, CourtId, MediatorId, OrganisationId, StudioId } from '#shared/contract/ids.ts';
import type { CaseNumber } from '#shared/domain/case-number.ts';
import type { CaseProgress } from '#shared/domain/case-progress.ts';
import type { CaseStatus } from '#shared/domain/case-status.ts';
import type { InternalNumber } from '#shared/domain/internal-number.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import { nextInternalSequence, setNumbersLive, writeNumbers } from './case-numbers.ts';
import type { ReadableDb, WritableDb } from './query.ts';
import { dayOf, dayOrNull, fenOf, idOrNull, textList } from './values.ts';

/** A registered case without what hangs on it. */
export type RegisteredCase = {
  readonly id: CaseId;
  readonly version: number;
  readonly partiesVersion: number;
  readonly internalNumber: InternalNumber;
  readonly status: CaseStatus;
  readonly registeredOn: LocalDate;
  readonly registeredBy: string;
  readonly importId: number | null;
  readonly removed: { readonly at: string; readonly reason: string } | null;
  readonly receivedBasis: 'receipt' | 'ledger' | null;
  readonly sector: string | null;
  readonly facts: CaseFacts;
};

export type NewCase = {
  readonly uid: string;
  readonly prefix: string;
  /** The year of the internal number's series. */
  readonly year: number;
  readonly facts: CaseFacts;
  readonly status: CaseStatus;
  readonly receivedBasis: 'receipt' | 'ledger';
  readonly sector: string | null;
  readonly registeredOn: LocalDate;
  readonly registeredBy: string;
  readonly imported: { readonly id: number; readonly row: number } | null;
};

/** The register's row of a cause, made when an edition and name is used for the first time. */
export function causeId(db: WritableDb, cause: CauseRef): number {
  const found = db.first(
    db.selectFrom('causes').select('id').where('edition', '=', cause.edition).where('name', '=', cause.name),
  );
  return found?.id ?? db.insert('causes', cause);
}

function factColumns(db: WritableDb, facts: CaseFacts) {
  return {
    channel: facts.channel,
    source: facts.source,
    court_id: facts.courtId,
    tribunal: facts.tribunal,
    judge: facts.judge,
    clerk: facts.clerk,
    letter_number: facts.letterNumber,
    letter_on: facts.letterOn,
    transferred_by: facts.transferredBy,
    procedure_kind: facts.procedureKind,
    filed_on: facts.filedOn,
    received_on: facts.receivedOn,
    cause_id: facts.cause === null ? null : causeId(db, facts.cause),
    claim_kind: facts.claim.kind,
    claim_fen: facts.claim.kind === 'amount' ? facts.claim.fen : null,
    claims: facts.claims,
    facts: facts.facts,
    district: facts.district,
    marks: JSON.stringify(facts.marks),
    mediator_id: facts.mediatorId,
    assisting: JSON.stringify(facts.assistingMediatorIds),
    studio_id: facts.studioId,
    organisation_id: facts.organisationId,
    remarks: facts.remarks,
  };
}

/** Writes a new case with its numbers and gives its id and internal number. Its parties are written by `insertParties`. */
export function insertCase(db: WritableDb, entry: NewCase): { id: CaseId; internalNumber: InternalNumber } {
  const sequence = nextInternalSequence(db, entry.year);
  const id = db.insert('cases', {
    ...factColumns(db, entry.facts),
    uid: entry.uid,
    internal_prefix: entry.prefix,
    internal_year: entry.year,
    internal_sequence: sequence,
    status: entry.status,
    received_basis: entry.facts.receivedOn === null ? null : entry.receivedBasis,
    sector: entry.sector,
    registered_on: entry.registeredOn,
    registered_by: entry.registeredBy,
    import_id: entry.imported?.id ?? null,
    import_row: entry.imported?.row ?? null,
    removed_at: null,
    removed_reason: null,
  });
  writeNumbers(db, id, entry.facts);
  return { id: id as CaseId, internalNumber: { prefix: entry.prefix, year: entry.year, sequence } };
}

/** Writes amended facts; the caller has checked the version. */
export function updateCaseFacts(
  db: WritableDb,
  id: CaseId,
  facts: CaseFacts,
  derived: {
    readonly status: CaseStatus;
    readonly sector: string | null;
    readonly receivedBasis: 'receipt' | 'ledger' | null;
  },
): void {
  db.run(
    db
      .updateTable('cases')
      .set({
        ...factColumns(db, facts),
        status: derived.status,
        sector: derived.sector,
        received_basis: facts.receivedOn === null ? null : (derived.receivedBasis ?? 'receipt'),
      })
      .where('id', '=', id),
  );
  writeNumbers(db, id, facts);
}

/** Moves a case to its next version; false when somebody else moved it since `version` was read. */
export function advanceVersion(db: WritableDb, id: CaseId, version: number): boolean {
  const next = db
    .updateTable('cases')
    .set({ version: version + 1 })
    .where('id', '=', id);
  return db.run(next.where('version', '=', version)).changes === 1;
}

/** The same for the parties, whose version is their own. */
export function advancePartiesVersion(db: WritableDb, id: CaseId, version: number): boolean {
  const next = db
    .updateTable('cases')
    .set({ parties_version: version + 1 })
    .where('id', '=', id);
  return db.run(next.where('parties_version', '=', version)).changes === 1;
}

export function setStatus(db: WritableDb, id: CaseId, status: CaseStatus): void {
  db.run(db.updateTable('cases').set({ status }).where('id', '=', id));
}

/** The day of receipt, from which the period runs and by which the case is counted; null takes it back. */
export function setReceipt(db: WritableDb, id: CaseId, receivedOn: LocalDate | null): void {
  const basis = receivedOn === null ? null : ('receipt' as const);
  db.run(
    db.updateTable('cases').set({ received_on: receivedOn, received_basis: basis }).where('id', '=', id),
  );
}

/** Who mediates a case, with the sector that it is counted under. */
export function setMediators(
  db: WritableDb,
  id: CaseId,
  appointed: {
    readonly mediatorId: MediatorId | null;
    readonly assisting: readonly MediatorId[];
    readonly sector: string | null;
  },
): void {
  const values = {
    mediator_id: appointed.mediatorId,
    assisting: JSON.stringify(appointed.assisting),
    sector: appointed.sector,
  };
  db.run(db.updateTable('cases').set(values).where('id', '=', id));
}

/** What a case's status depends on, and the status that is written. */
export function progressOf(
  db: ReadableDb,
  id: CaseId,
): (CaseProgress & { readonly status: CaseStatus }) | undefined {
  const row = db.plain<{
    status: string;
    received: number;
    sessions: number;
    agreed: number;
    closed: number;
  }>(
    `SELECT status, received_on IS NOT NULL AS received,
       (SELECT count(*) FROM sessions WHERE case_id = cases.id) AS sessions,
       EXISTS (SELECT 1 FROM agreements WHERE case_id = cases.id) AS agreed,
       EXISTS (SELECT 1 FROM closings WHERE case_id = cases.id) AS closed
     FROM cases WHERE id = ?`,
    id,
  )[0];
  if (row === undefined) return undefined;
  return {
    status: row.status as CaseStatus,
    received: row.received === 1,
    sessions: row.sessions,
    agreed: row.agreed === 1,
    closed: row.closed === 1,
  };
}

/** Puts a case into the recycle bin, or takes it out (null); its numbers are free for others while it is there. */
export function setRemoved(db: WritableDb, id: CaseId, removed: { at: string; reason: string } | null): void {
  db.run(
    db
      .updateTable('cases')
      .set({ removed_at: removed?.at ?? null, removed_reason: removed?.reason ?? null })
      .where('id', '=', id),
  );
  setNumbersLive(db, id, removed === null);
}

/** A case by id, removed or not. */
export function readCase(db: ReadableDb, id: CaseId): RegisteredCase | undefined {
  const row = db.first(
    db
      .selectFrom('cases')
      .leftJoin('causes', 'causes.id', 'cases.cause_id')
      .selectAll('cases')
      .select(['causes.edition as cause_edition', 'causes.name as cause_name'])
      .where('cases.id', '=', id),
  );
  if (row === undefined) return undefined;
  const numbers = db.all(
    db.selectFrom('case_numbers').select(['kind', 'number']).where('case_id', '=', id).orderBy('position'),
  );
  const claim: Claim =
    row.claim_kind === 'amount'
      ? { kind: 'amount', fen: fenOf(row.claim_fen ?? 0) }
      : { kind: row.claim_kind };
  return {
    id,
    version: row.version,
    partiesVersion: row.parties_version,
    internalNumber: { prefix: row.internal_prefix, year: row.internal_year, sequence: row.internal_sequence },
    status: row.status as CaseStatus,
    registeredOn: dayOf(row.registered_on),
    registeredBy: row.registered_by,
    importId: row.import_id,
    removed: row.removed_at === null ? null : { at: row.removed_at, reason: row.removed_reason ?? '' },
    receivedBasis: row.received_basis,
    sector: row.sector,
    facts: {
      channel: row.channel as CaseFacts['channel'],
      source: row.source as CaseFacts['source'],
      courtId: idOrNull<CourtId>(row.court_id),
      tribunal: row.tribunal,
      judge: row.judge,
      clerk: row.clerk,
      courtNumbers: numbers.filter(({ kind }) => kind === 'court').map(({ number }) => number as CaseNumber),
      platformNumber: numbers.find(({ kind }) => kind === 'platform')?.number ?? null,
      letterNumber: row.letter_number,
      letterOn: dayOrNull(row.letter_on),
      transferredBy: row.transferred_by,
      procedureKind: row.procedure_kind as CaseFacts['procedureKind'],
      filedOn: dayOrNull(row.filed_on),
      receivedOn: dayOrNull(row.received_on),
      cause:
        row.cause_name === null || row.cause_edition === null
          ? null
          : { edition: row.cause_edition, name: row.cause_name },
      claim,
      claims: row.claims,
      facts: row.facts,
      district: row.district,
      marks: textList(row.marks) as CaseFacts['marks'],
      mediatorId: idOrNull<MediatorId>(row.mediator_id),
      assistingMediatorIds: JSON.parse(row.assisting) as MediatorId[],
      studioId: idOrNull<StudioId>(row.studio_id),
      organisationId: idOrNull<OrganisationId>(row.organisation_id),
      remarks: row.remarks,
    },
  };
}

/** The live cases that were registered last, newest first. */
export function newestCases(db: ReadableDb, limit: number): CaseId[] {
  return db
    .all(
      db.selectFrom('cases').select('id').where('removed_at', 'is', null).orderBy('id', 'desc').limit(limit),
    )
    .map(({ id }) => id as CaseId);
}
