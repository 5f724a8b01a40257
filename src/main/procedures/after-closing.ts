import type { CaseDetail } from '#shared/contract/cases.ts';
import { type AfterFacts, afterFactsOf, type StepDecision } from '#shared/domain/after-closing.ts';
import { type CaseNumber, parseCaseNumber } from '#shared/domain/case-number.ts';
import { causeRestriction, matchCause } from '#shared/domain/cause-of-action.ts';
import { fittingSubsidyRules } from '#shared/domain/subsidy.ts';
import { afterStepsOfCase, type KeptAfterStep } from '../register/after-steps.ts';
import { agreementOfCase } from '../register/agreements.ts';
import { writeNumbers } from '../register/case-numbers.ts';
import { advanceVersion, type RegisteredCase } from '../register/cases.ts';
import {
  closingOfCase,
  confirmationOfCase,
  deleteConfirmation,
  saveConfirmation,
} from '../register/outcomes.ts';
import { partiesOfCase } from '../register/parties.ts';
import type { ReadableDb, WritableDb } from '../register/query.ts';
import { readSetting } from '../register/settings.ts';
import { subsidiesOfCase } from '../register/subsidies.ts';
import { visitsOfCase } from '../register/visits.ts';
import type { Reference } from '../resources.ts';
import { checkNumbers } from './case-entry.ts';
import { conflict, invalid, refused } from './errors.ts';

/** The claim of a case in fen, where an amount is stated. */
export function claimFenOf({ facts }: Pick<RegisteredCase, 'facts'>): number | null {
  return facts.claim.kind === 'amount' ? facts.claim.fen : null;
}

/** What followed the closing of a case, with what decides over more of it. */
export function whatFollowed(db: ReadableDb, present: RegisteredCase): CaseDetail['after'] {
  const subsidised = { closing: closingOfCase(db, present.id), claimFen: claimFenOf(present) };
  return {
    steps: afterStepsOfCase(db, present.id).map(({ addsNumber: _addsNumber, ...step }) => step),
    visits: visitsOfCase(db, present.id),
    subsidies: subsidiesOfCase(db, present.id),
    settings: readSetting(db, 'afterClosing').value,
    subsidyRules: [...fittingSubsidyRules(subsidised, readSetting(db, 'subsidies').value)],
  };
}

/** A case as the rules of what follows its closing see it. */
export function factsForSteps(
  db: ReadableDb,
  { id, facts }: RegisteredCase,
  { causeIndex }: Reference,
): AfterFacts {
  const cause = facts.cause === null ? undefined : matchCause(causeIndex, facts.cause.name);
  return afterFactsOf(
    {
      facts,
      closing: closingOfCase(db, id),
      agreement: agreementOfCase(db, id),
      parties: partiesOfCase(db, id),
      confirmation: confirmationOfCase(db, id),
    },
    cause === undefined ? undefined : causeRestriction(cause),
  );
}

/** The answer to a step that cannot be taken. */
export function stepRefused({ refusal, reason, instead }: Extract<StepDecision, { possible: false }>) {
  switch (refusal) {
    case 'notClosed':
      return refused('notClosed');
    case 'confirmationForbidden':
      return refused('confirmationForbidden', { reason: `${reason}${instead}` });
    case 'stepNotPossible':
      return refused('stepNotPossible', { reason, instead });
  }
}

/** What a step writes beside its own row, as its event tells it. */
export type StepEffect = {
  readonly before: Readonly<Record<string, unknown>>;
  readonly after: Readonly<Record<string, unknown>>;
  readonly addsNumber: boolean;
};

const nothing: StepEffect = { before: {}, after: {}, addsNumber: false };

type TakenStep = Omit<KeptAfterStep, 'id' | 'addsNumber'>;

/**
 * 裁定有效 is the confirmation that the figures count by its own day; a filing gives the case its new number, under
 * which it is found and counted once.
 */
export function carryOutStep(
  db: WritableDb,
  present: RegisteredCase,
  step: TakenStep,
  steps: readonly KeptAfterStep[],
): StepEffect {
  if (step.matter === 'confirmation' && step.step === 'confirm') {
    const asked = steps.findLast(({ matter, courtId }) => matter === 'confirmation' && courtId !== null);
    const courtId = step.courtId ?? asked?.courtId ?? null;
    saveConfirmation(db, present.id, { confirmedOn: step.on, courtId, number: step.number });
    return { ...nothing, after: { confirmedOn: step.on, courtId } };
  }
  const number =
    step.matter === 'transfer' && step.number !== null ? parseCaseNumber(step.number) : undefined;
  if (number === undefined || present.facts.courtNumbers.includes(number)) return nothing;
  if (present.facts.courtNumbers.length >= 10) {
    throw invalid({ path: 'step.number', message: '这件案件已经有十个案号，先在“案情”里整理。' });
  }
  return { ...withNumbers(db, present, [...present.facts.courtNumbers, number]), addsNumber: true };
}

/** Takes back what a cancelled step wrote beside its own row. */
export function undoStep(db: WritableDb, present: RegisteredCase, step: KeptAfterStep): StepEffect {
  if (step.matter === 'confirmation' && step.step === 'confirm') {
    const before = confirmationOfCase(db, present.id);
    deleteConfirmation(db, present.id);
    return { ...nothing, before: { confirmedOn: before?.confirmedOn ?? null } };
  }
  const { courtNumbers } = present.facts;
  const left = courtNumbers.filter((number) => number !== step.number);
  return step.addsNumber && left.length < courtNumbers.length ? withNumbers(db, present, left) : nothing;
}

/** The case's numbers anew; whoever amends the facts on an older page is told. */
function withNumbers(db: WritableDb, present: RegisteredCase, courtNumbers: CaseNumber[]): StepEffect {
  const facts = { ...present.facts, courtNumbers };
  checkNumbers(db, facts, present.id);
  if (!advanceVersion(db, present.id, present.version)) throw conflict('case');
  writeNumbers(db, present.id, facts);
  return {
    before: { courtNumbers: present.facts.courtNumbers },
    after: { courtNumbers },
    addsNumber: false,
  };
}

/** A court's number in its official form where it is one; otherwise as it was typed. */
export function officialNumber(number: string | null): string | null {
  return number === null ? null : (parseCaseNumber(number) ?? number);
}

/** The mediators of a case, principal first. */
export function mediatorIdsOf({ facts }: RegisteredCase): readonly number[] {
  return [...(facts.mediatorId === null ? [] : [facts.mediatorId]), ...facts.assistingMediatorIds];
}
