import { courts, createOfficeRow, officeProfile, saveCourt } from '../register/office.ts';
import type { Desk } from './desk.ts';
import { write } from './kinds.ts';

/** Puts into a new register what the program brings along: the office's own row and the courts of its region. */
export async function furnish(desk: Desk): Promise<void> {
  if (officeProfile(desk.register.readable) !== undefined) return;
  await write(desk, 'office.furnish', '程序', (db) => {
    // Another process may have furnished the same new register while this one waited for its turn.
    if (officeProfile(db) !== undefined) return;
    createOfficeRow(db, desk.newId());
    db.event({ subject: 'office', subjectId: 1, what: 'created' });
    const present = new Set(courts(db).map((court) => court.name));
    for (const { code, name, shortName, region, level, codeVerified } of desk.reference.courts) {
      if (present.has(name)) continue;
      const facts = { code, name, shortName, region, level, codeVerified, active: true };
      const id = saveCourt(db, { id: null, version: null, facts });
      db.event({ subject: 'court', subjectId: id ?? 0, what: 'saved', after: facts });
    }
  });
}
