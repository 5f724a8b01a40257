import { readFile } from 'node:fs/promises';

/** A ledger of `rows` rows as GB18030 clerks keep it, out of last year's: numbers and days moved, so that no row repeats. */
export async function aLedgerFile(rows: number): Promise<File> {
  const bytes = await readFile(new URL('../golden/ledger/ledger-2024.gb18030.csv', import.meta.url));
  const lines = new TextDecoder('gb18030').decode(bytes).split(/\r?\n/);
  const head = lines.slice(0, 2);
  const numbered = lines.slice(2).filter((line) => /诉前调\d+号/.test(line));
  const body = Array.from({ length: rows }, (_, index) => {
    const line = numbered[index % numbered.length] ?? '';
    const round = Math.floor(index / numbered.length);
    return line.replace(
      /诉前调(\d+)号/,
      (_all, number: string) => `诉前调${Number(number) + 10_000 * (round + 1)}号`,
    );
  });
  return new File([[...head, ...body].join('\n')], `${rows}.csv`);
}
