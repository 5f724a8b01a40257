import { expect, test } from 'vitest';
import { changeCell } from '#shared/domain/statistics/tables/cell.ts';
import {
  figureTable,
  measureCell,
  type TrafficValues,
  trafficTable,
  unitColumns,
} from '#shared/domain/statistics/tables.ts';
import { amountNames, type CountedValues, figureNames, unrecordedIn } from '#shared/domain/statistics.ts';

function values(some: Partial<CountedValues>): CountedValues {
  const none = Object.fromEntries([...figureNames, ...amountNames].map((name) => [name, 0]));
  return { ...none, ...some } as CountedValues;
}

const columns = unitColumns('court', false);

function unitNotes(total: CountedValues): readonly string[] {
  return figureTable({
    name: 'units',
    periodName: '2024年',
    unit: '件、万元',
    columns,
    rows: [],
    total: { current: total, previous: null, yearBefore: null, yearToDate: null, yearToDateBefore: null },
    comparisons: null,
    notes: [],
  }).notes;
}

test('a rate over nothing but what was performed at once is not told where others have no day', () => {
  const atOnce = values({ performanceDue: 63, performed: 63, performanceUndated: 302 });
  expect(measureCell('performance', atOnce).text).toBe('—');
  expect(unrecordedIn(atOnce, 'performance')).toEqual({
    figure: 'performanceUndated',
    cases: 302,
    whole: true,
  });
  const some = values({ performanceDue: 80, performed: 63, performanceDueLater: 17, performanceUndated: 3 });
  expect(measureCell('performance', some).text).toBe('78.8%');
  expect(unrecordedIn(some, 'performance')).toMatchObject({ cases: 3, whole: false });
  const allAtOnce = values({ performanceDue: 63, performed: 63 });
  expect(measureCell('performance', allAtOnce).text).toBe('100.0%');
});

test('a 0 that nobody wrote down is —, and a 0 that is one stays 0', () => {
  expect(measureCell('paidInPeriodFen', values({ paidUndated: 12 })).text).toBe('—');
  expect(measureCell('paidInPeriodFen', values({})).text).toBe('0.00');
  expect(measureCell('confirmationApplied', values({ confirmed: 79, confirmedUnapplied: 79 })).text).toBe(
    '—',
  );
  expect(measureCell('confirmationApplied', values({ confirmed: 2 })).text).toBe('0');
  const part = values({ confirmationApplied: 4, confirmedUnapplied: 75 });
  expect(measureCell('confirmationApplied', part).text).toBe('4');
  expect(changeCell('confirmationApplied', part, values({ confirmedUnapplied: 9 })).text).toBe('—');
});

test('a table says of its own columns how many cases have no day, and nothing where all have', () => {
  const notes = unitNotes(values({ confirmed: 79, confirmedUnapplied: 79, performanceUndated: 5 }));
  expect(notes.slice(1)).toEqual([
    expect.stringMatching(/^申请司法确认：申请日未载明 79 件（.*），合计记“—”。$/),
  ]);
  expect(unitNotes(values({ confirmed: 3, confirmationApplied: 3 }))).toHaveLength(1);
});

test('a mean of days moves by days, counted from what was not rounded', () => {
  const now = values({ daysToClose: 162, closed: 10 });
  const base = values({ daysToClose: 1407, closed: 100 });
  expect(changeCell('averageDays', now, base).text).toBe('+2.1 天');
  expect(changeCell('averageDays', now, values({})).text).toBe('—');
});

test('the rate of the platform is not 0 where no number of it was ever written down', () => {
  const traffic = (onPlatform: number): TrafficValues => ({
    all: values({ received: 9 }),
    preFiling: { received: 9, closed: 4, succeeded: 2 },
    onPlatform,
    succeededBeforeFiling: 2,
    hand: {
      firstInstanceCivil: { kind: 'sum', value: 90 },
      firstInstanceTraffic: { kind: 'sum', value: 186 },
      trafficDisputes: { kind: 'sum', value: 20 },
    },
  });
  const rowOf = (onPlatform: number, label: string) =>
    trafficTable({
      periodName: '2024年11月',
      isYear: false,
      filtered: false,
      values: { current: traffic(onPlatform) },
    }).rows.find(({ cells }) => cells[1]?.text === label)?.cells[3]?.text;
  expect(rowOf(0, '应用率')).toBe('—（平台案件编号均未登记）');
  expect(rowOf(5, '应用率')).toBe('25.0%');
  // 诉前新收 9÷（9＋186）
  expect(rowOf(0, '诉前分流率')).toBe('4.6%');
});
