import type { Figures, PeriodFigures } from '#shared/contract/statistics.ts';
import type { PlainCase } from '../support/plain-register.ts';
import { plainWorld } from '../support/plain-register.ts';

type Days = { readonly from: string; readonly to: string };

const successful = ['C11', 'C12', 'C13', 'C14', 'C15', 'C16'];

/** The figures counted case by case, without the register and without its table of figures: the second opinion. */
export function countInLoops(cases: readonly PlainCase[], { from, to }: Days): Omit<Figures, never> {
  let opening = 0;
  let received = 0;
  let closed = 0;
  let returned = 0;
  let closing = 0;
  let succeeded = 0;
  let partly = 0;
  let settledThemselves = 0;
  let mediated = 0;
  let claim = 0;
  let agreed = 0;
  let paid = 0;
  let confirmed = 0;
  for (const each of cases) {
    if (each.removed || each.receivedOn === null) continue;
    const end = each.ending?.on ?? '9999-12-31';
    if (each.receivedOn < from && end >= from) opening += 1;
    if (each.receivedOn >= from && each.receivedOn <= to) received += 1;
    if (each.receivedOn <= to && end > to) closing += 1;
    if (each.confirmedOn !== null && each.confirmedOn >= from && each.confirmedOn <= to) confirmed += 1;
    if (each.ending === null || end < from || end > to) continue;
    const { code } = each.ending;
    if (code === 'C28') {
      returned += 1;
      continue;
    }
    closed += 1;
    claim += each.claimFen ?? 0;
    if (code !== 'C21' && code !== 'C23') mediated += 1;
    if (!successful.includes(code)) continue;
    succeeded += 1;
    if (each.ending.partly) partly += 1;
    if (code === 'C16') settledThemselves += 1;
    agreed += each.agreedFen ?? 0;
    for (const payment of each.payments) if (!payment.cancelled) paid += payment.fen;
  }
  return {
    opening,
    received,
    closed,
    returned,
    closing,
    succeeded,
    partly,
    settledThemselves,
    mediated,
    claimFenOfClosed: claim as Figures['claimFenOfClosed'],
    agreedFen: agreed as Figures['agreedFen'],
    paidFen: paid as Figures['paidFen'],
    judicialConfirmations: confirmed,
    rates: {
      ofClosed: { numerator: succeeded, denominator: closed },
      ofAccepted: { numerator: succeeded, denominator: opening + received },
      ofMediated: { numerator: succeeded, denominator: mediated },
    },
  };
}

function isEmpty(figures: Figures): boolean {
  const { rates: _, ...counts } = figures;
  return Object.values(counts).every((count) => count === 0);
}

/** A table row by row: each key of some case with the loop's figures, where there are any. */
export function tableInLoops<Case extends PlainCase>(
  cases: readonly Case[],
  days: Days,
  keyOf: (each: Case) => string,
): Record<string, Figures> {
  const keys = [...new Set(cases.map(keyOf))];
  return Object.fromEntries(
    keys
      .map(
        (key) =>
          [
            key,
            countInLoops(
              cases.filter((each) => keyOf(each) === key),
              days,
            ),
          ] as const,
      )
      .filter(([, figures]) => !isEmpty(figures)),
  );
}

/** What tells the rows of each table apart. */
export const keysOf = {
  byCourt: () => (each) => String(each.court ?? ''),
  byCause: () => (each) => (each.cause === null ? '' : (plainWorld.causes[each.cause - 1]?.name ?? '')),
  byMediator: () => (each) => String(each.mediator ?? ''),
  bySector: () => (each) => each.sector ?? '',
  byChannel: () => (each) => each.channel,
  byClosing: (days) => (each) => (each.ending !== null && each.ending.on <= days.to ? each.ending.code : ''),
} as const satisfies Partial<Record<keyof PeriodFigures, (days: Days) => (each: PlainCase) => string>>;

export type TableName = keyof typeof keysOf;
