import { type CheckedMediator, type CheckedParty, type RecusalFinding, recusalSource } from './finding.ts';
import { meetingOf, organisationsIn } from './organisation.ts';
import {
  calledAgent,
  calledParty,
  type Folded,
  foldedMediator,
  meeting,
  type Person,
  peopleOf,
} from './person.ts';

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
type Employer = {
  readonly called: string;
  readonly isParty: boolean;
  readonly written: string;
  readonly names: readonly string[];
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
