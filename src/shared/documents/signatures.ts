import { representativeTitles } from '../domain/party.ts';
import type { SignatureLine, SignatureSlot, SignaturesBlock } from './model.ts';
import type { PartyFacts } from './parties.ts';
import { callingsOf } from './party-words.ts';

/**
 * The place where people sign. Labels say who signs and how; names are written by hand and never printed here.
 * 法释〔2016〕14号 第24条: the parties sign, seal or set a fingerprint.
 */

const nothing: SignatureSlot = { lines: [] };

function signed(label: string): SignatureLine {
  return { label: `${label}：`, space: 'signature' };
}

function sealed(label: string): SignatureLine {
  return { label: `${label}：`, space: 'seal' };
}

function slotOf(party: PartyFacts, calling: string): SignatureSlot {
  const agent = party.agents.length > 0 ? [signed('委托代理人（签名）')] : [];
  switch (party.kind) {
    case 'naturalPerson':
      return party.guardians.length > 0
        ? {
            lines: [{ label: calling, space: 'none' }, signed('法定代理人（签名、捺印）'), ...agent],
          }
        : { lines: [signed(`${calling}（签名、捺印）`), ...agent] };
    case 'soleTrader':
      return { lines: [sealed(`${calling}（盖章）`), signed('经营者（签名、捺印）'), ...agent] };
    case 'legalPerson':
    case 'otherOrganisation':
    case 'villageCommittee': {
      const title = representativeTitles[party.kind];
      const signer = party.agents.length > 0 ? `${title}或代理人（签名）` : `${title}（签名）`;
      return { lines: [sealed(`${calling}（盖章）`), signed(signer)] };
    }
  }
}

/** Applicants on the left, respondents on the right, third parties and guarantors below, then those in office. */
export function signatures(parties: readonly PartyFacts[], officials: readonly string[]): SignaturesBlock {
  const callings = callingsOf(parties);
  const slots = (role: PartyFacts['role']): readonly SignatureSlot[] =>
    parties.flatMap((party, place) => (party.role === role ? [slotOf(party, callings[place] ?? '')] : []));
  return {
    role: 'signatures',
    rows: [
      ...sideBySide(slots('applicant'), slots('respondent')),
      ...inPairs([...slots('thirdParty'), ...slots('guarantor')]),
      ...inPairs(officials.map((official) => ({ lines: [signed(`${official}（签名）`)] }))),
    ],
  };
}

function sideBySide(
  left: readonly SignatureSlot[],
  right: readonly SignatureSlot[],
): readonly [SignatureSlot, SignatureSlot][] {
  return Array.from({ length: Math.max(left.length, right.length) }, (_, row) => [
    left[row] ?? nothing,
    right[row] ?? nothing,
  ]);
}

function inPairs(slots: readonly SignatureSlot[]): readonly [SignatureSlot, SignatureSlot][] {
  const rows: [SignatureSlot, SignatureSlot][] = [];
  for (let place = 0; place < slots.length; place += 2) {
    rows.push([slots[place] ?? nothing, slots[place + 1] ?? nothing]);
  }
  return rows;
}
