import { everyCase } from '#shared/contract/every-case.ts';
import { contract } from '#shared/contract/index.ts';
import { countCases } from '../register/case-list.ts';
import { openDoubts } from '../register/doubts.ts';
import {
  courts,
  officeProfile,
  organisations,
  saveCourt,
  saveOrganisation,
  saveStaffMember,
  saveStudio,
  staff,
  studios,
  updateProfile,
} from '../register/office.ts';
import type { ReadableDb, WritableDb } from '../register/query.ts';
import type { EventSubject } from '../register/schema.ts';
import { readSetting } from '../register/settings.ts';
import { conflict, found, refused } from './errors.ts';
import { inWorker } from './in-worker.ts';
import { command, query, task, write } from './kinds.ts';

const procedures = contract.office;

type Named = { readonly id: number; readonly name: string };

/** Saves one row of a list that the office keeps, with its event; a name that another row bears is refused. */
function saveListed<Id extends number>(
  db: WritableDb,
  subject: EventSubject & ('staff' | 'court' | 'studio' | 'organisation'),
  id: Id | null,
  name: string,
  list: (db: ReadableDb) => readonly Named[],
  save: () => Id | undefined,
): { id: Id } {
  const before = list(db);
  if (before.some((row) => row.name === name && row.id !== id)) throw refused('nameTaken', { name });
  if (id !== null && !before.some((row) => row.id === id)) found(undefined, subject);
  const saved = save();
  if (saved === undefined) throw conflict(subject);
  const after = list(db).find((row) => row.id === saved);
  db.event({ subject, subjectId: saved, what: 'saved', before: before.find((row) => row.id === id), after });
  return { id: saved };
}

export const office = {
  overview: query(procedures.overview, (db, _input, { desk, session }) => {
    const profile = found(officeProfile(db), 'office');
    const { uid: _uid, ...shown } = profile;
    return {
      today: desk.today(),
      atWork: session.atWork,
      demo: desk.demo,
      programVersion: desk.programVersion,
      dataFolder: desk.dataDir,
      profile: shown,
      staff: staff(db),
      courts: courts(db),
      studios: studios(db),
      organisations: organisations(db),
      channels: readSetting(db, 'channels').value,
      period: readSetting(db, 'period').value,
      statistics: readSetting(db, 'statistics').value,
      openDoubts: openDoubts(db),
      cases: countCases(db, everyCase),
    };
  }),

  begin: task(procedures.begin, async ({ name }, { desk, session }) => {
    const known = staff(desk.register.readable).find((member) => member.name === name);
    const id =
      known?.id ??
      (
        await write(desk, 'office.begin', name, (db) => {
          const facts = { name, post: null, active: true };
          return saveListed(db, 'staff', null, name, staff, () =>
            saveStaffMember(db, { id: null, version: null, facts }),
          );
        })
      ).id;
    session.atWork = { id, name };
    return { id, name };
  }),

  saveProfile: command('office.saveProfile', procedures.saveProfile, (db, { version, profile }) => {
    const before = officeProfile(db);
    if (!updateProfile(db, version, profile)) throw conflict('office');
    db.event({ subject: 'office', subjectId: 1, what: 'profileSaved', before, after: profile });
    return { version: version + 1 };
  }),

  saveStaff: command('office.saveStaff', procedures.saveStaff, (db, { id, version, ...facts }) =>
    saveListed(db, 'staff', id, facts.name, staff, () => saveStaffMember(db, { id, version, facts })),
  ),

  saveCourt: command('office.saveCourt', procedures.saveCourt, (db, { id, version, court }) => {
    const other = courts(db).find(
      (one) =>
        one.id !== id &&
        (one.shortName === court.shortName || (court.code !== null && one.code === court.code)),
    );
    if (other !== undefined) throw refused('nameTaken', { name: other.name });
    return saveListed(db, 'court', id, court.name, courts, () =>
      saveCourt(db, { id, version, facts: court }),
    );
  }),

  saveStudio: command('office.saveStudio', procedures.saveStudio, (db, { id, version, studio }) =>
    saveListed(db, 'studio', id, studio.name, studios, () => saveStudio(db, { id, version, facts: studio })),
  ),

  saveOrganisation: command(
    'office.saveOrganisation',
    procedures.saveOrganisation,
    (db, { id, version, organisation }) =>
      saveListed(db, 'organisation', id, organisation.name, organisations, () =>
        saveOrganisation(db, { id, version, facts: organisation }),
      ),
  ),

  verify: task(procedures.verify, (_input, at, signal) => inWorker(at, 'verify', null, signal)),

  changes: task(procedures.changes, async (_input, { desk }, signal) => desk.changes(signal)),
};
