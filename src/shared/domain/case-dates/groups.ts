import { z } from 'zod';
import { addDays, type LocalDate } from '../local-date.ts';
import { type CaseMatter, caseMatterCodes, caseMatters } from './matters.ts';

export const todayGroupCodes = [
  'overdue',
  'today',
  'threeDays',
  'sevenDays',
  'waiting',
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
  /** The groups by time exclude each other; one by matter holds what those by time hold of it, and what is later. */
  readonly by: 'time' | 'matter';
  readonly matters: readonly CaseMatter[];
  /** The first and the last day, in days from today, both included; null: without a bound. */
  readonly from: number | null;
  readonly to: number | null;
};

const due = caseMatterCodes.filter((code) => caseMatters[code].day === 'due');
const waiting = caseMatterCodes.filter((code) => caseMatters[code].day === 'since');

function byTime(label: string, from: number | null, to: number): GroupFacts {
  return { label, by: 'time', matters: due, from, to };
}

/** Matters that may lie years away are shown when they come within `to` days. */
function byMatter(label: string, matters: readonly CaseMatter[], to: number | null = null): GroupFacts {
  return { label, by: 'matter', matters, from: null, to };
}

/** The groups of 今日 in the order of the page. */
export const todayGroups: Readonly<Record<TodayGroup, GroupFacts>> = {
  overdue: byTime('逾期', null, -1),
  today: byTime('今天', 0, 0),
  threeDays: byTime('3 天内', 1, 3),
  sevenDays: byTime('4–7 天', 4, 7),
  waiting: { label: '等着办', by: 'time', matters: waiting, from: null, to: null },
  acceptance: byMatter('待接收', ['acceptance', 'receipt']),
  signature: byMatter('待签署', ['signature']),
  confirmation: byMatter('司法确认期限', ['confirmation', 'mending']),
  instalment: byMatter('分期到期', ['instalment'], 30),
  visit: byMatter('回访', ['visit'], 30),
  archive: byMatter('待归档', ['archive']),
};

/** The matters of a group and the days between which they lie. */
export function todayRange(
  group: TodayGroup,
  today: LocalDate,
): {
  readonly matters: readonly CaseMatter[];
  readonly from: LocalDate | null;
  readonly to: LocalDate | null;
} {
  const { matters, from, to } = todayGroups[group];
  return {
    matters,
    from: from === null ? null : addDays(today, from),
    to: to === null ? null : addDays(today, to),
  };
}
