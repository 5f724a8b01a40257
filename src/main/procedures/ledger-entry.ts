import type { CaseFacts } from '#shared/contract/cases.ts';
import type { CaseId, ImportId, MediatorId } from '#shared/contract/ids.ts';
import type { MediatorFacts } from '#shared/contract/mediators.ts';
import type { Court } from '#shared/contract/office.ts';
import type { PartyFacts } from '#shared/contract/parties.ts';
import { checkCreditCode, checkResidentId } from '#shared/domain/identity.ts';
import type { CaseRow, LedgerCaseFacts, LedgerParty } from '#shared/domain/ledger/facts.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import type { PartyRole } from '#shared/domain/party.ts';
import { saveAgreement } from '../register/agreements.ts';
import { caseWithNumber } from '../register/case-numbers.ts';
import { insertDoubt } from '../register/doubts.ts';
import { mediatorsNamed, setMediatorStanding } from '../register/imports.ts';
import { insertMediator } from '../register/mediators.ts';
import { insertPayment, saveConfirmation } from '../register/outcomes.ts';
import type { WritableDb } from '../register/query.ts';
import { closeCase, registerCase } from './case-entry.ts';
import { followStatus } from './case-of.ts';
import { courtKey } from './registered-facts.ts';

export type Entering = {
  readonly db: WritableDb;
  readonly importId: ImportId;
  readonly courts: readonly Court[];
  readonly today: LocalDate;
  newId(): string;
  /** Told the name of every mediator who was not on the roster. */
  mediatorAdded(name: string): void;
};

/** A roster line that says nothing but the name (待完善); its owner completes it. */
export function namedMediator(name: string, sector: string | null): MediatorFacts {
  return {
    name,
    isMember: null,
    sector,
    employer: null,
    phones: [],
    residentId: null,
    expertise: [],
    languages: [],
    certificateNumber: null,
    courtId: null,
    studioId: null,
    listedOn: null,
    termFrom: null,
    termTo: null,
    training: null,
    standing: 'listed',
    incomplete: true,
    remarks: null,
  };
}

/** The mediator of a name and sector, put on the roster where there is none; another sector is another person. */
function mediatorOf(entering: Entering, name: string, sector: string | null): MediatorId {
  const { db } = entering;
  const known = mediatorsNamed(db, name).find(
    (mediator) => sector === null || mediator.sector === null || mediator.sector === sector,
  );
  if (known !== undefined) {
    if (known.standing === 'removed') {
      setMediatorStanding(db, known.id, 'listed');
      db.event({ subject: 'mediator', subjectId: known.id, what: 'listedAgain' });
    }
    return known.id;
  }
  const facts = namedMediator(name, sector);
  const id = insertMediator(db, entering.newId(), facts, entering.importId);
  db.event({ subject: 'mediator', subjectId: id, what: 'added', after: facts });
  entering.mediatorAdded(name);
  return id;
}

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

function factsOf(entering: Entering, facts: LedgerCaseFacts, mediators: readonly MediatorId[]): CaseFacts {
  const { court, otherNumber, internalNumber } = facts;
  const taken =
    otherNumber !== undefined && caseWithNumber(entering.db, 'platform', otherNumber) !== undefined;
  const remarks = [
    internalNumber === undefined ? '' : `台账编号：${internalNumber}`,
    taken ? `台账案号栏：${otherNumber}` : '',
    facts.remarks ?? '',
  ].filter((part) => part !== '');
  const [mediatorId = null, ...assistingMediatorIds] = mediators;
  return {
    channel: facts.channel,
    source: facts.source,
    courtId:
      court.kind === 'known'
        ? (entering.courts.find((one) => courtKey(one) === court.code)?.id ?? null)
        : null,
    tribunal: facts.tribunal ?? null,
    judge: facts.judge ?? null,
    clerk: facts.clerk ?? null,
    courtNumbers: [...facts.caseNumbers],
    platformNumber: taken ? null : (otherNumber ?? null),
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
    mediatorId,
    assistingMediatorIds,
    studioId: null,
    organisationId: null,
    remarks: remarks.length === 0 ? null : remarks.join('；'),
  };
}

/** Enters one ledger row: the case with its parties, its closing, money and confirmation, and its doubts (待核). */
export function enterLedgerRow(entering: Entering, { facts, doubts, row }: CaseRow): CaseId {
  const { db } = entering;
  const sector = facts.sector ?? null;
  // The sector column tells of the presiding mediator; the assisting ones keep their own.
  const mediators = facts.mediatorNames.map((name, place) =>
    mediatorOf(entering, name, place === 0 ? sector : null),
  );
  const { id } = registerCase(db, {
    uid: entering.newId(),
    facts: factsOf(entering, facts, mediators),
    parties: [
      ...facts.applicants.map((party) => partyOf('applicant', party)),
      ...facts.respondents.map((party) => partyOf('respondent', party)),
      ...facts.thirdParties.map((party) => partyOf('thirdParty', party)),
    ],
    sector,
    year: Number(facts.receivedOn.slice(0, 4)),
    today: entering.today,
    receivedBasis: facts.receivedBasis,
    imported: { id: entering.importId, row },
  });
  if (facts.agreedFen !== undefined) {
    saveAgreement(db, id, null, {
      form: facts.closing?.code === 'C12' ? 'oral' : 'written',
      agreedFen: facts.agreedFen,
      signedOn: null,
      mainFacts: null,
      disputedMatters: null,
      defaultClause: null,
      costClause: null,
      finalSettlement: false,
      effect: null,
      effectCourtId: null,
      terms: [],
    });
  }
  if (facts.closing !== undefined)
    closeCase(db, { id, receivedOn: facts.receivedOn }, { ...facts.closing, reason: null });
  if (facts.paid !== undefined && facts.paid.fen > 0) {
    const payment = {
      paidOn: facts.paid.on ?? null,
      amountFen: facts.paid.fen,
      voucher: null,
      remarks: null,
    };
    insertPayment(db, id, payment, 'ledger');
  }
  if (facts.confirmedOn !== undefined) {
    saveConfirmation(db, id, { confirmedOn: facts.confirmedOn, courtId: null, number: null });
  }
  for (const doubt of doubts) insertDoubt(db, id, doubt);
  followStatus(db, id);
  return id;
}
