import { expect, test } from 'vitest';
import { localDate } from '#shared/domain/local-date.ts';
import { standingWords } from '#shared/domain/report-standing.ts';

test('a paper says from when its numbers are, or who closed them when, by the clock of the office', () => {
  expect(standingWords({ kind: 'open', countedOn: localDate('2024-12-02') })).toBe(
    '数据截至2024年12月2日，未锁定',
  );
  const closed = {
    kind: 'closed',
    by: '测试员',
    sequence: 2,
    contentSha256: `abecdee12777${'0'.repeat(52)}`,
  } as const;
  expect(standingWords({ ...closed, at: '2024-12-02T16:05:30.000Z' })).toBe(
    '2024年12月3日 00:05 测试员锁定（第2次），校验值 abecdee12777',
  );
});
