import { normaliseIdNumber } from '#shared/domain/identity.ts';
import { splitPhones } from '#shared/domain/phone.ts';
import type { PartyDraft } from '../party-form/party-draft.ts';
import type { Known } from './use-related.ts';

/** What the parties of a form are known by so far. */
export function knownByForm(parties: readonly PartyDraft[]): Known['parties'] {
  return parties.map((party) => ({
    name: party.name.trim(),
    idNumber: party.idNumber.trim() === '' ? null : normaliseIdNumber(party.idNumber),
    phones: splitPhones(party.phones),
  }));
}
