import { z } from 'zod';
import { caseHeadFields, handDateline, mediatorNames, mediatorTitle, openingLines } from './case-head.ts';
import { catalogue } from './catalogue.ts';
import { type Draft, isByHand, orByHand, proseSchema, sentence } from './facts.ts';
import { linesCell } from './form-cells.ts';
import {
  blank,
  block,
  cell,
  type DocumentContent,
  documentContent,
  emphasis,
  type TableBlock,
  type TableCell,
} from './model.ts';
import { allParties } from './party-words.ts';
import { closingBlocks } from './signatures.ts';

export const undisputedFactsSchema = z.object({
  ...caseHeadFields,
  /** One fact each, in the order of the sessions; by hand where no session noted any. */
  facts: orByHand(z.array(proseSchema).min(1)),
});
export type UndisputedFacts = z.infer<typeof undisputedFactsSchema>;
export type UndisputedFactsDraft = Draft<z.input<typeof undisputedFactsSchema>>;

const templateVersion = 1;

/**
 * What all parties hold to be so, written down where no agreement is reached; it counts only when they have all signed
 * it, and what somebody conceded for the sake of an agreement does not belong in it.
 * 法释〔2016〕14号 第22条, 法释〔2021〕23号 第18条、第22条, 法发〔2012〕116号 第17条
 */
export function undisputedFacts(facts: UndisputedFacts): DocumentContent {
  const { title } = catalogue.undisputedFacts;
  const all = allParties(facts.parties);
  return documentContent({
    kind: 'undisputedFacts',
    title,
    templateVersion,
    fileNameParts: { documentName: title, partyNames: facts.parties.map(({ name }) => name) },
    page: { pageNumbers: 'centred', bodyPoints: 14 },
    blocks: [
      ...openingLines(title, facts),
      block('party', `调解组织：${facts.mediationOrganisation.name}`),
      block('party', `${mediatorTitle(facts.channel)}：${mediatorNames(facts.mediators)}`),
      block(
        'paragraph',
        emphasis('说明：'),
        `本表未经${all}签名、盖章或者捺印，不得使用。表列事实不包括任何一方为达成调解协议而作出的妥协、让步和认可。经各方签名、盖章或者捺印后，调解未达成协议的，各方在诉讼中无需就表列事实举证，涉及国家利益、社会公共利益和他人合法权益的除外。`,
      ),
      block('leadIn', `经${all}同意，由调解员将调解过程中${all}均无争议的事实逐条记载如下：`),
      table(facts.facts),
      ...closingBlocks(
        facts.parties,
        facts.mediators.map(() => mediatorTitle(facts.channel)),
        {
          byParties: `${all}已逐条核对，确认表列事实真实、没有争议。`,
          byFurtherParties: '以下当事人同样逐条核对并确认表列事实真实、没有争议，同意记载。',
          byOfficials: `以上事实经${all}当面核对确认。`,
        },
      ),
      handDateline(),
    ],
  });
}

/** Numbered, with room for the evidence of each, which the parties name. */
function table(facts: UndisputedFacts['facts']): TableBlock {
  const rows: readonly TableCell[] = isByHand(facts)
    ? Array.from({ length: 6 }, () => linesCell([blank(18)], [blank(18)]))
    : facts.map((fact) => cell(sentence(fact)));
  return {
    role: 'table',
    name: 'undisputedFacts',
    columns: [
      { characters: 3, align: 'centre' },
      { characters: 17.5, align: 'start' },
      { characters: 7.5, align: 'start' },
    ],
    head: [['序号', '无争议的事实', '证据名称'].map((head) => cell(head))],
    rows: rows.map((fact, place) => [cell(String(place + 1)), fact, cell(blank(7))]),
  };
}
