import { describe, expect, test } from 'vitest';
import type { Channel, ProcedureKind } from '#shared/domain/channel.ts';
import { daysBetween, localDate } from '#shared/domain/local-date.ts';
import {
  calendarPeriod,
  calendarPeriods,
  defaultPeriodSettings,
  type Extension,
  extensionProblemSentence,
  type MediationPeriod,
  type MediationPeriodFacts,
  mediationPeriod,
  periodSettingsSchema,
  periodState,
  periodStepLabels,
  type Suspension,
  suspensionSchema,
  workingDayPeriod,
  workingDayPeriods,
} from '#shared/domain/period.ts';
import { restCalendars as calendars } from '../support/calendars.ts';

const d = localDate;

function aPeriod(receivedOn: string, changes: Partial<MediationPeriodFacts> = {}): MediationPeriod {
  return mediationPeriod({
    channel: 'A',
    procedureKind: undefined,
    receivedOn: d(receivedOn),
    extensions: [],
    suspensions: [],
    settings: defaultPeriodSettings,
    calendars,
    ...changes,
  });
}

function bothAgreed(days: number, on: string): Extension {
  return { days, applicantsConsentedOn: d(on), respondentsConsentedOn: d(on) };
}

function appraisal(from: string, to?: string): Suspension {
  return suspensionSchema.parse({ ground: 'appraisal', from, to });
}

type Determined = MediationPeriod & { readonly kind: 'determined' };

function determined(period: MediationPeriod): Determined {
  if (period.kind !== 'determined') {
    throw new Error(`The last day is not known: ${period.kind}`);
  }
  return period;
}

describe('the last day of mediation', () => {
  const vectors: readonly [string, Channel, ProcedureKind | undefined, number, string, string][] = [
    ['2026-11-02', 'A', undefined, 30, '2026-12-02', '2026-12-02'],
    ['2026-11-02', 'B', 'ordinary', 15, '2026-11-17', '2026-11-17'],
    ['2026-11-02', 'B', 'summary', 7, '2026-11-09', '2026-11-09'],
    ['2026-11-20', 'A', undefined, 30, '2026-12-20', '2026-12-21'],
    ['2026-09-01', 'A', undefined, 30, '2026-10-01', '2026-10-08'],
    ['2026-01-31', 'A', undefined, 30, '2026-03-02', '2026-03-02'],
    // Beyond the published vectors: the small-claims procedure, the customary month, and weekends that are worked.
    ['2026-11-02', 'B', 'smallClaims', 7, '2026-11-09', '2026-11-09'],
    ['2026-11-20', 'C', undefined, 30, '2026-12-20', '2026-12-21'],
    ['2026-09-10', 'A', undefined, 30, '2026-10-10', '2026-10-10'],
    ['2026-09-11', 'A', undefined, 30, '2026-10-11', '2026-10-12'],
    ['2025-12-27', 'B', 'summary', 7, '2026-01-03', '2026-01-04'],
    ['2024-01-29', 'B', 'ordinary', 15, '2024-02-13', '2024-02-18'],
  ];

  test.each(vectors)(
    'received on %s by channel %s (%s): %i days',
    (on, channel, procedureKind, days, natural, due) => {
      const period = determined(aPeriod(on, { channel, procedureKind }));
      expect(period).toMatchObject({ days, naturalEndsOn: natural, endsOn: due, uncertainYears: [] });
      expect(daysBetween(d(on), period.naturalEndsOn)).toBe(days);
    },
  );

  test('can count the day of receipt and leave the end where it falls, as an office sets it', () => {
    const settings = periodSettingsSchema.parse({ countStartDay: true, rollForward: false });
    const period = determined(aPeriod('2026-11-21', { settings }));
    expect(period).toMatchObject({ naturalEndsOn: '2026-12-20', endsOn: '2026-12-20', uncertainYears: [] });
    expect(period.steps[0]?.source).toContain('本室设置：接收当日计入');
  });

  test('is the office’s own in channel C', () => {
    const settings = periodSettingsSchema.parse({ customaryDays: 20 });
    expect(determined(aPeriod('2026-11-02', { channel: 'C', settings })).endsOn).toBe('2026-11-23');
    expect(determined(aPeriod('2026-11-02', { settings })).endsOn).toBe('2026-12-02');
  });

  test('is not guessed while the procedure is not known, or before the rules', () => {
    expect(aPeriod('2026-11-02', { channel: 'B' })).toEqual({
      kind: 'undetermined',
      reason: 'procedureKindMissing',
    });
    expect(aPeriod('2016-06-30')).toEqual({ kind: 'undetermined', reason: 'noRule' });
  });

  test('over New Year names the year whose calendar is missing', () => {
    const period = determined(aPeriod('2026-12-02'));
    expect(period).toMatchObject({ naturalEndsOn: '2027-01-01', endsOn: '2027-01-04' });
    expect(period.uncertainYears).toEqual([2027]);
  });
});

describe('how the last day was computed', () => {
  test('is told line by line with the articles', () => {
    expect(determined(aPeriod('2026-09-01')).steps).toEqual([
      {
        what: 'receipt',
        from: '2026-09-01',
        to: '2026-09-01',
        days: 0,
        source: '法释〔2016〕14号 第27条第3款；参照民事诉讼法 第85条第2款',
      },
      {
        what: 'mediation',
        from: '2026-09-02',
        to: '2026-10-01',
        days: 30,
        source: '法释〔2016〕14号 第27条',
      },
      {
        what: 'rollForward',
        from: '2026-10-02',
        to: '2026-10-08',
        days: 7,
        restDays: [{ name: '国庆节', from: '2026-10-01', to: '2026-10-07' }],
        source: '参照民事诉讼法 第85条第3款',
      },
    ]);
    expect(periodStepLabels.rollForward).toBe('末日遇休假日，顺延');
  });

  test('cites the platform’s rule for a case accepted online, and custom in channel C', () => {
    expect(determined(aPeriod('2026-11-02', { receivedOnline: true })).steps[0]?.source).toContain(
      '法释〔2021〕23号 第24条第2款',
    );
    const ours = determined(aPeriod('2026-11-20', { channel: 'C' })).steps.map((step) => step.source);
    expect(ours).toEqual([
      '无条文，自接收（受理）之日起算为惯例；参照民法典 第201条第1款',
      '无法定期限；惯例为一个月（原《人民调解工作若干规定》司法部令第75号 第33条）',
      '参照民法典 第203条第1款',
    ]);
  });
});

describe('suspension', () => {
  test('an appraisal of eleven days, first and last included, moves the end by eleven days', () => {
    const period = determined(
      aPeriod('2026-11-02', { suspensions: [appraisal('2026-11-10', '2026-11-20')] }),
    );
    expect(period).toMatchObject({ naturalEndsOn: '2026-12-13', endsOn: '2026-12-14', suspendedDays: 11 });
    expect(period.steps.map(({ what, from, to, days }) => [what, from, to, days])).toEqual([
      ['receipt', '2026-11-02', '2026-11-02', 0],
      ['mediation', '2026-11-03', '2026-11-09', 7],
      ['suspension', '2026-11-10', '2026-11-20', 11],
      ['mediation', '2026-11-21', '2026-12-13', 23],
      ['rollForward', '2026-12-14', '2026-12-14', 1],
    ]);
    expect(period.steps[2]?.source).toBe('法释〔2021〕23号 第26条');
  });

  test('overlapping suspensions count once and are cited together', () => {
    const period = determined(
      aPeriod('2026-11-02', {
        suspensions: [
          appraisal('2026-11-10', '2026-11-20'),
          { ground: 'suspectedSham', from: d('2026-11-18'), to: d('2026-11-24') },
        ],
      }),
    );
    expect(period.suspendedDays).toBe(15);
    expect(period.suspensions.map(({ days }) => days)).toEqual([11, 7]);
    expect(period.steps[2]?.source).toBe('法释〔2021〕23号 第26条；法释〔2016〕14号 第18条');
  });

  test('a ground that no article knows stops nothing unless the office says so', () => {
    const suspensions: Suspension[] = [{ ground: 'other', from: d('2026-11-10'), to: d('2026-11-12') }];
    const period = determined(aPeriod('2026-11-02', { suspensions }));
    expect(period.endsOn).toBe('2026-12-02');
    expect(period.suspensions[0]?.problem).toBe('groundDoesNotStop');
    const settings = periodSettingsSchema.parse({ stoppingGrounds: ['appraisal', 'other'] });
    expect(determined(aPeriod('2026-11-02', { suspensions, settings })).naturalEndsOn).toBe('2026-12-05');
  });

  test('one that begins after the end changes nothing and is pointed out', () => {
    const period = determined(
      aPeriod('2026-11-02', { suspensions: [appraisal('2026-12-03', '2026-12-10')] }),
    );
    expect(period.endsOn).toBe('2026-12-02');
    expect(period.suspensions[0]).toMatchObject({ days: 0, problem: 'outsidePeriod' });
  });

  test('one that begins while the end is moved over a weekend leaves the working day after it', () => {
    const period = determined(
      aPeriod('2026-11-20', { suspensions: [appraisal('2026-12-21', '2026-12-24')] }),
    );
    expect(period).toMatchObject({ naturalEndsOn: '2026-12-20', endsOn: '2026-12-25', suspendedDays: 4 });
  });

  test('while it goes on there is no last day, but days left', () => {
    const period = aPeriod('2026-11-02', {
      suspensions: [appraisal('2026-11-10')],
      extensions: [bothAgreed(10, '2026-11-12')],
    });
    expect(period).toMatchObject({ kind: 'standing', since: '2026-11-10', daysLeft: 33, extensionDays: 10 });
    expect(periodState(period, d('2027-03-01'))).toEqual({
      kind: 'standing',
      since: '2026-11-10',
      grounds: ['appraisal'],
      daysLeft: 33,
    });
  });

  test('cannot end before it begins', () => {
    expect(
      suspensionSchema.safeParse({ ground: 'appraisal', from: '2026-11-10', to: '2026-11-09' }).success,
    ).toBe(false);
  });
});

describe('extension', () => {
  test('goes on from the day after the last day as it was moved', () => {
    // Natural end 2026-10-01, last day 2026-10-08: five days more are 9 to 13 October, not 2 to 6.
    const period = determined(aPeriod('2026-09-01', { extensions: [bothAgreed(5, '2026-09-28')] }));
    expect(period).toMatchObject({ naturalEndsOn: '2026-10-13', endsOn: '2026-10-13', extensionDays: 5 });
    expect(period.extensions[0]).toMatchObject({ counted: true, from: '2026-10-09', endsOn: '2026-10-13' });
    expect(period.steps.at(-1)).toMatchObject({ what: 'extension', source: '法释〔2016〕14号 第27条' });
  });

  test('goes on from a last day that a suspension has moved', () => {
    const period = determined(
      aPeriod('2026-11-02', {
        suspensions: [appraisal('2026-11-10', '2026-11-20')],
        extensions: [bothAgreed(10, '2026-12-14')],
      }),
    );
    expect(period).toMatchObject({ naturalEndsOn: '2026-12-24', endsOn: '2026-12-24' });
  });

  test('counts with consent on the last day itself, and not a day later', () => {
    expect(determined(aPeriod('2026-11-02', { extensions: [bothAgreed(10, '2026-12-02')] })).endsOn).toBe(
      '2026-12-14',
    );
    const late = determined(aPeriod('2026-11-02', { extensions: [bothAgreed(10, '2026-12-03')] }));
    expect(late.endsOn).toBe('2026-12-02');
    expect(late.extensions[0]).toMatchObject({
      counted: false,
      problem: { code: 'afterDue', agreedOn: '2026-12-03', dueOn: '2026-12-02' },
    });
  });

  test('needs both sides, and the later of the two consents must be in time', () => {
    const oneSide = { days: 10, applicantsConsentedOn: d('2026-11-20') };
    const late = { ...oneSide, respondentsConsentedOn: d('2026-12-05') };
    const period = determined(aPeriod('2026-11-02', { extensions: [oneSide, late] }));
    expect(period.endsOn).toBe('2026-12-02');
    const problems = period.extensions.map((outcome) =>
      outcome.counted ? '' : extensionProblemSentence(outcome.problem),
    );
    expect(problems).toEqual([
      '没有被申请人一方同意延长的记录，延长须双方同意，未计入。',
      '双方在 2026年12月5日才都同意，期限已在 2026年12月2日届满，未计入。',
    ]);
  });

  test('in channel B adds thirty days in all; what goes beyond is left out whole', () => {
    const extensions = [
      bothAgreed(20, '2026-11-16'),
      bothAgreed(15, '2026-12-01'),
      bothAgreed(10, '2026-12-02'),
    ];
    const period = determined(aPeriod('2026-11-02', { channel: 'B', procedureKind: 'ordinary', extensions }));
    expect(period.extensions.map(({ counted }) => counted)).toEqual([true, false, true]);
    expect(period).toMatchObject({ extensionDays: 30, extensionDaysLeft: 0, endsOn: '2026-12-17' });
    expect(period.extensions[1]).toMatchObject({
      problem: { code: 'overLimit', limitDays: 30, usedDays: 20 },
    });
    const settings = periodSettingsSchema.parse({ extensionDays: { B: 'unlimited' } });
    const unlimited = aPeriod('2026-11-02', {
      channel: 'B',
      procedureKind: 'ordinary',
      extensions,
      settings,
    });
    expect(unlimited).toMatchObject({ extensionDays: 45, extensionDaysLeft: 'unlimited' });
  });

  test('without limit in channels A and C, and in channel B before 2025', () => {
    const extensions = [bothAgreed(90, '2024-11-12')];
    for (const channel of ['A', 'B', 'C'] as const) {
      const period = determined(aPeriod('2024-11-01', { channel, procedureKind: 'ordinary', extensions }));
      expect(period).toMatchObject({ extensionDays: 90, extensionDaysLeft: 'unlimited' });
    }
  });

  test('is taken in the order of agreement, whatever the order of entry', () => {
    const first = bothAgreed(10, '2026-11-30');
    const second = bothAgreed(10, '2026-12-10');
    const entered = determined(aPeriod('2026-11-02', { extensions: [second, first] }));
    expect(entered.endsOn).toBe('2026-12-24');
    expect(entered.extensions.map(({ extension }) => extension)).toEqual([second, first]);
  });
});

describe('where today stands', () => {
  test.each([
    ['2026-11-20', { kind: 'due', inDays: 12 }],
    ['2026-11-27', { kind: 'due', inDays: 5, warning: 5 }],
    ['2026-11-28', { kind: 'due', inDays: 4, warning: 5 }],
    ['2026-11-29', { kind: 'due', inDays: 3, warning: 3 }],
    ['2026-12-01', { kind: 'due', inDays: 1, warning: 1 }],
    ['2026-12-02', { kind: 'dueToday' }],
    ['2026-12-03', { kind: 'overdue', byDays: 1 }],
  ])('%s', (today, state) => {
    expect(periodState(aPeriod('2026-11-02'), d(today))).toEqual(state);
  });

  test('is not said while the procedure is not known', () => {
    expect(periodState(aPeriod('2026-11-02', { channel: 'B' }), d('2026-12-01')).kind).toBe('undetermined');
  });
});

describe('other periods', () => {
  test.each([
    ['chooseMediator', '2026-11-19', '2026-11-23'],
    ['appointMediator', '2026-09-30', '2026-10-10'],
    ['confirmAcceptance', '2026-11-20', '2026-11-25'],
    ['notifyOtherParty', '2026-02-13', '2026-02-25'],
  ] as const)('%s from %s ends on %s', (code, startedOn, endsOn) => {
    expect(workingDayPeriod(code, d(startedOn), calendars)).toMatchObject({
      endsOn,
      source: workingDayPeriods[code].source,
      uncertainYears: [],
    });
  });

  test.each([
    ['confirmationApplication', '2026-11-20', '2026-12-20', '2026-12-21'],
    ['partyObjection', '2026-09-18', '2026-10-03', '2026-10-08'],
    ['interestedPartyObjection', '2026-03-31', '2026-09-30', '2026-09-30'],
    ['courtFiling', '2026-11-20', '2026-11-27', '2026-11-27'],
    ['confirmationReview', '2026-09-01', '2026-10-01', '2026-10-08'],
    ['enforcementApplication', '2024-02-29', '2026-02-28', '2026-02-28'],
  ] as const)('%s from %s ends on %s, moved to %s', (code, startedOn, naturalEndsOn, endsOn) => {
    expect(calendarPeriod(code, d(startedOn), calendars)).toMatchObject({ naturalEndsOn, endsOn });
  });

  test('judicial confirmation is asked for within thirty days of effect, and a missing year is said', () => {
    expect(calendarPeriods.confirmationApplication).toMatchObject({
      length: 30,
      source: '民事诉讼法 第205条',
    });
    expect(calendarPeriod('confirmationApplication', d('2026-12-10'), calendars)).toMatchObject({
      endsOn: '2027-01-11',
      uncertainYears: [2027],
      source: '民事诉讼法 第205条；民事诉讼法 第85条',
    });
  });
});
