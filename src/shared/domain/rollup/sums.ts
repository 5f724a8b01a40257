import type { CountRule } from '../statistics/rule.ts';
import {
  type AmountName,
  amountNames,
  amounts,
  type CountedValues,
  type FigureName,
  figureNames,
  figures,
} from '../statistics.ts';

type CountedName = FigureName | AmountName;
const names: readonly CountedName[] = [...figureNames, ...amountNames];

/** When a figure counts: at the first moment of the period, at its last, or all through it. */
type Moment = 'start' | 'end' | 'through';

function momentOf({ ended }: CountRule): Moment {
  if (ended === 'pendingAtStart') return 'start';
  return ended === 'pendingAtEnd' ? 'end' : 'through';
}

const rulesOf = (name: CountedName): readonly CountRule[] =>
  figures[name in amounts ? amounts[name as AmountName].over : (name as FigureName)].counts;

/** The figure that counts by one rule alone; figures of several rules are sums of these. */
const byRule = new Map<CountRule, FigureName>(
  figureNames.flatMap((name) => {
    const { counts } = figures[name];
    const [rule] = counts;
    return counts.length === 1 ? [[rule, name] as const] : [];
  }),
);

function zero(): Record<CountedName, number> {
  return Object.fromEntries(names.map((name) => [name, 0])) as Record<CountedName, number>;
}

/** The sum of the figures of several offices, or of several rows, over the same period. */
export function sumOfUnits(units: readonly CountedValues[]): CountedValues {
  const sum = zero();
  for (const unit of units) for (const name of names) sum[name] += unit[name];
  return sum;
}

function overMonths(months: readonly CountedValues[], name: CountedName, moment: Moment): number {
  if (moment === 'through') return months.reduce((sum, month) => sum + month[name], 0);
  return (moment === 'start' ? months.at(0) : months.at(-1))?.[name] ?? 0;
}

/**
 * The figures of one office over months that follow each other: 旧存 is that of the first month, 未结 that of the last, and
 * what happened in the months is added up. 本期有到账 counts a case once for every month in which it was paid.
 */
export function sumOfMonths(months: readonly CountedValues[]): CountedValues {
  const sum = zero();
  for (const name of names) {
    const rules = rulesOf(name);
    const [first] = rules;
    sum[name] =
      rules.length === 1 && first !== undefined
        ? overMonths(months, name, momentOf(first))
        : rules.reduce((total, rule) => {
            const part = byRule.get(rule);
            if (part === undefined) throw new Error(`${name} is no sum of other figures.`);
            return total + overMonths(months, part, momentOf(rule));
          }, 0);
  }
  return sum;
}

/** How much 旧存＋新收 is more than 结案＋退回＋未结 (less: negative): over months, what was corrected between them. */
export function imbalance({ opening, received, closed, returned, closing }: CountedValues): number {
  return opening + received - closed - returned - closing;
}

/** Whether the figures of a row are all zero. */
export function isNothing(values: CountedValues): boolean {
  return names.every((name) => values[name] === 0);
}
