import { formatLocalDate, type LocalDate } from '../local-date.ts';
import { formatYuan } from '../money.ts';
import type { Performance } from '../performance.ts';
import { dueState } from '../period.ts';
import { type AfterDate, afterDates } from './dates.ts';
import { type AfterRules, possibleSteps } from './decide.ts';
import type { AfterFacts } from './facts.ts';
import { type MatterCode, matters } from './matters.ts';
import { shownMatters } from './open.ts';
import { matterProgress } from './progress.ts';
import { type AfterStep, matterOf } from './step.ts';

/** Something that is open after the closing; its place is a field of the section `outcome` of the case page. */
export type OpenAfterClosing = {
  readonly label: string;
  readonly why: string | null;
  readonly source: string | null;
  readonly place: { readonly section: 'outcome'; readonly field: string };
  readonly urgent: boolean;
};

export type AfterCircumstances = AfterRules & {
  readonly today: LocalDate;
  readonly performance: Performance;
  readonly visits: readonly { readonly visitedOn: LocalDate; readonly nextOn: LocalDate | null }[];
};

/** How long until a last day: 还有 12 天，最后一日 2026年12月21日. */
export function dueInWords({ due }: Pick<AfterDate, 'due'>, today: LocalDate): string {
  const state = dueState(due.endsOn, today);
  const left =
    state.kind === 'due'
      ? `还有 ${state.inDays} 天`
      : state.kind === 'dueToday'
        ? '今天是最后一日'
        : `已过 ${state.byDays} 天`;
  return `${left}，最后一日 ${formatLocalDate(due.endsOn)}`;
}

/** Matters that are begun or usually follow, and rest with the office or the parties; the court's turn is nobody's here. */
function openMatter(
  code: MatterCode,
  steps: readonly AfterStep[],
  facts: AfterFacts,
  { calendars, today }: AfterCircumstances,
): OpenAfterClosing | null {
  const { state, facts: present } = matterProgress(code, steps, facts);
  const [step] = possibleSteps(code, steps, facts);
  const rule = step === undefined ? undefined : matterOf(code).steps[step];
  if (step === undefined || rule === undefined || present.standing === 'done') return null;
  // A refused or withdrawn matter is taken up again only by who wants to.
  if (present.standing === 'ended') return null;
  const [date] = afterDates(code, steps, facts, calendars);
  const late = date !== undefined && date.due.endsOn < today;
  if (late && code === 'confirmation' && state === 'open') return null;
  const due = date === undefined ? undefined : dueState(date.due.endsOn, today);
  const soon = due !== undefined && (due.kind !== 'due' || due.warning !== undefined);
  return {
    label: present.standing === 'waiting' ? rule.label : `登记${matters[code].label}进展`,
    why:
      date === undefined
        ? `${matters[code].label}：${present.label}。`
        : `${matters[code].label}：${present.label}。${date.label}，${dueInWords(date, today)}。`,
    source: date?.due.source ?? rule.source,
    place: { section: 'outcome', field: `matter:${code}` },
    urgent: soon,
  };
}

function openPayment({ performance, today }: AfterCircumstances): OpenAfterClosing | null {
  const { next, overdueFen } = performance;
  if (next === null || next.dueOn === null || (overdueFen === 0 && next.dueOn > today)) return null;
  const late = overdueFen > 0;
  return {
    label: '记到位款',
    why: late
      ? `有 ${formatYuan(overdueFen)} 元逾期，最早一期${formatLocalDate(next.dueOn)}到期。问清是否已付，已付的记到位款。`
      : '有一期今天到期。',
    source: '人民调解法 第31条（督促履行）',
    place: { section: 'outcome', field: 'payment' },
    urgent: late,
  };
}

function openVisit({ visits, today }: AfterCircumstances): OpenAfterClosing | null {
  const next =
    visits.toSorted((one, other) => (one.visitedOn < other.visitedOn ? -1 : 1)).at(-1)?.nextOn ?? null;
  if (next === null || next > today) return null;
  return {
    label: '记回访',
    why: `约定${formatLocalDate(next)}回访。`,
    source: '人民调解法 第31条',
    place: { section: 'outcome', field: 'visit' },
    urgent: next < today,
  };
}

/** What is open after the closing of a case, the most pressing first. */
export function openAfterClosing(
  steps: readonly AfterStep[],
  facts: AfterFacts,
  circumstances: AfterCircumstances,
): readonly OpenAfterClosing[] {
  if (facts.closing === null) return [];
  const found = [
    ...shownMatters(facts, steps, circumstances.settings).map((code) =>
      openMatter(code, steps, facts, circumstances),
    ),
    openPayment(circumstances),
    openVisit(circumstances),
  ].filter((one) => one !== null);
  return found.toSorted((one, other) => Number(other.urgent) - Number(one.urgent));
}
