import { z } from 'zod';
import { contactMeansSchema } from '../domain/contact.ts';
import { contactMeansLabels, satisfactionLabels, visitPerformanceLabels } from '../domain/glossary.ts';
import { localDateSchema } from '../domain/local-date.ts';
import { satisfactionSchema, visitPerformanceSchema } from '../domain/visit.ts';
import { caseFields, handDateline, openingLines } from './case-head.ts';
import { catalogue } from './catalogue.ts';
import { choices } from './choices.ts';
import { type Draft, isByHand, nameSchema, orByHand, proseSchema } from './facts.ts';
import { blank, block, type DocumentContent, documentContent, emphasis, type TextBlock } from './model.ts';
import { labelledProse } from './paragraphs.ts';
import { dayParts, fact } from './party-words.ts';
import { signedByOfficials } from './signatures.ts';

export const visitRecordFactsSchema = z.object({
  ...caseFields,
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
  const { title } = catalogue.visitRecord;
  return documentContent({
    kind: 'visitRecord',
    title,
    templateVersion,
    fileNameParts: { documentName: title, partyNames: facts.parties.map(({ name }) => name) },
    page: { pageNumbers: 'centred', bodyPoints: 14 },
    blocks: [
      ...openingLines(title, facts),
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
      ...signedByOfficials(
        ['被回访人', '回访人'],
        `以上情况由${facts.mediationOrganisation.name}回访了解并如实记录。`,
      ),
      handDateline(),
    ],
  });
}

function remarks({ remarks: words }: VisitRecordFacts): readonly TextBlock[] {
  const label = '情况说明：';
  return isByHand(words)
    ? [block('paragraph', emphasis(label), blank(22)), block('paragraph', blank(27))]
    : labelledProse(label, words);
}
