import { addDays, daysBetween, type LocalDate } from '#shared/domain/local-date.ts';

/** A source of choices that gives the same ones again for the same seed. */
export type Chance = {
  /** A whole number from the first to the last, both included. */
  integer(first: number, last: number): number;
  likely(probability: number): boolean;
  pick<One>(of: readonly One[]): One;
  /** One of them, each as likely as its weight. */
  weighted<One>(of: readonly (readonly [weight: number, one: One])[]): One;
  day(first: LocalDate, last: LocalDate): LocalDate;
};

/** Chance by the generator mulberry32 (Tommy Ettinger, public domain). */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const integer = (first: number, last: number) => first + Math.floor(next() * (last - first + 1));
  function pick<One>(of: readonly One[]): One {
    const one = of[integer(0, of.length - 1)];
    if (one === undefined) throw new Error('There is nothing to choose from.');
    return one;
  }
  return {
    integer,
    likely: (probability) => next() < probability,
    pick,
    weighted(of) {
      let left = next() * of.reduce((sum, [weight]) => sum + weight, 0);
      for (const [weight, one] of of) {
        left -= weight;
        if (left < 0) return one;
      }
      return pick(of)[1];
    },
    day: (first, last) => (last <= first ? last : addDays(first, integer(0, daysBetween(first, last)))),
  };
}

/** Whether something that chance brings about came within so many tries; it is tried no longer than until it came. */
export async function cameWithin(tries: number, look: () => Promise<boolean>): Promise<boolean> {
  for (let left = tries; left > 0; left -= 1) {
    if (await look()) return true;
  }
  return false;
}
