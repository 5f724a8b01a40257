import { matterOf, mediatedClosings } from '#shared/domain/after-closing.ts';
import { type CaseDate, caseDates, type DatedCase, type DuePayment } from '#shared/domain/case-dates.ts';
import { caseLife } from '#shared/domain/case-life.ts';
import { type CaseStatus, caseStatuses } from '#shared/domain/case-status.ts';
import type { ClosingCode } from '#shared/domain/closing.ts';
import type { PeriodSettings } from '#shared/domain/period.ts';
import type { RestCalendars } from '#shared/domain/rest-days.ts';
import { restCalendars } from './calendars.ts';
import { refreshPeriods } from './case-periods.ts';
import { movesOfCase } from './moves.ts';
import type { ReadableDb, WritableDb } from './query.ts';
import { readSetting } from './settings.ts';
import { caseIdOf, dayOf, dayOrNull } from './values.ts';

/** What every case is computed with, read once for all of them. */
type Rules = { readonly settings: PeriodSettings; readonly calendars: RestCalendars };

function rulesOf(db: ReadableDb): Rules {
  return { settings: readSetting(db, 'period').value, calendars: restCalendars(db) };
}

type CaseRow = {
  readonly status: CaseStatus;
  readonly channel: DatedCase['channel'];
  readonly procedure_kind: DatedCase['procedureKind'];
  readonly received_on: string | null;
  readonly registered_on: string;
  readonly imported: number;
  readonly mediator_id: number | null;
  readonly code: ClosingCode | null;
  readonly closed_on: string | null;
  readonly agreed: number;
  readonly signed_on: string | null;
  readonly effect: string | null;
  readonly moved: number;
  readonly met: number;
  readonly stepped: number;
  readonly visited: number;
};

// Asked of every case that a command touches, and of every row of an import: plain SQL, and what hangs on a case is only
// read where there is any; the plus keeps SQLite from compiling it anew for every case. A receipt moves no day that
// `received_on` does not tell, so of the moves these five count.
const caseSql = `
  SELECT c.status, c.channel, c.procedure_kind, c.received_on, c.registered_on, c.import_id IS NOT NULL AS imported,
    c.mediator_id, k.code, k.closed_on, a.case_id IS NOT NULL AS agreed, a.signed_on,
    a.effect,
    EXISTS (SELECT 1 FROM case_moves m WHERE m.case_id = c.id
      AND m.move IN ('dispatch', 'suspend', 'resume', 'extend', 'agree')) AS moved,
    EXISTS (SELECT 1 FROM sessions s WHERE s.case_id = c.id) AS met,
    EXISTS (SELECT 1 FROM after_steps s WHERE s.case_id = c.id AND s.matter = 'confirmation') AS stepped,
    EXISTS (SELECT 1 FROM visits v WHERE v.case_id = c.id) AS visited
  FROM cases c
  LEFT JOIN closings k ON k.case_id = c.id
  LEFT JOIN agreements a ON a.case_id = c.id
  WHERE c.id = +? AND c.removed_at IS NULL`;

function paymentsDue(db: ReadableDb, caseId: number, onSigning: string | null): DuePayment[] {
  const rows = db.plain<{ due_on: string | null; on_signing: number; amount_fen: number }>(
    `SELECT coalesce(i.due_on, t.due_on) AS due_on, t.on_signing, coalesce(i.amount_fen, t.amount_fen) AS amount_fen
     FROM agreement_terms t LEFT JOIN instalments i ON i.term_id = t.id
     WHERE t.case_id = ? AND t.kind = 'payment'`,
    caseId,
  );
  return rows.map((row) => ({
    dueOn: dayOrNull(row.on_signing === 1 ? onSigning : row.due_on),
    amountFen: row.amount_fen,
  }));
}

function paidFen(db: ReadableDb, caseId: number): number {
  const sql =
    'SELECT coalesce(sum(amount_fen), 0) AS fen FROM payments WHERE case_id = ? AND cancelled_at IS NULL';
  return db.plain<{ fen: number }>(sql, caseId)[0]?.fen ?? 0;
}

/** How the application to the court stands; after a refusal or a withdrawal the parties' day runs again. */
function confirmationOf(
  db: ReadableDb,
  caseId: number,
): Pick<DatedCase, 'confirmationApplied' | 'confirmationSentBackOn'> {
  const ruled = db.plain('SELECT 1 FROM judicial_confirmations WHERE case_id = ?', caseId).length > 0;
  const last = db.plain<{ step: string; taken_on: string }>(
    `SELECT step, taken_on FROM after_steps WHERE case_id = ? AND matter = 'confirmation' AND cancelled_at IS NULL
     ORDER BY id DESC LIMIT 1`,
    caseId,
  )[0];
  const { states, steps } = matterOf('confirmation');
  const state = last === undefined ? undefined : steps[last.step]?.to;
  const running = state !== undefined && state !== 'same' && states[state]?.standing !== 'ended';
  return {
    confirmationApplied: ruled || running,
    confirmationSentBackOn:
      !ruled && last !== undefined && state === 'sentBack' ? dayOf(last.taken_on) : null,
  };
}

const notApplied = { confirmationApplied: false, confirmationSentBackOn: null } as const;

function meetings(db: ReadableDb, sql: string, caseId: number) {
  const rows = db.plain<{ held_on: string; next_on: string | null }>(sql, caseId);
  return rows.map((row) => ({ heldOn: dayOf(row.held_on), nextOn: dayOrNull(row.next_on) }));
}

const sessionsSql =
  'SELECT held_on, next_on FROM sessions WHERE case_id = ? ORDER BY held_on, started_at, id';
const visitsSql = `SELECT visited_on AS held_on, next_on FROM visits
  WHERE case_id = ? AND cancelled_at IS NULL ORDER BY visited_on, id`;

const unmoved = caseLife([]);

/** Reads what the days of a case depend on; what cannot matter as the case stands is not asked for. */
function datedCase(db: ReadableDb, caseId: number, row: CaseRow): DatedCase {
  const { open } = caseStatuses[row.status];
  const agreed = row.agreed === 1;
  const payments = agreed ? paymentsDue(db, caseId, row.signed_on) : [];
  const confirmable =
    row.effect === 'judicialConfirmation' || (row.code !== null && mediatedClosings.includes(row.code));
  const visits = row.visited === 1 ? meetings(db, visitsSql, caseId) : [];
  return {
    status: row.status,
    channel: row.channel,
    procedureKind: row.procedure_kind,
    receivedOn: dayOrNull(row.received_on),
    registeredOn: dayOf(row.registered_on),
    imported: row.imported === 1,
    life: open && row.moved === 1 ? caseLife(movesOfCase(db, caseIdOf(caseId))) : unmoved,
    sessions: open && row.met === 1 ? meetings(db, sessionsSql, caseId) : [],
    agreement: agreed ? { signedOn: dayOrNull(row.signed_on), effect: row.effect, payments } : null,
    paidFen: payments.length === 0 ? 0 : paidFen(db, caseId),
    closing:
      row.code === null || row.closed_on === null ? null : { code: row.code, closedOn: dayOf(row.closed_on) },
    ...(confirmable || row.stepped === 1 ? confirmationOf(db, caseId) : notApplied),
    visits: visits.map(({ heldOn, nextOn }) => ({ visitedOn: heldOn, nextOn })),
  };
}

type Kept = { readonly matter: string; readonly due_on: string; readonly mediator_id: number | null };

/** The derived rows as the facts give them; none for a removed case. */
function derived(db: ReadableDb, caseId: number, { settings, calendars }: Rules): Kept[] {
  const row = db.plain<CaseRow>(caseSql, caseId)[0];
  if (row === undefined) return [];
  const dates: readonly CaseDate[] = caseDates(datedCase(db, caseId, row), settings, calendars);
  return dates.map(({ matter, dueOn }) => ({ matter, due_on: dueOn, mediator_id: row.mediator_id }));
}

function kept(db: ReadableDb, caseId: number): Kept[] {
  return db.plain<Kept>('SELECT matter, due_on, mediator_id FROM case_dates WHERE case_id = ?', caseId);
}

function same(one: readonly Kept[], other: readonly Kept[]): boolean {
  const present = new Map(other.map((row) => [row.matter, row]));
  return (
    one.length === other.length &&
    one.every(({ matter, due_on, mediator_id }) => {
      const row = present.get(matter);
      return row !== undefined && row.due_on === due_on && row.mediator_id === mediator_id;
    })
  );
}

/** Makes the days of cases anew; called by `transact` for every case that a command touched. */
export function refreshDates(db: WritableDb, caseIds: Iterable<number>): void {
  let rules: Rules | undefined;
  for (const caseId of caseIds) {
    rules ??= rulesOf(db);
    const wanted = derived(db, caseId, rules);
    const present = kept(db, caseId);
    if (same(wanted, present)) continue;
    if (present.length > 0) db.runPlain('DELETE FROM case_dates WHERE case_id = ?', caseId);
    for (const { matter, due_on, mediator_id } of wanted) {
      db.insert('case_dates', { case_id: caseId, matter, due_on, mediator_id });
    }
  }
}

const openStatuses = (Object.keys(caseStatuses) as CaseStatus[])
  .filter((status) => caseStatuses[status].open)
  .map((status) => `'${status}'`)
  .join(', ');

/** Cases whose days depend on the settings or on the calendars. */
const computedCases = `
  SELECT case_id FROM case_figures WHERE status IN (${openStatuses})
  UNION SELECT case_id FROM agreements WHERE effect = 'judicialConfirmation'
    AND case_id NOT IN (SELECT case_id FROM judicial_confirmations)
  UNION SELECT c.id FROM closings k JOIN cases c ON c.id = k.case_id
    WHERE k.code IN ('C11', 'C12') AND c.status = 'closed' AND c.channel <> 'B' AND c.import_id IS NULL
    AND c.id NOT IN (SELECT case_id FROM judicial_confirmations)`;

/** All cases that can have any day. */
const datableCases = `${computedCases}
  UNION SELECT id FROM cases WHERE status = 'closed' AND import_id IS NULL AND removed_at IS NULL
  UNION SELECT case_id FROM agreement_terms WHERE kind = 'payment'
  UNION SELECT case_id FROM after_steps WHERE step = 'sendBack'
  UNION SELECT case_id FROM visits WHERE next_on IS NOT NULL`;

function idsOf(db: ReadableDb, sql: string): number[] {
  return db.plain<{ case_id: number }>(sql).map((row) => row.case_id);
}

/** Makes everything anew that rests on the settings or the calendars, after one of these has changed. */
export function refreshAllDates(db: WritableDb): void {
  refreshPeriods(db);
  refreshDates(db, idsOf(db, computedCases));
}

/**
 * Whether no case has a day although some should: an older program wrote the register. A migration that comes with a change of the
 * rules deletes all days, and they are made anew with the next start.
 */
export function lacksDates(db: ReadableDb): boolean {
  const sql = `SELECT NOT EXISTS (SELECT 1 FROM case_dates)
    AND EXISTS (SELECT 1 FROM cases WHERE removed_at IS NULL
      AND (status IN (${openStatuses}) OR (status = 'closed' AND import_id IS NULL))) AS lacking`;
  return db.plain<{ lacking: number }>(sql)[0]?.lacking === 1;
}

/** Makes the days of every case anew, also where there are none yet. */
export function fillDates(db: WritableDb): void {
  refreshDates(db, idsOf(db, datableCases));
}

/** The ids of cases whose derived days are not what the facts give; an honest register has none. */
export function casesWithWrongDates(db: ReadableDb): readonly number[] {
  const rules = rulesOf(db);
  const datable = idsOf(db, datableCases);
  const wrong = datable.filter((caseId) => !same(derived(db, caseId, rules), kept(db, caseId)));
  const stray = idsOf(
    db,
    `SELECT DISTINCT case_id FROM case_dates EXCEPT SELECT case_id FROM (${datableCases})`,
  );
  return [...wrong, ...stray];
}
