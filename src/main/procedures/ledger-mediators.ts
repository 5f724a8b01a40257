import type { ImportId, MediatorId } from '#shared/contract/ids.ts';
import type { MediatorFacts } from '#shared/contract/mediators.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import { mediatorsNamed, type NamedMediator, setMediatorStanding } from '../register/imports.ts';
import { insertMediator } from '../register/mediators.ts';
import type { ReadableDb, WritableDb } from '../register/query.ts';

/** The roster by name. A ledger names few mediators on many rows, so each name is looked up once. */
export type Roster = {
  named(name: string): readonly NamedMediator[];
  /** Looks the name up anew: whoever changes a mediator of that name says so. */
  forget(name: string): void;
};

export function rosterOf(db: ReadableDb): Roster {
  const known = new Map<string, readonly NamedMediator[]>();
  return {
    named: (name) => {
      const mediators = known.get(name) ?? mediatorsNamed(db, name);
      known.set(name, mediators);
      return mediators;
    },
    forget: (name) => void known.delete(name),
  };
}

/** What an import works with while it enters its rows. */
export type Entering = {
  readonly db: WritableDb;
  readonly roster: Roster;
  readonly importId: ImportId;
  readonly today: LocalDate;
  newId(): string;
  /** Told the name of every mediator who was not on the roster. */
  mediatorAdded(name: string): void;
};

/** A roster line that says nothing but the name (待完善); its owner completes it. */
export function namedMediator(name: string, sector: string | null): MediatorFacts {
  return {
    name,
    isMember: null,
    sector,
    employer: null,
    phones: [],
    residentId: null,
    expertise: [],
    languages: [],
    certificateNumber: null,
    courtId: null,
    studioId: null,
    listedOn: null,
    termFrom: null,
    termTo: null,
    training: null,
    standing: 'listed',
    incomplete: true,
    remarks: null,
  };
}

/** The mediator of a name and sector; another sector is another person. */
export function knownMediator(
  roster: Roster,
  name: string,
  sector: string | null,
): NamedMediator | undefined {
  return roster
    .named(name)
    .find((mediator) => sector === null || mediator.sector === null || mediator.sector === sector);
}

/** Whether the office took a mediator off the roster itself, which no old ledger takes back. */
export function isStruckOff({ standing, undone }: NamedMediator): boolean {
  return standing === 'removed' && !undone;
}

/** The mediator of a name and sector, put on the roster where there is none. */
export function mediatorOf(entering: Entering, name: string, sector: string | null): MediatorId {
  const { db, roster } = entering;
  const known = knownMediator(roster, name, sector);
  if (known !== undefined) {
    if (known.standing === 'removed' && known.undone) {
      setMediatorStanding(db, known.id, 'listed');
      roster.forget(name);
      db.event({ subject: 'mediator', subjectId: known.id, what: 'listedAgain' });
    }
    return known.id;
  }
  const facts = namedMediator(name, sector);
  const id = insertMediator(db, entering.newId(), facts, entering.importId);
  roster.forget(name);
  db.event({ subject: 'mediator', subjectId: id, what: 'added', after: facts });
  entering.mediatorAdded(name);
  return id;
}
