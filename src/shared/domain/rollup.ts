export { columnHead, columnText, growthTexts, type RollupColumn, rollupColumns } from './rollup/columns.ts';
export { definitionsText, definitionsVersion } from './rollup/definitions.ts';
export {
  defaultRollupSettings,
  type OfficeLevel,
  officeLevelSchema,
  officeLevels,
  type RollupSettings,
  rollupSettingsSchema,
  usualRegion,
} from './rollup/levels.ts';
export { packageRank, type Ranked } from './rollup/rank.ts';
export { imbalance, isNothing, sumOfMonths, sumOfUnits } from './rollup/sums.ts';
