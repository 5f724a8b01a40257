import { z } from 'zod';
import { agentAuthorityLabels } from '../domain/glossary.ts';
import { type AgentAuthority, partyRoleSchema } from '../domain/party.ts';
import { caseFields, handDateline, partiesOfDispute } from './case-head.ts';
import { catalogue } from './catalogue.ts';
import { type Draft, lineSchema, nameSchema, orByHand } from './facts.ts';
import {
  blank,
  block,
  checkbox,
  type DocumentContent,
  documentContent,
  emphasis,
  type TextBlock,
} from './model.ts';
import { partyFactsSchema } from './parties.ts';
import { agentIdentity, fact, partyBlocks } from './party-words.ts';
import { facingSignatures } from './signatures.ts';

const { documentNumber, courtCaseNumbers, channel, cause, mediationOrganisation } = caseFields;

export const authorizationFactsSchema = z.object({
  documentNumber,
  courtCaseNumbers,
  channel,
  cause,
  mediationOrganisation,
  /** Everybody in the case, by whose names the dispute is told. */
  sides: z.array(z.object({ role: partyRoleSchema, name: nameSchema })).min(1),
  /** The principal, with whom he appoints. */
  parties: z
    .array(partyFactsSchema.refine(({ agents }) => agents.length > 0, { path: ['agents'] }))
    .length(1),
  /** By which papers the agents are known, in their order. */
  agentPapers: z.array(
    z.object({
      /** Of lawyers and legal workers; null: of nobody else. */
      licenceNumber: orByHand(lineSchema).nullable(),
      idNumber: orByHand(lineSchema).nullable(),
      phone: orByHand(lineSchema),
    }),
  ),
});
export type AuthorizationFacts = z.infer<typeof authorizationFactsSchema>;
export type AuthorizationDraft = Draft<z.input<typeof authorizationFactsSchema>>;

type Agent = AuthorizationFacts['parties'][number]['agents'][number];

const templateVersion = 3;

/**
 * The letter by which a party appoints who acts for him; it names the matter and the powers one by one, because “全权代理”
 * gives no special power. 民事诉讼法 第62条, 民诉解释 第89条、第147条
 */
export function authorization(facts: AuthorizationFacts): DocumentContent {
  const { title } = catalogue.authorization;
  const [principal] = facts.parties;
  if (principal === undefined) throw new RangeError('An authorization has a principal.');
  const { agents } = principal;
  // The court assigns or entrusts; who mediates does neither.
  const sent = facts.channel === 'A' ? '经人民法院委派，' : facts.channel === 'B' ? '经人民法院委托，' : '';
  return documentContent({
    kind: 'authorization',
    title,
    templateVersion,
    fileNameParts: { documentName: title, partyNames: [principal.name] },
    page: { pageNumbers: 'centred', bodyPoints: 14 },
    blocks: [
      block('title', title),
      ...numbers(facts),
      ...partyBlocks({ ...principal, agents: [] }, '委托人'),
      ...agents.map((agent, place) => appointed(agent, facts.agentPapers[place])),
      block(
        'paragraph',
        emphasis('委托事项：'),
        `${partiesOfDispute(facts.sides)}${facts.cause}，${sent}由${facts.mediationOrganisation.name}调解。委托人委托上列受委托人作为其代理人参加调解。`,
      ),
      ...agents.map((agent) => powers(agent, facts, principal.role === 'applicant', agents.length > 1)),
      block(
        'paragraph',
        emphasis('代理期限：'),
        '自签署之日至',
        checkbox(false),
        '调解终结之日　',
        checkbox(false),
        blank(2),
        '年',
        blank(1),
        '月',
        blank(1),
        '日。',
      ),
      ...(facts.cause === '离婚纠纷' ? [inPerson()] : []),
      block('note', '附：受委托人的身份证件或者执业证件复印件。'),
      block('confirmation', '委托人不授予的权限已经划去并签名；受委托人接受委托。'),
      {
        ...facingSignatures(
          { ...principal, agents: [] },
          '委托人',
          agents.map(() => '受委托人'),
        ),
        spacing: 'tight',
      },
      handDateline(),
    ],
  });
}

/** The office's number and the court's on one line: what two people sign should be one page. */
function numbers({ courtCaseNumbers, documentNumber: own }: AuthorizationFacts): readonly TextBlock[] {
  const [first, ...more] = courtCaseNumbers;
  return [
    block('documentNumber', first === undefined ? own : `${own}　法院案号：${first}`),
    ...more.map((number) => block('caseNumberLine', number)),
  ];
}

function appointed(agent: Agent, papers: AuthorizationFacts['agentPapers'][number] | undefined): TextBlock {
  return block(
    'party',
    `受委托人：${agent.name}，`,
    ...agentIdentity(agent, '委托人'),
    ...(papers === undefined || papers.licenceNumber === null
      ? []
      : ['，执业证号', fact(papers.licenceNumber, 10)]),
    ...(papers === undefined || papers.idNumber === null
      ? []
      : ['，身份证件号码', fact(papers.idNumber, 10)]),
    '，联系电话',
    papers === undefined ? blank(7) : fact(papers.phone, 7),
    '。',
  );
}

/** The powers of an agent one by one: those of a general authority, and what special authority adds to them. */
function powers(
  agent: Agent,
  facts: Pick<AuthorizationFacts, 'channel'>,
  plaintiff: boolean,
  named: boolean,
): TextBlock {
  const { authority } = agent;
  const whose = named ? `受委托人${agent.name}的` : '';
  return block(
    'paragraph',
    emphasis(`${whose}代理权限：`),
    `${agentAuthorityLabels[authority]}，权限如下：${powersOf(authority, facts, plaintiff)
      .map((power, place) => `${place + 1}.${power}`)
      .join('；')}。`,
    authority === 'general'
      ? '未经委托人特别授权，受委托人不得代为承认、放弃、变更请求，进行和解，签署调解协议。'
      : '',
  );
}

function powersOf(
  authority: AgentAuthority,
  { channel }: Pick<AuthorizationFacts, 'channel'>,
  plaintiff: boolean,
): readonly string[] {
  const general = ['代为参加调解，陈述事实和意见', '代为提供、核对证据', '代为签收法律文书'];
  if (authority === 'general') return general;
  const special = [
    '代为承认、放弃、变更请求',
    '代为进行和解、调解',
    '代为签署调解协议',
    ...(channel === 'B'
      ? ['代为请求人民法院依法出具调解书', ...(plaintiff ? ['代为申请撤回起诉'] : [])]
      : ['代为共同申请司法确认']),
  ];
  return [...general.slice(0, 2), ...special, ...general.slice(2)];
}

/** 民事诉讼法 第65条, 民诉解释 第147条第2款. */
function inPerson(): TextBlock {
  return block(
    'paragraph',
    '离婚案件，委托人除不能表达意思的以外，仍应当本人到场；确因特殊情况无法到场的，须就离与不离出具书面意见。',
  );
}
