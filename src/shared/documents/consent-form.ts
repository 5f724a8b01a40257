import { z } from 'zod';
import { procedureKindSchema } from '../domain/channel.ts';
import { caseFields, handDateline, openingLines } from './case-head.ts';
import { catalogue } from './catalogue.ts';
import { courtNameSchema, type Draft } from './facts.ts';
import { linesCell } from './form-cells.ts';
import {
  blank,
  block,
  cell,
  checkbox,
  type DocumentContent,
  documentContent,
  type Parts,
  type TableBlock,
  type TableCell,
} from './model.ts';
import { pointLine } from './paragraphs.ts';
import { callingsOf } from './party-words.ts';
import { periodAfterFiling } from './period-words.ts';
import { closingBlocks } from './signatures.ts';

export const consentFormFactsSchema = z.object({
  // Who mediates may still be open: the parties choose him on this paper.
  ...caseFields,
  channel: caseFields.channel.exclude(['C']),
  court: courtNameSchema,
  /** null: the court did not tell it yet, and before a case is filed; then the form names both periods. */
  procedureKind: procedureKindSchema.nullable(),
});
export type ConsentFormFacts = z.infer<typeof consentFormFactsSchema>;
export type ConsentFormDraft = Draft<z.input<typeof consentFormFactsSchema>>;

const templateVersion = 1;

/**
 * Asks the parties whether they want mediation before the court goes on, and leaves every box to them: 法释〔2016〕14号
 * 第11条、第12条, 民事诉讼法 第125条、第136条.
 */
export function consentForm(facts: ConsentFormFacts): DocumentContent {
  const { title } = catalogue.consentForm;
  const verb = facts.channel === 'A' ? '委派' : '委托';
  return documentContent({
    kind: 'consentForm',
    title,
    templateVersion,
    fileNameParts: { documentName: title, partyNames: facts.parties.map((party) => party.name) },
    page: { pageNumbers: 'centred', bodyPoints: 16 },
    blocks: [
      ...openingLines(title, facts),
      block(
        'leadIn',
        `${facts.court}拟将本${facts.channel === 'A' ? '纠纷' : '案'}${verb}${facts.mediationOrganisation.name}调解。是否调解由当事人自主决定，现告知如下：`,
      ),
      ...points(facts).map(([head, words], place) => pointLine(place, head, words)),
      block('leadIn', '请各方当事人本人或者其代理人在本人一行中自行勾选：'),
      choices(facts),
      ...closingBlocks(facts.parties, [], {
        byParties: '以上选择系各方当事人自主作出，各方已阅读并理解告知的内容。',
        byFurtherParties: '以下当事人的选择同样系自主作出，已阅读并理解告知的内容。',
      }),
      handDateline(),
    ],
  });
}

type Point = readonly [head: string, words: string];

function points({ channel, court, procedureKind }: ConsentFormFacts): readonly Point[] {
  const before = channel === 'A';
  return [
    [
      '自愿',
      `当事人可以同意调解，也可以不同意；同意后也可以随时要求终止。不同意或者调解不成的，${before ? '符合起诉条件的，人民法院依法登记立案' : '人民法院依法继续审理'}，当事人的诉讼权利不受影响。`,
    ],
    [
      '调解员',
      '当事人可以在特邀调解员名册中共同选定调解员；协商不成的，由特邀调解组织或者人民法院指定。当事人不同意指定的，视为不同意调解。',
    ],
    [
      '期限',
      before
        ? '调解期限为三十日，自特邀调解组织或者特邀调解员签字接收人民法院移交材料之日起计算；各方当事人同意延长的除外。'
        : `调解期限${periodAfterFiling(procedureKind, '的案件')}，自特邀调解组织或者特邀调解员签字接收人民法院移交材料之日起计算；各方当事人同意延长的，延长的期间不计入审理期限。`,
    ],
    [
      '费用',
      before
        ? '调解不收取调解费；共同申请司法确认的，人民法院不收取费用。'
        : '调解组织和调解员不收取调解费；以调解方式结案或者申请撤诉的，案件受理费减半交纳。',
    ],
    [
      '达成协议以后',
      before
        ? `协议自各方当事人签名、盖章或者捺印后生效，各方应当履行；各方可以自协议生效之日起三十日内共同向${court}申请司法确认。`
        : `协议提交${court}审查，当事人可以请求出具调解书，也可以由起诉一方申请撤回起诉。`,
    ],
    [
      '保密和不利证据',
      '调解过程和协议内容不公开，法律另有规定或者各方同意公开的除外；为达成协议作出的妥协、让步和认可，不得在诉讼中作为对其不利的根据，各方均同意的除外。',
    ],
  ];
}

function choices({ parties }: ConsentFormFacts): TableBlock {
  const callings = callingsOf(parties);
  return {
    role: 'table',
    name: 'consents',
    columns: [
      { characters: 6.5, align: 'centre' },
      { characters: 5.5, align: 'start' },
      { characters: 10.5, align: 'start' },
      { characters: 5.5, align: 'start' },
    ],
    head: [[cell('当事人'), cell('是否调解'), cell('调解员'), cell('调解方式')]],
    rows: callings.map((calling) => [
      cell(calling),
      boxes(['同意'], ['不同意']),
      boxes(['共同选定', blank(5)], ['同意指定'], ['不同意指定']),
      boxes(['线下'], ['线上'], ['均可']),
    ]),
  };
}

/** One box a line, none of them ticked: the choice is the party's. */
function boxes(...lines: readonly Parts[]): TableCell {
  return linesCell(...lines.map((line) => [checkbox(false), ...line]));
}
