import { createHash } from 'node:crypto';
import { type AdjustingEvent, type CaseShare, isSameShare } from '#shared/domain/month-adjustment.ts';
import type { Period } from '#shared/domain/reporting-period.ts';
import { amountBands, amounts, figures, sliceDimensionNames } from '#shared/domain/statistics.ts';
import type { ReadableDb } from '../query.ts';
import { shareReader } from '../statistics/case-shares.ts';
import { type MonthClosing, standingClosings } from './closings.ts';
import { type Adjustment, settledShares } from './frozen.ts';

/**
 * SHA-256 of the rules that figures are counted by and of the tree of causes: another version of the program may count
 * a closed month differently although nobody touched a case.
 */
export function countingRules(db: ReadableDb): string {
  const counted = Object.values(figures).map(({ counts }) => counts);
  const summed = Object.values(amounts).map(({ of, over }) => [of, over]);
  const causes = db.rows('SELECT name, cause_group, level1, level2, level3 FROM cause_places ORDER BY name');
  return createHash('sha256')
    .update(JSON.stringify([counted, summed, sliceDimensionNames, amountBands, causes]))
    .digest('hex');
}

// The plus keeps SQLite from walking all events of cases, where only the newest are asked for.
const changedSql = `SELECT DISTINCT subject_id FROM events WHERE id > ? AND +subject = 'case'`;
const rulesSql = `SELECT 1 FROM events WHERE id > ? AND +subject = 'office'
  AND (what = 'calendarSaved' OR what = 'settingSaved' AND after ->> '$.period' IS NOT NULL) LIMIT 1`;

/** What a closing knew to count: a later version of the program may count more, which is no adjustment of it. */
function knownTo(
  db: ReadableDb,
  { id, countedBy }: MonthClosing,
  rules: string,
): (share: CaseShare | undefined) => CaseShare | null {
  if (countedBy === rules) return (share) => share ?? null;
  const names = new Set(
    db
      .rows<[string]>(
        `SELECT f.key FROM month_closings m, json_each(m.content, '$.report.current.figures') f WHERE m.id = ?`,
        id,
      )
      .map(([name]) => name),
  );
  return (share) => {
    if (share === undefined) return null;
    const figures = share.figures.filter((name) => names.has(name));
    return figures.length === 0 ? null : { ...share, figures };
  };
}

/** The cases that may count differently since a closing; null: any case, because the rules are others. */
function changedSince(db: ReadableDb, { lastEvent, countedBy }: MonthClosing): readonly number[] | null {
  if (countedBy !== countingRules(db) || db.rows(rulesSql, lastEvent).length > 0) return null;
  return db.rows<[number]>(changedSql, lastEvent).map(([id]) => id);
}

/** What each case gives to the figures of a period. */
export function sharesOfMonth(db: ReadableDb, period: Period): Map<number, CaseShare> {
  return shareReader(db, null)(period);
}

type EventRow = AdjustingEvent & { readonly case_id: number };

function eventsSince(
  db: ReadableDb,
  after: number,
  caseIds: readonly number[],
): Map<number, AdjustingEvent[]> {
  const events = new Map<number, AdjustingEvent[]>();
  const rows = db.plain<EventRow>(
    `SELECT e.subject_id AS case_id, e.at, e.staff_name AS by, e.what FROM events e
     WHERE e.id > ? AND +e.subject = 'case' AND e.subject_id IN (SELECT value FROM json_each(+?)) ORDER BY e.id`,
    after,
    JSON.stringify(caseIds),
  );
  for (const { case_id, at, by, what } of rows) {
    const known = events.get(case_id);
    if (known === undefined) events.set(case_id, [{ at, by, what }]);
    else known.push({ at, by, what });
  }
  return events;
}

/**
 * 上期调整 that no closing has taken over yet: for every standing closed month, case by case, the difference between what
 * the month says (with the adjustments in later closings) and what counting it anew gives now.
 */
export function openAdjustments(db: ReadableDb): Adjustment[] {
  const closings = standingClosings(db);
  const newest = closings.at(-1);
  if (newest === undefined) return [];
  const changed = changedSince(db, newest);
  if (changed !== null && changed.length === 0) return [];
  const settled = settledShares(db, changed);
  const sharesIn = shareReader(db, changed === null ? null : new Set(changed));
  const found: Omit<Adjustment, 'events'>[] = [];
  const rules = countingRules(db);
  for (const closing of closings) {
    const { id, period } = closing;
    const before = settled.get(id);
    const now = sharesIn(period);
    const known = knownTo(db, closing, rules);
    const caseIds = new Set([...(before?.keys() ?? []), ...now.keys()]);
    for (const caseId of [...caseIds].toSorted((one, other) => one - other)) {
      const change = { before: before?.get(caseId) ?? null, after: known(now.get(caseId)) };
      if (isSameShare(change.before, change.after)) continue;
      found.push({ ofClosing: id, caseId, ...change });
    }
  }
  const events = eventsSince(db, newest.lastEvent, [...new Set(found.map(({ caseId }) => caseId))]);
  return found.map((one) => ({ ...one, events: events.get(one.caseId) ?? [] }));
}
