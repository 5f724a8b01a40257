import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { amounts, figures, rates, ratios } from '#shared/domain/statistics.ts';

const help = readFileSync(new URL('../../resources/help/70-statistics.md', import.meta.url), 'utf8');

type Entry = { readonly label: string; readonly formula: string };

function those(table: Readonly<Record<string, Entry>>, holds: (name: string) => boolean): readonly Entry[] {
  return Object.entries(table).flatMap(([name, entry]) => (holds(name) ? [entry] : []));
}

const ofOneEnding = (name: string) => /^endedC\d\d$/.test(name);

test.each([
  ['figure', those(figures, (name) => !ofOneEnding(name))],
  ['figure of one way of ending', those(figures, ofOneEnding)],
  ['sum', those(amounts, () => true)],
  ['success rate', those(rates, () => true)],
  ['other rate', those(ratios, (name) => !(name in rates))],
] as const)('the help page words every %s as the table of figures does, and no other', (_kind, entries) => {
  const rows = entries.map(({ label, formula }) => `| ${label} | ${formula} |`);
  for (const row of rows) expect(help).toContain(`${row}\n`);
  const first = help.indexOf(rows[0] ?? '');
  const block = help.slice(first, help.indexOf('\n\n', first));
  expect(block.split('\n')).toEqual(rows);
});
