import type { LinkKind } from './case-link.ts';
import { type CaseMark, caseMarks } from './case-mark.ts';
import { type ConsentForm, consentForms } from './case-move.ts';
import { type CaseStatus, caseStatuses } from './case-status.ts';
import type { CauseEdition } from './cause-of-action.ts';
import { type CaseSource, type Channel, caseSources, channels, type ProcedureKind } from './channel.ts';
import { type ClosingCode, type ClosingOutcome, closings } from './closing.ts';
import { type ContactMeans, type ContactResult, contactMeans, contactResults } from './contact.ts';
import { type RecusalDecision, recusalDecisions } from './disclosure.ts';
import type { OtherRow } from './ledger/facts.ts';
import type { AgentAuthority, AgentKind, IdKind, PartyKind, PartyRole, Sex } from './party.ts';
import { type Satisfaction, satisfactions, type VisitPerformance, visitPerformances } from './visit.ts';

function labelsOf<Key extends string>(
  table: Readonly<Record<Key, { readonly label: string }>>,
): Readonly<Record<Key, string>> {
  const labels: Partial<Record<Key, string>> = {};
  for (const key of Object.keys(table) as Key[]) {
    labels[key] = table[key].label;
  }
  return labels as Record<Key, string>;
}

export const partyRoleLabels = {
  applicant: '申请人',
  respondent: '被申请人',
  thirdParty: '第三人',
  guarantor: '担保人',
} as const satisfies Record<PartyRole, string>;

export const partyKindLabels = {
  naturalPerson: '自然人',
  legalPerson: '法人',
  otherOrganisation: '非法人组织',
  soleTrader: '个体工商户',
  villageCommittee: '村（居）民委员会、嘎查',
} as const satisfies Record<PartyKind, string>;

export const idKindLabels = {
  residentId: '居民身份证',
  creditCode: '统一社会信用代码',
  passport: '护照',
  hongKongMacaoPermit: '港澳居民来往内地通行证',
  taiwanPermit: '台湾居民来往大陆通行证',
  hkMoTwResidence: '港澳台居民居住证',
  foreignPermanentResidence: '外国人永久居留身份证',
  other: '其他证件',
} as const satisfies Record<IdKind, string>;

/** What stands before the number of such a document in a document's party line. */
export const idNumberLabels = {
  residentId: '公民身份号码',
  creditCode: '统一社会信用代码',
  passport: '护照号码',
  hongKongMacaoPermit: '港澳居民来往内地通行证号码',
  taiwanPermit: '台湾居民来往大陆通行证号码',
  hkMoTwResidence: '港澳台居民居住证号码',
  foreignPermanentResidence: '外国人永久居留身份证号码',
  other: '证件号码',
} as const satisfies Record<IdKind, string>;

export const sexLabels = { male: '男', female: '女' } as const satisfies Record<Sex, string>;

export const agentKindLabels = {
  lawyer: '律师',
  legalWorker: '基层法律服务工作者',
  closeRelative: '近亲属',
  staff: '工作人员',
  recommended: '社区、单位推荐的公民',
  guardian: '法定代理人',
} as const satisfies Record<AgentKind, string>;

export const agentAuthorityLabels = {
  general: '一般授权',
  special: '特别授权',
} as const satisfies Record<AgentAuthority, string>;

export const procedureKindLabels = {
  ordinary: '普通程序',
  summary: '简易程序',
  smallClaims: '小额诉讼程序',
} as const satisfies Record<ProcedureKind, string>;

export const closingOutcomeLabels = {
  success: '成功',
  failure: '未成',
  returned: '退回',
} as const satisfies Record<ClosingOutcome, string>;

export const causeEditionLabels = {
  '2020': '2020年版',
  '2025': '2025年版',
} as const satisfies Record<CauseEdition, string>;

/** Rows of a ledger that are no case of their own; 'continuation': further persons of the case above. */
export const leftOutRowLabels = {
  blank: '空行',
  total: '合计或小计',
  repeatedHead: '重复的表头',
  note: '说明文字',
  continuation: '并入上一案的其他当事人',
} as const satisfies Record<OtherRow['why'] | 'continuation', string>;

export const caseMarkLabels: Readonly<Record<CaseMark, string>> = labelsOf(caseMarks);
export const channelLabels: Readonly<Record<Channel, string>> = labelsOf(channels);
export const caseSourceLabels: Readonly<Record<CaseSource, string>> = labelsOf(caseSources);
export const caseStatusLabels: Readonly<Record<CaseStatus, string>> = labelsOf(caseStatuses);
export const closingLabels: Readonly<Record<ClosingCode, string>> = labelsOf(closings);
export const consentFormLabels: Readonly<Record<ConsentForm, string>> = labelsOf(consentForms);
export const contactMeansLabels: Readonly<Record<ContactMeans, string>> = labelsOf(contactMeans);
export const contactResultLabels: Readonly<Record<ContactResult, string>> = labelsOf(contactResults);
export const linkKindLabels = {
  series: '系列案',
  sameDispute: '同一纠纷',
  related: '相关案件',
} as const satisfies Record<LinkKind, string>;
export const recusalDecisionLabels: Readonly<Record<RecusalDecision, string>> = labelsOf(recusalDecisions);
export const visitPerformanceLabels: Readonly<Record<VisitPerformance, string>> = labelsOf(visitPerformances);
export const satisfactionLabels: Readonly<Record<Satisfaction, string>> = labelsOf(satisfactions);
