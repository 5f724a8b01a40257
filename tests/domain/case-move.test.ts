import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  decideClosing,
  decideMove,
  type MoveCode,
  moveCodes,
  moveLabel,
  moves,
  possibleMoves,
} from '#shared/domain/case-move.ts';
import { type CaseStatus, caseStatusCodes, caseStatuses } from '#shared/domain/case-status.ts';
import { type Channel, channelCodes } from '#shared/domain/channel.ts';
import { closingCodes, closings } from '#shared/domain/closing.ts';

const statuses = caseStatusCodes.filter((status) => status !== 'draft');

/** Where every move may start (domain.md §2.1, §2.2), written down a second time on purpose. */
const expected: Readonly<Record<MoveCode, readonly CaseStatus[]>> = {
  dispatch: ['registered'],
  decline: ['dispatched'],
  accept: ['registered', 'dispatched'],
  seekConsent: ['accepted'],
  appoint: ['accepted', 'consent'],
  replace: ['appointed', 'mediating', 'suspended'],
  inform: ['accepted', 'consent', 'appointed', 'mediating', 'suspended', 'agreed'],
  mediate: ['accepted', 'consent', 'appointed'],
  suspend: ['mediating'],
  resume: ['suspended'],
  extend: ['accepted', 'consent', 'appointed', 'mediating', 'suspended', 'agreed'],
  agree: ['accepted', 'consent', 'appointed', 'mediating'],
  reopen: ['agreed'],
  close: ['registered', 'dispatched', 'accepted', 'consent', 'appointed', 'mediating', 'suspended', 'agreed'],
  archive: ['closed'],
};
const byCourtOnly: readonly MoveCode[] = ['dispatch', 'decline'];

describe('the table of moves', () => {
  for (const code of moveCodes) {
    test(`${moves[code].label} is decided for every state and channel as domain.md §2.2 says`, () => {
      for (const status of statuses) {
        for (const channel of channelCodes) {
          const legal = expected[code].includes(status) && (channel !== 'C' || !byCourtOnly.includes(code));
          const decision = decideMove(code, status, channel);
          expect(decision.legal, `${code} from ${status} in ${channel}`).toBe(legal);
          expect(possibleMoves(status, channel).includes(code)).toBe(legal);
          if (!decision.legal) {
            expect(decision.reason).toMatch(/。$/);
            expect(decision.instead).toMatch(/。$/);
            expect(`${decision.reason}${decision.instead}`).not.toMatch(/undefined|“”|可以、|只有的/);
          }
        }
      }
    });
  }

  test('a refusal names the state, the states from which the step is taken, and what can be done instead', () => {
    expect(decideMove('archive', 'mediating', 'A')).toEqual({
      legal: false,
      reason: '案件现在是“调解中”，只有“已终结”的案件才能“归档”。',
      instead:
        '现在可以“更换调解员”、“权利义务告知”、“中止”、“登记延期”、“达成合意”、“结案”；上一步有误的，先撤回并写明理由。',
    });
    expect(decideMove('dispatch', 'registered', 'C')).toMatchObject({
      reason: '自行受理的案件没有“发出委派/委托函”这一步。',
    });
    expect(decideMove('extend', 'registered', 'C')).toMatchObject({
      reason: expect.not.stringContaining('待接收'),
    });
    expect(decideMove('resume', 'archived', 'B')).toMatchObject({
      instead: expect.stringContaining('撤回归档'),
    });
  });

  test('every move says who makes it, what it records and on which article it rests', () => {
    for (const code of moveCodes) {
      const rule = moves[code];
      expect(rule.by.length).toBeGreaterThan(0);
      expect(rule.records).not.toBe('');
      expect(rule.source).toMatch(/第\d+条/);
      expect(rule.from.length).toBeGreaterThan(0);
    }
  });

  test('a court delegates before filing and entrusts after it', () => {
    expect(moveLabel('dispatch', 'A')).toBe('发出委派函');
    expect(moveLabel('dispatch', 'B')).toBe('发出委托函');
    expect(moveLabel('accept', 'C')).toBe('登记受理');
    expect(moveLabel('archive', 'C')).toBe('归档');
  });

  test('no sequence of moves leaves the table, and taking moves back leads the same way home', () => {
    const step = fc.oneof(fc.constantFrom(...moveCodes), fc.constant('takeBack' as const));
    fc.assert(
      fc.property(
        fc.constantFrom<Channel>(...channelCodes),
        fc.array(step, { maxLength: 60 }),
        (channel, steps) => {
          let status: CaseStatus = 'registered';
          const taken: { from: CaseStatus; to: CaseStatus; code: MoveCode }[] = [];
          for (const wished of steps) {
            if (wished === 'takeBack') {
              status = taken.pop()?.from ?? status;
              continue;
            }
            const decision = decideMove(wished, status, channel);
            if (!decision.legal) continue;
            taken.push({ from: status, to: decision.to, code: wished });
            status = decision.to;
            expect(statuses).toContain(status);
            expect(channel === 'C' && status === 'dispatched').toBe(false);
          }
          const closed = taken.filter(({ code }) => code === 'close').length;
          expect(closed).toBeLessThanOrEqual(1);
          expect(caseStatuses[status].open).toBe(closed === 0);
          for (const move of taken.toReversed()) {
            expect(status).toBe(move.to);
            status = move.from;
          }
          expect(status).toBe('registered');
        },
      ),
      { numRuns: 500 },
    );
  });

  test('every state is reached in every channel that has it, and from every state but the last something can be done', () => {
    for (const channel of channelCodes) {
      const reached = new Set<CaseStatus>(['registered']);
      for (const status of reached) {
        for (const code of possibleMoves(status, channel)) {
          const decision = decideMove(code, status, channel);
          if (decision.legal) reached.add(decision.to);
        }
        expect(possibleMoves(status, channel).length > 0).toBe(status !== 'archived');
      }
      expect([...reached].sort()).toEqual(
        statuses.filter((status) => channel !== 'C' || status !== 'dispatched').sort(),
      );
    }
  });
});

describe('the exits of a channel', () => {
  test('are those of domain.md §2.3 and no others', () => {
    for (const code of closingCodes) {
      for (const channel of channelCodes) {
        const decision = decideClosing(code, channel);
        expect(decision.legal).toBe(closings[code].channels.includes(channel));
        if (!decision.legal) expect(decision.instead).toContain('“C');
      }
    }
  });

  test('a case of the office itself cannot end with a court’s statement', () => {
    expect(decideClosing('C15', 'C')).toEqual({
      legal: false,
      reason: '自行受理的案件不能以“C15 法院据协议出具调解书”终结。',
      instead: expect.stringContaining('“C11 达成书面调解协议”'),
    });
  });
});
