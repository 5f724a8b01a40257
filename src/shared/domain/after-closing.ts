export { confirmationUsual, mediatedClosings } from './after-closing/confirmation-usual.ts';
export { type AfterDate, afterDates, confirmationDeadline } from './after-closing/dates.ts';
export {
  type AfterRules,
  decideCancelling,
  decideStep,
  possibleSteps,
  type StepDecision,
} from './after-closing/decide.ts';
export {
  type AfterFacts,
  afterFactsOf,
  type ClosedCase,
  effectiveOn,
  partiesToSign,
} from './after-closing/facts.ts';
export {
  type MatterCode,
  matterCodes,
  matterSchema,
  matters,
  type StepCode,
  stepCodeSchema,
} from './after-closing/matters.ts';
export {
  type AfterCircumstances,
  dueInWords,
  type OpenAfterClosing,
  openAfterClosing,
} from './after-closing/next.ts';
export { matterOpen, type Openness, shownMatters } from './after-closing/open.ts';
export { type ListedPaper, type PapersForm, papersForm } from './after-closing/papers.ts';
export { type MatterProgress, matterProgress, statementEffectiveOn } from './after-closing/progress.ts';
export type {
  AfterField,
  Matter,
  MatterStanding,
  MatterState,
  StepRule,
} from './after-closing/rule.ts';
export {
  type AfterClosingSettings,
  type AfterStep,
  afterClosingSettingsSchema,
  asRecorded,
  defaultAfterClosingSettings,
  matterOf,
  stepRule,
  type WishedStep,
} from './after-closing/step.ts';
