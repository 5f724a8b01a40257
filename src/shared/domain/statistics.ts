import { type PeriodRequest, shortPeriodName } from './reporting-period.ts';

export {
  type AmountName,
  amountNameSchema,
  amountNames,
  amounts,
  type MoneyName,
  mainAmounts,
  type Summed,
  summed,
} from './statistics/amounts.ts';
export { type CaseGroup, caseGroupCodes, caseGroupLabel, caseGroupSchema } from './statistics/case-group.ts';
export {
  type AmountBand,
  type AmountBandKey,
  amountBandNames,
  amountBandOf,
  amountBands,
  type Slice,
  type SliceDimension,
  sliceDimensionNames,
  sliceDimensionSchema,
  sliceDimensions,
  sliceSchema,
  withoutAmount,
} from './statistics/dimensions.ts';
export {
  type Figure,
  type FigureName,
  figureNameSchema,
  figureNames,
  figures,
  isCounted,
} from './statistics/figures.ts';
export {
  type CountedValues,
  formatGrowth,
  formatPoints,
  formatRate,
  formatRatio,
  isAmount,
  isRatio,
  type Measure,
  type MeasureName,
  measure,
  measureNames,
  type RateName,
  type RatioName,
  type RatioValue,
  rateNames,
  rates,
  ratioNames,
  ratioOf,
  ratios,
} from './statistics/ratios.ts';
export {
  type CaseFlag,
  type CaseStanding,
  type CountRule,
  caseFlags,
  type DayStanding,
  dayStandings,
  type OwnDay,
  ownDays,
} from './statistics/rule.ts';
export {
  bandOfDays,
  closingTimeBands,
  type DayBands,
  daysOfBand,
  fewestSpread,
  formatDayChange,
  isSpreadTold,
  nearestRank,
  pendingAgeBands,
  type SpreadName,
  spreads,
  tooFewWords,
} from './statistics/spread.ts';
export { isTold, recorded, type Unrecorded, unrecordedIn, unrecordedWords } from './statistics/unrecorded.ts';

/** 2024年3月“政协+法院”联动调解案件统计表 */
export function reportTitle(of: PeriodRequest): string {
  return `${shortPeriodName(of)}“政协+法院”联动调解案件统计表`;
}

/** The name of the file that a report is saved as: it says what was filtered, and whether names are in it. */
export function reportFileName(
  of: PeriodRequest,
  format: 'xlsx' | 'csv' | 'docx',
  { masked, filterWords }: { readonly masked: boolean; readonly filterWords: string | null },
): string {
  const named = `${filterWords === null ? '' : `（${filterWords}）`}${masked ? '' : '（含姓名）'}`;
  switch (format) {
    case 'xlsx':
      return `${shortPeriodName(of)}联动调解案件统计表${named}.xlsx`;
    case 'csv':
      return `${shortPeriodName(of)}联动调解案件统计表${named}（csv）.zip`;
    case 'docx':
      return `${shortPeriodName(of)}联动调解工作情况通报（稿）${named}.docx`;
  }
}
