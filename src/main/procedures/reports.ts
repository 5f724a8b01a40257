import { contract } from '#shared/contract/index.ts';
import type { ReportLine } from '#shared/contract/reports.ts';
import { formatLocalDate, type LocalDate, month } from '#shared/domain/local-date.ts';
import {
  type DueReport,
  type DueRule,
  dueDayOf,
  firstDueMonth,
  lastDayOfWarning,
  reportState,
  reportsDue,
  restDayNote,
} from '#shared/domain/report-duty.ts';
import {
  daysOfMonth,
  nameOfPeriod,
  type Period,
  parsePeriodKey,
  periodKey,
  periodOf,
} from '#shared/domain/reporting-period.ts';
import type { RestCalendars } from '#shared/domain/rest-days.ts';
import { restCalendars } from '../register/calendars.ts';
import type { ReadableDb, WritableDb } from '../register/query.ts';
import {
  cancelHandedIn,
  findHandedIn,
  handedIn,
  insertHandedIn,
  monthBegun,
  type NewHandedIn,
  type StoredHandedIn,
  standingHandedIn,
} from '../register/reports.ts';
import { readSetting } from '../register/settings.ts';
import { found, invalid, refused } from './errors.ts';
import { command, query } from './kinds.ts';
import { refuseNotYet } from './not-yet.ts';

const procedures = contract.reports;

type At = { readonly today: LocalDate; readonly calendars: RestCalendars };

function openLine({ duty, dueOn, ...due }: DueReport, { today, calendars }: At): ReportLine {
  const note = restDayNote(dueOn, calendars);
  return {
    ...due,
    duty: duty.id,
    name: duty.name,
    of: duty.of,
    recipients: duty.recipients,
    dueOn,
    state: reportState(dueOn, null, today, calendars),
    restDay: note === null ? null : { ...note, uncertainYears: [...note.uncertainYears] },
    handedIn: null,
  };
}

/** As it was said when it was handed in, whatever the settings say now. */
function goneLine(report: StoredHandedIn, { today, calendars }: At): ReportLine {
  const request = parsePeriodKey(report.period);
  if (request === undefined || request.kind === 'days') {
    throw new Error(`A report was handed in for no period: ${report.period}`);
  }
  const { id, on, by, at, remarks, dueOn } = report;
  return {
    duty: report.duty,
    name: report.dutyName,
    of: request.kind,
    recipients: report.recipients,
    request,
    periodName: nameOfPeriod(request, report.days),
    period: report.days,
    dueOn,
    state: reportState(dueOn, on, today, calendars),
    restDay: null,
    handedIn: { id, on, by, at, remarks },
  };
}

function ruleOf(db: ReadableDb, today: LocalDate): DueRule {
  return {
    duties: readSetting(db, 'reports').value.duties,
    calendar: readSetting(db, 'statistics').value,
    begun: monthBegun(db) ?? month(today.slice(0, 7)),
  };
}

function openBetween(db: ReadableDb, rule: DueRule, between: Period, at: At): ReportLine[] {
  const keyOf = (duty: string, period: string) => `${duty} ${period}`;
  const gone = new Set(handedIn(db).map(({ duty, period }) => keyOf(duty, period)));
  return reportsDue(rule, between)
    .filter(({ duty, request }) => !gone.has(keyOf(duty.id, periodKey(request))))
    .map((due) => openLine(due, at));
}

function inOrder(lines: readonly ReportLine[]): ReportLine[] {
  return lines.toSorted((one, other) => (one.dueOn < other.dueOn ? -1 : one.dueOn > other.dueOn ? 1 : 0));
}

/** What is told of a report by its event. */
function told(report: NewHandedIn) {
  const { dutyName, period, recipients, dueOn, on, remarks } = report;
  return { report: dutyName, period, recipients, dueOn, handedInOn: on, remarks };
}

function tell(db: WritableDb, what: string, change: { readonly before?: unknown; readonly after: unknown }) {
  db.event({ subject: 'office', subjectId: 1, what, ...change });
}

export const reports = {
  calendar: query(procedures.calendar, (db, between, { desk }) => {
    const at = { today: desk.today(), calendars: restCalendars(db) };
    const gone = handedIn(db).filter(({ dueOn }) => dueOn >= between.from && dueOn <= between.to);
    return inOrder([
      ...openBetween(db, ruleOf(db, at.today), between, at),
      ...gone.map((report) => goneLine(report, at)),
    ]);
  }),

  due: query(procedures.due, (db, _input, { desk }) => {
    const at = { today: desk.today(), calendars: restCalendars(db) };
    const rule = ruleOf(db, at.today);
    const to = lastDayOfWarning(at.today, at.calendars);
    const { from } = daysOfMonth(firstDueMonth(rule), rule.calendar);
    return from > to ? [] : openBetween(db, rule, { from, to }, at);
  }),

  handIn: command('reports.handIn', procedures.handIn, (db, input, { desk }) => {
    const { request, on, remarks } = input;
    const duty = found(
      readSetting(db, 'reports').value.duties.find(({ id }) => id === input.duty),
      'report',
    );
    if (request.kind !== duty.of) {
      throw invalid({ path: 'request', message: `“${duty.name}”不是按这样的统计期报送的` });
    }
    refuseNotYet('handedIn', on, desk.today());
    const calendar = readSetting(db, 'statistics').value;
    const days = periodOf(request, calendar);
    if (on < days.from) throw invalid({ path: 'on', message: '报送日期早于统计期的第一天' });
    const period = periodKey(request);
    const before = findHandedIn(db, duty.id, period);
    if (before !== undefined) {
      throw refused('alreadyHandedIn', { day: formatLocalDate(before.on), by: before.by });
    }
    const report = {
      duty: duty.id,
      period,
      days,
      dutyName: duty.name,
      recipients: duty.recipients,
      dueOn: dueDayOf(duty, request, calendar),
      on,
      remarks,
    };
    const id = insertHandedIn(db, report);
    tell(db, 'reportHandedIn', { after: told(report) });
    return { id };
  }),

  takeBack: command('reports.takeBack', procedures.takeBack, (db, { id, reason }) => {
    const report = found(standingHandedIn(db, id), 'report');
    cancelHandedIn(db, id, reason);
    tell(db, 'reportTakenBack', { before: told(report), after: { reason } });
    return { id };
  }),
};
