import { z } from 'zod';
import { procedureKindSchema } from '../domain/channel.ts';
import { chineseNumeral } from '../domain/chinese-numeral.ts';
import { caseHeadFields, handDateline, mediatorNames, mediatorTitle, openingLines } from './case-head.ts';
import { paperTitle } from './catalogue.ts';
import { courtNameSchema, type Draft } from './facts.ts';
import { block, type DocumentContent, documentContent } from './model.ts';
import { pointLine } from './paragraphs.ts';
import { allParties } from './party-words.ts';
import { periodAfterFiling } from './period-words.ts';
import { closingBlocks } from './signatures.ts';

export const rightsNoticeFactsSchema = z.object({
  ...caseHeadFields,
  /** null: no court sent the case. */
  court: courtNameSchema.nullable(),
  /** null: the court did not tell it yet; the notice then names both periods. */
  procedureKind: procedureKindSchema.nullable(),
  /** Days that the office takes in channel C, for which no law sets a period. */
  customaryDays: z.int().min(1),
});
export type RightsNoticeFacts = z.infer<typeof rightsNoticeFactsSchema>;
export type RightsNoticeDraft = Draft<z.input<typeof rightsNoticeFactsSchema>>;

const templateVersion = 1;

/**
 * What the mediator tells the parties before mediation begins (权利义务告知): 法释〔2016〕14号 第14条, 人民调解法 第23条、
 * 第24条, 法释〔2021〕23号 第17条.
 */
export function rightsNotice(facts: RightsNoticeFacts): DocumentContent {
  const title = paperTitle('rightsNotice', facts.channel);
  return documentContent({
    kind: 'rightsNotice',
    title,
    templateVersion,
    fileNameParts: { documentName: title, partyNames: facts.parties.map((party) => party.name) },
    page: { pageNumbers: 'centred', bodyPoints: 16 },
    blocks: [
      ...openingLines(title, facts),
      block('leadIn', `${opening(facts)}调解开始前，现将各方的权利义务、调解规则和协议效力告知如下：`),
      ...points(facts).map(([head, words], place) => pointLine(place, head, words)),
      ...closingBlocks(facts.parties, [], {
        byParties: `${allParties(facts.parties)}对以上内容已知悉，并已收到本告知书一份。`,
        byFurtherParties: '以下当事人同样知悉以上内容，并已收到本告知书一份。',
      }),
      handDateline(),
    ],
  });
}

function opening({ channel, court, mediationOrganisation: { name } }: RightsNoticeFacts): string {
  switch (channel) {
    case 'A':
      return `${court}已将本纠纷委派${name}调解。`;
    case 'B':
      return `${court}已将本案委托${name}调解。`;
    case 'C':
      return `${name}已受理本纠纷的调解。`;
  }
}

type Point = readonly [head: string, words: string];

function points(facts: RightsNoticeFacts): readonly Point[] {
  const { channel, mediators } = facts;
  const title = mediatorTitle(channel);
  return [
    [
      '调解员',
      `本纠纷由${title}${mediatorNames(mediators)}调解。调解员是当事人或者其代理人的近亲属，与纠纷有利害关系，或者与当事人、代理人有其他关系可能影响公正调解的，当事人有权申请回避；调解员应当主动披露，各方知情后仍同意其调解的除外。`,
    ],
    [
      '自愿',
      '调解以各方自愿为前提。当事人可以接受、拒绝调解，也可以在任何阶段要求终止调解，任何人不得强迫。',
    ],
    ['选择和更换调解员', selection(channel)],
    [
      '保密',
      '调解过程和协议内容不公开，调解员和参加人应当保密，法律另有规定或者各方同意公开的除外。为达成协议作出的妥协、让步和认可，不得在诉讼中作为对其不利的根据；各方书面确认的无争议事实除外。',
    ],
    [
      '义务',
      '当事人应当如实陈述事实和提供证据，遵守调解秩序，尊重调解员和对方当事人，按照约定履行达成的协议。',
    ],
    ['期限', period(facts)],
    ['协议的效力', effect(channel)],
    channel === 'B' ? statementOrWithdrawal(facts) : confirmation(facts),
    [
      '虚假调解的后果',
      '当事人恶意串通，企图通过调解侵害国家利益、社会公共利益或者他人合法权益的，中止调解并向有关机关报告；人民法院可以依法罚款、拘留，构成犯罪的依法追究刑事责任。',
    ],
    ['费用', channel === 'B' ? feesBeforeCourt : '调解不收取调解费。'],
    [
      '送达地址',
      '当事人应当如实填写《送达地址确认书》，有变更的及时书面告知。因地址不准确、拒不提供或者变更未告知，致使文书未能实际收到的，由其自行承担法律后果。',
    ],
    [
      '个人信息',
      '为办理本纠纷，需要收集和使用当事人及代理人的身份、联系方式、纠纷事实等信息，并依法报送人民法院和有关机关；可能包括医疗健康、金融账户等敏感个人信息，只在处理本纠纷所必需的范围内使用并严格保护。不满十四周岁的未成年人的信息，由其监护人同意后处理。当事人有权查阅、复制和更正本人信息。',
    ],
  ];
}

const feesBeforeCourt =
  '调解组织和调解员不收取调解费。案件受理费由人民法院依法收取；以调解方式结案或者申请撤诉的，减半交纳。';

function selection(channel: RightsNoticeFacts['channel']): string {
  return channel === 'C'
    ? '当事人可以选择或者接受调解员；有正当理由的，可以申请更换。'
    : '当事人可以在特邀调解员名册中共同选定调解员；协商不成的，由特邀调解组织或者人民法院指定。当事人不同意指定的，视为不同意调解。有正当理由的，可以申请更换调解员。';
}

/** 法释〔2016〕14号 第27条; for what no court sent no law sets a period. */
function period({ channel, procedureKind, customaryDays }: RightsNoticeFacts): string {
  const from = '自特邀调解组织或者特邀调解员签字接收人民法院移交材料之日起计算';
  const extended = '各方当事人同意延长的，可以依法延长。';
  if (channel === 'C')
    return `调解一般在受理之日起${chineseNumeral(customaryDays)}日内完成。各方当事人同意的，可以延长。`;
  if (channel === 'A') return `调解期限为三十日，${from}。${extended}`;
  return `调解期限${periodAfterFiling(procedureKind, '的案件')}，${from}。${extended}延长的调解期间不计入审理期限。`;
}

/** 法释〔2016〕14号 第24条. */
function effect(channel: RightsNoticeFacts['channel']): string {
  return channel === 'B'
    ? '达成的协议由各方当事人和调解员签名、盖章或者捺印，并提交人民法院审查；其效力依照法律规定确定。当事人应当按照约定履行。'
    : '达成的协议自各方当事人签名、盖章或者捺印后生效，具有合同约束力；法律对人民调解协议等另有规定的，依照其规定。当事人应当按照约定履行；一方不履行的，对方可以依法向人民法院起诉。';
}

/** 民事诉讼法 第205条、第206条. */
function confirmation({ court }: RightsNoticeFacts): Point {
  return [
    '司法确认',
    `各方当事人可以自协议生效之日起三十日内，共同向${court ?? '有管辖权的人民法院'}申请司法确认，人民法院不收取费用。经裁定确认有效后，一方拒绝履行或者未全部履行的，对方可以申请强制执行。`,
  ];
}

/** 法释〔2016〕14号 第20条. */
function statementOrWithdrawal({ court }: RightsNoticeFacts): Point {
  return [
    '调解书和撤诉',
    `达成协议后，当事人可以请求${court}依法审查并出具调解书，也可以由起诉一方申请撤回起诉，由人民法院裁定。调解书经各方签收后具有法律效力，一方不履行的，对方可以申请强制执行。`,
  ];
}
