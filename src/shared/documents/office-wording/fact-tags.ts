import { capitalAmount } from '../../domain/capital-amount.ts';
import { chineseNumeral } from '../../domain/chinese-numeral.ts';
import {
  agentAuthorityLabels,
  channelLabels,
  consentFormLabels,
  contactMeansLabels,
  procedureKindLabels,
  recusalDecisionLabels,
  satisfactionLabels,
  visitPerformanceLabels,
} from '../../domain/glossary.ts';
import { chineseNumeralDate, formatLocalDate, localDateSchema } from '../../domain/local-date.ts';
import { type Fen, formatYuan } from '../../domain/money.ts';
import { mediatorNames } from '../case-head.ts';
import { formWords, type Narrated, narrativeBlocks } from '../mediation-agreement/narrative.ts';
import type { MediationAgreementFacts } from '../mediation-agreement.ts';
import type { MediationRecordFacts } from '../mediation-record.ts';
import { wordsOf } from '../model.ts';
import { callingsOf } from '../party-words.ts';
import { endTags } from './end-tags.ts';
import { factWords, room } from './fact-words.ts';
import { partyTags } from './party-tags.ts';
import { clock, day, type FactTags, plain } from './plain-tags.ts';

function parties(says: 'names' | 'everything'): FactTags {
  return partyTags(says).map((tag) => ({ ...tag, fill: ({ value }) => tag.fill(value) }));
}

const sessionResults: Readonly<Record<string, string>> = {
  agreed: '各方当事人达成一致',
  continue: '未达成协议，继续调解',
  adjourned: '改期进行',
  failed: '调解不成',
};

const contents = '协议须写明纠纷的主要事实、争议事项和调解结果（法释〔2016〕14号 第24条）';
const inTheTerms: FactTags = [];

/**
 * The tags that each fact of a paper gives, by the fact's name; a kind of paper comes first where it says a fact in its
 * own way. An empty list: its words stand in the body or in the clauses and nowhere else.
 */
export const factTags: Readonly<Record<string, FactTags>> = {
  documentNumber: plain('文书编号', '调解室的文书编号', { room: 10 }),
  courtCaseNumbers: plain('法院案号', '法院的案号，几个用顿号分开；没有的为空'),
  channel: plain('通道', Object.values(channelLabels).join('、'), { labels: channelLabels }),
  parties: parties('names'),
  'mediationAgreement.parties': parties('everything'),
  'peoplesAgreement.parties': parties('everything'),
  'oralAgreement.parties': parties('everything'),
  'confirmationApplication.parties': parties('everything'),
  'withdrawalApplication.parties': parties('everything'),
  cause: plain('案由', '如买卖合同纠纷'),
  mediationOrganisation: [
    {
      name: '调解组织',
      about: '主持调解的调解组织',
      fill: ({ value }) => (value as { readonly name: string }).name,
    },
  ],
  mediators: [
    {
      name: '调解员',
      about: '调解员姓名；几个人的注明主持、协助',
      fill: ({ value }) => mediatorNames(value as Parameters<typeof mediatorNames>[0]),
    },
  ],
  court: plain('法院', '法院全称；与法院无关的为空'),
  procedureKind: plain('适用程序', '普通程序、简易程序；没有登记的为空', { labels: procedureKindLabels }),
  customaryDays: plain('调解天数', '自行受理的纠纷一般在几日内完成'),
  filedOn: day('法院收案日期', '法院收到起诉状或者立案的日期'),
  consented: plain('同意调解的方式', '如书面、口头记录', { labels: consentFormLabels }),
  contact: plain('法院联系人', '联系人和电话'),
  papers: plain('移交材料', '几样材料用顿号分开', { room: 16 }),
  origin: [
    {
      name: '调解由来',
      about: '整段写好：谁在哪天委派（委托、移送、申请），由谁在哪天用什么方式调解',
      fill: ({ facts }) => {
        const [first] = narrativeBlocks(facts as Narrated);
        return (first?.runs ?? []).map(wordsOf).join('');
      },
    },
  ],
  sessions: [
    {
      name: '调解过程',
      about: '各次调解的日期、地点、方式',
      fill: ({ value }) =>
        (value as MediationAgreementFacts['sessions'])
          .map(
            ({ heldOn, place, form }) =>
              `${formatLocalDate(heldOn)}${place === null ? '' : `在${place}`}以${formWords[form]}方式`,
          )
          .join('，'),
    },
  ],
  mainFacts: plain('纠纷主要事实', '登记的纠纷主要事实', { needed: contents }),
  disputedMatters: plain('争议事项', '登记的争议事项', { needed: contents }),
  terms: inTheTerms,
  defaultClause: inTheTerms,
  costs: inTheTerms,
  finalSettlement: inTheTerms,
  outcome: inTheTerms,
  recorderSigns: [],
  signedOn: [
    ...day('签订日期', '如 2026年11月20日；没有登记的留空手填'),
    {
      name: '签订日期大写',
      about: '如 二〇二六年十一月二十日',
      fill: ({ value }) => {
        const signed = localDateSchema.safeParse(value);
        return signed.success ? chineseNumeralDate(signed.data) : factWords(value, undefined, 10);
      },
    },
  ],
  agreedAmount: [
    {
      name: '协议金额',
      about: '如 45,000.00，单位元；没有金额的为空',
      fill: ({ value }) => (value === null ? '' : formatYuan(value as Fen)),
    },
    {
      name: '协议金额大写',
      about: '如 肆万伍仟元整',
      fill: ({ value }) => (value === null ? '' : capitalAmount(value as Fen)),
    },
  ],
  agreementForm: [],
  agreedOn: day('达成日期', '达成口头协议的日期'),
  ordinal: [
    {
      name: '次数',
      about: '第几次调解：一、二、三',
      fill: ({ value }) => chineseNumeral(Number(value)),
    },
  ],
  heldOn: day('调解日期', '如 2026年11月12日'),
  startedAt: clock('开始时间'),
  endedAt: clock('结束时间'),
  form: plain('调解方式', Object.values(formWords).join('、'), { labels: formWords }),
  place: plain('调解地点', '视频等不在一处的为空', { room: 16 }),
  attendance: plain('到场人', '登记的到场人', { room: 24 }),
  agentsPresent: [
    {
      name: '到场代理人',
      about: '登记的到场人里有姓名的委托代理人，每人一遍；没有的为空',
      inside: [
        { name: '被代理人', about: '如 申请人、第一被申请人' },
        { name: '姓名', about: '代理人的姓名' },
        { name: '代理权限', about: Object.values(agentAuthorityLabels).join('、') },
      ],
      fill: ({ value, facts: record }) => {
        const { agentsPresent, parties: all } = record as MediationRecordFacts;
        const callings = callingsOf(all);
        return (value as typeof agentsPresent).map(({ authority, name, party }) => ({
          被代理人: callings[party] ?? '',
          姓名: name,
          代理权限: factWords(authority, agentAuthorityLabels, 6),
        }));
      },
    },
  ],
  notes: plain('调解经过', '登记的笔录内容', { needed: '笔录须写明调解经过' }),
  disputed: plain('争议焦点', '没有登记的为空'),
  undisputed: plain('无争议事实', '没有登记的为空'),
  proposals: plain('调解方案', '没有登记的为空'),
  result: plain('调解结果', Object.values(sessionResults).join('、'), { labels: sessionResults }),
  nextOn: day('下次日期', '下次调解或者回访的日期；没有的为空'),
  mediatorName: plain('披露的调解员', '披露的调解员姓名'),
  matter: plain('披露事项', '登记的披露事项', { needed: '记录须写明披露的事项' }),
  disclosedOn: day('披露日期', '披露的日期'),
  applicantsConsentedOn: day('申请人同意日期', '没有登记的留空手填'),
  respondentsConsentedOn: day('被申请人同意日期', '没有登记的留空手填'),
  consentForm: plain('同意形式', Object.values(consentFormLabels).join('、'), { labels: consentFormLabels }),
  decision: plain('决定', Object.values(recusalDecisionLabels).join('、'), { labels: recusalDecisionLabels }),
  decidedBy: plain('决定人', '作出决定的组织或者法院'),
  visitedOn: day('回访日期', '回访的日期'),
  means: plain('回访方式', Object.values(contactMeansLabels).join('、'), { labels: contactMeansLabels }),
  visited: plain('被回访人', '被回访的当事人'),
  performance: plain('履行情况', Object.values(visitPerformanceLabels).join('、'), {
    labels: visitPerformanceLabels,
  }),
  satisfaction: plain('满意程度', Object.values(satisfactionLabels).join('、'), {
    labels: satisfactionLabels,
  }),
  remarks: plain('情况说明', '没有登记的留空手填', { room: 24 }),
  endsOn: day('原到期日', '没有这次延长的最后一天'),
  days: plain('延长天数', '延长几日'),
  extendedTo: day('延长后的到期日', '延长后的最后一天'),
  ground: plain('撤诉理由', '已达成协议、已履行完毕', {
    labels: { agreed: '当事人已经自愿达成调解协议', performed: '协议约定的义务已经履行完毕' },
  }),
  'undisputedFacts.facts': [
    {
      name: '无争议事实',
      about: '各次笔录记下的无争议事实，每件一遍；没有登记的留空手填',
      inside: [
        { name: '序号', about: '一、二、三' },
        { name: '事实', about: '一件事实' },
      ],
      insteadOf: ['正文'],
      needed: '记载表须写明无争议的事实',
      fill: ({ value }) =>
        (Array.isArray(value) ? value : [room(24)]).map((one, place) => ({
          序号: chineseNumeral(place + 1),
          事实: factWords(one, undefined),
        })),
    },
  ],
  agreementPaper: [],
  ...endTags,
  sides: [
    {
      name: '各方',
      about: '纠纷各方的姓名',
      fill: ({ value }) => (value as readonly { readonly name: string }[]).map(({ name }) => name).join('、'),
    },
  ],
  agentPapers: [],
};

/** The tags of a fact of a paper; undefined: nobody has said yet how it is put into words. */
export function tagsOfFact(kind: string, field: string): FactTags | undefined {
  return factTags[`${kind}.${field}`] ?? factTags[field];
}
