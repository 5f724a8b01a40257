export { caseHead, casesTable, listedFigures } from './tables/cases.ts';
export { causeColumns } from './tables/causes.ts';
export {
  blankCell,
  countCell,
  measureCell,
  noCell,
  numberCell,
  type ReportCell,
  reportCellSchema,
  textCell,
  yuanCell,
} from './tables/cell.ts';
export {
  type ComparedValues,
  definitionsOf,
  type FigureColumn,
  type FigureRow,
  figureTable,
} from './tables/column.ts';
export {
  type CountedTodayReason,
  countedTodayReasons,
  countedTodayWords,
} from './tables/counted-today.ts';
export {
  type DisputeKind,
  disputeKindCodes,
  disputeKindOf,
  disputeKinds,
  wageCauses,
} from './tables/dispute-kind.ts';
export { mediatorColumns, mediatorNotes } from './tables/mediators.ts';
export {
  type OpenedCases,
  type Opening,
  type OpeningOf,
  openingOf,
  openingsWithin,
} from './tables/opening.ts';
export { type PeoplesValues, peoplesTable } from './tables/peoples-mediation.ts';
export { reasonsTable } from './tables/reasons.ts';
export {
  type ComparedPeriod,
  comparedPeriodSchema,
  comparedPeriods,
  figureBehind,
  type OtherNumber,
  otherNumbers,
  type ReportColumn,
  type ReportRow,
  type ReportTable,
  type ReportTableName,
  reportTableHeads,
  reportTableNameSchema,
  reportTableNames,
  reportTableSchema,
  type UnitDimension,
  unitDimensionSchema,
  unitDimensions,
} from './tables/report-table.ts';
export { type MemberFigures, memberFiguresSchema, memberNote, memberSentence } from './tables/sentence.ts';
export { type TrafficValues, trafficSlice, trafficTable } from './tables/traffic.ts';
export { failing, figureOfClosing, unitColumns } from './tables/units.ts';
