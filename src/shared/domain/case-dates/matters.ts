import { z } from 'zod';
import { calendarPeriods, workingDayPeriods } from '../period.ts';

export const caseMatterCodes = [
  'period',
  'acceptance',
  'nextSession',
  'confirmation',
  'instalment',
  'visit',
  'archive',
  'receipt',
  'procedureKind',
  'suspended',
  'signature',
  'mending',
] as const;
export const caseMatterSchema = z.enum(caseMatterCodes);
/** What somebody has to look at a case for, on a day. */
export type CaseMatter = z.infer<typeof caseMatterSchema>;

type MatterFacts = {
  readonly label: string;
  /** Whether the day is the last one for it, or the one since which it waits; what only waits is never overdue. */
  readonly day: 'due' | 'since';
  /** What to do, in one line. */
  readonly todo: string;
  /** What to do once the day has passed, where that is something else. */
  readonly late?: string;
  /** The article, or whose rule it is. */
  readonly source: string;
};

/** The matters of 今日, with what to do and why (domain.md §2.1, §2.4, §2.5). */
export const caseMatters: Readonly<Record<CaseMatter, MatterFacts>> = {
  period: {
    label: '调解期限',
    day: 'due',
    todo: '期限内结案，或者在到期前征得双方同意后延期',
    late: '结案；到期前双方已同意延期的，补登记延期',
    source: '法释〔2016〕14号 第27条',
  },
  acceptance: {
    label: '待接收',
    day: 'due',
    todo: '签收接收，或者退回重新指定',
    late: '逾期未确认：签收接收，或者退回重新指定',
    source: workingDayPeriods.confirmAcceptance.source,
  },
  nextSession: {
    label: '调解期日',
    day: 'due',
    todo: '到期调解，记一次调解',
    late: '期日已过，没有记录：补记调解，或者另定日期',
    source: '上次调解时约定',
  },
  confirmation: {
    label: '司法确认期限',
    day: 'due',
    todo: '双方共同申请司法确认',
    late: '已过申请期限：不能再申请，告知当事人其他途径，并在协议里改为不申请',
    source: calendarPeriods.confirmationApplication.source,
  },
  instalment: {
    label: '付款到期',
    day: 'due',
    todo: '提醒按期付款；已付的记到位款',
    late: '没有到位记录：问清是否已付，已付的记到位款',
    source: '调解协议的约定',
  },
  visit: { label: '回访', day: 'due', todo: '回访，记下履行情况和满意度', source: '上次回访时约定' },
  archive: {
    label: '待归档',
    day: 'due',
    todo: '整理卷宗，归档',
    source: '人民调解法 第27条；结案后 30 日内为本室惯例',
  },
  receipt: {
    label: '已登记，未接收',
    day: 'since',
    todo: '发出委派、委托函，或者填接收日期',
    source: '法释〔2016〕14号 第27条第3款：期限自接收之日起算',
  },
  procedureKind: {
    label: '缺程序类型',
    day: 'since',
    todo: '填写程序类型，调解期限才能计算',
    source: '法释〔2016〕14号 第27条：普通程序 15 日，简易程序 7 日',
  },
  suspended: {
    label: '中止中',
    day: 'since',
    todo: '看事由是否消失；消失了的恢复调解，期限才接着算',
    source: '法释〔2016〕14号 第18条；法释〔2021〕23号 第26条',
  },
  mending: {
    label: '退回补正',
    day: 'since',
    todo: '补交法院要的材料；限期内不补的，按撤回申请处理',
    source: '民诉解释 第356条、第357条',
  },
  signature: {
    label: '待签署',
    day: 'since',
    todo: '印出协议书，请各方签名盖章，再结案；拒签的继续调解或者结案',
    source: '法释〔2016〕14号 第24条；法释〔2021〕23号 第25条第7项',
  },
};
