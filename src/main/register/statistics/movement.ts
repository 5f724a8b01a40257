import type { ClosingCode } from '#shared/domain/closing.ts';
import type { Period } from '#shared/domain/reporting-period.ts';
import type { CaseStanding, DayStanding } from '#shared/domain/statistics.ts';
import { type Condition, monthsUntil, withPeriod } from './conditions.ts';

const days = ['before', 'within', 'after', 'never'] as const satisfies readonly DayStanding[];

/**
 * How a case stands, as five decimal figures: receipt day, closing day (each by its place in `days`), two of the closing
 * code, and the mark 部分达成. A number, because reading a text from every row takes as long as finding the row.
 */
function standingSql(ended: DayStanding): string {
  const received = `((f.received_on >= :from) + (f.received_on > :to)) * 10000`;
  const ending = 'coalesce(CAST(substr(f.closing_code, 2) AS INTEGER), 0) * 10 + f.partly';
  const known = ended === 'before' || ended === 'within' ? ending : '0';
  return `${received} + ${days.indexOf(ended)} * 1000 + ${known} AS standing`;
}

/** Reads `standing` of a row of `movement`. */
export function standingOf(packed: number): CaseStanding {
  const code = Math.floor(packed / 10) % 100;
  return {
    received: days[Math.floor(packed / 10000)] ?? 'never',
    registered: 'never',
    ended: days[Math.floor(packed / 1000) % 10] ?? 'never',
    code: code === 0 ? null : (`C${code}` as ClosingCode),
    partly: packed % 10 === 1,
    confirmed: 'never',
  };
}

const amounts = 'f.claim_fen AS claimFenOfClosed, f.agreed_fen AS agreedFen, f.paid_fen AS paidFen';
const noAmounts = 'NULL AS claimFenOfClosed, NULL AS agreedFen, NULL AS paidFen';

/**
 * Finds every case with a receipt day that moved in the period or was pending in it, in four parts that exclude each
 * other; gives columns of `case_figures f`, the amounts, and `standing`. Each part reads one covering index and hardly
 * more of it than it finds, however old the period is: a case that was pending at the end is looked for month by month
 * of receipt, which leaves a closing day after the end as a range.
 */
export function movement(columns: string, period: Period): Condition {
  const parts = [
    `SELECT ${columns}, ${amounts}, ${standingSql('within')}
     FROM case_figures f INDEXED BY case_figures_ended
     WHERE f.ended_on BETWEEN :from AND :to AND f.received_on IS NOT NULL`,
    `SELECT ${columns}, ${noAmounts}, ${standingSql('never')}
     FROM case_figures f INDEXED BY case_figures_ended
     WHERE f.ended_on IS NULL AND f.received_on <= :to`,
    `SELECT ${columns}, ${noAmounts}, ${standingSql('after')}
     FROM months CROSS JOIN case_figures f INDEXED BY case_figures_by_month
       ON substr(f.received_on, 1, 7) = months.month AND f.ended_on > :to
     WHERE f.received_on <= :to`,
    // Ended before it was received: no case should be, and one that is must not be overlooked.
    `SELECT ${columns}, ${noAmounts}, ${standingSql('before')}
     FROM months CROSS JOIN case_figures f INDEXED BY case_figures_by_month
       ON substr(f.received_on, 1, 7) = months.month AND f.ended_on < :from
     WHERE months.month >= substr(:from, 1, 7) AND f.received_on BETWEEN :from AND :to`,
  ];
  return withPeriod(`${monthsUntil(':to')} ${parts.join(' UNION ALL ')}`, period);
}
