import { readFileSync } from 'node:fs';
import {
  type AgreementToCheck,
  type CheckedParty,
  type CheckedTerm,
  checkAgreement,
  loanPrimeRatesSchema,
} from '#shared/domain/agreement-checks.ts';
import { type CauseRestriction, causeRestriction, parseCauses } from '#shared/domain/cause-of-action.ts';
import { localDate } from '#shared/domain/local-date.ts';
import { fen } from '#shared/domain/money.ts';

export const resources = new URL('../../resources/', import.meta.url);
export const { oneYear: loanPrimeRates } = loanPrimeRatesSchema.parse(
  JSON.parse(readFileSync(new URL('loan-prime-rates.json', resources), 'utf8')),
);
const causes = parseCauses(readFileSync(new URL('causes-of-action/2025.tsv', resources), 'utf8'));

export function restrictionOf(name: string): CauseRestriction | null {
  const cause = causes.find((one) => one.name === name);
  return cause === undefined ? null : (causeRestriction(cause) ?? null);
}

export function aParty(changes: Partial<CheckedParty> = {}): CheckedParty {
  return {
    calling: '申请人张甲某',
    role: 'applicant',
    name: '张甲某',
    natural: true,
    birthOn: localDate('1990-03-07'),
    guardians: 0,
    agents: [],
    ...changes,
  };
}
export const respondent = aParty({ calling: '被申请人李乙某', role: 'respondent', name: '李乙某' });

export const payment: Extract<CheckedTerm, { kind: 'payment' }> = {
  kind: 'payment',
  payers: 1,
  amount: fen(30_000_00),
  liability: null,
  purpose: '货款',
  method: '银行转账',
  hasWayToPay: true,
  schedule: 'single',
  dueOn: [localDate('2026-12-31')],
};

/** An agreement in order: 委派 before filing, one against one, to be confirmed. */
function agreement(changes: Partial<AgreementToCheck> = {}): AgreementToCheck {
  return {
    channel: 'A',
    cause: '买卖合同纠纷',
    restriction: null,
    marks: [],
    organisationName: '鄂尔多斯市示例调解中心',
    parties: [aParty(), respondent],
    heldOn: [localDate('2026-11-18')],
    attendance: ['张甲某、李乙某'],
    mainFacts: '2025年3月1日，双方签订买卖合同。',
    terms: [payment],
    clauses: [],
    effect: 'judicialConfirmation',
    signedOn: localDate('2026-11-20'),
    signedByHand: false,
    agreedFen: fen(30_000_00),
    loanPrimeRates,
    confirmationInChannelB: false,
    ...changes,
  };
}
export const inB = { channel: 'B', effect: 'conciliationStatement' } as const;
export const text = (words: string): Partial<AgreementToCheck> => ({
  terms: [{ kind: 'text', text: words }],
  agreedFen: null,
});

export const codes = (changes: Partial<AgreementToCheck>) =>
  checkAgreement(agreement(changes)).map(({ code }) => code);
export const found = (changes: Partial<AgreementToCheck>) => checkAgreement(agreement(changes));
