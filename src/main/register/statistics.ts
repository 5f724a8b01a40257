export { addedByCase } from './statistics/added.ts';
export { causePaths, groupsReader } from './statistics/case-groups.ts';
export { assistingIn, caseHeads } from './statistics/case-heads.ts';
export { fillCausePlaces, lacksCausePlaces } from './statistics/cause-places.ts';
export { type RowChoice, rowChoices } from './statistics/choices.ts';
export {
  type ComparedRow,
  type ComparedSelections,
  comparedRows,
} from './statistics/compared-rows.ts';
export type { Condition } from './statistics/condition.ts';
export { countedWhere } from './statistics/conditions.ts';
export { noFigures } from './statistics/count.ts';
export { countedCases, internalNumbersOf } from './statistics/counted-cases.ts';
export {
  type Counting,
  type FrozenSelection,
  type FrozenShare,
  figuresBy,
  figuresIn,
  figuresOfSelection,
  frozenSelection,
  narrowed,
  periodFigures,
  type ReadPeriod,
  receivedOnPlatform,
} from './statistics/counting.ts';
export { coveredDays } from './statistics/covered-days.ts';
export { rowLabels } from './statistics/labels.ts';
export { assistedCases, mediatorFigures } from './statistics/mediator-figures.ts';
export { type MediatorOfPeriod, mediatorsOfPeriod } from './statistics/mediator-period.ts';
export { selectPeriod, totalFigures, unbalanced } from './statistics/period-figures.ts';
export { type MonthColumn, pivotOf } from './statistics/pivot.ts';
export { dayCounter } from './statistics/plots/day-counter.ts';
export { flowInOrder, flowOf } from './statistics/plots/flow.ts';
export { monthSeries } from './statistics/plots/months.ts';
export { plottedTotal, selectPlotted } from './statistics/plots/plotted.ts';
export { ranked, rankedRows } from './statistics/plots/ranked.ts';
export { closingTimes, pendingAges, spreadOver } from './statistics/plots/times.ts';
export { type Selection, unbalancedOf } from './statistics/selection.ts';
export { sliceTable } from './statistics/slice-table.ts';
