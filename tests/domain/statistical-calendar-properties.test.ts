import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, daysBetween, type LocalDate, localDate, month } from '#shared/domain/local-date.ts';
import {
  monthOfDay,
  monthsOf,
  monthsOfYear,
  nextRequest,
  type Period,
  type PeriodRequest,
  parsePeriodKey,
  periodKey,
  periodOf,
  periodRequestSchema,
  previousRequest,
  requestCovering,
  requestHolding,
  requestLastYear,
  yearOfMonth,
  yearToDateOf,
} from '#shared/domain/reporting-period.ts';

const rules = fc.record({
  lastDayOfMonth: fc.option(fc.integer({ min: 1, max: 27 })),
  firstMonthOfYear: fc.integer({ min: 1, max: 12 }),
});
const years = fc.integer({ min: 1991, max: 2190 });
const someDay = fc
  .tuple(years, fc.integer({ min: 0, max: 365 }))
  .map(([year, more]) => addDays(localDate(`${year}-01-01`), more));
const named: fc.Arbitrary<PeriodRequest> = fc.oneof(
  fc.tuple(years, fc.integer({ min: 1, max: 12 })).map(
    ([year, number]): PeriodRequest => ({
      kind: 'month',
      month: month(`${year}-${String(number).padStart(2, '0')}`),
    }),
  ),
  fc.record({ kind: fc.constant('quarter' as const), year: years, quarter: fc.constantFrom(1, 2, 3, 4) }),
  fc.record({ kind: fc.constant('halfYear' as const), year: years, half: fc.constantFrom(1, 2) }),
  fc.record({ kind: fc.constant('year' as const), year: years }),
);
const anyRequest: fc.Arbitrary<PeriodRequest> = fc.oneof(
  named,
  fc
    .tuple(someDay, fc.integer({ min: 0, max: 700 }))
    .map(([from, more]): PeriodRequest => ({ kind: 'days', from, to: addDays(from, more) })),
);

function expectTiled(parts: readonly Period[], whole: Period): void {
  let next: LocalDate = whole.from;
  for (const { from, to } of parts) {
    expect(from).toBe(next);
    expect(to >= from).toBe(true);
    next = addDays(to, 1);
  }
  expect(next).toBe(addDays(whole.to, 1));
}

describe('for every rule', () => {
  test('the months of a year fill it without gap or overlap, and so do its quarters and halves', () => {
    fc.assert(
      fc.property(rules, years, (rule, year) => {
        const whole = periodOf({ kind: 'year', year }, rule);
        const months = monthsOfYear(year, rule);
        expect(months).toHaveLength(12);
        expectTiled(
          months.map((each) => periodOf({ kind: 'month', month: each }, rule)),
          whole,
        );
        expectTiled(
          ([1, 2, 3, 4] as const).map((quarter) => periodOf({ kind: 'quarter', year, quarter }, rule)),
          whole,
        );
        expectTiled(
          ([1, 2] as const).map((half) => periodOf({ kind: 'halfYear', year, half }, rule)),
          whole,
        );
        expect(addDays(whole.to, 1)).toBe(periodOf({ kind: 'year', year: year + 1 }, rule).from);
        for (const each of months) expect(yearOfMonth(each, rule)).toBe(year);
      }),
    );
  });

  test('quarters and halves are made of whole months', () => {
    fc.assert(
      fc.property(rules, named, (rule, request) => {
        const months = monthsOf(request, rule) ?? [];
        expect(months).toHaveLength({ month: 1, quarter: 3, halfYear: 6, year: 12, days: 0 }[request.kind]);
        expectTiled(
          months.map((each) => periodOf({ kind: 'month', month: each }, rule)),
          periodOf(request, rule),
        );
      }),
    );
  });

  test('the month, quarter, half and year of a day hold it', () => {
    fc.assert(
      fc.property(rules, someDay, (rule, day) => {
        const of = periodOf({ kind: 'month', month: monthOfDay(day, rule) }, rule);
        expect(of.from <= day && day <= of.to).toBe(true);
        for (const kind of ['month', 'quarter', 'halfYear', 'year'] as const) {
          const request = requestHolding(kind, day, rule);
          const { from, to } = periodOf(request, rule);
          expect(request.kind).toBe(kind);
          expect(from <= day && day <= to).toBe(true);
        }
      }),
    );
  });

  test('the period before the next one is itself, and they touch', () => {
    fc.assert(
      fc.property(rules, anyRequest, (rule, request) => {
        const next = nextRequest(request);
        expect(previousRequest(next)).toEqual(request);
        expect(nextRequest(previousRequest(request))).toEqual(request);
        expect(periodOf(next, rule).from).toBe(addDays(periodOf(request, rule).to, 1));
      }),
    );
  });

  test('the year to date begins with the year, ends with the period and holds every named one', () => {
    fc.assert(
      fc.property(rules, anyRequest, (rule, request) => {
        const period = periodOf(request, rule);
        const soFar = yearToDateOf(request, rule);
        expect(soFar.to).toBe(period.to);
        expect(soFar.from).toBe(periodOf(requestHolding('year', period.to, rule), rule).from);
        if (request.kind !== 'days') expect(soFar.from <= period.from).toBe(true);
        if (request.kind === 'year') expect(soFar).toEqual(period);
      }),
    );
  });

  test('the same period last year is about a year earlier and of the same kind', () => {
    fc.assert(
      fc.property(rules, anyRequest, (rule, request) => {
        const before = requestLastYear(request);
        expect(before.kind).toBe(request.kind);
        const apart = daysBetween(periodOf(before, rule).to, periodOf(request, rule).to);
        expect(apart).toBeGreaterThanOrEqual(365);
        expect(apart).toBeLessThanOrEqual(366);
      }),
    );
  });

  test('a period is found again by its days, and a request by its key', () => {
    fc.assert(
      fc.property(rules, anyRequest, (rule, request) => {
        expect(periodOf(requestCovering(periodOf(request, rule), rule), rule)).toEqual(
          periodOf(request, rule),
        );
        if (request.kind !== 'days') {
          expect(requestCovering(periodOf(request, rule), rule)).toEqual(request);
        }
        expect(parsePeriodKey(periodKey(request))).toEqual(request);
        expect(periodRequestSchema.safeParse(request).success).toBe(true);
      }),
    );
  });
});
