import { confirmationUsual, mediatedClosings } from '../after-closing/confirmation-usual.ts';
import type { CaseLife } from '../case-life.ts';
import { casePeriod } from '../case-period.ts';
import { type CaseStatus, caseStatuses } from '../case-status.ts';
import type { Channel, ProcedureKind } from '../channel.ts';
import { type ClosingCode, closings } from '../closing.ts';
import { addDays, type LocalDate } from '../local-date.ts';
import { calendarPeriod, type MediationPeriod, type PeriodSettings, workingDayPeriod } from '../period.ts';
import type { RestCalendars } from '../rest-days.ts';
import type { CaseMatter } from './matters.ts';

/** A day on which somebody has to look at a case; of each matter a case has one at most. */
export type CaseDate = { readonly matter: CaseMatter; readonly dueOn: LocalDate };

/** A sum that the agreement says is to be paid, in fen; null: it says no day. */
export type DuePayment = { readonly dueOn: LocalDate | null; readonly amountFen: number };

/** What the days of a case depend on; today is no part of it. */
export type DatedCase = {
  readonly status: CaseStatus;
  readonly channel: Channel;
  readonly procedureKind: ProcedureKind | null;
  readonly receivedOn: LocalDate | null;
  readonly registeredOn: LocalDate;
  /** Came with a ledger: its files were put away before there was this program. */
  readonly imported: boolean;
  readonly life: CaseLife;
  readonly sessions: readonly { readonly heldOn: LocalDate; readonly nextOn: LocalDate | null }[];
  readonly agreement: {
    readonly signedOn: LocalDate | null;
    /** What the parties chose as its effect; null: nobody has said. */
    readonly effect: string | null;
    readonly payments: readonly DuePayment[];
  } | null;
  readonly paidFen: number;
  readonly closing: { readonly code: ClosingCode; readonly closedOn: LocalDate } | null;
  /** The court has been asked to confirm the agreement, or has confirmed it. */
  readonly confirmationApplied: boolean;
  /** The court has sent the application back (退回补正), and it has not been mended since. */
  readonly confirmationSentBackOn: LocalDate | null;
  readonly visits: readonly { readonly visitedOn: LocalDate; readonly nextOn: LocalDate | null }[];
};

/** Days after the closing within which the files are archived: no article says so (domain.md §2.1, ST10). */
const archiveDays = 30;

const underWay: readonly CaseStatus[] = ['accepted', 'consent', 'appointed', 'mediating', 'agreed'];

/** The day on which the agreement of a case took effect, the last signature (法释〔2016〕14号 第24条); null while there is none. */
function effectiveOn({ agreement, closing }: DatedCase): LocalDate | null {
  if (agreement === null) return null;
  if (closing === null) return agreement.signedOn;
  return closings[closing.code].outcome === 'success' ? (agreement.signedOn ?? closing.closedOn) : null;
}

/** The day from which the thirty days of 民事诉讼法 第205条 run, while the parties may want to ask for it and have not. */
function confirmableSince(facts: DatedCase): LocalDate | null {
  const { agreement, channel, closing, imported, status } = facts;
  const effect = agreement?.effect ?? null;
  if (facts.confirmationApplied) return null;
  if (closing === null) return effect === 'judicialConfirmation' ? (agreement?.signedOn ?? null) : null;
  if (!mediatedClosings.includes(closing.code)) return null;
  // What was put away, here or with an older ledger, is only waited for where the parties said so.
  const over = imported || status === 'archived';
  const wanted = over
    ? effect === 'judicialConfirmation'
    : effect === 'judicialConfirmation' || confirmationUsual({ channel, code: closing.code, effect });
  return wanted ? (agreement?.signedOn ?? closing.closedOn) : null;
}

/** The period of mediation of an open case; undefined before the receipt. */
function openPeriod(
  facts: DatedCase,
  settings: PeriodSettings,
  calendars: RestCalendars,
): MediationPeriod | undefined {
  return caseStatuses[facts.status].open ? casePeriod(facts, facts.life, settings, calendars) : undefined;
}

/** The day that the last meeting set for the next, while nothing was recorded since. */
function nextMeeting<Meeting extends { readonly nextOn: LocalDate | null }>(
  meetings: readonly Meeting[],
  heldOn: (meeting: Meeting) => LocalDate,
): LocalDate | null {
  const last = meetings.reduce<Meeting | null>(
    (latest, one) => (latest === null || heldOn(one) >= heldOn(latest) ? one : latest),
    null,
  );
  return last?.nextOn ?? null;
}

/** The first day whose payments are not covered by what was paid, set off as `performanceOf` does (民法典 第560条). */
function firstUnpaid(payments: readonly DuePayment[], paidFen: number): LocalDate | null {
  const dated = payments.filter((one): one is DuePayment & { dueOn: LocalDate } => one.dueOn !== null);
  let left = paidFen;
  for (const { dueOn, amountFen } of dated.toSorted((one, other) => (one.dueOn < other.dueOn ? -1 : 1))) {
    left -= amountFen;
    if (left < 0) return dueOn;
  }
  return null;
}

/** Since when the parties have agreed and not signed; a case that was registered by an older program has no such move. */
function agreedSince({ life, sessions, receivedOn, registeredOn }: DatedCase): LocalDate {
  const move = life.moves.findLast(({ code }) => code === 'agree');
  const lastSession = sessions.map(({ heldOn }) => heldOn).toSorted();
  return move?.on ?? lastSession.at(-1) ?? receivedOn ?? registeredOn;
}

/**
 * The days on which somebody has to look at a case (domain.md §2.1, §2.4, §2.5). A case that a ledger brought in closed
 * has none of its own, so that last year's ledger does not flood 今日.
 */
export function caseDates(
  facts: DatedCase,
  settings: PeriodSettings,
  calendars: RestCalendars,
): readonly CaseDate[] {
  const { status, agreement, closing, life } = facts;
  const effective = effectiveOn(facts);
  const confirmable = confirmableSince(facts);
  const period = openPeriod(facts, settings, calendars);
  const kindMissing = period?.kind === 'undetermined' && period.reason === 'procedureKindMissing';
  const days: Readonly<Record<CaseMatter, LocalDate | null>> = {
    // While the period stands still its last day is not known.
    period: period?.kind === 'determined' ? period.endsOn : null,
    acceptance:
      status === 'dispatched' && life.dispatch !== null
        ? workingDayPeriod('confirmAcceptance', life.dispatch.on, calendars).endsOn
        : null,
    nextSession: underWay.includes(status) ? nextMeeting(facts.sessions, ({ heldOn }) => heldOn) : null,
    confirmation:
      confirmable === null ? null : calendarPeriod('confirmationApplication', confirmable, calendars).endsOn,
    // 即时履行完毕 says that everything has been paid, whether or not a payment was entered.
    instalment:
      effective !== null && agreement !== null && closing?.code !== 'C13'
        ? firstUnpaid(agreement.payments, facts.paidFen)
        : null,
    visit: nextMeeting(facts.visits, ({ visitedOn }) => visitedOn),
    archive:
      status === 'closed' && closing !== null && !facts.imported
        ? addDays(closing.closedOn, archiveDays)
        : null,
    receipt: status === 'registered' ? facts.registeredOn : null,
    procedureKind: kindMissing ? facts.receivedOn : null,
    suspended: status === 'suspended' ? (life.suspensions.at(-1)?.from ?? null) : null,
    mending: facts.confirmationSentBackOn,
    signature: status === 'agreed' ? agreedSince(facts) : null,
  };
  return (Object.entries(days) as [CaseMatter, LocalDate | null][]).flatMap(([matter, dueOn]) =>
    dueOn === null ? [] : [{ matter, dueOn }],
  );
}
