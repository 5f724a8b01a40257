import type { CauseRestriction } from '../cause-of-action.ts';
import type { Channel } from '../channel.ts';
import type { ClosingCode } from '../closing.ts';
import type { LocalDate } from '../local-date.ts';
import type { PartyRole } from '../party.ts';
import { obligationsOf, type PerformedAgreement } from '../performance.ts';
import { mediatedClosings } from './confirmation-usual.ts';

/** As much of a case as the rules of what follows its closing ask for. */
export type AfterFacts = {
  readonly channel: Channel;
  readonly closing: { readonly code: ClosingCode; readonly closedOn: LocalDate } | null;
  readonly agreement: {
    readonly signedOn: LocalDate | null;
    /** What the parties chose as its effect; null: nobody has said. */
    readonly effect: string | null;
    /** Those who pay or are paid. */
    readonly boundPartyIds: readonly number[];
    /** The last day on which something is due; null: none is named. */
    readonly lastDueOn: LocalDate | null;
  } | null;
  readonly parties: readonly { readonly id: number; readonly role: PartyRole }[];
  readonly restriction: CauseRestriction | undefined;
  /** The ruling that was written down without its steps, as an import does. */
  readonly confirmationOnRecord: { readonly confirmedOn: LocalDate | null } | null;
};

/**
 * The day on which the agreement took effect: the last signature (法释〔2016〕14号 第24条第2款), which is the closing day of
 * C11 where no signature is recorded; null where there is no agreement.
 */
export function effectiveOn({ closing, agreement }: AfterFacts): LocalDate | null {
  if (closing === null || !mediatedClosings.includes(closing.code)) return null;
  return agreement?.signedOn ?? closing.closedOn;
}

/**
 * Those whose signatures a 调解书 needs: the parties, and a third person who owes or gets something (民诉解释 第150条); a
 * guarantor who does not sign keeps it from nobody (《民事调解工作若干问题的规定》(2020修正) 第9条第2款).
 */
export function partiesToSign({ parties, agreement }: AfterFacts): readonly number[] {
  const bound = agreement?.boundPartyIds ?? [];
  return parties
    .filter(
      ({ id, role }) =>
        role === 'applicant' || role === 'respondent' || (role === 'thirdParty' && bound.includes(id)),
    )
    .map(({ id }) => id);
}

/** A case as its page and the register hold it. */
export type ClosedCase = {
  readonly facts: { readonly channel: Channel };
  readonly closing: { readonly code: ClosingCode; readonly closedOn: LocalDate } | null;
  readonly agreement: (PerformedAgreement & { readonly effect: string | null }) | null;
  readonly parties: readonly { readonly id: number; readonly role: PartyRole }[];
  readonly confirmation: { readonly confirmedOn: LocalDate | null } | null;
};

/** What the rules ask for, from a case; `restriction` is what the law says of its cause. */
export function afterFactsOf(
  { facts, closing, agreement, parties, confirmation }: ClosedCase,
  restriction: CauseRestriction | undefined,
): AfterFacts {
  const obligations = agreement === null ? [] : obligationsOf(agreement);
  const days = obligations.flatMap(({ dueOn }) => (dueOn === null ? [] : [dueOn])).toSorted();
  return {
    channel: facts.channel,
    closing,
    agreement:
      agreement === null
        ? null
        : {
            signedOn: agreement.signedOn,
            effect: agreement.effect,
            boundPartyIds: obligations.flatMap(({ payers, payees }) => [...payers, ...payees]),
            lastDueOn: days.at(-1) ?? null,
          },
    parties,
    restriction,
    confirmationOnRecord: confirmation,
  };
}
