import { z } from 'zod';
import type { Channel } from '../channel.ts';
import type { DossierFacts } from './facts.ts';

/** 卷的种类: 特邀调解卷 by the office's own list, 人民调解卷 by the form of the Ministry of Justice. */
export const dossierFormSchema = z.enum(['invited', 'peoples']);
export type DossierForm = z.infer<typeof dossierFormSchema>;

export const dossierItemSchema = z.enum([
  'referral',
  'complaint',
  'consent',
  'identity',
  'authority',
  'service',
  'inquiry',
  'evidence',
  'disclosure',
  'records',
  'extension',
  'undisputed',
  'agreement',
  'report',
  'outcome',
  'receipts',
  'performance',
  'visit',
  'other',
]);
export type DossierItem = z.infer<typeof dossierItemSchema>;

/** Why a case needs an item, in words; null: it does not, or nobody can tell from the register. */
export type Needed = (facts: DossierFacts) => string | null;

export type DossierEntry = {
  readonly item: DossierItem;
  readonly label: string;
  readonly labelIn?: Partial<Readonly<Record<Channel, string>>>;
  readonly needed: Needed;
  /** The rule in words, as it stands beside the item. */
  readonly rule: string;
};

const everyDossier: Needed = () => '每卷必备';
const never: Needed = () => null;
const fromCourt: Needed = ({ channel }) => (channel === 'C' ? null : '法院委派（委托）的案件必备');
const ifAny =
  (count: (facts: DossierFacts) => number, words: (count: number) => string): Needed =>
  (facts) =>
    count(facts) === 0 ? null : words(count(facts));

const authority: Needed = ({ agents, organisations }) => {
  const why = [
    ...(agents > 0 ? [`本案有委托代理人${agents}名`] : []),
    ...(organisations > 0 ? [`本案有单位当事人${organisations}个`] : []),
  ];
  return why.length === 0 ? null : why.join('，');
};

const records: Needed = ({ sessions, mediated }) =>
  sessions > 0 ? `本案调解${sessions}次` : mediated ? '本案经过调解' : null;

const agreement: Needed = ({ agreed }) => (agreed ? '本案达成协议' : null);
const outcome: Needed = ({ courtMatters }) =>
  courtMatters.length === 0 ? null : `本案办理了${courtMatters.join('、')}`;
const performance = ifAny(
  ({ payments }) => payments,
  (count) => `本案有到位款${count}笔`,
);
const visit = ifAny(
  ({ visits }) => visits,
  (count) => `本案回访${count}次`,
);

const authorityRule = '有委托代理人或者单位当事人的必备';
const optional = '有则入卷，不计分';

/** 特邀调解卷: no form of it is laid down for the whole country; the office's usual order (domain.md §5.13). */
const invited: readonly DossierEntry[] = [
  {
    item: 'referral',
    label: '委派（委托）函及回执',
    labelIn: { A: '委派函及回执', B: '委托函及回执', C: '受理登记表、移送函' },
    needed: everyDossier,
    rule: '每卷必备',
  },
  { item: 'complaint', label: '起诉状或调解申请书', needed: everyDossier, rule: '每卷必备' },
  { item: 'consent', label: '告知书与同意书', needed: everyDossier, rule: '每卷必备' },
  { item: 'identity', label: '当事人身份材料', needed: everyDossier, rule: '每卷必备' },
  { item: 'authority', label: '授权委托书、身份证明书', needed: authority, rule: authorityRule },
  { item: 'service', label: '送达地址确认书', needed: fromCourt, rule: '法院委派（委托）的案件必备' },
  { item: 'evidence', label: '证据材料', needed: never, rule: optional },
  {
    item: 'disclosure',
    label: '披露与回避记录',
    needed: ifAny(
      ({ disclosures }) => disclosures,
      (count) => `本案有披露${count}次`,
    ),
    rule: '有披露的必备（法释〔2016〕14号 第15条）',
  },
  { item: 'records', label: '调解笔录', needed: records, rule: '经过调解的必备' },
  {
    item: 'extension',
    label: '延长调解期限同意书',
    needed: ifAny(
      ({ extensions }) => extensions,
      (count) => `本案延期${count}次`,
    ),
    rule: '延期的必备（法释〔2016〕14号 第27条）',
  },
  {
    item: 'undisputed',
    label: '无争议事实记载表',
    needed: ({ undisputed, agreed, closed }) =>
      closed && !agreed && undisputed ? '未达成协议，记录了无争议事实' : null,
    rule: '未达成协议而记录了无争议事实的必备（法释〔2016〕14号 第22条）',
  },
  { item: 'agreement', label: '调解协议书或口头协议登记表', needed: agreement, rule: '达成协议的必备' },
  {
    item: 'report',
    label: '调解终结报告',
    needed: ({ closed }) => (closed ? '本案已经终结' : null),
    rule: '终结的必备（法释〔2016〕14号 第26条）',
  },
  {
    item: 'outcome',
    label: '司法确认、调解书或撤诉材料',
    needed: outcome,
    rule: '办理了其中一项的必备',
  },
  { item: 'receipts', label: '送达回证、签收材料', needed: never, rule: optional },
  { item: 'performance', label: '履行凭证', needed: performance, rule: '有到位款的必备' },
  { item: 'visit', label: '回访记录', needed: visit, rule: '回访过的必备' },
  { item: 'other', label: '其他材料', needed: never, rule: optional },
];

const ministry = '司法部人民调解文书格式';

/** 人民调解卷: the order of the Ministry's form of 2010 (domain.md §5.13). 卷宗情况说明 and 封底 close it. */
const peoples: readonly DossierEntry[] = [
  {
    item: 'complaint',
    label: '申请书或受理登记表',
    needed: everyDossier,
    rule: `每卷必备（${ministry}）`,
  },
  { item: 'consent', label: '权利义务告知书', needed: everyDossier, rule: `每卷必备（${ministry}）` },
  { item: 'identity', label: '当事人身份证明', needed: everyDossier, rule: `每卷必备（${ministry}）` },
  { item: 'authority', label: '授权委托书', needed: authority, rule: authorityRule },
  { item: 'referral', label: '委派（委托）函及回执', needed: fromCourt, rule: '法院委派（委托）的案件必备' },
  { item: 'inquiry', label: '调查记录', needed: never, rule: optional },
  { item: 'evidence', label: '证据材料', needed: never, rule: optional },
  { item: 'records', label: '调解记录', needed: records, rule: `经过调解的必备（${ministry}）` },
  { item: 'agreement', label: '调解协议书', needed: agreement, rule: `达成协议的必备（${ministry}）` },
  { item: 'performance', label: '履行凭证', needed: performance, rule: '有到位款的必备' },
  { item: 'visit', label: '回访记录', needed: visit, rule: '回访过的必备' },
  { item: 'outcome', label: '司法确认材料', needed: outcome, rule: '办理了司法确认等的必备' },
  { item: 'other', label: '其他材料', needed: never, rule: optional },
];

export const dossierForms = {
  invited: { label: '特邀调解卷', entries: invited },
  peoples: { label: '人民调解卷', entries: peoples },
} as const satisfies Record<DossierForm, { label: string; entries: readonly DossierEntry[] }>;

/** The item of a form under which a paper lies; what a form does not know lies under 其他材料. */
export function itemInForm(item: DossierItem, form: DossierForm): DossierItem {
  return dossierForms[form].entries.some((entry) => entry.item === item) ? item : 'other';
}
