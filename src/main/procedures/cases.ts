import { contract } from '#shared/contract/index.ts';
import { formatLocalDate } from '#shared/domain/local-date.ts';
import { caseRow, countCases, listCases, sumOfCases } from '../register/case-list.ts';
import { advanceVersion, setRemoved, updateCaseFacts } from '../register/cases.ts';
import { caseOfDoubt, doubtsOfCase, settleDoubt } from '../register/doubts.ts';
import { deleteDraft } from '../register/drafts.ts';
import { eventsOf } from '../register/events.ts';
import {
  cancelPayment,
  caseOfPayment,
  closingOfCase,
  confirmationOfCase,
  insertPayment,
  paymentsOfCase,
  saveConfirmation,
} from '../register/outcomes.ts';
import { partiesById, partiesOfCase, replaceParties } from '../register/parties.ts';
import { knownPartyIds, relatedCases } from '../register/related.ts';
import { checkCorrection, checkExit, followReceipt } from './case-correction.ts';
import { detailOf } from './case-detail.ts';
import { checkChannel, checkFacts, checkNumbers, closeCase, registerCase, sectorFor } from './case-entry.ts';
import { caseOf, caseToChange, liveCase, partiesToChange } from './case-of.ts';
import { conflict, found, notFound, refused } from './errors.ts';
import { changesOf, statusChange } from './history.ts';
import { command, query } from './kinds.ts';
import { linkCases } from './links.ts';
import { undoMerge } from './merge.ts';
import { takeBackLast } from './moves.ts';
import { refuseNotYet } from './not-yet.ts';
import { withEthnicGroups } from './party-entry.ts';
import { refuseLeavingOut } from './party-of-case.ts';

const procedures = contract.cases;

export const cases = {
  list: query(procedures.list, (db, { filter, after, limit }) => listCases(db, filter, after, limit)),

  count: query(procedures.count, (db, { filter }) => {
    const sum = sumOfCases(db, filter);
    return { count: countCases(db, filter), ...(sum !== undefined && { sum }) };
  }),

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
    [...relatedCases(db, except, parties, courtNumbers)].flatMap(([id, reason]) => {
      const row = caseRow(db, id);
      return row === undefined ? [] : [{ row, ...reason }];
    }),
  ),

  knownParties: query(procedures.knownParties, (db, { search }) =>
    partiesById(db, knownPartyIds(db, search)).map(({ id: _id, ...facts }) => facts),
  ),

  register: command(
    'cases.register',
    procedures.register,
    (db, { facts, parties, draftId, seriesOf }, { desk }) => {
      checkFacts(facts);
      checkChannel(db, facts.channel);
      const today = desk.today();
      refuseNotYet('received', facts.receivedOn, today);
      const registered = registerCase(db, {
        uid: desk.newId(),
        facts,
        parties: withEthnicGroups(parties, desk.reference),
        sector: sectorFor(db, facts),
        year: Number((facts.receivedOn ?? today).slice(0, 4)),
        today,
      });
      if (seriesOf !== null) linkCases(db, registered.id, seriesOf, { kind: 'series', remarks: null });
      if (draftId !== null) deleteDraft(db, draftId);
      return registered;
    },
  ),

  amend: command('cases.amend', procedures.amend, (db, { caseId, version, facts, reason }, { desk }) => {
    checkFacts(facts);
    refuseNotYet('received', facts.receivedOn, desk.today());
    const present = caseToChange(db, caseId, version);
    checkCorrection(present, facts, reason);
    checkNumbers(db, facts, caseId);
    const closing = closingOfCase(db, caseId);
    if (closing !== null && facts.receivedOn !== null && closing.closedOn < facts.receivedOn) {
      throw refused('closedBeforeReceipt', {
        closedOn: formatLocalDate(closing.closedOn),
        receivedOn: formatLocalDate(facts.receivedOn),
      });
    }
    if (closing !== null && facts.channel !== present.facts.channel) {
      checkExit(closing.code, facts.channel);
    }
    const sameMediator = facts.mediatorId === present.facts.mediatorId;
    updateCaseFacts(db, caseId, facts, {
      status: present.status,
      sector: sameMediator ? present.sector : sectorFor(db, facts),
      receivedBasis: facts.receivedOn === present.facts.receivedOn ? present.receivedBasis : 'receipt',
    });
    followReceipt(db, present, facts, reason);
    const after = {
      ...facts,
      ...(reason === null ? {} : { reason }),
      ...statusChange(present.status, caseOf(db, caseId).status),
    };
    db.event({ subject: 'case', subjectId: caseId, what: 'amended', before: present.facts, after });
    return { version: version + 1 };
  }),

  saveParties: command(
    'cases.saveParties',
    procedures.saveParties,
    (db, { caseId, version, parties }, { desk }) => {
      partiesToChange(db, caseId, version);
      refuseLeavingOut(db, caseId, parties);
      const before = partiesOfCase(db, caseId);
      if (!replaceParties(db, caseId, withEthnicGroups(parties, desk.reference))) throw notFound('party');
      const after = partiesOfCase(db, caseId);
      db.event({
        subject: 'case',
        subjectId: caseId,
        what: 'partiesSaved',
        before: { parties: before },
        after: { parties: after },
      });
      return { version: version + 1 };
    },
  ),

  close: command('cases.close', procedures.close, (db, { caseId, version, closing }, { desk }) => {
    refuseNotYet('closed', closing.closedOn, desk.today());
    const { facts, status } = caseToChange(db, caseId, version);
    closeCase(db, { id: caseId, status, channel: facts.channel, receivedOn: facts.receivedOn }, closing);
    return { version: version + 1 };
  }),

  correctClosing: command(
    'cases.correctClosing',
    procedures.correctClosing,
    (db, { caseId, version, reason }) => {
      const present = caseToChange(db, caseId, version);
      if (closingOfCase(db, caseId) === null) throw refused('notClosed');
      // The last move of an archived case is its archiving: that is taken back by itself.
      if (present.status === 'archived') {
        throw refused('illegalMove', {
          reason: '案件已归档，不能直接撤回结案。',
          instead: '先用“撤回上一步”撤回归档并写明理由，再更正结案。',
        });
      }
      takeBackLast(db, present, reason);
      return { version: version + 1 };
    },
  ),

  recordPayment: command(
    'cases.recordPayment',
    procedures.recordPayment,
    (db, { caseId, payment }, { desk }) => {
      refuseNotYet('paid', payment.paidOn, desk.today());
      liveCase(db, caseId);
      const id = insertPayment(db, caseId, payment, 'entered');
      db.event({ subject: 'case', subjectId: caseId, what: 'paymentRecorded', after: payment });
      return { id };
    },
  ),

  cancelPayment: command('cases.cancelPayment', procedures.cancelPayment, (db, { id, reason }, { desk }) => {
    const caseId = found(caseOfPayment(db, id), 'payment');
    liveCase(db, caseId);
    const before = paymentsOfCase(db, caseId).find((payment) => payment.id === id);
    if (!cancelPayment(db, id, desk.now().toISOString(), reason)) throw notFound('payment');
    db.event({ subject: 'case', subjectId: caseId, what: 'paymentCancelled', before, after: { reason } });
    return { id };
  }),

  recordConfirmation: command(
    'cases.recordConfirmation',
    procedures.recordConfirmation,
    (db, { caseId, ...confirmation }, { desk }) => {
      refuseNotYet('confirmed', confirmation.confirmedOn, desk.today());
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
    liveCase(db, caseId);
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
    undoMerge(db, present);
    checkNumbers(db, present.facts, caseId);
    if (!advanceVersion(db, caseId, version)) throw conflict('case');
    setRemoved(db, caseId, null);
    db.event({ subject: 'case', subjectId: caseId, what: 'restored', before: present.removed });
    return { version: version + 1 };
  }),
};
