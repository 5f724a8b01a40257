import type { LocalDate } from '../local-date.ts';
import { type AfterFacts, partiesToSign } from './facts.ts';
import type { MatterCode } from './matters.ts';
import type { MatterState } from './rule.ts';
import { type AfterStep, matterOf, stepRule } from './step.ts';

/** How a matter stands: its state and the steps that count, in the order in which they were recorded. */
export type MatterProgress = {
  readonly state: string;
  readonly facts: MatterState;
  readonly steps: readonly AfterStep[];
  /** Parties who have yet to take the step that each takes for itself, in the state where they can. */
  readonly outstanding: readonly number[];
};

function ofMatter(code: MatterCode, steps: readonly AfterStep[]): readonly AfterStep[] {
  return steps.filter((step) => step.matter === code).toSorted((one, other) => one.id - other.id);
}

/** The state that the steps lead to one after the other; undefined where one of them does not follow from the others. */
export function replay(code: MatterCode, steps: readonly AfterStep[], facts: AfterFacts): string | undefined {
  const { first, onceAll } = matterOf(code);
  const ruled = code === 'confirmation' && ruledWithoutStep(steps, facts);
  let state = first;
  // Since the matter last changed its state: whose own steps are in.
  let served: number[] = [];
  for (const step of steps) {
    const rule = stepRule(step);
    if (ruled && step.step === 'serve') state = 'confirmed';
    if (rule === undefined || !rule.from.includes(state)) return undefined;
    if (rule.to !== 'same') {
      state = rule.to;
      served = [];
      continue;
    }
    if (step.partyId === null || served.includes(step.partyId)) return undefined;
    served = [...served, step.partyId];
    const all = partiesToSign(facts).every((id) => served.includes(id));
    if (onceAll !== undefined && onceAll.step === step.step && all) state = onceAll.to;
  }
  return ruled ? 'confirmed' : state;
}

/** A ruling that came with an import or a correction stands, although no step led to it. */
function ruledWithoutStep(steps: readonly AfterStep[], { confirmationOnRecord }: AfterFacts): boolean {
  return confirmationOnRecord !== null && !steps.some(({ step }) => step === 'confirm');
}

/** How a matter of a case stands. */
export function matterProgress(
  code: MatterCode,
  allSteps: readonly AfterStep[],
  facts: AfterFacts,
): MatterProgress {
  const matter = matterOf(code);
  const steps = ofMatter(code, allSteps);
  const state = replay(code, steps, facts) ?? lastState(code, steps);
  const stateFacts = matter.states[state];
  if (stateFacts === undefined) throw new RangeError(`${code} has no state ${state}`);
  const ownStep = Object.entries(matter.steps).find(
    ([, rule]) => rule.to === 'same' && rule.from.includes(state),
  )?.[0];
  const since = steps.slice(steps.findLastIndex((step) => stepRule(step)?.to !== 'same') + 1);
  const served = since.filter((step) => step.step === ownStep).map((step) => step.partyId);
  return {
    state,
    facts: stateFacts,
    steps,
    outstanding: ownStep === undefined ? [] : partiesToSign(facts).filter((id) => !served.includes(id)),
  };
}

/** Where the parties changed after their steps were recorded, the matter stands where the last step put it. */
function lastState(code: MatterCode, steps: readonly AfterStep[]): string {
  const to = steps.map((step) => stepRule(step)?.to).findLast((one) => one !== undefined && one !== 'same');
  return to ?? matterOf(code).first;
}

/** The day from which a 调解书 has effect: the last signature (民诉解释 第149条); null while one is missing. */
export function statementEffectiveOn(steps: readonly AfterStep[], facts: AfterFacts): LocalDate | null {
  const progress = matterProgress('statement', steps, facts);
  if (progress.state === 'inRecord') return progress.steps.at(-1)?.on ?? null;
  if (progress.state !== 'served') return null;
  const mustSign = partiesToSign(facts);
  const days = progress.steps
    .filter(({ step, partyId }) => step === 'serve' && partyId !== null && mustSign.includes(partyId))
    .map(({ on }) => on)
    .toSorted();
  return days.at(-1) ?? null;
}
