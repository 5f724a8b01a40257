import { formatLocalDate } from '../local-date.ts';
import type { RestCalendars } from '../rest-days.ts';
import { confirmationDeadline } from './dates.ts';
import type { AfterFacts } from './facts.ts';
import { type MatterCode, matters, type StepCode } from './matters.ts';
import { matterOpen } from './open.ts';
import { matterProgress, replay } from './progress.ts';
import type { AfterField, StepRule } from './rule.ts';
import { type AfterClosingSettings, type AfterStep, matterOf, stepRule, type WishedStep } from './step.ts';

export type StepDecision =
  | { readonly possible: true; readonly to: string }
  | {
      readonly possible: false;
      readonly refusal: 'notClosed' | 'confirmationForbidden' | 'stepNotPossible';
      /** Why not, as a Chinese sentence. */
      readonly reason: string;
      /** What to do instead, as a Chinese sentence. */
      readonly instead: string;
    };

export type AfterRules = { readonly settings: AfterClosingSettings; readonly calendars: RestCalendars };

const again = ['rejected', 'notAccepted', 'withdrawn'];

/** The steps that the table allows for a matter as it stands, in the table's order. */
export function possibleSteps(
  code: MatterCode,
  steps: readonly AfterStep[],
  facts: AfterFacts,
): readonly StepCode[] {
  const { state, outstanding } = matterProgress(code, steps, facts);
  return (Object.entries(matterOf(code).steps) as [StepCode, StepRule][])
    .filter(([, rule]) => rule.from.includes(state) && goesIn(rule, facts))
    .filter(([, rule]) => rule.to !== 'same' || outstanding.length > 0)
    .map(([step]) => step);
}

function goesIn({ channels }: StepRule, { channel }: AfterFacts): boolean {
  return channels === undefined || channels.includes(channel);
}

function insteadOf(code: MatterCode, steps: readonly AfterStep[], facts: AfterFacts): string {
  const labels = possibleSteps(code, steps, facts).map(
    (step) => `“${matterOf(code).steps[step]?.label ?? ''}”`,
  );
  return labels.length === 0
    ? '这一事项已经办完；登记有误的，作废最后一步并写明理由。'
    : `现在可以登记${labels.join('、')}；上一步有误的，先作废并写明理由。`;
}

function refuse(reason: string, instead: string): StepDecision {
  return { possible: false, refusal: 'stepNotPossible', reason, instead };
}

const lacking: Readonly<Record<AfterField, readonly [reason: string, instead: string]>> = {
  joint: [
    '司法确认须由双方共同申请，一方申请的法院不予受理（民事诉讼法第205条）。',
    '确认双方共同提出后，勾选“双方共同申请”。',
  ],
  party: ['这一步由各方当事人分别办理，要写明是哪一方。', '选定当事人后再登记。'],
  remarks: ['这一步要写明原因。', '填写原因后再登记。'],
  court: ['这一步要写明法院。', '选定法院后再登记。'],
  number: ['这一步要写明文书号。', '填写文书号后再登记。'],
  papers: ['这一步要列出材料。', '勾选移送的材料后再登记。'],
};

function has(wish: WishedStep, field: AfterField): boolean {
  switch (field) {
    case 'joint':
      return wish.joint;
    case 'party':
      return wish.partyId !== null;
    case 'papers':
      return wish.papers.length > 0;
    case 'court':
      return wish.courtId !== null;
    case 'number':
      return wish.number !== null;
    case 'remarks':
      return wish.remarks !== null;
  }
}

/** Whether a case may take a step, and where it leads; if not, why, and what to do instead. */
export function decideStep(
  wish: WishedStep,
  steps: readonly AfterStep[],
  facts: AfterFacts,
  { settings, calendars }: AfterRules,
): StepDecision {
  const { label } = matters[wish.matter];
  const rule = stepRule(wish);
  const instead = insteadOf(wish.matter, steps, facts);
  if (rule === undefined || !goesIn(rule, facts)) return refuse(`“${label}”没有这一步。`, instead);
  const openness = matterOpen(wish.matter, facts, steps, settings);
  if (openness.open === 'no') return { possible: false, ...openness };
  const { state, facts: present, outstanding } = matterProgress(wish.matter, steps, facts);
  if (!rule.from.includes(state)) {
    return refuse(`“${label}”现在是“${present.label}”，不能登记“${rule.label}”。`, instead);
  }
  const missing = rule.needs.find((field) => !has(wish, field));
  if (missing !== undefined) return refuse(...lacking[missing]);
  if (rule.to === 'same') {
    if (!facts.parties.some(({ id }) => id === wish.partyId)) return refuse(...lacking.party);
    const taken = matterProgress(wish.matter, steps, facts).steps;
    const since = taken.slice(taken.findLastIndex((one) => stepRule(one)?.to !== 'same') + 1);
    if (
      since.some((one) => one.step === wish.step && one.partyId === wish.partyId) ||
      outstanding.length === 0
    ) {
      return refuse(`这一方的“${rule.label}”已经登记过了。`, instead);
    }
  }
  if (wish.matter === 'confirmation' && wish.step === 'apply') {
    const late = applicationTooLate(wish, facts, calendars, again.includes(state));
    if (late !== undefined) return late;
    if (openness.reasonNeeded !== null && wish.remarks === null) {
      return refuse(`申请之前要写明：${openness.reasonNeeded}。`, '在“说明”里写明后再登记。');
    }
  }
  return { possible: true, to: rule.to === 'same' ? state : rule.to };
}

/**
 * An application after the 30 days is none (民事诉讼法 第205条). Where the calendar that could move the last day is
 * missing, nobody is turned away by the machine.
 */
function applicationTooLate(
  wish: WishedStep,
  facts: AfterFacts,
  calendars: RestCalendars,
  repeated: boolean,
): StepDecision | undefined {
  const deadline = confirmationDeadline(facts, calendars);
  if (deadline === undefined || deadline.uncertainYears.length > 0 || wish.on <= deadline.endsOn) {
    return undefined;
  }
  return refuse(
    `${repeated ? '再次' : ''}申请司法确认的期限已过：协议${formatLocalDate(deadline.startedOn)}生效，最后一日是${formatLocalDate(deadline.endsOn)}（民事诉讼法第205条）。`,
    '告知当事人可以就协议起诉、申请支付令或者办理公证；生效日期登记有误的，先更正协议的签订日期。',
  );
}

/** Whether a recorded step can be cancelled: what was recorded after it must still follow from what is left. */
export function decideCancelling(
  step: AfterStep,
  steps: readonly AfterStep[],
  facts: AfterFacts,
): StepDecision {
  const left = matterProgress(step.matter, steps, facts).steps.filter(({ id }) => id !== step.id);
  const without: AfterFacts =
    step.matter === 'confirmation' && step.step === 'confirm'
      ? { ...facts, confirmationOnRecord: null }
      : facts;
  const to = replay(step.matter, left, without);
  return to === undefined
    ? refuse('这一步之后还登记了别的步骤。', '从最后一步开始，逐步作废并写明理由。')
    : { possible: true, to };
}
