import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { closings } from '#shared/domain/closing.ts';
import type { CaseRow, LedgerCaseFacts } from '#shared/domain/ledger/facts.ts';
import { casesOf, othersOf, problemsOf, type ReadFile, readFile } from '../spreadsheets/ledgers.ts';

const sliceSchema = z.record(
  z.string(),
  z.object({ received: z.int(), closed: z.int(), succeeded: z.int(), agreedFen: z.int() }),
);
const cellSchema = z.object({ sheetRow: z.int(), column: z.string(), value: z.string() });
const expectedSchema = z.object({
  received: z.int(),
  closed: z.int(),
  succeeded: z.int(),
  pending: z.int(),
  mediatorsWithCases: z.int(),
  claimFen: z.int(),
  agreedFen: z.int(),
  paidFen: z.int(),
  judicialConfirmations: z.int(),
  monthly: z.array(
    z.object({
      month: z.string(),
      opening: z.int(),
      received: z.int(),
      closed: z.int(),
      closing: z.int(),
      succeeded: z.int(),
      claimFenOfClosed: z.int(),
      agreedFen: z.int(),
      paidFen: z.int(),
    }),
  ),
  byCause: sliceSchema,
  byCourt: sliceSchema,
  byChannel: sliceSchema,
  byClosing: sliceSchema,
  refusedRows: z.array(cellSchema),
  warnedRows: z.array(cellSchema),
});

const expected = expectedSchema.parse(
  JSON.parse(readFileSync(new URL('../golden/ledger/ledger-2024.expected.json', import.meta.url), 'utf8')),
);

function succeeded({ closing }: LedgerCaseFacts): boolean {
  return closing !== undefined && closings[closing.code].outcome === 'success';
}

function claimFen({ claim }: LedgerCaseFacts): number {
  return claim.kind === 'amount' ? claim.fen : 0;
}

function sum(facts: readonly LedgerCaseFacts[], fenOf: (facts: LedgerCaseFacts) => number): number {
  return facts.reduce((total, each) => total + fenOf(each), 0);
}

function sliceBy(
  facts: readonly LedgerCaseFacts[],
  keyOf: (facts: LedgerCaseFacts) => string,
): z.infer<typeof sliceSchema> {
  return Object.fromEntries(
    Array.from(Map.groupBy(facts, keyOf), ([key, group]) => [
      key,
      {
        received: group.length,
        closed: group.filter((each) => each.closing !== undefined).length,
        succeeded: group.filter(succeeded).length,
        agreedFen: sum(group.filter(succeeded), (each) => each.agreedFen ?? 0),
      },
    ]),
  );
}

function shownAs(cells: readonly CaseRow['warned'][number][]): readonly z.infer<typeof cellSchema>[] {
  return cells.map(({ row, column, value }) => ({ sheetRow: row, column, value }));
}

function plain(cells: readonly z.infer<typeof cellSchema>[]): readonly z.infer<typeof cellSchema>[] {
  return cells.map(({ sheetRow, column, value }) => ({ sheetRow, column, value }));
}

let xlsx: ReadFile;
let csv: ReadFile;

beforeAll(async () => {
  xlsx = await readFile('resources/demo/ledger-2024.xlsx');
  csv = await readFile('tests/golden/ledger/ledger-2024.gb18030.csv');
});

describe('the ledger of 2024', () => {
  test('reads to the same facts from the xlsx and from the GB18030 csv', () => {
    expect(casesOf(csv.rows).map(({ row, facts }) => ({ row, facts }))).toEqual(
      casesOf(xlsx.rows).map(({ row, facts }) => ({ row, facts })),
    );
  });

  test('has every column recognised without a doubt, and a sheet of notes that is not read', () => {
    expect(
      xlsx.mapping.sheets.map(({ name, headRows, firstDataRow, rowCount }) => ({
        name,
        headRows,
        firstDataRow,
        rowCount,
      })),
    ).toEqual([{ name: '2024台账', headRows: [2, 2], firstDataRow: 3, rowCount: 872 }]);
    expect(xlsx.mapping.sheets[0]?.columns.filter((column) => !column.certain)).toEqual([]);
    expect(xlsx.mapping.unread).toEqual([
      { name: '填表说明', reason: '没有找到台账表头（收案日期、案由、申请人等）' },
    ]);
  });

  test.each(['xlsx', 'csv'] as const)(
    'gives 865 cases, the six refused rows and the three warned cells (%s)',
    (kind) => {
      const { rows } = kind === 'xlsx' ? xlsx : csv;
      expect(casesOf(rows)).toHaveLength(865);
      expect(shownAs(problemsOf(rows))).toEqual(plain(expected.refusedRows));
      expect(shownAs(casesOf(rows).flatMap((row) => row.warned))).toEqual(plain(expected.warnedRows));
      expect(othersOf(rows).map(({ row, why }) => ({ row, why }))).toEqual([{ row: 874, why: 'total' }]);
      expect(casesOf(rows).flatMap((row) => row.doubts)).toEqual([]);
    },
  );

  test('adds up to every month of the expected figures', () => {
    const facts = casesOf(xlsx.rows).map((row) => row.facts);
    const months = expected.monthly.map(({ month }) => {
      const received = facts.filter((each) => each.receivedOn.slice(0, 7) === month);
      const closed = facts.filter((each) => each.closing?.closedOn.slice(0, 7) === month);
      const pendingAt = (last: string): number =>
        facts.filter(
          (each) =>
            each.receivedOn.slice(0, 7) <= last &&
            !(each.closing && each.closing.closedOn.slice(0, 7) <= last),
        ).length;
      const before = expected.monthly.filter((each) => each.month < month).at(-1)?.month ?? '2023-12';
      return {
        month,
        opening: pendingAt(before),
        received: received.length,
        closed: closed.length,
        closing: pendingAt(month),
        succeeded: closed.filter(succeeded).length,
        claimFenOfClosed: sum(closed, claimFen),
        agreedFen: sum(closed.filter(succeeded), (each) => each.agreedFen ?? 0),
        paidFen: sum(closed.filter(succeeded), (each) => each.paid?.fen ?? 0),
      };
    });
    expect(months).toEqual(expected.monthly);
  });

  test('adds up to the expected year, causes, courts, channels and closings', () => {
    const facts = casesOf(xlsx.rows).map((row) => row.facts);
    expect({
      received: facts.length,
      closed: facts.filter((each) => each.closing !== undefined).length,
      succeeded: facts.filter(succeeded).length,
      pending: facts.filter((each) => each.closing === undefined).length,
      mediatorsWithCases: new Set(facts.flatMap((each) => each.mediatorNames)).size,
      claimFen: sum(facts, claimFen),
      agreedFen: sum(facts, (each) => each.agreedFen ?? 0),
      paidFen: sum(facts, (each) => each.paid?.fen ?? 0),
      judicialConfirmations: facts.filter((each) => each.confirmedOn !== undefined).length,
    }).toEqual({
      received: expected.received,
      closed: expected.closed,
      succeeded: expected.succeeded,
      pending: expected.pending,
      mediatorsWithCases: expected.mediatorsWithCases,
      claimFen: expected.claimFen,
      agreedFen: expected.agreedFen,
      paidFen: expected.paidFen,
      judicialConfirmations: expected.judicialConfirmations,
    });
    expect(sliceBy(facts, (each) => each.cause.name)).toEqual(expected.byCause);
    expect(
      sliceBy(facts, (each) => (each.court.kind === 'known' ? each.court.shortName : each.court.kind)),
    ).toEqual(expected.byCourt);
    expect(sliceBy(facts, (each) => each.channel)).toEqual(expected.byChannel);
    expect(sliceBy(facts, (each) => each.closing?.code ?? '')).toEqual(expected.byClosing);
  });
});
