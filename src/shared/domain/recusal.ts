import { normaliseIdNumber } from './identity.ts';
import { foldForSearch } from './names.ts';
import type { AgentKind, PartyKind, PartyRole } from './party.ts';
import { normalisePhone } from './phone.ts';
import { meetingOrganisations } from './recusal/organisation.ts';

export { meetingOrganisations } from './recusal/organisation.ts';

export const recusalSource = '法释〔2016〕14号 第15条';
export const laterRoleSource = '法释〔2016〕14号 第16条';

/** What stands on record of a mediator and could meet with what stands on record of the parties. */
export type CheckedMediator = {
  readonly name: string;
  readonly residentId: string | null;
  /** 单位职务, as the roster keeps it: one text, with the post. */
  readonly employer: string | null;
  readonly phones: readonly string[];
};

export type CheckedAgent = {
  readonly kind: AgentKind | null;
  readonly name: string;
  readonly employer: string | null;
  readonly idNumber: string | null;
  readonly phone: string | null;
};

export type CheckedParty = {
  readonly role: PartyRole;
  readonly kind: PartyKind;
  readonly name: string;
  readonly idNumber: string | null;
  readonly phones: readonly string[];
  readonly employer: string | null;
  readonly representativeName: string | null;
  readonly representativeIdNumber: string | null;
  readonly agents: readonly CheckedAgent[];
};

export const recusalKinds = {
  sameIdNumber: { label: '身份证号相同' },
  sameName: { label: '姓名相同' },
  samePhone: { label: '电话相同' },
  employedByParty: { label: '所在单位是当事人' },
  sameEmployer: { label: '同一单位' },
  formerAgent: { label: '曾任当事人的代理人' },
  laterRole: { label: '调解员后任代理人' },
} as const;
export type RecusalKind = keyof typeof recusalKinds;
export const recusalKindCodes = Object.keys(recusalKinds) as [RecusalKind, ...RecusalKind[]];

/** How far a finding goes: what the register itself says, or what only the mediator can say. */
export const recusalSeverities = {
  recuse: { label: '应当回避', advice: '除非双方当事人书面同意由其调解' },
  clarify: { label: '须核实', advice: '请向调解员核实；属实的应当披露，双方书面同意方可继续' },
} as const;
export type RecusalSeverity = keyof typeof recusalSeverities;

/** One reason to look twice at a mediator in a case; a warning with its article, never a refusal. */
export type RecusalFinding = {
  readonly kind: RecusalKind;
  readonly severity: RecusalSeverity;
  readonly sentence: string;
  readonly source: string;
};

type Person = {
  /** Such as 申请人甲小明 or 申请人甲小明的委托代理人乙律师. */
  readonly called: string;
  readonly name: string;
  readonly idNumber: string | null;
  readonly phones: readonly string[];
};

const roleWords = {
  applicant: '申请人',
  respondent: '被申请人',
  thirdParty: '第三人',
  guarantor: '担保人',
} as const satisfies Record<PartyRole, string>;

function calledParty(party: CheckedParty): string {
  return `${roleWords[party.role]}${party.name}`;
}

function calledAgent(party: CheckedParty, agent: CheckedAgent): string {
  return `${calledParty(party)}的${agent.kind === 'guardian' ? '法定代理人' : '代理人'}${agent.name}`;
}

/** Everybody in a case who is a human being, as far as the register names them. */
function peopleOf(party: CheckedParty): Person[] {
  const people: Person[] = [];
  if (party.kind === 'naturalPerson') {
    people.push({ called: calledParty(party), ...party });
  } else if (party.representativeName !== null) {
    people.push({
      called: `${calledParty(party)}的负责人${party.representativeName}`,
      name: party.representativeName,
      idNumber: party.representativeIdNumber,
      phones: party.phones,
    });
  } else {
    people.push({ called: calledParty(party), name: '', idNumber: null, phones: party.phones });
  }
  for (const agent of party.agents) {
    people.push({
      called: calledAgent(party, agent),
      name: agent.name,
      idNumber: agent.idNumber,
      phones: agent.phone === null ? [] : [agent.phone],
    });
  }
  return people;
}

/** A name for comparing: spaces and dots inside it tell nobody apart. */
export function foldPersonName(name: string): string {
  return foldForSearch(name).replace(/[ \u00B7]/g, '');
}

/** A number of 15 figures and the one of 18 that replaced it are the same person's. GB 11643-1999 */
function foldIdNumber(idNumber: string | null): string {
  const number = normaliseIdNumber(idNumber ?? '');
  return /^\d{17}[\dX]$/.test(number) ? `${number.slice(0, 6)}${number.slice(8, 17)}` : number;
}

/** Whether two people may be one: undefined where their numbers say that they are not. */
function meeting(
  one: { readonly name: string; readonly idNumber: string | null },
  other: { readonly name: string; readonly idNumber: string | null },
): 'number' | 'name' | undefined {
  const numbers = [foldIdNumber(one.idNumber), foldIdNumber(other.idNumber)] as const;
  if (numbers[0] !== '' && numbers[0] === numbers[1]) return 'number';
  if (numbers[0] !== '' && numbers[1] !== '') return undefined;
  const name = foldPersonName(one.name);
  return name !== '' && name === foldPersonName(other.name) ? 'name' : undefined;
}

/** Masked numbers and fragments are nobody's. */
function comparablePhones(phones: readonly string[]): readonly string[] {
  return phones.map(normalisePhone).filter((phone) => /^[\d-]{7,}$/.test(phone));
}

function personFinding(mediator: CheckedMediator, person: Person): RecusalFinding | undefined {
  const met = meeting({ name: mediator.name, idNumber: mediator.residentId }, person);
  if (met === 'number') {
    return {
      kind: 'sameIdNumber',
      severity: 'recuse',
      sentence: `${mediator.name}与${person.called}的身份证号相同，是同一个人。`,
      source: recusalSource,
    };
  }
  if (met === 'name') {
    return {
      kind: 'sameName',
      severity: 'clarify',
      sentence: `${mediator.name}与${person.called}同名，身份证号没有登记齐，请核实是不是同一个人。`,
      source: recusalSource,
    };
  }
  const phones = comparablePhones(mediator.phones);
  const shared = comparablePhones(person.phones).find((phone) => phones.includes(phone));
  return shared === undefined
    ? undefined
    : {
        kind: 'samePhone',
        severity: 'clarify',
        sentence: `${mediator.name}与${person.called}登记了同一个电话（尾号${shared.slice(-4)}），请核实是否近亲属或同一单位。`,
        source: recusalSource,
      };
}

function employmentFindings(mediator: CheckedMediator, party: CheckedParty): RecusalFinding[] {
  const { employer } = mediator;
  if (employer === null) return [];
  const found: RecusalFinding[] = [];
  const asOrganisation = party.kind !== 'naturalPerson' ? meetingOrganisations(employer, party.name) : null;
  if (asOrganisation !== null) {
    found.push({
      kind: 'employedByParty',
      severity: asOrganisation === 'same' ? 'recuse' : 'clarify',
      sentence: `${mediator.name}的单位（${employer}）${asOrganisation === 'same' ? '就是' : '可能是'}${calledParty(party)}，有利害关系。`,
      source: recusalSource,
    });
  }
  const colleagues = [
    ...(party.kind === 'naturalPerson' ? [{ called: calledParty(party), employer: party.employer }] : []),
    ...party.agents.map((agent) => ({ called: calledAgent(party, agent), employer: agent.employer })),
  ];
  for (const colleague of colleagues) {
    if (colleague.employer === null || meetingOrganisations(employer, colleague.employer) === null) continue;
    found.push({
      kind: 'sameEmployer',
      severity: 'clarify',
      sentence: `${mediator.name}与${colleague.called}在同一单位（${colleague.employer}），可能影响公正。`,
      source: recusalSource,
    });
  }
  return found;
}

/**
 * Compares a mediator with everybody in a case: parties, representatives, agents, and the organisations they work for.
 * Kinship, shares and advisory posts stand in no register: only the mediator can disclose them. 法释〔2016〕14号 第15条
 */
export function recusalFindings(
  mediator: CheckedMediator,
  parties: readonly CheckedParty[],
): readonly RecusalFinding[] {
  const found = parties.flatMap((party) => [
    ...peopleOf(party).flatMap((person) => personFinding(mediator, person) ?? []),
    ...employmentFindings(mediator, party),
  ]);
  const once = [...new Map(found.map((finding) => [finding.sentence, finding])).values()];
  return [
    ...once.filter(({ severity }) => severity === 'recuse'),
    ...once.filter(({ severity }) => severity === 'clarify'),
  ];
}

/** An earlier case that shares a party with this one. */
export type EarlierCase = {
  readonly number: string;
  readonly sharedParty: string;
  /** Who led and who assisted. */
  readonly mediators: readonly CheckedMediator[];
  readonly agents: readonly CheckedAgent[];
};

/**
 * Who has changed sides between two cases of the same parties: an agent who mediated before, in whatever case he appears
 * now (第16条), and a mediator who was an agent before (第15条第3项).
 */
export function changedSides(
  mediator: CheckedMediator | null,
  parties: readonly CheckedParty[],
  earlier: readonly EarlierCase[],
): readonly RecusalFinding[] {
  const found = new Map<string, RecusalFinding>();
  const agents = parties.flatMap((party) =>
    party.agents.map((agent) => ({ ...agent, called: calledAgent(party, agent) })),
  );
  for (const before of earlier) {
    for (const former of before.mediators) {
      for (const agent of agents) {
        if (!mayBe(former, agent) || found.has(agent.called)) continue;
        found.set(agent.called, {
          kind: 'laterRole',
          severity: 'clarify',
          sentence: `${agent.called}与调解员${former.name}同名，${former.name}调解过${before.sharedParty}的${before.number}；调解员不得在该案后续诉讼中任代理人，请核实。`,
          source: laterRoleSource,
        });
      }
    }
    const formerly = mediator === null ? undefined : before.agents.find((agent) => mayBe(mediator, agent));
    if (mediator !== null && formerly !== undefined && !found.has('')) {
      found.set('', {
        kind: 'formerAgent',
        severity: 'clarify',
        sentence: `${mediator.name}与${before.number}（当事人有${before.sharedParty}）的代理人${formerly.name}同名，请核实是否任过代理人。`,
        source: recusalSource,
      });
    }
  }
  return [...found.values()];
}

function mayBe(mediator: CheckedMediator, agent: CheckedAgent): boolean {
  return meeting({ name: mediator.name, idNumber: mediator.residentId }, agent) !== undefined;
}
