import type { Counted } from '#shared/contract/cases.ts';
import type { Period } from '#shared/domain/reporting-period.ts';
import {
  type CaseFlag,
  type CountRule,
  type FigureName,
  figures,
  type OwnDay,
  type Slice,
} from '#shared/domain/statistics.ts';
import { type Condition, withPeriod } from './condition.ts';
import { assistedCondition, groupCondition } from './group-conditions.ts';
import { sliceCondition } from './slice-conditions.ts';

const receivedDay = {
  before: 'f.received_on < :from',
  within: 'f.received_on BETWEEN :from AND :to',
  byEnd: 'f.received_on <= :to',
  known: 'f.received_on IS NOT NULL',
  never: 'f.received_on IS NULL',
} as const satisfies Record<CountRule['received'], string>;

const endedDay = {
  within: 'f.ended_on BETWEEN :from AND :to',
  known: 'f.ended_on IS NOT NULL',
  pendingAtStart: '(f.ended_on IS NULL OR f.ended_on >= :from)',
  pendingAtEnd: '(f.ended_on IS NULL OR f.ended_on > :to)',
} as const satisfies Record<NonNullable<CountRule['ended']>, string>;

const paidWithin = `f.case_id IN (SELECT p.case_id FROM payments p
  WHERE p.cancelled_at IS NULL AND p.amount_fen > 0 AND p.paid_on BETWEEN :from AND :to)`;

const ownDayWithin = {
  confirmed: 'f.confirmed_on BETWEEN :from AND :to',
  applied: 'f.applied_on BETWEEN :from AND :to',
  rejected: 'f.rejected_on BETWEEN :from AND :to',
  performanceDue: 'f.performance_due_on BETWEEN :from AND :to',
  paid: paidWithin,
} as const satisfies Record<OwnDay, string>;

const flagSql = {
  partly: 'f.partly = 1',
  noProperty: 'f.no_property = 1',
  confirmable: 'f.confirmable = 1',
  applied: '(f.applied_on IS NOT NULL OR f.confirmed_on IS NOT NULL)',
  confirmed: 'f.confirmed_on IS NOT NULL',
  unapplied: 'f.applied_on IS NULL',
  performanceUndated: '(f.agreed_fen > 0 AND f.performance_due_on IS NULL)',
  paidUndated: `f.case_id IN (SELECT p.case_id FROM payments p
    WHERE p.cancelled_at IS NULL AND p.amount_fen > 0 AND p.paid_on IS NULL)`,
  performed: `(f.agreed_fen > 0 AND (f.paid_fen >= f.agreed_fen OR f.closing_code = 'C13') AND f.enforced_on IS NULL)`,
  dueKnown: 'f.due_on IS NOT NULL',
  onTime: 'f.ended_on <= f.due_on',
  overdue: 'f.due_on < :to',
} as const satisfies Record<CaseFlag, string>;

/** The months from the first receipt to the month that a day lies in, as the table `months (month)`. */
export function monthsUntil(day: ':from' | ':to'): string {
  return `
  WITH RECURSIVE months (month) AS (
    SELECT substr((SELECT min(received_on) FROM case_figures), 1, 7)
    UNION ALL
    SELECT substr(date(month || '-01', '+1 month'), 1, 7) FROM months WHERE month < substr(${day}, 1, 7)
  )`;
}

/**
 * The cases that were received by a day and pending after it. As plain conditions on two days SQLite would read the
 * whole register; month by month of receipt, a later closing day is a range of the index.
 */
function pendingSql(received: '<' | '<=', ended: '>=' | '>', day: ':from' | ':to'): string {
  return `f.case_id IN (${monthsUntil(day)}
    SELECT p.case_id FROM case_figures p INDEXED BY case_figures_ended
    WHERE p.ended_on IS NULL AND p.received_on ${received} ${day}
    UNION ALL
    SELECT p.case_id FROM months CROSS JOIN case_figures p INDEXED BY case_figures_by_month
      ON substr(p.received_on, 1, 7) = months.month AND p.ended_on ${ended} ${day}
    WHERE p.received_on ${received} ${day})`;
}

function quoted(codes: readonly string[]): string {
  return codes.map((code) => `'${code}'`).join(', ');
}

function pendingOf(rule: CountRule): string | undefined {
  if (rule.received === 'before' && rule.ended === 'pendingAtStart') return pendingSql('<', '>=', ':from');
  if (rule.received === 'byEnd' && rule.ended === 'pendingAtEnd') return pendingSql('<=', '>', ':to');
  return undefined;
}

/** One rule as SQL; `:from` and `:to` are the period's days. */
function ruleSql(rule: CountRule): string {
  const pending = pendingOf(rule);
  const parts: string[] = [pending ?? receivedDay[rule.received]];
  // A case without a receipt day is listed by its day of registration.
  if (rule.registered === 'byEnd') parts.push('f.listed_on <= :to');
  if (rule.ended !== undefined && pending === undefined) parts.push(endedDay[rule.ended]);
  if (rule.codes !== undefined) parts.push(`f.closing_code IN (${quoted(rule.codes)})`);
  if (rule.channels !== undefined) parts.push(`f.channel IN (${quoted(rule.channels)})`);
  if (rule.within !== undefined) parts.push(ownDayWithin[rule.within]);
  for (const flag of rule.flags ?? []) parts.push(flagSql[flag]);
  return parts.join(' AND ');
}

/** Which cases a figure counts, as SQL over `case_figures f` with `:from` and `:to` still in it. */
export function figureSql(figure: FigureName): string {
  return figures[figure].counts.map((rule) => `(${ruleSql(rule)})`).join(' OR ');
}

/** From the receipt to the closing, or to the end of the period where the case was pending then. */
const daysSql = `CAST(julianday(CASE WHEN f.ended_on <= :to THEN f.ended_on ELSE :to END) - julianday(f.received_on) AS INTEGER)`;

function daysCondition({ from, to }: NonNullable<Counted['days']>, period: Period): Condition {
  const taken = withPeriod(daysSql, period);
  return to === null
    ? { sql: `${taken.sql} >= ?`, parameters: [...taken.parameters, from] }
    : { sql: `${taken.sql} BETWEEN ? AND ?`, parameters: [...taken.parameters, from, to] };
}

/**
 * The cases behind one number of a report, as a condition over `case_figures f`: what it finds is what the number
 * counts, figure by figure and row by row.
 */
export function countedWhere(counted: Counted): Condition {
  const { figure, period, slices, anyOf = [], noneOf = [], group, days, assistedBy } = counted;
  const within = (slice: Slice) => sliceCondition(slice, period);
  const conditions = [
    withPeriod(figureSql(figure), period),
    ...slices.map(within),
    ...[...Map.groupBy(anyOf, ({ dimension }) => dimension).values()].map((either) =>
      joined(either.map(within), 'OR'),
    ),
    // A row that knows nothing of a case (NULL) does not hold it.
    ...noneOf.map(within).map(({ sql, parameters }) => ({ sql: `NOT coalesce(${sql}, 0)`, parameters })),
    ...(group === undefined ? [] : [groupCondition(group)]),
    ...(days === undefined ? [] : [daysCondition(days, period)]),
    ...(assistedBy === undefined ? [] : [assistedCondition(assistedBy)]),
  ];
  return joined(conditions, 'AND');
}

function joined(conditions: readonly Condition[], by: 'AND' | 'OR'): Condition {
  return {
    sql: conditions.map(({ sql }) => `(${sql})`).join(` ${by} `),
    parameters: conditions.flatMap(({ parameters }) => parameters),
  };
}
