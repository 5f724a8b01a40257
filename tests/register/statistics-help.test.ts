import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { amounts, figures, rates } from '#shared/domain/statistics.ts';

const help = readFileSync(new URL('../../resources/help/70-statistics.md', import.meta.url), 'utf8');

test.each([
  ['figure', figures],
  ['amount', amounts],
  ['rate', rates],
] as const)('the help page words every %s as the table of figures does, and no other', (_kind, table) => {
  const rows = Object.values(table).map(({ label, formula }) => `| ${label} | ${formula} |`);
  for (const row of rows) expect(help).toContain(`${row}\n`);
  const first = help.indexOf(rows[0] ?? '');
  const block = help.slice(first, help.indexOf('\n\n', first));
  expect(block.split('\n')).toEqual(rows);
});
