import { caseLife } from '#shared/domain/case-life.ts';
import { casePeriod, periodForFigures } from '#shared/domain/case-period.ts';
import type { Channel, ProcedureKind } from '#shared/domain/channel.ts';
import type { PeriodSettings } from '#shared/domain/period.ts';
import type { RestCalendars } from '#shared/domain/rest-days.ts';
import { restCalendars } from './calendars.ts';
import { movesOfCase } from './moves.ts';
import type { ReadableDb, WritableDb } from './query.ts';
import { readSetting } from './settings.ts';
import { caseIdOf, dayOrNull } from './values.ts';

/** The two columns of the derived row that only the domain can compute. */
export type PeriodColumns = { readonly due_on: string | null; readonly suspended_days: number };

/** What the period of every case is computed with, read once for all of them. */
export type PeriodRules = {
  readonly settings: PeriodSettings;
  readonly calendars: RestCalendars;
  /** The last days of periods in which nothing happened: the cases of one day and channel have the same. */
  readonly plain: Map<string, string | null>;
};

let latest: { readonly settings: string; readonly rules: PeriodRules } | undefined;

/** The rules as the office has chosen them; what was computed by the same rules before is kept. */
export function periodRules(db: ReadableDb): PeriodRules {
  const { value } = readSetting(db, 'period');
  const settings = JSON.stringify(value);
  const calendars = restCalendars(db);
  if (latest?.settings !== settings || latest.rules.calendars !== calendars) {
    latest = { settings, rules: { settings: value, calendars, plain: new Map() } };
  }
  return latest.rules;
}

/** What the period of a case rests on. */
type PeriodFacts = {
  readonly id: number;
  readonly channel: Channel;
  readonly procedure_kind: ProcedureKind | null;
  readonly received_on: string | null;
  readonly closed_on: string | null;
  readonly moved: number;
};

/** Those facts as columns over `cases c` and `closings k`. */
const periodFacts = `c.id, c.channel, c.procedure_kind, c.received_on, k.closed_on,
  EXISTS (SELECT 1 FROM case_moves m WHERE m.case_id = c.id AND m.move IN ('suspend', 'resume', 'extend')) AS moved`;

const unmoved = caseLife([]);

function compute(
  db: ReadableDb,
  row: PeriodFacts,
  { settings, calendars, plain }: PeriodRules,
): PeriodColumns {
  if (row.received_on === null) return { due_on: null, suspended_days: 0 };
  const facts = { channel: row.channel, procedureKind: row.procedure_kind };
  if (row.moved === 0) {
    const key = `${row.channel} ${row.procedure_kind} ${row.received_on}`;
    let due = plain.get(key);
    if (due === undefined) {
      const receivedOn = dayOrNull(row.received_on);
      const period = casePeriod({ ...facts, receivedOn }, unmoved, settings, calendars);
      due = period?.kind === 'determined' ? period.endsOn : null;
      plain.set(key, due);
    }
    return { due_on: due, suspended_days: 0 };
  }
  const { dueOn, suspendedDays } = periodForFigures(
    { ...facts, receivedOn: dayOrNull(row.received_on), closedOn: dayOrNull(row.closed_on) },
    caseLife(movesOfCase(db, caseIdOf(row.id))),
    settings,
    calendars,
  );
  return { due_on: dueOn, suspended_days: suspendedDays };
}

const one = `SELECT ${periodFacts} FROM cases c LEFT JOIN closings k ON k.case_id = c.id WHERE c.id = +?`;

/** The two columns of one case as the facts give them. */
export function periodColumns(db: ReadableDb, caseId: number, rules: PeriodRules): PeriodColumns {
  const row = db.plain<PeriodFacts>(one, caseId)[0];
  return row === undefined ? { due_on: null, suspended_days: 0 } : compute(db, row, rules);
}

const atOnce = 5000;

/** The cases whose two columns are not what the facts give, with what they should be; read piece by piece. */
function* wrongPeriods(db: ReadableDb): Generator<PeriodColumns & { readonly caseId: number }> {
  const rules = periodRules(db);
  const sql = `SELECT ${periodFacts}, f.due_on, f.suspended_days
    FROM case_figures f JOIN cases c ON c.id = f.case_id LEFT JOIN closings k ON k.case_id = c.id
    WHERE f.case_id > ? ORDER BY f.case_id LIMIT ${atOnce}`;
  for (let after = 0, rows: (PeriodFacts & PeriodColumns)[]; ; ) {
    rows = db.plain<PeriodFacts & PeriodColumns>(sql, after);
    for (const row of rows) {
      const wanted = compute(db, row, rules);
      if (wanted.due_on === row.due_on && wanted.suspended_days === row.suspended_days) continue;
      yield { caseId: row.id, ...wanted };
    }
    after = rows.at(-1)?.id ?? after;
    if (rows.length < atOnce) return;
  }
}

/** Makes the two columns of all derived rows anew, after the settings or the calendars have changed. */
export function refreshPeriods(db: WritableDb): void {
  for (const { caseId, due_on, suspended_days } of wrongPeriods(db)) {
    const sql = 'UPDATE case_figures SET due_on = ?, suspended_days = ? WHERE case_id = ?';
    db.runPlain(sql, due_on, suspended_days, caseId);
  }
}

/** The ids of cases whose two columns are not what the facts, the settings and the calendars give. */
export function casesWithWrongPeriods(db: ReadableDb): readonly number[] {
  return [...wrongPeriods(db)].map(({ caseId }) => caseId);
}
