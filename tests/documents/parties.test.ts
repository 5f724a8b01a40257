import { expect, test } from 'vitest';
import { byHand } from '#shared/documents/facts.ts';
import { partyFactsSchema } from '#shared/documents/parties.ts';
import { localDate } from '#shared/domain/local-date.ts';

const person = {
  kind: 'naturalPerson',
  role: 'applicant',
  name: '样例甲',
  sex: 'female',
  ethnicity: '汉族',
  birthOn: localDate('2015-06-01'),
  idKind: 'residentId',
  idNumber: '150602201506010021',
  address: '示例街道甲小区1号楼',
  phones: byHand,
  agents: [],
  guardians: [],
} as const;

const guardian = {
  name: '样例母',
  relation: '母亲',
  idKind: 'residentId',
  idNumber: '150602198506010023',
  address: null,
  phones: ['13800000003'],
} as const;

const trader = {
  kind: 'soleTrader',
  role: 'respondent',
  name: '样例区甲商店',
  address: '示例街道2号',
  idNumber: byHand,
  representativeName: '样例乙',
  sex: 'male',
  ethnicity: '汉族',
  birthOn: localDate('1985-06-01'),
  representativeIdNumber: '150602198506010015',
  phones: byHand,
  agents: [],
} as const;

const lacking = (facts: object) =>
  partyFactsSchema.safeParse(facts).error?.issues.map(({ path }) => path.join('.')) ?? [];

test.each(['sex', 'ethnicity', 'birthOn', 'idNumber', 'address', 'phones'])(
  'a person without %s is not described (民事诉讼法 第124条), unless the paper leaves room for it',
  (name) => {
    const { [name as keyof typeof person]: _gone, ...rest } = person;
    expect(lacking(rest)).toEqual([name]);
    expect(lacking({ ...person, [name]: byHand })).toEqual([]);
  },
);

test('a legal representative is described with what he is to the party (民事诉讼法 第60条)', () => {
  expect(lacking({ ...person, guardians: [guardian] })).toEqual([]);
  const { relation: _gone, ...unrelated } = guardian;
  expect(lacking({ ...person, guardians: [unrelated] })).toEqual(['guardians.0.relation']);
});

test('a sole trader is the shop name with whoever runs it (民诉解释 第59条)', () => {
  expect(lacking(trader)).toEqual([]);
  const { representativeName: _gone, ...nobody } = trader;
  expect(lacking(nobody)).toEqual(['representativeName']);
});
