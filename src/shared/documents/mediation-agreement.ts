import { courtNumberLines, principalFirst } from './case-head.ts';
import { catalogue } from './catalogue.ts';
import { clauseBlocks, clausesOf } from './mediation-agreement/clauses.ts';
import type { MediationAgreementFacts } from './mediation-agreement/facts.ts';
import { narrativeBlocks, titleOf } from './mediation-agreement/narrative.ts';
import { sealedOn, trueIntent } from './mediation-agreement/signing.ts';
import { block, type DocumentContent, documentContent } from './model.ts';
import { allParties, callingsOf, fact, partyBlocks } from './party-words.ts';
import { closingBlocks } from './signatures.ts';

export { type CheckContext, checksForMediationAgreement } from './mediation-agreement/checks.ts';
export { mediationAgreementFactsSchema } from './mediation-agreement/consistency.ts';
export type { MediationAgreementDraft, MediationAgreementFacts } from './mediation-agreement/facts.ts';
export {
  type CheckedMediationAgreement,
  checkMediationAgreement,
  missingForMediationAgreement,
} from './mediation-agreement/missing.ts';

/** Raised whenever wording or order changes, so that an issued agreement says which template it was made with. */
const templateVersion = 3;

/**
 * The mediation agreement (调解协议书) of a 特邀调解: signed by the parties and the mediators, sealed by the mediation
 * organisation, never issued by the court. 法释〔2016〕14号 第24条
 */
export function mediationAgreement(facts: MediationAgreementFacts): DocumentContent {
  const { title } = catalogue.mediationAgreement;
  const callings = callingsOf(facts.parties);
  const all = allParties(facts.parties);
  const officials = [
    ...principalFirst(facts.mediators).map((mediator) => titleOf(mediator, facts.channel)),
    ...(facts.recorderSigns ? ['记录人'] : []),
  ];
  return documentContent({
    kind: 'mediationAgreement',
    title,
    templateVersion,
    fileNameParts: { documentName: title, partyNames: facts.parties.map((party) => party.name) },
    page: { pageNumbers: 'centred', bodyPoints: 16 },
    blocks: [
      block('title', title),
      block('documentNumber', fact(facts.documentNumber, 10)),
      ...courtNumberLines(facts.courtCaseNumbers),
      ...facts.parties.flatMap((party, place) => partyBlocks(party, callings[place] ?? '')),
      block('causeLine', `案由：${facts.cause}`),
      ...narrativeBlocks(facts),
      block('leadIn', `经调解，${all}自愿达成如下协议：`),
      ...clauseBlocks(clausesOf(facts)),
      ...closingBlocks(facts.parties, officials, {
        byParties: trueIntent(all),
        byFurtherParties: '以下当事人同样确认上述内容，并在本协议上签名、盖章或者捺印。',
        byOfficials: `本协议系在${facts.mediationOrganisation.name}主持下达成，由调解员签名，并加盖调解组织印章。`,
      }),
      ...sealedOn(facts),
    ],
  });
}
