import { type MoveCode, moveLabel } from '../case-move.ts';
import type { CasePlace, CaseSoFar } from '../case-so-far.ts';
import { formatLocalDate, type LocalDate } from '../local-date.ts';
import { dueState, type PeriodState } from '../period.ts';
import type { RestCalendars } from '../rest-days.ts';

export type NextAction =
  | { readonly kind: 'restore' }
  /** The dialog of a move. */
  | { readonly kind: 'move'; readonly move: MoveCode }
  | { readonly kind: 'go'; readonly place: CasePlace };

export type Offer = { readonly action: NextAction; readonly label: string };

/** What is mostly done next: one button, why it is its turn, and at most one other way. */
export type NextMove = Offer & {
  /** A Chinese sentence; null where the button says it all. */
  readonly why: string | null;
  readonly source: string | null;
  /** Whether a day has been missed or is about to be. */
  readonly urgent: boolean;
  readonly instead: Offer | null;
};

/** Something that is open after the closing, most pressing first; see the sub-procedures of domain.md §2.4. */
export type OpenMatter = {
  readonly label: string;
  readonly why: string | null;
  readonly source: string | null;
  readonly place: CasePlace;
  readonly urgent: boolean;
};

/** What the answer depends on beside the case. */
export type Circumstances = {
  readonly today: LocalDate;
  /** undefined before the receipt. */
  readonly period: PeriodState | undefined;
  readonly lastDay: LocalDate | null;
  readonly calendars: RestCalendars;
  /** undefined: nobody has looked, and agreement, payments and confirmation say what is open. */
  readonly after?: readonly OpenMatter[] | undefined;
};

export const go = (section: CasePlace['section'], field: string): NextAction => ({
  kind: 'go',
  place: { section, field },
});
export const session: Offer = { action: go('sessions', 'heldOn'), label: '记一次调解' };
export const agreement: Offer = { action: go('agreement', 'terms'), label: '填写协议' };
export const issue: Offer = { action: go('agreement', 'issue'), label: '出协议书' };
export const close: Offer = { action: go('closing', 'code'), label: '结案' };

/** The closing with its way chosen. */
export function closeAs(code: string, word: string): Offer {
  return { action: go('closing', `code:${code}`), label: `结案（${word}）` };
}

/** The dialog of a move, under its name in the case's channel. */
export function offer(move: MoveCode, { facts }: CaseSoFar, label = moveLabel(move, facts.channel)): Offer {
  return { action: { kind: 'move', move }, label };
}

/** An answer with nothing more to say than its button, unless told. */
export function next(chosen: Offer, more: Partial<Omit<NextMove, keyof Offer>> = {}): NextMove {
  return { why: null, source: null, urgent: false, instead: null, ...chosen, ...more };
}

/** How long until a last day, as a part of a sentence. */
export function untilInWords(lastDay: LocalDate, today: LocalDate): { words: string; late: boolean } {
  const state = dueState(lastDay, today);
  const left =
    state.kind === 'due'
      ? `还有 ${state.inDays} 天`
      : state.kind === 'dueToday'
        ? '今天到期'
        : `已过 ${state.byDays} 天`;
  return { words: `至${formatLocalDate(lastDay)}，${left}`, late: state.kind !== 'due' };
}
