import { keptCalendars, saveCalendar } from '../register/calendars.ts';
import { fillDates, lacksDates, refreshAllDates } from '../register/case-dates.ts';
import { fillFigures, lacksFigures } from '../register/figures.ts';
import { courts, createOfficeRow, officeProfile, saveCourt } from '../register/office.ts';
import type { ReadableDb, WritableDb } from '../register/query.ts';
import { fillCausePlaces, lacksCausePlaces } from '../register/statistics.ts';
import type { Desk } from './desk.ts';
import { write } from './kinds.ts';

/** Holiday arrangements that come with the program and that the register does not have as they are. */
function calendarsToBring(db: ReadableDb, desk: Desk) {
  const kept = new Map(keptCalendars(db).map((one) => [one.calendar.year, one]));
  return desk.reference.restCalendars.filter((calendar) => {
    const present = kept.get(calendar.year);
    if (present === undefined) return true;
    // What the office imported is its own; what came with an older program gives way.
    return present.origin === 'program' && JSON.stringify(present.calendar) !== JSON.stringify(calendar);
  });
}

/** Whether derived rows are missing as a whole, because a migration has left them to the program. */
function lacksDerived(db: ReadableDb): boolean {
  return lacksFigures(db) || lacksDates(db);
}

// The days are looked for among the rows of the figures.
function fillDerived(db: WritableDb): void {
  if (lacksFigures(db)) fillFigures(db);
  fillDates(db);
}

/**
 * Puts into a register what the program brings along: the office's own row, the courts of its region, the calendars; and
 * into one that has been migrated the rows of the figures and the days of 今日, which no migration can compute.
 */
export async function furnish(desk: Desk): Promise<void> {
  await bringAlong(desk);
  if (lacksDerived(desk.register.readable))
    await write(desk, 'office.fillDerived', '程序', fillDerived, false);
  const { causes } = desk.reference;
  if (!lacksCausePlaces(desk.register.readable, causes)) return;
  await write(desk, 'office.fillCauses', '程序', (db) => fillCausePlaces(db, causes), false);
}

async function bringAlong(desk: Desk): Promise<void> {
  const { readable } = desk.register;
  if (officeProfile(readable) !== undefined && calendarsToBring(readable, desk).length === 0) return;
  await write(desk, 'office.furnish', '程序', (db) => {
    for (const calendar of calendarsToBring(db, desk)) {
      saveCalendar(db, calendar, 'program');
      db.event({ subject: 'office', subjectId: 1, what: 'calendarSaved', after: calendar });
    }
    if (!lacksDerived(db)) refreshAllDates(db);
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
