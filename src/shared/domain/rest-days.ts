export {
  netHolidayDays,
  type RestCalendar,
  restCalendarDoubts,
  restCalendarSchema,
} from './rest-days/calendar.ts';
export {
  fixedHolidayOn,
  type StatutoryHoliday,
  statutoryHolidays,
  statutoryHolidaysOf,
} from './rest-days/statutory-holidays.ts';
export {
  addWorkingDays,
  type DayKind,
  dayKind,
  indexRestCalendars,
  isRestDay,
  missingCalendarSentence,
  nextWorkingDay,
  type RestCalendars,
  type RestSpan,
  sortedYears,
  type WorkingDayAnswer,
  workingDayOnOrAfter,
} from './rest-days/working-days.ts';
