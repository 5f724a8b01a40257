import type { ConsentForm } from './case-move.ts';
import type { Channel } from './channel.ts';
import type { LocalDate } from './local-date.ts';
import type { PartyRole } from './party.ts';

const consentSource = '法释〔2016〕14号 第11条；法释〔2021〕23号 第15条';

/** Why the parties are asked, by channel (domain.md §1.8). */
export const consentRules = {
  A: { sentence: '委派调解须经当事人同意', source: consentSource },
  B: {
    sentence: '委托调解须征得当事人同意',
    source: '法释〔2016〕14号 第11条；《关于严格依法规范民事案件立案与调解工作的意见》第2条',
  },
  C: { sentence: '当事人一方明确拒绝调解的，不得调解', source: '人民调解法 第17条' },
} as const satisfies Record<Channel, { sentence: string; source: string }>;

/** As much of a recorded consent as the rules ask for. */
export type StatedConsent = {
  readonly id: number;
  readonly partyId: number;
  readonly agreed: boolean;
  readonly form: ConsentForm;
  readonly givenOn: LocalDate;
  readonly beforeReferral: boolean;
};

type StatedParty = { readonly id: number; readonly role: PartyRole };

/** Without these nobody can be mediated; a third party or a guarantor may be asked too, but holds nothing up. */
const needed: ReadonlySet<PartyRole> = new Set(['applicant', 'respondent']);

/** What a party said last: the latest day, and of one day what was recorded last. */
export function latestConsent<Consent extends StatedConsent>(
  consents: readonly Consent[],
  partyId: number,
): Consent | null {
  return (
    consents
      .filter((consent) => consent.partyId === partyId)
      .toSorted((a, b) => a.givenOn.localeCompare(b.givenOn) || a.id - b.id)
      .at(-1) ?? null
  );
}

/** Whether applicants and respondents agree to be mediated (法释〔2016〕14号 第11条). */
export function consentState<Party extends StatedParty>(
  parties: readonly Party[],
  consents: readonly StatedConsent[],
) {
  const asked = parties
    .filter(({ role }) => needed.has(role))
    .map((party) => ({ party, consent: latestConsent(consents, party.id) }));
  const of = (wanted: boolean | null) =>
    asked.filter(({ consent }) => (consent?.agreed ?? null) === wanted).map(({ party }) => party);
  return {
    agreed: of(true),
    /** Whoever declines ends the mediation: a C21 closing is proposed, never made (法释〔2016〕14号 第26条第2项). */
    declined: of(false),
    unknown: of(null),
    complete: asked.length > 0 && asked.every(({ consent }) => consent?.agreed === true),
    /**
     * The court had both sides' agreement in writing before it referred the case, so nobody has to be asked again
     * (domain.md §2.2). 数据电文视为书面形式：民法典 第469条第3款.
     */
    beforeReferral:
      asked.length > 0 &&
      asked.every(
        ({ consent }) =>
          consent?.agreed === true && consent.beforeReferral === true && consent.form !== 'oral',
      ),
  };
}
