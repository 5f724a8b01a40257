/**
 * One write turn per process: whoever wants to write waits here, without blocking the loop, until those before are done
 * (design.md §2). SQLite lets one writer in; this queue keeps the others from spinning in front of it.
 */
export type WriteTurn = {
  /** Resolves when it is the caller's turn; call the answer once to pass the turn on. */
  take(): Promise<() => void>;
  /** Resolves when nobody holds or waits for the turn. */
  idle(): Promise<void>;
};

export function createWriteTurn(): WriteTurn {
  let last: Promise<void> = Promise.resolve();

  function take(): Promise<() => void> {
    const before = last;
    const { promise, resolve } = Promise.withResolvers<void>();
    last = before.then(() => promise);
    return before.then(() => resolve);
  }

  async function idle(): Promise<void> {
    for (let seen: Promise<void> | undefined; seen !== last; ) {
      seen = last;
      await seen;
    }
  }

  return { take, idle };
}
