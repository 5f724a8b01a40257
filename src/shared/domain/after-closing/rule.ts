import type { Channel } from '../channel.ts';

/** What a step keeps beside its day. */
export type AfterField = 'party' | 'court' | 'number' | 'papers' | 'joint' | 'remarks';

/** `waiting`: nothing begun; `done`: reached what it is for; `ended`: over without it. */
export type MatterStanding = 'waiting' | 'running' | 'done' | 'ended';

export type MatterState = { readonly label: string; readonly standing: MatterStanding };

export type StepRule<State extends string = string> = {
  /** What the button says. */
  readonly label: string;
  /** What the day of the step is called. */
  readonly day: string;
  readonly from: readonly State[];
  /** `same`: a step that each party takes for itself, and that leaves the state. */
  readonly to: State | 'same';
  readonly records: readonly AfterField[];
  /** Without these it is no such step in law. */
  readonly needs: readonly AfterField[];
  readonly source: string;
  /** Left out: every channel. */
  readonly channels?: readonly Channel[];
  /** What the number is called. */
  readonly number?: string;
  /** What the remarks are called. */
  readonly remarks?: string;
  /** What the law says to mind, shown under the form. */
  readonly hint?: string;
};

export type Matter<State extends string = string, Step extends string = string> = {
  readonly label: string;
  /** The state in which it begins. */
  readonly first: NoInfer<State>;
  /** The state once every party who has to has taken the step of its own. */
  readonly onceAll?: { readonly step: NoInfer<Step>; readonly to: NoInfer<State> };
  readonly states: Readonly<Record<State, MatterState>>;
  readonly steps: Readonly<Record<Step, StepRule<NoInfer<State>>>>;
};

/** A matter whose steps can only name its own states. */
export function matter<State extends string, Step extends string>(
  rule: Matter<State, Step>,
): Matter<State, Step> {
  return rule;
}
