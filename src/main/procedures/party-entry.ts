import type { PartyFacts } from '#shared/contract/parties.ts';
import { normaliseEthnicGroup } from '#shared/domain/ethnic-group.ts';
import type { Reference } from '../resources.ts';

/** Parties with the standard's names of their ethnic groups (汉 is 汉族); an unknown one stays as it was written. */
export function withEthnicGroups<Facts extends PartyFacts>(
  parties: readonly Facts[],
  { ethnicGroups }: Reference,
): Facts[] {
  return parties.map((party) =>
    party.ethnicity === null
      ? party
      : { ...party, ethnicity: normaliseEthnicGroup(ethnicGroups, party.ethnicity) ?? party.ethnicity },
  );
}
