import type { ClosingCode } from '#shared/domain/closing.ts';
import { addDays, type LocalDate } from '#shared/domain/local-date.ts';
import type { SyntheticParty } from './people.ts';
import type { Random } from './random.ts';
import type { SyntheticCourt, SyntheticMediator, World } from './world.ts';

type Ending = {
  readonly on: LocalDate;
  readonly code: ClosingCode;
  readonly succeeded: boolean;
  readonly partly: 0 | 1;
};

export type SyntheticCase = {
  readonly listedOn: LocalDate;
  readonly receivedOn: LocalDate | null;
  readonly channel: 'A' | 'B' | 'C';
  readonly court: SyntheticCourt | null;
  readonly mediator: SyntheticMediator | null;
  readonly causeId: number | null;
  readonly applicant: SyntheticParty;
  readonly respondent: SyntheticParty;
  readonly ending: Ending | null;
  readonly claimFen: number | null;
  readonly agreedFen: number | null;
  readonly paidFen: number | null;
  readonly confirmedOn: LocalDate | null;
  readonly doubted: boolean;
};

const successes: readonly ClosingCode[] = ['C11', 'C11', 'C11', 'C13', 'C16', 'C12', 'C14', 'C15'];
const failures: readonly ClosingCode[] = ['C24', 'C21', 'C23', 'C22', 'C25', 'C26', 'C29', 'C27'];

function notAfter(day: LocalDate, today: LocalDate): LocalDate | null {
  return day > today ? null : day;
}

/** Most cases end within weeks; a few are returned, and a few stay pending for good. */
function drawEnding(begun: LocalDate, today: LocalDate, random: Random): Ending | null {
  const days = Math.min(180, Math.floor(-Math.log(1 - random.next()) * 22));
  const on = notAfter(addDays(begun, days), today);
  if (on === null || random.chance(0.003)) {
    return null;
  }
  if (random.chance(0.01)) {
    return { on, code: 'C28', succeeded: false, partly: 0 };
  }
  const succeeded = random.chance(0.45);
  const partly = succeeded && random.chance(0.05) ? 1 : 0;
  return { on, code: random.pickSkewed(succeeded ? successes : failures), succeeded, partly };
}

function share(whole: number | null, of: number): number | null {
  return whole === null ? null : Math.floor(whole * of);
}

/** One invented case that begins on a day. */
export function drawCase(
  day: LocalDate,
  today: LocalDate,
  world: World,
  people: readonly SyntheticParty[],
  random: Random,
): SyntheticCase {
  const channel = random.pickSkewed(['A', 'A', 'B', 'C'] as const);
  const ending = drawEnding(day, today, random);
  const claimFen = random.chance(0.1) ? null : Math.floor(10 ** (3 + random.next() * 3)) * 100;
  const agreedFen = ending?.succeeded === true ? share(claimFen, (4 + random.below(6)) / 10) : null;
  const confirmed = ending?.succeeded === true && random.chance(0.22);
  return {
    listedOn: day,
    receivedOn: random.chance(0.004) ? null : day,
    channel,
    court: channel === 'C' && random.chance(0.05) ? null : random.pickSkewed(world.courts),
    mediator: random.chance(0.02) ? null : random.pick(world.mediators),
    causeId: random.chance(0.005) ? null : random.pickSkewed(world.causes),
    applicant: random.pick(people),
    respondent: random.pick(people),
    ending,
    claimFen,
    agreedFen,
    paidFen: random.chance(0.6) ? share(agreedFen, 1 / (1 + random.below(3))) : null,
    confirmedOn: confirmed ? notAfter(addDays(ending.on, random.below(40)), today) : null,
    doubted: random.chance(0.02),
  };
}
