import type { Channel } from '../channel.ts';
import type { ClosingCode } from '../closing.ts';

/** Where a day lies against the period; `never` where there is no such day. */
export const dayStandings = ['before', 'within', 'after', 'never'] as const;
export type DayStanding = (typeof dayStandings)[number];

/** The days of a case that are counted by themselves, whenever it was received or closed. */
export const ownDays = ['confirmed', 'applied', 'rejected', 'performanceDue', 'paid'] as const;
export type OwnDay = (typeof ownDays)[number];

/** What is so of a case or is not so. */
export const caseFlags = [
  /** 部分达成 */
  'partly',
  /** 无财产内容 */
  'noProperty',
  /** An agreement that the court may confirm (民事诉讼法 第205条): channels A and C, C11 and C12. */
  'confirmable',
  /** 司法确认 was applied for, whenever. */
  'applied',
  /** 司法确认 was granted, whenever. */
  'confirmed',
  /** No day of application for 司法确认 is known. */
  'unapplied',
  /** Something is to be paid, and by when is not known. */
  'performanceUndated',
  /** Something was paid, and when is not known. */
  'paidUndated',
  /** Paid in full so far, or performed at once (C13), and nobody applied for enforcement. */
  'performed',
  /** The last day of the mediation period is known. */
  'dueKnown',
  /** Ended not later than that day. */
  'onTime',
  /** That day lies before the end of the reporting period. */
  'overdue',
] as const;
export type CaseFlag = (typeof caseFlags)[number];

const allowedDays = {
  before: ['before'],
  within: ['within'],
  byEnd: ['before', 'within'],
  known: ['before', 'within', 'after'],
  never: ['never'],
  pendingAtStart: ['within', 'after', 'never'],
  pendingAtEnd: ['after', 'never'],
} as const satisfies Readonly<Record<string, readonly DayStanding[]>>;

/**
 * Which cases a figure counts, as data; a case counts when every line that is given holds. The register makes its SQL
 * from it and its tables with it, and nothing else decides what is counted.
 */
export type CountRule = {
  /** The receipt day: before the period, in it, not after it, known at all, or not known. */
  readonly received: 'before' | 'within' | 'byEnd' | 'known' | 'never';
  /** The day of registration, where that decides. */
  readonly registered?: 'byEnd';
  /** The closing day: in the period; known at all; not before it; or neither before it nor in it. */
  readonly ended?: 'within' | 'known' | 'pendingAtStart' | 'pendingAtEnd';
  readonly codes?: readonly ClosingCode[];
  readonly channels?: readonly Channel[];
  /** A day of the case's own that lies in the period. */
  readonly within?: OwnDay;
  /** What else must be so of the case. */
  readonly flags?: readonly CaseFlag[];
};

/** How a case stands towards a period, as far as figures depend on it. */
export type CaseStanding = {
  readonly received: DayStanding;
  readonly registered: DayStanding;
  readonly ended: DayStanding;
  readonly code: ClosingCode | null;
  readonly channel: Channel;
  /** Which of its own days lie in the period. */
  readonly within: ReadonlySet<OwnDay>;
  readonly flags: ReadonlySet<CaseFlag>;
};

/** Whether a rule counts a case that stands so. */
export function counts(rule: CountRule, standing: CaseStanding): boolean {
  const allows = (name: keyof typeof allowedDays, day: DayStanding) =>
    (allowedDays[name] as readonly DayStanding[]).includes(day);
  return (
    allows(rule.received, standing.received) &&
    (rule.registered === undefined || allows(rule.registered, standing.registered)) &&
    (rule.ended === undefined || allows(rule.ended, standing.ended)) &&
    (rule.codes === undefined || (standing.code !== null && rule.codes.includes(standing.code))) &&
    (rule.channels?.includes(standing.channel) ?? true) &&
    (rule.within === undefined || standing.within.has(rule.within)) &&
    (rule.flags?.every((flag) => standing.flags.has(flag)) ?? true)
  );
}
