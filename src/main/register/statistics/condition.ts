import type { Period } from '#shared/domain/reporting-period.ts';
import type { Parameter } from '../query.ts';

/** A piece of SQL over `case_figures f` with what its question marks stand for, in their order. */
export type Condition = { readonly sql: string; readonly parameters: readonly Parameter[] };

/** Puts the period's days in: every `:from` and `:to` becomes a question mark with its parameter. */
export function withPeriod(sql: string, period: Period): Condition {
  const parameters: Parameter[] = [];
  const bound = sql.replace(/:(from|to)\b/g, (_, end: 'from' | 'to') => {
    parameters.push(period[end]);
    return '?';
  });
  return { sql: bound, parameters };
}
