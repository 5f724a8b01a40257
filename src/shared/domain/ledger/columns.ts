import type { AmountUnit } from '../money.ts';
import {
  type Attribute,
  amountFields,
  attributeWords,
  type LedgerField,
  ledgerFieldFacts,
  ledgerFields,
  type Person,
  personFields,
  personWords,
} from './fields.ts';

/** What a column's head says; the lower the rank, the better it fits. */
export type RecognisedHead = {
  readonly field: LedgerField;
  readonly certain: boolean;
  readonly rank: number;
};

/** A head on one line, as it is written: without spaces and line ends. */
export function writtenHead(text: string): string {
  return text.replace(/[\s\u200B-\u200F\u2060\uFEFF]+/g, '');
}

/** A head as it is compared: half-width, without brackets and what they hold, units, strokes and marks. */
export function foldHead(text: string): string {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\u200B-\u200F\u2060\uFEFF]+/g, '')
    .replace(/[〔【[]/g, '(')
    .replace(/[〕】\]]/g, ')');
  if (isBareUnit(plain)) {
    return '';
  }
  const outside = plain.replace(/\([^)]*\)?/g, '');
  return (outside === '' ? plain : outside)
    .replace(/[*※★:"“”'‘’。./\\|、,;_~()\u2010-\u2015\u2212-]|或|及/g, '')
    .replace(/(?<=.)(?:单位)?(?:人民币)?(?:万元|元)$/, '')
    .replace(/(?<=[人方告员])[\d一二三四五](?=$|\D)/, '');
}

/** Whether a cell of a head holds nothing but the unit of the head above it: （万元）. */
export function isBareUnit(text: string): boolean {
  return /^\(?(?:单位:?)?(?:人民币)?(?:万元|元)\)?$/.test(text.normalize('NFKC').replace(/\s/g, ''));
}

/** The unit that a head or a line above it names; 单位：件、万元 names 万元, 填报单位：元宝山区政协 none. */
export function unitInText(text: string): AmountUnit | undefined {
  const plain = text.normalize('NFKC').trim();
  const named =
    /单位\s*:?\s*(?:[^()\s]{0,6}[、,/])?(?:人民币)?(万元|元)(?!\p{Script=Han})/u.exec(plain) ??
    /[(【[]\s*(?:人民币)?(万元|元)\s*[)】\]]/.exec(plain) ??
    /(万元|元)$/.exec(plain);
  return named === null ? undefined : named[1] === '万元' ? 'wan' : 'yuan';
}

/**
 * What a head means; `parts` are its words from the top row down (申请人, 证件号码). A person's attribute without the
 * person (证件号码 alone) belongs to `personToTheLeft`.
 */
export function recogniseHead(
  parts: readonly string[],
  personToTheLeft: Person | undefined,
): RecognisedHead | undefined {
  const folded = parts.map(foldHead).filter((part) => part !== '');
  for (let start = 0; start < folded.length; start += 1) {
    const found = byPersonAndAttribute(folded.slice(start)) ?? byName(folded.slice(start).join(''));
    if (found !== undefined) {
      return found;
    }
  }
  const last = folded.at(-1);
  if (last === undefined) {
    return undefined;
  }
  const attribute = attributeOf(last);
  if (attribute !== undefined) {
    return attribute === 'name' || personToTheLeft === undefined
      ? undefined
      : { field: personFields[personToTheLeft][attribute], certain: true, rank: 0 };
  }
  return byPartOfName(last);
}

/** Whose columns begin or end with a head: 'party' words, or somebody else whose 电话 is none of ours. */
export function personOfHead(parts: readonly string[]): Person | 'other' | undefined {
  for (const part of parts.map(foldHead).toReversed()) {
    const person = splitPerson(part.replace(/(?:基本)?(?:信息|情况|资料)$/, ''));
    if (person !== undefined && !/代理|代表|监护/.test(person.rest)) {
      return person.person;
    }
    if (
      person !== undefined ||
      /调解员|委员|法官|书记员|助理|代理人|代表人|监护人|联系人|经办人|承办人|记录人/.test(part)
    ) {
      return 'other';
    }
  }
  return undefined;
}

function byPersonAndAttribute(parts: readonly string[]): RecognisedHead | undefined {
  const [first = '', ...others] = parts;
  const group = others.length > 0 ? first.replace(/(?:基本)?(?:信息|情况|资料)$/, '') : first;
  const split = splitPerson(group + others.join(''));
  if (split === undefined) {
    return undefined;
  }
  const attribute = split.rest === '' ? 'name' : attributeOf(split.rest);
  return attribute === undefined
    ? undefined
    : { field: personFields[split.person][attribute], certain: true, rank: 0 };
}

function splitPerson(head: string): { readonly person: Person; readonly rest: string } | undefined {
  for (const person of ['respondent', 'thirdParty', 'applicant'] as const) {
    const word = personWords[person].find((each) => head.startsWith(each));
    if (word !== undefined) {
      return { person, rest: head.slice(word.length) };
    }
  }
  return undefined;
}

function attributeOf(head: string): Attribute | undefined {
  return (['name', 'id', 'phone', 'address'] as const).find((attribute) =>
    attributeWords[attribute].includes(head),
  );
}

function byName(head: string): RecognisedHead | undefined {
  for (const field of ledgerFields) {
    const { heads, likelyHeads } = ledgerFieldFacts[field];
    const rank = heads.indexOf(head);
    if (rank >= 0) {
      return { field, certain: true, rank };
    }
    const likelyRank = likelyHeads.indexOf(head);
    if (likelyRank >= 0) {
      return { field, certain: false, rank: 100 + likelyRank };
    }
  }
  return undefined;
}

/** A longer head around known words of three characters or more: 本院收案日期. What a person signs or is called at is not meant. */
function byPartOfName(head: string): RecognisedHead | undefined {
  if (/(?:备注|附注)$/.test(head)) {
    return { field: 'remarks', certain: false, rank: 200 };
  }
  if (
    splitPerson(head) !== undefined ||
    /(?:电话|手机|号码|签名|签字|意见|说明|编号|单位|职务|地址|方式)$/.test(head)
  ) {
    return undefined;
  }
  let best: { readonly field: LedgerField; readonly length: number } | undefined;
  for (const field of ledgerFields) {
    for (const words of ledgerFieldFacts[field].heads) {
      if (words.length >= 3 && head.includes(words) && words.length > (best?.length ?? 0)) {
        best = { field, length: words.length };
      }
    }
  }
  return best && { field: best.field, certain: false, rank: 200 };
}

/** Whether a field holds sums of money. */
export function isAmount(field: LedgerField): boolean {
  return amountFields.has(field);
}
