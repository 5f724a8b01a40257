export { type Condition, countedWhere } from './statistics/conditions.ts';
export { countedCases, internalNumbersOf } from './statistics/counted-cases.ts';
export { coveredDays } from './statistics/covered-days.ts';
export { assistedCases, closedDays, mediatorFigures } from './statistics/mediator-figures.ts';
export {
  periodFigures,
  type ReadPeriod,
  readPeriod,
  totalFigures,
  unbalanced,
} from './statistics/period-figures.ts';
