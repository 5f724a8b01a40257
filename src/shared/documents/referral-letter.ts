import { z } from 'zod';
import { consentFormSchema, type consentForms } from '../domain/case-move.ts';
import { caseNumberSchema } from '../domain/case-number.ts';
import { procedureKindSchema } from '../domain/channel.ts';
import { consentFormLabels } from '../domain/glossary.ts';
import { localDateSchema } from '../domain/local-date.ts';
import {
  caseFields,
  courtNumberLines,
  handDateline,
  partiesOfDispute,
  partiesOfDisputeInShort,
} from './case-head.ts';
import { paperTitle } from './catalogue.ts';
import { choices } from './choices.ts';
import { byHand, courtNameSchema, type Draft, isByHand, lineSchema, listSchema, orByHand } from './facts.ts';
import {
  blank,
  block,
  checkbox,
  type DocumentContent,
  documentContent,
  type Parts,
  type TextBlock,
} from './model.ts';
import { pointLine } from './paragraphs.ts';
import { dayParts, fact } from './party-words.ts';
import { periodAfterFiling } from './period-words.ts';
import { signedByOfficials } from './signatures.ts';

const { parties, cause, mediationOrganisation } = caseFields;

const letterFields = {
  court: courtNameSchema,
  parties,
  cause,
  mediationOrganisation,
  /** The day on which the court received the action, or filed it. */
  filedOn: orByHand(localDateSchema),
  /** How the parties agreed to be mediated. */
  consented: orByHand(z.array(consentFormSchema).min(1)),
  /** Who at the court is to be asked. */
  contact: orByHand(lineSchema),
  /** What is handed over with the letter. */
  papers: orByHand(z.array(lineSchema).min(1)),
};

export const referralLetterFactsSchema = z.discriminatedUnion('channel', [
  z.object({
    ...letterFields,
    channel: z.literal('A'),
    courtCaseNumbers: listSchema(caseNumberSchema),
    procedureKind: z.null(),
  }),
  z.object({
    ...letterFields,
    channel: z.literal('B'),
    /** 委托 follows filing, so there is one. */
    courtCaseNumbers: z.array(caseNumberSchema).min(1),
    /** null: not told yet; the letter then names both periods. */
    procedureKind: procedureKindSchema.nullable(),
  }),
]);
export type ReferralLetterFacts = z.infer<typeof referralLetterFactsSchema>;
export type ReferralLetterDraft = Draft<z.input<typeof referralLetterFactsSchema>>;

const templateVersion = 1;

/**
 * The court's letter that sends a case to be mediated, as a draft for the court, with the receipt below. Its number, its
 * day and its seal are the court's; the day on the receipt is the one from which the period runs.
 * 法释〔2016〕14号 第11条、第27条, 民事诉讼法 第125条、第136条
 */
export function referralLetter(facts: ReferralLetterFacts): DocumentContent {
  const { channel, court } = facts;
  const verb = channel === 'A' ? '委派' : '委托';
  const title = paperTitle('referralLetter', channel);
  return documentContent({
    kind: 'referralLetter',
    title,
    templateVersion,
    fileNameParts: { documentName: title, partyNames: facts.parties.map(({ name }) => name) },
    page: { pageNumbers: 'centred', bodyPoints: 16 },
    blocks: [
      block('titleAbove', court),
      block('title', title),
      block('documentNumber', ...letterNumber),
      ...courtNumberLines(facts.courtCaseNumbers, '案号'),
      block('addressee', `${facts.mediationOrganisation.name}：`),
      block('paragraph', ...opening(facts), `现将本${channel === 'A' ? '纠纷' : '案'}${verb}你单位调解。`),
      block('leadIn', '请按照以下要求办理：'),
      ...points(facts).map(([head, ...words], place) => pointLine(place, head, ...words)),
      ...handedOver(facts),
      block('organisationLine', court),
      handDateline(),
      block('cutLine', '┄┄┄┄┄┄┄┄┄┄（沿此线裁下，签收后退回法院）┄┄┄┄┄┄┄┄┄┄'),
      block('subtitle', '回执'),
      ...signedByOfficials(
        ['接收人'],
        `已收到${court}就${partiesOfDisputeInShort(facts.parties)}${facts.cause}一案发来的${title}和附件所列材料，同意接收。调解期限自签字接收之日起计算。`,
      ),
      block('dateline', '接收日期：', ...dayParts(byHand)),
    ],
  });
}

const letterNumber: Parts = [blank(5), '〔', blank(2), '〕', blank(3), '号'];

function opening({ channel, cause, consented, filedOn, parties }: ReferralLetterFacts): Parts {
  const dispute = `${partiesOfDispute(parties)}${cause}一案`;
  const agreed: Parts = isByHand(consented)
    ? ['各方当事人同意调解的方式为：', ...choices(consentFormLabels, consented), '。']
    : [`各方当事人已经同意调解，同意的方式为${formsOf(consented)}。`];
  const law = '、《最高人民法院关于人民法院特邀调解的规定》第十一条的规定，';
  return channel === 'A'
    ? [
        '我院于',
        ...dayParts(filedOn),
        `收到${dispute}的起诉材料，认为适宜在登记立案前调解。`,
        ...agreed,
        `依照《中华人民共和国民事诉讼法》第一百二十五条${law}`,
      ]
    : [
        '我院于',
        ...dayParts(filedOn),
        `立案受理的${dispute}，适宜调解。`,
        ...agreed,
        `依照《中华人民共和国民事诉讼法》第一百三十六条${law}`,
      ];
}

/** 书面、口头（记入笔录）, in the order of the register. */
function formsOf(consented: readonly (keyof typeof consentForms)[]): string {
  return consentFormSchema.options
    .filter((form) => consented.includes(form))
    .map((form) => consentFormLabels[form])
    .join('、');
}

type Point = readonly [head: string, ...words: Parts];

function points({ channel, contact, procedureKind }: ReferralLetterFacts): readonly Point[] {
  const from = '自你单位或者特邀调解员签字接收我院移交材料之日起计算';
  return [
    [
      '期限',
      channel === 'A'
        ? `调解期限为三十日，${from}；各方当事人同意延长的，不受此限。`
        : `调解期限${periodAfterFiling(procedureKind, '的')}，${from}；各方当事人同意延长的，应当在期限届满前告知我院，延长的期间不计入审理期限。`,
    ],
    [
      '达成协议',
      channel === 'A'
        ? '将调解协议送达各方当事人，并提交我院备案；当事人申请司法确认的，告知其自协议生效之日起三十日内共同向我院提出。'
        : '将调解协议提交我院审查；当事人请求出具调解书或者申请撤回起诉的，一并告知我院。',
    ],
    ['调解终止', '期限届满或者依法终止调解的，应当书面报告调解情况和终止原因，并将移交的材料退回我院。'],
    ['联系', '联系人：', fact(contact, 5), '；电话：', blank(7)],
  ];
}

/** What usually goes, in lines that end with a whole word. */
const usualPapers = [['起诉状', '证据材料', '当事人身份证明'], ['送达地址确认书']] as const;

/** What goes with the letter, with room for the number of its pages; where it is not known, what usually goes. */
function handedOver({ papers }: ReferralLetterFacts): readonly TextBlock[] {
  const head = '附件：移交材料清单';
  if (isByHand(papers)) {
    return [
      block('note', head),
      ...usualPapers.map((line, place) =>
        block(
          'note',
          ...line.flatMap((paper): Parts => [checkbox(false), paper, blank(2), '页　']),
          ...(place === usualPapers.length - 1 ? [checkbox(false), '其他：', blank(8)] : []),
        ),
      ),
    ];
  }
  return [
    block('note', head),
    ...papers.map((paper, place) => block('note', `${place + 1}.${paper}　`, blank(2), '页')),
  ];
}
