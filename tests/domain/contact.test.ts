import { describe, expect, test } from 'vitest';
import {
  contactTally,
  defaultContactRule,
  type StatedContact,
  unreachableParties,
} from '#shared/domain/contact.ts';
import { type LocalDate, localDate } from '#shared/domain/local-date.ts';

const [third, fourth, fifth] = ['2026-11-03', '2026-11-04', '2026-11-05'].map(localDate) as [
  LocalDate,
  LocalDate,
  LocalDate,
];

function tries(...days: readonly (LocalDate | { readonly on: LocalDate })[]): StatedContact[] {
  return days.map((day, index) => ({
    id: index + 1,
    partyId: 1,
    contactedOn: typeof day === 'string' ? day : day.on,
    result: typeof day === 'string' ? 'notReached' : 'undecided',
  }));
}

describe('联系不上', () => {
  test('takes as many tries in vain, on as many days, as the office says', () => {
    expect(contactTally([], 1, defaultContactRule)).toMatchObject({ tries: 0, unreachable: false });
    expect(contactTally(tries(third, fourth), 1, defaultContactRule).unreachable).toBe(false);
    expect(contactTally(tries(third, third, third), 1, defaultContactRule)).toMatchObject({
      inVain: 3,
      days: 1,
      unreachable: false,
    });
    expect(contactTally(tries(third, third, fourth), 1, defaultContactRule)).toEqual({
      tries: 3,
      inVain: 3,
      days: 2,
      firstInVainOn: third,
      lastInVainOn: fourth,
      lastReached: null,
      unreachable: true,
    });
    expect(contactTally(tries(third), 1, { tries: 1, days: 1 }).unreachable).toBe(true);
  });

  test('is counted anew once the party has been reached', () => {
    const reached = contactTally(tries(third, third, fourth, { on: fifth }), 1, defaultContactRule);
    expect(reached).toMatchObject({
      tries: 4,
      inVain: 0,
      days: 0,
      firstInVainOn: null,
      lastReached: { on: fifth, result: 'undecided' },
      unreachable: false,
    });
  });

  test('is said of a party, whatever was tried of others', () => {
    const others = tries(third, third, fourth).map((one) => ({ ...one, partyId: null }));
    expect(contactTally(others, 1, defaultContactRule).tries).toBe(0);
    const found = unreachableParties([{ id: 1 }, { id: 2 }], tries(third, fourth, fifth), defaultContactRule);
    expect(found.map(({ party }) => party.id)).toEqual([1]);
  });

  test('does not depend on the order in which the tries were written down', () => {
    const written = tries(third, { on: fourth }, fifth);
    expect(contactTally(written.toReversed(), 1, defaultContactRule)).toEqual(
      contactTally(written, 1, defaultContactRule),
    );
  });
});
