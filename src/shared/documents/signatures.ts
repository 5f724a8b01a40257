import { type PartyKind, type PartyRole, representativeTitles } from '../domain/party.ts';
import {
  block,
  type DocumentBlock,
  type SignatureLine,
  type SignatureSlot,
  type SignaturesBlock,
} from './model.ts';
import { callingsOf } from './party-words.ts';

/**
 * The place where people sign. Labels say who signs and how; names are written by hand and never printed here.
 * 法释〔2016〕14号 第24条: the parties sign, seal or set a fingerprint.
 */

/** As much of a party as his signature depends on. */
export type Signer = {
  readonly role: PartyRole;
  readonly kind: PartyKind;
  readonly agents: readonly unknown[];
  readonly guardians?: readonly unknown[];
};

const nothing: SignatureSlot = { lines: [] };

function signed(label: string): SignatureLine {
  return { label: `${label}：`, space: true };
}

function signsHimself(calling: string): SignatureSlot {
  return { lines: [signed(`${calling}（签名）`)] };
}

function slotOf(party: Signer, calling: string): SignatureSlot {
  const agent = party.agents.length > 0 ? [signed('委托代理人（签名）')] : [];
  switch (party.kind) {
    case 'naturalPerson':
      return (party.guardians ?? []).length > 0
        ? {
            lines: [{ label: calling, space: false }, signed('法定代理人（签名、捺印）'), ...agent],
          }
        : { lines: [signed(`${calling}（签名、捺印）`), ...agent] };
    case 'soleTrader':
      return { lines: [signed(`${calling}（盖章）`), signed('经营者（签名、捺印）'), ...agent] };
    case 'legalPerson':
    case 'otherOrganisation':
    case 'villageCommittee': {
      const title = representativeTitles[party.kind];
      const signer = party.agents.length > 0 ? `${title}或代理人（签名）` : `${title}（签名）`;
      return { lines: [signed(`${calling}（盖章）`), signed(signer)] };
    }
  }
}

type Row = readonly [SignatureSlot, SignatureSlot];

/** How many labels one below the other fit on a page with the end of the text; all of them, or those of the parties. */
const labelsOnOnePage = { all: 7, parties: 8 } as const;

/**
 * What the signers confirm, and with what words each further page of signatures begins: with the first ones again where
 * nothing else is said.
 */
export type Confirmation = {
  readonly byParties: string;
  readonly byFurtherParties?: string;
  readonly byOfficials?: string;
};

/**
 * The statement above the signatures and the signatures: applicants on the left, respondents on the right, third
 * parties and guarantors below, then those in office. Where they do not fit on one page, every further page gets a
 * statement of its own, because signatures must not stand on a page without text.
 */
export function closingBlocks(
  parties: readonly Signer[],
  officials: readonly string[],
  { byParties: said, byFurtherParties = said, byOfficials: saidByOfficials = said }: Confirmation,
): readonly DocumentBlock[] {
  const callings = callingsOf(parties);
  const slots = (role: PartyRole): readonly SignatureSlot[] =>
    parties.flatMap((party, place) => (party.role === role ? [slotOf(party, callings[place] ?? '')] : []));
  const byParties = [
    ...bothSides(slots('applicant'), slots('respondent')),
    ...inPairs([...slots('thirdParty'), ...slots('guarantor')]),
  ];
  const byOfficials = inPairs(officials.map(signsHimself));
  const together = [...byParties, ...byOfficials];
  if (labelsIn(together) <= labelsOnOnePage.all) {
    return [block('confirmation', said), { role: 'signatures', rows: together }];
  }
  return [
    ...inPages(byParties).flatMap((rows, page): readonly DocumentBlock[] => [
      block('confirmation', page === 0 ? said : byFurtherParties),
      { role: 'signatures', rows },
    ]),
    ...(byOfficials.length === 0
      ? []
      : [block('confirmation', saidByOfficials), { role: 'signatures', rows: byOfficials } as const]),
  ];
}

/** The statement above the signatures of people who sign by what they are, and not for a party. */
export function signedByOfficials(officials: readonly string[], statement: string): readonly DocumentBlock[] {
  return closingBlocks([], officials, { byParties: statement });
}

/** One who gives something on the left, with what the paper calls him, and those who take it on the right. */
export function facingSignatures(giver: Signer, calling: string, takers: readonly string[]): SignaturesBlock {
  return { role: 'signatures', rows: bothSides([slotOf(giver, calling)], takers.map(signsHimself)) };
}

/** Labels one below the other; side by side the longer slot counts. */
function labelsIn(rows: readonly Row[]): number {
  return rows.reduce((sum, row) => sum + Math.max(...row.map((slot) => slot.lines.length)), 0);
}

function inPages(rows: readonly Row[]): readonly (readonly Row[])[] {
  const pages: Row[][] = [];
  for (const row of rows) {
    const page = pages.at(-1);
    if (page !== undefined && labelsIn([...page, row]) <= labelsOnOnePage.parties) {
      page.push(row);
    } else {
      pages.push([row]);
    }
  }
  return pages;
}

/** Where only one side signs, its people share the rows. */
function bothSides(left: readonly SignatureSlot[], right: readonly SignatureSlot[]): readonly Row[] {
  if (right.length === 0) return inPairs(left);
  return Array.from({ length: Math.max(left.length, right.length) }, (_, row) => [
    left[row] ?? nothing,
    right[row] ?? nothing,
  ]);
}

function inPairs(slots: readonly SignatureSlot[]): readonly Row[] {
  const rows: Row[] = [];
  for (let place = 0; place < slots.length; place += 2) {
    rows.push([slots[place] ?? nothing, slots[place + 1] ?? nothing]);
  }
  return rows;
}
