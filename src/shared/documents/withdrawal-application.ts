import { z } from 'zod';
import { caseNumberSchema } from '../domain/case-number.ts';
import type { PartyRole } from '../domain/party.ts';
import { courtNumberLines, handDateline } from './case-head.ts';
import { catalogue } from './catalogue.ts';
import { courtNameSchema, type Draft, lineSchema } from './facts.ts';
import { block, type DocumentContent, documentContent, emphasis } from './model.ts';
import { partyFactsSchema } from './parties.ts';
import { allParties, callingsOf, namesInClause, partyBlocks } from './party-words.ts';
import { closingBlocks } from './signatures.ts';

/** Why the plaintiff withdraws: an agreement was reached, or what it promised has been done. */
export const withdrawalGrounds = ['agreed', 'performed'] as const;

export const withdrawalApplicationFactsSchema = z
  .object({
    parties: z.array(partyFactsSchema).min(2),
    cause: lineSchema,
    court: courtNameSchema,
    /** The numbers under which the court has the case; 委托 follows filing, so there is one. */
    courtCaseNumbers: z.array(caseNumberSchema).min(1),
    mediationOrganisation: z.object({ name: lineSchema }),
    ground: z.enum(withdrawalGrounds),
  })
  .refine(({ parties }) => parties.some(({ role }) => role === 'applicant'), {
    path: ['parties'],
    message: '至少一名申请人',
  })
  .refine(({ parties }) => parties.some(({ role }) => role === 'respondent'), {
    path: ['parties'],
    message: '至少一名被申请人',
  });
export type WithdrawalApplicationFacts = z.infer<typeof withdrawalApplicationFactsSchema>;
export type WithdrawalApplicationDraft = Draft<z.input<typeof withdrawalApplicationFactsSchema>>;

const templateVersion = 1;

/**
 * The plaintiff's application to withdraw the action after 委托调解; the court decides on it by a ruling.
 * 民事诉讼法 第148条, 法释〔2016〕14号 第20条
 */
export function withdrawalApplication(facts: WithdrawalApplicationFacts): DocumentContent {
  const { parties, court } = facts;
  const { title } = catalogue.withdrawalApplication;
  const plaintiffs = parties.filter(({ role }) => role === 'applicant');
  const callings = callingsOf(plaintiffs);
  const placesOf = (wanted: PartyRole) =>
    parties.flatMap(({ role }, place) => (role === wanted ? [place] : []));
  const sides = `${namesInClause(parties, placesOf('applicant'))}与${namesInClause(parties, placesOf('respondent'))}`;
  const number = facts.courtCaseNumbers.join('、');
  const reason = facts.ground === 'performed' ? '，协议约定的义务已经履行完毕' : '';
  return documentContent({
    kind: 'withdrawalApplication',
    title,
    templateVersion,
    fileNameParts: { documentName: title, partyNames: parties.map(({ name }) => name) },
    page: { pageNumbers: 'centred', bodyPoints: 16 },
    blocks: [
      block('title', title),
      ...courtNumberLines(facts.courtCaseNumbers),
      ...plaintiffs.flatMap((party, place) => partyBlocks(party, `${callings[place]}（原告）`)),
      block('paragraph', emphasis('请求事项：'), `申请撤回${number}${sides}${facts.cause}一案的起诉。`),
      block(
        'paragraph',
        emphasis('事实与理由：'),
        `本案经你院委托${facts.mediationOrganisation.name}调解，${allParties(parties)}已经自愿达成调解协议${reason}。现依照《中华人民共和国民事诉讼法》第一百四十八条的规定，申请撤回起诉，请予准许。`,
      ),
      block('paragraph', '此致'),
      block('addressee', court),
      ...closingBlocks(plaintiffs, [], {
        byParties: '以上申请系申请人的真实意思。',
        byFurtherParties: '以下申请人同样确认以上申请系其真实意思。',
      }),
      handDateline(),
    ],
  });
}
