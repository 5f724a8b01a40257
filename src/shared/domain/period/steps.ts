import { daysBetween, type LocalDate } from '../local-date.ts';
import type { RestSpan } from '../rest-days.ts';
import type { PeriodSettings } from './settings.ts';
import type { Span, Stretch, StretchPart } from './stretch.ts';
import { type Suspension, type SuspensionGround, suspensionGrounds } from './suspension.ts';

/** One line of how a period was computed; after the receipt the lines lie end to end up to the last day. */
export type PeriodStep = Span & { readonly source: string } & (
    | { readonly what: 'receipt' | 'mediation' | 'extension' }
    | { readonly what: 'suspension'; readonly grounds: readonly SuspensionGround[] }
    /** The days off include the natural last day, which is why the end moved. */
    | { readonly what: 'rollForward'; readonly restDays: readonly RestSpan[] }
  );

export const periodStepLabels = {
  receipt: '签字接收',
  mediation: '调解期限',
  extension: '延长期限',
  suspension: '中止，不计入',
  rollForward: '末日遇休假日，顺延',
} as const satisfies Record<PeriodStep['what'], string>;

/** The articles that the lines cite. */
export type StepSources = {
  readonly receipt: string;
  readonly startDay: string;
  readonly mediation: string;
  readonly extension: string;
  readonly rollForward: string;
};

/** The lines of a computation: the receipt, then the first stretch as mediation and each further one as an extension. */
export function stepsOf(
  receivedOn: LocalDate,
  stretches: readonly Stretch[],
  sources: StepSources,
): readonly PeriodStep[] {
  const receipt: PeriodStep = {
    what: 'receipt',
    from: receivedOn,
    to: receivedOn,
    days: 0,
    source: `${sources.receipt}；${sources.startDay}`,
  };
  const counted = stretches.flatMap((stretch, index) =>
    stretch.parts.map((part) => stepOf(part, index === 0 ? 'mediation' : 'extension', sources)),
  );
  return [receipt, ...counted];
}

function stepOf(part: StretchPart, counted: 'mediation' | 'extension', sources: StepSources): PeriodStep {
  const { from, to, days } = part;
  switch (part.what) {
    case 'counted':
      return { what: counted, from, to, days, source: sources[counted] };
    case 'standstill': {
      const source = part.grounds.map((ground) => suspensionGrounds[ground].source).join('；');
      return { what: 'suspension', from, to, days, grounds: part.grounds, source };
    }
    case 'rollForward':
      return { what: 'rollForward', from, to, days, restDays: part.restDays, source: sources.rollForward };
  }
}

export type SuspensionOutcome = {
  readonly suspension: Suspension;
  /** Days of this suspension by which the period stood still; overlapping suspensions each report theirs. */
  readonly days: number;
  readonly problem?: 'groundDoesNotStop' | 'outsidePeriod';
};

/** What a suspension did to the period; `standingSince` where the period stands still to this day. */
export function suspensionOutcome(
  suspension: Suspension,
  steps: readonly PeriodStep[],
  settings: PeriodSettings,
  standingSince: LocalDate | undefined,
): SuspensionOutcome {
  if (!settings.stoppingGrounds.includes(suspension.ground)) {
    return { suspension, days: 0, problem: 'groundDoesNotStop' };
  }
  const days = steps
    .filter((step) => step.what === 'suspension')
    .reduce((sum, step) => sum + sharedDays(suspension, step), 0);
  const standsStill =
    standingSince !== undefined && (suspension.to === undefined || suspension.to >= standingSince);
  return days > 0 || standsStill ? { suspension, days } : { suspension, days, problem: 'outsidePeriod' };
}

function sharedDays(suspension: Suspension, step: PeriodStep): number {
  const from = suspension.from > step.from ? suspension.from : step.from;
  const to = suspension.to === undefined || suspension.to > step.to ? step.to : suspension.to;
  return Math.max(0, daysBetween(from, to) + 1);
}
