import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseCauses } from '#shared/domain/cause-of-action.ts';
import { month } from '#shared/domain/local-date.ts';
import { fen } from '#shared/domain/money.ts';
import { missingCell } from '#shared/domain/statistics/tables/cell.ts';
import {
  disputeKindCodes,
  disputeKindOf,
  disputeKinds,
  measureCell,
  memberSentence,
  unitColumns,
  wageCauses,
} from '#shared/domain/statistics/tables.ts';
import { amountNames, type CountedValues, figureNames, measureNames } from '#shared/domain/statistics.ts';

const causes = parseCauses(
  readFileSync(new URL('../../resources/causes-of-action/2025.tsv', import.meta.url), 'utf8'),
);
const names = new Set(causes.map(({ name }) => name));

/** Names of the edition before, under which earlier cases are kept. */
const ofEdition2020 = ['劳动争议、人事争议'];

test('every name that a kind of dispute is made of stands in the tree of causes', () => {
  const used = [...disputeKindCodes.flatMap((kind) => [...disputeKinds[kind].under]), ...wageCauses];
  expect(used.filter((name) => !names.has(name) && !ofEdition2020.includes(name))).toEqual([]);
  expect(new Set(disputeKindCodes.flatMap((kind) => [...disputeKinds[kind].under])).size).toBe(
    disputeKindCodes.flatMap((kind) => [...disputeKinds[kind].under]).length,
  );
});

test('every cause falls under one kind of dispute, the nearest name above it decides', () => {
  const kindOf = (name: string, marked = false) => {
    const cause = causes.find((one) => one.name === name);
    return disputeKindOf([...(cause?.path ?? []), name], marked);
  };
  expect(kindOf('离婚纠纷')).toBe('family');
  expect(kindOf('民间借贷纠纷')).toBe('contract');
  expect(kindOf('物业服务合同纠纷')).toBe('propertyService');
  expect(kindOf('机动车交通事故责任纠纷')).toBe('traffic');
  expect(kindOf('智能网联汽车交通事故责任纠纷')).toBe('traffic');
  expect(kindOf('生命权、身体权、健康权纠纷')).toBe('damages');
  expect(kindOf('医疗损害责任纠纷')).toBe('medical');
  expect(kindOf('相邻污染侵害纠纷')).toBe('environment');
  expect(kindOf('相邻通行纠纷')).toBe('neighbours');
  expect(kindOf('追索劳动报酬纠纷')).toBe('labour');
  expect(kindOf('追索劳动报酬纠纷', true)).toBe('wages');
  expect(kindOf('劳务合同纠纷')).toBe('contract');
  expect(kindOf('劳务合同纠纷', true)).toBe('wages');
  expect(kindOf('没有这个案由')).toBe('other');
  const kinds = new Set(causes.map(({ name }) => kindOf(name)));
  expect(disputeKindCodes.filter((kind) => !kinds.has(kind))).toEqual(['wages']);
});

const none = Object.fromEntries([...figureNames, ...amountNames].map((name) => [name, 0])) as CountedValues;

test('a cell says nothing where there is nothing to divide by or nothing known, and zero where there is zero', () => {
  for (const name of measureNames) {
    expect(measureCell(name, null), name).toEqual({ kind: 'none', text: '—' });
    const { kind, text } = measureCell(name, none);
    expect([kind, text], name).toEqual(
      kind === 'count' ? ['count', '0'] : kind === 'wan' ? ['wan', '0.00'] : ['none', '—'],
    );
  }
  expect(measureCell('closed', { ...none, closed: 30_331 })).toMatchObject({ text: '30,331' });
});

test('a number that is kept by hand names the months for which it is missing', () => {
  const missing = (...of: string[]) => missingCell('trafficDisputes', of.map(month)).text;
  expect(missing('2026-03')).toBe('—（缺2026年3月）');
  expect(missing('2025-11', '2025-12', '2026-01', '2026-02', '2026-04')).toBe(
    '—（缺2025年11月至12月、2026年1月至2月、2026年4月）',
  );
  expect(missing()).toBe('—（不是整月）');
});

test('the sentence of the year gives no number of members where nobody wrote who is one', () => {
  const members = {
    people: 12,
    accepted: 30_331,
    succeeded: 19_113,
    claimFenOfClosed: fen(123_456_789_00),
    unknownPeople: 3,
    unknownAccepted: 9,
  };
  expect(memberSentence('2025年', members)).toBe(
    '2025年，12名委员调解员参与调解30331件，调解成功19113件，涉案金额12345.68万元。',
  );
  expect(memberSentence('2025年', { ...members, people: 0, accepted: 0, succeeded: 0 })).toBe(
    '2025年有案件的调解员中，3名在名册上没有写明是不是政协委员，委员调解员参与调解的数无从统计。',
  );
});

test('the table by unit has a column for every way in which a case can end', () => {
  for (const isYear of [false, true]) {
    const shown = unitColumns('court', isYear).flatMap((column) =>
      column.show === 'measure' && column.of === 'current' ? [column.measure] : [],
    );
    expect(shown.filter((name) => name.startsWith('ended'))).toHaveLength(13);
    expect(shown).toContain('settledThemselves');
    expect(shown).toContain('returned');
  }
});
