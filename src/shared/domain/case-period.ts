import type { CaseLife } from './case-life.ts';
import type { Channel, ProcedureKind } from './channel.ts';
import type { LocalDate } from './local-date.ts';
import { type MediationPeriod, mediationPeriod, type PeriodSettings } from './period.ts';
import type { RestCalendars } from './rest-days.ts';

/** The period of mediation of a case as it stands; undefined before the receipt, from which it runs. */
export function casePeriod(
  facts: {
    readonly channel: Channel;
    readonly procedureKind: ProcedureKind | null;
    readonly receivedOn: LocalDate | null;
  },
  life: CaseLife,
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
