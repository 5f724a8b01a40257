import type { Report } from '#shared/contract/statistics.ts';
import {
  formatLocalDate,
  type LocalDate,
  localDateInShanghai,
  type Month,
} from '#shared/domain/local-date.ts';
import { daysOfMonth, formatMonth, shiftMonth } from '#shared/domain/reporting-period.ts';
import { comparedPeriods, reportTableNames, type UnitDimension } from '#shared/domain/statistics/tables.ts';
import { sliceDimensionNames } from '#shared/domain/statistics.ts';
import {
  closingsOf,
  contentHash,
  countingRules,
  type FrozenCase,
  fileHash,
  insertClosing,
  insertFrozen,
  newestEvent,
  openAdjustments,
  packShares,
  sharesOfMonth,
  standingClosings,
} from '../register/month-closings.ts';
import type { ReadableDb } from '../register/query.ts';
import { readSetting } from '../register/settings.ts';
import { assistingIn, countedCases, groupsReader } from '../register/statistics.ts';
import { readAtOnce } from '../register/transact.ts';
import { conflict, refused } from './errors.ts';
import type { FrozenFacts, FrozenMonth } from './frozen-content.ts';
import type { JobDesk } from './job-desk.ts';
import { reportOf } from './report.ts';
import { reportBytes, reportPaper } from './report-export.ts';
import { reportTables, usualTables } from './report-tables.ts';

export type ClosingRefusal = {
  readonly reason: 'monthNotOver' | 'monthClosed' | 'monthOutOfOrder';
  readonly detail: Readonly<Record<string, string>>;
};

/**
 * Why a month cannot be closed; null where it can. Months are closed one after the other, so that every later change
 * has one month to appear in; the first closing may be any month that is over, and so may the next after all are
 * reopened.
 */
export function closingRefusal(db: ReadableDb, month: Month, today: LocalDate): ClosingRefusal | null {
  const closings = standingClosings(db);
  const own = closings.find((one) => one.month === month);
  if (own !== undefined) {
    const day = formatLocalDate(localDateInShanghai(new Date(own.closedAt)));
    return { reason: 'monthClosed', detail: { month: formatMonth(month), by: own.closedBy, day } };
  }
  const { to } = daysOfMonth(month, readSetting(db, 'statistics').value);
  if (today <= to) {
    return { reason: 'monthNotOver', detail: { month: formatMonth(month), day: formatLocalDate(to) } };
  }
  const newest = closings.at(-1);
  if (newest !== undefined && shiftMonth(newest.month, 1) !== month) {
    const next = formatMonth(shiftMonth(newest.month, 1));
    return { reason: 'monthOutOfOrder', detail: { newest: formatMonth(newest.month), next } };
  }
  return null;
}

/** The cases that a month counts, each with what it gives and how it stands in the 明细; by their ids. */
export function casesToFreeze(db: ReadableDb, month: Month): FrozenCase[] {
  const period = daysOfMonth(month, readSetting(db, 'statistics').value);
  const shares = sharesOfMonth(db, period);
  const groupsOf = groupsReader(db, [...shares.keys()]);
  const assisting = assistingIn(db, [...shares.keys()]);
  const facts = new Map(
    countedCases(db, period).map(({ caseId, ...entry }, place): [number, FrozenFacts] => [
      caseId,
      {
        place,
        entry,
        groups: groupsOf(caseId, shares.get(caseId)?.keys ?? {}),
        assisting: assisting.get(caseId) ?? [],
      },
    ]),
  );
  return [...shares]
    .toSorted(([one], [other]) => one - other)
    .map(([caseId, share]) => ({ caseId, share, facts: facts.get(caseId) ?? null }));
}

/** The cases behind the columns that no earlier closing has said: these lists are nowhere else. */
function comparedLists(db: ReadableDb, report: Report): NonNullable<FrozenMonth['compared']> {
  const counted = comparedPeriods.filter((of) => of !== 'current' && report.taken[of] === null);
  return Object.fromEntries(
    counted.map((of) => {
      const shares = sharesOfMonth(db, report[of].period);
      const groupsOf = groupsReader(db, [...shares.keys()]);
      const cases = [...shares].toSorted(([one], [other]) => one - other);
      return [
        of,
        packShares(cases.map(([caseId, share]) => ({ caseId, share, groups: groupsOf(caseId, share.keys) }))),
      ];
    }),
  );
}

/** The report of a month with every table in every form that it may be asked for in. */
function frozenMonthOf(db: ReadableDb, month: Month): FrozenMonth {
  const asked = { request: { kind: 'month', month }, filter: [] } as const;
  const all = reportTableNames.filter((name) => name !== 'cases');
  const cases = { masked: true, most: 0 };
  const unitsBy = (unit: UnitDimension) => {
    const [table] = reportTables(db, { ...asked, unit, tables: ['units'] }, cases).tables;
    if (table === undefined) throw new Error('A report has no table of units.');
    return table;
  };
  const report = reportOf(db, { ...asked, tables: [...sliceDimensionNames], compared: true });
  return {
    report,
    compared: comparedLists(db, report),
    tables: reportTables(db, { ...asked, unit: 'court', tables: all }, cases),
    units: { court: unitsBy('court'), district: unitsBy('district'), studio: unitsBy('studio') },
    usual: [...usualTables(db)],
  };
}

/** Everything that a closing freezes, counted as the register stands after `lastEvent`. */
async function toFreeze(desk: JobDesk, month: Month) {
  const request = { kind: 'month', month } as const;
  const counted = readAtOnce(desk.register, (db) => {
    const frozen = frozenMonthOf(db, month);
    const content = {
      content: JSON.stringify(frozen),
      cases: casesToFreeze(db, month),
      adjustments: openAdjustments(db),
    };
    const contentSha256 = contentHash(content);
    const sequence = (closingsOf(db, month).at(-1)?.sequence ?? 0) + 1;
    const usual = { request, filter: [], unit: 'court', tables: null } as const;
    return {
      lastEvent: newestEvent(db),
      countedBy: countingRules(db),
      calendar: readSetting(db, 'statistics').value,
      period: frozen.report.current.period,
      ...content,
      contentSha256,
      sequence,
      paper: {
        ...reportPaper(db, usual, { masked: true, now: desk.now }),
        // The paper bears what the closing will be known by: the command is written as of the same instant.
        standing: { kind: 'closed', at: desk.now, by: desk.staffName, sequence, contentSha256 } as const,
      },
    };
  });
  desk.progress({ stage: 'rendering', done: 0, total: null });
  const { paper, ...frozen } = counted;
  return { ...frozen, file: await reportBytes(paper, 'xlsx') };
}

function refuseClosing(db: ReadableDb, month: Month, today: LocalDate): void {
  const refusal = closingRefusal(db, month, today);
  if (refusal !== null) throw refused(refusal.reason, refusal.detail);
}

const attempts = 5;

/**
 * Closes a month, in a worker thread: counts, renders the file, and writes all of it as one command if nothing happened
 * in the register meanwhile; otherwise it counts anew.
 */
export async function closeMonth(
  { month }: { readonly month: Month },
  desk: JobDesk,
): Promise<{ readonly sequence: number; readonly sha256: string; readonly contentSha256: string }> {
  const today = localDateInShanghai(new Date(desk.now));
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    refuseClosing(desk.register.readable, month, today);
    desk.progress({ stage: 'reading', done: 0, total: null });
    const { file, ...frozen } = await toFreeze(desk, month);
    const done = await desk.write('months.close', (db) => {
      if (newestEvent(db) !== frozen.lastEvent) return null;
      refuseClosing(db, month, today);
      const sha256 = fileHash(file);
      const { sequence, contentSha256 } = frozen;
      const id = insertClosing(db, {
        ...frozen,
        month,
        file,
        fileName: `${formatMonth(month)}联动调解案件统计表（第${sequence}次锁定）.xlsx`,
        fileSha256: sha256,
      });
      insertFrozen(db, id, frozen);
      db.event({
        subject: 'office',
        subjectId: 1,
        what: 'monthClosed',
        after: {
          month,
          sequence,
          sha256,
          contentSha256,
          cases: frozen.cases.length,
          adjustments: frozen.adjustments.length,
        },
      });
      return { sequence, sha256, contentSha256 };
    });
    if (done !== null) return done;
  }
  throw conflict('month');
}
