import { addDays, daysBetween, type LocalDate } from '../local-date.ts';
import { type RestCalendars, type RestSpan, workingDayOnOrAfter } from '../rest-days.ts';
import type { Standstill, SuspensionGround } from './suspension.ts';

/** Days of one kind, first and last included. */
export type Span = { readonly from: LocalDate; readonly to: LocalDate; readonly days: number };

export type StretchPart =
  | ({ readonly what: 'counted' } & Span)
  | ({ readonly what: 'standstill'; readonly grounds: readonly SuspensionGround[] } & Span)
  /** The days by which the end moves to a working day; the days off include the natural last day. */
  | ({ readonly what: 'rollForward'; readonly restDays: readonly RestSpan[] } & Span);

export type StretchEnd =
  | { readonly kind: 'ended'; readonly naturalEndsOn: LocalDate; readonly endsOn: LocalDate }
  /** A suspension has not ended: the last day cannot be known. */
  | {
      readonly kind: 'standing';
      readonly since: LocalDate;
      readonly grounds: readonly SuspensionGround[];
      readonly daysLeft: number;
    };

/** A number of days counted one after the other. Its parts lie end to end: each day belongs to one. */
export type Stretch = {
  readonly parts: readonly StretchPart[];
  readonly end: StretchEnd;
  readonly uncertainYears: readonly number[];
};

export type Counting = {
  readonly standstills: readonly Standstill[];
  readonly calendars: RestCalendars;
  readonly rollForward: boolean;
};

function span(from: LocalDate, to: LocalDate): Span {
  return { from, to, days: daysBetween(from, to) + 1 };
}

function standing(stop: Standstill, since: LocalDate, daysLeft: number): StretchEnd {
  return { kind: 'standing', since, grounds: stop.grounds, daysLeft };
}

/** Counts at least one day from the first, passing over standstills, and moves the end off days off. */
export function stretchOf(firstDay: LocalDate, days: number, counting: Counting): Stretch {
  const parts: StretchPart[] = [];
  let day = firstDay;
  let left = days;
  for (const stop of counting.standstills) {
    if (stop.to !== undefined && stop.to < day) {
      continue;
    }
    if (stop.from > addDays(day, left - 1)) {
      break;
    }
    if (stop.from > day) {
      const counted = span(day, addDays(stop.from, -1));
      parts.push({ what: 'counted', ...counted });
      left -= counted.days;
      day = stop.from;
    }
    if (stop.to === undefined) {
      return { parts, end: standing(stop, stop.from, left), uncertainYears: [] };
    }
    parts.push({ what: 'standstill', grounds: stop.grounds, ...span(day, stop.to) });
    day = addDays(stop.to, 1);
  }
  const naturalEndsOn = addDays(day, left - 1);
  parts.push({ what: 'counted', ...span(day, naturalEndsOn) });
  return counting.rollForward
    ? rolledForward(parts, naturalEndsOn, counting)
    : { parts, end: { kind: 'ended', naturalEndsOn, endsOn: naturalEndsOn }, uncertainYears: [] };
}

// The last day must be one on which people work and the period does not stand still: a suspension that begins while the
// end is being moved over a holiday moves it further.
function rolledForward(
  parts: StretchPart[],
  naturalEndsOn: LocalDate,
  { calendars, standstills }: Counting,
): Stretch {
  const uncertainYears: number[] = [];
  let reached = naturalEndsOn;
  let candidate = naturalEndsOn;
  for (;;) {
    const answer = workingDayOnOrAfter(calendars, candidate);
    const { day, passed } = answer;
    uncertainYears.push(...answer.uncertainYears);
    const stop = standstills.find(({ from, to }) => from <= day && (to === undefined || day <= to));
    const rolledTo = stop === undefined ? day : addDays(stop.from, -1);
    if (rolledTo > reached) {
      const restDays = passed.filter(({ from }) => from <= rolledTo);
      parts.push({ what: 'rollForward', restDays, ...span(addDays(reached, 1), rolledTo) });
    }
    if (stop === undefined) {
      return { parts, end: { kind: 'ended', naturalEndsOn, endsOn: day }, uncertainYears };
    }
    if (stop.to === undefined) {
      return { parts, end: standing(stop, stop.from, 0), uncertainYears };
    }
    parts.push({ what: 'standstill', grounds: stop.grounds, ...span(stop.from, stop.to) });
    reached = stop.to;
    candidate = addDays(stop.to, 1);
  }
}
