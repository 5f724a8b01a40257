import { existsSync, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { bundledWorker, workerFromBundle } from './support/bundle.ts';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

// Every command is written durably, 5 ms on a disk and nothing in memory: where there is room, the tests' registers lie
// there. What a killed process leaves is the same.
const memory = '/dev/shm';
if (existsSync(memory) && statfsSync(memory).bavail * statfsSync(memory).bsize > 4 * 1024 ** 3) {
  const folder = mkdtempSync(`${memory}/mediation-office-`);
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  process.env.TMPDIR = folder;
}

export default defineConfig({
  plugins: [workerFromBundle()],
  test: {
    root: at('..'),
    testTimeout: 120_000,
    hookTimeout: 180_000,
    // What a page shows is waited for: a busy machine is slow, not wrong.
    expect: { poll: { timeout: 15_000 } },
    // Two cores: one worker for the tests and room for Chromium and the office that it talks to.
    maxWorkers: 2,
    // Threads and processes that the tests start load the program compiled: half of what starting them costs.
    // Whoever watches changes the sources under a bundle.
    env: {
      NODE_COMPILE_CACHE: at('../node_modules/.cache/compiled'),
      ...(process.argv.includes('run') ? await bundledWorker() : {}),
    },
    projects: [
      { extends: true, test: { name: 'pages', include: ['tests/e2e/**/*.test.ts'] } },
      {
        extends: true,
        // The files share what they import: loading it anew for each was two fifths of their time. No test may leave
        // anything behind in a module.
        test: { name: 'office', include: ['tests/**/*.test.ts'], exclude: ['tests/e2e/**'], isolate: false },
      },
    ],
  },
});
