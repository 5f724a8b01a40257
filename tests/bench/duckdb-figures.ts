import { caseMarkCodes } from '#shared/domain/case-mark.ts';
import type { Period } from '#shared/domain/reporting-period.ts';
import {
  type AmountName,
  amountBandNames,
  amountBands,
  amounts,
  type CaseFlag,
  type CountRule,
  type FigureName,
  figures,
  type OwnDay,
  type SliceDimension,
  type Summed,
} from '#shared/domain/statistics.ts';

/** A count or a sum. */
export type CountedName = FigureName | AmountName;

const receivedDay = {
  before: 'received_on < :from',
  within: 'received_on BETWEEN :from AND :to',
  byEnd: 'received_on <= :to',
  known: 'received_on IS NOT NULL',
  never: 'received_on IS NULL',
} as const satisfies Record<CountRule['received'], string>;

const endedDay = {
  within: 'ended_on BETWEEN :from AND :to',
  known: 'ended_on IS NOT NULL',
  pendingAtStart: '(ended_on IS NULL OR ended_on >= :from)',
  pendingAtEnd: '(ended_on IS NULL OR ended_on > :to)',
} as const satisfies Record<NonNullable<CountRule['ended']>, string>;

const ownDay = {
  confirmed: 'confirmed_on BETWEEN :from AND :to',
  applied: 'applied_on BETWEEN :from AND :to',
  rejected: 'rejected_on BETWEEN :from AND :to',
  performanceDue: 'performance_due_on BETWEEN :from AND :to',
  paid: 'paid_in_period > 0',
} as const satisfies Record<OwnDay, string>;

const flag = {
  partly: 'partly = 1',
  noProperty: 'no_property = 1',
  confirmable: 'confirmable = 1',
  applied: '(applied_on IS NOT NULL OR confirmed_on IS NOT NULL)',
  confirmed: 'confirmed_on IS NOT NULL',
  unapplied: 'applied_on IS NULL',
  performanceUndated: '(agreed_fen > 0 AND performance_due_on IS NULL)',
  paidUndated: 'case_id IN (SELECT case_id FROM payments WHERE paid_on IS NULL AND amount_fen > 0)',
  performed: `(agreed_fen > 0 AND (paid_fen >= agreed_fen OR closing_code = 'C13') AND enforced_on IS NULL)`,
  dueKnown: 'due_on IS NOT NULL',
  onTime: 'ended_on <= due_on',
  overdue: 'due_on < :to',
} as const satisfies Record<CaseFlag, string>;

const summed = {
  claim: 'claim_fen',
  agreed: 'agreed_fen',
  paid: 'paid_fen',
  paidInPeriod: 'paid_in_period',
  days: 'greatest(0, ended_on - received_on)',
  parties: 'parties',
} as const satisfies Record<Summed, string>;

function listed(values: readonly string[]): string {
  return values.map((value) => `'${value}'`).join(', ');
}

function ruleSql({ received, registered, ended, codes, channels, within, flags }: CountRule): string {
  const parts = [
    receivedDay[received],
    registered === undefined ? null : 'registered_on <= :to',
    ended === undefined ? null : endedDay[ended],
    codes === undefined ? null : `closing_code IN (${listed(codes)})`,
    channels === undefined ? null : `channel IN (${listed(channels)})`,
    within === undefined ? null : ownDay[within],
    ...(flags ?? []).map((name) => flag[name]),
  ];
  return parts.filter((part) => part !== null).join(' AND ');
}

function figureSql(name: FigureName): string {
  return figures[name].counts.map((rule) => `(${ruleSql(rule)})`).join(' OR ');
}

function countedSql(name: CountedName): string {
  if (!(name in amounts)) return `count(*) FILTER (WHERE ${figureSql(name as FigureName)})`;
  const { of, over } = amounts[name as AmountName];
  return `coalesce(sum(${summed[of]}) FILTER (WHERE ${figureSql(over)}), 0)`;
}

function bandSql(): string {
  const bands = amountBandNames.map((name) => `WHEN claim_fen <= ${amountBands[name].upTo} THEN '${name}'`);
  return `CASE WHEN claim_fen IS NULL THEN if(no_property = 1, 'noProperty', 'notStated') ${bands.join(' ')} END`;
}

function marksSql(): string {
  const marks = caseMarkCodes.map((code, bit) => `CASE WHEN marks & ${1 << bit} <> 0 THEN '${code}' END`);
  return `unnest(if(marks = 0, [''], list_filter([${marks.join(', ')}], one -> one IS NOT NULL)))`;
}

/** What the rows of a table are told apart by, as it lies in the rows of the cases. */
const keySql = {
  court: 'court_id',
  district: 'district',
  studio: 'studio_id',
  organisation: 'organisation_id',
  mediator: 'mediator_id',
  sector: 'sector',
  channel: 'channel',
  source: 'source',
  causeGroup: 'cause_id',
  causeLevel1: 'cause_id',
  causeLevel2: 'cause_id',
  causeLevel3: 'cause_id',
  cause: 'cause_id',
  closing: 'CASE WHEN ended_on <= :to THEN closing_code END',
  amountBand: bandSql(),
  mark: marksSql(),
} as const satisfies Record<SliceDimension, string>;

/** Causes are grouped by number first, and their names or groups looked up for the few that there are. */
const causeKeys: Partial<Record<SliceDimension, string>> = {
  cause: 'causes.name',
  causeGroup: 'cause_places.cause_group',
  causeLevel1: 'cause_places.level1',
  causeLevel2: 'cause_places.level2',
  causeLevel3: 'cause_places.level3',
};

const needsPayments = (name: CountedName) =>
  name in amounts
    ? amounts[name as AmountName].of === 'paidInPeriod'
    : figures[name as FigureName].counts.some((rule: CountRule) => rule.within === 'paid');
const needsOwnDays = (name: CountedName) =>
  !(name in amounts) &&
  figures[name as FigureName].counts.some((rule: CountRule) => rule.within !== undefined);

const paymentsSql = `LEFT JOIN (SELECT case_id, sum(amount_fen) AS paid_in_period FROM payments
  WHERE paid_on BETWEEN :from AND :to GROUP BY case_id) AS paid USING (case_id)`;
const causesSql = (place: number) => `LEFT JOIN causes ON causes.id = key${place}
  LEFT JOIN cause_places ON cause_places.name = causes.name`;

/** Leaves out what no wanted figure can count: DuckDB then skips whole blocks, as our zones do. */
function relevantSql(wanted: readonly CountedName[]): string {
  const rules = wanted.map((name) =>
    figureSql(name in amounts ? amounts[name as AmountName].over : (name as FigureName)),
  );
  if (wanted.length <= 2) return [...new Set(rules)].join(' OR ');
  const days = [
    'received_on <= :to AND (ended_on IS NULL OR ended_on >= :from OR received_on >= :from)',
    ...(wanted.includes('undated')
      ? ['received_on IS NULL AND registered_on <= :to AND (ended_on IS NULL OR ended_on >= :from)']
      : []),
    ...(wanted.some(needsOwnDays) ? Object.values(ownDay).slice(0, -1) : []),
    ...(wanted.some(needsPayments) ? [ownDay.paid] : []),
  ];
  return days.map((day) => `(${day})`).join(' OR ');
}

/** Puts the days of a period in. */
export function withPeriod(sql: string, { from, to }: Period): string {
  return sql.replaceAll(':from', `DATE '${from}'`).replaceAll(':to', `DATE '${to}'`);
}

/** The keys by dimensions, then the counts and sums of a period: one row for each combination of keys. */
export function figuresSql(
  period: Period,
  wanted: readonly CountedName[],
  by: readonly SliceDimension[] = [],
): string {
  const payments = wanted.some(needsPayments) ? paymentsSql : '';
  const cases = `FROM case_figures ${payments} WHERE ${relevantSql(wanted)}`;
  const values = wanted.map((name) => `${countedSql(name)} AS "${name}"`);
  const keys = by.map((_, place) => `key${place}`);
  if (by.length === 0) return withPeriod(`SELECT ${values.join(', ')} ${cases}`, period);
  const inner = by.map((dimension, place) => `${keySql[dimension]} AS key${place}`);
  const grouped = `SELECT ${[...keys, ...values].join(', ')}
    FROM (SELECT *, ${inner.join(', ')} ${cases}) GROUP BY ${keys.join(', ')}`;
  const shown = by.map(
    (dimension, place) => `coalesce(cast(${causeKeys[dimension] ?? `key${place}`} AS VARCHAR), '')`,
  );
  const joins = by.map((dimension, place) => (causeKeys[dimension] === undefined ? '' : causesSql(place)));
  const sums = wanted.map((name) => `sum("${name}")`);
  return withPeriod(
    `SELECT ${[...shown, ...sums].join(', ')} FROM (${grouped}) ${joins.join(' ')} GROUP BY ${shown.join(', ')}`,
    period,
  );
}

const byMonth = (day: string) => `date_trunc('month', ${day})`;

/**
 * The main counts and sums of one calendar month after another, out of two readings of the cases: what came in and what
 * went out by month, and 旧存 and 未结 as what had come in less what had gone out by then.
 */
export function monthsSql({ from, to }: Period): string {
  const success = listed(figures.succeeded.counts[0].codes);
  return withPeriod(
    `WITH came AS (SELECT ${byMonth('received_on')} AS month, count(*) AS received
      FROM case_figures WHERE received_on <= :to GROUP BY 1),
    went AS (SELECT ${byMonth('ended_on')} AS month, count(*) AS ended,
        count(*) FILTER (WHERE closing_code = 'C28') AS returned,
        count(*) FILTER (WHERE closing_code IN (${success})) AS succeeded,
        sum(claim_fen) FILTER (WHERE closing_code <> 'C28') AS claim,
        sum(agreed_fen) FILTER (WHERE closing_code IN (${success})) AS agreed,
        sum(paid_fen) FILTER (WHERE closing_code IN (${success})) AS paid
      FROM case_figures WHERE received_on IS NOT NULL AND ended_on <= :to GROUP BY 1),
    months AS (SELECT month, coalesce(received, 0) AS received, coalesce(ended, 0) AS ended,
        coalesce(returned, 0) AS returned, coalesce(succeeded, 0) AS succeeded, coalesce(claim, 0) AS claim,
        coalesce(agreed, 0) AS agreed, coalesce(paid, 0) AS paid,
        sum(coalesce(received, 0) - coalesce(ended, 0)) OVER (ORDER BY month) AS pending
      FROM came FULL JOIN went USING (month))
    SELECT pending - received + ended, received, ended - returned, returned, pending, succeeded, claim, agreed, paid
    FROM months WHERE month >= :from ORDER BY month`,
    { from, to },
  );
}
