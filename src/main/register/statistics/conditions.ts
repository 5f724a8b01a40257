import type { Counted } from '#shared/contract/cases.ts';
import type { Period } from '#shared/domain/reporting-period.ts';
import { type CountRule, type FigureName, figures, type SliceDimension } from '#shared/domain/statistics.ts';
import type { Parameter } from '../query.ts';

/** A piece of SQL over `case_figures f` with what its question marks stand for, in their order. */
export type Condition = { readonly sql: string; readonly parameters: readonly Parameter[] };

const receivedDay = {
  before: 'f.received_on < :from',
  within: 'f.received_on BETWEEN :from AND :to',
  byEnd: 'f.received_on <= :to',
  known: 'f.received_on IS NOT NULL',
  never: 'f.received_on IS NULL',
} as const satisfies Record<CountRule['received'], string>;

const endedDay = {
  within: 'f.ended_on BETWEEN :from AND :to',
  pendingAtStart: '(f.ended_on IS NULL OR f.ended_on >= :from)',
  pendingAtEnd: '(f.ended_on IS NULL OR f.ended_on > :to)',
} as const satisfies Record<NonNullable<CountRule['ended']>, string>;

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

/** One rule as SQL; `:from` and `:to` are the period's days. */
function ruleSql(rule: CountRule): string {
  if (rule.received === 'before' && rule.ended === 'pendingAtStart') return pendingSql('<', '>=', ':from');
  if (rule.received === 'byEnd' && rule.ended === 'pendingAtEnd') return pendingSql('<=', '>', ':to');
  const parts: string[] = [receivedDay[rule.received]];
  // A case without a receipt day is listed by its day of registration.
  if (rule.registered === 'byEnd') parts.push('f.listed_on <= :to');
  if (rule.ended !== undefined) parts.push(endedDay[rule.ended]);
  if (rule.codes !== undefined)
    parts.push(`f.closing_code IN (${rule.codes.map((code) => `'${code}'`).join(', ')})`);
  if (rule.partly === true) parts.push('f.partly = 1');
  if (rule.confirmed === 'within') parts.push('f.confirmed_on BETWEEN :from AND :to');
  return parts.join(' AND ');
}

/** Which cases a figure counts, as SQL over `case_figures f` with `:from` and `:to` still in it. */
export function figureSql(figure: FigureName): string {
  return figures[figure].counts.map((rule) => `(${ruleSql(rule)})`).join(' OR ');
}

/** 'C11' …, or '' while the case is pending at the end of the period: its row in the table by closing. */
export const stateAtEndSql = `CASE WHEN f.ended_on <= :to THEN f.closing_code ELSE '' END`;

/** Puts the period's days in: every `:from` and `:to` becomes a question mark with its parameter. */
export function withPeriod(sql: string, period: Period): Condition {
  const parameters: Parameter[] = [];
  const bound = sql.replace(/:(from|to)\b/g, (_, end: 'from' | 'to') => {
    parameters.push(period[end]);
    return '?';
  });
  return { sql: bound, parameters };
}

// The plus keeps SQLite from walking all cases of a court where a few days of the register would do.
const sliceColumn = {
  court: '+f.court_id',
  mediator: '+f.mediator_id',
  sector: '+f.sector',
  channel: '+f.channel',
} as const;

function sliceCondition(dimension: SliceDimension, key: string, period: Period): Condition {
  if (dimension === 'closing') {
    const state = withPeriod(stateAtEndSql, period);
    return { sql: `${state.sql} = ?`, parameters: [...state.parameters, key] };
  }
  if (dimension === 'cause') {
    return key === ''
      ? { sql: '+f.cause_id IS NULL', parameters: [] }
      : { sql: '+f.cause_id IN (SELECT id FROM causes WHERE name = ?)', parameters: [key] };
  }
  const column = sliceColumn[dimension];
  if (key === '') return { sql: `${column} IS NULL`, parameters: [] };
  const value = dimension === 'court' || dimension === 'mediator' ? Number(key) : key;
  return { sql: `${column} = ?`, parameters: [value] };
}

/**
 * The cases behind one number of a report, as a condition over `case_figures f`: what it finds is what the number
 * counts, figure by figure and row by row.
 */
export function countedWhere(counted: Counted): Condition {
  const figure = withPeriod(figureSql(counted.figure), counted.period);
  if (counted.slice === null) return figure;
  const slice = sliceCondition(counted.slice.dimension, counted.slice.key, counted.period);
  return {
    sql: `(${figure.sql}) AND ${slice.sql}`,
    parameters: [...figure.parameters, ...slice.parameters],
  };
}
