import { z } from 'zod';
import { idKindLabels } from '../domain/glossary.ts';
import { idKindSchema } from '../domain/party.ts';
import { caseFields, handDateline, signerFactsSchema } from './case-head.ts';
import { catalogue } from './catalogue.ts';
import { type Draft, lineSchema, orByHand } from './facts.ts';
import { labelCell as label, wideCell } from './form-cells.ts';
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
  type TextBlock,
} from './model.ts';
import { callingsOf, fact } from './party-words.ts';
import { closingBlocks } from './signatures.ts';

const { documentNumber, courtCaseNumbers, cause } = caseFields;

export const serviceAddressFactsSchema = z.object({
  documentNumber,
  courtCaseNumbers,
  cause,
  /** The one party whose form it is; what is not known of him he writes in himself. */
  parties: z
    .array(
      signerFactsSchema.extend({
        idKind: orByHand(idKindSchema),
        idNumber: orByHand(lineSchema),
        /** Where the register has him served, or else where he lives. */
        address: orByHand(lineSchema),
        phones: orByHand(z.array(lineSchema).min(1)),
      }),
    )
    .length(1),
});
export type ServiceAddressFacts = z.infer<typeof serviceAddressFactsSchema>;
export type ServiceAddressDraft = Draft<z.input<typeof serviceAddressFactsSchema>>;
type Recipient = ServiceAddressFacts['parties'][number];

const templateVersion = 1;

/**
 * The form on which a party says where papers reach him. What the register knows is printed for him to confirm or to
 * correct; whether he wants electronic service he ticks himself. 民事诉讼法 第90条, 民诉解释 第136条、第137条, 法释〔2021〕23号
 * 第17条
 */
export function serviceAddress(facts: ServiceAddressFacts): DocumentContent {
  const { title } = catalogue.serviceAddress;
  return documentContent({
    kind: 'serviceAddress',
    title,
    templateVersion,
    fileNameParts: { documentName: title, partyNames: facts.parties.map(({ name }) => name) },
    page: { pageNumbers: 'centred', bodyPoints: 14 },
    blocks: [
      block('title', title),
      ...facts.parties.map((recipient) => form(facts, recipient)),
      ...closingBlocks(facts.parties, [], {
        byParties:
          '受送达人确认：我已阅读（听明白）告知事项和背面的规定；以上地址和联系方式由我提供或者核对，真实、准确、有效。',
      }),
      handDateline(),
      ...law,
    ],
  });
}

function form(
  { documentNumber: own, courtCaseNumbers: court, cause: dispute }: ServiceAddressFacts,
  recipient: Recipient,
): TableBlock {
  const [calling = ''] = callingsOf([recipient]);
  const { address, idKind, idNumber, name, phones } = recipient;
  return {
    role: 'table',
    name: 'serviceAddress',
    columns: [
      { characters: 5.2, align: 'centre' },
      { characters: 9.6, align: 'start' },
      { characters: 5.2, align: 'centre' },
      { characters: 8, align: 'start' },
    ],
    head: [],
    rows: [
      [label('案号'), wide([court.length === 0 ? own : court.join('、')])],
      [label('案由'), wide([dispute])],
      [label('告知事项'), wide(...notices.map((notice, place) => [`${place + 1}.${notice}`]))],
      [label('受送达人'), cell(name), label('诉讼地位'), cell(calling)],
      [label('证件及号码'), wide(idLine(idKind, idNumber))],
      [label('指定代收人'), cell(blank(9)), label('与当事人关系'), cell(blank(8))],
      [label('送达地址'), wide([fact(address, 26)])],
      [
        label('邮政编码'),
        cell(blank(9)),
        label('联系电话'),
        cell(Array.isArray(phones) ? phones.join('、') : blank(8)),
      ],
      [label('电子送达'), wide(...electronic)],
      [label('其他方式'), cell(blank(9)), label('备注'), cell(blank(8))],
    ],
  };
}

/** Everything to the right of the label. */
function wide(...lines: readonly Parts[]): TableCell {
  return wideCell(3, ...lines);
}

function idLine(kind: Recipient['idKind'], number: Recipient['idNumber']): Parts {
  return [typeof kind === 'string' ? `${idKindLabels[kind]}　` : blank(7), fact(number, 14)];
}

/** What a party is told before he names an address. */
const notices: readonly string[] = [
  '如实提供确切的地址；已印内容有误的，划去改正并捺印。',
  '地址有变更的，应当及时书面告知调解组织和人民法院。',
  '地址不准确、拒不提供或者变更后未及时告知，致使文书未能送达的，由当事人自行承担法律后果。',
  '确认的地址适用于调解、一审、二审、再审审查和执行程序。',
];

/** Boxes and room only: the consent has to be the party's own (民诉解释 第136条). */
const electronic: readonly Parts[] = [
  ['是否接受：', checkbox(false), '是　', checkbox(false), '否　　手机号码：', blank(9)],
  ['电子邮箱：', blank(10), '　微信、传真等：', blank(6)],
];

/** On the back of the form. */
const law: readonly TextBlock[] = [
  block('overleaf', '有关送达的法律规定'),
  ...[
    '《中华人民共和国民事诉讼法》第九十条：经受送达人同意，人民法院可以采用能够确认其收悉的电子方式送达诉讼文书。通过电子方式送达的判决书、裁定书、调解书，受送达人提出需要纸质文书的，人民法院应当提供。',
    '《最高人民法院关于适用〈中华人民共和国民事诉讼法〉的解释》第一百三十六条：受送达人同意采用电子方式送达的，应当在送达地址确认书中予以确认。',
    '上述解释第一百三十七条：当事人在提起上诉、申请再审、申请执行时未书面变更送达地址的，其在第一审程序中确认的送达地址可以作为第二审程序、审判监督程序、执行程序的送达地址。',
  ].map((words) => block('note', words)),
];
