export { type CaseDate, caseDates, type DatedCase, type DuePayment } from './case-dates/compute.ts';
export {
  type TodayGroup,
  todayGroupCodes,
  todayGroupSchema,
  todayGroups,
  todayRange,
} from './case-dates/groups.ts';
export {
  type CaseMatter,
  caseMatterCodes,
  caseMatterSchema,
  caseMatters,
} from './case-dates/matters.ts';
