import type { Connection } from './register/query.ts';

/**
 * Tells listeners that the register has changed: at once for this process's own commands, and within a second for those
 * of others (SQLite's data_version moves when another connection commits).
 */
export function watchRegister(register: Connection) {
  const listeners = new Set<() => void>();
  let sequence = 0;
  let seen = dataVersion();
  let timer: ReturnType<typeof setInterval> | undefined;

  function dataVersion(): number {
    return register.database.pragma('data_version', { simple: true }) as number;
  }

  function changed(): void {
    sequence += 1;
    for (const wake of [...listeners]) wake();
  }

  function look(): void {
    const version = dataVersion();
    if (version !== seen) {
      seen = version;
      changed();
    }
  }

  async function* changes(signal: AbortSignal | undefined): AsyncGenerator<{ sequence: number }, void, void> {
    let told = sequence;
    let wake = () => {};
    const listener = () => wake();
    listeners.add(listener);
    signal?.addEventListener('abort', listener, { once: true });
    if (timer === undefined) {
      timer = setInterval(look, 1000);
      timer.unref();
    }
    try {
      while (!closed && signal?.aborted !== true) {
        if (told !== sequence) {
          told = sequence;
          yield { sequence };
        } else {
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
        }
      }
    } finally {
      listeners.delete(listener);
      if (listeners.size === 0 && timer !== undefined) {
        clearInterval(timer);
        timer = undefined;
      }
    }
  }

  let closed = false;
  function close(): void {
    closed = true;
    for (const wake of [...listeners]) wake();
    clearInterval(timer);
  }

  return { changed, changes, close };
}
