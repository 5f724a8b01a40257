import type { Figures, Report, ReportTables, SliceRow } from '#shared/contract/statistics.ts';
import { type Fen, fenSumSchema } from '#shared/domain/money.ts';
import { type RateName, type RatioValue, ratioOf, type SliceDimension } from '#shared/domain/statistics.ts';

type SliceFigures = Pick<Figures, 'received' | 'closed' | 'succeeded' | 'agreedFen'>;
type Table = Readonly<Record<string, SliceFigures>>;

/** The figures of a report as `report --json` prints them. Amounts in fen. */
export type ReportFigures = {
  readonly period: { readonly from: string; readonly to: string };
  readonly byCourt: Table;
  readonly byCause: Table;
  readonly byChannel: Table;
  readonly byMediator: Table;
  readonly bySector: Table;
  readonly byClosing: Table;
  /** The tables of the report as the workbook has them, in words: one line of heads, then the rows. */
  readonly tables: readonly {
    readonly name: string;
    readonly title: string;
    readonly heads: readonly string[];
    readonly rows: readonly (readonly string[])[];
  }[];
  readonly sentence: string;
  readonly files: readonly string[];
} & Pick<
  Figures,
  | 'opening'
  | 'received'
  | 'closed'
  | 'returned'
  | 'closing'
  | 'succeeded'
  | 'claimFenOfClosed'
  | 'agreedFen'
  | 'paidFen'
  | 'undated'
  | 'beforeReceipt'
> & {
    readonly mediatorsWithCases: number;
    readonly judicialConfirmations: number;
    readonly rates: Readonly<Record<RateName, RatioValue>>;
  };

/**
 * The period that was asked for, without its comparisons. Channels and closings go by their code ('' is still open),
 * everything else by the name that people read (a court's short name).
 */
export function reportFigures(
  { current, tables }: Report,
  report: Pick<ReportTables, 'tables' | 'sentence'>,
  files: readonly string[],
): ReportFigures {
  const { figures: total } = current;
  const rows = (of: SliceDimension) => tables.find(({ dimension }) => dimension === of)?.rows ?? [];
  return {
    period: { from: current.period.from, to: current.period.to },
    opening: total.opening,
    received: total.received,
    closed: total.closed,
    returned: total.returned,
    closing: total.closing,
    succeeded: total.succeeded,
    rates: {
      ofClosed: ratioOf(total, 'ofClosed'),
      ofAccepted: ratioOf(total, 'ofAccepted'),
      ofMediated: ratioOf(total, 'ofMediated'),
    },
    claimFenOfClosed: total.claimFenOfClosed,
    agreedFen: total.agreedFen,
    paidFen: total.paidFen,
    judicialConfirmations: total.confirmed,
    mediatorsWithCases: current.mediatorsWithCases,
    undated: total.undated,
    beforeReceipt: total.beforeReceipt,
    byCourt: table(rows('court'), byLabel),
    byCause: table(rows('cause'), byLabel),
    byChannel: table(rows('channel'), byKey),
    byMediator: table(rows('mediator'), byLabel),
    bySector: table(rows('sector'), byLabel),
    byClosing: table(rows('closing'), byKey),
    tables: report.tables.map(({ name, title, columns, rows: lines }) => ({
      name,
      title,
      heads: columns.map(({ group, head }) => (group === null ? head : `${group}：${head}`)),
      rows: lines.map(({ cells }) => cells.map(({ text }) => text)),
    })),
    sentence: report.sentence,
    files,
  };
}

const byKey = (row: SliceRow): string => row.key;
// 未填 has no name: it stays '' as it is for closings.
const byLabel = (row: SliceRow): string => (row.key === '' ? '' : row.label);

/** Two rows of one name (mediators who share it) are added, so that the table still sums to the total. */
function table(rows: readonly SliceRow[], nameOf: (row: SliceRow) => string): Table {
  const figures = new Map<string, SliceFigures>();
  for (const row of rows) {
    const name = nameOf(row);
    const { received, closed, succeeded, agreedFen } = row.current;
    const before = figures.get(name);
    figures.set(
      name,
      before === undefined
        ? { received, closed, succeeded, agreedFen }
        : {
            received: before.received + received,
            closed: before.closed + closed,
            succeeded: before.succeeded + succeeded,
            agreedFen: sumOf(before.agreedFen, agreedFen),
          },
    );
  }
  return Object.fromEntries(figures);
}

/** A sum over many cases may pass the limit of one amount. */
function sumOf(one: Fen, other: Fen): Fen {
  return fenSumSchema.parse(one + other);
}
