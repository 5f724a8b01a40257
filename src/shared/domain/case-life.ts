import type { MoveCode, TakenMove } from './case-move.ts';
import type { LocalDate } from './local-date.ts';
import type { Extension, Suspension } from './period.ts';

type Taken<Code extends MoveCode> = Extract<TakenMove, { code: Code }>;

/** What the moves of a case say together, as the period and the pages need it. */
export type CaseLife = {
  /** Moves that were not taken back, in the order in which they were recorded. */
  readonly moves: readonly TakenMove[];
  readonly dispatch: Taken<'dispatch'> | null;
  readonly acceptance: Taken<'accept'> | null;
  /** The appointment and the replacements after it. */
  readonly appointments: readonly (Taken<'appoint'> | Taken<'replace'>)[];
  readonly extensions: readonly Extension[];
  readonly suspensions: readonly Suspension[];
  /** 权利义务告知日期 */
  readonly informedOn: LocalDate | null;
  readonly archive: Taken<'archive'> | null;
};

function extensionOf({ detail }: Taken<'extend'>): Extension {
  return {
    days: detail.days,
    ...(detail.applicantsConsentedOn === null ? {} : { applicantsConsentedOn: detail.applicantsConsentedOn }),
    ...(detail.respondentsConsentedOn === null
      ? {}
      : { respondentsConsentedOn: detail.respondentsConsentedOn }),
  };
}

/** Every suspension with the day on which it ended; one that was closed while it stood still ends with the case. */
function suspensionsOf(moves: readonly TakenMove[]): Suspension[] {
  const found: Suspension[] = [];
  for (const move of moves) {
    const open = found.at(-1);
    if (move.code === 'suspend') {
      found.push({ ground: move.detail.ground, from: move.on });
    } else if (move.code === 'resume' && open !== undefined && open.to === undefined) {
      found[found.length - 1] = { ...open, to: move.on };
    }
  }
  return found;
}

/** Reads a case's life from its moves; those that were taken back do not count. */
export function caseLife(all: readonly TakenMove[]): CaseLife {
  const moves = all.filter((move) => move.takenBack === null);
  function last<Code extends MoveCode>(code: Code): Taken<Code> | null {
    return (moves.findLast((move) => move.code === code) as Taken<Code> | undefined) ?? null;
  }
  return {
    moves,
    dispatch: last('dispatch'),
    acceptance: last('accept'),
    appointments: moves.filter((move) => move.code === 'appoint' || move.code === 'replace'),
    extensions: moves.filter((move) => move.code === 'extend').map(extensionOf),
    suspensions: suspensionsOf(moves),
    informedOn: last('inform')?.on ?? null,
    archive: last('archive'),
  };
}
