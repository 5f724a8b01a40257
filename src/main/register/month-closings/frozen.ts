import { createHash } from 'node:crypto';
import {
  type AdjustingEvent,
  adjustingEventsSchema,
  type CaseShare,
  caseShareSchema,
  type ShareChange,
} from '#shared/domain/month-adjustment.ts';
import type { ReadableDb, WritableDb } from '../query.ts';
import { closingContent } from './closings.ts';

/** What became different in an earlier closed month. */
export type Adjustment = ShareChange & {
  readonly ofClosing: number;
  readonly caseId: number;
  /** What was done with the case since the closing before, oldest first. */
  readonly events: readonly AdjustingEvent[];
};

export type FrozenCase = { readonly caseId: number; readonly share: CaseShare; readonly facts: unknown };

function shareIn(json: string): CaseShare {
  return caseShareSchema.parse(JSON.parse(json));
}

function shareOrNull(json: string | null): CaseShare | null {
  return json === null ? null : shareIn(json);
}

type CaseRow = { readonly case_id: number; readonly share: string; readonly facts: string };

const casesSql =
  'SELECT case_id, share, facts FROM month_closing_cases WHERE closing_id = ? ORDER BY case_id';

/** The cases that a closing counted, by their ids. */
export function frozenCases(db: ReadableDb, closingId: number): FrozenCase[] {
  return db.plain<CaseRow>(casesSql, closingId).map(({ case_id, share, facts }) => ({
    caseId: case_id,
    share: shareIn(share),
    facts: JSON.parse(facts) as unknown,
  }));
}

type AdjustmentRow = {
  readonly of_closing_id: number;
  readonly case_id: number;
  readonly share_before: string | null;
  readonly share_after: string | null;
  readonly events: string;
};

function adjustmentOf(row: AdjustmentRow): Adjustment {
  return {
    ofClosing: row.of_closing_id,
    caseId: row.case_id,
    before: shareOrNull(row.share_before),
    after: shareOrNull(row.share_after),
    events: adjustingEventsSchema.parse(JSON.parse(row.events)),
  };
}

const adjustmentsInSql = `SELECT of_closing_id, case_id, share_before, share_after, events FROM month_adjustments
  WHERE closing_id = ? ORDER BY of_closing_id, case_id`;

/** The adjustments of earlier months that a closing took over, month by month. */
export function adjustmentsIn(db: ReadableDb, closingId: number): Adjustment[] {
  return db.plain<AdjustmentRow>(adjustmentsInSql, closingId).map(adjustmentOf);
}

/** The adjustments of one closed month that stand in later closings, with the closing in which each stands. */
export function adjustmentsOf(
  db: ReadableDb,
  closingId: number,
): { readonly inClosing: number; readonly adjustment: Adjustment }[] {
  return db
    .plain<AdjustmentRow & { readonly closing_id: number }>(
      `SELECT a.closing_id, a.of_closing_id, a.case_id, a.share_before, a.share_after, a.events
       FROM month_adjustments a JOIN month_closings m ON m.id = a.closing_id AND m.reopened_at IS NULL
       WHERE a.of_closing_id = ? ORDER BY a.closing_id, a.case_id`,
      closingId,
    )
    .map((row) => ({ inClosing: row.closing_id, adjustment: adjustmentOf(row) }));
}

type SettledRow = { readonly closing_id: number; readonly case_id: number; readonly share: string | null };

/**
 * What every case gives to the standing closed months as they now stand: as frozen, and as the adjustments in later
 * closings have it; by closing and case. Cases that no month counts are missing. `only`: no others are read.
 */
export function settledShares(
  db: ReadableDb,
  only: readonly number[] | null,
): Map<number, Map<number, CaseShare | null>> {
  const among = only === null ? '' : 'AND f.case_id IN (SELECT value FROM json_each(+?))';
  const parameters = only === null ? [] : [JSON.stringify(only)];
  const settled = new Map<number, Map<number, CaseShare | null>>();
  const take = ({ closing_id, case_id, share }: SettledRow) => {
    const cases = settled.get(closing_id) ?? new Map<number, CaseShare | null>();
    settled.set(closing_id, cases.set(case_id, shareOrNull(share)));
  };
  const frozen = db.plain<SettledRow>(
    `SELECT f.closing_id, f.case_id, f.share FROM month_closing_cases f
     JOIN month_closings m ON m.id = f.closing_id WHERE m.reopened_at IS NULL ${among}`,
    ...parameters,
  );
  const adjusted = db.plain<SettledRow>(
    `SELECT f.of_closing_id AS closing_id, f.case_id, f.share_after AS share FROM month_adjustments f
     JOIN month_closings m ON m.id = f.closing_id
     WHERE m.reopened_at IS NULL ${among} ORDER BY f.closing_id`,
    ...parameters,
  );
  for (const row of [...frozen, ...adjusted]) take(row);
  return settled;
}

type FrozenRows = { readonly cases: readonly CaseRow[]; readonly adjustments: readonly AdjustmentRow[] };

/** Cases and adjustments as their rows lie in the register. */
function rowsOf(cases: readonly FrozenCase[], adjustments: readonly Adjustment[]): FrozenRows {
  const shareText = (share: CaseShare | null) => (share === null ? null : JSON.stringify(share));
  return {
    cases: cases.map(({ caseId, share, facts }) => ({
      case_id: caseId,
      share: JSON.stringify(share),
      facts: JSON.stringify(facts),
    })),
    adjustments: adjustments.map(({ ofClosing, caseId, before, after, events }) => ({
      of_closing_id: ofClosing,
      case_id: caseId,
      share_before: shareText(before),
      share_after: shareText(after),
      events: JSON.stringify(events),
    })),
  };
}

function hashOf(content: string, { cases, adjustments }: FrozenRows): string {
  const hash = createHash('sha256').update(content);
  for (const { case_id, share, facts } of cases) hash.update(JSON.stringify([case_id, share, facts]));
  for (const { of_closing_id, case_id, share_before, share_after, events } of adjustments) {
    hash.update(JSON.stringify([of_closing_id, case_id, share_before, share_after, events]));
  }
  return hash.digest('hex');
}

/** What a closing freezes besides its file. */
export type FrozenContent = {
  readonly content: string;
  /** By their ids. */
  readonly cases: readonly FrozenCase[];
  /** By month and case. */
  readonly adjustments: readonly Adjustment[];
};

/** SHA-256, in lower-case hexadecimal, over all that a closing is about to freeze besides its file. */
export function contentHash({ content, cases, adjustments }: FrozenContent): string {
  return hashOf(content, rowsOf(cases, adjustments));
}

/** The same over what lies in the register. */
export function storedContentHash(db: ReadableDb, closingId: number): string {
  return hashOf(closingContent(db, closingId), {
    cases: db.plain<CaseRow>(casesSql, closingId),
    adjustments: db.plain<AdjustmentRow>(adjustmentsInSql, closingId),
  });
}

/** Writes what a closing freezes besides its file. */
export function insertFrozen(
  db: WritableDb,
  closingId: number,
  { cases, adjustments }: Omit<FrozenContent, 'content'>,
): void {
  const rows = rowsOf(cases, adjustments);
  for (const row of rows.cases) db.insert('month_closing_cases', { closing_id: closingId, ...row });
  for (const row of rows.adjustments) db.insert('month_adjustments', { closing_id: closingId, ...row });
}

export function fileHash(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
