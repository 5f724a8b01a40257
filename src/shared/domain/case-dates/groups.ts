import { z } from 'zod';
import { addDays, type LocalDate } from '../local-date.ts';
import { type CaseMatter, caseMatterCodes, caseMatters } from './matters.ts';

export const todayGroupCodes = [
  'overdue',
  'today',
  'threeDays',
  'sevenDays',
  'acceptance',
  'signature',
  'confirmation',
  'instalment',
  'visit',
  'archive',
] as const;
export const todayGroupSchema = z.enum(todayGroupCodes);
export type TodayGroup = z.infer<typeof todayGroupSchema>;

type GroupFacts = {
  readonly label: string;
  readonly kind: 'time' | 'matter';
  readonly matters: readonly CaseMatter[];
  /** The first and last day of the group's matters, both included; left out, without a bound. */
  readonly from?: (today: LocalDate) => LocalDate;
  readonly to?: (today: LocalDate) => LocalDate;
};

const withLastDay = caseMatterCodes.filter((code) => caseMatters[code].day === 'due');
/** How far ahead matters are shown that may lie years away. */
const soonDays = 30;

/** The groups of 今日. Those by time exclude each other; one by matter holds what those by time hold of it, and what is later. */
export const todayGroups: Readonly<Record<TodayGroup, GroupFacts>> = {
  overdue: { label: '逾期', kind: 'time', matters: withLastDay, to: (today) => addDays(today, -1) },
  today: {
    label: '今天',
    kind: 'time',
    matters: withLastDay,
    from: (today) => today,
    to: (today) => today,
  },
  threeDays: {
    label: '3 天内',
    kind: 'time',
    matters: withLastDay,
    from: (today) => addDays(today, 1),
    to: (today) => addDays(today, 3),
  },
  sevenDays: {
    label: '4–7 天',
    kind: 'time',
    matters: withLastDay,
    from: (today) => addDays(today, 4),
    to: (today) => addDays(today, 7),
  },
  acceptance: { label: '待接收', kind: 'matter', matters: ['acceptance', 'receipt'] },
  signature: { label: '待签署', kind: 'matter', matters: ['signature'] },
  confirmation: { label: '司法确认期限', kind: 'matter', matters: ['confirmation'] },
  instalment: {
    label: '分期到期',
    kind: 'matter',
    matters: ['instalment'],
    to: (today) => addDays(today, soonDays),
  },
  visit: { label: '回访', kind: 'matter', matters: ['visit'], to: (today) => addDays(today, soonDays) },
  archive: { label: '待归档', kind: 'matter', matters: ['archive'] },
};
