export type WarningCode =
  | 'vagueTerm'
  | 'sumDiffers'
  | 'asksForJudgment'
  | 'guarantorLacking'
  | 'legalRepresentativeLacking'
  | 'agentLacksAuthority'
  | 'paymentMethodLacking'
  | 'datesOutOfOrder'
  | 'interestAboveLimit'
  | 'restrictedMatter'
  | 'enforcementNotGiven'
  | 'sharesLacking'
  | 'notPerformedAtOnce'
  | 'signedOnLeftOpen';

/** Something to look at before printing; it never stands in the way. The field is its path in the draft. */
export type DocumentWarning = {
  readonly code: WarningCode;
  readonly field: string;
  readonly sentence: string;
};

export type Warned = Iterable<DocumentWarning>;
