export {
  allClosings,
  closingContent,
  closingFile,
  closingsOf,
  doubtedAmong,
  insertClosing,
  type MonthClosing,
  newestEvent,
  reopenClosing,
  standingClosings,
} from './month-closings/closings.ts';
export {
  type Adjustment,
  adjustmentsIn,
  adjustmentsOf,
  contentHash,
  type FrozenCase,
  fileHash,
  frozenCases,
  insertFrozen,
  storedContentHash,
} from './month-closings/frozen.ts';
export { countingRules, openAdjustments } from './month-closings/open-adjustments.ts';
