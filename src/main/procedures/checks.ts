import type { CheckedAgreement } from '#shared/contract/checks.ts';
import type { CaseId } from '#shared/contract/ids.ts';
import { contract } from '#shared/contract/index.ts';
import { type CheckContext, checksForMediationAgreement } from '#shared/documents/mediation-agreement.ts';
import type { DocumentKind } from '#shared/documents/model.ts';
import { joinedRates } from '#shared/domain/agreement-checks.ts';
import { agreementPapers } from '#shared/domain/case-so-far.ts';
import { causeRestriction, matchCause } from '#shared/domain/cause-of-action.ts';
import { cancelOverride, insertOverride, overridesOfCase } from '../register/overrides.ts';
import type { ReadableDb } from '../register/query.ts';
import { sessionsOfCase } from '../register/sessions.ts';
import { readSetting } from '../register/settings.ts';
import type { Reference } from '../resources.ts';
import { agreementDraft } from './agreement-draft.ts';
import { caseOf, liveCase } from './case-of.ts';
import { found, refused } from './errors.ts';
import { command } from './kinds.ts';

/** What the checks ask beside the agreement itself. */
export function checkContext(
  db: ReadableDb,
  caseId: CaseId,
  { causeIndex, loanPrimeRates }: Reference,
): CheckContext {
  const { facts } = caseOf(db, caseId);
  const cause = facts.cause === null ? undefined : matchCause(causeIndex, facts.cause.name);
  return {
    restriction: cause === undefined ? null : (causeRestriction(cause) ?? null),
    marks: facts.marks,
    attendance: sessionsOfCase(db, caseId).flatMap(({ attendance }) => attendance ?? []),
    loanPrimeRates: joinedRates(loanPrimeRates, readSetting(db, 'loanPrimeRates').value.oneYear),
    confirmationInChannelB: readSetting(db, 'afterClosing').value.confirmationInChannelB,
  };
}

/** What the checks find in the agreement of a case as the register has it now, each with its override. */
export function checksOfAgreement(db: ReadableDb, caseId: CaseId, reference: Reference): CheckedAgreement[] {
  const overrides = overridesOfCase(db, caseId);
  const context = checkContext(db, caseId, reference);
  return checksForMediationAgreement(agreementDraft(db, caseId), context).map((check) => {
    const override = overrides.find(
      ({ code, sentence }) => code === check.code && sentence === check.sentence,
    );
    return {
      ...check,
      override:
        override === undefined || !check.overridable
          ? null
          : { reason: override.reason, at: override.at, by: override.by },
    };
  });
}

/** What the law forbids of what the agreement says and nobody has overridden with a reason, each with its article. */
export function forbiddenWords(
  db: ReadableDb,
  kind: DocumentKind,
  caseId: CaseId,
  reference: Reference,
): readonly string[] {
  if (!agreementPapers.has(kind)) return [];
  return checksOfAgreement(db, caseId, reference)
    .filter(({ severity, override }) => severity === 'forbidden' && override === null)
    .map(({ sentence, article }) => `${sentence}（${article}）`);
}

const procedures = contract.checks;

export const checks = {
  override: command(
    'checks.override',
    procedures.override,
    (db, { caseId, code, sentence, reason }, { desk }) => {
      liveCase(db, caseId);
      const check = found(
        checksOfAgreement(db, caseId, desk.reference).find(
          (one) => one.code === code && one.sentence === sentence,
        ),
        'override',
      );
      if (!check.overridable) throw refused('notOverridable', { article: check.article ?? '' });
      if (check.override !== null) cancelOverride(db, caseId, check);
      insertOverride(db, caseId, { code, sentence, reason });
      db.event({
        subject: 'case',
        subjectId: caseId,
        what: 'checkOverridden',
        after: { check: sentence, article: check.article, reason },
      });
      return { caseId };
    },
  ),

  withdrawOverride: command(
    'checks.withdrawOverride',
    procedures.withdrawOverride,
    (db, { caseId, code, sentence }) => {
      liveCase(db, caseId);
      const standing = found(
        overridesOfCase(db, caseId).find((one) => one.code === code && one.sentence === sentence),
        'override',
      );
      cancelOverride(db, caseId, { code, sentence });
      db.event({
        subject: 'case',
        subjectId: caseId,
        what: 'overrideWithdrawn',
        before: { check: sentence, reason: standing.reason },
      });
      return { caseId };
    },
  ),
};
