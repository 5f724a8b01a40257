import type { Figures } from '#shared/contract/statistics.ts';
import type { SliceDimension } from '#shared/domain/statistics.ts';
import type { PlainCase } from '../support/plain-register.ts';
import { plainWorld } from '../support/plain-register.ts';

type Days = { readonly from: string; readonly to: string };

const successful = ['C11', 'C12', 'C13', 'C14', 'C15', 'C16'];
const codes = ['C11', 'C12', 'C13', 'C14', 'C15', 'C21', 'C22', 'C23', 'C24', 'C25', 'C26', 'C27', 'C29'];

/** Whether all that was agreed has been paid, or was at once (C13). */
function isPerformed({ agreedFen, payments, ending }: PlainCase): boolean {
  if (agreedFen === null || agreedFen === 0) return false;
  const paid = payments.reduce((sum, { fen, cancelled }) => sum + (cancelled ? 0 : fen), 0);
  return paid >= agreedFen || ending?.code === 'C13';
}

function daysFrom(first: string, last: string): number {
  return Math.round((Date.parse(last) - Date.parse(first)) / 86_400_000);
}

/** The figures of one case, counted straight from its facts. */
function countOne(each: PlainCase, { from, to }: Days): Partial<Record<keyof Figures, number>> {
  const within = (day: string | null) => day !== null && day >= from && day <= to;
  const end = each.ending?.on ?? '9999-12-31';
  const { ending } = each;
  if (each.receivedOn === null) {
    return {
      undated: each.registeredOn <= to && end > to ? 1 : 0,
      beforeReceipt: within(ending?.on ?? null) ? 1 : 0,
    };
  }
  const success = ending !== null && successful.includes(ending.code);
  const receivedWithin = within(each.receivedOn);
  const opening = each.receivedOn < from && end >= from;
  const pending = each.receivedOn <= to && end > to;
  const paidInPeriod = each.payments
    .filter(({ cancelled, on }) => !cancelled && within(on ?? null))
    .reduce((sum, { fen }) => sum + fen, 0);
  const confirmable =
    each.channel !== 'B' && ending !== null && (ending.code === 'C11' || ending.code === 'C12');
  const toPay = success && (each.agreedFen ?? 0) > 0;
  // What was paid before the closing was due by it.
  const atOnce = ending?.code === 'C13' ? ending.on : null;
  const dueOn =
    ending !== null && each.termOn !== null && each.termOn < ending.on ? ending.on : (each.termOn ?? atOnce);
  const performanceDue = toPay && within(dueOn);
  const always = {
    opening: opening ? 1 : 0,
    received: receivedWithin ? 1 : 0,
    accepted: opening || receivedWithin ? 1 : 0,
    receivedA: receivedWithin && each.channel === 'A' ? 1 : 0,
    receivedB: receivedWithin && each.channel === 'B' ? 1 : 0,
    receivedC: receivedWithin && each.channel === 'C' ? 1 : 0,
    closing: pending ? 1 : 0,
    overdue: pending && each.dueOn !== null && each.dueOn < to ? 1 : 0,
    confirmed: within(each.confirmedOn) ? 1 : 0,
    confirmationApplied: within(each.appliedOn) ? 1 : 0,
    confirmationRejected: within(each.rejectedOn) ? 1 : 0,
    appliedAndConfirmed: within(each.appliedOn) && each.confirmedOn !== null ? 1 : 0,
    confirmedUnapplied: within(each.confirmedOn) && each.appliedOn === null ? 1 : 0,
    performanceDue: performanceDue ? 1 : 0,
    performanceDueLater: performanceDue && ending?.code !== 'C13' ? 1 : 0,
    performed: performanceDue && isPerformed(each) && each.enforcedOn === null ? 1 : 0,
    paidInPeriod: paidInPeriod > 0 ? 1 : 0,
    paidInPeriodFen: paidInPeriod,
    claimFenOfReceived: receivedWithin ? (each.claimFen ?? 0) : 0,
  };
  if (ending === null || !within(ending.on)) return always;
  if (ending.code === 'C28') return { ...always, returned: 1 };
  const applied = each.appliedOn !== null || each.confirmedOn !== null;
  return {
    ...always,
    closed: 1,
    claimFenOfClosed: each.claimFen ?? 0,
    daysToClose: Math.max(0, daysFrom(each.receivedOn, ending.on)),
    partiesOfClosed: each.parties,
    mediated: ending.code !== 'C21' && ending.code !== 'C23' ? 1 : 0,
    noProperty: each.claimFen === null && each.noProperty ? 1 : 0,
    closedWithDue: each.dueOn !== null ? 1 : 0,
    closedOnTime: each.dueOn !== null && ending.on <= each.dueOn ? 1 : 0,
    settledOrWithdrawn: success || ending.code === 'C22' ? 1 : 0,
    ...(codes.includes(ending.code) ? { [`ended${ending.code}`]: 1 } : {}),
    ...(success
      ? {
          succeeded: 1,
          partly: ending.partly ? 1 : 0,
          settledThemselves: ending.code === 'C16' ? 1 : 0,
          agreedFen: each.agreedFen ?? 0,
          paidFen: each.payments.reduce((sum, { fen, cancelled }) => sum + (cancelled ? 0 : fen), 0),
          performanceUndated: toPay && dueOn === null ? 1 : 0,
          paidUndated: each.payments.some(({ fen, cancelled, on }) => fen > 0 && !cancelled && on == null)
            ? 1
            : 0,
          confirmable: confirmable ? 1 : 0,
          confirmableApplied: confirmable && applied ? 1 : 0,
        }
      : { failed: 1 }),
  };
}

/** The figures counted case by case, without the register and without its table of figures: the second opinion. */
export function countInLoops(cases: readonly PlainCase[], days: Days): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const each of cases) {
    if (each.removed) continue;
    for (const [name, count] of Object.entries(countOne(each, days))) sums[name] = (sums[name] ?? 0) + count;
  }
  return sums;
}

/** Figures without those that are 0, so that two counts are compared by what they found. */
export function found(figures: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(Object.entries(figures).filter(([, count]) => count !== 0));
}

type KeysOf = (each: PlainCase, days: Days) => readonly string[];

const one =
  (keyOf: (each: PlainCase) => string | number | null): KeysOf =>
  (each) => [String(keyOf(each) ?? '')];

function causeOf({ cause }: PlainCase): string | null {
  return cause === null ? null : (plainWorld.causes[cause - 1]?.name ?? null);
}
const placed = (of: 'group' | 'level1' | 'level2' | 'level3') =>
  one((each) => plainWorld.places.find(({ name }) => name === causeOf(each))?.[of] ?? null);

function bandOf({ claimFen, noProperty }: PlainCase): string {
  if (claimFen === null) return noProperty ? 'noProperty' : 'notStated';
  if (claimFen <= 1_0000_00) return 'upTo1';
  if (claimFen <= 5_0000_00) return 'upTo5';
  if (claimFen <= 20_0000_00) return 'upTo20';
  return claimFen <= 100_0000_00 ? 'upTo100' : 'above100';
}

/** What tells the rows of each table apart; by marks a case may lie in several. */
export const keysOf: Readonly<Record<SliceDimension, KeysOf>> = {
  court: one(({ court }) => court),
  district: one(({ district }) => district),
  studio: one(({ studio }) => studio),
  organisation: one(({ organisation }) => organisation),
  mediator: one(({ mediator }) => mediator),
  sector: one(({ sector }) => sector),
  channel: one(({ channel }) => channel),
  source: one(({ source }) => source),
  causeGroup: placed('group'),
  causeLevel1: placed('level1'),
  causeLevel2: placed('level2'),
  causeLevel3: placed('level3'),
  cause: one(causeOf),
  closing: ({ ending }, { to }) => [ending !== null && ending.on <= to ? ending.code : ''],
  amountBand: one(bandOf),
  mark: ({ marks }) => (marks.length === 0 ? [''] : marks),
};

/** A table row by row: each key of some case with the loop's figures, where there are any. */
export function tableInLoops<Case extends PlainCase>(
  cases: readonly Case[],
  days: Days,
  keysOfCase: (each: Case) => readonly string[],
): Record<string, Record<string, number>> {
  const keys = [...new Set(cases.flatMap((each) => [...keysOfCase(each)]))];
  return Object.fromEntries(
    keys
      .map((key) => {
        const of = cases.filter((each) => keysOfCase(each).includes(key));
        return [key, found(countInLoops(of, days))] as const;
      })
      .filter(([, { undated: _, beforeReceipt: __, ...figures }]) => Object.keys(figures).length > 0),
  );
}
