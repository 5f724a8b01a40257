import { confirmationUsual } from '#shared/domain/after-closing.ts';
import { caseMarkCodes } from '#shared/domain/case-mark.ts';
import { channelCodes } from '#shared/domain/channel.ts';
import { type ClosingCode, closingCodes, closings } from '#shared/domain/closing.ts';
import {
  casesWithWrongPeriods,
  type PeriodRules,
  periodColumns,
  periodRules,
  refreshPeriods,
} from './case-periods.ts';
import type { ReadableDb, WritableDb } from './query.ts';

/** Whether the closing is one of some, or null. SQLite makes a table of a list after IN, for every case anew. */
function endedBy(codes: readonly ClosingCode[]): string {
  return codes.length === 0 ? '0' : `(${codes.map((code) => `k.code = '${code}'`).join(' OR ')})`;
}

const succeeded = endedBy(closingCodes.filter((code) => closings[code].outcome === 'success'));

/** The agreements that a court may be asked to confirm, by channel and closing; what the parties chose is left out. */
const confirmable = channelCodes
  .map((channel) => {
    const codes = closingCodes.filter((code) => confirmationUsual({ channel, code, effect: null }));
    return `c.channel = '${channel}' AND ${endedBy(codes)}`;
  })
  .join(' OR ');

const markBits = caseMarkCodes.map((code, place) => `WHEN '${code}' THEN ${1 << place}`).join(' ');

/** The first day on which a step that stands was taken. */
function firstStep(matter: string, step: string): string {
  return `(SELECT min(s.taken_on) FROM after_steps s
    WHERE s.case_id = c.id AND s.matter = '${matter}' AND s.step = '${step}' AND s.cancelled_at IS NULL)`;
}

const toPay = `${succeeded} AND a.agreed_fen > 0`;
const termDay = 'coalesce(i.due_on, CASE t.on_signing WHEN 1 THEN a.signed_on ELSE t.due_on END)';

/**
 * Each column of the derived row from the facts. `agreed_fen` counts only with a successful closing and `paid_fen` is
 * what has been paid so far (design.md §6, amounts). Of several refusals or applications the first tells the day, so
 * that a later one does not change a month that is over. Payments without a day are set off last (`performanceOf`):
 * where the sum is only reached with them, nobody knows the day. Where one term has no day, the last day is not known.
 */
const expressions = {
  case_id: 'c.id',
  listed_on: 'coalesce(c.received_on, c.registered_on)',
  status: 'c.status',
  received_on: 'c.received_on',
  ended_on: 'k.closed_on',
  closing_code: 'k.code',
  partly: 'coalesce(k.partly, 0)',
  channel: 'c.channel',
  source: 'c.source',
  court_id: 'c.court_id',
  cause_id: 'c.cause_id',
  mediator_id: 'c.mediator_id',
  sector: 'c.sector',
  claim_fen: 'c.claim_fen',
  agreed_fen: `CASE WHEN ${succeeded} THEN a.agreed_fen END`,
  paid_fen: `(SELECT coalesce(sum(p.amount_fen), 0) FROM payments p
    WHERE p.case_id = c.id AND p.cancelled_at IS NULL)`,
  confirmed_on: 'j.confirmed_on',
  doubts: '(SELECT count(*) FROM doubts d WHERE d.case_id = c.id AND d.settled_at IS NULL)',
  registered_on: 'c.registered_on',
  studio_id: 'c.studio_id',
  organisation_id: 'c.organisation_id',
  district: 'c.district',
  marks: `CASE c.marks WHEN '[]' THEN 0 ELSE
    (SELECT coalesce(sum(DISTINCT CASE m.value ${markBits} END), 0) FROM json_each(c.marks) m) END`,
  parties: '(SELECT count(*) FROM parties q WHERE q.case_id = c.id)',
  no_property: `c.claim_kind = 'noProperty'`,
  imported: 'c.import_id IS NOT NULL',
  confirmable: `coalesce(${confirmable}, 0)`,
  applied_on: firstStep('confirmation', 'apply'),
  rejected_on: firstStep('confirmation', 'reject'),
  performance_due_on: `CASE WHEN ${toPay} THEN coalesce(
    (SELECT CASE WHEN count(*) = count(${termDay}) THEN max(max(${termDay}), k.closed_on) END
     FROM agreement_terms t LEFT JOIN instalments i ON i.term_id = t.id
     WHERE t.case_id = c.id AND t.kind = 'payment'),
    CASE k.code WHEN 'C13' THEN k.closed_on END) END`,
  performed_on: `CASE WHEN ${toPay} THEN
    (SELECT min(p.paid_on) FROM payments p WHERE p.case_id = c.id AND p.cancelled_at IS NULL AND a.agreed_fen <=
      (SELECT sum(e.amount_fen) FROM payments e
       WHERE e.case_id = c.id AND e.cancelled_at IS NULL AND e.paid_on <= p.paid_on)) END`,
  enforced_on: firstStep('enforcement', 'apply'),
} as const;

const columns = Object.keys(expressions).join(', ');

function columnsFrom(table: string): string {
  return Object.keys(expressions)
    .map((column) => `${table}.${column}`)
    .join(', ');
}

/** The derived rows of all cases but the removed ones, which have none and are in no figure; `more` adds columns. */
function derivation(more = ''): string {
  const selected = Object.entries(expressions).map(([column, expression]) => `${expression} AS ${column}`);
  return `SELECT ${selected.join(',\n')}${more}
    FROM cases c
    LEFT JOIN closings k ON k.case_id = c.id
    LEFT JOIN agreements a ON a.case_id = c.id
    LEFT JOIN judicial_confirmations j ON j.case_id = c.id
    WHERE c.removed_at IS NULL`;
}

const derived = derivation();
const insertion = `INSERT INTO case_figures (${columns}, due_on, suspended_days) ${derivation(', ?, ?')}`;

// The plus hides the parameter from SQLite's planner, which would compile a statement over several tables anew for every
// value that it is given (SQLITE_ENABLE_STAT4): four times as long.
const insertionOfOne = `${insertion} AND c.id = +?`;

/** Makes the derived rows of cases anew; called by `transact` for every case that a command touched. */
export function refreshFigures(db: WritableDb, caseIds: Iterable<number>): void {
  let rules: PeriodRules | undefined;
  for (const caseId of caseIds) {
    rules ??= periodRules(db);
    const { due_on, suspended_days } = periodColumns(db, caseId, rules);
    db.runPlain('DELETE FROM case_figures WHERE case_id = ?', caseId);
    db.runPlain(insertionOfOne, due_on, suspended_days, caseId);
  }
}

/** Whether there is no derived row although there are cases: a migration has thrown the rows away. */
export function lacksFigures(db: ReadableDb): boolean {
  const sql = `SELECT NOT EXISTS (SELECT 1 FROM case_figures)
    AND EXISTS (SELECT 1 FROM cases WHERE removed_at IS NULL) AS lacking`;
  return db.plain<{ lacking: number }>(sql)[0]?.lacking === 1;
}

/** Makes the derived rows of all cases anew. */
export function fillFigures(db: WritableDb): void {
  db.runPlain('DELETE FROM case_figures');
  db.runPlain(insertion, null, 0);
  refreshPeriods(db);
}

/** The ids of cases whose derived row is not what the facts give; an honest register has none. */
export function casesWithWrongFigures(db: ReadableDb): readonly number[] {
  const wrong = db.plain<{ case_id: number }>(
    `SELECT d.case_id FROM (${derived}) d LEFT JOIN case_figures f ON f.case_id = d.case_id
       WHERE (${columnsFrom('d')}) IS NOT (${columnsFrom('f')})
     UNION ALL SELECT case_id FROM case_figures
       WHERE case_id NOT IN (SELECT id FROM cases WHERE removed_at IS NULL)`,
  );
  return [...new Set([...wrong.map((row) => row.case_id), ...casesWithWrongPeriods(db)])];
}
