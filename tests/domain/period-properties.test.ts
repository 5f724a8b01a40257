import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Channel, ProcedureKind } from '#shared/domain/channel.ts';
import { addDays, daysBetween, type LocalDate, localDate } from '#shared/domain/local-date.ts';
import {
  defaultPeriodSettings,
  type Extension,
  type MediationPeriodFacts,
  mediationPeriod,
  type Suspension,
} from '#shared/domain/period.ts';
import {
  indexRestCalendars,
  isRestDay,
  type RestCalendar,
  type RestCalendars,
  restCalendarSchema,
} from '#shared/domain/rest-days.ts';
import { restCalendars as calendars, shippedCalendars } from '../support/calendars.ts';

function agreed(days: number, on: LocalDate): Extension {
  return { days, applicantsConsentedOn: on, respondentsConsentedOn: on };
}

const anyStart = fc.integer({ min: 0, max: 690 }).map((days) => addDays(localDate('2025-01-01'), days));
const anySuspension = fc.record({
  ground: fc.constantFrom('appraisal' as const, 'suspectedSham' as const),
  after: fc.integer({ min: -5, max: 90 }),
  days: fc.integer({ min: 1, max: 25 }),
});
const anyExtension = fc.record({
  days: fc.integer({ min: 1, max: 30 }),
  after: fc.integer({ min: 0, max: 90 }),
});
const anyCase = fc
  .record({
    receivedOn: anyStart,
    channel: fc.constantFrom<Channel>('A', 'B', 'C'),
    procedureKind: fc.constantFrom<ProcedureKind>('ordinary', 'summary', 'smallClaims'),
    suspensions: fc.array(anySuspension, { maxLength: 3 }),
    extensions: fc.array(anyExtension, { maxLength: 3 }),
    countStartDay: fc.boolean(),
  })
  .map(
    ({
      receivedOn,
      channel,
      procedureKind,
      suspensions,
      extensions,
      countStartDay,
    }): MediationPeriodFacts => ({
      receivedOn,
      channel,
      procedureKind,
      suspensions: suspensions.map((one) => suspensionFrom(receivedOn, one)),
      extensions: extensions.map(({ days, after }) => agreed(days, addDays(receivedOn, after))),
      settings: { ...defaultPeriodSettings, countStartDay },
      calendars,
    }),
  );

function suspensionFrom(
  receivedOn: LocalDate,
  { ground, after, days }: { ground: 'appraisal' | 'suspectedSham'; after: number; days: number },
): Suspension {
  const from = addDays(receivedOn, after);
  return { ground, from, to: addDays(from, days - 1) };
}

/** The same rules told a day at a time, as a clerk counts on a wall calendar. */
function countedByHand(facts: MediationPeriodFacts): LocalDate {
  const rests = (day: LocalDate) => isRestDay(facts.calendars, day);
  const stands = (day: LocalDate) =>
    facts.suspensions.some(({ from, to }) => from <= day && (to === undefined || day <= to));
  const count = (after: LocalDate, days: number) => {
    let day = after;
    for (let left = days; left > 0; ) {
      day = addDays(day, 1);
      left -= stands(day) ? 0 : 1;
    }
    while (rests(day) || stands(day)) {
      day = addDays(day, 1);
    }
    return day;
  };
  const { channel, procedureKind, receivedOn } = facts;
  const days = channel === 'B' ? (procedureKind === 'ordinary' ? 15 : 7) : 30;
  let due = count(facts.settings.countStartDay ? addDays(receivedOn, -1) : receivedOn, days);
  let used = 0;
  const inOrder = facts.extensions.map((extension) => ({
    ...extension,
    on: extension.applicantsConsentedOn ?? '',
  }));
  for (const { days: more, on } of inOrder.sort((left, right) => left.on.localeCompare(right.on))) {
    if (on <= due && (channel !== 'B' || used + more <= 30)) {
      used += more;
      due = count(due, more);
    }
  }
  return due;
}

function computed(facts: MediationPeriodFacts) {
  const period = mediationPeriod(facts);
  if (period.kind !== 'determined') {
    throw new Error(`The last day is not known: ${period.kind}`);
  }
  return period;
}

function dueOf(facts: MediationPeriodFacts): LocalDate {
  return computed(facts).endsOn;
}

describe('for any case', () => {
  test('the last day is the one that counting by hand gives, and a working day', () => {
    fc.assert(
      fc.property(anyCase, (facts) => {
        expect(dueOf(facts)).toBe(countedByHand(facts));
        expect(isRestDay(calendars, dueOf(facts))).toBe(false);
      }),
      { numRuns: 400 },
    );
  });

  test('the lines lie end to end from the first day to the last, and their days add up', () => {
    fc.assert(
      fc.property(anyCase, (facts) => {
        const period = computed(facts);
        const [receipt, ...lines] = period.steps;
        expect(receipt).toMatchObject({ what: 'receipt', from: facts.receivedOn, days: 0 });
        let next = facts.settings.countStartDay ? facts.receivedOn : addDays(facts.receivedOn, 1);
        for (const line of lines) {
          expect(line.from).toBe(next);
          expect(line.days).toBe(daysBetween(line.from, line.to) + 1);
          expect(line.days).toBeGreaterThan(0);
          next = addDays(line.to, 1);
        }
        expect(next).toBe(addDays(period.endsOn, 1));
        const sum = (what: string) =>
          lines.filter((line) => line.what === what).reduce((days, line) => days + line.days, 0);
        expect(sum('mediation')).toBe(period.days);
        expect(sum('extension')).toBe(period.extensionDays);
        expect(sum('suspension')).toBe(period.suspendedDays);
      }),
    );
  });

  test('the last day is never before the receipt plus all its days', () => {
    fc.assert(
      fc.property(anyCase, (facts) => {
        const period = computed(facts);
        const all = period.days + period.extensionDays + period.suspendedDays;
        const least = addDays(facts.receivedOn, all - (facts.settings.countStartDay ? 1 : 0));
        expect(period.endsOn >= least).toBe(true);
      }),
    );
  });

  test('a later receipt never gives an earlier last day', () => {
    fc.assert(
      fc.property(anyCase, fc.integer({ min: 1, max: 20 }), (facts, days) => {
        const later = { ...facts, receivedOn: addDays(facts.receivedOn, days) };
        expect(dueOf(later) >= dueOf(facts)).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  test('a suspension only ever moves the last day later', () => {
    fc.assert(
      fc.property(anyCase, anySuspension, (facts, one) => {
        const suspensions = [...facts.suspensions, suspensionFrom(facts.receivedOn, one)];
        expect(dueOf({ ...facts, suspensions }) >= dueOf(facts)).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  test('a further extension only ever moves the last day later, and when counted by all its days', () => {
    fc.assert(
      fc.property(anyCase, anyExtension, (facts, { days, after }) => {
        const last = facts.extensions.map((one) => one.applicantsConsentedOn ?? facts.receivedOn);
        const on = [...last, addDays(facts.receivedOn, after)].sort().at(-1) ?? facts.receivedOn;
        const extensions = [...facts.extensions, agreed(days, on)];
        const before = dueOf(facts);
        const period = computed({ ...facts, extensions });
        const counted = period.extensions.at(-1)?.counted === true;
        expect(period.endsOn >= addDays(before, counted ? days : 0)).toBe(true);
        expect(counted || period.endsOn === before).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  test('no missing year goes unsaid: whatever its notice turns out to be, the last day stands or the year was named', () => {
    const lacking = (year: number): RestCalendars =>
      indexRestCalendars(shippedCalendars.filter((calendar) => calendar.year !== year));
    const anyNotice = fc.constantFrom(2025, 2026, 2027).chain((year) =>
      fc.record({
        year: fc.constant(year),
        off: fc.uniqueArray(fc.integer({ min: -3, max: 360 }), { minLength: 40, maxLength: 200 }),
        worked: fc.uniqueArray(fc.integer({ min: -3, max: 360 }), { minLength: 40, maxLength: 200 }),
      }),
    );
    let moved = 0;
    fc.assert(
      fc.property(anyCase, anyNotice, (facts, { year, off, worked }) => {
        const newYear = localDate(`${year}-01-01`);
        const dayAt = (index: number) => addDays(newYear, index);
        const workingDays = worked
          .map(dayAt)
          .filter((day) => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay()));
        const notice: RestCalendar = restCalendarSchema.parse({
          year,
          source: '测试用的虚构安排',
          publishedOn: newYear,
          holidays: off
            .map(dayAt)
            .filter((day) => !workingDays.includes(day))
            .map((day) => ({ name: '虚构节', from: day, to: day })),
          workingDays,
        });
        const without = computed({ ...facts, calendars: lacking(year) });
        const others = shippedCalendars.filter((calendar) => calendar.year !== year);
        const withIt = dueOf({ ...facts, calendars: indexRestCalendars([...others, notice]) });
        if (withIt !== without.endsOn) {
          moved += 1;
          expect(without.uncertainYears).toContain(year);
        }
      }),
      { numRuns: 300 },
    );
    expect(moved).toBeGreaterThan(0);
  });
});
