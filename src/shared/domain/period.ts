export {
  type Extension,
  type ExtensionProblem,
  extensionProblemSentence,
  extensionSchema,
} from './period/extension.ts';
export {
  type ExtensionOutcome,
  type MediationPeriod,
  type MediationPeriodFacts,
  mediationPeriod,
} from './period/mediation.ts';
export {
  type CalendarPeriodCode,
  type ComputedDueDate,
  calendarPeriod,
  calendarPeriods,
  type WorkingDayPeriodCode,
  workingDayPeriod,
  workingDayPeriods,
} from './period/other-periods.ts';
export { defaultPeriodSettings, type PeriodSettings, periodSettingsSchema } from './period/settings.ts';
export { type DueState, dueState, type PeriodState, periodState } from './period/state.ts';
export { type PeriodStep, periodStepLabels, type SuspensionOutcome } from './period/steps.ts';
export {
  type Suspension,
  type SuspensionGround,
  standstillsOf,
  suspensionGroundCodes,
  suspensionGroundSchema,
  suspensionGrounds,
  suspensionSchema,
} from './period/suspension.ts';
