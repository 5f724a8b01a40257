import type { CaseDetail, CaseFacts, ClosingFacts } from '#shared/contract/cases.ts';
import type { CaseId } from '#shared/contract/ids.ts';
import type { PartyFacts } from '#shared/contract/parties.ts';
import { type Channel, channels } from '#shared/domain/channel.ts';
import { closings } from '#shared/domain/closing.ts';
import { formatInternalNumber } from '#shared/domain/internal-number.ts';
import { formatLocalDate } from '#shared/domain/local-date.ts';
import { caseRow } from '../register/case-list.ts';
import { caseWithNumber } from '../register/case-numbers.ts';
import { insertCase } from '../register/cases.ts';
import { mediatorSector } from '../register/mediators.ts';
import { officeProfile } from '../register/office.ts';
import { closingOfCase, insertClosing } from '../register/outcomes.ts';
import { insertParties } from '../register/parties.ts';
import type { ReadableDb, WritableDb } from '../register/query.ts';
import { readSetting } from '../register/settings.ts';
import { type Mover, takeMove } from './case-moves.ts';
import { found, invalid, refused } from './errors.ts';

/** A and B come from a court, so that without one the case is in no court's column (domain.md §2.1 ST1). */
export function checkFacts(facts: CaseFacts): void {
  if (facts.channel !== 'C' && facts.courtId === null) {
    throw invalid({
      path: 'facts.courtId',
      message: '委派、委托的案件要填法院，否则无法计入任何法院的统计。',
    });
  }
}

/** A channel that the office has switched off takes no new cases; those that it has go on (domain.md §1.7). */
export function checkChannel(db: ReadableDb, channel: Channel): void {
  if (!readSetting(db, 'channels').value[channel])
    throw refused('channelOff', { channel: channels[channel].label });
}

/** A court number belongs to one case: registered twice it would be counted twice. */
export function checkNumbers(db: ReadableDb, facts: CaseFacts, except: CaseId | null): void {
  const numbers = [
    ...facts.courtNumbers.map((number) => ['court', number] as const),
    ...(facts.platformNumber === null ? [] : [['platform', facts.platformNumber] as const]),
  ];
  for (const [kind, number] of numbers) {
    const taken = caseWithNumber(db, kind, number);
    if (taken !== undefined && taken !== except) {
      const row = caseRow(db, taken);
      throw refused('caseNumberTaken', {
        number,
        internalNumber: row?.internalNumber ?? '',
        caseId: String(taken),
      });
    }
  }
  const distinct = new Set(numbers.map((pair) => pair.join(' ')));
  if (distinct.size !== numbers.length) {
    throw invalid({ path: 'facts.courtNumbers', message: '同一个案号填了两次。' });
  }
}

export function sectorFor(db: ReadableDb, facts: CaseFacts): string | null {
  return facts.mediatorId === null ? null : found(mediatorSector(db, facts.mediatorId), 'mediator').sector;
}

/** What an event keeps of a case: its facts with its parties' names, as they were. */
function pictureOf(facts: CaseFacts, parties: readonly PartyFacts[]) {
  return { ...facts, parties };
}

/** Registers a case with its parties. */
export function registerCase(
  db: WritableDb,
  entry: {
    readonly uid: string;
    readonly facts: CaseFacts;
    readonly parties: readonly PartyFacts[];
    readonly sector: string | null;
    readonly year: number;
    readonly today: CaseDetail['registeredOn'];
  },
): { id: CaseId; internalNumber: string } {
  checkNumbers(db, entry.facts, null);
  const { id, internalNumber } = insertCase(db, {
    uid: entry.uid,
    prefix: officeProfile(db)?.numberPrefix ?? '',
    year: entry.year,
    facts: entry.facts,
    status: 'registered',
    receivedBasis: 'receipt',
    sector: entry.sector,
    registeredOn: entry.today,
    registeredBy: db.command.staffName,
    imported: null,
  });
  insertParties(db, id, entry.parties);
  const mover = { id, status: 'registered', channel: entry.facts.channel } as const;
  const status =
    entry.facts.receivedOn === null
      ? mover.status
      : takeMove(db, mover, {
          code: 'accept',
          on: entry.facts.receivedOn,
          detail: { receivedBy: null, online: false },
        });
  const number = formatInternalNumber(internalNumber);
  db.event({
    subject: 'case',
    subjectId: id,
    what: 'registered',
    after: { internalNumber: number, ...pictureOf(entry.facts, entry.parties), status },
  });
  return { id, internalNumber: number };
}

/**
 * Closes a case (domain.md §2.3). The day is the day on which it ended; a closing before the receipt cannot be counted
 * and is refused.
 */
export function closeCase(
  db: WritableDb,
  { id, status, channel, receivedOn }: Mover & { readonly receivedOn: CaseFacts['receivedOn'] },
  closing: ClosingFacts,
): void {
  if (closingOfCase(db, id) !== null) throw refused('alreadyClosed');
  if (receivedOn !== null && closing.closedOn < receivedOn) {
    throw refused('closedBeforeReceipt', {
      closedOn: formatLocalDate(closing.closedOn),
      receivedOn: formatLocalDate(receivedOn),
    });
  }
  const success = closings[closing.code].outcome === 'success';
  const kept = { ...closing, partly: closing.partly && success };
  insertClosing(db, id, kept);
  const closed = takeMove(
    db,
    { id, status, channel },
    { code: 'close', on: kept.closedOn, detail: { code: kept.code } },
  );
  db.event({ subject: 'case', subjectId: id, what: 'closed', after: { ...kept, status: closed } });
}
