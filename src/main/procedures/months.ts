import { contract } from '#shared/contract/index.ts';
import type { MonthClosing, MonthState } from '#shared/contract/months.ts';
import type { LocalDate, Month } from '#shared/domain/local-date.ts';
import { adjustmentKind, figureChanges } from '#shared/domain/month-adjustment.ts';
import { daysOfMonth, formatMonth } from '#shared/domain/reporting-period.ts';
import {
  type Adjustment,
  adjustmentsOf,
  allClosings,
  closingFile,
  closingsOf,
  countingClosings,
  doubtedAmong,
  openAdjustments,
  reopenClosing,
  type MonthClosing as StoredClosing,
  sharesOfMonth,
  standingClosings,
} from '../register/month-closings.ts';
import type { ReadableDb } from '../register/query.ts';
import { readSetting } from '../register/settings.ts';
import { caseIdOf } from '../register/values.ts';
import { closingRefusal } from './close-month.ts';
import { found, refused } from './errors.ts';
import { xlsxFile } from './files.ts';
import { frozenCasesBehind } from './frozen-cases.ts';
import { closingOf } from './frozen-content.ts';
import { reportAsFrozen } from './frozen-month.ts';
import { inWorker } from './in-worker.ts';
import { atWork, command, query, task } from './kinds.ts';
import { adjustedIn, adjustmentsOfMonth } from './month-adjustments.ts';
import { reportOf } from './report.ts';

const procedures = contract.months;

function shown({
  sequence,
  period,
  fileName,
  fileSha256,
  closedAt,
  contentSha256,
  closedBy,
  reopened,
}: StoredClosing): MonthClosing {
  return {
    sequence,
    period,
    at: closedAt,
    by: closedBy,
    fileName,
    sha256: fileSha256,
    contentSha256,
    reopened,
  };
}

function stateOf(db: ReadableDb, month: Month, today: LocalDate): MonthState {
  const closings = closingsOf(db, month);
  const standing = closings.find(({ reopened }) => reopened === null);
  return {
    month,
    period: standing?.period ?? daysOfMonth(month, readSetting(db, 'statistics').value),
    closing: standing === undefined ? null : shown(standing),
    reopened: closings.filter(({ reopened }) => reopened !== null).map(shown),
    hindrance: standing === undefined ? hindranceOf(db, month, today) : null,
    reopenable: standing !== undefined && standingClosings(db).at(-1)?.id === standing.id,
    adjustedIn: adjustedIn(db),
  };
}

function hindranceOf(db: ReadableDb, month: Month, today: LocalDate): MonthState['hindrance'] {
  const refusal = closingRefusal(db, month, today);
  return refusal === null ? null : { reason: refusal.reason, detail: { ...refusal.detail } };
}

/** What the standing closings after one have taken over of its month, and what is still open. */
function laterParts(db: ReadableDb, closing: StoredClosing) {
  const monthOf = new Map(allClosings(db).map(({ id, month }) => [id, month]));
  const parts = new Map<Month, { frozen: boolean; adjustments: Adjustment[] }>();
  const put = (month: Month | null | undefined, frozen: boolean, adjustment: Adjustment) => {
    if (month === null || month === undefined) return;
    const part = parts.get(month) ?? { frozen, adjustments: [] };
    part.adjustments.push(adjustment);
    parts.set(month, part);
  };
  for (const { inClosing, adjustment } of adjustmentsOf(db, closing.id)) {
    put(monthOf.get(inClosing), true, adjustment);
  }
  for (const adjustment of openAdjustments(db)) {
    if (adjustment.ofClosing === closing.id) put(adjustedIn(db), false, adjustment);
  }
  return [...parts].map(([month, part]) => ({ in: month, ...part }));
}

export const months = {
  of: query(procedures.of, (db, { month }, { desk }) => stateOf(db, month, desk.today())),

  counting: query(procedures.counting, (db, { caseId }) => ({
    months: countingClosings(db, caseId),
    adjustedIn: adjustedIn(db),
  })),

  list: query(procedures.list, (db, _input, { desk }) => {
    const known = [...new Set(allClosings(db).map(({ month }) => month))].toReversed();
    return known.map((month) => stateOf(db, month, desk.today()));
  }),

  preview: query(procedures.preview, (db, { month }) => {
    const request = { kind: 'month', month } as const;
    const { current } = reportOf(db, { request, filter: [], tables: [], compared: false });
    const counted = [...sharesOfMonth(db, current.period).keys()];
    return {
      undated: current.figures.undated,
      overdue: current.figures.overdue,
      doubted: doubtedAmong(db, counted),
      cases: counted.length,
      adjustments: adjustmentsOfMonth(db, month),
    };
  }),

  close: task(procedures.close, async ({ month }, at, signal) => {
    atWork(at.desk, at.session);
    return inWorker(at, 'closeMonth', { month }, signal);
  }),

  reopen: command('months.reopen', procedures.reopen, (db, { month, reason }) => {
    const closings = standingClosings(db);
    const closing = closings.find((one) => one.month === month);
    if (closing === undefined) throw refused('monthNotClosed', { month: formatMonth(month) });
    const newest = closings.at(-1);
    if (newest !== undefined && newest.id !== closing.id) {
      throw refused('monthNotNewest', { month: formatMonth(month), newest: formatMonth(newest.month) });
    }
    reopenClosing(db, closing.id, reason);
    const { sequence, fileSha256: sha256 } = closing;
    db.event({
      subject: 'office',
      subjectId: 1,
      what: 'monthReopened',
      before: { month, sequence, sha256 },
      after: { reason },
    });
    return { sequence };
  }),

  report: query(procedures.report, (db, { month }) => reportAsFrozen(db, closingOf(db, month))),

  file: query(procedures.file, (db, { month, sequence }) => {
    const closing =
      sequence === null
        ? closingOf(db, month)
        : found(
            closingsOf(db, month).find((one) => one.sequence === sequence),
            'month',
          );
    return {
      file: xlsxFile(closing.fileName, closingFile(db, closing.id)),
      sha256: closing.fileSha256,
    };
  }),

  cases: query(procedures.cases, (db, { month, of, ...counted }) =>
    frozenCasesBehind(db, closingOf(db, month), of, counted),
  ),

  changedCases: query(procedures.changedCases, (db, { month }) => {
    const parts = laterParts(db, closingOf(db, month)).flatMap((part) =>
      part.adjustments.map((adjustment) => ({ in: part.in, adjustment })),
    );
    return [...Map.groupBy(parts, ({ adjustment }) => adjustment.caseId)].map(([caseId, changed]) => ({
      caseId: caseIdOf(caseId),
      parts: changed.map(({ in: stands, adjustment }) => ({
        in: stands,
        kind: adjustmentKind(adjustment),
        changes: figureChanges([adjustment]),
      })),
    }));
  }),

  adjustments: query(procedures.adjustments, (db, { month }) => adjustmentsOfMonth(db, month)),

  difference: query(procedures.difference, (db, { month }) => {
    const closing = standingClosings(db).find((one) => one.month === month);
    const parts = closing === undefined ? [] : laterParts(db, closing);
    return {
      changes: figureChanges(parts.flatMap(({ adjustments }) => adjustments)),
      parts: parts.map(({ adjustments, ...part }) => ({
        ...part,
        cases: new Set(adjustments.map(({ caseId }) => caseId)).size,
        changes: figureChanges(adjustments),
      })),
    };
  }),
};
