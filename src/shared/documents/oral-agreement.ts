import type { z } from 'zod';
import { agreementFormSchema } from '../domain/agreement-form.ts';
import { localDateSchema } from '../domain/local-date.ts';
import { handDateline, mediatorNames, mediatorTitle, numberLines } from './case-head.ts';
import { catalogue } from './catalogue.ts';
import { type Draft, lineSchema, orByHand } from './facts.ts';
import { linesCell } from './form-cells.ts';
import { clauseBlocks, settledClauses, termClauses } from './mediation-agreement/clauses.ts';
import { refuseContradictions } from './mediation-agreement/consistency.ts';
import { separateFactsSchema } from './mediation-agreement/facts.ts';
import { disputeBlocks } from './mediation-agreement/narrative.ts';
import {
  block,
  cell,
  type DocumentContent,
  documentContent,
  type Parts,
  type TableBlock,
  type TableRow,
} from './model.ts';
import { allParties, callingsOf, dayParts, partyBlocks } from './party-words.ts';
import { closingBlocks } from './signatures.ts';

export const oralAgreementFactsSchema = separateFactsSchema
  .pick({
    courtCaseNumbers: true,
    channel: true,
    parties: true,
    cause: true,
    mediationOrganisation: true,
    mediators: true,
    mainFacts: true,
    disputedMatters: true,
    terms: true,
    defaultClause: true,
    costs: true,
    finalSettlement: true,
  })
  .extend({
    documentNumber: lineSchema,
    agreementForm: agreementFormSchema.refine((form) => form === 'oral', '登记的是书面协议'),
    /** When they agreed: from that day it is in force. */
    agreedOn: orByHand(localDateSchema),
  })
  .superRefine(refuseContradictions);
export type OralAgreementFacts = z.infer<typeof oralAgreementFactsSchema>;
export type OralAgreementDraft = Draft<z.input<typeof oralAgreementFactsSchema>>;

const templateVersion = 1;

/**
 * What the mediator writes down where the parties think that no paper is needed: their agreement is oral, and in force from
 * the day on which they reached it. 人民调解法 第28条、第30条
 */
export function oralAgreement(facts: OralAgreementFacts): DocumentContent {
  const { parties, channel, mediators, mediationOrganisation } = facts;
  const { title } = catalogue.oralAgreement;
  const all = allParties(parties);
  const ofCommittee = mediationOrganisation.kind === 'peoplesMediation';
  const mediator = ofCommittee ? '人民调解员' : mediatorTitle(channel);
  return documentContent({
    kind: 'oralAgreement',
    title,
    templateVersion,
    fileNameParts: { documentName: title, partyNames: parties.map(({ name }) => name) },
    page: { pageNumbers: 'centred', bodyPoints: 14 },
    blocks: [
      block('title', title),
      ...numberLines(facts),
      registered(facts, mediator),
      ...disputeBlocks(facts),
      block('leadIn', `经调解，${all}达成口头协议，履行的方式和期限写明于各条：`),
      ...clauseBlocks([...termClauses(facts), ...settledClauses(facts)]),
      ...closingBlocks(
        parties,
        mediators.map(() => mediator),
        {
          byParties: `${all}认为无需制作调解协议书，采取口头协议方式，以上记录与所达成的协议一致。${ofCommittee ? '口头协议自达成之日起生效。' : ''}`,
          byFurtherParties: '以下当事人同样确认以上记录与所达成的协议一致。',
          byOfficials: `以上口头协议由${mediator}如实记录。`,
        },
      ),
      block('organisationLine', `${mediationOrganisation.name}（印章）`),
      handDateline(),
    ],
  });
}

/** Who agreed, on what kind of dispute, before whom and when; a row for each party. */
function registered(facts: OralAgreementFacts, mediator: string): TableBlock {
  const callings = callingsOf(facts.parties);
  return {
    role: 'table',
    name: 'registration',
    columns: [
      { characters: 6, align: 'centre' },
      { characters: 22, align: 'start' },
    ],
    head: [],
    rows: [
      ...facts.parties.map((party, place) =>
        row('当事人', ...partyBlocks(party, callings[place] ?? '').map((one) => one.runs)),
      ),
      row('纠纷类型', [facts.cause]),
      row('调解组织', [facts.mediationOrganisation.name]),
      row(mediator, [mediatorNames(facts.mediators)]),
      row('达成日期', dayParts(facts.agreedOn)),
    ],
  };
}

function row(label: string, ...lines: readonly Parts[]): TableRow {
  return [cell(label), linesCell(...lines)];
}
