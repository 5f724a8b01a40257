import type { CaseDetail } from '#shared/contract/cases.ts';
import { closings } from '#shared/domain/closing.ts';
import { formatLocalDate } from '#shared/domain/local-date.ts';
import { formatYuan } from '#shared/domain/money.ts';
import { usePerformance } from '../after/use-after.ts';
import styles from './moves.module.css';

/**
 * What is still to be paid, for whoever is about to archive. Performance goes on by itself after the closing (domain.md
 * §2.4) and its days are watched all the same, so that nothing stands in the way; only nobody should think it was over.
 */
export function StillToPay({ detail }: { readonly detail: CaseDetail }) {
  const { closing } = detail;
  const { outstandingFen, overdueFen, next } = usePerformance(detail);
  const expected = closing !== null && closing.code !== 'C13' && closings[closing.code].outcome === 'success';
  if (!expected || outstandingFen === 0) return null;
  const late = overdueFen > 0 ? `，其中逾期 ${formatYuan(overdueFen)} 元` : '';
  const day = next === null || next.dueOn === null ? '' : `，最早一笔${formatLocalDate(next.dueOn)}到期`;
  return (
    <p className={styles.problem}>
      ▲ 协议还没有履行完：还差 {formatYuan(outstandingFen)} 元{late}
      {day}。可以先归档：到期照样在“今日”提醒，到款照样记；之后的付款凭证请补入卷宗。
    </p>
  );
}
