/**
 * One write turn per process: whoever wants to write waits here, without blocking the loop, until those before are done
 * (design.md §2). SQLite lets one writer in; this queue keeps the others from spinning in front of it.
 */
export type WriteTurn = {
  /**
   * Resolves when it is the caller's turn; call the answer once to pass the turn on. Rejects with the signal's reason
   * when the caller gives up waiting; its place is then passed over.
   */
  take(signal?: AbortSignal): Promise<() => void>;
  /** Resolves when nobody holds or waits for the turn. */
  idle(): Promise<void>;
};

export function createWriteTurn(): WriteTurn {
  let last: Promise<void> = Promise.resolve();

  async function take(signal?: AbortSignal): Promise<() => void> {
    signal?.throwIfAborted();
    const before = last;
    const { promise: passed, resolve: passOn } = Promise.withResolvers<void>();
    last = before.then(() => passed);
    if (signal === undefined) {
      await before;
      return passOn;
    }
    const { promise: givenUp, reject: giveUp } = Promise.withResolvers<never>();
    const leave = () => giveUp(signal.reason);
    signal.addEventListener('abort', leave, { once: true });
    try {
      await Promise.race([before, givenUp]);
      signal.throwIfAborted();
      return passOn;
    } catch (error) {
      passOn();
      throw error;
    } finally {
      signal.removeEventListener('abort', leave);
    }
  }

  async function idle(): Promise<void> {
    for (let seen: Promise<void> | undefined; seen !== last; ) {
      seen = last;
      await seen;
    }
  }

  return { take, idle };
}
