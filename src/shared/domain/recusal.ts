import { normaliseIdNumber } from './identity.ts';
import { foldForSearch } from './names.ts';
import type { AgentKind, PartyKind, PartyRole } from './party.ts';
import { normalisePhone } from './phone.ts';
import { meetingOf, organisationsIn } from './recusal/organisation.ts';

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

/** Somebody in a form that compares at once: a roster has hundreds of lines. */
type Folded = {
  readonly name: string;
  readonly idNumber: string;
  readonly phones: readonly string[];
};

type Named = {
  readonly name: string;
  readonly idNumber: string | null;
  readonly phones?: readonly string[];
};

type Person = Folded & {
  /** Such as 申请人甲小明 or 申请人甲小明的代理人乙律师. */
  readonly called: string;
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
  const { name, idNumber, phones, representativeName, representativeIdNumber } = party;
  const itself =
    party.kind === 'naturalPerson'
      ? { called: calledParty(party), ...folded({ name, idNumber, phones }) }
      : {
          called:
            representativeName === null
              ? calledParty(party)
              : `${calledParty(party)}的负责人${representativeName}`,
          ...folded({ name: representativeName ?? '', idNumber: representativeIdNumber, phones }),
        };
  return [itself, ...party.agents.map((agent) => agentOf(party, agent))];
}

function agentOf(party: CheckedParty, agent: CheckedAgent): Person {
  const phones = agent.phone === null ? [] : [agent.phone];
  return { called: calledAgent(party, agent), ...folded({ ...agent, phones }) };
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

function folded({ name, idNumber, phones }: Named): Folded {
  return {
    name: foldPersonName(name),
    idNumber: foldIdNumber(idNumber),
    // Masked numbers and fragments are nobody's.
    phones: (phones ?? []).map(normalisePhone).filter((phone) => /^[\d-]{7,}$/.test(phone)),
  };
}

function foldedMediator({ name, residentId, phones }: CheckedMediator): Folded {
  return folded({ name, idNumber: residentId, phones });
}

/** Whether two people may be one: undefined where their numbers say that they are not. */
function meeting(one: Folded, other: Folded): 'number' | 'name' | undefined {
  if (one.idNumber !== '' && other.idNumber !== '') {
    return one.idNumber === other.idNumber ? 'number' : undefined;
  }
  return one.name !== '' && one.name === other.name ? 'name' : undefined;
}

function personFinding(name: string, mediator: Folded, person: Person): RecusalFinding | undefined {
  const met = meeting(mediator, person);
  if (met === 'number') {
    return {
      kind: 'sameIdNumber',
      severity: 'recuse',
      sentence: `${name}与${person.called}的身份证号相同，是同一个人。`,
      source: recusalSource,
    };
  }
  if (met === 'name') {
    return {
      kind: 'sameName',
      severity: 'clarify',
      sentence: `${name}与${person.called}同名，身份证号没有登记齐，请核实是不是同一个人。`,
      source: recusalSource,
    };
  }
  const shared = person.phones.find((phone) => mediator.phones.includes(phone));
  return shared === undefined
    ? undefined
    : {
        kind: 'samePhone',
        severity: 'clarify',
        sentence: `${name}与${person.called}登记了同一个电话（尾号${shared.slice(-4)}），请核实是否近亲属或同一单位。`,
        source: recusalSource,
      };
}

/** An organisation in a case: a party itself, or the one that a party or an agent works for. */
type Employer = { readonly called: string; readonly isParty: boolean; readonly names: readonly string[] } & {
  readonly written: string;
};

function employersOf(party: CheckedParty): Employer[] {
  const itself = party.kind === 'naturalPerson' ? party.employer : party.name;
  const others = [
    { called: calledParty(party), isParty: party.kind !== 'naturalPerson', written: itself },
    ...party.agents.map((agent) => ({
      called: calledAgent(party, agent),
      isParty: false,
      written: agent.employer,
    })),
  ];
  return others.flatMap(({ written, ...employer }) =>
    written === null ? [] : [{ ...employer, written, names: organisationsIn(written) }],
  );
}

function employmentFinding(
  { name, employer }: CheckedMediator,
  organisations: readonly string[],
  other: Employer,
): RecusalFinding | undefined {
  const met = meetingOf(organisations, other.names);
  if (met === null) return undefined;
  return other.isParty
    ? {
        kind: 'employedByParty',
        severity: met === 'same' ? 'recuse' : 'clarify',
        sentence: `${name}的单位（${employer}）${met === 'same' ? '就是' : '可能是'}${other.called}，有利害关系。`,
        source: recusalSource,
      }
    : {
        kind: 'sameEmployer',
        severity: 'clarify',
        sentence: `${name}与${other.called}在同一单位（${other.written}），可能影响公正。`,
        source: recusalSource,
      };
}

/**
 * Prepares the check of mediators against everybody in a case: parties, representatives, agents, and the organisations
 * they work for. Kinship, shares and advisory posts stand in no register: only the mediator can disclose them.
 * 法释〔2016〕14号 第15条
 */
export function recusalChecker(
  parties: readonly CheckedParty[],
): (mediator: CheckedMediator) => readonly RecusalFinding[] {
  const people = parties.flatMap(peopleOf);
  const employers = parties.flatMap(employersOf);
  return (mediator) => {
    const self = foldedMediator(mediator);
    const organisations = mediator.employer === null ? [] : organisationsIn(mediator.employer);
    const found = [
      ...people.flatMap((person) => personFinding(mediator.name, self, person) ?? []),
      ...employers.flatMap((employer) => employmentFinding(mediator, organisations, employer) ?? []),
    ];
    const once = [...new Map(found.map((finding) => [finding.sentence, finding])).values()];
    return [
      ...once.filter(({ severity }) => severity === 'recuse'),
      ...once.filter(({ severity }) => severity === 'clarify'),
    ];
  };
}

/** The check of one mediator. */
export function recusalFindings(
  mediator: CheckedMediator,
  parties: readonly CheckedParty[],
): readonly RecusalFinding[] {
  return recusalChecker(parties)(mediator);
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
 * Prepares the search for those who changed sides between two cases of the same parties: an agent who mediated before,
 * whoever mediates now (第16条), and a mediator who was an agent before (第15条第3项).
 */
export function changedSidesChecker(
  parties: readonly CheckedParty[],
  earlier: readonly EarlierCase[],
): (mediator: CheckedMediator) => readonly RecusalFinding[] {
  const later = laterRoles(parties, earlier);
  const formerAgents = earlier.flatMap((before) =>
    before.agents.map((agent) => ({ before, name: agent.name, agent: folded(agent) })),
  );
  return (mediator) => {
    const self = foldedMediator(mediator);
    const formerly = formerAgents.find(({ agent }) => meeting(self, agent) !== undefined);
    if (formerly === undefined) return later;
    const { before, name } = formerly;
    return [
      ...later,
      {
        kind: 'formerAgent',
        severity: 'clarify',
        sentence: `${mediator.name}与${before.number}（当事人有${before.sharedParty}）的代理人${name}同名，请核实是否任过代理人。`,
        source: recusalSource,
      },
    ];
  };
}

/** Agents of this case who mediated an earlier one of its parties, each once. */
function laterRoles(
  parties: readonly CheckedParty[],
  earlier: readonly EarlierCase[],
): readonly RecusalFinding[] {
  const mediators = earlier.flatMap((before) =>
    before.mediators.map((mediator) => ({ before, name: mediator.name, former: foldedMediator(mediator) })),
  );
  return parties
    .flatMap((party) => party.agents.map((agent) => agentOf(party, agent)))
    .flatMap((agent): readonly RecusalFinding[] => {
      const met = mediators.find(({ former }) => meeting(former, agent) !== undefined);
      if (met === undefined) return [];
      const { before, name } = met;
      return [
        {
          kind: 'laterRole',
          severity: 'clarify',
          sentence: `${agent.called}与调解员${name}同名，${name}调解过${before.sharedParty}的${before.number}；调解员不得在该案后续诉讼中任代理人，请核实。`,
          source: laterRoleSource,
        },
      ];
    });
}
