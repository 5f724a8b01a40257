import type { TodayRow } from '#shared/contract/today.ts';
import { caseMatters } from '#shared/domain/case-dates.ts';
import { daysBetween, type LocalDate } from '#shared/domain/local-date.ts';

const weekdays = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'] as const;

/** 11月23日 周一; of another year the year, and no weekday: 2025年12月1日. */
export function dayInWords(day: LocalDate, today: LocalDate): string {
  const [year = '', month, date] = day.split('-').map(Number);
  const weekday = weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()];
  const ofThisYear = day.slice(0, 4) === today.slice(0, 4);
  return ofThisYear ? `${month}月${date}日 ${weekday}` : `${year}年${month}月${date}日`;
}

type Urgency = 'overdue' | 'today' | 'later' | 'since';

/** How far a row's day is from today, in words and as what they are shown as. */
export function distance(
  row: TodayRow,
  today: LocalDate,
): { readonly words: string; readonly urgency: Urgency } {
  const days = daysBetween(today, row.dueOn);
  if (caseMatters[row.matter].day === 'since') {
    return { words: days === 0 ? '今天起' : `已等 ${-days} 天`, urgency: 'since' };
  }
  if (days < 0) return { words: `逾期 ${-days} 天`, urgency: 'overdue' };
  if (days === 0) return { words: '今天到期', urgency: 'today' };
  return { words: `还有 ${days} 天`, urgency: 'later' };
}

/** What to do about a row; some matters want something else once their day has passed. */
export function whatToDo(row: TodayRow, today: LocalDate): string {
  const { todo, late } = caseMatters[row.matter];
  return row.dueOn < today ? (late ?? todo) : todo;
}

/** The first names of a side and how many there are: 甲某、乙某等 5 人. */
function shortNames(names: string): string {
  const all = names.split('、');
  return all.length <= 2 ? names : `${all.slice(0, 2).join('、')}等 ${all.length} 人`;
}

/** Both sides of a case on one line. */
export function partiesInShort({ applicants, respondents }: TodayRow['case']): string {
  return [applicants, respondents]
    .filter((names) => names !== '')
    .map(shortNames)
    .join(' 与 ');
}

const sections: Readonly<Record<TodayRow['matter'], string>> = {
  period: 'sessions',
  acceptance: 'facts',
  nextSession: 'sessions',
  confirmation: 'outcome',
  instalment: 'outcome',
  visit: 'outcome',
  archive: 'closing',
  receipt: 'facts',
  procedureKind: 'facts',
  suspended: 'sessions',
  mending: 'outcome',
  signature: 'agreement',
};

/** The section of the case's page where a row is seen to. */
export function placeOf(row: TodayRow): string {
  return `/cases/${row.case.id}?section=${sections[row.matter]}`;
}
