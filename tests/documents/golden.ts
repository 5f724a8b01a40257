import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';

/** Compares text with its golden file; with UPDATE_GOLDEN=1 the file is written instead, to be reviewed as text. */
export function expectGolden(name: string, text: string): void {
  const path = fileURLToPath(new URL(`../golden/documents/${name}`, import.meta.url));
  if (process.env.UPDATE_GOLDEN === '1') {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    return;
  }
  const golden = existsSync(path) ? readFileSync(path, 'utf8') : '';
  expect(
    text,
    `tests/golden/documents/${name} differs. If the change is meant, run \`npm run golden\` and review the difference as text; a change of words also needs a new templateVersion.`,
  ).toBe(golden);
}
