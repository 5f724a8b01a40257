import { execFileSync } from 'node:child_process';
import { batchSize, type PaperFigures, paperContenders } from './papers.ts';

const papers = new URL('./papers.ts', import.meta.url).pathname;
const rounds = 3;

/** The fewest of several rounds in turn: whatever else the machine does slows one contender in one round only. */
function figuresOf(contender: string): PaperFigures {
  const json = execFileSync(process.execPath, [...process.execArgv, papers, contender], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return JSON.parse(json) as PaperFigures;
}

/** Measures papers beside docxtemplater, each in a process of its own, and prints them as a table; says what is slower. */
export function benchPapers(): readonly string[] {
  const measured = Array.from({ length: rounds }, () => paperContenders.map(figuresOf)).flat();
  const least = (contender: number, figure: keyof PaperFigures) =>
    Math.min(
      ...measured
        .filter((_, place) => place % paperContenders.length === contender)
        .map((figures) => figures[figure]),
    );
  const rows: readonly (readonly [string, keyof PaperFigures, string])[] = [
    ['one agreement', 'agreement', 'ms'],
    ['the opening set of a case', 'openingSet', 'ms'],
    [`${batchSize.toLocaleString('en')} agreements`, 'batch', 'ms'],
    ['memory at most meanwhile', 'peak', 'MiB'],
  ];
  console.log(
    '\n| papers as Word files | ours | docxtemplater, an equal template | aim |\n|---|---:|---:|---|',
  );
  const slower: string[] = [];
  for (const [what, figure, unit] of rows) {
    const [ours, theirs] = [least(0, figure), least(1, figure)];
    const shown = (value: number) => `${value.toFixed(value < 10 ? 1 : 0)} ${unit}`;
    console.log(`| ${what} | ${shown(ours)} | ${shown(theirs)} | not more |`);
    if (ours > theirs) slower.push(`${what}: ${shown(ours)}, docxtemplater ${shown(theirs)}`);
  }
  return slower;
}

if (process.argv[1] === import.meta.filename) {
  for (const sentence of benchPapers()) process.stderr.write(`Missed by ${sentence}\n`);
}
