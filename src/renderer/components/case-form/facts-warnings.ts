import type { CauseRestriction } from '#shared/domain/cause-of-action.ts';
import { mediationPeriodRule } from '#shared/domain/channel.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import type { PeriodSettings } from '#shared/domain/period.ts';
import { typedDay } from '../fields/date-field.tsx';
import { type FactsDraft, letterDayLabel } from './facts-draft.ts';

type FactsField = 'receivedOn' | 'filedOn' | 'letterOn' | 'procedureKind' | 'cause';

/** What looks odd in the facts, by field; nothing of it keeps a case from being registered. */
type FactsWarnings = Partial<Readonly<Record<FactsField, string>>>;

/** Checks the facts as they are typed. */
export function factsWarnings(draft: FactsDraft, today: LocalDate): FactsWarnings {
  const found: { -readonly [Key in FactsField]?: string } = {};
  const received = typedDay(draft.receivedOn);
  const filed = typedDay(draft.filedOn);
  const letter = typedDay(draft.letterOn);
  if (received !== null && received > today) {
    found.receivedOn = '晚于今天';
  } else if (received !== null && letter !== null && received < letter) {
    found.receivedOn = `早于${letterDayLabel(draft)}`;
  } else if (received !== null && filed !== null && received < filed) {
    found.receivedOn = '早于法院收案日';
  }
  if (filed !== null && filed > today) {
    found.filedOn = '晚于今天';
  }
  if (letter !== null && letter > today) {
    found.letterOn = '晚于今天';
  }
  if (draft.channel === 'B' && draft.procedureKind === null && received !== null) {
    found.procedureKind = '未选程序类型，算不出期限';
  }
  return found;
}

/** How long mediation may take, in words, and by what rule; undefined while it cannot be said. */
export function mediationPeriod(
  draft: FactsDraft,
  settings: PeriodSettings,
): { readonly words: string; readonly source: string } | undefined {
  const received = typedDay(draft.receivedOn);
  if (draft.channel === null || received === null) {
    return undefined;
  }
  const rule = mediationPeriodRule(draft.channel, draft.procedureKind ?? undefined, received);
  if (rule === undefined) {
    return undefined;
  }
  const days = draft.channel === 'C' ? (settings.customaryDays ?? rule.days) : rule.days;
  const from = settings.countStartDay ? '自接收当日起算' : '自接收次日起算';
  return { words: `调解期限 ${days} 日，${from}`, source: rule.source };
}

/** A restriction of the law in the words of the picker. */
export function restrictionSentence(restriction: CauseRestriction): string {
  return `${restriction.sentence}（${restriction.source}）`;
}
