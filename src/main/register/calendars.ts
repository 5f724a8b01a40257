import {
  indexRestCalendars,
  type RestCalendar,
  type RestCalendars,
  restCalendarSchema,
} from '#shared/domain/rest-days.ts';
import type { ReadableDb, WritableDb } from './query.ts';

/** A year's arrangement of holidays as the office uses it. */
export type KeptCalendar = {
  readonly calendar: RestCalendar;
  /** Whether it came with the program or was imported by the office, which the program then leaves alone. */
  readonly origin: 'program' | 'imported';
  readonly version: number;
};

export function keptCalendars(db: ReadableDb): KeptCalendar[] {
  const query = db.selectFrom('rest_calendars').select(['calendar', 'origin', 'version']).orderBy('year');
  return db.all(query).map(({ calendar, origin, version }) => ({
    calendar: restCalendarSchema.parse(JSON.parse(calendar)),
    origin,
    version,
  }));
}

let read: { readonly key: string; readonly calendars: RestCalendars } | undefined;

/** The holiday arrangements, ready for computing; parsed again only when one of them changed. */
export function restCalendars(db: ReadableDb): RestCalendars {
  const years = db.plain<{ year: number; saved_at: string; version: number }>(
    'SELECT year, saved_at, version FROM rest_calendars ORDER BY year',
  );
  const key = JSON.stringify(years);
  if (read?.key !== key) {
    read = { key, calendars: indexRestCalendars(keptCalendars(db).map(({ calendar }) => calendar)) };
  }
  return read.calendars;
}

/** Keeps a year's arrangement in place of the one before it. */
export function saveCalendar(db: WritableDb, calendar: RestCalendar, origin: KeptCalendar['origin']): void {
  const values = {
    calendar: JSON.stringify(calendar),
    origin,
    saved_at: db.command.at,
    saved_by: db.command.staffName,
  };
  db.run(
    db
      .insertInto('rest_calendars')
      .values({ ...values, year: calendar.year })
      .onConflict((conflict) =>
        conflict.column('year').doUpdateSet((set) => ({
          ...values,
          version: set('rest_calendars.version', '+', 1),
        })),
      ),
  );
}
