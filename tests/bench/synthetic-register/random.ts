export type Random = {
  /** From 0 up to but without 1. */
  next(): number;
  below(limit: number): number;
  chance(probability: number): boolean;
  pick<T>(from: readonly T[]): T;
  /** Earlier entries come up far more often, as causes and courts do. */
  pickSkewed<T>(from: readonly T[]): T;
};

/** Mulberry32: small, fast, and the same numbers everywhere. */
export function randomNumbers(seed: number): Random {
  let state = seed >>> 0;
  function next(): number {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }
  function at<T>(from: readonly T[], index: number): T {
    return from[Math.min(index, from.length - 1)] as T;
  }
  return {
    next,
    below: (limit) => Math.floor(next() * limit),
    chance: (probability) => next() < probability,
    pick: (from) => at(from, Math.floor(next() * from.length)),
    pickSkewed: (from) => at(from, Math.floor(next() ** 3 * from.length)),
  };
}
