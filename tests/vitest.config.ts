import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: ['tests/**/*.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 180_000,
    // What a page shows is waited for: a busy machine is slow, not wrong.
    expect: { poll: { timeout: 15_000 } },
    // Two cores: one worker for the tests and room for Chromium and the office that it talks to.
    maxWorkers: 2,
  },
});
