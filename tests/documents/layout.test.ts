import { expect, test } from 'vitest';
import { grid, paper, textWidth } from '#shared/documents/layout.ts';

const millimetres = (twips: number) => (twips / 1440) * 25.4;

test('the page is A4 with a type area of 156 × 225 mm (GB/T 9704-2012 5.2)', () => {
  expect(millimetres(paper.width)).toBeCloseTo(210, 0);
  expect(millimetres(paper.height)).toBeCloseTo(297, 0);
  expect(millimetres(textWidth)).toBeCloseTo(156, 1);
  expect(millimetres(paper.height - paper.top - paper.bottom)).toBeCloseTo(225, 1);
  expect(millimetres(paper.top)).toBeCloseTo(37, 0);
  expect(millimetres(paper.left)).toBeCloseTo(28, 0);
});

test('22 lines of 28 characters fill the type area', () => {
  const height = paper.height - paper.top - paper.bottom;
  expect(grid.lines * grid.linePitch).toBeLessThanOrEqual(height);
  expect((grid.lines + 1) * grid.linePitch).toBeGreaterThan(height);
  const character = 16 * 20 + (grid.characterSpace / 4096) * 20;
  expect(grid.characters * character).toBeLessThanOrEqual(textWidth);
  expect((grid.characters + 1) * character).toBeGreaterThan(textWidth);
});
