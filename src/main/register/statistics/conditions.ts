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

/** One rule as SQL; `:from` and `:to` are the period's days. */
function ruleSql(rule: CountRule): string {
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

const sliceColumn = {
  court: 'f.court_id',
  mediator: 'f.mediator_id',
  sector: 'f.sector',
  channel: 'f.channel',
} as const;

function sliceCondition(dimension: SliceDimension, key: string, period: Period): Condition {
  if (dimension === 'closing') {
    const state = withPeriod(stateAtEndSql, period);
    return { sql: `${state.sql} = ?`, parameters: [...state.parameters, key] };
  }
  if (dimension === 'cause') {
    return key === ''
      ? { sql: 'f.cause_id IS NULL', parameters: [] }
      : { sql: 'f.cause_id IN (SELECT id FROM causes WHERE name = ?)', parameters: [key] };
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
