import { z } from 'zod';
import { partyRoleSchema, representativeTitles } from '../domain/party.ts';
import { handDateline } from './case-head.ts';
import { type Draft, lineSchema, nameSchema, orByHand } from './facts.ts';
import { block, type DocumentContent, documentContent } from './model.ts';
import { fact } from './party-words.ts';

/** The bodies that somebody stands for by his office; a sole trader stands for himself. 民诉解释 第50条、第52条、第59条 */
export const bodyKinds = ['legalPerson', 'otherOrganisation', 'villageCommittee'] as const;

export const legalRepresentativeFactsSchema = z.object({
  /** The body that certifies, alone. */
  parties: z
    .array(
      z.object({
        role: partyRoleSchema,
        kind: z.enum(bodyKinds),
        name: nameSchema,
        address: orByHand(lineSchema),
        /** The credit code; null where the body has none. */
        idNumber: orByHand(lineSchema).nullable(),
        representativeName: nameSchema,
        representativePosition: lineSchema,
        representativeIdNumber: orByHand(lineSchema),
      }),
    )
    .length(1),
});
export type LegalRepresentativeFacts = z.infer<typeof legalRepresentativeFactsSchema>;
export type LegalRepresentativeDraft = Draft<z.input<typeof legalRepresentativeFactsSchema>>;

const templateVersion = 1;

/** By which a body says who stands for it: 法定代表人, or the person who is chiefly or simply in charge. 民事诉讼法 第51条 */
export function legalRepresentative(facts: LegalRepresentativeFacts): DocumentContent {
  const [certifier] = facts.parties;
  if (certifier === undefined) throw new RangeError('A certificate is given by somebody.');
  const standing = representativeTitles[certifier.kind];
  const title = `${standing}身份证明书`;
  return documentContent({
    kind: 'legalRepresentative',
    title,
    templateVersion,
    fileNameParts: { documentName: title, partyNames: [certifier.name] },
    page: { pageNumbers: 'none', bodyPoints: 16 },
    blocks: [
      block('title', title),
      block(
        'paragraph',
        `${certifier.representativeName}（公民身份号码：`,
        fact(certifier.representativeIdNumber, 10),
        `）在我单位担任${certifier.representativePosition}职务，是我单位的${standing}。`,
      ),
      block('paragraph', '特此证明。'),
      block('party', `单位名称：${certifier.name}`),
      block('party', '住所地：', fact(certifier.address, 14)),
      ...(certifier.idNumber === null
        ? []
        : [block('party', '统一社会信用代码：', fact(certifier.idNumber, 10))]),
      block('note', `附：${standing}身份证件复印件一份。`),
      block('confirmation', '本证明书由单位如实出具，加盖单位印章。'),
      { role: 'signatures', rows: [[{ lines: [] }, { lines: [{ label: '单位（盖章）：', space: true }] }]] },
      handDateline(),
    ],
  });
}
