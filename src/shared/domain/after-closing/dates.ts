import type { LocalDate } from '../local-date.ts';
import { type CalendarPeriodCode, type ComputedDueDate, calendarPeriod, calendarPeriods } from '../period.ts';
import type { RestCalendars } from '../rest-days.ts';
import { type AfterFacts, effectiveOn } from './facts.ts';
import type { MatterCode } from './matters.ts';
import { matterProgress, statementEffectiveOn } from './progress.ts';
import type { AfterStep } from './step.ts';

/** A last day that runs after the closing. */
export type AfterDate = {
  readonly matter: MatterCode;
  readonly code: CalendarPeriodCode;
  readonly label: string;
  /** Whose it is, where each party has its own. */
  readonly partyId: number | null;
  readonly due: ComputedDueDate;
};

/** The last day of the joint application, whether or not it was made; undefined where nothing took effect. 民事诉讼法 第205条 */
export function confirmationDeadline(
  facts: AfterFacts,
  calendars: RestCalendars,
): ComputedDueDate | undefined {
  const from = effectiveOn(facts);
  return from === null ? undefined : calendarPeriod('confirmationApplication', from, calendars);
}

/** The days that run in a matter as it stands; none where it rests with somebody who has no day set. */
export function afterDates(
  code: MatterCode,
  steps: readonly AfterStep[],
  facts: AfterFacts,
  calendars: RestCalendars,
): readonly AfterDate[] {
  const { state, steps: taken } = matterProgress(code, steps, facts);
  const dated = (
    period: CalendarPeriodCode,
    from: LocalDate | null | undefined,
    partyId: number | null = null,
  ) =>
    from === null || from === undefined
      ? []
      : [
          {
            matter: code,
            code: period,
            label: calendarPeriods[period].label,
            partyId,
            due: calendarPeriod(period, from, calendars),
          },
        ];
  const dayOf = (step: string) => taken.findLast((one) => one.step === step)?.on;
  switch (code) {
    case 'confirmation':
      // What was sent back and is never mended has to be asked for again within the same days.
      if (['open', 'sentBack', 'rejected', 'notAccepted', 'withdrawn'].includes(state)) {
        return dated('confirmationApplication', effectiveOn(facts));
      }
      if (state === 'confirmed') {
        return taken
          .filter(({ step }) => step === 'serve')
          .flatMap(({ on, partyId }) => dated('partyObjection', on, partyId));
      }
      return dated('confirmationReview', acceptedInThisRound(taken));
    case 'transfer':
      return state === 'sent' && facts.channel !== 'B' ? dated('courtFiling', dayOf('send')) : [];
    case 'enforcement':
      return state === 'open' || state === 'withdrawn'
        ? dated('enforcementApplication', enforceableFrom(steps, facts))
        : [];
    case 'statement':
    case 'withdrawal':
      return [];
  }
}

function acceptedInThisRound(taken: readonly AfterStep[]): LocalDate | undefined {
  const round = taken.slice(taken.findLastIndex(({ step }) => step === 'apply'));
  return round.findLast(({ step }) => step === 'accept')?.on;
}

/** From the last day of performance, or from the day the title took effect where none is named (民事诉讼法 第250条). */
function enforceableFrom(steps: readonly AfterStep[], facts: AfterFacts): LocalDate | null {
  const confirmed = matterProgress('confirmation', steps, facts);
  const title =
    confirmed.state === 'confirmed'
      ? (confirmed.steps.findLast(({ step }) => step === 'confirm')?.on ??
        facts.confirmationOnRecord?.confirmedOn ??
        null)
      : statementEffectiveOn(steps, facts);
  return title === null ? null : (facts.agreement?.lastDueOn ?? title);
}
