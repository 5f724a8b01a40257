import { type FigureName, figures } from './figures.ts';
import type { CountedValues, MeasureName } from './ratios.ts';

type Recorded = {
  /** What tells that the register knows anything of it. */
  readonly known: FigureName;
  /** The cases of which it does not say. */
  readonly unknown: FigureName;
};

const performance = { known: 'performanceDueLater', unknown: 'performanceUndated' } as const;
const application = { known: 'confirmationApplied', unknown: 'confirmedUnapplied' } as const;
const payment = { known: 'paidInPeriod', unknown: 'paidUndated' } as const;

/**
 * The measures that a register may be unable to tell, because a day that they are counted by was never written down: a
 * 0 or 100% would then claim what nobody knows. 即时履行 (C13) is performed by definition and tells nothing of the others.
 */
export const recorded = {
  confirmationApplied: application,
  confirmationGranted: application,
  performanceDue: performance,
  performed: performance,
  performance,
  paidInPeriod: payment,
  paidInPeriodFen: payment,
} as const satisfies Partial<Readonly<Record<MeasureName, Recorded>>>;

export type Unrecorded = {
  readonly figure: FigureName;
  readonly cases: number;
  /** Whether nothing of it is known: the measure is then told as —. */
  readonly whole: boolean;
};

/** The cases that a measure leaves out because a day is not known; null where there is none. */
export function unrecordedIn(values: CountedValues, name: MeasureName): Unrecorded | null {
  const of: Readonly<Partial<Record<MeasureName, Recorded>>> = recorded;
  const found = of[name];
  if (found === undefined || values[found.unknown] === 0) return null;
  return { figure: found.unknown, cases: values[found.unknown], whole: values[found.known] === 0 };
}

/** Whether a measure can be told of a period. */
export function isTold(values: CountedValues, name: MeasureName): boolean {
  return unrecordedIn(values, name)?.whole !== true;
}

/** 另有 63 件履行日未载明 */
export function unrecordedWords({ figure, cases, whole }: Unrecorded): string {
  return `${whole ? '' : '另有 '}${cases} 件${figures[figure].label}`;
}
