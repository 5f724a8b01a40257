export {
  allClosings,
  closingContent,
  closingEnds,
  closingFile,
  closingsOf,
  countingClosings,
  doubtedAmong,
  insertClosing,
  internalNumberOf,
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
export { frozenFigures, frozenSpread } from './month-closings/frozen-months.ts';
export { countingRules, openAdjustments, sharesOfMonth } from './month-closings/open-adjustments.ts';
export { closingPart, packShares, unpackShares } from './month-closings/packed-shares.ts';
