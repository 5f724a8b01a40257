import { z } from 'zod';
import { localDateSchema } from '../domain/local-date.ts';
import { caseHeadFields, handDateline, mediatorTitle, openingLines } from './case-head.ts';
import { catalogue } from './catalogue.ts';
import { type Draft, orByHand } from './facts.ts';
import { block, type DocumentContent, documentContent } from './model.ts';
import { allParties, dayParts } from './party-words.ts';
import { closingBlocks } from './signatures.ts';

export const extensionConsentFactsSchema = z.object({
  ...caseHeadFields,
  /** The last day without this extension; by hand while the period stands still. */
  endsOn: orByHand(localDateSchema),
  days: z.int().min(1),
  extendedTo: orByHand(localDateSchema),
});
export type ExtensionConsentFacts = z.infer<typeof extensionConsentFactsSchema>;
export type ExtensionConsentDraft = Draft<z.input<typeof extensionConsentFactsSchema>>;

const templateVersion = 1;

/**
 * Both sides agree to a longer period of mediation: 法释〔2016〕14号 第27条第2款. For what no court sent no law sets a
 * period; there it is the parties' own to agree, and nothing on the paper speaks of a law.
 */
export function extensionConsent(facts: ExtensionConsentFacts): DocumentContent {
  const { channel, mediationOrganisation, mediators, parties } = facts;
  const all = allParties(parties);
  const { title } = catalogue.extensionConsent;
  const outside = channel === 'B' ? '延长的调解期间不计入审理期限。' : '';
  return documentContent({
    kind: 'extensionConsent',
    title,
    templateVersion,
    fileNameParts: { documentName: title, partyNames: parties.map(({ name }) => name) },
    page: { pageNumbers: 'centred', bodyPoints: 16 },
    blocks: [
      ...openingLines(title, facts),
      block(
        'paragraph',
        `${mediationOrganisation.name}调解的上述当事人之间的纠纷，调解期限原至`,
        ...dayParts(facts.endsOn),
        `届满。因调解需要，${all}同意将调解期限延长${facts.days}日，至`,
        ...dayParts(facts.extendedTo),
        `届满。${outside}`,
      ),
      block(
        'paragraph',
        '延长期限不影响当事人随时拒绝继续调解或者要求终止调解的权利。期限届满仍未达成协议的，依法终止调解。',
      ),
      ...closingBlocks(
        parties,
        mediators.map(() => mediatorTitle(channel)),
        {
          byParties: `${all}已知悉并同意以上内容。`,
          byFurtherParties: '以下当事人同样知悉并同意以上内容。',
          byOfficials: `本同意书由${all}在调解员面前自愿签署。`,
        },
      ),
      handDateline(),
    ],
  });
}
