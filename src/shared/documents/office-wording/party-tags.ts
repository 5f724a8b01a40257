import { idNumberLabels, sexLabels } from '../../domain/glossary.ts';
import { type PartyKind, type PartyRole, representativeTitles } from '../../domain/party.ts';
import { wordsOf } from '../model.ts';
import { type PartyFacts, partyFactsSchema } from '../parties.ts';
import { callingsOf, partyBlocks } from '../party-words.ts';
import { factWords } from './fact-words.ts';
import type { FilledTag, Tag } from './tag.ts';

/** As much of a party as every paper says. */
type NamedParty = {
  readonly role: PartyRole;
  readonly kind: PartyKind;
  readonly name: string;
  readonly agents?: readonly { readonly name: string }[];
  readonly [field: string]: unknown;
};
type Source = { readonly party: NamedParty; readonly calling: string };

const listed: readonly FilledTag<Source>[] = [
  {
    name: '称谓',
    about: '申请人、被申请人；同一方有几人的，写第一申请人、第二申请人',
    fill: ({ calling }) => calling,
  },
  { name: '姓名', about: '姓名或者名称', fill: ({ party }) => party.name },
  {
    name: '代理人',
    about: '委托代理人的姓名，几个人用顿号分开',
    fill: ({ party }) => (party.agents ?? []).map(({ name }) => name).join('、'),
  },
];

const described: readonly FilledTag<Source>[] = [
  ...listed,
  {
    name: '基本情况',
    about: '整段写好的当事人情况，连同法定代表人、法定代理人、委托代理人，和程序自带文书的写法相同',
    fill: ({ party, calling }) => {
      const full = partyFactsSchema.safeParse(party);
      if (!full.success) return `${calling}：${party.name}`;
      return partyBlocks(full.data, calling)
        .map(({ runs }) => runs.map(wordsOf).join(''))
        .join('\n　　');
    },
  },
  {
    name: '性别',
    about: '自然人、个体工商户经营者的性别',
    fill: ({ party }) => factWords(party.sex, sexLabels, 2),
  },
  { name: '民族', about: '如蒙古族', fill: ({ party }) => factWords(party.ethnicity, undefined, 3) },
  {
    name: '出生日期',
    about: '如 1990年3月7日',
    fill: ({ party }) => factWords(party.birthOn, undefined, 7),
  },
  {
    name: '证件名称',
    about: '如公民身份号码、统一社会信用代码',
    fill: ({ party }) =>
      party.kind === 'naturalPerson'
        ? idNumberLabels[(party as unknown as Extract<PartyFacts, { kind: 'naturalPerson' }>).idKind]
        : '统一社会信用代码',
  },
  { name: '证件号码', about: '证件号码', fill: ({ party }) => factWords(party.idNumber, undefined, 10) },
  {
    name: '住址',
    about: '住址、住所地或者经营场所',
    fill: ({ party }) => factWords(party.address, undefined, 14),
  },
  {
    name: '联系电话',
    about: '几个号码用顿号分开',
    fill: ({ party }) => factWords(party.phones, undefined, 7),
  },
  {
    name: '代表人称谓',
    about: '法定代表人、主要负责人、负责人、经营者；自然人为空',
    fill: ({ party }) => representativeTitles[party.kind] ?? '',
  },
  {
    name: '代表人姓名',
    about: '单位的代表人；自然人为空',
    fill: ({ party }) => factWords(party.representativeName, undefined, 6),
  },
  {
    name: '代表人职务',
    about: '如经理；自然人为空',
    fill: ({ party }) => factWords(party.representativePosition, undefined, 6),
  },
];

function namesOf(role: PartyRole): (parties: unknown) => string {
  return (parties) =>
    (parties as readonly NamedParty[])
      .filter((party) => party.role === role)
      .map(({ name }) => name)
      .join('、');
}

const withoutFilling = (tags: readonly FilledTag<Source>[]): readonly Tag[] =>
  tags.map(({ fill: _fill, ...tag }) => tag);

/** The parties of a paper: a list of them, and the names of each side in one line. */
export function partyTags(says: 'names' | 'everything'): readonly FilledTag<unknown>[] {
  const inside = says === 'names' ? listed : described;
  return [
    {
      name: '当事人',
      about: '每个当事人一遍',
      inside: withoutFilling(inside),
      insteadOf: ['申请人', '被申请人'],
      needed: '文书须写明当事人',
      fill: (parties) => {
        const all = parties as readonly NamedParty[];
        const callings = callingsOf(all);
        return all.map((party, place) =>
          Object.fromEntries(
            inside.map(({ name, fill }) => [name, fill({ party, calling: callings[place] ?? '' })]),
          ),
        );
      },
    },
    { name: '申请人', about: '申请人的姓名，几个人用顿号分开', fill: namesOf('applicant') },
    { name: '被申请人', about: '被申请人的姓名', fill: namesOf('respondent') },
    { name: '第三人', about: '第三人的姓名；没有的为空', fill: namesOf('thirdParty') },
    { name: '担保人', about: '担保人的姓名；没有的为空', fill: namesOf('guarantor') },
  ];
}
