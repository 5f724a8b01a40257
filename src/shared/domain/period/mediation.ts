import {
  type Channel,
  type MediationPeriodRule,
  mediationPeriodRule,
  type ProcedureKind,
} from '../channel.ts';
import { addDays, type LocalDate } from '../local-date.ts';
import { type RestCalendars, sortedYears } from '../rest-days.ts';
import { agreedOn, type Extension, type ExtensionProblem, missingConsents } from './extension.ts';
import type { PeriodSettings } from './settings.ts';
import {
  type PeriodStep,
  type StepSources,
  type SuspensionOutcome,
  stepsOf,
  suspensionOutcome,
} from './steps.ts';
import { type Counting, type Stretch, stretchOf } from './stretch.ts';
import { type Suspension, type SuspensionGround, standstillsOf } from './suspension.ts';

export type MediationPeriodFacts = {
  readonly channel: Channel;
  readonly procedureKind: ProcedureKind | undefined;
  /** The day on which the papers were signed for, or acceptance was confirmed on the platform. */
  readonly receivedOn: LocalDate;
  readonly receivedOnline?: boolean | undefined;
  readonly extensions: readonly Extension[];
  readonly suspensions: readonly Suspension[];
  readonly settings: PeriodSettings;
  readonly calendars: RestCalendars;
};

export type ExtensionOutcome =
  /** The dates are not known while the period stands still. */
  | {
      readonly extension: Extension;
      readonly counted: true;
      readonly from: LocalDate | undefined;
      readonly endsOn: LocalDate | undefined;
    }
  | { readonly extension: Extension; readonly counted: false; readonly problem: ExtensionProblem };

type ComputedPeriod = {
  readonly rule: MediationPeriodRule;
  /** Days that the period has without extensions. */
  readonly days: number;
  /** Days that counted extensions add. */
  readonly extensionDays: number;
  /** Days that further extensions may still add. */
  readonly extensionDaysLeft: number | 'unlimited';
  /** Days on which the period stood still. */
  readonly suspendedDays: number;
  readonly steps: readonly PeriodStep[];
  readonly extensions: readonly ExtensionOutcome[];
  readonly suspensions: readonly SuspensionOutcome[];
  /** Years without a calendar on which the result rests; see `missingCalendarSentence`. */
  readonly uncertainYears: readonly number[];
};

export type MediationPeriod =
  | { readonly kind: 'undetermined'; readonly reason: 'procedureKindMissing' | 'noRule' }
  | ({
      readonly kind: 'determined';
      readonly naturalEndsOn: LocalDate;
      /** The last day, after moving off days off. */
      readonly endsOn: LocalDate;
    } & ComputedPeriod)
  | ({
      readonly kind: 'standing';
      readonly since: LocalDate;
      readonly grounds: readonly SuspensionGround[];
      /** Days left when mediation is taken up again, agreed extensions included. */
      readonly daysLeft: number;
    } & ComputedPeriod);

const receiptSources = {
  signed: '法释〔2016〕14号 第27条第3款',
  online: '法释〔2021〕23号 第24条第2款',
  customary: '无条文，自接收（受理）之日起算为惯例',
} as const;

function sourcesOf(facts: MediationPeriodFacts, rule: MediationPeriodRule, days: number): StepSources {
  const ours = facts.channel === 'C';
  const receipt = ours ? 'customary' : facts.receivedOnline === true ? 'online' : 'signed';
  return {
    receipt: receiptSources[receipt],
    // The period of mediation is no period of litigation: both articles are followed by analogy, and this is where it shows.
    startDay: facts.settings.countStartDay
      ? '本室设置：接收当日计入'
      : ours
        ? '参照民法典 第201条第1款'
        : '参照民事诉讼法 第85条第2款',
    mediation: days === rule.days ? rule.source : `${rule.source}；本室设置为 ${days} 日`,
    extension: ours ? '双方当事人同意（惯例）' : rule.source,
    rollForward: ours ? '参照民法典 第203条第1款' : '参照民事诉讼法 第85条第3款',
  };
}

/**
 * The period of mediation (法释〔2016〕14号 第27条, 法释〔2021〕23号 第24条, 民事诉讼法 第85条): calendar days, the day of receipt
 * not counted, suspended days passed over, the end moved off days off.
 *
 * An extension goes on from the day after the last day that then was: the moved one, not the natural one. 第85条第3款 makes
 * the first day after the holiday the day on which the period expires (民法典 第203条: its last day), so it is the 原到期日 that
 * the parties prolong; counted from the natural day, five days agreed on before 国庆 would add nothing. Suspended days
 * before it have already moved that day, those after it lengthen the extension. Consent counts up to and on the last day,
 * which ends at midnight (民法典 第203条第2款). Extensions are taken in the order in which they were agreed; one without both
 * consents, too late, or beyond the limit is listed with its problem and left out as a whole.
 */
export function mediationPeriod(facts: MediationPeriodFacts): MediationPeriod {
  const { channel, procedureKind, receivedOn, settings } = facts;
  const rule = mediationPeriodRule(channel, procedureKind, receivedOn);
  if (rule === undefined) {
    const known = mediationPeriodRule(channel, 'ordinary', receivedOn) !== undefined;
    return { kind: 'undetermined', reason: known ? 'procedureKindMissing' : 'noRule' };
  }
  const days = channel === 'C' ? (settings.customaryDays ?? rule.days) : rule.days;
  const counting: Counting = {
    standstills: standstillsOf(facts.suspensions, settings.stoppingGrounds),
    calendars: facts.calendars,
    rollForward: settings.rollForward,
  };
  const base = stretchOf(settings.countStartDay ? receivedOn : addDays(receivedOn, 1), days, counting);
  const limit = settings.extensionDays[channel] ?? rule.extensionDays;
  const extended = extend(base, facts.extensions, limit, counting);
  const { end } = extended.stretches.at(-1) ?? base;
  const since = end.kind === 'standing' ? end.since : undefined;
  const steps = stepsOf(receivedOn, extended.stretches, sourcesOf(facts, rule, days));
  const computed: ComputedPeriod = {
    rule,
    days,
    extensionDays: extended.usedDays,
    extensionDaysLeft: limit === 'unlimited' ? limit : limit - extended.usedDays,
    suspendedDays: steps.reduce((sum, step) => sum + (step.what === 'suspension' ? step.days : 0), 0),
    steps,
    extensions: extended.outcomes,
    suspensions: facts.suspensions.map((one) => suspensionOutcome(one, steps, settings, since)),
    uncertainYears: sortedYears(extended.stretches.flatMap((one) => one.uncertainYears)),
  };
  return end.kind === 'ended'
    ? { ...computed, kind: 'determined', naturalEndsOn: end.naturalEndsOn, endsOn: end.endsOn }
    : {
        ...computed,
        kind: 'standing',
        since: end.since,
        grounds: end.grounds,
        daysLeft: end.daysLeft + extended.waitingDays,
      };
}

type Extended = {
  readonly stretches: readonly Stretch[];
  /** In the order of the input. */
  readonly outcomes: readonly ExtensionOutcome[];
  readonly usedDays: number;
  /** Agreed days that will be counted once the period runs again. */
  readonly waitingDays: number;
};

function extend(
  base: Stretch,
  extensions: readonly Extension[],
  limit: number | 'unlimited',
  counting: Counting,
): Extended {
  const stretches = [base];
  let end = base.end;
  let usedDays = 0;
  let waitingDays = 0;
  const take = (extension: Extension): ExtensionOutcome => {
    const agreed = agreedOn(extension);
    if (agreed === undefined) {
      return refused(extension, { code: 'consentMissing', of: missingConsents(extension) });
    }
    if (end.kind === 'ended' && agreed > end.endsOn) {
      return refused(extension, { code: 'afterDue', agreedOn: agreed, dueOn: end.endsOn });
    }
    if (limit !== 'unlimited' && usedDays + extension.days > limit) {
      return refused(extension, { code: 'overLimit', limitDays: limit, usedDays });
    }
    usedDays += extension.days;
    if (end.kind === 'standing') {
      waitingDays += extension.days;
      return { extension, counted: true, from: undefined, endsOn: undefined };
    }
    const from = addDays(end.endsOn, 1);
    const stretch = stretchOf(from, extension.days, counting);
    stretches.push(stretch);
    end = stretch.end;
    return { extension, counted: true, from, endsOn: end.kind === 'ended' ? end.endsOn : undefined };
  };
  const outcomes = extensions
    .map((extension, index) => ({ extension, index, agreed: agreedOn(extension) ?? '' }))
    .sort((left, right) => (left.agreed < right.agreed ? -1 : left.agreed > right.agreed ? 1 : 0))
    .map(({ extension, index }) => ({ index, outcome: take(extension) }))
    .sort((left, right) => left.index - right.index)
    .map(({ outcome }) => outcome);
  return { stretches, outcomes, usedDays, waitingDays };
}

function refused(extension: Extension, problem: ExtensionProblem): ExtensionOutcome {
  return { extension, counted: false, problem };
}
