import type { Counted } from '#shared/contract/cases.ts';
import type { Dashboard, PlotMonth } from '#shared/contract/plots.ts';
import { isSamePeriod, type Period } from '#shared/domain/reporting-period.ts';
import type { FigureName, Slice } from '#shared/domain/statistics.ts';
import { casesOf } from '../../../components/case-filter.ts';
import type { FrozenNumbers } from '../../../components/frozen-numbers.ts';

/** What every panel is given. */
export type PanelProps = { readonly shown: Dashboard; readonly open: boolean };

/** What a number of a panel counts: in the period shown, of the cases that the filter leaves. */
export function behind(
  shown: Dashboard,
  figure: FigureName,
  slices: readonly Slice[] = [],
  period: Period = shown.current.period,
  more: Pick<Counted, 'days' | 'noneOf'> = {},
): Counted {
  return { figure, period, slices: [...shown.filter, ...slices], ...more };
}

/** All months that are shown together; null where none is. */
export function wholeOf(months: readonly PlotMonth[]): Period | null {
  const [from, to] = [months[0]?.period.from, months.at(-1)?.period.to];
  return from === undefined || to === undefined ? null : { from, to };
}

/** The periods whose numbers are a closing's: the period itself, what it is compared with, and closed months. */
export function frozenIn({
  current,
  previous,
  yearBefore,
  taken,
  months,
}: Dashboard): readonly FrozenNumbers[] {
  const compared = [
    { of: current, from: taken.current },
    { of: previous, from: taken.previous },
    { of: yearBefore, from: taken.yearBefore },
  ];
  return [
    ...compared.flatMap(({ of, from }) => (from === null ? [] : [{ ...from, period: of.period }])),
    ...months
      .filter(({ frozen }) => frozen)
      .map(({ month, period }) => ({ month, of: 'current' as const, period })),
  ];
}

/** The address of what a part of a plot counts: of a closed month the cases that were frozen. */
export function addressOf(shown: Dashboard, counted: Counted): string {
  const frozen = frozenIn(shown).find(({ period }) => isSamePeriod(period, counted.period));
  return casesOf(frozen ?? null, counted);
}

/** The address of the cases behind a part of a plot. */
export function opening(...of: Parameters<typeof behind>): string {
  return addressOf(of[0], behind(...of));
}

export function sumOf<One>(of: readonly One[], value: (one: One) => number): number {
  return of.reduce((sum, one) => sum + value(one), 0);
}

/** The months from the first in which anything moved: what the register does not know is not drawn as 0. */
export function monthsKnown({ covered, months }: Dashboard): readonly PlotMonth[] {
  return covered === null ? [] : months.filter(({ period }) => period.to >= covered.from);
}
