import { execFileSync } from 'node:child_process';
import { readBenchArguments, usage } from './arguments.ts';
import { missedAims, printTable, type Row } from './measure.ts';

/** Measures a size in a process of its own, so that what one size left in memory is not another's. */
function inOwnProcess(size: number, commitsOnly: boolean): readonly Row[] {
  process.stderr.write(`${size} cases …\n`);
  const words = [String(size), '--rows', ...(commitsOnly ? ['--commits'] : [])];
  const json = execFileSync(process.execPath, [...process.execArgv, import.meta.filename, ...words], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return JSON.parse(json) as readonly Row[];
}

async function bench(): Promise<number> {
  const asked = readBenchArguments(process.argv.slice(2));
  if ('exit' in asked) {
    (asked.exit === 0 ? process.stdout : process.stderr).write(usage);
    return asked.exit;
  }
  const { sizes, commitsOnly, strict, rows } = asked;
  if (rows) {
    // Only now: the usage and the process that only collects need no office.
    const { measureSize } = await import('./one-size.ts');
    const measured = await Promise.all(sizes.slice(0, 1).map((size) => measureSize(size, commitsOnly)));
    process.stdout.write(JSON.stringify(measured.flat()));
    return 0;
  }
  const results = sizes.map((size) => inOwnProcess(size, commitsOnly));
  const names = sizes.map((size) => `${size.toLocaleString('en')} cases`);
  printTable(names, results);
  const missed = results.flatMap((each, place) => missedAims(each).map((one) => `${names[place]}: ${one}`));
  // Only now: the papers are no matter of the register, and --commits asks for less.
  const slower = commitsOnly ? [] : (await import('./paper-table.ts')).benchPapers();
  for (const sentence of missed) process.stderr.write(`Missed at ${sentence}\n`);
  for (const sentence of slower) process.stderr.write(`Missed by ${sentence}\n`);
  return strict && missed.length + slower.length > 0 ? 1 : 0;
}

process.exitCode = await bench();
