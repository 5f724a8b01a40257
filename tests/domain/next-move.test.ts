import { describe, expect, test } from 'vitest';
import { decideMove } from '#shared/domain/case-move.ts';
import type { CaseSoFar } from '#shared/domain/case-so-far.ts';
import { caseStatusCodes } from '#shared/domain/case-status.ts';
import { channelCodes } from '#shared/domain/channel.ts';
import { localDate } from '#shared/domain/local-date.ts';
import { type Circumstances, nextMove } from '#shared/domain/next-move.ts';
import { restCalendars } from '../support/calendars.ts';
import { aCaseSoFar, aMove } from './cases-so-far.ts';

const at: Circumstances = {
  today: localDate('2026-11-20'),
  period: { kind: 'due', inDays: 12 },
  lastDay: localDate('2026-12-02'),
  calendars: restCalendars,
};
const overdue: Circumstances = {
  ...at,
  period: { kind: 'overdue', byDays: 3 },
  lastDay: localDate('2026-11-17'),
};
const inform = aMove('inform', '2026-11-05', { form: 'written' });
const appoint = aMove('appoint', '2026-11-05', {
  mediatorId: 7,
  assistingMediatorIds: [],
  way: 'chosenByParties',
  recusalNote: null,
  formerMediatorId: null,
  formerAssistingMediatorIds: [],
});

function said(soFar: CaseSoFar, circumstances: Circumstances = at) {
  const move = nextMove(soFar, circumstances);
  return move === null ? null : [move.label, move.instead?.label ?? null];
}

const session = (result: string, heldOn = '2026-11-10', nextOn: string | null = null) => ({
  heldOn: localDate(heldOn),
  result,
  nextOn: nextOn === null ? null : localDate(nextOn),
});
const written = { form: 'written', agreedFen: 100, effect: null, terms: [{}] };
const paper = { kind: 'mediationAgreement', state: 'current' as const, differences: [] };

describe('the next sensible action', () => {
  test('of a registered case without a letter is the letter, otherwise the receipt', () => {
    const none = { letterOn: null, letterNumber: null, receivedOn: null };
    const registered = (facts: Partial<CaseSoFar['facts']>) => aCaseSoFar({ status: 'registered', facts });
    expect(said(registered(none))).toEqual(['发出委派函', '签收接收']);
    expect(said(registered({ ...none, channel: 'B' }))).toEqual(['发出委托函', '签收接收']);
    expect(said(registered({ receivedOn: null }))).toEqual(['签收接收', '发出委派函']);
    expect(said(registered({ ...none, channel: 'C' }))).toEqual(['登记受理', null]);
  });

  test('of a dispatched case is the receipt, with the three working days of 法释〔2021〕23号 第12条', () => {
    const dispatch = aMove('dispatch', '2026-11-19', { papers: [] });
    const soFar = aCaseSoFar({ status: 'dispatched', moves: [dispatch], facts: { receivedOn: null } });
    const move = nextMove(soFar, at);
    expect(said(soFar)).toEqual(['签收接收', '退回重新指定']);
    expect(move?.why).toContain('3 个工作日内确认接收（至2026年11月24日，还有 4 天）');
    expect(move).toMatchObject({ urgent: false, source: '法释〔2021〕23号 第12条第1款' });
    const late = nextMove(soFar, { ...at, today: localDate('2026-11-25') });
    expect(late).toMatchObject({ urgent: true, why: expect.stringContaining('已过 1 天') });
  });

  test('of a case of the office itself asks for consent by its own article, without the days of the court’s platform', () => {
    const asked = nextMove(aCaseSoFar({ facts: { channel: 'C' }, consents: [] }), at);
    expect(asked).toMatchObject({ label: '记录是否同意调解', urgent: false, source: '人民调解法 第17条' });
    expect(asked?.why).not.toContain('工作日');
    const delegated = nextMove(aCaseSoFar({ facts: { channel: 'A' }, consents: [] }), at);
    expect(delegated?.why).toContain('3 个工作日');
    expect(delegated?.source).toContain('法释〔2021〕23号 第15条');
  });

  test('of a received case leads through consent, appointment and notice to the session, which is always offered', () => {
    const consent = {
      id: 1,
      partyId: 1,
      agreed: true,
      form: 'written' as const,
      givenOn: localDate('2026-11-03'),
      beforeReferral: false,
    };
    const consents = [consent, { ...consent, id: 2, partyId: 2 }];
    expect(said(aCaseSoFar({ consents: [consent] }))).toEqual(['记录是否同意调解', '记一次调解']);
    expect(said(aCaseSoFar())).toEqual(['确定调解员', '记一次调解']);
    expect(said(aCaseSoFar({ consents }))).toEqual(['确定调解员', '记一次调解']);
    const appointed = aCaseSoFar({ status: 'appointed', consents, moves: [appoint] });
    expect(said(appointed)).toEqual(['权利义务告知', '记一次调解']);
    expect(said({ ...appointed, moves: [appoint, inform] })).toEqual(['记一次调解', null]);
    expect(said(aCaseSoFar({ consents: [{ ...consent, agreed: false }] }))?.[0]).toBe(
      '结案（C21 不同意调解）',
    );
  });

  test('of a case whose respondent cannot be reached is the C23 closing, which the machine only proposes', () => {
    const attempt = { partyId: 2, result: 'notReached' as const };
    const soFar = aCaseSoFar({
      consents: [
        {
          id: 1,
          partyId: 1,
          agreed: true,
          form: 'oral',
          givenOn: localDate('2026-11-03'),
          beforeReferral: false,
        },
      ],
      contacts: ['2026-11-03', '2026-11-04', '2026-11-05'].map((day, id) => ({
        ...attempt,
        id,
        contactedOn: localDate(day),
      })),
    });
    expect(said(soFar)).toEqual(['结案（C23 联系不上）', '再记一次联系']);
  });

  test('of a case in mediation follows the result of the last session', () => {
    const mediating = (sessions: CaseSoFar['sessions']) => aCaseSoFar({ status: 'mediating', sessions });
    expect(said(mediating([]))).toEqual(['记一次调解', null]);
    expect(said(mediating([session('continue')]))).toEqual(['记一次调解', null]);
    expect(said(mediating([session('agreed'), session('continue', '2026-11-09')]))).toEqual([
      '填写协议',
      null,
    ]);
    expect(said(mediating([session('failed')]))).toEqual(['结案', '记一次调解']);
    expect(nextMove(mediating([session('adjourned', '2026-11-10', '2026-11-25')]), at)?.why).toBe(
      '下次调解定在2026年11月25日。',
    );
    const reopened = aCaseSoFar({
      status: 'mediating',
      sessions: [session('agreed')],
      agreement: written,
      moves: [aMove('agree', '2026-11-10', {}), aMove('reopen', '2026-11-11', { reason: '一方未签' })],
    });
    expect(said(reopened)).toEqual(['记一次调解', null]);
  });

  test('of a case near its last day offers the extension, and past it the closing C25', () => {
    const soFar = aCaseSoFar({ status: 'mediating', sessions: [session('continue')] });
    const near: Circumstances = { ...at, period: { kind: 'due', inDays: 3, warning: 3 } };
    expect(said(soFar, near)).toEqual(['记一次调解', '登记延期']);
    for (const status of ['accepted', 'consent', 'appointed', 'mediating', 'suspended'] as const) {
      expect(said(aCaseSoFar({ status }), overdue)).toEqual(['结案（C25 期满未成）', '登记延期']);
    }
    expect(nextMove(soFar, overdue)).toMatchObject({
      urgent: true,
      why: expect.stringContaining('程序不会自动结案'),
    });
    expect(said({ ...soFar, sessions: [session('agreed')] }, overdue)).toEqual(['填写协议', null]);
  });

  test('of a suspended case is to go on, and a sham mediation can be ended', () => {
    const suspend = (ground: 'appraisal' | 'suspectedSham') =>
      aCaseSoFar({
        status: 'suspended',
        moves: [aMove('suspend', '2026-11-10', { ground, reportedTo: null, note: null })],
      });
    expect(said(suspend('appraisal'))).toEqual(['恢复调解', null]);
    expect(said(suspend('suspectedSham'))).toEqual(['恢复调解', '结案（C27 虚假调解）']);
  });

  test('of an agreed case is its paper and then the closing; what is not signed goes on', () => {
    const agreed = aCaseSoFar({ status: 'agreed', agreement: written });
    expect(said(agreed)).toEqual(['出协议书', '没有签成，继续调解']);
    expect(said({ ...agreed, documents: [paper] })?.[0]).toBe('结案');
    expect(said({ ...agreed, documents: [{ ...paper, differences: ['金额'] }] })?.[0]).toBe('出协议书');
    expect(said({ ...agreed, agreement: { ...written, form: 'oral' } })?.[0]).toBe('结案');
  });

  test('of a closed case is what is open after it, most pressing first, and then the archive', () => {
    const closed = aCaseSoFar({ status: 'closed', closing: { code: 'C11', reason: null } });
    expect(said(closed)).toEqual(['归档', null]);
    const open = { why: '截止12月12日', source: '民事诉讼法 第205条', urgent: false } as const;
    const after = [
      { ...open, label: '申请司法确认', place: { section: 'after', field: 'confirmation' } as const },
    ];
    expect(nextMove(closed, { ...at, after })).toMatchObject({
      label: '申请司法确认',
      action: { kind: 'go', place: { section: 'after' } },
    });
    const agreed = {
      ...closed,
      agreement: { ...written, effect: 'judicialConfirmation' },
      documents: [paper],
    };
    expect(said(agreed)?.[0]).toBe('记司法确认');
    expect(said({ ...agreed, confirmation: {} })?.[0]).toBe('记到位款');
    expect(said({ ...agreed, confirmation: {}, payments: [{ amountFen: 100 }] })?.[0]).toBe('归档');
  });

  test('never is a move that the table forbids, whatever the state, channel and period', () => {
    for (const status of caseStatusCodes.filter((one) => one !== 'draft')) {
      // No letter goes out in channel C, so no case of it waits for a receipt.
      for (const channel of channelCodes.filter((one) => one !== 'C' || status !== 'dispatched')) {
        for (const circumstances of [at, overdue]) {
          const move = nextMove(aCaseSoFar({ status, facts: { channel } }), circumstances);
          expect(move === null).toBe(status === 'archived');
          for (const action of [move?.action, move?.instead?.action]) {
            if (action?.kind === 'move') {
              expect(
                decideMove(action.move, status, channel).legal,
                `${action.move} ${status} ${channel}`,
              ).toBe(true);
            }
          }
        }
      }
    }
    expect(nextMove(aCaseSoFar({ removed: {} }), at)?.action).toEqual({ kind: 'restore' });
  });
});
