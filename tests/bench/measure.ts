/** Times in milliseconds, sizes in MiB; the median of several runs, because one run on a shared machine says little. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

export async function time(runs: number, action: (run: number) => unknown): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const started = performance.now();
    await action(run);
    times.push(performance.now() - started);
  }
  return median(times);
}

export function residentMebibytes(): number {
  globalThis.gc?.();
  return process.memoryUsage().rss / 2 ** 20;
}

/** The longest time for which the loop did not get its turn while an action ran, in milliseconds. */
export async function longestBlock(action: () => Promise<unknown>): Promise<number> {
  let last = performance.now();
  let longest = 0;
  const timer = setInterval(() => {
    const now = performance.now();
    longest = Math.max(longest, now - last - 1);
    last = now;
  }, 1);
  await action();
  clearInterval(timer);
  return longest;
}

export type Row = {
  readonly what: string;
  readonly unit: 'ms' | 'MiB' | '×';
  readonly value: number;
  /** The most that the value may be, and the words for it. */
  readonly aim?: { readonly most: number; readonly words: string };
};

function shown({ value, unit }: Row): string {
  return `${value.toFixed(value < 10 ? 2 : 0)} ${unit}`;
}

/** The rows that are over their aim, as sentences. */
export function missedAims(rows: readonly Row[]): readonly string[] {
  return rows.flatMap(({ what, value, unit, aim }) =>
    aim !== undefined && value > aim.most ? [`${what}: ${value.toFixed(2)} ${unit}, aim ${aim.words}`] : [],
  );
}

/** Prints what was measured as a table that fits into a README. */
export function printTable(sizes: readonly string[], rowsBySize: readonly (readonly Row[])[]): void {
  const names = [...new Set(rowsBySize.flat().map((row) => row.what))];
  console.log(`| | ${sizes.join(' | ')} | aim |`);
  console.log(`|---|${sizes.map(() => '---:').join('|')}|---|`);
  for (const name of names) {
    const cells = rowsBySize.map((rows) => {
      const row = rows.find((one) => one.what === name);
      return row === undefined ? '' : shown(row);
    });
    const aim = rowsBySize.flat().find((row) => row.what === name && row.aim !== undefined)?.aim?.words ?? '';
    console.log(`| ${name} | ${cells.join(' | ')} | ${aim} |`);
  }
}
