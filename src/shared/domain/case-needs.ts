import { caseLife } from './case-life.ts';
import { type MoveCode, moves, type Need } from './case-move.ts';
import { type CasePlace, type CaseSoFar, hasCurrentAgreementPaper } from './case-so-far.ts';
import type { CaseStatus } from './case-status.ts';
import { type Channel, channelCodes } from './channel.ts';
import { closings } from './closing.ts';
import { consentState } from './consent.ts';

type NeedRule = {
  /** What it is called where it is missing: 未填…, 未定…. */
  readonly label: (soFar: CaseSoFar) => string;
  readonly channels: readonly Channel[];
  /** Where it is entered; null: the dialog of the move itself asks for it. */
  readonly place: ((soFar: CaseSoFar) => CasePlace) | null;
  readonly source: string;
  readonly lacking: (soFar: CaseSoFar) => boolean;
};

/** Something that should be on record by now and is not. */
export type MissingNeed = {
  readonly need: Need;
  readonly label: string;
  readonly place: CasePlace;
  readonly source: string;
};

const byCourt: readonly Channel[] = ['A', 'B'];

const facts = (field: string) => () => ({ section: 'facts' as const, field });
const inDialog = { label: () => '', place: null, lacking: () => false } as const;

function names(parties: readonly { readonly name: string }[]): string {
  return parties.length > 2
    ? `${parties[0]?.name ?? ''}等 ${parties.length} 人`
    : parties.map(({ name }) => name).join('、');
}

function withoutServiceAddress({ parties }: CaseSoFar) {
  return parties.filter(
    ({ role, serviceAddress, electronicService }) =>
      (role === 'applicant' || role === 'respondent') &&
      serviceAddress === null &&
      electronicService !== 'agreed',
  );
}

function consentsOf({ parties, consents }: CaseSoFar) {
  return consentState(parties, consents ?? []);
}

function isSuccess({ closing }: CaseSoFar): boolean {
  return closing !== null && closings[closing.code].outcome === 'success';
}

/** Every need of the table of moves: what it is called, where it is entered, and how it shows that it is missing. */
const rules: Readonly<Record<Need, NeedRule>> = {
  bothSides: {
    label: ({ parties }) =>
      parties.some(({ role }) => role === 'applicant') ? '未填被申请人' : '未填申请人',
    channels: channelCodes,
    place: () => ({ section: 'parties', field: 'place:0:name' }),
    source: '法释〔2016〕14号 第24条',
    lacking: ({ parties }) =>
      !parties.some(({ role }) => role === 'applicant') || !parties.some(({ role }) => role === 'respondent'),
  },
  cause: {
    label: () => '未填案由',
    channels: channelCodes,
    place: facts('cause'),
    source: '法〔2025〕226号',
    lacking: (soFar) => soFar.facts.cause === null,
  },
  claim: {
    label: () => '未填标的额',
    channels: channelCodes,
    place: facts('claim'),
    source: '法释〔2016〕14号 第3条（统计）',
    lacking: (soFar) => soFar.facts.claim.kind === 'notStated',
  },
  dispute: {
    label: (soFar) => (soFar.facts.claims === null ? '未填请求事项' : '未填简要案情'),
    channels: channelCodes,
    place: (soFar) => ({ section: 'facts', field: soFar.facts.claims === null ? 'claims' : 'facts' }),
    source: '法释〔2016〕14号 第24条',
    lacking: (soFar) => soFar.facts.claims === null || soFar.facts.facts === null,
  },
  letter: {
    label: (soFar) =>
      soFar.facts.letterNumber === null && soFar.facts.letterOn === null
        ? '未填函号和函日期'
        : soFar.facts.letterOn === null
          ? '未填函日期'
          : '未填函号',
    channels: byCourt,
    place: (soFar) => ({
      section: 'facts',
      field: soFar.facts.letterNumber === null ? 'letterNumber' : 'letterOn',
    }),
    source: '法释〔2016〕14号 第11条',
    lacking: (soFar) => soFar.facts.letterNumber === null || soFar.facts.letterOn === null,
  },
  papers: { ...inDialog, channels: byCourt, source: '法释〔2016〕14号 第11条、第21条' },
  judge: {
    label: () => '未填承办法官',
    channels: byCourt,
    place: facts('judge'),
    source: '法释〔2016〕14号 第4条',
    lacking: (soFar) => soFar.facts.judge === null && soFar.facts.clerk === null,
  },
  courtNumber: {
    label: () => '未填法院案号',
    channels: ['B'],
    place: facts('courtNumbers'),
    source: '2025 意见第2条（登记立案后委托）',
    lacking: (soFar) => soFar.facts.courtNumbers.length === 0,
  },
  procedureKind: {
    label: () => '未填程序类型（期限算不出来）',
    channels: ['B'],
    place: facts('procedureKind'),
    source: '法释〔2016〕14号 第27条',
    lacking: (soFar) => soFar.facts.procedureKind === null,
  },
  receivedBy: { ...inDialog, channels: channelCodes, source: '法释〔2016〕14号 第27条第3款' },
  consents: {
    label: (soFar) => `未记${names(consentsOf(soFar).unknown)}是否同意调解`,
    channels: channelCodes,
    place: () => ({ section: 'sessions', field: 'consent' }),
    source: '法释〔2016〕14号 第11条',
    lacking: (soFar) => soFar.consents !== undefined && consentsOf(soFar).unknown.length > 0,
  },
  mediator: {
    label: () => '未定调解员',
    channels: channelCodes,
    place: (soFar) =>
      moves.appoint.from.includes(soFar.status)
        ? { section: 'move', field: 'appoint' }
        : { section: 'facts', field: 'mediatorId' },
    source: '法释〔2016〕14号 第12条、第13条',
    lacking: (soFar) => soFar.facts.mediatorId === null,
  },
  recusalCheck: {
    label: () => '未记调解员怎样产生、有无回避情形',
    channels: channelCodes,
    place: () => ({ section: 'move', field: 'appoint' }),
    source: '法释〔2016〕14号 第12条、第15条',
    lacking: (soFar) =>
      soFar.facts.mediatorId !== null &&
      moves.appoint.from.includes(soFar.status) &&
      caseLife(soFar.moves).appointments.length === 0,
  },
  rightsNotice: {
    label: () => '未记权利义务告知',
    channels: channelCodes,
    place: () => ({ section: 'move', field: 'inform' }),
    source: '法释〔2016〕14号 第14条',
    lacking: (soFar) => caseLife(soFar.moves).informedOn === null,
  },
  serviceAddress: {
    label: (soFar) => `未填${names(withoutServiceAddress(soFar))}的送达地址`,
    channels: channelCodes,
    place: (soFar) => ({
      section: 'parties',
      field: `place:${soFar.parties.findIndex(({ id }) => id === withoutServiceAddress(soFar)[0]?.id)}:serviceAddress`,
    }),
    source: '法释〔2021〕23号 第17条',
    lacking: (soFar) => withoutServiceAddress(soFar).length > 0,
  },
  session: {
    label: () => '没有调解记录',
    channels: channelCodes,
    place: () => ({ section: 'sessions', field: 'heldOn' }),
    source: '法释〔2021〕23号 第22条',
    lacking: ({ sessions }) => sessions.length === 0,
  },
  agreementTerms: {
    label: () => '未填协议条款',
    channels: channelCodes,
    place: () => ({ section: 'agreement', field: 'terms' }),
    source: '法释〔2016〕14号 第24条',
    lacking: ({ agreement }) => agreement === null || agreement.terms.length === 0,
  },
  agreementPaper: {
    label: () => '没有与登记一致的调解协议书',
    channels: channelCodes,
    place: () => ({ section: 'agreement', field: 'issue' }),
    source: '法释〔2016〕14号 第24条',
    lacking: (soFar) =>
      soFar.agreement?.form === 'written' &&
      soFar.agreement.terms.length > 0 &&
      (soFar.closing === null || isSuccess(soFar)) &&
      !hasCurrentAgreementPaper(soFar),
  },
  failureReason: {
    label: () => '未写未成的原因（结案更正后补写）',
    channels: channelCodes,
    place: () => ({ section: 'closing', field: 'reason' }),
    source: '法释〔2021〕23号 第21条',
    lacking: (soFar) => soFar.closing !== null && !isSuccess(soFar) && soFar.closing.reason === null,
  },
  undisputedFacts: {
    label: () => '未记双方无争议的事实',
    channels: byCourt,
    place: () => ({ section: 'sessions', field: 'undisputed' }),
    source: '法释〔2021〕23号 第21条、第22条',
    lacking: (soFar) =>
      soFar.closing !== null &&
      closings[soFar.closing.code].outcome === 'failure' &&
      closings[soFar.closing.code].mediated &&
      soFar.sessions.length > 0 &&
      soFar.sessions.every(({ undisputed }) => undisputed === null),
  },
  filedDossier: { ...inDialog, channels: channelCodes, source: '人民调解法 第27条' },
};

const atRegistration: readonly Need[] = ['bothSides', 'cause', 'claim', 'dispute'];

/** The moves whose needs a case in a state should have met, the next one included (domain.md §2.1 必填数据). */
const movesSoFar: Readonly<Record<CaseStatus, readonly MoveCode[]>> = {
  draft: [],
  registered: ['dispatch', 'accept'],
  dispatched: ['dispatch', 'accept'],
  accepted: ['dispatch', 'accept', 'appoint'],
  consent: ['dispatch', 'accept', 'appoint'],
  appointed: ['dispatch', 'accept', 'appoint', 'mediate'],
  mediating: ['dispatch', 'accept', 'appoint', 'mediate'],
  suspended: ['dispatch', 'accept', 'appoint', 'mediate'],
  agreed: ['dispatch', 'accept', 'mediate', 'agree', 'close'],
  closed: ['close'],
  archived: [],
};

function lacked(soFar: CaseSoFar, needs: readonly Need[]): readonly MissingNeed[] {
  const once = [...new Set(needs)];
  return once.flatMap((need) => {
    const rule = rules[need];
    return rule.place !== null && rule.channels.includes(soFar.facts.channel) && rule.lacking(soFar)
      ? [{ need, label: rule.label(soFar), place: rule.place(soFar), source: rule.source }]
      : [];
  });
}

/**
 * What should be on record of a case as it stands and is not, in the order in which it was due. Nothing of it keeps a case
 * from going on: it is named, with the article and the place where it is entered.
 */
export function missingNeeds(soFar: CaseSoFar): readonly MissingNeed[] {
  if (soFar.removed !== null) return [];
  const codes = movesSoFar[soFar.status];
  const open = codes.length > 0 && soFar.closing === null;
  const needs: readonly Need[] = [
    ...(open ? atRegistration : []),
    ...codes.flatMap((code) => moves[code].needs),
    ...(codes.includes('appoint') ? (['mediator'] as const) : []),
  ];
  return lacked(soFar, needs);
}

/** What one move should rest on and does not yet; its dialog says so and takes it all the same. */
export function missingFor(code: MoveCode, soFar: CaseSoFar): readonly MissingNeed[] {
  return lacked(soFar, moves[code].needs);
}
