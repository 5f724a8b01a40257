import { vagueTermsArticle } from '../vague-terms.ts';
import type { CheckSeverity } from './check.ts';

type CheckRule = {
  readonly severity: CheckSeverity;
  readonly overridable: boolean;
  /** The article that the check rests on; null where it is no more than care. */
  readonly article: string | null;
};

function forbidden(article: string): CheckRule {
  return { severity: 'forbidden', overridable: false, article };
}
function forbiddenUnlessExplained(article: string): CheckRule {
  return { severity: 'forbidden', overridable: true, article };
}
function warning(article: string | null): CheckRule {
  return { severity: 'warning', overridable: false, article };
}

/** Every check with what it rests on. Articles of the 民诉解释 are those of 法释〔2022〕11号. */
export const checkRules = {
  notMediable: forbidden('民诉解释 第143条'),
  statusNotMediable: forbiddenUnlessExplained('民诉解释 第143条'),
  identityNotConfirmable: forbiddenUnlessExplained('民诉解释 第355条第1款第3项'),
  rightNotConfirmable: forbiddenUnlessExplained('民诉解释 第355条第1款第5项'),
  restrictedMatter: warning('民诉解释 第355条'),
  rightPerhapsNotConfirmable: warning('民诉解释 第355条第1款第5项'),
  divorceByAgent: forbiddenUnlessExplained('民诉解释 第147条第2款'),
  effectOfOtherChannel: forbidden('法释〔2016〕14号 第19条、第20条'),
  confirmationAfterFiling: forbiddenUnlessExplained('法释〔2016〕14号 第20条；民事诉讼法 第205条'),
  statementBeforeFiling: forbiddenUnlessExplained('法释〔2016〕14号 第19条；民事诉讼法 第100条'),
  courtAsOrganisation: forbidden('法释〔2016〕14号 第24条'),
  sealLacking: forbidden('民事诉讼法 第205条；法释〔2016〕14号 第24条'),
  organisationDoubtful: warning('民事诉讼法 第205条'),
  childWithoutRepresentative: forbidden('民法典 第20条、第23条'),
  legalRepresentativeLacking: forbiddenUnlessExplained('民法典 第19条、第23条'),
  minorNotAmongParties: warning('民法典 第23条'),
  agentLacksAuthority: warning('民事诉讼法 第62条第2款'),
  asksForJudgment: forbidden('民事调解规定 第8条第2款'),
  guarantorLacking: forbiddenUnlessExplained('民事调解规定 第9条'),
  enforcementNotGiven: warning('民事诉讼法 第206条、第100条'),
  vagueTerm: warning(vagueTermsArticle),
  amountsDiffer: warning('民诉解释 第358条'),
  interestAboveLimit: warning('民间借贷规定 第25条、第28条、第29条'),
  interestNotChecked: warning('民间借贷规定 第25条、第28条、第29条'),
  sharesLacking: warning('民法典 第517条'),
  sumDiffers: warning(null),
  paymentMethodLacking: warning('民法典 第470条'),
  datesOutOfOrder: warning(null),
  notPerformedAtOnce: warning('民事诉讼法 第101条'),
  signedOnLeftOpen: warning(null),
  confirmationLate: warning('民事诉讼法 第205条'),
  confirmationDayOpen: warning('民事诉讼法 第205条'),
  confirmationOfOral: warning('民诉解释 第354条'),
  confirmationNotAgreed: warning('民事诉讼法 第205条'),
} as const satisfies Record<string, CheckRule>;
export type CheckCode = keyof typeof checkRules;
export const checkCodes = Object.keys(checkRules) as readonly CheckCode[] as readonly [
  CheckCode,
  ...CheckCode[],
];
