import { expect, test } from 'vitest';
import {
  defaultPointSettings,
  formatAverageDays,
  type MediatorRecordFacts,
  pointItemCodes,
  pointSettingsSchema,
  pointsOf,
  type RecordCounts,
  recordSentence,
} from '#shared/domain/mediator-record.ts';
import { fen } from '#shared/domain/money.ts';

const nothing: RecordCounts = {
  opening: 0,
  received: 0,
  closed: 0,
  succeeded: 0,
  confirmed: 0,
  assisted: 0,
  proposals: 0,
  publicOpinions: 0,
  trainings: 0,
  trainingHours: 0,
};

function facts(change: Partial<MediatorRecordFacts> = {}): MediatorRecordFacts {
  return {
    name: '丙调解',
    isMember: true,
    periodName: '2026年',
    counts: { ...nothing, opening: 2, received: 10, closed: 9, succeeded: 7 },
    claimFenOfClosed: fen(123_450_000),
    agreedFen: fen(100_000_000),
    paidFen: fen(45_000_000),
    duration: { days: 113, cases: 9 },
    ...change,
  };
}

test('the year is told in one sentence, with the denominator and the three amounts by their names', () => {
  expect(recordSentence(facts())).toBe(
    '2026年，丙调解委员参与调解案件12件，结案9件，成功7件，成功率77.8%（成功÷结案），涉案金额（结案案件诉争标的额）123.45万元，协议金额100.00万元，到位金额45.00万元，平均调解12.6天。',
  );
});

test('what there was none of is not told, and what there was beside the cases is', () => {
  const counts = { ...nothing, received: 1, confirmed: 1, proposals: 1, publicOpinions: 2, trainings: 2 };
  expect(recordSentence(facts({ counts, isMember: null }))).toBe(
    '2026年，丙调解调解员参与调解案件1件，结案0件，成功0件，司法确认1件；由案件提出提案1件，反映社情民意信息2篇，参加培训2次。',
  );
  expect(recordSentence(facts({ counts: nothing }))).toBe('2026年，丙调解委员没有参与调解案件。');
  expect(recordSentence(facts({ counts: { ...nothing, trainings: 1, trainingHours: 8 } }))).toBe(
    '2026年，丙调解委员没有参与调解案件；参加培训1次8学时。',
  );
});

test('average days are rounded once, half up', () => {
  expect(formatAverageDays({ days: 0, cases: 0 })).toBe('—');
  expect(formatAverageDays({ days: 0, cases: 3 })).toBe('0.0');
  expect(formatAverageDays({ days: 41, cases: 4 })).toBe('10.3');
  expect(formatAverageDays({ days: 10, cases: 3 })).toBe('3.3');
});

test('until an office fills the table in, everything is worth nothing', () => {
  expect(defaultPointSettings.rules.map(({ code }) => code)).toEqual(pointItemCodes);
  expect(pointsOf(defaultPointSettings, { ...nothing, succeeded: 12 })).toEqual({ lines: [], total: 0 });
  expect(pointSettingsSchema.parse(defaultPointSettings)).toEqual(defaultPointSettings);
});

test('points are summed in tenths and never pass the most of a year', () => {
  const settings = pointSettingsSchema.parse({
    rules: [
      { code: 'received', points: 0.1, most: null, note: null },
      { code: 'succeeded', points: 7.5, most: 20, note: '每件7.5分，封顶20分' },
      { code: 'trainingHour', points: 0.2, most: null, note: null },
    ],
    note: '样例办法',
  });
  const { lines, total } = pointsOf(settings, { ...nothing, received: 3, succeeded: 4, trainingHours: 7 });
  expect(lines.map(({ code, count, points }) => [code, count, points])).toEqual([
    ['received', 3, 0.3],
    ['succeeded', 4, 20],
    ['trainingHour', 7, 1.4],
  ]);
  expect(total).toBe(21.7);
});

test('a table with two lines for one item, or a part of a tenth, is refused', () => {
  const line = { code: 'received', points: 1, most: null, note: null };
  expect(pointSettingsSchema.safeParse({ rules: [line, line], note: null }).success).toBe(false);
  expect(pointSettingsSchema.safeParse({ rules: [{ ...line, points: 0.25 }], note: null }).success).toBe(
    false,
  );
});
