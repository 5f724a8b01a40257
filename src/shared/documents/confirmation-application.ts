import { z } from 'zod';
import { partyRoleLabels } from '../domain/glossary.ts';
import { partyRoleSchema } from '../domain/party.ts';
import { handDateline } from './case-head.ts';
import { catalogue } from './catalogue.ts';
import { courtNameSchema, type Draft } from './facts.ts';
import { clauseBlocks, termClauses } from './mediation-agreement/clauses.ts';
import { refuseContradictions } from './mediation-agreement/consistency.ts';
import { separateFactsSchema } from './mediation-agreement/facts.ts';
import { narrativeBlocks } from './mediation-agreement/narrative.ts';
import { block, type DocumentContent, documentContent, emphasis } from './model.ts';
import { allParties, callingsOf, dayParts, fact, partyBlocks } from './party-words.ts';
import { closingBlocks } from './signatures.ts';

/** What there is of the agreement on paper: one of its written forms, or the sheet on which the mediator noted an oral one. */
const agreementPapers = ['mediationAgreement', 'peoplesAgreement', 'oralAgreement'] as const;

/** What the agreement states, and the court that is asked to confirm it. */
export const confirmationApplicationFactsSchema = separateFactsSchema
  .omit({ outcome: true, finalSettlement: true, recorderSigns: true, agreedAmount: true })
  .extend({ court: courtNameSchema, agreementPaper: z.enum(agreementPapers) })
  .superRefine(refuseContradictions);
export type ConfirmationApplicationFacts = z.infer<typeof confirmationApplicationFactsSchema>;
export type ConfirmationApplicationDraft = Draft<z.input<typeof confirmationApplicationFactsSchema>>;

const templateVersion = 2;

/**
 * The application for 司法确认: both sides apply together within thirty days of the day on which the agreement takes
 * effect (民事诉讼法 第205条), with the papers of 民诉解释 第354条.
 */
export function confirmationApplication(facts: ConfirmationApplicationFacts): DocumentContent {
  const { court, mediationOrganisation, parties } = facts;
  const { title } = catalogue.confirmationApplication;
  // Whoever is a party to the agreement applies; what the agreement calls him is said where it is quoted.
  const applicants = parties.map((party) => ({ ...party, role: 'applicant' as const }));
  const callings = callingsOf(applicants);
  const all = allParties(parties);
  const oral = facts.agreementPaper === 'oralAgreement';
  const paper = catalogue[facts.agreementPaper].title;
  return documentContent({
    kind: 'confirmationApplication',
    title,
    templateVersion,
    fileNameParts: { documentName: title, partyNames: parties.map(({ name }) => name) },
    page: { pageNumbers: 'centred', bodyPoints: 16 },
    blocks: [
      block('title', title),
      ...applicants.flatMap((party, place) => partyBlocks(party, callings[place] ?? '')),
      block(
        'paragraph',
        emphasis('请求事项：'),
        `请求依法确认${all}于`,
        ...dayParts(facts.signedOn),
        `经${mediationOrganisation.name}主持调解达成的${oral ? '口头调解协议（登记' : `《${paper}》（`}编号：`,
        fact(facts.documentNumber, 10),
        '）有效。',
      ),
      block(
        'paragraph',
        emphasis('事实与理由：'),
        `本纠纷的案由为${facts.cause}。以下称谓依照调解协议：${rolesInAgreement(parties)}。`,
      ),
      ...narrativeBlocks(facts),
      block('leadIn', `经调解，${all}自愿达成协议，主要内容如下：`),
      ...clauseBlocks(termClauses(facts)),
      block(
        'paragraph',
        emphasis('承诺：'),
        `${all}出于解决纠纷的目的自愿达成协议，没有恶意串通、规避法律的行为，协议内容不损害国家利益、社会公共利益和他人合法权益；如果因该协议内容给他人造成损害，愿意承担相应的民事责任和其他法律责任。`,
      ),
      block('paragraph', '此致'),
      block('addressee', court),
      block(
        'note',
        `附：1.${paper}；2.调解组织主持调解的证明；3.各申请人的身份证明；4.与调解协议有关的财产权利证明；5.送达地址和联系方式。`,
      ),
      ...closingBlocks(applicants, [], {
        byParties: '各申请人确认以上申请和承诺均系其真实意思。',
        byFurtherParties: '以下申请人同样确认以上申请和承诺均系其真实意思。',
      }),
      handDateline(),
    ],
  });
}

/** 张甲某为申请人，李乙某、王丙某为被申请人: what the agreement calls those who are all applicants here. */
function rolesInAgreement(parties: ConfirmationApplicationFacts['parties']): string {
  return partyRoleSchema.options
    .map((role) => ({ role, names: parties.filter((party) => party.role === role).map(({ name }) => name) }))
    .filter(({ names }) => names.length > 0)
    .map(({ role, names }) => `${names.join('、')}为${partyRoleLabels[role]}`)
    .join('，');
}
