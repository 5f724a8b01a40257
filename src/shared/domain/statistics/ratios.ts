import { type AmountName, amountNames, amounts } from './amounts.ts';
import { type FigureName, figureNames, figures } from './figures.ts';

/** Every count and sum of one period: the whole office's, or one row's of a table. Money in fen. */
export type CountedValues = Readonly<Record<FigureName | AmountName, number>>;

type Ratio = {
  readonly label: string;
  readonly numerator: FigureName | AmountName;
  readonly denominator: FigureName | AmountName;
  /** As a percentage, or as days by the case. */
  readonly as: 'percent' | 'days';
  readonly formula: string;
};

/**
 * The success rate with each denominator that is in use, so that a rate is never given without its own. Published
 * figures mix them: courts judge by closed cases, the press counts accepted ones (domain.md §8.1).
 */
export const rates = {
  ofClosed: {
    label: '成功率（按结案计）',
    numerator: 'succeeded',
    denominator: 'closed',
    as: 'percent',
    formula: '成功÷结案',
  },
  ofAccepted: {
    label: '成功率（按受理计）',
    numerator: 'succeeded',
    denominator: 'accepted',
    as: 'percent',
    formula: '成功÷受理（旧存＋新收）',
  },
  ofMediated: {
    label: '成功率（按实际调解计）',
    numerator: 'succeeded',
    denominator: 'mediated',
    as: 'percent',
    formula: '成功÷实际调解（结案－C21－C23）',
  },
} as const satisfies Readonly<
  Record<string, Ratio & { readonly numerator: FigureName; readonly denominator: FigureName }>
>;
export type RateName = keyof typeof rates;
export const rateNames = Object.keys(rates) as RateName[];

/** Every rate and mean (domain.md §8.1), the three success rates first. */
export const ratios = {
  ...rates,
  settlement: {
    label: '调撤率',
    numerator: 'settledOrWithdrawn',
    denominator: 'closed',
    as: 'percent',
    formula: '（成功＋C22）÷结案',
  },
  ofCleared: {
    label: '结案率',
    numerator: 'closed',
    denominator: 'accepted',
    as: 'percent',
    formula: '结案÷受理（旧存＋新收）',
  },
  onTime: {
    label: '按期结案率',
    numerator: 'closedOnTime',
    denominator: 'closedWithDue',
    as: 'percent',
    formula: '按期结案÷有到期日的结案',
  },
  confirmation: {
    label: '司法确认率',
    numerator: 'confirmableApplied',
    denominator: 'confirmable',
    as: 'percent',
    formula: '可确认且已申请÷可确认的协议（通道 A、C，C11、C12）',
  },
  confirmationGranted: {
    label: '确认有效率',
    numerator: 'appliedAndConfirmed',
    denominator: 'confirmationApplied',
    as: 'percent',
    formula: '本期申请中至今裁定有效÷本期申请司法确认',
  },
  performance: {
    label: '自动履行率',
    numerator: 'performed',
    denominator: 'performanceDue',
    as: 'percent',
    formula: '自动履行÷履行期在本期届满',
  },
  paid: {
    label: '到位率',
    numerator: 'paidFen',
    denominator: 'agreedFen',
    as: 'percent',
    formula: '到位金额÷协议金额（本期成功案件）',
  },
  averageDays: {
    label: '平均天数',
    numerator: 'daysToClose',
    denominator: 'closed',
    as: 'days',
    formula: '接收日至终结日的天数之和÷结案，自然日，当日结案记 0 天',
  },
} as const satisfies Readonly<Record<string, Ratio>>;
export type RatioName = keyof typeof ratios;
export const ratioNames = Object.keys(ratios) as RatioName[];

export type RatioValue = { readonly numerator: number; readonly denominator: number };

/** What a ratio is made of in a period. */
export function ratioOf(values: CountedValues, name: RatioName): RatioValue {
  return { numerator: values[ratios[name].numerator], denominator: values[ratios[name].denominator] };
}

/** Everything that can be shown of a period, by name. */
export type MeasureName = FigureName | AmountName | RatioName;
export const measureNames = [...figureNames, ...amountNames, ...ratioNames] as [
  MeasureName,
  ...MeasureName[],
];

export type Measure = { readonly label: string; readonly unit: string; readonly formula: string };

/** Label, unit and formula of a measure, whatever its kind. */
export function measure(name: MeasureName): Measure {
  if (name in figures) return figures[name as FigureName];
  if (name in amounts) return amounts[name as AmountName];
  const { label, as, formula } = ratios[name as RatioName];
  return { label, unit: as === 'percent' ? '%' : '天', formula };
}

export function isRatio(name: MeasureName): name is RatioName {
  return name in ratios;
}

export function isAmount(name: MeasureName): name is AmountName {
  return name in amounts;
}

/** A quotient of whole numbers in tenths, rounded half up in whole numbers as the last step (domain.md §8.1). */
export function tenths(numerator: number, denominator: number, times: number): string {
  const rounded = Number(
    (BigInt(numerator) * BigInt(20 * times) + BigInt(denominator)) / BigInt(denominator * 2),
  );
  return `${Math.floor(rounded / 10)}.${rounded % 10}`;
}

/** 37.7%, rounded half up in whole numbers as the last step; — where there is nothing to divide by. */
export function formatRate(rate: RatioValue): string {
  return rate.denominator === 0 ? '—' : `${tenths(rate.numerator, rate.denominator, 100)}%`;
}

/** 37.7%, or 12.4 for days; — where there is nothing to divide by. */
export function formatRatio(name: RatioName, value: RatioValue): string {
  if (ratios[name].as === 'percent') return formatRate(value);
  return value.denominator === 0 ? '—' : tenths(value.numerator, value.denominator, 1);
}

/**
 * How much a count or sum grew against a base, as (now−base)÷base: +12.5%, −3.0%; — where the base is 0 or not known
 * (domain.md §8.1, 同比、环比).
 */
export function formatGrowth(now: number, base: number | null): string {
  if (base === null || base === 0) return '—';
  const change = now - base;
  return `${signOf(change)}${tenths(Math.abs(change), base, 100)}%`;
}

/** How much a rate moved against a base in 百分点, never in %: +1.2个百分点; — where one of them has nothing to divide by. */
export function formatPoints(now: RatioValue, base: RatioValue | null): string {
  if (base === null || base.denominator === 0 || now.denominator === 0) return '—';
  const change =
    BigInt(now.numerator) * BigInt(base.denominator) - BigInt(base.numerator) * BigInt(now.denominator);
  const whole = BigInt(now.denominator) * BigInt(base.denominator);
  const size = change < 0n ? -change : change;
  const rounded = Number((size * 2000n + whole) / (whole * 2n));
  return `${signOf(rounded === 0 ? 0 : Number(change))}${Math.floor(rounded / 10)}.${rounded % 10}个百分点`;
}

function signOf(change: number): string {
  return change > 0 ? '+' : change < 0 ? '−' : '';
}
