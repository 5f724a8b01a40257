import { z } from 'zod';
import { ageOn } from '../domain/identity.ts';
import { organisationKindSchema } from '../domain/organisation-kind.ts';
import { courtNumberLines } from './case-head.ts';
import { catalogue } from './catalogue.ts';
import { type Draft, isByHand, lineSchema, nameSchema, orByHand } from './facts.ts';
import { clauseBlocks, clausesOf } from './mediation-agreement/clauses.ts';
import { refuseContradictions } from './mediation-agreement/consistency.ts';
import { separateFactsSchema } from './mediation-agreement/facts.ts';
import { narrativeBlocks, titleOf } from './mediation-agreement/narrative.ts';
import { sealedOn, trueIntent } from './mediation-agreement/signing.ts';
import { block, type DocumentContent, documentContent, type Parts } from './model.ts';
import { partyFactsSchema } from './parties.ts';
import { allParties, callingsOf, fact, partyBlocks } from './party-words.ts';
import { closingBlocks } from './signatures.ts';

const [naturalPerson, body, soleTrader] = partyFactsSchema.options;

/** What the agreement states, and of natural persons what the form of the committees asks beside it. */
export const peoplesAgreementFactsSchema = separateFactsSchema
  .extend({
    parties: z
      .array(
        z.discriminatedUnion('kind', [
          naturalPerson.extend({
            /** 职业或者职务. */
            occupation: orByHand(lineSchema),
            /** 单位; null: none is known, the form asks for it or the address. */
            employer: lineSchema.nullable(),
          }),
          body,
          soleTrader,
        ]),
      )
      .min(2),
    mediationOrganisation: z.object({
      name: nameSchema,
      kind: organisationKindSchema.refine((kind) => kind === 'peoplesMediation', '须是人民调解委员会'),
    }),
  })
  .superRefine(refuseContradictions);
export type PeoplesAgreementFacts = z.infer<typeof peoplesAgreementFactsSchema>;
export type PeoplesAgreementDraft = Draft<z.input<typeof peoplesAgreementFactsSchema>>;

const templateVersion = 1;

/**
 * The agreement of a 人民调解委员会 in the form of the Ministry of Justice: it takes effect with the parties' and the mediator's
 * signatures and the committee's seal. 人民调解法 第29条
 */
export function peoplesAgreement(given: PeoplesAgreementFacts): DocumentContent {
  const mediators = given.mediators.map((mediator) => ({ ...mediator, title: '人民调解员' as const }));
  const facts = { ...given, mediators };
  const { parties, mediationOrganisation, signedOn } = facts;
  const callings = callingsOf(parties);
  const all = allParties(parties);
  const officials = [...mediators.map((mediator) => titleOf(mediator, facts.channel)), '记录人'];
  const { title } = catalogue.peoplesAgreement;
  return documentContent({
    kind: 'peoplesAgreement',
    title,
    templateVersion,
    fileNameParts: { documentName: title, partyNames: parties.map(({ name }) => name) },
    page: { pageNumbers: 'centred', bodyPoints: 16 },
    blocks: [
      block('title', title),
      block('documentNumber', '编号：', fact(facts.documentNumber, 10)),
      ...courtNumberLines(facts.courtCaseNumbers),
      ...parties.flatMap((party, place) =>
        partyBlocks(
          party,
          callings[place] ?? '',
          party.kind === 'naturalPerson' ? work(party, signedOn) : [],
        ),
      ),
      block('causeLine', `纠纷类型：${facts.cause}`),
      ...narrativeBlocks(facts),
      block('leadIn', `经调解，${all}自愿达成如下协议，履行的方式和期限写明于各条：`),
      ...clauseBlocks(clausesOf(facts)),
      ...closingBlocks(parties, officials, {
        byParties: trueIntent(all),
        byFurtherParties: '以下当事人同样确认上述内容，并在本协议上签名、盖章或者按指印。',
        byOfficials: `本协议系在${mediationOrganisation.name}主持下达成，由人民调解员签名，并加盖人民调解委员会印章。`,
      }),
      ...sealedOn(facts),
    ],
  });
}

type Person = Extract<PeoplesAgreementFacts['parties'][number], { kind: 'naturalPerson' }>;

/** His age on the day of signing, what he does and where he works. */
function work({ birthOn, occupation, employer }: Person, on: PeoplesAgreementFacts['signedOn']): Parts[] {
  const age = isByHand(birthOn) || isByHand(on) ? undefined : ageOn(birthOn, on);
  return [
    ...(age === undefined ? [] : [[`现年${age}周岁`]]),
    ['职业或者职务为', fact(occupation, 5)],
    ...(employer === null ? [] : [['单位', employer]]),
  ];
}
