export { type Condition, countedWhere } from './statistics/conditions.ts';
export { periodFigures, type ReadPeriod, readPeriod, unbalanced } from './statistics/period-figures.ts';
