import { daysBetween, type LocalDate } from './local-date.ts';
import { type Fen, fen } from './money.ts';

/** A sum that the agreement says is to be paid. */
export type Obligation = {
  /** The number of the term, counted from 1. */
  readonly term: number;
  /** The number of the instalment, counted from 1; null: the term is paid at once. */
  readonly instalment: number | null;
  readonly payers: readonly number[];
  readonly payees: readonly number[];
  readonly purpose: string | null;
  /** null: the agreement names no day. */
  readonly dueOn: LocalDate | null;
  readonly amountFen: Fen;
};

export type Payment = {
  /** null: 日期不详. */
  readonly paidOn: LocalDate | null;
  readonly amountFen: Fen;
};

/** `late`: due and nothing paid; `partly`: due and not wholly paid. */
export type ObligationState = 'paid' | 'partly' | 'late' | 'notDue' | 'noDay';

export const obligationStates = {
  paid: { label: '已付' },
  partly: { label: '部分支付，逾期' },
  late: { label: '逾期未付' },
  notDue: { label: '未到期' },
  noDay: { label: '未约定日期' },
} as const satisfies Record<ObligationState, { label: string }>;

export type PerformedObligation = Obligation & {
  readonly state: ObligationState;
  readonly paidFen: Fen;
  /** The day of the payment that made it whole; null while it is not, and where nobody knows that day. */
  readonly paidOn: LocalDate | null;
  /** Days past the due day: until it was paid, or until today; 0 in time; null where it cannot be said. */
  readonly lateDays: number | null;
};

/** The sum over all obligations (domain.md §2.4, 4). */
export type PerformanceState = 'nothingDue' | 'notDue' | 'performing' | 'partly' | 'performed' | 'overdue';

export const performanceStates = {
  nothingDue: { label: '没有给付内容' },
  notDue: { label: '未到期' },
  performing: { label: '履行中' },
  partly: { label: '部分履行' },
  performed: { label: '已履行完毕' },
  overdue: { label: '逾期未履行' },
} as const satisfies Record<PerformanceState, { label: string }>;

export type Performance = {
  readonly state: PerformanceState;
  readonly obligations: readonly PerformedObligation[];
  /** What the agreement says in all. */
  readonly dueFen: Fen;
  readonly paidFen: Fen;
  readonly outstandingFen: Fen;
  /** Of what is outstanding: what was due before today. */
  readonly overdueFen: Fen;
  /** Paid beyond what was agreed. */
  readonly surplusFen: Fen;
  /** The first that is not wholly paid, and when it is due. */
  readonly next: PerformedObligation | null;
};

/** As much of an agreement as its obligations are read from. */
export type PerformedAgreement = {
  readonly agreedFen: Fen | null;
  readonly signedOn: LocalDate | null;
  readonly terms: readonly (
    | { readonly kind: 'text' }
    | {
        readonly kind: 'payment';
        readonly payers: readonly number[];
        readonly payees: readonly number[];
        readonly purpose: string | null;
        readonly amountFen: Fen;
        readonly onSigning: boolean;
        readonly dueOn: LocalDate | null;
        readonly instalments: readonly { readonly dueOn: LocalDate; readonly amountFen: Fen }[];
      }
  )[];
};

/**
 * What an agreement says is to be paid, each sum with its day. Where it has no terms of payment (an imported case), its
 * whole sum is one obligation without a day.
 */
export function obligationsOf(agreement: PerformedAgreement): readonly Obligation[] {
  const found = agreement.terms.flatMap((term, index): Obligation[] => {
    if (term.kind === 'text') return [];
    const { payers, payees, purpose, amountFen } = term;
    const common = { term: index + 1, payers, payees, purpose };
    if (term.instalments.length > 0) {
      return term.instalments.map((one, number) => ({ ...common, instalment: number + 1, ...one }));
    }
    return [
      { ...common, instalment: null, amountFen, dueOn: term.onSigning ? agreement.signedOn : term.dueOn },
    ];
  });
  if (found.length > 0 || agreement.agreedFen === null || agreement.agreedFen === 0) return found;
  const whole = { term: 1, instalment: null, payers: [], payees: [], purpose: null };
  return [{ ...whole, dueOn: null, amountFen: agreement.agreedFen }];
}

/** The earliest due first; those without a day last; of one day, as the agreement lists them. */
function inOrderOfDay(one: Obligation, other: Obligation): number {
  if (one.dueOn !== other.dueOn) {
    if (one.dueOn === null) return 1;
    if (other.dueOn === null) return -1;
    return one.dueOn < other.dueOn ? -1 : 1;
  }
  return one.term - other.term || (one.instalment ?? 0) - (other.instalment ?? 0);
}

/** Payments by their day; those without one last, because they say nothing about when. */
function inOrderOfPayment(one: Payment, other: Payment): number {
  if (one.paidOn === other.paidOn) return 0;
  if (one.paidOn === null) return 1;
  if (other.paidOn === null) return -1;
  return one.paidOn < other.paidOn ? -1 : 1;
}

function stateOf(dueOn: LocalDate | null, amount: number, paid: number, today: LocalDate): ObligationState {
  if (paid === amount) return 'paid';
  if (dueOn === null) return 'noDay';
  if (dueOn >= today) return 'notDue';
  return paid > 0 ? 'partly' : 'late';
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}

/**
 * How far an agreement is performed on a day. Payments are set off against what fell due first (民法典 第560条), whatever
 * order they were entered in; the day that something is due on is still in time.
 */
export function performanceOf(
  obligations: readonly Obligation[],
  payments: readonly Payment[],
  today: LocalDate,
): Performance {
  const purse = payments
    .toSorted(inOrderOfPayment)
    .map((payment) => ({ ...payment, left: payment.amountFen as number }));
  let place = 0;
  const performed = obligations.toSorted(inOrderOfDay).map((obligation): PerformedObligation => {
    let paid = 0;
    let paidOn: LocalDate | null = null;
    for (; paid < obligation.amountFen; place += 1) {
      const payment = purse[place];
      if (payment === undefined) break;
      const taken = Math.min(payment.left, obligation.amountFen - paid);
      payment.left -= taken;
      paid += taken;
      paidOn = payment.paidOn;
      if (payment.left > 0) break;
    }
    const state = stateOf(obligation.dueOn, obligation.amountFen, paid, today);
    const until = state === 'paid' ? paidOn : today;
    return {
      ...obligation,
      state,
      paidFen: fen(paid),
      paidOn: state === 'paid' ? paidOn : null,
      lateDays:
        obligation.dueOn === null || until === null
          ? null
          : Math.max(0, daysBetween(obligation.dueOn, until)),
    };
  });
  const dueFen = sum(performed.map(({ amountFen }) => amountFen));
  const paidFen = sum(payments.map(({ amountFen }) => amountFen));
  const applied = sum(performed.map((one) => one.paidFen));
  const late = performed.filter(({ state }) => state === 'late' || state === 'partly');
  const overdueFen = sum(late.map((one) => one.amountFen - one.paidFen));
  return {
    state: sumState(dueFen, applied, overdueFen),
    obligations: performed,
    dueFen: fen(dueFen),
    paidFen: fen(paidFen),
    outstandingFen: fen(dueFen - applied),
    overdueFen: fen(overdueFen),
    surplusFen: fen(paidFen - applied),
    next: performed.find(({ state }) => state !== 'paid') ?? null,
  };
}

function sumState(due: number, applied: number, overdue: number): PerformanceState {
  if (due === 0) return 'nothingDue';
  if (applied === due) return 'performed';
  if (overdue > 0) return applied > 0 ? 'partly' : 'overdue';
  return applied > 0 ? 'performing' : 'notDue';
}
