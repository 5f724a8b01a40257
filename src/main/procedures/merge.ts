import type { CaseFacts } from '#shared/contract/cases.ts';
import type { CaseId } from '#shared/contract/ids.ts';
import type { ReferralFacts } from '#shared/contract/referrals.ts';
import { caseSourceLabels, caseStatusLabels, closingLabels } from '#shared/domain/glossary.ts';
import { formatInternalNumber } from '#shared/domain/internal-number.ts';
import { formatLocalDate } from '#shared/domain/local-date.ts';
import { takeNumbersOff } from '../register/case-numbers.ts';
import { advanceVersion, type RegisteredCase, setRemoved, updateCaseFacts } from '../register/cases.ts';
import { cancelLink, insertLink, linkBetween } from '../register/links.ts';
import { courts } from '../register/office.ts';
import { closingOfCase } from '../register/outcomes.ts';
import type { ReadableDb, WritableDb } from '../register/query.ts';
import { cancelReferral, insertReferral, referralFrom } from '../register/referrals.ts';
import { caseOf } from './case-of.ts';
import { conflict, invalid } from './errors.ts';
import { toldReferral } from './referrals.ts';

/** How many court numbers a case can bear (see `caseFactsSchema`). */
const mostNumbers = 10;

function numbered({ internalNumber }: RegisteredCase): string {
  return formatInternalNumber(internalNumber);
}

function numbersOf({ courtNumbers, platformNumber }: CaseFacts) {
  return { courtNumbers, platformNumber };
}

/** The duplicate as an earlier referral of the dispute: who sent it, when, under which numbers, and how it stood. */
function referralOf(db: ReadableDb, duplicate: RegisteredCase, kept: CaseFacts): ReferralFacts {
  const { facts } = duplicate;
  const court = courts(db).find((one) => one.id === facts.courtId);
  const closing = closingOfCase(db, duplicate.id);
  const numbers = [
    facts.letterNumber,
    ...facts.courtNumbers,
    // A case bears one platform number: a second one is found by this row.
    facts.platformNumber === kept.platformNumber ? null : facts.platformNumber,
  ].filter((number) => number !== null);
  const ended =
    closing === null
      ? caseStatusLabels[duplicate.status]
      : `${closingLabels[closing.code]}，${formatLocalDate(closing.closedOn)}`;
  return {
    unit: facts.transferredBy ?? court?.name ?? caseSourceLabels[facts.source],
    referredOn: facts.letterOn ?? facts.receivedOn,
    number: numbers.length === 0 ? null : numbers.join('、').slice(0, 200),
    result: `本室重复登记为${numbered(duplicate)}（${ended}），已并入本案`,
  };
}

/** Puts a case that was registered twice into the recycle bin and lets the kept one bear its numbers. */
export function mergeCase(db: WritableDb, duplicate: RegisteredCase, keptId: CaseId, reason: string): void {
  const kept = caseOf(db, keptId);
  const into = numbered(kept);
  const courtNumbers = [...new Set([...kept.facts.courtNumbers, ...duplicate.facts.courtNumbers])];
  if (courtNumbers.length > mostNumbers) {
    throw invalid({
      path: 'intoCaseId',
      message: `合并后法院案号超过${mostNumbers}个，请先核对两案的案号。`,
    });
  }
  const numbers = {
    courtNumbers,
    platformNumber: kept.facts.platformNumber ?? duplicate.facts.platformNumber,
  };
  const removed = { at: db.command.at, reason: `与${into}为同一纠纷：${reason}` };
  const referral = referralOf(db, duplicate, { ...kept.facts, ...numbers });
  setRemoved(db, duplicate.id, removed);
  const { status, sector, receivedBasis } = kept;
  updateCaseFacts(db, keptId, { ...kept.facts, ...numbers }, { status, sector, receivedBasis });
  if (!advanceVersion(db, keptId, kept.version)) throw conflict('case');
  insertReferral(db, keptId, referral, duplicate.id);
  const link = linkBetween(db, duplicate.id, keptId);
  if (link !== undefined && link.kind !== 'sameDispute') cancelLink(db, link.id, removed.reason);
  if (link?.kind !== 'sameDispute') {
    insertLink(db, duplicate.id, keptId, { kind: 'sameDispute', remarks: null });
  }
  // Whoever counts by the events alone sees a removal like any other.
  db.event({
    subject: 'case',
    subjectId: duplicate.id,
    what: 'removed',
    after: { reason: removed.reason, mergedInto: into },
  });
  db.event({
    subject: 'case',
    subjectId: keptId,
    what: 'mergedFrom',
    before: numbersOf(kept.facts),
    after: { mergedFrom: numbered(duplicate), ...numbers, ...toldReferral(referral) },
  });
}

/**
 * Takes a merge back before its duplicate is restored: the kept case, and every one that it was merged into since, gives
 * the duplicate's numbers back. Nothing happens to a case that was removed for another reason.
 */
export function undoMerge(db: WritableDb, duplicate: RegisteredCase): void {
  const merged = referralFrom(db, duplicate.id);
  if (merged === undefined) return;
  const reason = `恢复了${numbered(duplicate)}`;
  cancelReferral(db, merged.referral.id, reason);
  const link = linkBetween(db, duplicate.id, merged.caseId);
  if (link !== undefined) cancelLink(db, link.id, reason);
  for (
    let bearer: CaseId | undefined = merged.caseId;
    bearer !== undefined;
    bearer = referralFrom(db, bearer)?.caseId
  ) {
    const kept = caseOf(db, bearer);
    const { courtNumbers, platformNumber } = duplicate.facts;
    takeNumbersOff(db, bearer, platformNumber === null ? courtNumbers : [...courtNumbers, platformNumber]);
    if (!advanceVersion(db, bearer, kept.version)) throw conflict('case');
    db.event({
      subject: 'case',
      subjectId: bearer,
      what: 'mergeUndone',
      before: { mergedFrom: numbered(duplicate), ...numbersOf(kept.facts) },
      after: numbersOf(caseOf(db, bearer).facts),
    });
  }
}
