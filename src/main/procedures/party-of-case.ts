import type { CaseId, PartyId } from '#shared/contract/ids.ts';
import type { Party, PartyInput } from '#shared/contract/parties.ts';
import { agreementOfCase } from '../register/agreements.ts';
import { partiesOfCase } from '../register/parties.ts';
import { recordsOfParty } from '../register/party-records.ts';
import type { ReadableDb } from '../register/query.ts';
import { found, refused } from './errors.ts';

/** A party of this case; NOT_FOUND for one of another. */
export function partyOfCase(db: ReadableDb, caseId: CaseId, id: PartyId): Party {
  return found(
    partiesOfCase(db, caseId).find((party) => party.id === id),
    'party',
  );
}

/**
 * A party who pays or is paid cannot be left out, because the agreement would go on without saying so; nor can one of
 * whom something stands on record, such as a consent or a try to reach them.
 */
export function refuseLeavingOut(db: ReadableDb, caseId: CaseId, kept: readonly PartyInput[]): void {
  const terms = agreementOfCase(db, caseId)?.terms ?? [];
  for (const party of partiesOfCase(db, caseId)) {
    if (kept.some(({ id }) => id === party.id)) continue;
    const numbers = terms.flatMap((term, index) =>
      term.kind === 'payment' && [...term.payers, ...term.payees].includes(party.id) ? [index + 1] : [],
    );
    if (numbers.length > 0) {
      throw refused('partyInAgreement', { party: party.name, terms: numbers.join('、') });
    }
    const records = recordsOfParty(db, party.id);
    if (records.length > 0) {
      throw refused('partyInRecords', { party: party.name, records: records.join('、') });
    }
  }
}
