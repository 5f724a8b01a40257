import { formatLocalDate, type LocalDate } from '#shared/domain/local-date.ts';
import { refused } from './errors.ts';

const words = {
  received: '接收',
  closed: '终结',
  paid: '付款',
  confirmed: '司法确认',
  move: '办理',
  consent: '表态',
  contact: '联系',
  disclosed: '披露',
  session: '调解',
  visited: '回访',
  granted: '登记补贴',
  trained: '培训',
  proposed: '提交',
  referred: '分流',
  handedIn: '报送',
} as const;

/** What is dated after today has not happened and cannot be counted: REFUSED, naming both days. */
export function refuseNotYet(what: keyof typeof words, day: LocalDate | null, today: LocalDate): void {
  if (day !== null && day > today) {
    throw refused('notYet', { what: words[what], day: formatLocalDate(day), today: formatLocalDate(today) });
  }
}
