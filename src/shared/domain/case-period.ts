import type { CaseLife } from './case-life.ts';
import type { Channel, ProcedureKind } from './channel.ts';
import { addDays, daysBetween, type LocalDate } from './local-date.ts';
import {
  type MediationPeriod,
  mediationPeriod,
  type PeriodSettings,
  type Suspension,
  standstillsOf,
} from './period.ts';
import type { RestCalendars } from './rest-days.ts';

type PeriodFacts = {
  readonly channel: Channel;
  readonly procedureKind: ProcedureKind | null;
  readonly receivedOn: LocalDate | null;
};

/** The period of mediation of a case as it stands; undefined before the receipt, from which it runs. */
export function casePeriod(
  facts: PeriodFacts,
  life: Pick<CaseLife, 'acceptance' | 'extensions' | 'suspensions'>,
  settings: PeriodSettings,
  calendars: RestCalendars,
): MediationPeriod | undefined {
  if (facts.receivedOn === null) return undefined;
  return mediationPeriod({
    channel: facts.channel,
    procedureKind: facts.procedureKind ?? undefined,
    receivedOn: facts.receivedOn,
    receivedOnline: life.acceptance?.detail.online,
    extensions: life.extensions,
    suspensions: life.suspensions,
    settings,
    calendars,
  });
}

/** A suspension that still stood when the case was closed ended with it, and none began afterwards. */
function suspensionsUntil(closedOn: LocalDate, suspensions: readonly Suspension[]): readonly Suspension[] {
  return suspensions
    .filter(({ from }) => from <= closedOn)
    .map((one) => (one.to === undefined || one.to > closedOn ? { ...one, to: closedOn } : one));
}

/** Days after the receipt, up to the closing, on which the period stood still; one that still stands has no end to count to. */
function daysStoodStill(
  receivedOn: LocalDate | null,
  suspensions: readonly Suspension[],
  { stoppingGrounds }: PeriodSettings,
): number {
  if (receivedOn === null) return 0;
  return standstillsOf(suspensions, stoppingGrounds).reduce((days, { from, to }) => {
    const first = from > receivedOn ? from : addDays(receivedOn, 1);
    return to === undefined || to < first ? days : days + daysBetween(first, to) + 1;
  }, 0);
}

/**
 * The last day of the period of mediation and the calendar days on which it stood still, of a closed case as it stood
 * at its closing. `dueOn` is null where there is none to compute: before the receipt, while the period stands still,
 * or while the procedure that decides its length is not known (domain.md §2.5, §8.1 按期结案率).
 */
export function periodForFigures(
  facts: PeriodFacts & { readonly closedOn: LocalDate | null },
  life: Pick<CaseLife, 'acceptance' | 'extensions' | 'suspensions'>,
  settings: PeriodSettings,
  calendars: RestCalendars,
): { readonly dueOn: LocalDate | null; readonly suspendedDays: number } {
  const { closedOn, receivedOn } = facts;
  const suspensions = closedOn === null ? life.suspensions : suspensionsUntil(closedOn, life.suspensions);
  const period = casePeriod(facts, { ...life, suspensions }, settings, calendars);
  return {
    dueOn: period?.kind === 'determined' ? period.endsOn : null,
    suspendedDays: daysStoodStill(receivedOn, suspensions, settings),
  };
}
