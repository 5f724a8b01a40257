import type { Counted } from '#shared/contract/cases.ts';
import { type CaseMark, caseMarkCodes } from '#shared/domain/case-mark.ts';
import type { Period } from '#shared/domain/reporting-period.ts';
import {
  amountBandNames,
  amountBands,
  type CaseFlag,
  type CountRule,
  type FigureName,
  figures,
  type OwnDay,
  type Slice,
} from '#shared/domain/statistics.ts';
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
const columns = {
  court: '+f.court_id',
  district: '+f.district',
  studio: '+f.studio_id',
  organisation: '+f.organisation_id',
  mediator: '+f.mediator_id',
  sector: '+f.sector',
  channel: '+f.channel',
  source: '+f.source',
} as const;
const byId: ReadonlySet<string> = new Set(['court', 'studio', 'organisation', 'mediator']);

const causePlaces = {
  causeGroup: 'cause_group',
  causeLevel1: 'level1',
  causeLevel2: 'level2',
  causeLevel3: 'level3',
} as const;

/** Cases by a column of `cause_places`; '' is a cause that has no such place, or none at all. */
function causeCondition(column: string, key: string): Condition {
  const placed = `SELECT c.id FROM causes c JOIN cause_places p ON p.name = c.name WHERE p.${column}`;
  return key === ''
    ? { sql: `(+f.cause_id IS NULL OR +f.cause_id NOT IN (${placed} IS NOT NULL))`, parameters: [] }
    : { sql: `+f.cause_id IN (${placed} = ?)`, parameters: [key] };
}

function bandCondition(key: string): Condition {
  if (key === 'noProperty') return { sql: 'f.claim_fen IS NULL AND f.no_property = 1', parameters: [] };
  const place = (amountBandNames as readonly string[]).indexOf(key);
  const band = amountBandNames[place];
  if (band === undefined) return { sql: 'f.claim_fen IS NULL AND f.no_property = 0', parameters: [] };
  const below = amountBandNames[place - 1];
  return {
    sql: 'f.claim_fen > ? AND f.claim_fen <= ?',
    parameters: [below === undefined ? -1 : amountBands[below].upTo, amountBands[band].upTo],
  };
}

function markCondition(key: string): Condition {
  if (key === '') return { sql: 'f.marks = 0', parameters: [] };
  return { sql: 'f.marks & ? <> 0', parameters: [1 << caseMarkCodes.indexOf(key as CaseMark)] };
}

function sliceCondition({ dimension, key }: Slice, period: Period): Condition {
  switch (dimension) {
    case 'closing': {
      const state = withPeriod(stateAtEndSql, period);
      return { sql: `${state.sql} = ?`, parameters: [...state.parameters, key] };
    }
    case 'cause':
      return key === ''
        ? { sql: '+f.cause_id IS NULL', parameters: [] }
        : { sql: '+f.cause_id IN (SELECT id FROM causes WHERE name = ?)', parameters: [key] };
    case 'causeGroup':
    case 'causeLevel1':
    case 'causeLevel2':
    case 'causeLevel3':
      return causeCondition(causePlaces[dimension], key);
    case 'amountBand':
      return bandCondition(key);
    case 'mark':
      return markCondition(key);
    default: {
      const column = columns[dimension];
      if (key === '') return { sql: `${column} IS NULL`, parameters: [] };
      return { sql: `${column} = ?`, parameters: [byId.has(dimension) ? Number(key) : key] };
    }
  }
}

/**
 * The cases behind one number of a report, as a condition over `case_figures f`: what it finds is what the number
 * counts, figure by figure and row by row.
 */
export function countedWhere({ figure, period, slices, anyOf }: Counted): Condition {
  const conditions = [
    withPeriod(figureSql(figure), period),
    ...slices.map((slice) => sliceCondition(slice, period)),
    ...(anyOf === undefined
      ? []
      : [
          joined(
            anyOf.map((slice) => sliceCondition(slice, period)),
            'OR',
          ),
        ]),
  ];
  return joined(conditions, 'AND');
}

function joined(conditions: readonly Condition[], by: 'AND' | 'OR'): Condition {
  return {
    sql: conditions.map(({ sql }) => `(${sql})`).join(` ${by} `),
    parameters: conditions.flatMap(({ parameters }) => parameters),
  };
}
