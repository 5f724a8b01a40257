import { byHand } from '#shared/documents/facts.ts';
import type { DocumentKind } from '#shared/documents/model.ts';
import { caseNumberSchema } from '#shared/domain/case-number.ts';
import { localDate } from '#shared/domain/local-date.ts';
import { fen } from '#shared/domain/money.ts';
import { manyPartiesDraft, plainDraft } from './agreements.ts';
import { manyPartiesHead, plainHead } from './case-heads.ts';

/** Two invented cases with everything that any paper of theirs asks, so that all kinds can be made of both. */

type Party = Record<string, unknown> & {
  readonly role: string;
  readonly kind: string;
  readonly name: string;
};
export type CaseDraft = Readonly<Record<string, unknown>> & { readonly parties: readonly Party[] };
export type OwnFacts = Readonly<Record<string, unknown>>;

const court = '内蒙古自治区鄂尔多斯市东胜区人民法院';
const courtNumber = caseNumberSchema.parse('（2026）内0602民初321号');

export const plainCase = {
  ...plainDraft(),
  ...plainHead(),
  filedOn: localDate('2026-10-29'),
  consented: ['oral', 'written'],
  procedureKind: null,
  customaryDays: 30,
  contact: '示例书记员',
  papers: ['起诉状', '《饲草料买卖合同》和送货单'],
  ordinal: 1,
  heldOn: localDate('2026-11-10'),
  startedAt: '09:05',
  endedAt: '10:40',
  form: 'onSite',
  place: '示例调解室',
  agentsPresent: [{ party: 0, name: '赵戊某', authority: 'special' }],
  attendance: '申请人张甲某，被申请人李乙某',
  notes: '申请人陈述：要求支付货款三万元。\n被申请人陈述：认可欠款，请求分期',
  disputed: '付款期限',
  undisputed: '欠款三万元',
  proposals: '调解员建议分三期支付，双方同意考虑',
  result: 'continue',
  nextOn: localDate('2026-11-18'),
  mediatorName: '王丙某',
  matter: '与申请人曾在同一单位工作\n2019年以后没有往来。',
  disclosedOn: localDate('2026-11-05'),
  applicantsConsentedOn: localDate('2026-11-06'),
  respondentsConsentedOn: localDate('2026-11-07'),
  consentForm: 'written',
  decision: 'continue',
  decidedBy: '鄂尔多斯市示例政协委员调解中心',
  endsOn: localDate('2026-12-02'),
  days: 30,
  extendedTo: localDate('2027-01-04'),
  visitedOn: localDate('2027-01-08'),
  means: 'telephone',
  visited: '张甲某',
  performance: 'performing',
  satisfaction: 'satisfied',
  remarks: '第一期已经收到',
  facts: ['2025年3月1日双方签订《饲草料买卖合同》', '尚欠货款30000元，双方均无异议。'],
  receivedOn: localDate('2026-11-02'),
  closedOn: localDate('2026-11-18'),
  closing: 'C11',
  mediatedFrom: localDate('2026-11-10'),
  mediatedTo: localDate('2026-11-18'),
  archiveNumber: '2026-MS-012',
  retention: 'thirtyYears',
  compiledBy: '赵立某',
  compiledOn: localDate('2026-11-20'),
  pageCount: 31,
  paperCount: 12,
  situation: '第4件为复印件，与原件核对无异\n第11件原件由申请人保管。',
  contents: [
    { title: '委派函及回执', pages: 2, remarks: null },
    { title: '当事人身份证复印件', pages: 2, remarks: '复印件' },
    { title: '调解协议书', pages: 4, remarks: null },
  ],
  agreementPaper: 'mediationAgreement',
  ground: 'agreed',
} as unknown as CaseDraft;

export const manyPartiesCase = {
  ...plainCase,
  ...manyPartiesDraft(),
  ...manyPartiesHead(),
  parties: (manyPartiesHead().parties ?? []).map((party) =>
    'guardians' in party && party.guardians
      ? { ...party, guardians: party.guardians.map((one) => ({ ...one, address: '示例路8号' })) }
      : party,
  ),
  procedureKind: 'summary',
  filedOn: byHand,
  consented: byHand,
  contact: byHand,
  form: 'video',
  place: null,
  attendance: byHand,
  disputed: null,
  undisputed: null,
  proposals: null,
  nextOn: null,
  decision: byHand,
  decidedBy: byHand,
  endsOn: byHand,
  extendedTo: byHand,
  visited: byHand,
  performance: byHand,
  archiveNumber: byHand,
  compiledBy: byHand,
  pageCount: byHand,
  facts: byHand,
  ground: 'performed',
} as unknown as CaseDraft;

/** What a kind asks otherwise than the case says it: one paper for each entry. */
export function ownFacts(kind: DocumentKind, whole: CaseDraft): readonly OwnFacts[] {
  const { parties } = whole;
  switch (kind) {
    case 'authorization':
      return parties.flatMap((party) => {
        const agents = (party.agents as readonly unknown[] | undefined) ?? [];
        const lawyer = { identity: 'lawyer', name: '赵戊某', employer: byHand, authority: 'special' };
        return {
          sides: parties.map(({ role, name }) => ({ role, name })),
          parties: [agents.length > 0 ? party : { ...party, agents: [lawyer] }],
          agentPapers: [{ licenceNumber: '示例执业证0001', idNumber: '示例第0006号', phone: '13800000051' }],
        };
      });
    case 'legalRepresentative':
      return parties
        .concat(parties.length > 2 ? [] : ([aBody] as readonly Party[]))
        .filter((party) => ['legalPerson', 'otherOrganisation', 'villageCommittee'].includes(party.kind))
        .map((party) => ({ parties: [{ ...party, representativeIdNumber: '150602197501010011' }] }));
    case 'serviceAddress':
      return parties.map((party) => ({
        parties: [{ ...party, idKind: party.kind === 'naturalPerson' ? party.idKind : 'creditCode' }].map(
          (one) => ({ ...one, idNumber: (one as { idNumber?: unknown }).idNumber ?? byHand }),
        ),
      }));
    case 'withdrawalApplication':
      return [{ courtCaseNumbers: [courtNumber] }];
    case 'peoplesAgreement':
      return [{}, ...otherClauses(whole)].map((clauses) => ({
        ...confirmedLater,
        ...clauses,
        mediationOrganisation: { name: '鄂尔多斯市示例人民调解委员会', kind: 'peoplesMediation' },
        parties: parties.map((party) => ({ ...party, occupation: '牧民', employer: '示例牧业合作社' })),
      }));
    case 'confirmationApplication':
      return [
        ...[{}, ...otherClauses(whole)].map((clauses) => ({ ...confirmedLater, ...clauses })),
        { ...confirmedLater, agreementPaper: 'oralAgreement' },
      ];
    case 'oralAgreement':
      return [{}, ...otherClauses(whole)].map((clauses) => ({
        ...clauses,
        agreementForm: 'oral',
        agreedOn: localDate('2026-11-18'),
      }));
    case 'mediationAgreement':
      return [{}, ...otherClauses(whole)];
    case 'closingReport':
      return closingReports(whole);
    case 'dossierCover':
      return [{ form: 'invited' }, { form: 'peoples', channel: 'C', court: null }];
    case 'undisputedFacts':
    case 'dossierNote':
      return [{}, { facts: plainCase.facts, situation: byHand }];
    default:
      return [{}];
  }
}

const confirmedLater = {
  channel: 'A',
  courtCaseNumbers: [],
  court,
  outcome: { kind: 'judicialConfirmation', court },
};

const aBody = {
  ...manyPartiesDraft().parties?.[3],
} as Party;

/** Agreements that came about, are paid, are kept and end otherwise than the two of the cases. */
function otherClauses(whole: CaseDraft): readonly OwnFacts[] {
  if (whole.parties.length > 2) return [];
  const [term] = plainDraft().terms ?? [];
  const single = {
    ...term,
    account: '示例账户',
    schedule: { kind: 'single', dueOn: localDate('2026-12-31') },
  };
  const words = { kind: 'text', text: '双方互相赔礼道歉。\n此后不再提起本纠纷。' };
  const own = { channel: 'C', courtCaseNumbers: [], outcome: { kind: 'noConfirmation' } };
  return [
    {
      ...own,
      origin: { kind: 'application', appliedOn: localDate('2026-11-02'), applicants: [0] },
      terms: [words],
      defaultClause: { kind: 'none' },
      costs: { kind: 'none' },
      agreedAmount: null,
    },
    {
      ...own,
      origin: {
        kind: 'transfer',
        transferredBy: '示例综治中心',
        transferredOn: localDate('2026-11-02'),
        letterNumber: '示例移〔2026〕1号',
      },
      terms: [single, words],
      defaultClause: { kind: 'text', text: '逾期付款的，另付违约金2000元' },
      costs: { kind: 'text', text: '鉴定费由双方各付一半' },
    },
    {
      channel: 'B',
      courtCaseNumbers: [courtNumber],
      terms: [{ ...term, schedule: { kind: 'onSigning' } }],
      defaultClause: {
        kind: 'structured',
        acceleration: false,
        penalty: { kind: 'fixed', amount: fen(2000_00) },
      },
      outcome: { kind: 'performedAtOnce', court },
    },
  ];
}

function closingReports(whole: CaseDraft): readonly OwnFacts[] {
  const sessions = (whole.sessions as readonly object[]).map((session) => ({
    place: null,
    attendance: '双方到场',
    ...session,
  }));
  const period = { endsOn: localDate('2026-12-18'), extendedDays: 15, suspendedDays: 3 };
  const open = { sessions, daysUsed: 17, undisputedNoted: true, unreached: [], period, paid: fen(0) };
  const closing = { code: 'C11', closedOn: localDate('2026-11-20'), partly: true, reason: null };
  const signedOn = localDate('2026-11-20');
  return [
    ...[{}, ...otherClauses(whole)].map((clauses) => ({
      ...open,
      ...clauses,
      closing,
      agreement: { signedOn, agreedAmount: fen(123_456_789_01), effect: 'judicialConfirmation' },
      disputed: byHand,
    })),
    {
      ...open,
      closing: { ...closing, code: 'C24', partly: false, reason: '各方对恢复原状的范围分歧较大' },
      unreached: [
        {
          party: whole.parties[0]?.name ?? '',
          tries: 3,
          days: 2,
          firstOn: localDate('2026-11-10'),
          lastOn: localDate('2026-11-12'),
        },
      ],
      agreement: null,
      terms: [],
      defaultClause: { kind: 'none' },
      costs: { kind: 'none' },
      disputed: ['恢复原状的范围', '恢复原状的期限'],
      papers: byHand,
    },
  ];
}
