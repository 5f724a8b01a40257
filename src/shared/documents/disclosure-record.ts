import { z } from 'zod';
import { consentFormSchema } from '../domain/case-move.ts';
import { recusalDecisionSchema } from '../domain/disclosure.ts';
import { consentFormLabels, recusalDecisionLabels } from '../domain/glossary.ts';
import { localDateSchema } from '../domain/local-date.ts';
import { caseFields, handDateline, mediatorTitle, openingLines } from './case-head.ts';
import { catalogue } from './catalogue.ts';
import { choices } from './choices.ts';
import { type Draft, isByHand, lineSchema, nameSchema, orByHand, proseSchema } from './facts.ts';
import { block, checkbox, type DocumentContent, documentContent, emphasis, type TextBlock } from './model.ts';
import { labelledProse } from './paragraphs.ts';
import { allParties, dayParts, fact } from './party-words.ts';
import { closingBlocks } from './signatures.ts';

export const disclosureRecordFactsSchema = z.object({
  ...caseFields,
  /** Who disclosed. */
  mediatorName: nameSchema,
  matter: proseSchema,
  disclosedOn: localDateSchema,
  applicantsConsentedOn: orByHand(localDateSchema),
  respondentsConsentedOn: orByHand(localDateSchema),
  consentForm: orByHand(consentFormSchema),
  decision: orByHand(recusalDecisionSchema),
  decidedBy: orByHand(lineSchema),
});
export type DisclosureRecordFacts = z.infer<typeof disclosureRecordFactsSchema>;
export type DisclosureRecordDraft = Draft<z.input<typeof disclosureRecordFactsSchema>>;

const templateVersion = 1;

/**
 * What a mediator disclosed, what both sides said to it once they knew, and whether he goes on: with the written consent
 * of both sides he may. 法释〔2016〕14号 第15条, 法释〔2021〕23号 第13条
 */
export function disclosureRecord(facts: DisclosureRecordFacts): DocumentContent {
  const { channel, parties } = facts;
  const { title } = catalogue.disclosureRecord;
  const all = allParties(parties);
  const mediator = mediatorTitle(channel);
  return documentContent({
    kind: 'disclosureRecord',
    title,
    templateVersion,
    fileNameParts: { documentName: title, partyNames: parties.map(({ name }) => name) },
    page: { pageNumbers: 'centred', bodyPoints: 14 },
    blocks: [
      ...openingLines(title, facts),
      ...labelledProse('披露事项：', facts.matter, [
        ...dayParts(facts.disclosedOn),
        `，${mediator}${facts.mediatorName}披露：`,
      ]),
      block(
        'paragraph',
        emphasis('告知：'),
        '上述情况可能影响公正调解，当事人有权申请调解员回避；各方当事人知情后书面同意其继续调解的，可以继续调解。',
      ),
      ...side('申请人一方', facts.applicantsConsentedOn),
      ...side('被申请人一方', facts.respondentsConsentedOn),
      block('paragraph', emphasis('同意的形式：'), ...choices(consentFormLabels, facts.consentForm)),
      block('leadIn', emphasis('决定'), '（由', fact(facts.decidedBy, 8), '作出）：'),
      block('paragraph', ...choices(recusalDecisionLabels, facts.decision)),
      ...closingBlocks(parties, [mediator], {
        byParties: `以上披露内容已告知${all}，各自的意见如上。`,
        byFurtherParties: '以下当事人同样已知悉以上披露内容，意见如上。',
        byOfficials: `以上情况由${mediator}如实披露。`,
      }),
      handDateline(),
    ],
  });
}

/** What is not on record stays open: nobody's consent is ticked for him. */
function side(
  calling: string,
  consentedOn: DisclosureRecordFacts['applicantsConsentedOn'],
): readonly TextBlock[] {
  return [
    block('leadIn', emphasis(`${calling}意见`), '（', ...dayParts(consentedOn), '）：'),
    block(
      'paragraph',
      checkbox(!isByHand(consentedOn)),
      '知悉上述情况，同意其继续调解　',
      checkbox(false),
      '申请其回避',
    ),
  ];
}
