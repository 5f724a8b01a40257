import { parseArgs } from 'node:util';

export const usage = `Usage: npm run bench -- [sizes …] [--commits] [--strict]
  sizes      numbers of cases; without any: 1000 100000 1000000
  --commits  measure only what saving costs: a bare durable commit and the registering of a case
  --strict   exit with 1 when an aim is missed
  --help     print this

Speed and memory at several sizes of register, each in a process of its own, then papers as Word files beside
docxtemplater (alone: node tests/bench/paper-table.ts). Medians of one run on one machine; compare within a run, never
between machines. For a slower disk see tests/bench/slow-flush.c.
`;

export type Asked = {
  readonly sizes: readonly number[];
  readonly commitsOnly: boolean;
  readonly strict: boolean;
  /** This process measures its one size and prints the rows as JSON. */
  readonly rows: boolean;
};

/** What the words of the command line ask for: a run, or the usage, because it was asked for (0) or is needed (2). */
export function readBenchArguments(words: readonly string[]): Asked | { readonly exit: 0 | 2 } {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        commits: { type: 'boolean', default: false },
        strict: { type: 'boolean', default: false },
        rows: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
    if (values.help) return { exit: 0 };
    const sizes = positionals.map(Number);
    if (sizes.some((size) => !Number.isInteger(size) || size < 1)) return { exit: 2 };
    return {
      sizes: sizes.length > 0 ? sizes : [1_000, 100_000, 1_000_000],
      commitsOnly: values.commits,
      strict: values.strict,
      rows: values.rows,
    };
  } catch {
    return { exit: 2 };
  }
}
