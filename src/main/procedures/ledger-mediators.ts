import type { ImportId, MediatorId } from '#shared/contract/ids.ts';
import type { MediatorFacts } from '#shared/contract/mediators.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import { mediatorsNamed, type NamedMediator, setMediatorStanding } from '../register/imports.ts';
import { insertMediator } from '../register/mediators.ts';
import type { ReadableDb, WritableDb } from '../register/query.ts';

/** What an import works with while it enters its rows. */
export type Entering = {
  readonly db: WritableDb;
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
  db: ReadableDb,
  name: string,
  sector: string | null,
): NamedMediator | undefined {
  return mediatorsNamed(db, name).find(
    (mediator) => sector === null || mediator.sector === null || mediator.sector === sector,
  );
}

/** Whether the office took a mediator off the roster itself, which no old ledger takes back. */
export function isStruckOff({ standing, undone }: NamedMediator): boolean {
  return standing === 'removed' && !undone;
}

/** The mediator of a name and sector, put on the roster where there is none. */
export function mediatorOf(entering: Entering, name: string, sector: string | null): MediatorId {
  const { db } = entering;
  const known = knownMediator(db, name, sector);
  if (known !== undefined) {
    if (known.standing === 'removed' && known.undone) {
      setMediatorStanding(db, known.id, 'listed');
      db.event({ subject: 'mediator', subjectId: known.id, what: 'listedAgain' });
    }
    return known.id;
  }
  const facts = namedMediator(name, sector);
  const id = insertMediator(db, entering.newId(), facts, entering.importId);
  db.event({ subject: 'mediator', subjectId: id, what: 'added', after: facts });
  entering.mediatorAdded(name);
  return id;
}
