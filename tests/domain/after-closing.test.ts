import { assert, integer, nat, property, array as someOf } from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type AfterFacts,
  type AfterStep,
  afterDates,
  afterFactsOf,
  decideCancelling,
  decideStep,
  defaultAfterClosingSettings,
  type MatterCode,
  matterCodes,
  matterOf,
  matterOpen,
  matterProgress,
  openAfterClosing,
  partiesToSign,
  possibleSteps,
  type StepCode,
  shownMatters,
  statementEffectiveOn,
  type WishedStep,
} from '#shared/domain/after-closing.ts';
import { localDate } from '#shared/domain/local-date.ts';
import { fen } from '#shared/domain/money.ts';
import { performanceOf } from '#shared/domain/performance.ts';
import { restCalendars } from '../support/calendars.ts';

const rules = { settings: defaultAfterClosingSettings, calendars: restCalendars };

/** An agreement of 12 November 2026 in channel A, which both sides want confirmed. */
function aClosedCase(facts: Partial<AfterFacts> = {}): AfterFacts {
  return {
    channel: 'A',
    closing: { code: 'C11', closedOn: localDate('2026-11-12') },
    agreement: {
      signedOn: localDate('2026-11-12'),
      effect: 'judicialConfirmation',
      boundPartyIds: [1, 2],
      lastDueOn: localDate('2027-01-31'),
    },
    parties: [
      { id: 1, role: 'applicant' },
      { id: 2, role: 'respondent' },
      { id: 3, role: 'guarantor' },
    ],
    restriction: undefined,
    confirmationOnRecord: null,
    ...facts,
  };
}

const inChannelB = aClosedCase({
  channel: 'B',
  agreement: {
    signedOn: localDate('2026-11-12'),
    effect: 'conciliationStatement',
    boundPartyIds: [1, 2],
    lastDueOn: null,
  },
});

function aStep(matter: MatterCode, step: StepCode, on: string, more: Partial<WishedStep> = {}): WishedStep {
  return {
    matter,
    step,
    on: localDate(on),
    partyId: null,
    courtId: null,
    number: null,
    papers: [],
    joint: step === 'apply' && matter === 'confirmation',
    remarks: null,
    ...more,
  };
}

/** Takes steps one after the other; throws where one is refused. */
function taken(facts: AfterFacts, ...wishes: WishedStep[]): readonly AfterStep[] {
  const steps: AfterStep[] = [];
  for (const wish of wishes) {
    const decision = decideStep(wish, steps, facts, rules);
    if (!decision.possible) throw new Error(decision.reason);
    steps.push({ ...wish, id: steps.length + 1 });
  }
  return steps;
}

describe('the tables', () => {
  test.each(matterCodes)(
    '%s: every step starts and ends in states of its own, and cites an article',
    (code) => {
      const { states, steps, first } = matterOf(code);
      expect(Object.keys(states)).toContain(first);
      for (const [name, step] of Object.entries(steps)) {
        for (const state of step.from) expect(Object.keys(states), `${name} from ${state}`).toContain(state);
        if (step.to !== 'same') expect(Object.keys(states)).toContain(step.to);
        expect(step.source, name).toMatch(/第\d+条/);
        expect(step.needs.filter((need) => !step.records.includes(need))).toEqual([]);
      }
    },
  );

  test.each(matterCodes)(
    '%s: every state can be reached, and a wrong end can be mended or is an end',
    (code) => {
      const { states, steps, first, onceAll } = matterOf(code);
      const reached = new Set([first]);
      for (let size = 0; size !== reached.size; ) {
        size = reached.size;
        for (const step of Object.values(steps)) {
          if (step.to !== 'same' && step.from.some((state) => reached.has(state))) reached.add(step.to);
        }
        if (onceAll !== undefined) reached.add(onceAll.to);
      }
      expect([...reached].sort()).toEqual(Object.keys(states).sort());
    },
  );

  test('no sequence of steps leaves the table', () => {
    const cases = [
      aClosedCase(),
      inChannelB,
      aClosedCase({ closing: { code: 'C24', closedOn: localDate('2026-11-12') } }),
    ];
    assert(
      property(
        nat(2),
        integer({ min: 0, max: 4 }),
        someOf(nat(50), { maxLength: 20 }),
        (which, matter, choices) => {
          const facts = cases[which] ?? aClosedCase();
          const code = matterCodes[matter] ?? 'confirmation';
          let steps: readonly AfterStep[] = [];
          for (const choice of choices) {
            const open = possibleSteps(code, steps, facts);
            const step = open[choice % Math.max(1, open.length)];
            if (step === undefined) break;
            const wish = aStep(code, step, '2026-11-20', {
              partyId: 1 + (choice % 3),
              remarks: '经过',
              joint: true,
            });
            const decision = decideStep(wish, steps, facts, rules);
            if (!decision.possible) continue;
            steps = [...steps, { ...wish, id: steps.length + 1 }];
            const { state } = matterProgress(code, steps, facts);
            expect(Object.keys(matterOf(code).states)).toContain(state);
            const last = steps.at(-1);
            if (last !== undefined) expect(decideCancelling(last, steps, facts).possible).toBe(true);
          }
        },
      ),
    );
  });
});

describe('司法确认', () => {
  test('both sides apply, the court sends it back, it is mended and confirmed', () => {
    const facts = aClosedCase();
    const steps = taken(
      facts,
      aStep('confirmation', 'apply', '2026-11-16'),
      aStep('confirmation', 'sendBack', '2026-11-18'),
      aStep('confirmation', 'mend', '2026-11-19'),
      aStep('confirmation', 'accept', '2026-11-20'),
      aStep('confirmation', 'confirm', '2026-11-27'),
    );
    expect(matterProgress('confirmation', steps, facts).facts).toMatchObject({
      label: '裁定有效',
      standing: 'done',
    });
  });

  test('one side alone cannot apply (民事诉讼法 第205条)', () => {
    const alone = aStep('confirmation', 'apply', '2026-11-16', { joint: false });
    expect(decideStep(alone, [], aClosedCase(), rules)).toMatchObject({
      possible: false,
      refusal: 'stepNotPossible',
      reason: expect.stringContaining('双方共同'),
    });
  });

  test('the 30 days run from the effect and roll over the days off: 2026-11-20 to 2026-12-21', () => {
    const facts = aClosedCase({
      agreement: { signedOn: localDate('2026-11-20'), effect: null, boundPartyIds: [], lastDueOn: null },
    });
    const [date] = afterDates('confirmation', [], facts, restCalendars);
    expect(date).toMatchObject({
      code: 'confirmationApplication',
      due: { naturalEndsOn: '2026-12-20', endsOn: '2026-12-21', source: expect.stringContaining('第205条') },
    });
    expect(decideStep(aStep('confirmation', 'apply', '2026-12-21'), [], facts, rules).possible).toBe(true);
    expect(decideStep(aStep('confirmation', 'apply', '2026-12-22'), [], facts, rules)).toMatchObject({
      possible: false,
      reason: expect.stringContaining('最后一日是2026年12月21日'),
      instead: expect.stringContaining('支付令'),
    });
  });

  test('nobody is turned away by a last day that a missing calendar could move', () => {
    const facts = aClosedCase({
      agreement: { signedOn: localDate('2027-01-10'), effect: null, boundPartyIds: [], lastDueOn: null },
    });
    expect(decideStep(aStep('confirmation', 'apply', '2027-02-15'), [], facts, rules).possible).toBe(true);
  });

  test.each(['refuse', 'withdraw'] as const)(
    'after “%s” it can be asked again while the days last',
    (end) => {
      const facts = aClosedCase();
      const steps = taken(
        facts,
        aStep('confirmation', 'apply', '2026-11-16'),
        aStep('confirmation', end, '2026-11-20'),
      );
      expect(afterDates('confirmation', steps, facts, restCalendars)).toMatchObject([
        { due: { endsOn: '2026-12-14' } },
      ]);
      expect(decideStep(aStep('confirmation', 'apply', '2026-12-14'), steps, facts, rules).possible).toBe(
        true,
      );
      expect(decideStep(aStep('confirmation', 'apply', '2026-12-15'), steps, facts, rules)).toMatchObject({
        possible: false,
        reason: expect.stringContaining('再次申请'),
      });
    },
  );

  test('a ruling before the court has accepted is refused with what can be done instead', () => {
    const facts = aClosedCase();
    const steps = taken(facts, aStep('confirmation', 'apply', '2026-11-16'));
    expect(decideStep(aStep('confirmation', 'confirm', '2026-11-18'), steps, facts, rules)).toMatchObject({
      possible: false,
      reason: '“司法确认”现在是“已申请”，不能登记“裁定有效”。',
      instead: expect.stringContaining('“法院受理”'),
    });
  });

  test('each party has 15 days from when it received the ruling (民诉解释 第372条)', () => {
    const facts = aClosedCase();
    const steps = taken(
      facts,
      aStep('confirmation', 'apply', '2026-11-16'),
      aStep('confirmation', 'accept', '2026-11-17'),
      aStep('confirmation', 'confirm', '2026-11-20'),
      aStep('confirmation', 'serve', '2026-11-20', { partyId: 1 }),
      aStep('confirmation', 'serve', '2026-11-25', { partyId: 2 }),
    );
    expect(
      afterDates('confirmation', steps, facts, restCalendars).map(({ partyId, due }) => [
        partyId,
        due.endsOn,
      ]),
    ).toEqual([
      [1, '2026-12-07'],
      [2, '2026-12-10'],
    ]);
    const again = aStep('confirmation', 'serve', '2026-11-26', { partyId: 2 });
    expect(decideStep(again, steps, facts, rules).possible).toBe(false);
  });

  test('once accepted the court has 30 days, and no day of the parties runs', () => {
    const facts = aClosedCase();
    const steps = taken(
      facts,
      aStep('confirmation', 'apply', '2026-11-16'),
      aStep('confirmation', 'accept', '2026-11-17'),
    );
    expect(afterDates('confirmation', steps, facts, restCalendars)).toMatchObject([
      { code: 'confirmationReview', due: { endsOn: '2026-12-17' } },
    ]);
  });

  test('in channel B it is forbidden, unless the office allows it, and then with a reason', () => {
    const apply = aStep('confirmation', 'apply', '2026-11-16');
    expect(decideStep(apply, [], inChannelB, rules)).toMatchObject({
      possible: false,
      refusal: 'confirmationForbidden',
      reason: expect.stringContaining('第20条'),
    });
    const allowed = { ...rules, settings: { confirmationInChannelB: true } };
    expect(decideStep(apply, [], inChannelB, allowed)).toMatchObject({
      possible: false,
      refusal: 'stepNotPossible',
      reason: expect.stringContaining('要写明'),
    });
    const reasoned = { ...apply, remarks: '当事人已撤回起诉，按先行调解申请' };
    expect(decideStep(reasoned, [], inChannelB, allowed).possible).toBe(true);
  });

  test('matters of status cannot be confirmed at all, rights to a thing only with a reason (民诉解释 第355条)', () => {
    const restriction = (kind: 'identity' | 'propertyRight') =>
      aClosedCase({
        restriction: { kind, partsMediable: true, sentence: '须由法院处理。', source: '民诉解释 第355条' },
      });
    const apply = aStep('confirmation', 'apply', '2026-11-16');
    expect(decideStep(apply, [], restriction('identity'), rules)).toMatchObject({
      refusal: 'confirmationForbidden',
    });
    expect(decideStep(apply, [], restriction('propertyRight'), rules)).toMatchObject({
      refusal: 'stepNotPossible',
      reason: expect.stringContaining('要写明'),
    });
    const reasoned = { ...apply, remarks: '协议只有给付内容' };
    expect(decideStep(reasoned, [], restriction('propertyRight'), rules).possible).toBe(true);
  });

  test('a ruling that came with an import stands without steps, and can still be received', () => {
    const facts = aClosedCase({ confirmationOnRecord: { confirmedOn: localDate('2026-11-20') } });
    expect(matterProgress('confirmation', [], facts).state).toBe('confirmed');
    expect(possibleSteps('confirmation', [], facts)).toEqual(['serve']);
  });
});

describe('民事调解书', () => {
  test('it has effect on the day of the last signature, whoever that is (民诉解释 第149条)', () => {
    const begun = taken(
      inChannelB,
      aStep('statement', 'submit', '2026-11-12'),
      aStep('statement', 'review', '2026-11-13'),
      aStep('statement', 'issue', '2026-11-16'),
      aStep('statement', 'serve', '2026-11-20', { partyId: 2 }),
    );
    expect(matterProgress('statement', begun, inChannelB)).toMatchObject({
      state: 'issued',
      outstanding: [1],
    });
    expect(statementEffectiveOn(begun, inChannelB)).toBeNull();
    const last: AfterStep = { ...aStep('statement', 'serve', '2026-11-18', { partyId: 1 }), id: 9 };
    expect(matterProgress('statement', [...begun, last], inChannelB).state).toBe('served');
    expect(statementEffectiveOn([...begun, last], inChannelB)).toBe('2026-11-20');
  });

  test('a guarantor who does not sign keeps it from nobody; a third person who owes has to sign', () => {
    expect(partiesToSign(inChannelB)).toEqual([1, 2]);
    const third = [...inChannelB.parties, { id: 4, role: 'thirdParty' } as const];
    expect(partiesToSign({ ...inChannelB, parties: third })).toEqual([1, 2]);
    const bound = { signedOn: null, effect: null, boundPartyIds: [4], lastDueOn: null };
    expect(partiesToSign({ ...inChannelB, parties: third, agreement: bound })).toEqual([1, 2, 4]);
  });

  test('who goes back on it before it is served sends the case to trial (民事诉讼法 第102条)', () => {
    expect(matterOpen('transfer', inChannelB, [], rules.settings).open).toBe('no');
    const steps = taken(
      inChannelB,
      aStep('statement', 'submit', '2026-11-12'),
      aStep('statement', 'issue', '2026-11-16'),
      aStep('statement', 'renege', '2026-11-18'),
    );
    expect(matterOpen('transfer', inChannelB, steps, rules.settings).open).toBe('usual');
  });

  test('a refusal to issue says why', () => {
    const steps = taken(inChannelB, aStep('statement', 'submit', '2026-11-12'));
    expect(decideStep(aStep('statement', 'refuse', '2026-11-13'), steps, inChannelB, rules)).toMatchObject({
      possible: false,
      reason: expect.stringContaining('原因'),
    });
  });
});

describe('which matters a page shows', () => {
  const failed = (channel: 'A' | 'B' | 'C') =>
    aClosedCase({ channel, closing: { code: 'C23', closedOn: localDate('2026-11-12') }, agreement: null });

  test.each([
    ['an agreement in channel A: confirmation', aClosedCase(), ['confirmation']],
    ['an agreement in channel C: confirmation', aClosedCase({ channel: 'C' }), ['confirmation']],
    ['an agreement in channel B: the statement', inChannelB, ['statement']],
    [
      'a withdrawal in channel B',
      { ...inChannelB, closing: { code: 'C14', closedOn: localDate('2026-11-12') } },
      ['withdrawal'],
    ],
    ['a failure in channel A: the transfer', failed('A'), ['transfer']],
    ['a failure in channel B: the transfer', failed('B'), ['transfer']],
    ['a failure in channel C: the transfer', failed('C'), ['transfer']],
    [
      'performed at once: nothing',
      aClosedCase({ closing: { code: 'C13', closedOn: localDate('2026-11-12') } }),
      [],
    ],
    ['an open case: nothing', aClosedCase({ closing: null }), []],
  ] as const)('%s', (_name, facts, shown) => {
    expect(shownMatters(facts as AfterFacts, [], rules.settings)).toEqual(shown);
  });

  test('channel B goes on to trial and A to filing, each with its own word', () => {
    const sent = (facts: AfterFacts) => taken(facts, aStep('transfer', 'send', '2026-11-13'));
    expect(possibleSteps('transfer', sent(failed('A')), failed('A'))).toEqual(['file', 'decline']);
    expect(possibleSteps('transfer', sent(failed('B')), failed('B'))).toEqual(['resumeTrial']);
    expect(possibleSteps('transfer', [], failed('C'))).toEqual(['send', 'advise']);
  });

  test('an agreement alone cannot be enforced; a confirmed one within two years of its last instalment', () => {
    const facts = aClosedCase();
    expect(matterOpen('enforcement', facts, [], rules.settings)).toMatchObject({
      open: 'no',
      reason: expect.stringContaining('本身不能申请执行'),
    });
    const steps = taken(
      facts,
      aStep('confirmation', 'apply', '2026-11-16'),
      aStep('confirmation', 'accept', '2026-11-17'),
      aStep('confirmation', 'confirm', '2026-11-20'),
    );
    expect(matterOpen('enforcement', facts, steps, rules.settings).open).toBe('possible');
    expect(afterDates('enforcement', steps, facts, restCalendars)).toMatchObject([
      { due: { startedOn: '2027-01-31', naturalEndsOn: '2029-01-31' } },
    ]);
  });
});

describe('cancelling', () => {
  test('only the last step of a matter goes; each party’s own step goes alone', () => {
    const steps = taken(
      inChannelB,
      aStep('statement', 'submit', '2026-11-12'),
      aStep('statement', 'issue', '2026-11-16'),
      aStep('statement', 'serve', '2026-11-18', { partyId: 1 }),
      aStep('statement', 'serve', '2026-11-20', { partyId: 2 }),
    );
    const [submit, , first] = steps;
    if (submit === undefined || first === undefined) throw new Error('There are four steps.');
    expect(decideCancelling(submit, steps, inChannelB)).toMatchObject({
      possible: false,
      instead: expect.stringContaining('最后一步'),
    });
    expect(decideCancelling(first, steps, inChannelB)).toEqual({ possible: true, to: 'issued' });
  });
});

test('an imported agreement without terms binds nobody in particular and has no last day', () => {
  const facts = afterFactsOf(
    {
      facts: { channel: 'A' },
      closing: { code: 'C11', closedOn: localDate('2026-11-12') },
      agreement: { agreedFen: null, signedOn: null, effect: null, terms: [] },
      parties: [],
      confirmation: null,
    },
    undefined,
  );
  expect(facts.agreement).toEqual({ signedOn: null, effect: null, boundPartyIds: [], lastDueOn: null });
  expect(afterDates('confirmation', [], facts, restCalendars)).toMatchObject([
    { due: { startedOn: '2026-11-12' } },
  ]);
});

describe('what is open after a closing', () => {
  function open(
    facts: AfterFacts,
    today: string,
    more: { paid?: number; steps?: readonly AfterStep[]; next?: string } = {},
  ) {
    const obligation = {
      term: 1,
      instalment: null,
      payers: [2],
      payees: [1],
      purpose: null,
      amountFen: fen(100),
    };
    return openAfterClosing(more.steps ?? [], facts, {
      ...rules,
      today: localDate(today),
      performance: performanceOf(
        [{ ...obligation, dueOn: localDate('2026-12-01') }],
        [{ paidOn: localDate('2026-11-20'), amountFen: fen(more.paid ?? 0) }],
        localDate(today),
      ),
      visits:
        more.next === undefined ? [] : [{ visitedOn: localDate('2026-11-15'), nextOn: localDate(more.next) }],
    });
  }

  test('the application waits with its days, and presses as they run out', () => {
    expect(open(aClosedCase(), '2026-11-20')).toEqual([
      {
        label: '双方共同申请',
        why: '司法确认：待申请。双方共同申请司法确认，还有 24 天，最后一日 2026年12月14日。',
        source: '民事诉讼法 第205条；民事诉讼法 第85条',
        place: { section: 'outcome', field: 'matter:confirmation' },
        urgent: false,
      },
    ]);
    expect(open(aClosedCase(), '2026-12-12', { paid: 100 })).toMatchObject([
      { label: '双方共同申请', urgent: true },
    ]);
    expect(open(aClosedCase(), '2026-12-15', { paid: 100 }), 'too late to ask for').toEqual([]);
  });

  test('what is late comes first, and a visit on its day', () => {
    const labels = open(aClosedCase(), '2026-12-02', { next: '2026-12-02' }).map(({ label }) => label);
    expect(labels).toEqual(['记到位款', '双方共同申请', '记回访']);
  });

  test('when everything is done nothing is open, and before the closing nothing is', () => {
    const facts = aClosedCase({ confirmationOnRecord: { confirmedOn: localDate('2026-11-20') } });
    expect(open(facts, '2026-12-02', { paid: 100 })).toEqual([]);
    expect(open(aClosedCase({ closing: null }), '2026-12-02')).toEqual([]);
  });
});
