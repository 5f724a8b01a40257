import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { closingCodes } from '#shared/domain/closing.ts';
import { addDays, localDate, month } from '#shared/domain/local-date.ts';
import { monthPeriod, yearPeriod } from '#shared/domain/reporting-period.ts';
import { sliceDimensionNames } from '#shared/domain/statistics.ts';
import { closeRegister, openRegister } from '../../src/main/register/open.ts';
import type { Connection } from '../../src/main/register/query.ts';
import { tallyAll, tallyBy, tallyByShares, tallyOneByOne } from '../../src/main/register/statistics/count.ts';
import { areFlows, tallyRows } from '../../src/main/register/statistics/flows.ts';
import { placesInTable } from '../../src/main/register/statistics/keys.ts';
import { select } from '../../src/main/register/statistics/selection.ts';
import { countedNames } from '../../src/main/register/statistics/standing.ts';
import { aPlainCase, writePlainCases, writePlainWorld } from '../support/plain-register.ts';

let folder: string;
let register: Connection;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mediation-office-test-'));
  register = openRegister(folder);
  register.database.pragma('synchronous = OFF');
  writePlainWorld(register);
  // Several zones of rows, each with a few cases that stay pending.
  const cases = Array.from({ length: 700 }, (_, place) => {
    const receivedOn = addDays(localDate('2023-10-01'), Math.floor(place / 3));
    const code = closingCodes[place % closingCodes.length] ?? 'C11';
    return aPlainCase({
      receivedOn: place % 97 === 5 ? null : receivedOn,
      registeredOn: receivedOn,
      ending:
        place % 23 === 3
          ? null
          : { on: addDays(receivedOn, (place * 7) % 60), code, partly: place % 11 === 0 },
      court: (place % 3) + 1,
      cause: place % 5 === 0 ? null : (place % 4) + 1,
      mediator: (place % 5) + 1,
      claimFen: place % 6 === 0 ? null : place * 1000,
      agreedFen: place * 700,
      payments: [{ fen: place * 500, cancelled: false, on: addDays(receivedOn, place % 40) }],
      marks: place % 4 === 0 ? ['minor'] : [],
    });
  });
  writePlainCases(register, cases);
});
afterAll(() => {
  closeRegister(register);
  rmSync(folder, { recursive: true, force: true });
});

const periods = [monthPeriod(month('2023-12')), monthPeriod(month('2024-04')), yearPeriod(2024)];

test('cases tallied by their shares come to the same as one by one', () => {
  for (const period of periods) {
    const selection = select(register.readable, { period, filter: [], wanted: countedNames });
    for (const dimension of sliceDimensionNames) {
      const { keys, ...entries } = placesInTable(register.readable, selection, dimension);
      const asked = { ...entries, rows: keys.length };
      expect(tallyByShares(selection, asked), dimension).toEqual(tallyOneByOne(selection, asked));
    }
  }
});

test('what comes in and goes out is the same by the short way', () => {
  const filter = [{ dimension: 'court' as const, key: '2' }];
  for (const period of periods) {
    for (const wanted of [
      ['received'],
      ['succeeded', 'closed'],
      ['agreedFen', 'claimFenOfReceived', 'receivedA'],
    ] as const) {
      for (const dimension of ['cause', 'mediator', 'amountBand'] as const) {
        const asked = { period, filter, wanted };
        expect(areFlows(asked, dimension)).toBe(true);
        const selection = select(register.readable, asked);
        const { rows, all } = tallyRows(register.readable, asked, dimension);
        expect(new Map([...rows].sort())).toEqual(
          new Map([...tallyBy(register.readable, selection, dimension)].sort()),
        );
        expect(all).toEqual(tallyAll(selection));
      }
    }
  }
});

test('what is pending, or depends on more than those days, takes no short way', () => {
  const [period = yearPeriod(2024)] = periods;
  for (const name of ['closing', 'accepted', 'confirmed', 'partly', 'paidInPeriodFen', 'undated'] as const) {
    expect(areFlows({ period, filter: [], wanted: [name] }, 'court'), name).toBe(false);
  }
  expect(areFlows({ period, filter: [], wanted: ['closed'] }, 'closing')).toBe(false);
  expect(areFlows({ period, filter: [{ dimension: 'mark', key: '' }], wanted: ['closed'] }, 'court')).toBe(
    false,
  );
});
