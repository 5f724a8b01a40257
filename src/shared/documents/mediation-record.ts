import { z } from 'zod';
import { chineseNumeral } from '../domain/chinese-numeral.ts';
import { agentAuthorityLabels } from '../domain/glossary.ts';
import { formatLocalDate, localDateSchema } from '../domain/local-date.ts';
import { agentAuthoritySchema } from '../domain/party.ts';
import {
  caseHeadFields,
  handDateline,
  mediatorNames,
  mediatorTitle,
  numberLines,
  partyLines,
} from './case-head.ts';
import { catalogue } from './catalogue.ts';
import {
  type Draft,
  isByHand,
  lineSchema,
  listSchema,
  nameSchema,
  orByHand,
  paragraphsOf,
  proseSchema,
  sentence,
} from './facts.ts';
import { sessionForms } from './mediation-agreement/facts.ts';
import { formWords } from './mediation-agreement/narrative.ts';
import {
  blank,
  block,
  type DocumentBlock,
  type DocumentContent,
  documentContent,
  emphasis,
  type Parts,
} from './model.ts';
import { bothOrAll, callingsOf, dayParts, fact } from './party-words.ts';
import { closingBlocks } from './signatures.ts';

const clockSchema = orByHand(z.string().regex(/^\d{2}:\d{2}$/));

export const mediationRecordFactsSchema = z.object({
  ...caseHeadFields,
  /** Which session of the case it is, counted from 1. */
  ordinal: z.int().min(1),
  heldOn: localDateSchema,
  startedAt: clockSchema,
  endedAt: clockSchema,
  form: z.enum(sessionForms),
  /** null: no place belongs to the form, as with video. */
  place: orByHand(lineSchema).nullable(),
  /** Who was there. */
  attendance: orByHand(proseSchema),
  /** The agents among them; of a 法定代理人 the law says what he may do. */
  agentsPresent: listSchema(
    z.object({
      /** For whom he acts: a place in `parties`, counted from 0. */
      party: z.int().min(0),
      name: nameSchema,
      authority: orByHand(agentAuthoritySchema),
    }),
  ),
  notes: proseSchema,
  disputed: proseSchema.nullable(),
  undisputed: proseSchema.nullable(),
  proposals: proseSchema.nullable(),
  result: z.enum(['agreed', 'continue', 'adjourned', 'failed']),
  /** null: no next day was set. */
  nextOn: localDateSchema.nullable(),
});
export type MediationRecordFacts = z.infer<typeof mediationRecordFactsSchema>;
export type MediationRecordDraft = Draft<z.input<typeof mediationRecordFactsSchema>>;

const templateVersion = 4;

/**
 * The record of one session (调解笔录), made from what was noted for everybody; what the mediator noted for himself is no
 * part of its facts. 法释〔2016〕14号 第14条、第15条、第18条、第24条, 法释〔2021〕23号 第17条、第22条
 */
export function mediationRecord(facts: MediationRecordFacts): DocumentContent {
  const { title } = catalogue.mediationRecord;
  return documentContent({
    kind: 'mediationRecord',
    title,
    templateVersion,
    fileNameParts: {
      documentName: `${title}（第${facts.ordinal}次）`,
      partyNames: facts.parties.map((party) => party.name),
    },
    page: { pageNumbers: 'centred', bodyPoints: 14 },
    blocks: [
      block('title', `${title}（第${chineseNumeral(facts.ordinal)}次）`),
      ...numberLines(facts),
      block('party', '时间：', ...dayParts(facts.heldOn), ...hours(facts)),
      block('party', `方式：${formWords[facts.form]}`),
      ...(facts.place === null ? [] : [block('party', '地点：', fact(facts.place, 16))]),
      block('causeLine', `案由：${facts.cause}`),
      block('party', `调解组织：${facts.mediationOrganisation.name}`),
      block('party', `${mediatorTitle(facts.channel)}：${mediatorNames(facts.mediators)}`),
      block('party', '记录人：', blank(8)),
      ...partyLines(facts.parties),
      ...attended(facts),
      ...informed(facts),
      ...part('调解经过', facts.notes),
      ...part('争议焦点', facts.disputed),
      ...part(`${bothOrAll(facts.parties)}无争议的事实`, facts.undisputed),
      ...part('调解方案和各方意见', facts.proposals),
      ...part('调解结果', outcome(facts)),
      ...closingBlocks(facts.parties, [mediatorTitle(facts.channel), '记录人'], {
        byParties: '以上笔录已阅（已向我宣读），与所述一致。（逐页签名、捺印，涂改处捺印）',
        byFurtherParties: '以下当事人对以上笔录已阅（已听宣读），与所述一致。',
        byOfficials: '以上笔录已交各方阅读或者向其宣读，由调解员和记录人签名。',
      }),
      handDateline(),
    ],
  });
}

/** From when to when, to the minute. */
function hours({ startedAt, endedAt }: MediationRecordFacts): Parts {
  const clock = (time: MediationRecordFacts['startedAt']): Parts => {
    if (typeof time !== 'string') return [blank(2), '时', blank(2), '分'];
    const [hour, minute] = time.split(':');
    return [`${Number(hour)}时${minute}分`];
  };
  return [...clock(startedAt), '至', ...clock(endedAt)];
}

function attended({ agentsPresent, attendance, parties }: MediationRecordFacts): readonly DocumentBlock[] {
  const callings = callingsOf(parties);
  if (typeof attendance !== 'string') {
    return [
      block('paragraph', emphasis('到场人（姓名、身份、代理权限）：')),
      ...callings.map((calling) => block('party', `${calling}一方：`, blank(16))),
    ];
  }
  return [
    ...part('到场人', attendance),
    ...agentsPresent.map(({ authority, name, party }) =>
      block(
        'paragraph',
        `${callings[party] ?? ''}的委托代理人${name}，代理权限：`,
        isByHand(authority) ? blank(6) : agentAuthorityLabels[authority],
        '。',
      ),
    ),
  ];
}

/** What a session begins with; the answers are written in by hand, because only the parties can give them. */
function informed({ channel, mediators, parties }: MediationRecordFacts): readonly DocumentBlock[] {
  return [
    block('paragraph', emphasis('核对身份和告知：')),
    block(
      'paragraph',
      `调解员核对到场人身份，告知本次调解由${mediatorTitle(channel)}${mediatorNames(mediators)}进行，告知各方当事人的权利义务、调解规则、程序和协议效力，以及恶意串通、虚假调解应当承担的法律责任。`,
    ),
    block('paragraph', '问：各方当事人是否听清，是否申请调解员回避？'),
    ...callingsOf(parties).map((calling) => block('party', `${calling}答：`, blank(14))),
  ];
}

function part(label: string, words: string | null): readonly DocumentBlock[] {
  if (words === null) return [];
  return [
    block('leadIn', emphasis(`${label}：`)),
    ...paragraphsOf(words).map((paragraph) => block('paragraph', sentence(paragraph))),
  ];
}

function outcome({ result, nextOn }: MediationRecordFacts): string {
  const next = nextOn === null ? '' : `下次调解时间：${formatLocalDate(nextOn)}。`;
  switch (result) {
    case 'agreed':
      return '各方当事人达成一致，协议内容以另行签订的调解协议书或者登记的口头协议为准。';
    case 'continue':
      return `本次未达成协议，继续调解。${next}`;
    case 'adjourned':
      return `本次调解改期进行。${next}`;
    case 'failed':
      return '本次未达成协议，调解不成。';
  }
}
