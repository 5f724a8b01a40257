import { chineseNumeral } from '../domain/chinese-numeral.ts';
import { agentAuthorityLabels, idNumberLabels, partyRoleLabels, sexLabels } from '../domain/glossary.ts';
import { formatLocalDate, type LocalDate } from '../domain/local-date.ts';
import { type PartyRole, representativeTitles } from '../domain/party.ts';
import { type ByHand, isByHand } from './facts.ts';
import { blank, block, type Part, type Parts, type TextBlock, type TextRole } from './model.ts';
import type { AgentFacts, GuardianFacts, NaturalPersonFacts, PartyFacts } from './parties.ts';

/** How the head of a document introduces the parties and how its clauses speak of them. */

/** What each party is called on this paper: 申请人, or 第一申请人 where there are several. */
export function callingsOf(parties: readonly { readonly role: PartyRole }[]): readonly string[] {
  const total = new Map<PartyRole, number>();
  for (const party of parties) {
    total.set(party.role, (total.get(party.role) ?? 0) + 1);
  }
  const met = new Map<PartyRole, number>();
  return parties.map(({ role }) => {
    const ordinal = (met.get(role) ?? 0) + 1;
    met.set(role, ordinal);
    const word = partyRoleLabels[role];
    return total.get(role) === 1 ? word : `第${chineseNumeral(ordinal)}${word}`;
  });
}

/** The parties of these places as a clause names them: 申请人张三、李四. */
export function namesInClause(
  parties: readonly Pick<PartyFacts, 'role' | 'name'>[],
  places: readonly number[],
): string {
  let lastRole: PartyRole | undefined;
  const names: string[] = [];
  for (const place of places) {
    const party = parties[place];
    if (party === undefined) {
      throw new RangeError(`No party at place ${place}`);
    }
    names.push(party.role === lastRole ? party.name : partyRoleLabels[party.role] + party.name);
    lastRole = party.role;
  }
  return names.join('、');
}

/** 双方 where one stands against one, 各方 in every other case. */
export function bothOrAll(parties: readonly unknown[]): string {
  return parties.length === 2 ? '双方' : '各方';
}

/** 双方当事人, 各方当事人. */
export function allParties(parties: readonly unknown[]): string {
  return `${bothOrAll(parties)}当事人`;
}

/**
 * A party with its representative, legal representatives and agents: 民事诉讼法 第60条至第62条. `more` is what a paper says of
 * a natural person beside it.
 */
export function partyBlocks(
  party: PartyFacts,
  calling: string,
  more: readonly Parts[] = [],
): readonly TextBlock[] {
  const agents = party.agents.map((agent) => agentBlock(agent, calling));
  switch (party.kind) {
    case 'naturalPerson':
      return [
        statement('party', calling, party.name, [
          ...personParts(party, party.idKind, party.idNumber, party.nationality),
          ...more,
          ['住', fact(party.address, 14)],
          phoneParts(party.phones),
        ]),
        ...party.guardians.map((guardian) => guardianBlock(guardian, calling)),
        ...agents,
      ];
    case 'legalPerson':
    case 'otherOrganisation':
    case 'villageCommittee':
      return [
        statement('party', calling, party.name, [
          ['住所地', fact(party.address, 14)],
          ...(party.idNumber === null ? [] : [['统一社会信用代码', fact(party.idNumber, 10)]]),
          phoneParts(party.phones),
        ]),
        statement('partyDetail', representativeTitles[party.kind], fact(party.representativeName, 6), [
          [fact(party.representativePosition, 6)],
        ]),
        ...agents,
      ];
    case 'soleTrader':
      return [
        statement('party', calling, party.name, [
          ['经营场所', fact(party.address, 14)],
          ['统一社会信用代码', fact(party.idNumber, 10)],
          phoneParts(party.phones),
        ]),
        statement(
          'partyDetail',
          representativeTitles.soleTrader,
          party.representativeName,
          personParts(party, 'residentId', party.representativeIdNumber),
        ),
        ...agents,
      ];
  }
}

/** 申请人：张三，男，…。 */
function statement(role: TextRole, calling: string, name: Part, parts: readonly Parts[]): TextBlock {
  return block(role, `${calling}：`, name, ...parts.flatMap((part) => ['，', ...part]), '。');
}

function personParts(
  person: Pick<NaturalPersonFacts, 'sex' | 'ethnicity' | 'birthOn'>,
  idKind: NaturalPersonFacts['idKind'],
  idNumber: NaturalPersonFacts['idNumber'],
  nationality: string | null = null,
): readonly Parts[] {
  const { sex, ethnicity, birthOn } = person;
  return [
    [isByHand(sex) ? blank(2) : sexLabels[sex]],
    ...(ethnicity === null ? [] : [isByHand(ethnicity) ? [blank(3), '族'] : [ethnicity]]),
    ...(nationality === null ? [] : [[`${nationality}国籍`]]),
    [...dayParts(birthOn), '出生'],
    [idNumberLabels[idKind], fact(idNumber, 10)],
  ];
}

function guardianBlock(guardian: GuardianFacts, calling: string): TextBlock {
  return statement('partyDetail', '法定代理人', guardian.name, [
    [`系${calling}的`, fact(guardian.relation, 4)],
    [idNumberLabels[guardian.idKind], fact(guardian.idNumber, 10)],
    ...(guardian.address === null ? [] : [['住', fact(guardian.address, 14)]]),
    phoneParts(guardian.phones),
  ]);
}

function agentBlock(agent: AgentFacts, calling: string): TextBlock {
  return block(
    'partyDetail',
    `委托代理人：${agent.name}，`,
    ...agentIdentity(agent, calling),
    `（${agentAuthorityLabels[agent.authority]}）。`,
  );
}

/** By what he may act: 某律师事务所律师, 系申请人的女儿. 民事诉讼法 第61条 */
export function agentIdentity(agent: AgentFacts, calling: string): Parts {
  switch (agent.identity) {
    case 'lawyer':
      return [fact(agent.employer, 10), '律师'];
    case 'legalWorker':
      return [fact(agent.employer, 10), '基层法律服务工作者'];
    case 'recommended':
      return ['由', fact(agent.employer, 10), '推荐'];
    case 'closeRelative':
      return [`系${calling}的`, fact(agent.relation, 4)];
    case 'staff':
      return [`系${calling}的工作人员`];
  }
}

function phoneParts(phones: PartyFacts['phones']): Parts {
  return ['联系电话', isByHand(phones) ? blank(7) : phones.join('、')];
}

/** A fact, or room for it in full characters. */
export function fact(known: string | ByHand, characters: number): Part {
  return isByHand(known) ? blank(characters) : known;
}

/** 2026年11月20日, or room for it. */
export function dayParts(day: LocalDate | ByHand): Parts {
  return isByHand(day) ? [blank(3), '年', blank(2), '月', blank(2), '日'] : [formatLocalDate(day)];
}
