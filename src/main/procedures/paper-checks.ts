import type { CheckedAgreement } from '#shared/contract/checks.ts';
import type { CaseId } from '#shared/contract/ids.ts';
import { checksForMediationAgreement } from '#shared/documents/mediation-agreement.ts';
import type { DocumentKind } from '#shared/documents/model.ts';
import { effectiveOn } from '#shared/domain/after-closing.ts';
import { agreementPapers } from '#shared/domain/case-so-far.ts';
import { checkConfirmation } from '#shared/domain/confirmation-checks.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import { calendarPeriod } from '#shared/domain/period.ts';
import { afterStepsOfCase } from '../register/after-steps.ts';
import { agreementOfCase } from '../register/agreements.ts';
import { restCalendars } from '../register/calendars.ts';
import type { ReadableDb } from '../register/query.ts';
import type { Reference } from '../resources.ts';
import { factsForSteps } from './after-closing.ts';
import { agreementDraft } from './agreement-draft.ts';
import { caseOf } from './case-of.ts';
import { checkContext, checksOfAgreement } from './checks.ts';
import type { Desk } from './desk.ts';

/** What somebody has to look at before a document goes over the table, each with its override where it may have one. */
export function checksOfPaper(
  db: ReadableDb,
  kind: DocumentKind,
  caseId: CaseId,
  { reference, today }: Pick<Desk, 'reference' | 'today'>,
): CheckedAgreement[] {
  if (agreementPapers.has(kind)) return checksOfAgreement(db, caseId, reference);
  return kind === 'confirmationApplication' ? checksOfConfirmation(db, caseId, reference, today()) : [];
}

/** 民事诉讼法 第205条: thirty days from the day on which the agreement took effect, which may be before the case is closed. */
function checksOfConfirmation(
  db: ReadableDb,
  caseId: CaseId,
  reference: Reference,
  today: LocalDate,
): CheckedAgreement[] {
  const agreement = agreementOfCase(db, caseId);
  if (agreement === null) return [];
  const from = effectiveOn(factsForSteps(db, caseOf(db, caseId), reference)) ?? agreement.signedOn;
  const applied = afterStepsOfCase(db, caseId).findLast(
    ({ matter, step }) => matter === 'confirmation' && step === 'apply',
  );
  const draft = agreementDraft(db, caseId);
  return checkConfirmation(
    {
      form: agreement.form,
      effect: agreement.effect,
      effectiveOn: from,
      lastDay:
        from === null ? null : calendarPeriod('confirmationApplication', from, restCalendars(db)).endsOn,
      day: applied?.on ?? today,
    },
    checksForMediationAgreement(
      { ...draft, outcome: { kind: 'judicialConfirmation' } },
      checkContext(db, caseId, reference),
    ),
  ).map((check) => ({ ...check, override: null }));
}
