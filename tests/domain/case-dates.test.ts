import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  caseDates,
  caseMatterCodes,
  caseMatters,
  type DatedCase,
  todayGroupCodes,
  todayGroups,
  todayRange,
} from '#shared/domain/case-dates.ts';
import { caseLife } from '#shared/domain/case-life.ts';
import { type TakenMove, takenMoveSchema } from '#shared/domain/case-move.ts';
import { addDays, localDate } from '#shared/domain/local-date.ts';
import { fen } from '#shared/domain/money.ts';
import { performanceOf } from '#shared/domain/performance.ts';
import { defaultPeriodSettings } from '#shared/domain/period.ts';
import { restCalendars } from '../support/calendars.ts';

const d = localDate;
let moveId = 0;

function aMove(code: string, on: string, detail: object = {}): TakenMove {
  moveId += 1;
  return takenMoveSchema.parse({
    id: moveId,
    code,
    on,
    detail,
    from: 'registered',
    to: 'accepted',
    recordedAt: `${on}T01:00:00.000Z`,
    recordedBy: '测试员',
    takenBack: null,
  });
}

function aDatedCase(facts: Partial<DatedCase> = {}, moves: readonly TakenMove[] = []): DatedCase {
  return {
    status: 'accepted',
    channel: 'A',
    procedureKind: null,
    receivedOn: d('2026-11-20'),
    registeredOn: d('2026-11-20'),
    imported: false,
    life: caseLife(moves),
    sessions: [],
    agreement: null,
    paidFen: 0,
    closing: null,
    confirmationApplied: false,
    confirmationSentBackOn: null,
    visits: [],
    ...facts,
  };
}

function daysOf(facts: DatedCase, settings = defaultPeriodSettings): Record<string, string> {
  const dates = caseDates(facts, settings, restCalendars);
  return Object.fromEntries(dates.map(({ matter, dueOn }) => [matter, dueOn]));
}

describe('the last day of mediation', () => {
  test('is that of the period, moved off days off', () => {
    expect(daysOf(aDatedCase())).toEqual({ period: '2026-12-21' });
    const summary = aDatedCase({ channel: 'B', procedureKind: 'summary', receivedOn: d('2026-11-02') });
    expect(daysOf(summary)).toEqual({ period: '2026-11-09' });
  });

  test('is not known while the kind of procedure is not, and not while the period stands still', () => {
    expect(daysOf(aDatedCase({ channel: 'B' }))).toEqual({ procedureKind: '2026-11-20' });
    const appraisal = aMove('suspend', '2026-11-25', { ground: 'appraisal', reportedTo: null, note: null });
    expect(daysOf(aDatedCase({ status: 'suspended' }, [appraisal]))).toEqual({ suspended: '2026-11-25' });
  });

  test('stays while a case is suspended on a ground that does not stop the period', () => {
    const other = aMove('suspend', '2026-11-25', { ground: 'other', reportedTo: null, note: null });
    expect(daysOf(aDatedCase({ status: 'suspended' }, [other]))).toEqual({
      period: '2026-12-21',
      suspended: '2026-11-25',
    });
  });

  test('moves with the settings of the office', () => {
    const rigid = { ...defaultPeriodSettings, rollForward: false };
    expect(daysOf(aDatedCase(), rigid)).toEqual({ period: '2026-12-20' });
  });
});

describe('before the receipt', () => {
  test('three working days run from the letter, over the weekend', () => {
    const sent = aMove('dispatch', '2026-11-19', { papers: [] });
    const waiting = aDatedCase({ status: 'dispatched', receivedOn: null }, [sent]);
    expect(daysOf(waiting)).toEqual({ acceptance: '2026-11-24' });
  });

  test('a case that was only registered waits since its registration', () => {
    expect(daysOf(aDatedCase({ status: 'registered', receivedOn: null }))).toEqual({ receipt: '2026-11-20' });
  });
});

describe('sessions', () => {
  const first = { heldOn: d('2026-11-21'), nextOn: d('2026-11-27') };

  test('the next day is the one that the last session set', () => {
    const mediating = aDatedCase({ status: 'mediating', sessions: [first] });
    expect(daysOf(mediating).nextSession).toBe('2026-11-27');
  });

  test('a session that was held since takes its place, and sets none where it says none', () => {
    const second = { heldOn: d('2026-11-24'), nextOn: null };
    expect(
      daysOf(aDatedCase({ status: 'mediating', sessions: [second, first] })).nextSession,
    ).toBeUndefined();
  });

  test('none is waited for in a case that stands still or has ended', () => {
    const stopped = aMove('suspend', '2026-11-25', { ground: 'appraisal', reportedTo: null, note: null });
    expect(daysOf(aDatedCase({ status: 'suspended', sessions: [first] }, [stopped]))).toEqual({
      suspended: '2026-11-25',
    });
    const closing = { code: 'C24', closedOn: d('2026-11-26') } as const;
    expect(daysOf(aDatedCase({ status: 'archived', sessions: [first], closing }))).toEqual({});
  });
});

describe('the agreement', () => {
  const agreement = { signedOn: null, effect: 'noConfirmation', payments: [] };

  test('waits for signatures since the day it was reached', () => {
    const agreed = aDatedCase({ status: 'agreed', agreement }, [aMove('agree', '2026-11-23')]);
    expect(daysOf(agreed)).toEqual({ period: '2026-12-21', signature: '2026-11-23' });
  });

  test('of an older program waits since the last session, because no move was kept', () => {
    const sessions = [{ heldOn: d('2026-11-22'), nextOn: null }];
    expect(daysOf(aDatedCase({ status: 'agreed', agreement, sessions })).signature).toBe('2026-11-22');
    expect(daysOf(aDatedCase({ status: 'agreed', agreement })).signature).toBe('2026-11-20');
  });

  test('may be confirmed within thirty days from its signing, the last one moved off days off', () => {
    const signed = { ...agreement, signedOn: d('2026-11-20'), effect: 'judicialConfirmation' };
    const closing = { code: 'C11', closedOn: d('2026-11-20') } as const;
    const closed = aDatedCase({ status: 'archived', agreement: signed, closing });
    expect(daysOf(closed)).toEqual({ confirmation: '2026-12-21' });
    expect(daysOf({ ...closed, confirmationApplied: true })).toEqual({});
    const sentBack = { confirmationApplied: true, confirmationSentBackOn: d('2026-12-01') };
    expect(daysOf({ ...closed, ...sentBack })).toEqual({ mending: '2026-12-01' });
    expect(daysOf({ ...closed, agreement: { ...signed, effect: 'noConfirmation' } })).toEqual({});
    // Without a day of signing the day of closing is that of the last signature (domain.md §2.3).
    expect(daysOf({ ...closed, agreement: { ...signed, signedOn: null } })).toEqual({
      confirmation: '2026-12-21',
    });
    for (const code of ['C26', 'C14'] as const) {
      expect(daysOf({ ...closed, closing: { code, closedOn: d('2026-11-20') } })).toEqual({});
    }
  });

  test('whose effect nobody has chosen is waited for as the page of the case says, unless it was put away', () => {
    const closing = { code: 'C11', closedOn: d('2026-11-20') } as const;
    const closed = aDatedCase({ status: 'closed', channel: 'A', agreement: null, closing });
    expect(daysOf(closed).confirmation).toBe('2026-12-21');
    const undecided = { ...agreement, effect: null };
    expect(daysOf({ ...closed, agreement: undecided }).confirmation).toBe('2026-12-21');
    for (const other of [
      { channel: 'B' },
      { imported: true },
      { status: 'archived' },
      { agreement },
      { closing: { ...closing, code: 'C13' } },
    ] as const) {
      expect(daysOf({ ...closed, ...other }).confirmation).toBeUndefined();
    }
  });

  const payments = [
    { dueOn: d('2027-01-31'), amountFen: 100_000 },
    { dueOn: d('2026-12-31'), amountFen: 100_000 },
    { dueOn: null, amountFen: 50_000 },
  ];
  const inForce = { ...agreement, signedOn: d('2026-11-20'), payments };
  const performing = aDatedCase({
    status: 'archived',
    agreement: inForce,
    closing: { code: 'C11', closedOn: d('2026-11-20') },
  });

  test('names the earliest instalment that what was paid does not cover', () => {
    const dueAt = (paidFen: number) => daysOf({ ...performing, paidFen }).instalment;
    expect(dueAt(0)).toBe('2026-12-31');
    expect(dueAt(99_999)).toBe('2026-12-31');
    expect(dueAt(100_000)).toBe('2027-01-31');
    expect(dueAt(200_000)).toBeUndefined();
  });

  test('names the instalment that the performance of the agreement names', () => {
    const amounts = fc.array(
      fc.record({
        dueOn: fc.constantFrom(null, d('2026-12-31'), d('2027-01-31'), d('2027-02-28')),
        amountFen: fc.integer({ min: 1, max: 500 }).map(fen),
      }),
      { minLength: 1, maxLength: 6 },
    );
    fc.assert(
      fc.property(amounts, fc.integer({ min: 0, max: 3000 }).map(fen), (due, paidFen) => {
        const obligations = due.map((one, index) => ({
          ...one,
          term: index + 1,
          instalment: null,
          payers: [],
          payees: [],
          purpose: null,
        }));
        const { next } = performanceOf(obligations, [{ paidOn: null, amountFen: paidFen }], d('2026-11-20'));
        const facts = { ...performing, agreement: { ...inForce, payments: due }, paidFen };
        expect(daysOf(facts).instalment ?? null).toBe(next?.dueOn ?? null);
      }),
    );
  });

  test('has no instalments before it is signed, after a failure, and where all was paid at once', () => {
    const unsigned = aDatedCase({ status: 'agreed', agreement: { ...inForce, signedOn: null } });
    expect(daysOf(unsigned).instalment).toBeUndefined();
    const failed = { code: 'C26', closedOn: d('2026-11-25') } as const;
    expect(daysOf({ ...performing, closing: failed }).instalment).toBeUndefined();
    const atOnce = { code: 'C13', closedOn: d('2026-11-20') } as const;
    expect(daysOf({ ...performing, closing: atOnce }).instalment).toBeUndefined();
  });
});

describe('after the closing', () => {
  const closed = aDatedCase({ status: 'closed', closing: { code: 'C24', closedOn: d('2026-11-20') } });

  test('the files are archived within thirty days', () => {
    expect(daysOf(closed)).toEqual({ archive: '2026-12-20' });
    expect(daysOf({ ...closed, status: 'archived' })).toEqual({});
  });

  test('a case that came closed with a ledger has nothing to archive', () => {
    expect(daysOf({ ...closed, imported: true })).toEqual({});
  });

  test('the next visit is the one that the last visit set', () => {
    const visits = [
      { visitedOn: d('2026-12-01'), nextOn: d('2026-12-20') },
      { visitedOn: d('2026-11-25'), nextOn: d('2026-12-01') },
    ];
    expect(daysOf({ ...closed, status: 'archived', visits })).toEqual({ visit: '2026-12-20' });
  });
});

test('every matter says what to do and why', () => {
  for (const { label, todo, source } of Object.values(caseMatters)) {
    expect([label, todo, source]).not.toContain('');
  }
});

test('a matter that waits or comes within a week is in one group by time, and a later one in none', () => {
  const today = d('2026-11-20');
  const byTime = todayGroupCodes.filter((group) => todayGroups[group].by === 'time');
  for (const matter of caseMatterCodes) {
    for (let days = -40; days <= 40; days += 1) {
      const day = addDays(today, days);
      const found = byTime.filter((group) => {
        const { matters, from, to } = todayRange(group, today);
        return matters.includes(matter) && (from === null || from <= day) && (to === null || day <= to);
      });
      const wanted = caseMatters[matter].day === 'since' || days <= 7 ? 1 : 0;
      expect([matter, days, found.length]).toEqual([matter, days, wanted]);
    }
  }
});
