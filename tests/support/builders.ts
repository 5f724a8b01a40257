import type { AgreementFacts } from '#shared/contract/agreements.ts';
import type { CaseFacts, CaseFilter } from '#shared/contract/cases.ts';
import type { CourtId } from '#shared/contract/ids.ts';
import type { MediatorFacts } from '#shared/contract/mediators.ts';
import type { PartyFacts } from '#shared/contract/parties.ts';
import type { SessionFacts } from '#shared/contract/sessions.ts';
import { localDate } from '#shared/domain/local-date.ts';
import { fen } from '#shared/domain/money.ts';

/** Facts of plainly invented people and cases; a test states what it is about and nothing else. */
export function aCase(facts: Partial<CaseFacts> = {}): CaseFacts {
  return {
    channel: 'A',
    source: 'courtFilingDivision',
    courtId: 2 as CourtId,
    tribunal: null,
    judge: null,
    clerk: null,
    courtNumbers: [],
    platformNumber: null,
    letterNumber: null,
    letterOn: null,
    transferredBy: null,
    procedureKind: null,
    filedOn: null,
    receivedOn: localDate('2026-11-02'),
    cause: { edition: '2025', name: '买卖合同纠纷' },
    claim: { kind: 'amount', fen: fen(5_000_000) },
    claims: '请求支付货款五万元。',
    facts: '双方于二〇二六年三月订立买卖合同，货已交付，货款未付。',
    district: null,
    marks: [],
    mediatorId: null,
    assistingMediatorIds: [],
    studioId: null,
    organisationId: null,
    remarks: null,
    ...facts,
  };
}

export function aPerson(facts: Partial<PartyFacts> = {}): PartyFacts {
  return {
    role: 'applicant',
    kind: 'naturalPerson',
    name: '甲小明',
    sex: 'male',
    ethnicity: '汉族',
    birthOn: localDate('1990-03-07'),
    idKind: 'residentId',
    idNumber: '150602199003070012',
    address: '鄂尔多斯市东胜区测试路1号',
    phones: ['13800000001'],
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
    ...facts,
  };
}

export function aCompany(facts: Partial<PartyFacts> = {}): PartyFacts {
  return aPerson({
    role: 'respondent',
    kind: 'legalPerson',
    name: '鄂尔多斯市测试商贸有限公司',
    sex: null,
    ethnicity: null,
    birthOn: null,
    idKind: 'creditCode',
    idNumber: '91150602MA0N00001R',
    address: '鄂尔多斯市康巴什区样例街2号',
    phones: ['13800000002'],
    representativeName: '乙样例',
    representativePosition: '经理',
    ...facts,
  });
}

export function aMediator(facts: Partial<MediatorFacts> = {}): MediatorFacts {
  return {
    name: '丙调解',
    isMember: true,
    sector: '经济',
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
    incomplete: false,
    remarks: null,
    ...facts,
  };
}

export function aSession(facts: Partial<SessionFacts> = {}): SessionFacts {
  return {
    heldOn: localDate('2026-11-10'),
    startedAt: '09:00',
    endedAt: '10:30',
    place: '东胜区人民法院委员调解室',
    form: 'onSite',
    attendance: '双方到场',
    notes: '核对身份，告知权利义务。',
    privateNotes: null,
    result: 'continue',
    nextOn: null,
    disputed: null,
    undisputed: null,
    proposals: null,
    ...facts,
  };
}

export function anAgreement(facts: Partial<AgreementFacts> = {}): AgreementFacts {
  return {
    form: 'written',
    agreedFen: fen(4_500_000),
    signedOn: localDate('2026-11-12'),
    mainFacts: null,
    disputedMatters: null,
    defaultClause: null,
    costClause: null,
    finalSettlement: true,
    effect: 'judicialConfirmation',
    effectCourtId: null,
    terms: [],
    ...facts,
  };
}

export function aFilter(filter: Partial<CaseFilter> = {}): CaseFilter {
  return {
    search: null,
    statuses: [],
    courtId: null,
    mediatorId: null,
    causeName: null,
    channel: null,
    listed: null,
    doubtedOnly: false,
    removedOnly: false,
    importId: null,
    counted: null,
    ...filter,
  };
}
