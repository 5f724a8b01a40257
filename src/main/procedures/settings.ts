import { contract } from '#shared/contract/index.ts';
import { checkFonts, fittingScheme } from '#shared/documents/font-check.ts';
import type { RestCalendar } from '#shared/domain/rest-days.ts';
import { restCalendarSchema } from '#shared/domain/rest-days.ts';
import { keptCalendars, saveCalendar } from '../register/calendars.ts';
import { refreshAllDates } from '../register/case-dates.ts';
import type { WritableDb } from '../register/query.ts';
import { readSetting, saveSetting } from '../register/settings.ts';
import { conflict, found, refused } from './errors.ts';
import { atWork, command, query, task, write } from './kinds.ts';

const procedures = contract.settings;

/** Reads a calendar file; what is wrong with it is said in Chinese and nothing is kept. */
function parseCalendar(text: string): RestCalendar {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw refused('unreadableFile', {
      sentence: '这不是节假日安排文件（JSON）。请选择本程序导出的节假日安排文件，或在本页直接填写。',
    });
  }
  const parsed = restCalendarSchema.safeParse(json);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map((issue) =>
    issue.code === 'custom' ? issue.message : `“${issue.path.join('.')}”不符合格式`,
  );
  throw refused('unreadableFile', { sentence: `节假日安排文件有误：${problems.slice(0, 5).join('；')}。` });
}

function keepCalendar(db: WritableDb, calendar: RestCalendar): void {
  const before = keptCalendars(db).find((one) => one.calendar.year === calendar.year)?.calendar;
  saveCalendar(db, calendar, 'imported');
  db.event({ subject: 'office', subjectId: 1, what: 'calendarSaved', before, after: calendar });
  refreshAllDates(db);
}

export const settings = {
  all: query(procedures.all, (db) => ({
    channels: readSetting(db, 'channels'),
    period: readSetting(db, 'period'),
    contact: readSetting(db, 'contact'),
    afterClosing: readSetting(db, 'afterClosing'),
    subsidies: readSetting(db, 'subsidies'),
    points: readSetting(db, 'points'),
    loanPrimeRates: readSetting(db, 'loanPrimeRates'),
    paperStyle: readSetting(db, 'paperStyle'),
    statistics: readSetting(db, 'statistics'),
    reports: readSetting(db, 'reports'),
    rollup: readSetting(db, 'rollup'),
    calendars: keptCalendars(db),
  })),

  save: command('settings.save', procedures.save, (db, { version, change }) => {
    const before = readSetting(db, change.subject).value;
    const saved = saveSetting(db, change.subject, version, change.value);
    if (saved === undefined) throw conflict('setting');
    db.event({
      subject: 'office',
      subjectId: 1,
      what: 'settingSaved',
      before: { [change.subject]: before },
      after: { [change.subject]: change.value },
    });
    if (change.subject === 'period') refreshAllDates(db);
    return { version: saved };
  }),

  checkFonts: task(procedures.checkFonts, async (_input, { desk }) => {
    const { names, files } = await desk.installedFonts();
    const schemes = checkFonts(names);
    return {
      schemes: schemes.map((scheme) => ({ ...scheme, fonts: scheme.fonts.map((font) => ({ ...font })) })),
      fitting: fittingScheme(schemes),
      files,
    };
  }),

  importCalendar: task(procedures.importCalendar, async ({ file }, { desk, session }) => {
    const { staffName } = atWork(desk, session);
    const calendar = parseCalendar(await file.text());
    return write(desk, 'settings.importCalendar', staffName, (db) => {
      const replaced = keptCalendars(db).some((one) => one.calendar.year === calendar.year);
      keepCalendar(db, calendar);
      return { year: calendar.year, replaced };
    });
  }),

  saveCalendar: command('settings.saveCalendar', procedures.saveCalendar, (db, { version, calendar }) => {
    const present = keptCalendars(db).find((one) => one.calendar.year === calendar.year);
    if ((present?.version ?? null) !== version) throw conflict('calendar');
    keepCalendar(db, calendar);
    return { year: calendar.year };
  }),

  calendarFile: query(procedures.calendarFile, (db, { year }) => {
    const { calendar } = found(
      keptCalendars(db).find((one) => one.calendar.year === year),
      'calendar',
    );
    return new File([`${JSON.stringify(calendar, null, 2)}\n`], `节假日安排${year}.json`, {
      type: 'application/json',
    });
  }),
};
