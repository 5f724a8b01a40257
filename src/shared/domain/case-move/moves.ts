import type { CaseStatus } from '../case-status.ts';
import { type Channel, channelCodes } from '../channel.ts';
import type { Role } from '../role.ts';
import type { MoveCode } from './detail.ts';

/** What should be on record before a move: named on the case page, never a reason to refuse (see `case-needs`). */
export type Need =
  | 'bothSides'
  | 'cause'
  | 'claim'
  | 'dispute'
  | 'letter'
  | 'papers'
  | 'judge'
  | 'courtNumber'
  | 'procedureKind'
  | 'receivedBy'
  | 'consents'
  | 'mediator'
  | 'recusalCheck'
  | 'rightsNotice'
  | 'serviceAddress'
  | 'session'
  | 'agreementTerms'
  | 'agreementPaper'
  | 'failureReason'
  | 'undisputedFacts'
  | 'filedDossier';

export type MoveRule = {
  /** What the button says. */
  readonly label: string;
  /** What it is called where a channel has a word of its own. */
  readonly labelIn?: Partial<Readonly<Record<Channel, string>>>;
  /** What the day of the move is called. */
  readonly day: string;
  readonly from: readonly CaseStatus[];
  /** `same`: a move that adds something and leaves the state, such as an extension. */
  readonly to: CaseStatus | 'same';
  readonly channels: readonly Channel[];
  readonly by: readonly Role[];
  readonly needs: readonly Need[];
  /** What is kept of it, as the history says it. */
  readonly records: string;
  readonly source: string;
};

const office: readonly Role[] = ['mediator', 'clerk', 'administrator'];
const desk: readonly Role[] = ['clerk', 'administrator'];
const byCourt: readonly Channel[] = ['A', 'B'];
const running = ['accepted', 'consent', 'appointed', 'mediating'] as const satisfies readonly CaseStatus[];

/**
 * The state machine of a case (domain.md §2.1, §2.2): nothing moves a case but a line of this table. A receipt that is
 * registered with the case takes `accept` at once, a recorded session `mediate`, a saved agreement `agree`: whoever
 * writes down what happened need not press a second button. `takeBack` is no line: it undoes the last one, with a reason.
 */
export const moves: Readonly<Record<MoveCode, MoveRule>> = {
  dispatch: {
    label: '发出委派/委托函',
    labelIn: { A: '发出委派函', B: '发出委托函' },
    day: '发出日期',
    from: ['registered'],
    to: 'dispatched',
    channels: byCourt,
    by: desk,
    needs: ['letter', 'papers', 'judge', 'courtNumber'],
    records: '发出日期、移交材料清单',
    source: '法释〔2016〕14号 第11条',
  },
  decline: {
    label: '退回重新指定',
    day: '不接收日期',
    from: ['dispatched'],
    to: 'registered',
    channels: byCourt,
    by: office,
    needs: [],
    records: '日期、不接收或逾期未确认的原因',
    source: '法释〔2021〕23号 第12条',
  },
  accept: {
    label: '签收接收',
    labelIn: { C: '登记受理' },
    day: '接收日期',
    from: ['registered', 'dispatched'],
    to: 'accepted',
    channels: channelCodes,
    by: office,
    needs: ['procedureKind', 'receivedBy'],
    records: '接收日期（期限起算）、接收人、是否平台确认',
    source: '法释〔2016〕14号 第27条第3款',
  },
  seekConsent: {
    label: '开始征询意愿',
    day: '开始日期',
    from: ['accepted'],
    to: 'consent',
    channels: channelCodes,
    by: office,
    needs: [],
    records: '开始联系对方的日期',
    source: '法释〔2021〕23号 第15条',
  },
  appoint: {
    label: '确定调解员',
    day: '确定日期',
    from: ['accepted', 'consent'],
    to: 'appointed',
    channels: channelCodes,
    by: desk,
    needs: ['consents', 'recusalCheck'],
    records: '主持和协助调解员、产生方式、回避核查结果',
    source: '法释〔2016〕14号 第12条、第13条、第15条',
  },
  replace: {
    label: '更换调解员',
    day: '更换日期',
    from: ['appointed', 'mediating', 'suspended'],
    to: 'same',
    channels: channelCodes,
    by: desk,
    needs: ['recusalCheck'],
    records: '申请人、理由、决定人；不重新计算期限',
    source: '法释〔2016〕14号 第13条',
  },
  inform: {
    label: '权利义务告知',
    day: '告知日期',
    from: [...running, 'suspended', 'agreed'],
    to: 'same',
    channels: channelCodes,
    by: office,
    needs: [],
    records: '告知日期和形式',
    source: '法释〔2016〕14号 第14条',
  },
  mediate: {
    label: '开始调解',
    day: '开始日期',
    from: ['accepted', 'consent', 'appointed'],
    to: 'mediating',
    channels: channelCodes,
    by: office,
    needs: ['consents', 'mediator', 'rightsNotice', 'serviceAddress'],
    records: '开始调解的日期',
    source: '法释〔2016〕14号 第14条',
  },
  suspend: {
    label: '中止',
    day: '中止首日',
    from: ['mediating'],
    to: 'suspended',
    channels: channelCodes,
    by: office,
    needs: [],
    records: '中止原因、起日、报告对象',
    source: '法释〔2016〕14号 第18条；法释〔2021〕23号 第26条',
  },
  resume: {
    label: '恢复调解',
    day: '中止末日',
    from: ['suspended'],
    to: 'mediating',
    channels: channelCodes,
    by: office,
    needs: [],
    records: '中止的最后一天',
    source: '法释〔2021〕23号 第26条',
  },
  extend: {
    label: '登记延期',
    day: '登记日期',
    from: [...running, 'suspended', 'agreed'],
    to: 'same',
    channels: channelCodes,
    by: office,
    needs: [],
    records: '延长天数、双方同意的日期和形式、凭证',
    source: '法释〔2016〕14号 第27条第2款',
  },
  agree: {
    label: '达成合意',
    day: '达成日期',
    from: running,
    to: 'agreed',
    channels: channelCodes,
    by: office,
    needs: ['session', 'agreementTerms'],
    records: '达成合意的日期',
    source: '法释〔2016〕14号 第23条',
  },
  reopen: {
    label: '继续调解',
    day: '日期',
    from: ['agreed'],
    to: 'mediating',
    channels: channelCodes,
    by: office,
    needs: [],
    records: '没有签成的原因',
    source: '法释〔2021〕23号 第25条第7项',
  },
  close: {
    label: '结案',
    day: '终结日期',
    from: ['registered', 'dispatched', ...running, 'suspended', 'agreed'],
    to: 'closed',
    channels: channelCodes,
    by: office,
    needs: ['agreementPaper', 'failureReason', 'undisputedFacts'],
    records: '终结日期、终结方式、原因',
    source: '法释〔2016〕14号 第26条；法释〔2021〕23号 第25条',
  },
  archive: {
    label: '归档',
    day: '归档日期',
    from: ['closed'],
    to: 'archived',
    channels: channelCodes,
    by: desk,
    needs: ['filedDossier'],
    records: '卷号、页数、保管期限、存放处',
    source: '人民调解法 第27条',
  },
};

/** What a move is called in a channel: a court delegates (委派) before filing and entrusts (委托) after it. */
export function moveLabel(code: MoveCode, channel: Channel): string {
  const { label, labelIn } = moves[code];
  return labelIn?.[channel] ?? label;
}
