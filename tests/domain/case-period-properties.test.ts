import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { caseLife } from '#shared/domain/case-life.ts';
import { decideMove, type MoveCode, type TakenMove, takenMoveSchema } from '#shared/domain/case-move.ts';
import { casePeriod } from '#shared/domain/case-period.ts';
import type { CaseStatus } from '#shared/domain/case-status.ts';
import { type Channel, channelCodes, procedureKinds } from '#shared/domain/channel.ts';
import { addDays, type LocalDate, localDate } from '#shared/domain/local-date.ts';
import {
  defaultPeriodSettings,
  type SuspensionGround,
  suspensionGroundCodes,
} from '#shared/domain/period.ts';
import { isRestDay } from '#shared/domain/rest-days.ts';
import { restCalendars } from '../support/calendars.ts';

type Wish = {
  readonly code: MoveCode;
  readonly after: number;
  readonly days: number;
  readonly ground: SuspensionGround;
};

const living: readonly MoveCode[] = [
  'seekConsent',
  'appoint',
  'replace',
  'inform',
  'mediate',
  'suspend',
  'suspend',
  'resume',
  'resume',
  'extend',
  'extend',
  'agree',
  'reopen',
];

const aWish: fc.Arbitrary<Wish> = fc.record({
  code: fc.constantFrom(...living),
  after: fc.integer({ min: 0, max: 9 }),
  days: fc.integer({ min: 1, max: 30 }),
  ground: fc.constantFrom(...suspensionGroundCodes),
});

const mediators = { mediatorId: 2, assistingMediatorIds: [], recusalNote: null };

/** What a move records, as far as a period can depend on it. */
function detailOf({ code, days, ground }: Wish, on: LocalDate): object {
  switch (code) {
    case 'accept':
      return { receivedBy: null, online: false };
    case 'appoint':
      return { ...mediators, way: 'namedByOrganisation' };
    case 'replace':
      return { ...mediators, requestedBy: '申请人', reason: '出差', decidedBy: '测试员' };
    case 'inform':
      return { form: 'oral' };
    case 'suspend':
      return { ground, reportedTo: null, note: null };
    case 'resume':
      return { note: null };
    case 'reopen':
      return { reason: '一方要求再谈' };
    case 'extend': {
      const agreed = { applicantsConsentedOn: on, respondentsConsentedOn: on, consentForm: 'written' };
      return { days, requestedBy: null, voucher: null, ...agreed };
    }
    default:
      return {};
  }
}

type Life = {
  readonly receivedOn: LocalDate;
  readonly channel: Channel;
  readonly moves: readonly TakenMove[];
};

/** Takes those of the wished moves that the table allows, a few days from one to the next. */
function lived(channel: Channel, receivedOn: LocalDate, wishes: readonly Wish[]): Life {
  let status: CaseStatus = 'registered';
  let on = receivedOn;
  const moves: TakenMove[] = [];
  const accept: Wish = { code: 'accept', after: 0, days: 1, ground: 'other' };
  for (const wish of [accept, ...wishes]) {
    const decision = decideMove(wish.code, status, channel);
    if (!decision.legal) continue;
    on = addDays(on, wish.after);
    moves.push(
      takenMoveSchema.parse({
        id: moves.length + 1,
        code: wish.code,
        on,
        detail: detailOf(wish, on),
        from: status,
        to: decision.to,
        recordedAt: '2026-11-20T04:00:00.000Z',
        recordedBy: '测试员',
        takenBack: null,
      }),
    );
    status = decision.to;
  }
  return { receivedOn, channel, moves };
}

const aLife = fc
  .record({
    channel: fc.constantFrom<Channel>(...channelCodes),
    received: fc.integer({ min: 0, max: 500 }),
    wishes: fc.array(aWish, { maxLength: 25 }),
  })
  .map(({ channel, received, wishes }) => lived(channel, addDays(localDate('2025-01-02'), received), wishes));

/** The last day after the first so many moves; null while it stands still. */
function dueAfter({ receivedOn, channel, moves }: Life, count: number): LocalDate | null {
  const facts = { channel, procedureKind: procedureKinds[0], receivedOn };
  const life = caseLife(moves.slice(0, count));
  const period = casePeriod(facts, life, defaultPeriodSettings, restCalendars);
  if (period === undefined || period.kind === 'undetermined') throw new Error('The period is not known.');
  return period.kind === 'determined' ? period.endsOn : null;
}

describe('through the life of a case', () => {
  test('only an extension, or a suspension that has ended, moves the last day, and only ever later', () => {
    let extended = 0;
    let resumed = 0;
    fc.assert(
      fc.property(aLife, (life) => {
        let due = dueAfter(life, 1) ?? '';
        for (const [place, { code }] of life.moves.entries()) {
          const now = dueAfter(life, place + 1);
          // While mediation stands still there is no last day; the one before it is compared with the one after it.
          if (now === null) continue;
          expect(isRestDay(restCalendars, now)).toBe(false);
          if (code === 'extend' && now > due) extended += 1;
          if (code === 'resume' && now > due) resumed += 1;
          if (code === 'extend' || code === 'resume') expect(now >= due, code).toBe(true);
          else expect(now, code).toBe(due);
          due = now;
        }
      }),
      { numRuns: 400 },
    );
    expect(extended).toBeGreaterThan(0);
    expect(resumed).toBeGreaterThan(0);
  });

  test('a move that is taken back leaves the last day as it was before it', () => {
    fc.assert(
      fc.property(aLife, (life) => {
        const takenBack = { at: '2026-11-20T04:00:00.000Z', by: '测试员', reason: '点错了' };
        const [last] = life.moves.slice(-1);
        if (last === undefined || life.moves.length < 2) return;
        const corrected = { ...life, moves: [...life.moves.slice(0, -1), { ...last, takenBack }] };
        expect(dueAfter(corrected, corrected.moves.length)).toBe(dueAfter(life, life.moves.length - 1));
      }),
      { numRuns: 300 },
    );
  });
});
