/** What the facts are called that several papers have, where the register has moved on since they were issued. */

export const caseLabels = {
  documentNumber: '文书编号',
  courtCaseNumbers: '法院案号',
  channel: '通道',
  parties: '当事人',
  cause: '案由',
  mediationOrganisation: '调解组织',
} as const;

export const headLabels = { ...caseLabels, mediators: '调解员' } as const;

export const referringCourtLabel = '委派（委托）法院';
export const originLabel = '案件来源与委派（托）函';

/** What somebody owes, and what follows if he does not pay. */
export const termsLabels = { terms: '协议条款', defaultClause: '违约责任', costs: '费用负担' } as const;

/** What every agreement tells beside its head. */
export const agreedLabels = {
  mainFacts: '纠纷主要事实',
  disputedMatters: '争议事项',
  ...termsLabels,
} as const;
