import type { ClosingCode } from '#shared/domain/closing.ts';
import type { Period } from '#shared/domain/reporting-period.ts';
import type { CaseStanding, DayStanding } from '#shared/domain/statistics.ts';
import { type Condition, withPeriod } from './conditions.ts';

// Where the receipt day lies; what is known of the closing day depends on the part that finds the case.
const receivedSql = `CASE WHEN f.received_on < :from THEN 'before' WHEN f.received_on <= :to THEN 'within' ELSE 'after' END`;

const endingSql = `coalesce(f.closing_code, '-') || ' ' || f.partly`;

/**
 * Every case with a receipt day that moved in the period or was pending in it, found in four parts that exclude each
 * other. Each part reads one covering index and no more of it than it finds, however old the period is: a case that was
 * pending at the end is looked for month by month of receipt, which leaves a closing day after the end as a range.
 */
function parts(
  columns: string,
  amounts: string,
): Readonly<Record<'ended' | 'pending' | 'endedLater' | 'endedEarlier', string>> {
  return {
    ended: `
      SELECT ${columns}, ${amounts},
        ${receivedSql} || ' within ' || ${endingSql} AS standing
      FROM case_figures f INDEXED BY case_figures_ended
      WHERE f.ended_on BETWEEN :from AND :to AND f.received_on IS NOT NULL`,
    pending: `
      SELECT ${columns}, ${noAmounts}, ${receivedSql} || ' never' AS standing
      FROM case_figures f INDEXED BY case_figures_ended
      WHERE f.ended_on IS NULL AND f.received_on <= :to`,
    endedLater: `
      SELECT ${columns}, ${noAmounts}, ${receivedSql} || ' after' AS standing
      FROM months CROSS JOIN case_figures f INDEXED BY case_figures_by_month
        ON substr(f.received_on, 1, 7) = months.month AND f.ended_on > :to
      WHERE f.received_on <= :to`,
    // Ended before it was received: no such case should be, and one that is must not be overlooked.
    endedEarlier: `
      SELECT ${columns}, ${noAmounts}, ${receivedSql} || ' before ' || ${endingSql} AS standing
      FROM months CROSS JOIN case_figures f INDEXED BY case_figures_by_month
        ON substr(f.received_on, 1, 7) = months.month AND f.ended_on < :from
      WHERE months.month >= substr(:from, 1, 7) AND f.received_on BETWEEN :from AND :to`,
  };
}

const noAmounts = 'NULL AS claimFen, NULL AS agreedFen, NULL AS paidFen';

/** From the month of the first receipt to the month in which the period ends. */
const months = `
  WITH RECURSIVE months (month) AS (
    SELECT substr((SELECT min(received_on) FROM case_figures), 1, 7)
    UNION ALL
    SELECT substr(date(month || '-01', '+1 month'), 1, 7) FROM months WHERE month < substr(:to, 1, 7)
  )`;

/** The statement that finds the cases of a period, with columns of `case_figures f`, amounts and `standing`. */
export function movement(columns: string, period: Period): Condition {
  const amounts = 'f.claim_fen AS claimFen, f.agreed_fen AS agreedFen, f.paid_fen AS paidFen';
  return withPeriod(`${months} ${Object.values(parts(columns, amounts)).join(' UNION ALL ')}`, period);
}

/** Reads `standing` of a row of `movement`. */
export function standingOf(text: string): CaseStanding {
  const [received, ended, code, partly] = text.split(' ');
  return {
    received: received as DayStanding,
    registered: 'never',
    ended: ended as DayStanding,
    code: code === undefined || code === '-' ? null : (code as ClosingCode),
    partly: partly === '1',
    confirmed: 'never',
  };
}
