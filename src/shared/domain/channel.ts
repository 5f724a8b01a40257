import { z } from 'zod';
import { type LocalDate, localDate } from './local-date.ts';

export const channelCodes = ['A', 'B', 'C'] as const;
export const channelSchema = z.enum(channelCodes);
export type Channel = z.infer<typeof channelSchema>;

/** The three ways in which a case reaches the office; the way and the source are two facts. */
export const channels = {
  A: { label: '委派调解', meaning: '登记立案前由法院委派', source: '法释〔2016〕14号 第1条、第11条' },
  B: {
    label: '委托调解',
    meaning: '登记立案后由法院委托（先行调解、审前调解）',
    source: '法释〔2016〕14号 第1条、第11条',
  },
  C: {
    label: '自行受理',
    meaning: '综治中心移送或当事人直接申请，未经法院委派委托',
    source: '人民调解法 第17条',
  },
} as const satisfies Record<Channel, { label: string; meaning: string; source: string }>;

export const caseSourceCodes = [
  'courtFilingDivision',
  'tribunal',
  'governanceCentre',
  'partyApplication',
  'petitionTransfer',
  'other',
] as const;
export const caseSourceSchema = z.enum(caseSourceCodes);
export type CaseSource = z.infer<typeof caseSourceSchema>;

export const caseSources = {
  courtFilingDivision: { label: '法院立案庭' },
  tribunal: { label: '法庭' },
  governanceCentre: { label: '综治中心' },
  partyApplication: { label: '当事人申请' },
  petitionTransfer: { label: '政协或信访转办' },
  other: { label: '其他' },
} as const satisfies Record<CaseSource, { label: string }>;

export const procedureKinds = ['ordinary', 'summary', 'smallClaims'] as const;
export const procedureKindSchema = z.enum(procedureKinds);
export type ProcedureKind = z.infer<typeof procedureKindSchema>;

/** How long mediation may take; days are calendar days, and the day of receipt does not count (民事诉讼法 第85条). */
export type MediationPeriodRule = {
  readonly channel: Channel;
  /** Empty where the procedure makes no difference. */
  readonly procedures: readonly ProcedureKind[];
  readonly days: number;
  /** The most days that extensions may add in all with the consent of both sides. */
  readonly extensionDays: number | 'unlimited';
  readonly from: LocalDate;
  readonly to?: LocalDate;
  readonly source: string;
};

const inForce2016 = localDate('2016-07-01');
const lastDayOf2024 = localDate('2024-12-31');
const inForce2025 = localDate('2025-01-01');
const extension2025 = '最高人民法院《关于严格依法规范民事案件立案与调解工作的意见》(2025-01-01起) 第3条';

export const mediationPeriodRules: readonly MediationPeriodRule[] = [
  {
    channel: 'A',
    procedures: [],
    days: 30,
    extensionDays: 'unlimited',
    from: inForce2016,
    source: '法释〔2016〕14号 第27条',
  },
  {
    channel: 'B',
    procedures: ['ordinary'],
    days: 15,
    extensionDays: 'unlimited',
    from: inForce2016,
    to: lastDayOf2024,
    source: '法释〔2016〕14号 第27条',
  },
  {
    channel: 'B',
    procedures: ['summary', 'smallClaims'],
    days: 7,
    extensionDays: 'unlimited',
    from: inForce2016,
    to: lastDayOf2024,
    source: '法释〔2016〕14号 第27条',
  },
  {
    channel: 'B',
    procedures: ['ordinary'],
    days: 15,
    extensionDays: 30,
    from: inForce2025,
    source: `法释〔2016〕14号 第27条；${extension2025}`,
  },
  {
    channel: 'B',
    procedures: ['summary', 'smallClaims'],
    days: 7,
    extensionDays: 30,
    from: inForce2025,
    source: `法释〔2016〕14号 第27条；${extension2025}`,
  },
  {
    channel: 'C',
    procedures: [],
    days: 30,
    extensionDays: 'unlimited',
    from: inForce2016,
    source: '无法定期限；惯例为一个月（原《人民调解工作若干规定》司法部令第75号 第33条）',
  },
];

/** The rule for a case received on a day; undefined in channel B while the procedure is not known, and before the rules. */
export function mediationPeriodRule(
  channel: Channel,
  procedure: ProcedureKind | undefined,
  receivedOn: LocalDate,
): MediationPeriodRule | undefined {
  return mediationPeriodRules.find(
    (rule) =>
      rule.channel === channel &&
      (rule.procedures.length === 0 || (procedure !== undefined && rule.procedures.includes(procedure))) &&
      rule.from <= receivedOn &&
      (rule.to === undefined || receivedOn <= rule.to),
  );
}

export type MatchedSource = {
  readonly source: CaseSource;
  /** Only where the words name the way too. */
  readonly channel?: Channel;
};

const sourceWords: readonly { readonly words: readonly string[]; readonly matched: MatchedSource }[] = [
  {
    words: [
      '法院委派',
      '委派',
      '委派调解',
      '法院立案庭委派',
      '立案庭委派',
      '诉前委派',
      '诉前调解',
      '法院诉前委派',
    ],
    matched: { source: 'courtFilingDivision', channel: 'A' },
  },
  {
    words: [
      '法院委托',
      '委托',
      '委托调解',
      '法院立案庭委托',
      '立案庭委托',
      '立案后委托',
      '先行调解',
      '审前调解',
      '诉中委托',
    ],
    matched: { source: 'courtFilingDivision', channel: 'B' },
  },
  {
    words: ['法院立案庭', '立案庭', '法院移送', '法院', '诉讼服务中心'],
    matched: { source: 'courtFilingDivision' },
  },
  { words: ['法庭', '人民法庭', '派出法庭'], matched: { source: 'tribunal' } },
  { words: ['法庭委派', '人民法庭委派'], matched: { source: 'tribunal', channel: 'A' } },
  {
    words: ['法庭委托', '人民法庭委托', '业务庭委托', '审判庭委托'],
    matched: { source: 'tribunal', channel: 'B' },
  },
  {
    words: [
      '综治中心',
      '综治中心移送',
      '综治中心分流',
      '综治中心流转',
      '综治中心转办',
      '社会治安综合治理中心',
    ],
    matched: { source: 'governanceCentre', channel: 'C' },
  },
  {
    words: [
      '当事人申请',
      '当事人',
      '当事人直接申请',
      '自行申请',
      '依申请',
      '自行受理',
      '主动上门',
      '上门申请',
      '来访',
    ],
    matched: { source: 'partyApplication', channel: 'C' },
  },
  {
    words: [
      '政协或信访转办',
      '政协转办',
      '信访转办',
      '政协交办',
      '信访',
      '信访移送',
      '信访局转办',
      '政协信访转办',
    ],
    matched: { source: 'petitionTransfer', channel: 'C' },
  },
  { words: ['其他', '其它'], matched: { source: 'other' } },
];

/** The source, and where the words say so the channel, that a ledger's 案件来源 means; undefined for unknown words. */
export function matchCaseSource(text: string): MatchedSource | undefined {
  const folded = text.normalize('NFKC').replace(/[\s、/()]/g, '');
  return sourceWords.find((entry) => entry.words.includes(folded))?.matched;
}
