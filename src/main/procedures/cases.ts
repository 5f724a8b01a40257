import type { CaseDetail, CaseFacts, ClosingFacts } from '#shared/contract/cases.ts';
import type { CaseId } from '#shared/contract/ids.ts';
import { contract } from '#shared/contract/index.ts';
import type { PartyFacts } from '#shared/contract/parties.ts';
import { statusAfter } from '#shared/domain/case-progress.ts';
import { closings } from '#shared/domain/closing.ts';
import { formatInternalNumber } from '#shared/domain/internal-number.ts';
import { formatLocalDate } from '#shared/domain/local-date.ts';
import { agreementOfCase } from '../register/agreements.ts';
import { caseRow, countCases, listCases } from '../register/case-list.ts';
import {
  advanceVersion,
  caseWithNumber,
  insertCase,
  type RegisteredCase,
  setRemoved,
  updateCaseFacts,
} from '../register/cases.ts';
import { caseOfDoubt, doubtsOfCase, settleDoubt } from '../register/doubts.ts';
import { deleteDraft } from '../register/drafts.ts';
import { eventsOf } from '../register/events.ts';
import { mediatorSector } from '../register/mediators.ts';
import { courts, officeProfile, organisations } from '../register/office.ts';
import {
  cancelPayment,
  caseOfPayment,
  closingOfCase,
  confirmationOfCase,
  deleteClosing,
  insertClosing,
  insertPayment,
  paymentsOfCase,
  saveConfirmation,
} from '../register/outcomes.ts';
import { insertParties, partiesById, partiesOfCase, replaceParties } from '../register/parties.ts';
import type { ReadableDb, WritableDb } from '../register/query.ts';
import { knownPartyIds, relatedCases } from '../register/related.ts';
import { sessionsOfCase } from '../register/sessions.ts';
import { caseOf, caseToChange, followStatus, liveCase } from './case-of.ts';
import { conflict, found, invalid, notFound, refused } from './errors.ts';
import { changesOf } from './history.ts';
import { issuedDocuments } from './issued.ts';
import { command, query } from './kinds.ts';

/** A and B come from a court, so that without one the case is in no court's column (domain.md §2.1 ST1). */
function checkFacts(facts: CaseFacts): void {
  if (facts.channel !== 'C' && facts.courtId === null) {
    throw invalid({
      path: 'facts.courtId',
      message: '委派、委托的案件要填法院，否则无法计入任何法院的统计。',
    });
  }
}

/** A court number belongs to one case: registered twice it would be counted twice. */
function checkNumbers(db: ReadableDb, facts: CaseFacts, except: CaseId | null): void {
  const numbers = [
    ...facts.courtNumbers.map((number) => ['court', number] as const),
    ...(facts.platformNumber === null ? [] : [['platform', facts.platformNumber] as const]),
  ];
  for (const [kind, number] of numbers) {
    const taken = caseWithNumber(db, kind, number);
    if (taken !== undefined && taken !== except) {
      const row = caseRow(db, taken);
      throw refused('caseNumberTaken', {
        number,
        internalNumber: row?.internalNumber ?? '',
        caseId: String(taken),
      });
    }
  }
  const distinct = new Set(numbers.map((pair) => pair.join(' ')));
  if (distinct.size !== numbers.length) {
    throw invalid({ path: 'facts.courtNumbers', message: '同一个案号填了两次。' });
  }
}

function sectorFor(db: ReadableDb, facts: CaseFacts): string | null {
  return facts.mediatorId === null ? null : found(mediatorSector(db, facts.mediatorId), 'mediator').sector;
}

/** What an event keeps of a case: its facts with its parties' names, as they were. */
function pictureOf(facts: CaseFacts, parties: readonly PartyFacts[]) {
  return { ...facts, parties };
}

/** Registers a case with its parties, from the intake page or from a ledger row. */
export function registerCase(
  db: WritableDb,
  entry: {
    readonly uid: string;
    readonly facts: CaseFacts;
    readonly parties: readonly PartyFacts[];
    readonly sector: string | null;
    readonly year: number;
    readonly today: CaseDetail['registeredOn'];
    readonly receivedBasis: 'receipt' | 'ledger';
    readonly imported: { readonly id: number; readonly row: number } | null;
  },
): { id: CaseId; internalNumber: string } {
  checkNumbers(db, entry.facts, null);
  const { id, internalNumber } = insertCase(db, {
    uid: entry.uid,
    prefix: officeProfile(db)?.numberPrefix ?? '',
    year: entry.year,
    facts: entry.facts,
    status: statusAfter({
      received: entry.facts.receivedOn !== null,
      sessions: 0,
      agreed: false,
      closed: false,
    }),
    receivedBasis: entry.receivedBasis,
    sector: entry.sector,
    registeredOn: entry.today,
    registeredBy: db.command.staffName,
    imported: entry.imported,
  });
  insertParties(db, id, entry.parties);
  const number = formatInternalNumber(internalNumber);
  db.event({
    subject: 'case',
    subjectId: id,
    what: entry.imported === null ? 'registered' : 'imported',
    after: { internalNumber: number, ...pictureOf(entry.facts, entry.parties) },
  });
  return { id, internalNumber: number };
}

/**
 * Closes a case (domain.md §2.3). The day is the day on which it ended; a closing before the receipt cannot be counted
 * and is refused.
 */
export function closeCase(db: WritableDb, present: RegisteredCase, closing: ClosingFacts): void {
  const { receivedOn } = present.facts;
  if (closingOfCase(db, present.id) !== null) throw refused('alreadyClosed');
  if (receivedOn !== null && closing.closedOn < receivedOn) {
    throw refused('closedBeforeReceipt', {
      closedOn: formatLocalDate(closing.closedOn),
      receivedOn: formatLocalDate(receivedOn),
    });
  }
  const success = closings[closing.code].outcome === 'success';
  const kept = { ...closing, partly: closing.partly && success };
  insertClosing(db, present.id, kept);
  db.event({ subject: 'case', subjectId: present.id, what: 'closed', after: kept });
}

function detailOf(db: ReadableDb, id: CaseId): CaseDetail {
  const present = caseOf(db, id);
  const { facts } = present;
  const court = courts(db).find((one) => one.id === facts.courtId);
  const organisation = organisations(db).find((one) => one.id === facts.organisationId);
  return {
    id,
    version: present.version,
    internalNumber: formatInternalNumber(present.internalNumber),
    status: present.status,
    registeredOn: present.registeredOn,
    registeredBy: present.registeredBy,
    importId: present.importId as CaseDetail['importId'],
    removed: present.removed,
    facts,
    receivedBasis: present.receivedBasis,
    sector: present.sector,
    courtName: court?.name ?? null,
    courtShortName: court?.shortName ?? null,
    mediatorName: facts.mediatorId === null ? null : (mediatorSector(db, facts.mediatorId)?.name ?? null),
    organisationName: organisation?.name ?? null,
    parties: partiesOfCase(db, id),
    sessions: sessionsOfCase(db, id),
    agreement: agreementOfCase(db, id),
    payments: paymentsOfCase(db, id),
    closing: closingOfCase(db, id),
    confirmation: confirmationOfCase(db, id),
    doubts: doubtsOfCase(db, id),
    documents: issuedDocuments(db, id),
  };
}

const procedures = contract.cases;

export const cases = {
  list: query(procedures.list, (db, { filter, after, limit }) => listCases(db, filter, after, limit)),

  count: query(procedures.count, (db, { filter }) => ({ count: countCases(db, filter) })),

  get: query(procedures.get, (db, { id }) => detailOf(db, id)),

  history: query(procedures.history, (db, { id }) => {
    caseOf(db, id);
    return eventsOf(db, 'case', id).map((event) => ({
      id: event.id,
      at: event.at,
      staffName: event.staffName,
      command: event.command,
      what: event.what,
      changes: changesOf(event.before, event.after),
    }));
  }),

  related: query(procedures.related, (db, { except, parties, courtNumbers }) =>
    [...relatedCases(db, except, parties, courtNumbers)].flatMap(([id, because]) => {
      const row = caseRow(db, id);
      return row === undefined ? [] : [{ row, because }];
    }),
  ),

  knownParties: query(procedures.knownParties, (db, { search }) =>
    partiesById(db, knownPartyIds(db, search)).map(({ id: _id, ...facts }) => facts),
  ),

  register: command('cases.register', procedures.register, (db, { facts, parties, draftId }, { desk }) => {
    checkFacts(facts);
    const today = desk.today();
    const registered = registerCase(db, {
      uid: desk.newId(),
      facts,
      parties,
      sector: sectorFor(db, facts),
      year: Number((facts.receivedOn ?? today).slice(0, 4)),
      today,
      receivedBasis: 'receipt',
      imported: null,
    });
    if (draftId !== null) deleteDraft(db, draftId);
    return registered;
  }),

  amend: command('cases.amend', procedures.amend, (db, { caseId, version, facts }) => {
    checkFacts(facts);
    const present = caseToChange(db, caseId, version);
    checkNumbers(db, facts, caseId);
    const closing = closingOfCase(db, caseId);
    if (closing !== null && facts.receivedOn !== null && closing.closedOn < facts.receivedOn) {
      throw refused('closedBeforeReceipt', {
        closedOn: formatLocalDate(closing.closedOn),
        receivedOn: formatLocalDate(facts.receivedOn),
      });
    }
    const sameMediator = facts.mediatorId === present.facts.mediatorId;
    updateCaseFacts(db, caseId, facts, {
      status: present.status,
      sector: sameMediator ? present.sector : sectorFor(db, facts),
      receivedBasis: facts.receivedOn === present.facts.receivedOn ? present.receivedBasis : 'receipt',
    });
    followStatus(db, caseId);
    db.event({ subject: 'case', subjectId: caseId, what: 'amended', before: present.facts, after: facts });
    return { version: version + 1 };
  }),

  saveParties: command('cases.saveParties', procedures.saveParties, (db, { caseId, version, parties }) => {
    caseToChange(db, caseId, version);
    const before = partiesOfCase(db, caseId);
    if (!replaceParties(db, caseId, parties)) throw notFound('party');
    const after = partiesOfCase(db, caseId);
    db.event({
      subject: 'case',
      subjectId: caseId,
      what: 'partiesSaved',
      before: { parties: before },
      after: { parties: after },
    });
    return { version: version + 1 };
  }),

  close: command('cases.close', procedures.close, (db, { caseId, version, closing }) => {
    closeCase(db, caseToChange(db, caseId, version), closing);
    followStatus(db, caseId);
    return { version: version + 1 };
  }),

  correctClosing: command(
    'cases.correctClosing',
    procedures.correctClosing,
    (db, { caseId, version, reason }) => {
      caseToChange(db, caseId, version);
      const before = closingOfCase(db, caseId);
      if (before === null) throw refused('notClosed');
      deleteClosing(db, caseId);
      followStatus(db, caseId);
      db.event({ subject: 'case', subjectId: caseId, what: 'closingCorrected', before, after: { reason } });
      return { version: version + 1 };
    },
  ),

  recordPayment: command('cases.recordPayment', procedures.recordPayment, (db, { caseId, payment }) => {
    liveCase(db, caseId);
    const id = insertPayment(db, caseId, payment, 'entered');
    db.event({ subject: 'case', subjectId: caseId, what: 'paymentRecorded', after: payment });
    return { id };
  }),

  cancelPayment: command('cases.cancelPayment', procedures.cancelPayment, (db, { id, reason }, { desk }) => {
    const caseId = found(caseOfPayment(db, id), 'payment');
    const before = paymentsOfCase(db, caseId).find((payment) => payment.id === id);
    if (!cancelPayment(db, id, desk.now().toISOString(), reason)) throw notFound('payment');
    db.event({ subject: 'case', subjectId: caseId, what: 'paymentCancelled', before, after: { reason } });
    return { id };
  }),

  recordConfirmation: command(
    'cases.recordConfirmation',
    procedures.recordConfirmation,
    (db, { caseId, ...confirmation }) => {
      liveCase(db, caseId);
      const before = confirmationOfCase(db, caseId);
      saveConfirmation(db, caseId, confirmation);
      db.event({
        subject: 'case',
        subjectId: caseId,
        what: 'confirmationRecorded',
        before,
        after: confirmation,
      });
      return { caseId };
    },
  ),

  settleDoubt: command('cases.settleDoubt', procedures.settleDoubt, (db, { id, settlement }) => {
    const caseId = found(caseOfDoubt(db, id), 'doubt');
    const doubt = doubtsOfCase(db, caseId).find((one) => one.id === id);
    if (!settleDoubt(db, id, settlement)) throw notFound('doubt');
    db.event({
      subject: 'case',
      subjectId: caseId,
      what: 'doubtSettled',
      before: doubt,
      after: { settlement },
    });
    return { id };
  }),

  remove: command('cases.remove', procedures.remove, (db, { caseId, version, reason }, { desk }) => {
    caseToChange(db, caseId, version);
    setRemoved(db, caseId, { at: desk.now().toISOString(), reason });
    db.event({ subject: 'case', subjectId: caseId, what: 'removed', after: { reason } });
    return { version: version + 1 };
  }),

  restore: command('cases.restore', procedures.restore, (db, { caseId, version }) => {
    const present = caseOf(db, caseId);
    if (present.removed === null) throw refused('nothingToUndo');
    checkNumbers(db, present.facts, caseId);
    if (!advanceVersion(db, caseId, version)) throw conflict('case');
    setRemoved(db, caseId, null);
    db.event({ subject: 'case', subjectId: caseId, what: 'restored', before: present.removed });
    return { version: version + 1 };
  }),
};
