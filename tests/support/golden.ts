import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect } from 'vitest';

/**
 * Compares a text with its golden file, which people review as text. `npm run golden` writes it anew; a difference that
 * nobody meant is a mistake, one that somebody meant is committed with its reason.
 */
export function expectGolden(name: string, text: string): void {
  const file = new URL(`../golden/${name}`, import.meta.url).pathname;
  if (process.env.UPDATE_GOLDEN === '1') {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    return;
  }
  const golden = existsSync(file) ? readFileSync(file, 'utf8') : '';
  expect(text, `tests/golden/${name} differs: if the change is meant, run npm run golden and review it`).toBe(
    golden,
  );
}
