import type { FactsDraft } from './facts-draft.ts';

/** Takes what somebody changed in the form of a case's facts. */
export type FactsChange = (part: Partial<FactsDraft>) => void;
