import type { Month } from '../../local-date.ts';
import { monthsInWords } from './cell.ts';

/** Why numbers in which closed months lie are counted from the register and not taken from the closings. */
export const countedTodayReasons = {
  ownTable: '自定义统计表',
  filtered: '筛选以后的数',
  longer: '季度、半年、年和按天选的统计期',
} as const;
export type CountedTodayReason = keyof typeof countedTodayReasons;

/** Says of numbers that are counted today that they are no closing's, and where the difference stands. */
export function countedTodayWords(why: CountedTodayReason, closed: readonly Month[]): string {
  return `${countedTodayReasons[why]}按今天的登记计数，不是锁定时的数：${monthsInWords(closed)}已锁定，锁定以后改动了的，与当时报出的数不同，差别列在之后各月的“上期调整”里。`;
}
