import type { Counted } from '#shared/contract/cases.ts';
import type { FrozenCase } from '#shared/contract/months.ts';
import { formatInternalNumber } from '#shared/domain/internal-number.ts';
import { daysBetween, type LocalDate } from '#shared/domain/local-date.ts';
import type { CaseShare } from '#shared/domain/month-adjustment.ts';
import type { ComparedPeriod } from '#shared/domain/statistics/tables.ts';
import type { Slice } from '#shared/domain/statistics.ts';
import { frozenCases, internalNumberOf, type MonthClosing } from '../register/month-closings.ts';
import type { ReadableDb } from '../register/query.ts';
import { assistingIn, caseHeads, type FrozenShare } from '../register/statistics.ts';
import { caseIdOf } from '../register/values.ts';
import { found } from './errors.ts';
import type { FrozenFacts } from './frozen-content.ts';
import { sharesOfColumn } from './signed-columns.ts';

type Narrowed = Omit<Counted, 'period'>;

function liesIn({ keys }: CaseShare, { dimension, key }: Slice): boolean {
  return keys[dimension]?.includes(key) ?? false;
}

/** Whether a frozen case is one of those that a number counted. */
function isMeant({ figure, slices, anyOf = [], noneOf = [], group }: Narrowed) {
  const either = [...Map.groupBy(anyOf, ({ dimension }) => dimension).values()];
  return ({ share, groups }: FrozenShare) =>
    share.figures.includes(figure) &&
    slices.every((slice) => liesIn(share, slice)) &&
    either.every((rows) => rows.some((slice) => liesIn(share, slice))) &&
    !noneOf.some((slice) => liesIn(share, slice)) &&
    (group === undefined || groups.includes(group));
}

/** Whether a case took so many days, or had waited so many at the end of the month while it was pending. */
function tookSoLong(
  { figures, sums }: CaseShare,
  receivedOn: LocalDate | null,
  end: LocalDate,
  days: Narrowed['days'],
): boolean {
  if (days === undefined) return true;
  const waited = receivedOn === null ? 0 : daysBetween(receivedOn, end);
  const took = figures.includes('closing') ? waited : (sums.daysToClose ?? 0);
  return took >= days.from && (days.to === null || took <= days.to);
}

/**
 * The cases behind a number of a closed month's report, as they were. What a case is called comes from the list of the
 * month where it stands there, and from the register for the other columns.
 */
export function frozenCasesBehind(
  db: ReadableDb,
  closing: MonthClosing,
  of: ComparedPeriod,
  counted: Narrowed,
): FrozenCase[] {
  const shares = found(sharesOfColumn(db, closing.id, of) ?? undefined, 'month');
  const facts = new Map(
    of !== 'current'
      ? []
      : frozenCases(db, closing.id).map((one) => [one.caseId, one.facts as FrozenFacts | null]),
  );
  const receivedOn = (caseId: number) => facts.get(caseId)?.entry.receivedOn ?? null;
  const meant = shares
    .filter(isMeant(counted))
    .filter(({ caseId, share }) => tookSoLong(share, receivedOn(caseId), closing.period.to, counted.days));
  const ids = meant.map(({ caseId }) => caseId);
  const { assistedBy } = counted;
  const assisting = assistedBy === undefined ? undefined : assistingIn(db, ids);
  const assisted = (caseId: number) =>
    assistedBy === undefined ||
    (facts.get(caseId)?.assisting ?? assisting?.get(caseId) ?? []).includes(assistedBy);
  const numbers = internalNumberOf(db, ids);
  const heads = caseHeads(
    db,
    ids.filter((id) => facts.get(id) === undefined || facts.get(id) === null),
  );
  return meant
    .filter(({ caseId }) => assisted(caseId))
    .map(({ caseId, share }) => {
      const number = numbers.get(caseId);
      const entry = facts.get(caseId)?.entry;
      const head = entry ?? heads.get(caseId);
      // What ended after the period had not ended for the closing.
      const ended = share.keys.closing?.some((state) => state !== '') ?? false;
      const endedOn = entry === undefined ? heads.get(caseId)?.endedOn : entry.ending?.on;
      return {
        caseId: caseIdOf(caseId),
        internalNumber: number === undefined ? '' : formatInternalNumber(number),
        courtNumbers: [...(head?.courtNumbers ?? [])],
        causeName: head?.causeName ?? null,
        mediatorName: head?.mediatorName ?? null,
        endedOn: (ended ? endedOn : null) ?? null,
        figures: [...share.figures],
        sums: share.sums,
      };
    });
}
