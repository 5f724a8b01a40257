import {
  assert,
  constantFrom,
  integer,
  option,
  property,
  record,
  shuffledSubarray,
  array as someOf,
  tuple,
} from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, localDate } from '#shared/domain/local-date.ts';
import { fen } from '#shared/domain/money.ts';
import { type Obligation, obligationsOf, type Payment, performanceOf } from '#shared/domain/performance.ts';

const today = localDate('2027-02-10');

function due(day: string | null, amount: number, instalment: number | null = null): Obligation {
  return {
    term: 1,
    instalment,
    payers: [2],
    payees: [1],
    purpose: '货款',
    dueOn: day === null ? null : localDate(day),
    amountFen: fen(amount),
  };
}
function paid(day: string | null, amount: number): Payment {
  return { paidOn: day === null ? null : localDate(day), amountFen: fen(amount) };
}

const threeInstalments = [due('2026-12-31', 100, 1), due('2027-01-31', 200, 2), due('2027-02-28', 300, 3)];

describe('how far an agreement is performed', () => {
  test.each([
    ['nothing is due yet', [], '2026-12-31', 'notDue'],
    ['the first is paid, the rest not due', [paid('2026-12-30', 100)], '2027-01-31', 'performing'],
    ['the second is late', [paid('2026-12-30', 100)], '2027-02-01', 'partly'],
    ['nothing was paid and the first is late', [], '2027-01-01', 'overdue'],
    ['everything is paid', [paid('2026-12-30', 600)], '2027-02-10', 'performed'],
  ] as const)('%s', (_name, payments, day, state) => {
    expect(performanceOf(threeInstalments, payments, localDate(day)).state).toBe(state);
  });

  test('a payment goes to what fell due first, and what is left of it to the next', () => {
    const { obligations, overdueFen, outstandingFen, next } = performanceOf(
      threeInstalments,
      [paid('2027-01-10', 250)],
      today,
    );
    expect(
      obligations.map(({ state, paidFen, paidOn, lateDays }) => [state, paidFen, paidOn, lateDays]),
    ).toEqual([
      ['paid', 100, '2027-01-10', 10],
      ['partly', 150, null, 10],
      ['notDue', 0, null, 0],
    ]);
    expect([overdueFen, outstandingFen, next?.instalment]).toEqual([50, 350, 2]);
  });

  test('a payment without a day pays, and nobody says when', () => {
    const { obligations, state } = performanceOf([due('2026-12-31', 100)], [paid(null, 100)], today);
    expect(state).toBe('performed');
    expect(obligations[0]).toMatchObject({ state: 'paid', paidOn: null, lateDays: null });
  });

  test('what has no day is never late and is paid last', () => {
    const { obligations, state } = performanceOf(
      [due(null, 100), due('2027-01-31', 100)],
      [paid('2027-01-31', 100)],
      today,
    );
    expect(obligations.map((one) => [one.dueOn, one.state])).toEqual([
      ['2027-01-31', 'paid'],
      [null, 'noDay'],
    ]);
    expect(state).toBe('performing');
  });

  test('what is paid beyond the agreement is said and counted to nothing', () => {
    expect(performanceOf([due('2026-12-31', 100)], [paid('2026-12-01', 150)], today)).toMatchObject({
      state: 'performed',
      surplusFen: 50,
      outstandingFen: 0,
    });
  });
});

describe('what an agreement says is to be paid', () => {
  const term = {
    kind: 'payment',
    payers: [2],
    payees: [1],
    purpose: null,
    amountFen: fen(300),
    onSigning: false,
    dueOn: localDate('2027-01-31'),
    instalments: [],
  } as const;

  test('instalments one by one, a sum at once on its day, what was paid on signing on that day', () => {
    const obligations = obligationsOf({
      agreedFen: fen(900),
      signedOn: localDate('2026-11-12'),
      terms: [
        {
          ...term,
          instalments: [
            { dueOn: localDate('2026-12-31'), amountFen: fen(100) },
            { dueOn: localDate('2027-01-31'), amountFen: fen(200) },
          ],
        },
        { kind: 'text' },
        term,
        { ...term, onSigning: true, dueOn: null },
      ],
    });
    expect(obligations.map((one) => [one.term, one.instalment, one.dueOn, one.amountFen])).toEqual([
      [1, 1, '2026-12-31', 100],
      [1, 2, '2027-01-31', 200],
      [3, null, '2027-01-31', 300],
      [4, null, '2026-11-12', 300],
    ]);
  });

  test('an imported case has its agreed sum and no day; one without a sum has nothing due', () => {
    expect(obligationsOf({ agreedFen: fen(500), signedOn: null, terms: [] })).toMatchObject([
      { dueOn: null, amountFen: 500 },
    ]);
    expect(obligationsOf({ agreedFen: null, signedOn: null, terms: [{ kind: 'text' }] })).toEqual([]);
    expect(performanceOf([], [], today).state).toBe('nothingDue');
  });
});

const someDay = option(integer({ min: 0, max: 400 }).map((days) => addDays(localDate('2026-06-01'), days)));
const someObligations = someOf(
  record({
    term: integer({ min: 1, max: 4 }),
    instalment: option(integer({ min: 1, max: 12 })),
    payers: constantFrom([], [2]),
    payees: constantFrom([], [1]),
    purpose: constantFrom(null),
    dueOn: someDay,
    amountFen: integer({ min: 0, max: 10_000 }).map(fen),
  }),
  { maxLength: 8 },
);
const somePayments = someOf(
  record({ paidOn: someDay, amountFen: integer({ min: 0, max: 10_000 }).map(fen) }),
  {
    maxLength: 8,
  },
);

test('sums agree: what is paid is set off or left over, and what is due is paid or outstanding', () => {
  assert(
    property(someObligations, somePayments, (obligations, payments) => {
      const all = performanceOf(obligations, payments, today);
      const applied = all.obligations.reduce((sum, one) => sum + one.paidFen, 0);
      expect(applied + all.surplusFen).toBe(all.paidFen);
      expect(applied + all.outstandingFen).toBe(all.dueFen);
      expect(all.surplusFen > 0 && all.outstandingFen > 0).toBe(false);
      expect(all.overdueFen).toBeLessThanOrEqual(all.outstandingFen);
      for (const one of all.obligations) {
        expect(one.paidFen).toBeLessThanOrEqual(one.amountFen);
        expect(one.state === 'paid').toBe(one.paidFen === one.amountFen);
      }
    }),
  );
});

test('the order in which payments and terms were entered changes nothing', () => {
  const shuffled = tuple(someObligations, somePayments).chain(([obligations, payments]) =>
    tuple(
      constantFrom(obligations),
      constantFrom(payments),
      shuffledSubarray(obligations, { minLength: obligations.length }),
      shuffledSubarray(payments, { minLength: payments.length }),
    ),
  );
  assert(
    property(shuffled, ([obligations, payments, otherObligations, otherPayments]) => {
      const one = performanceOf(obligations, payments, today);
      const other = performanceOf(otherObligations, otherPayments, today);
      const { obligations: _one, next: _next, ...sums } = one;
      expect(other).toMatchObject(sums);
      const days = (all: typeof one) => all.obligations.map(({ dueOn }) => dueOn);
      expect(days(other)).toEqual(days(one));
    }),
  );
});

test('each further payment never makes anything later', () => {
  assert(
    property(
      someObligations,
      somePayments,
      integer({ min: 1, max: 5_000 }),
      (obligations, payments, amount) => {
        const before = performanceOf(obligations, payments, today);
        const after = performanceOf(obligations, [...payments, paid('2027-02-10', amount)], today);
        expect(after.overdueFen).toBeLessThanOrEqual(before.overdueFen);
        expect(after.outstandingFen).toBe(Math.max(0, before.outstandingFen - amount));
      },
    ),
  );
});
