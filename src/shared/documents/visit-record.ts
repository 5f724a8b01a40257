import { z } from 'zod';
import { contactMeansSchema } from '../domain/contact.ts';
import { contactMeansLabels, satisfactionLabels, visitPerformanceLabels } from '../domain/glossary.ts';
import { localDateSchema } from '../domain/local-date.ts';
import { satisfactionSchema, visitPerformanceSchema } from '../domain/visit.ts';
import { caseHeadFields, handDateline, numberLines, partyLines } from './case-head.ts';
import { choices } from './choices.ts';
import { type Draft, isByHand, nameSchema, orByHand, paragraphsOf, proseSchema, sentence } from './facts.ts';
import { blank, block, type DocumentContent, documentContent, emphasis, type TextBlock } from './model.ts';
import { dayParts, fact } from './party-words.ts';
import { closingBlocks } from './signatures.ts';

const { mediators: _mediators, ...headFields } = caseHeadFields;

export const visitRecordFactsSchema = z.object({
  ...headFields,
  visitedOn: localDateSchema,
  means: contactMeansSchema,
  /** The party that was asked; by hand where it was somebody else. */
  visited: orByHand(nameSchema),
  performance: orByHand(visitPerformanceSchema),
  satisfaction: orByHand(satisfactionSchema),
  remarks: orByHand(proseSchema),
  /** null: no further visit is planned. */
  nextOn: localDateSchema.nullable(),
});
export type VisitRecordFacts = z.infer<typeof visitRecordFactsSchema>;
export type VisitRecordDraft = Draft<z.input<typeof visitRecordFactsSchema>>;

const templateVersion = 1;

/** What was found when somebody asked how the agreement is performed: 人民调解法 第31条. */
export function visitRecord(facts: VisitRecordFacts): DocumentContent {
  const title = '回访记录';
  return documentContent({
    kind: 'visitRecord',
    title,
    templateVersion,
    fileNameParts: { documentName: title, partyNames: facts.parties.map(({ name }) => name) },
    page: { pageNumbers: 'centred', bodyPoints: 14 },
    blocks: [
      block('title', title),
      ...numberLines(facts),
      ...partyLines(facts.parties),
      block('causeLine', `案由：${facts.cause}`),
      block('paragraph', emphasis('回访时间：'), ...dayParts(facts.visitedOn)),
      block('paragraph', emphasis('回访方式：'), contactMeansLabels[facts.means]),
      block('paragraph', emphasis('被回访人：'), fact(facts.visited, 12)),
      block('leadIn', emphasis('协议履行情况：')),
      block('paragraph', ...choices(visitPerformanceLabels, facts.performance)),
      block('paragraph', emphasis('对调解工作：'), ...choices(satisfactionLabels, facts.satisfaction)),
      ...remarks(facts),
      ...(facts.nextOn === null
        ? []
        : [block('paragraph', emphasis('下次回访：'), ...dayParts(facts.nextOn))]),
      ...closingBlocks([], ['被回访人', '回访人'], {
        byParties: `以上情况由${facts.mediationOrganisation.name}回访了解并如实记录。`,
        byFurtherParties: '',
        byOfficials: '',
      }),
      handDateline(),
    ],
  });
}

function remarks({ remarks: words }: VisitRecordFacts): readonly TextBlock[] {
  const label = emphasis('情况说明：');
  if (isByHand(words)) return [block('paragraph', label, blank(22)), block('paragraph', blank(27))];
  return paragraphsOf(words).map((paragraph, place) =>
    place === 0 ? block('paragraph', label, sentence(paragraph)) : block('paragraph', sentence(paragraph)),
  );
}
