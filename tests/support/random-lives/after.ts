import type { Doing } from './life.ts';

/** What follows the closing. */
export const afterALife: readonly Doing[] = [];
