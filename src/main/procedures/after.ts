import type { Subsidy, VisitFacts } from '#shared/contract/after.ts';
import type { CaseId } from '#shared/contract/ids.ts';
import { contract } from '#shared/contract/index.ts';
import { asRecorded, decideCancelling, decideStep } from '#shared/domain/after-closing.ts';
import { formatLocalDate } from '#shared/domain/local-date.ts';
import { fittingSubsidyRules } from '#shared/domain/subsidy.ts';
import {
  afterStepsOfCase,
  cancelAfterStep,
  caseOfAfterStep,
  insertAfterStep,
  type KeptAfterStep,
} from '../register/after-steps.ts';
import { restCalendars } from '../register/calendars.ts';
import { courts } from '../register/office.ts';
import { closingOfCase } from '../register/outcomes.ts';
import type { ReadableDb } from '../register/query.ts';
import { readSetting } from '../register/settings.ts';
import {
  cancelSubsidy,
  caseOfSubsidy,
  insertSubsidy,
  paySubsidy,
  subsidiesOfCase,
} from '../register/subsidies.ts';
import { cancelVisit, caseOfVisit, insertVisit, visitsOfCase } from '../register/visits.ts';
import {
  carryOutStep,
  claimFenOf,
  factsForSteps,
  mediatorIdsOf,
  officialNumber,
  stepRefused,
  undoStep,
} from './after-closing.ts';
import { liveCase } from './case-of.ts';
import { found, invalid, notFound, refused } from './errors.ts';
import { command } from './kinds.ts';
import { refuseNotYet } from './not-yet.ts';
import { partyOfCase } from './party-of-case.ts';

const procedures = contract.after;

/** As the history tells a step: by the party's name, which may change later, and without what it did not record. */
function toldStep(db: ReadableDb, caseId: CaseId, step: Omit<KeptAfterStep, 'id' | 'addsNumber'>) {
  const { partyId, papers } = step;
  return {
    afterStep: `${step.matter}.${step.step}`,
    on: step.on,
    party: partyId === null ? null : partyOfCase(db, caseId, partyId).name,
    courtId: step.courtId,
    number: step.number,
    papers: papers.length === 0 ? null : papers,
    joint: step.joint ? true : null,
    remarks: step.remarks,
  };
}

function toldVisit(db: ReadableDb, caseId: CaseId, { partyId, ...visit }: VisitFacts) {
  return { party: partyId === null ? null : partyOfCase(db, caseId, partyId).name, ...visit };
}

function toldSubsidy({ mediatorName, rule, amountFen, grantedOn, paidOn, voucher }: Omit<Subsidy, 'id'>) {
  return { mediator: mediatorName, subsidyRule: rule, amountFen, grantedOn, disbursedOn: paidOn, voucher };
}

export const after = {
  step: command('after.step', procedures.step, (db, { caseId, step: wished }, { desk }) => {
    refuseNotYet('move', wished.on, desk.today());
    const present = liveCase(db, caseId);
    const step = asRecorded({ ...wished, number: officialNumber(wished.number) });
    if (step.partyId !== null) partyOfCase(db, caseId, step.partyId);
    if (step.courtId !== null && !courts(db).some(({ id }) => id === step.courtId)) throw notFound('court');
    const steps = afterStepsOfCase(db, caseId);
    const decision = decideStep(step, steps, factsForSteps(db, present, desk.reference), {
      settings: readSetting(db, 'afterClosing').value,
      calendars: restCalendars(db),
    });
    if (!decision.possible) throw stepRefused(decision);
    const effect = carryOutStep(db, present, step, steps);
    const id = insertAfterStep(db, caseId, step, effect.addsNumber);
    db.event({
      subject: 'case',
      subjectId: caseId,
      what: 'afterStepTaken',
      before: effect.before,
      after: { ...toldStep(db, caseId, step), ...effect.after },
    });
    return { id };
  }),

  cancelStep: command('after.cancelStep', procedures.cancelStep, (db, { id, reason }, { desk }) => {
    const caseId = found(caseOfAfterStep(db, id), 'step');
    const present = liveCase(db, caseId);
    const steps = afterStepsOfCase(db, caseId);
    const step = found(
      steps.find((one) => one.id === id),
      'step',
    );
    const decision = decideCancelling(step, steps, factsForSteps(db, present, desk.reference));
    if (!decision.possible) throw stepRefused(decision);
    const effect = undoStep(db, present, step);
    if (!cancelAfterStep(db, id, reason)) throw notFound('step');
    db.event({
      subject: 'case',
      subjectId: caseId,
      what: 'afterStepCancelled',
      before: { ...toldStep(db, caseId, step), ...effect.before },
      after: { ...effect.after, reason },
    });
    return { id };
  }),

  visit: command('after.visit', procedures.visit, (db, { caseId, visit }, { desk }) => {
    refuseNotYet('visited', visit.visitedOn, desk.today());
    liveCase(db, caseId);
    const told = toldVisit(db, caseId, visit);
    const id = insertVisit(db, caseId, visit);
    db.event({ subject: 'case', subjectId: caseId, what: 'visitRecorded', after: told });
    return { id };
  }),

  cancelVisit: command('after.cancelVisit', procedures.cancelVisit, (db, { id, reason }) => {
    const caseId = found(caseOfVisit(db, id), 'visit');
    liveCase(db, caseId);
    const { id: _id, ...visit } = found(
      visitsOfCase(db, caseId).find((one) => one.id === id),
      'visit',
    );
    const before = toldVisit(db, caseId, visit);
    if (!cancelVisit(db, id, reason)) throw notFound('visit');
    db.event({ subject: 'case', subjectId: caseId, what: 'visitCancelled', before, after: { reason } });
    return { id };
  }),

  grantSubsidy: command(
    'after.grantSubsidy',
    procedures.grantSubsidy,
    (db, { caseId, mediatorId, rule: name, grantedOn }, { desk }) => {
      refuseNotYet('granted', grantedOn, desk.today());
      const present = liveCase(db, caseId);
      const closing = closingOfCase(db, caseId);
      if (closing === null) throw refused('notClosed');
      if (!mediatorIdsOf(present).includes(mediatorId)) {
        throw invalid({ path: 'mediatorId', message: '补贴只能给本案的主持或协助调解员。' });
      }
      const standing = subsidiesOfCase(db, caseId).find((one) => one.mediatorId === mediatorId);
      if (standing !== undefined) {
        throw refused('alreadyGranted', { day: formatLocalDate(standing.grantedOn) });
      }
      const rules = fittingSubsidyRules(
        { closing, claimFen: claimFenOf(present) },
        readSetting(db, 'subsidies').value,
      );
      const rule = rules.find((one) => one.name === name);
      if (rule === undefined) {
        throw refused('stepNotPossible', {
          reason: `这件案件不符合补贴标准“${name}”。`,
          instead: '标准在“设置”里维护；按终结方式和标的额核对后再登记。',
        });
      }
      const { amountFen } = rule;
      const id = insertSubsidy(db, caseId, { mediatorId, rule: name, amountFen, grantedOn });
      const granted = found(
        subsidiesOfCase(db, caseId).find((one) => one.id === id),
        'subsidy',
      );
      db.event({ subject: 'case', subjectId: caseId, what: 'subsidyGranted', after: toldSubsidy(granted) });
      return { id };
    },
  ),

  paySubsidy: command('after.paySubsidy', procedures.paySubsidy, (db, { id, ...payment }, { desk }) => {
    refuseNotYet('paid', payment.paidOn, desk.today());
    const caseId = found(caseOfSubsidy(db, id), 'subsidy');
    liveCase(db, caseId);
    const standing = found(
      subsidiesOfCase(db, caseId).find((one) => one.id === id),
      'subsidy',
    );
    if (standing.paidOn !== null) {
      throw refused('stepNotPossible', {
        reason: `这笔补贴已于${formatLocalDate(standing.paidOn)}发放。`,
        instead: '一笔补贴只发一次；登记错了的，先作废并写明理由。',
      });
    }
    if (payment.paidOn < standing.grantedOn) {
      throw invalid({ path: 'paidOn', message: '发放日期早于登记补贴的日期。' });
    }
    if (!paySubsidy(db, id, payment)) throw notFound('subsidy');
    db.event({
      subject: 'case',
      subjectId: caseId,
      what: 'subsidyPaid',
      before: toldSubsidy(standing),
      after: toldSubsidy({ ...standing, ...payment }),
    });
    return { id };
  }),

  cancelSubsidy: command('after.cancelSubsidy', procedures.cancelSubsidy, (db, { id, reason }) => {
    const caseId = found(caseOfSubsidy(db, id), 'subsidy');
    liveCase(db, caseId);
    const standing = found(
      subsidiesOfCase(db, caseId).find((one) => one.id === id),
      'subsidy',
    );
    if (!cancelSubsidy(db, id, reason)) throw notFound('subsidy');
    db.event({
      subject: 'case',
      subjectId: caseId,
      what: 'subsidyCancelled',
      before: toldSubsidy(standing),
      after: { reason },
    });
    return { id };
  }),
};
