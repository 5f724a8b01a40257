import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type AssignedCase,
  type Candidate,
  suggestionWeights,
  suggestMediators,
} from '#shared/domain/assignment.ts';
import {
  type Cause,
  causeGroupCodes,
  causeGroupOf,
  causeGroups,
  causeGroupsIn,
  expertiseMatch,
  frequentCauses,
  indexCauses,
  matchCause,
  parseCauses,
} from '#shared/domain/cause-of-action.ts';
import { localDate } from '#shared/domain/local-date.ts';
import type { RecusalFinding } from '#shared/domain/recusal.ts';

const causes = parseCauses(
  readFileSync(new URL('../../resources/causes-of-action/2025.tsv', import.meta.url), 'utf8'),
);
const index = indexCauses(causes);

function cause(name: string): Cause {
  const found = matchCause(index, name);
  if (found === undefined) throw new Error(name);
  return found;
}

function wanted(facts: Partial<AssignedCase> = {}): AssignedCase {
  return {
    cause: cause('民间借贷纠纷'),
    courtId: 2,
    marks: [],
    ethnicities: [],
    today: localDate('2026-11-20'),
    ...facts,
  };
}

let next = 0;
function candidate(facts: Partial<Candidate> = {}): Candidate {
  next += 1;
  return {
    id: next,
    name: `调解员${next}`,
    standing: 'listed',
    expertise: [],
    languages: [],
    courtId: null,
    termFrom: null,
    termTo: null,
    pendingCases: 0,
    findings: [],
    ...facts,
  };
}

const finding: RecusalFinding = {
  kind: 'sameIdNumber',
  severity: 'recuse',
  sentence: '调解员与申请人是同一个人。',
  source: '法释〔2016〕14号 第15条',
};

test('every family of a group is a cause of the edition in force', () => {
  const names = new Set(causes.map(({ name }) => name));
  const unknown = causeGroupCodes.flatMap((code) =>
    causeGroups[code].under.filter((name) => !names.has(name)),
  );
  expect(unknown).toEqual([]);
});

test('every cause that an office meets often has its group', () => {
  const groups = Object.fromEntries(frequentCauses.map((name) => [name, causeGroupOf(cause(name))]));
  expect(Object.values(groups).filter((group) => group === undefined)).toEqual([]);
  expect(groups).toMatchObject({
    民间借贷纠纷: 'lending',
    物业服务合同纠纷: 'property',
    机动车交通事故责任纠纷: 'traffic',
    离婚纠纷: 'family',
    劳务合同纠纷: 'labour',
    土地租赁合同纠纷: 'land',
    房屋租赁合同纠纷: 'lease',
    建设工程分包合同纠纷: 'construction',
    医疗损害责任纠纷: 'injury',
    提供劳务者受害责任纠纷: 'labour',
    名誉权纠纷: 'personality',
    财产保险合同纠纷: 'traffic',
    牧业承包合同纠纷: 'land',
  });
  expect(causeGroupOf(cause('申请支付令'))).toBeUndefined();
});

test('expertise as people write it means a cause or a group', () => {
  expect(expertiseMatch('民间借贷', cause('民间借贷纠纷'))).toBe('cause');
  expect(expertiseMatch('民间借贷纠纷', cause('金融借款合同纠纷'))).toBe('group');
  expect(expertiseMatch('婚姻家庭', cause('离婚纠纷'))).toBe('group');
  expect(expertiseMatch('草牧场', cause('土地承包经营权合同纠纷'))).toBe('group');
  expect(expertiseMatch('物业', cause('物业服务合同纠纷'))).toBe('cause');
  expect(expertiseMatch('合同纠纷', cause('离婚纠纷'))).toBeNull();
  expect(expertiseMatch('合同', cause('买卖合同纠纷'))).toBeNull();
  expect(expertiseMatch('医疗卫生', cause('买卖合同纠纷'))).toBeNull();
  expect(causeGroupsIn('无')).toEqual([]);
});

test('the one who knows the matter comes first, and load decides between two who do', () => {
  const stranger = candidate();
  const busy = candidate({ expertise: ['民间借贷'], pendingCases: 6 });
  const free = candidate({ expertise: ['民间借贷'], pendingCases: 1 });
  const list = suggestMediators(wanted(), [stranger, busy, free]);
  expect(list.map(({ mediatorId }) => mediatorId)).toEqual([free.id, busy.id, stranger.id]);
  expect(list[0]?.reasons.map(({ sentence }) => sentence)).toEqual([
    '专长“民间借贷”就是本案案由',
    '在办 1 件',
    '名册上没有填入册法院、聘期',
  ]);
});

test('a score is the sum of the reasons shown', () => {
  const full = candidate({
    expertise: ['金融'],
    languages: ['汉语', '蒙古语'],
    courtId: 2,
    termTo: localDate('2027-03-04'),
    pendingCases: 2,
  });
  const [only] = suggestMediators(wanted({ marks: ['translation'], ethnicities: ['蒙古族'] }), [full]);
  expect(only?.score).toBe(30 + 24 + 20 + 25 + 5);
  expect(only?.reasons.map(({ sentence }) => sentence)).toEqual([
    '专长“金融”与本案案由同类（大类：借贷担保）',
    '在办 2 件',
    '入册法院就是本案法院',
    '本案需要民族语言翻译，会蒙古语',
    '聘期至2027年3月4日',
  ]);
});

test('a Mongol party counts for who speaks Mongolian, less than a need of translation does', () => {
  const speaker = candidate({ languages: ['蒙汉双语'] });
  const [one] = suggestMediators(wanted({ ethnicities: ['汉族', '蒙古族'] }), [speaker]);
  expect(one?.reasons).toContainEqual({ points: 10, sentence: '当事人有蒙古族，会蒙汉双语' });
  const [two] = suggestMediators(wanted({ marks: ['translation'] }), [speaker]);
  expect(two?.reasons).toContainEqual({ points: 25, sentence: '本案需要民族语言翻译，会蒙汉双语' });
});

test('who should not be sent stands at the end with the reason, and nobody is left out', () => {
  const suited = { expertise: ['民间借贷'], courtId: 2 };
  const plain = candidate();
  const withdrawn = candidate({ ...suited, findings: [finding] });
  const suspended = candidate({ ...suited, standing: 'suspended' });
  const over = candidate({ ...suited, termTo: localDate('2026-11-19') });
  const lastDay = candidate({ ...suited, termTo: localDate('2026-11-20') });
  const recused = candidate({ ...suited, recused: true });
  const list = suggestMediators(wanted(), [withdrawn, suspended, over, recused, plain, lastDay]);
  expect(list.map(({ mediatorId }) => mediatorId)).toEqual([
    lastDay.id,
    plain.id,
    withdrawn.id,
    suspended.id,
    over.id,
    recused.id,
  ]);
  expect(list.slice(2).map((one) => one.obstacles.map(({ sentence }) => sentence))).toEqual([
    ['调解员与申请人是同一个人。'],
    ['名册上是“暂停”。'],
    ['聘期已于2026年11月19日届满。'],
    ['本案已决定回避。'],
  ]);
});

test('what has to be clarified weighs, and does not exclude', () => {
  const asked = candidate({ findings: [{ ...finding, severity: 'clarify' }] });
  const [one] = suggestMediators(wanted(), [asked]);
  expect(one?.obstacles).toEqual([]);
  expect(one?.reasons).toContainEqual({
    points: suggestionWeights.toClarify,
    sentence: '回避核查有 1 处须核实',
  });
});

test('the order depends on nothing but what is known of the mediators, and loses nobody', () => {
  const some = fc.array(
    fc.record({
      expertise: fc.constantFrom([], ['民间借贷'], ['金融'], ['旅游']),
      courtId: fc.constantFrom(null, 2, 3),
      pendingCases: fc.integer({ min: 0, max: 12 }),
      standing: fc.constantFrom('listed', 'suspended', 'removed'),
    }),
    { maxLength: 30 },
  );
  fc.assert(
    fc.property(some, fc.array(fc.nat(), { maxLength: 30 }), (facts, shuffle) => {
      const all = facts.map((fact, id) => ({ ...candidate(fact), id }));
      const shuffled = all
        .map((one, place) => ({ one, key: shuffle[place] ?? 0 }))
        .toSorted((one, other) => one.key - other.key)
        .map(({ one }) => one);
      const list = suggestMediators(wanted(), all);
      expect(suggestMediators(wanted(), shuffled)).toEqual(list);
      expect(new Set(list.map(({ mediatorId }) => mediatorId)).size).toBe(all.length);
      const open = list.filter(({ obstacles }) => obstacles.length === 0);
      expect(list.slice(0, open.length)).toEqual(open);
      expect(open.map(({ score }) => score)).toEqual(
        open.map(({ score }) => score).toSorted((one, other) => other - one),
      );
    }),
  );
});

test('the help names the points that a suggestion is made of', () => {
  const help = readFileSync(new URL('../../resources/help/52-mediators.md', import.meta.url), 'utf8');
  const told = help.split('\n').filter((line) => line.startsWith('|'));
  const { free, perPendingCase, toClarify, ...plain } = suggestionWeights;
  for (const points of Object.values(plain)) {
    expect(
      told.some((line) => line.endsWith(`| ${points} |`)),
      String(points),
    ).toBe(true);
  }
  expect(help).toContain(`| ${free}，每有一件少 ${perPendingCase}，减完为止 |`);
  expect(help).toContain(`| －${-toClarify} |`);
});
