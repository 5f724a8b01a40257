import { z } from 'zod';
import { caseNumberSchema } from '../domain/case-number.ts';
import { type Channel, channelSchema } from '../domain/channel.ts';
import { partyRoleLabels } from '../domain/glossary.ts';
import { partyKindSchema, partyRoleSchema } from '../domain/party.ts';
import { lineSchema, listSchema, nameSchema } from './facts.ts';
import { blank, block, type TextBlock } from './model.ts';
import { callingsOf, namesInClause } from './party-words.ts';

/** The facts with which the short papers of a case begin; they name the parties and do not describe them. */

const namedSchema = z.object({ name: nameSchema });

/** A party as somebody who signs: who signs for him follows from his kind and from who represents him. */
export const signerFactsSchema = z.object({
  role: partyRoleSchema,
  kind: partyKindSchema,
  name: nameSchema,
  agents: listSchema(namedSchema),
  guardians: listSchema(namedSchema),
});
export type SignerFacts = z.infer<typeof signerFactsSchema>;

const mediatorSchema = z.object({ name: nameSchema, part: z.enum(['principal', 'assisting']) });

/** Of papers on which no mediator is named, because none is chosen yet or one alone is spoken of. */
export const caseFields = {
  documentNumber: lineSchema,
  courtCaseNumbers: listSchema(caseNumberSchema),
  channel: channelSchema,
  parties: z.array(signerFactsSchema).min(1),
  cause: lineSchema,
  mediationOrganisation: namedSchema,
};

export const caseHeadFields = { ...caseFields, mediators: z.array(mediatorSchema).min(1) };

type Head = z.infer<z.ZodObject<typeof caseHeadFields>>;

/** What the mediators of a case are called: 特邀调解员 where the court sent it (法释〔2016〕14号 第1条). */
export function mediatorTitle(channel: Channel): string {
  return channel === 'C' ? '调解员' : '特邀调解员';
}

/** 王丙某（主持）、斯琴·某（协助）; one alone is named without his part. */
export function mediatorNames(mediators: Head['mediators']): string {
  const [only, ...more] = mediators;
  if (only !== undefined && more.length === 0) return only.name;
  return principalFirst(mediators)
    .map(({ name, part }) => `${name}（${part === 'principal' ? '主持' : '协助'}）`)
    .join('、');
}

/** The mediators in the order in which papers name them and let them sign. */
export function principalFirst<Mediator extends Pick<Head['mediators'][number], 'part'>>(
  mediators: readonly Mediator[],
): readonly Mediator[] {
  return mediators.toSorted((a, b) => Number(a.part === 'assisting') - Number(b.part === 'assisting'));
}

/** The court's numbers of the case, one a line; the first says what they are. */
export function courtNumberLines(numbers: readonly string[], label = '法院案号'): readonly TextBlock[] {
  return numbers.map((number, place) =>
    block('caseNumberLine', place === 0 ? `${label}：${number}` : number),
  );
}

/** The office's number of the case and those of the court, one a line. */
export function numberLines({
  documentNumber,
  courtCaseNumbers,
}: Pick<Head, 'documentNumber' | 'courtCaseNumbers'>): readonly TextBlock[] {
  return [block('documentNumber', documentNumber), ...courtNumberLines(courtCaseNumbers)];
}

/** One line for each party: 第一申请人：张甲某. */
export function partyLines(parties: Head['parties']): readonly TextBlock[] {
  const callings = callingsOf(parties);
  return parties.map((party, place) => block('party', `${callings[place]}：${party.name}`));
}

/** What most of the short papers begin with: their title, the numbers, who is in dispute and what about. */
export function openingLines(
  title: string,
  facts: Pick<Head, 'documentNumber' | 'courtCaseNumbers' | 'parties' | 'cause'>,
): readonly TextBlock[] {
  return [
    block('title', title),
    ...numberLines(facts),
    ...partyLines(facts.parties),
    block('causeLine', `案由：${facts.cause}`),
  ];
}

/** 申请人张甲某与被申请人李乙某、第三人某银行: the dispute by those who have it. */
export function partiesOfDispute(parties: readonly Pick<SignerFacts, 'role' | 'name'>[]): string {
  const places = (ofApplicants: boolean) =>
    parties.flatMap(({ role }, place) => ((role === 'applicant') === ofApplicants ? [place] : []));
  return [true, false]
    .map((side) => namesInClause(parties, places(side)))
    .filter((names) => names !== '')
    .join('与');
}

/** 申请人张甲某等与被申请人李乙某: the dispute by the first of each side, where all are named elsewhere. */
export function partiesOfDisputeInShort(parties: readonly Pick<SignerFacts, 'role' | 'name'>[]): string {
  return (['applicant', 'respondent'] as const)
    .flatMap((role) => {
      const [first, ...more] = parties.filter((party) => party.role === role);
      return first === undefined
        ? []
        : [`${partyRoleLabels[role]}${first.name}${more.length > 0 ? '等' : ''}`];
    })
    .join('与');
}

/** 张甲某等3人与李乙某土地承包经营权转让合同纠纷: what a dossier is called. */
export function volumeTitle({ parties, cause }: Pick<Head, 'parties' | 'cause'>): string {
  const side = (ofApplicants: boolean) => {
    const names = parties.flatMap(({ role, name }) =>
      (role === 'applicant') === ofApplicants ? [name] : [],
    );
    return names.length > 1 ? `${names[0]}等${names.length}人` : names.join('');
  };
  return `${[side(true), side(false)].filter((names) => names !== '').join('与')}${cause}`;
}

/** The signatures' line for a day that is written when they sign. */
export function handDateline(): TextBlock {
  return block('dateline', blank(4), '年', blank(2), '月', blank(2), '日');
}
