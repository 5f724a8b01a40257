import type { AgreementCheck, AgreementToCheck, Finding } from './agreement-checks/check.ts';
import { clauses } from './agreement-checks/clauses.ts';
import { checkRules } from './agreement-checks/codes.ts';
import { days } from './agreement-checks/days.ts';
import { effects } from './agreement-checks/effect.ts';
import { interest } from './agreement-checks/interest.ts';
import { matters } from './agreement-checks/matters.ts';
import { payments } from './agreement-checks/payments.ts';
import { people } from './agreement-checks/people.ts';

export type {
  AgreementCheck,
  AgreementToCheck,
  CheckedClause,
  CheckedParty,
  CheckedTerm,
  CheckSeverity,
} from './agreement-checks/check.ts';
export { type CheckCode, checkCodes, checkRules } from './agreement-checks/codes.ts';
export {
  defaultOfficeLoanPrimeRates,
  joinedRates,
  type LoanPrimeRate,
  loanPrimeRateSchema,
  loanPrimeRatesSchema,
  officeLoanPrimeRatesSchema,
} from './agreement-checks/loan-prime-rate.ts';

function judged({ code, field, sentence, severity, overridable }: Finding): AgreementCheck {
  const rule = checkRules[code];
  const weight = severity ?? rule.severity;
  return {
    code,
    severity: weight,
    sentence,
    article: rule.article,
    field,
    overridable: weight === 'forbidden' && (overridable ?? rule.overridable),
  };
}

/**
 * Everything that the law forbids in an agreement, and then what a careful clerk would point out (domain.md §5.5). What is
 * not known yet is judged by no rule.
 */
export function checkAgreement(agreement: AgreementToCheck): readonly AgreementCheck[] {
  const found = [
    ...matters(agreement),
    ...effects(agreement),
    ...clauses(agreement),
    ...people(agreement),
    ...payments(agreement),
    ...days(agreement),
    ...interest(agreement),
  ].map(judged);
  return [
    ...found.filter(({ severity }) => severity === 'forbidden'),
    ...found.filter(({ severity }) => severity === 'warning'),
  ];
}
