import { type CaseFacts, caseFactsSchema } from '#shared/contract/cases.ts';
import type { Court } from '#shared/contract/office.ts';
import { type PartyFacts, partyFactsSchema } from '#shared/contract/parties.ts';
import { checkCreditCode, checkResidentId } from '#shared/domain/identity.ts';
import type { CaseRow, LedgerCaseFacts, LedgerParty, Problem } from '#shared/domain/ledger/facts.ts';
import type { PartyRole } from '#shared/domain/party.ts';
import { courtKey } from './registered-facts.ts';

/** A ledger row as the register takes it; the mediators are still names. */
export type LedgerEntry = {
  readonly row: CaseRow;
  readonly facts: CaseFacts;
  readonly parties: readonly PartyFacts[];
};

function partyOf(role: PartyRole, party: LedgerParty): PartyFacts {
  const idNumber = party.idNumber ?? null;
  const resident = idNumber === null ? undefined : checkResidentId(idNumber);
  const idKind =
    idNumber === null
      ? null
      : party.kind === 'naturalPerson'
        ? resident?.kind === 'valid' || /^\d{17}[\dX]$/.test(idNumber)
          ? 'residentId'
          : 'other'
        : checkCreditCode(idNumber).kind === 'valid' || idNumber.length === 18
          ? 'creditCode'
          : 'other';
  return {
    role,
    kind: party.kind,
    name: party.name,
    sex: null,
    ethnicity: null,
    birthOn: null,
    idKind,
    idNumber,
    address: party.address ?? null,
    phones: [...party.phones],
    occupation: null,
    employer: null,
    email: null,
    representativeName: null,
    representativePosition: null,
    representativeIdNumber: null,
    serviceAddress: null,
    electronicService: null,
    electronicServiceTo: null,
    remarks: null,
    agents: [],
  };
}

function factsOf(facts: LedgerCaseFacts, courts: readonly Court[]): CaseFacts {
  const { court } = facts;
  return {
    channel: facts.channel,
    source: facts.source,
    courtId: court.kind === 'known' ? (courts.find((one) => courtKey(one) === court.code)?.id ?? null) : null,
    tribunal: facts.tribunal ?? null,
    judge: facts.judge ?? null,
    clerk: facts.clerk ?? null,
    courtNumbers: [...facts.caseNumbers],
    platformNumber: facts.otherNumber ?? null,
    letterNumber: facts.letterNumber ?? null,
    letterOn: facts.letterOn ?? null,
    transferredBy: null,
    procedureKind: null,
    filedOn: facts.filedOn ?? null,
    receivedOn: facts.receivedOn,
    cause: facts.cause,
    claim: facts.claim,
    claims: facts.claims ?? null,
    facts: facts.facts ?? null,
    district: null,
    marks: [],
    mediatorId: null,
    assistingMediatorIds: [],
    studioId: null,
    organisationId: null,
    remarks: facts.remarks ?? null,
  };
}

/** Holds a fitted row to the contract: its entry, or the reasons for which the register could not give it back. */
export function ledgerEntry(row: CaseRow, courts: readonly Court[]): LedgerEntry | readonly Problem[] {
  const facts = caseFactsSchema.safeParse(factsOf(row.facts, courts));
  const parties = partyFactsSchema
    .array()
    .safeParse([
      ...row.facts.applicants.map((party) => partyOf('applicant', party)),
      ...row.facts.respondents.map((party) => partyOf('respondent', party)),
      ...row.facts.thirdParties.map((party) => partyOf('thirdParty', party)),
    ]);
  if (facts.success && parties.success) return { row, facts: facts.data, parties: parties.data };
  const issues = [...(facts.error?.issues ?? []), ...(parties.error?.issues ?? [])];
  return issues.map(({ path, message }) => ({
    sheet: row.sheet,
    row: row.row,
    column: row.shown.receivedOn.column,
    value: row.shown.receivedOn.value,
    reason: `这一行有内容不合登记的要求（${path.join('.')}：${message}）。`,
  }));
}
