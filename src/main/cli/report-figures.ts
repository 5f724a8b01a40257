import type { Figures, PeriodFigures, Report, SliceRow } from '#shared/contract/statistics.ts';
import { type Fen, fenSumSchema } from '#shared/domain/money.ts';

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
  readonly files: readonly string[];
} & Pick<
  Figures,
  | 'opening'
  | 'received'
  | 'closed'
  | 'returned'
  | 'closing'
  | 'succeeded'
  | 'rates'
  | 'claimFenOfClosed'
  | 'agreedFen'
  | 'paidFen'
  | 'judicialConfirmations'
> &
  Pick<PeriodFigures, 'mediatorsWithCases' | 'undated' | 'beforeReceipt'>;

/**
 * The period that was asked for, without its comparisons. Channels and closings go by their code ('' is still open),
 * everything else by the name that people read (a court's short name).
 */
export function reportFigures({ current }: Report, files: readonly string[]): ReportFigures {
  const { total } = current;
  return {
    period: { from: current.period.from, to: current.period.to },
    opening: total.opening,
    received: total.received,
    closed: total.closed,
    returned: total.returned,
    closing: total.closing,
    succeeded: total.succeeded,
    rates: total.rates,
    claimFenOfClosed: total.claimFenOfClosed,
    agreedFen: total.agreedFen,
    paidFen: total.paidFen,
    judicialConfirmations: total.judicialConfirmations,
    mediatorsWithCases: current.mediatorsWithCases,
    undated: current.undated,
    beforeReceipt: current.beforeReceipt,
    byCourt: table(current.byCourt, byLabel),
    byCause: table(current.byCause, byLabel),
    byChannel: table(current.byChannel, byKey),
    byMediator: table(current.byMediator, byLabel),
    bySector: table(current.bySector, byLabel),
    byClosing: table(current.byClosing, byKey),
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
    const { received, closed, succeeded, agreedFen } = row.figures;
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
