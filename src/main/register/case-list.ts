import type { CaseCursor, CaseFilter, CaseRow, Claim } from '#shared/contract/cases.ts';
import { formatInternalNumber } from '#shared/domain/internal-number.ts';
import type { Parameter, ReadableDb } from './query.ts';
import { searchExpression } from './search.ts';
import { addedByCase, countedWhere } from './statistics.ts';
import { caseIdOf, dayOf, dayOrNull, fenOf, fenOrNull } from './values.ts';

type Where = { readonly sql: string; readonly parameters: readonly Parameter[] };

/** The filter, but for its search, as SQL over `case_figures f`. */
function whereOf(filter: CaseFilter): Where {
  const conditions: string[] = [];
  const parameters: Parameter[] = [];
  function need(sql: string, ...values: readonly Parameter[]): void {
    conditions.push(sql);
    parameters.push(...values);
  }
  if (filter.statuses.length > 0) {
    need(`f.status IN (${filter.statuses.map(() => '?').join(', ')})`, ...filter.statuses);
  }
  if (filter.courtId !== null) need('f.court_id = ?', filter.courtId);
  if (filter.mediatorId !== null) need('f.mediator_id = ?', filter.mediatorId);
  if (filter.causeName !== null)
    need('f.cause_id IN (SELECT id FROM causes WHERE name = ?)', filter.causeName);
  if (filter.channel !== null) need('f.channel = ?', filter.channel);
  if (filter.listed !== null) need('f.listed_on BETWEEN ? AND ?', filter.listed.from, filter.listed.to);
  if (filter.doubtedOnly) need('f.doubts > 0');
  if (filter.importId !== null)
    need('f.case_id IN (SELECT id FROM cases WHERE import_id = ?)', filter.importId);
  if (filter.counted !== null) {
    const counted = countedWhere(filter.counted);
    need(`(${counted.sql})`, ...counted.parameters);
  }
  return { sql: conditions.length === 0 ? '1' : conditions.join(' AND '), parameters };
}

// Removed cases have no derived row, so the recycle bin is read from the cases themselves: it is small.
const removedCases = `(
  SELECT c.id AS case_id, coalesce(c.received_on, c.registered_on) AS listed_on, c.status, c.received_on,
    k.closed_on AS ended_on, k.code AS closing_code, coalesce(k.partly, 0) AS partly, c.channel, c.court_id, c.cause_id, c.mediator_id, c.sector,
    NULL AS confirmed_on, 0 AS doubts
  FROM cases c LEFT JOIN closings k ON k.case_id = c.id WHERE c.removed_at IS NOT NULL)`;

/** As SQLite writes it. */
const noLimit = -1;

type Key = { readonly case_id: number; readonly listed_on: string };

/** What is searched for: nothing, an FTS5 expression, or something that no case can match. */
function searched(filter: CaseFilter): 'everything' | 'nothing' | { readonly expression: string } {
  if (filter.search === null || filter.search.trim() === '') return 'everything';
  const expression = searchExpression(filter.search);
  return expression === undefined ? 'nothing' : { expression };
}

/**
 * The keys of one page. A list walks an index from the cursor on, newest receipt first; a search walks the index's
 * matches, newest registration first, so that it too stops after `limit` rows however many there are.
 */
function keysOf(db: ReadableDb, filter: CaseFilter, after: CaseCursor | null, limit: number): Key[] {
  const where = whereOf(filter);
  const from = filter.removedOnly ? removedCases : 'case_figures';
  const search = searched(filter);
  if (search === 'nothing') return [];
  if (search === 'everything') {
    return db.plain<Key>(
      `SELECT f.case_id, f.listed_on FROM ${from} f
       WHERE ${where.sql} ${after === null ? '' : 'AND (f.listed_on, f.case_id) < (?, ?)'}
       ORDER BY f.listed_on DESC, f.case_id DESC LIMIT ?`,
      ...where.parameters,
      ...(after === null ? [] : [after.listedOn, after.id]),
      limit,
    );
  }
  return db.plain<Key>(
    `SELECT f.case_id, f.listed_on FROM case_search s CROSS JOIN ${from} f ON f.case_id = s.rowid
     WHERE s.case_search MATCH ? ${after === null ? '' : 'AND s.rowid < ?'} AND ${where.sql}
     ORDER BY s.rowid DESC LIMIT ?`,
    search.expression,
    ...(after === null ? [] : [after.id]),
    ...where.parameters,
    limit,
  );
}

type ListedRow = {
  readonly id: number;
  readonly internal_prefix: string;
  readonly internal_year: number;
  readonly internal_sequence: number;
  readonly status: string;
  readonly channel: string;
  readonly claim_kind: Claim['kind'];
  readonly claim_fen: number | null;
  readonly received_on: string | null;
  readonly listed_on: string;
  readonly court: string | null;
  readonly cause: string | null;
  readonly mediator: string | null;
  readonly court_number: string | null;
  readonly applicants: string | null;
  readonly respondents: string | null;
  readonly closing_code: string | null;
  readonly closed_on: string | null;
  readonly agreed_fen: number | null;
  readonly paid_fen: number;
  readonly doubts: number;
};

const partyNames = (role: string) =>
  `(SELECT group_concat(p.name, '、' ORDER BY p.position) FROM parties p WHERE p.case_id = c.id AND p.role = '${role}')`;

const listed = `
  SELECT c.id, c.internal_prefix, c.internal_year, c.internal_sequence, c.status, c.channel, c.claim_kind, c.claim_fen,
    c.received_on, coalesce(c.received_on, c.registered_on) AS listed_on, courts.short_name AS court,
    causes.name AS cause, mediators.name AS mediator,
    (SELECT n.number FROM case_numbers n WHERE n.case_id = c.id AND n.kind = 'court' ORDER BY n.position LIMIT 1)
      AS court_number,
    ${partyNames('applicant')} AS applicants,
    ${partyNames('respondent')} AS respondents,
    k.code AS closing_code, k.closed_on, f.agreed_fen, coalesce(f.paid_fen, 0) AS paid_fen, coalesce(f.doubts, 0) AS doubts
  FROM json_each(?) AS wanted
  JOIN cases c ON c.id = wanted.value
  LEFT JOIN case_figures f ON f.case_id = c.id
  LEFT JOIN closings k ON k.case_id = c.id
  LEFT JOIN courts ON courts.id = c.court_id
  LEFT JOIN causes ON causes.id = c.cause_id
  LEFT JOIN mediators ON mediators.id = c.mediator_id
  ORDER BY wanted.key`;

/** Cases as lines of a list, in the order of the ids; an id that is no case's is left out. */
export function caseRows(db: ReadableDb, ids: readonly number[]): CaseRow[] {
  return db.plain<ListedRow>(listed, JSON.stringify(ids)).map(lineOf);
}

/** One case as a line of a list. */
export function caseRow(db: ReadableDb, caseId: number): CaseRow | undefined {
  return caseRows(db, [caseId])[0];
}

function lineOf(row: ListedRow): CaseRow {
  return {
    id: caseIdOf(row.id),
    internalNumber: formatInternalNumber({
      prefix: row.internal_prefix,
      year: row.internal_year,
      sequence: row.internal_sequence,
    }),
    courtNumber: row.court_number,
    status: row.status as CaseRow['status'],
    channel: row.channel as CaseRow['channel'],
    courtShortName: row.court,
    causeName: row.cause,
    applicants: row.applicants ?? '',
    respondents: row.respondents ?? '',
    mediatorName: row.mediator,
    claim:
      row.claim_kind === 'amount'
        ? { kind: 'amount', fen: fenOf(row.claim_fen ?? 0) }
        : { kind: row.claim_kind },
    receivedOn: dayOrNull(row.received_on),
    listedOn: dayOf(row.listed_on),
    closingCode: row.closing_code as CaseRow['closingCode'],
    closedOn: dayOrNull(row.closed_on),
    agreedFen: fenOrNull(row.agreed_fen),
    paidFen: fenOf(row.paid_fen),
    doubts: row.doubts,
  };
}

/** What each case adds to the sum that the filter asks for; null where it asks for none. */
function addedIn(db: ReadableDb, { counted }: CaseFilter): ReadonlyMap<number, number> | null {
  return counted?.summed === undefined ? null : addedByCase(db, counted.period, counted.summed);
}

/** All keys after the cursor, the case first that adds most: only a whole list can be put into that order. */
function mostFirst(
  db: ReadableDb,
  filter: CaseFilter,
  added: ReadonlyMap<number, number>,
  after: CaseCursor | null,
): Key[] {
  const addedBy = ({ case_id }: Key) => added.get(case_id) ?? 0;
  const keys = keysOf(db, filter, null, noLimit).sort((one, other) => addedBy(other) - addedBy(one));
  return after === null ? keys : keys.slice(keys.findIndex(({ case_id }) => case_id === after.id) + 1);
}

/** What the cases of the filter add to the sum that it asks for (money in fen); undefined where it asks for none. */
export function sumOfCases(db: ReadableDb, filter: CaseFilter): number | undefined {
  const added = addedIn(db, filter);
  return added === null
    ? undefined
    : keysOf(db, filter, null, noLimit).reduce((sum, { case_id }) => sum + (added.get(case_id) ?? 0), 0);
}

/** One page of the list and the cursor of the next; never an offset (design.md §5). */
export function listCases(
  db: ReadableDb,
  filter: CaseFilter,
  after: CaseCursor | null,
  limit: number,
): { rows: CaseRow[]; next: CaseCursor | null } {
  const added = addedIn(db, filter);
  const keys =
    added === null
      ? keysOf(db, filter, after, limit + 1)
      : mostFirst(db, filter, added, after).slice(0, limit + 1);
  const page = keys.slice(0, limit);
  const found = caseRows(
    db,
    page.map((key) => key.case_id),
  );
  const rows = added === null ? found : found.map((row) => ({ ...row, adds: added.get(row.id) ?? 0 }));
  const last = page.at(-1);
  const more = keys.length > limit && last !== undefined;
  return { rows, next: more ? { listedOn: dayOf(last.listed_on), id: caseIdOf(last.case_id) } : null };
}

/** How many cases the filter finds. */
export function countCases(db: ReadableDb, filter: CaseFilter): number {
  const where = whereOf(filter);
  const from = filter.removedOnly ? removedCases : 'case_figures';
  const search = searched(filter);
  if (search === 'nothing') return 0;
  const sql =
    search === 'everything'
      ? `SELECT count(*) AS count FROM ${from} f WHERE ${where.sql}`
      : `SELECT count(*) AS count FROM case_search s CROSS JOIN ${from} f ON f.case_id = s.rowid
         WHERE s.case_search MATCH ? AND ${where.sql}`;
  const parameters = search === 'everything' ? where.parameters : [search.expression, ...where.parameters];
  return db.plain<{ count: number }>(sql, ...parameters)[0]?.count ?? 0;
}
