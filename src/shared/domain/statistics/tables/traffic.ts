import type { HandFigureName } from '../../hand-figure.ts';
import { handFigures } from '../../hand-figure.ts';
import type { Month } from '../../local-date.ts';
import type { Slice } from '../dimensions.ts';
import { type CountedValues, formatPoints, type MeasureName, measure } from '../ratios.ts';
import {
  changeCell,
  countCell,
  measureCell,
  missingCell,
  noCell,
  percentCell,
  type ReportCell,
} from './cell.ts';
import { definitionsOf } from './column.ts';
import { type Item, itemPeriods, itemTable } from './items.ts';
import { type ComparedPeriod, figureBehind, type ReportTable, summedBehind } from './report-table.ts';

/** 机动车交通事故责任纠纷 with what lies under it; the name is the same in both editions. */
export const trafficSlice: Slice = { dimension: 'causeLevel3', key: '机动车交通事故责任纠纷' };

/** Before the court filed the case: channels A and C. */
export const beforeFilingSlices: readonly Slice[] = [
  { dimension: 'channel', key: 'A' },
  { dimension: 'channel', key: 'C' },
];

/** What the lines of this table open that count by a rule of their own. */
const receivedBeforeFiling = {
  figure: 'received',
  slices: [trafficSlice],
  anyOf: beforeFilingSlices,
} as const;
const receivedOnPlatform = { figure: 'received', slices: [trafficSlice], group: 'onPlatform' } as const;
const succeededBeforeFiling = { figure: 'succeeded', slices: [], anyOf: beforeFilingSlices } as const;

/** A number kept by hand over the months of a period, or the months for which it is missing. */
export type HandSum =
  | { readonly kind: 'sum'; readonly value: number }
  | { readonly kind: 'missing'; readonly months: readonly Month[] };

export type TrafficValues = {
  readonly all: CountedValues;
  /** Before the court filed the case: channels A and C. */
  readonly preFiling: { readonly received: number; readonly closed: number; readonly succeeded: number };
  /** Received cases with a 平台案件编号. */
  readonly onPlatform: number;
  /** 诉前 succeeded of all causes. */
  readonly succeededBeforeFiling: number;
  readonly hand: Readonly<Record<HandFigureName, HandSum>>;
};

export type TrafficFacts = {
  readonly periodName: string;
  readonly isYear: boolean;
  readonly values: Readonly<Partial<Record<ComparedPeriod, TrafficValues | null>>>;
  readonly filtered: boolean;
};

type Quotient = { readonly numerator: number; readonly denominator: number };

/** 附表二: 道交 (domain.md §9) and the share of disputes that mediation before filing took off the court's hands. */
export function trafficTable({ periodName, isYear, values, filtered }: TrafficFacts): ReportTable {
  const periods = itemPeriods(isYear);
  const of = (period: ComparedPeriod) => values[period] ?? null;
  const measured = (group: string, label: string, name: MeasureName): Item => ({
    group,
    label,
    unit: measure(name).unit,
    opens: { figure: figureBehind(name), summed: summedBehind(name), slices: [trafficSlice] },
    cells: periods.map((period) => measureCell(name, of(period)?.all ?? null)),
    change: changeCell(name, of('current')?.all ?? null, of('yearBefore')?.all ?? null),
  });
  const counted = (
    group: string,
    label: string,
    count: (values: TrafficValues) => number,
    opens: Item['opens'],
  ): Item => {
    // A number of its own moves as any count does.
    const as = (period: ComparedPeriod) => {
      const found = of(period);
      return found === null ? null : { ...found.all, received: count(found) };
    };
    return {
      group,
      label,
      unit: '件',
      opens,
      cells: periods.map((period) => measureCell('received', as(period))),
      change: changeCell('received', as('current'), as('yearBefore')),
    };
  };
  const byHand = (group: string, name: HandFigureName): Item => ({
    group,
    label: `${handFigures[name].label}（手填）`,
    unit: handFigures[name].unit,
    opens: null,
    byHand: name,
    cells: periods.map((period) => handCell(name, of(period), filtered)),
    change: noCell,
  });
  /** A rate whose denominator is kept by hand: shown only when every month of the period has it. */
  const divided = (
    group: string,
    label: string,
    name: HandFigureName,
    opens: Item['opens'],
    quotient: (values: TrafficValues, hand: number) => Quotient,
    /** Why the register cannot tell it; null where it can. */
    untold: (values: TrafficValues) => string | null = () => null,
  ): Item => {
    const quotientOf = (period: ComparedPeriod): Quotient | null => {
      const found = of(period);
      const hand = found?.hand[name];
      if (found !== null && untold(found) !== null) return null;
      return found === null || hand?.kind !== 'sum' || filtered ? null : quotient(found, hand.value);
    };
    const [now, base] = [quotientOf('current'), quotientOf('yearBefore')];
    return {
      group,
      label,
      unit: '%',
      opens,
      byHand: name,
      cells: periods.map((period) => {
        const found = of(period);
        const why = found === null || filtered || found.hand[name].kind !== 'sum' ? null : untold(found);
        if (why !== null) return { kind: 'none', text: `—（${why}）` };
        const value = quotientOf(period);
        return value === null ? withoutHand(name, found, filtered) : percentCell(value);
      }),
      change:
        now === null || base === null || now.denominator === 0 || base.denominator === 0
          ? noCell
          : { kind: 'points', now, base, text: formatPoints(now, base) },
    };
  };
  const rate = (label: string, quotient: (values: TrafficValues) => Quotient): Item => {
    const quotientOf = (period: ComparedPeriod) => {
      const found = of(period);
      return found === null ? { numerator: 0, denominator: 0 } : quotient(found);
    };
    const [now, base] = [quotientOf('current'), quotientOf('yearBefore')];
    return {
      group: '道交调解',
      label,
      unit: '%',
      opens: { figure: 'succeeded', slices: [trafficSlice], anyOf: beforeFilingSlices },
      cells: periods.map((period) => percentCell(quotientOf(period))),
      change:
        now.denominator === 0 || base.denominator === 0
          ? noCell
          : { kind: 'points', now, base, text: formatPoints(now, base) },
    };
  };
  return itemTable({
    name: 'traffic',
    periodName,
    unit: '件、万元、%',
    isYear,
    items: [
      measured('道交调解', '新收', 'received'),
      measured('道交调解', '受理（旧存＋新收）', 'accepted'),
      counted(
        '道交调解',
        '诉前新收（委派、自行受理）',
        ({ preFiling }) => preFiling.received,
        receivedBeforeFiling,
      ),
      measured('道交调解', '结案', 'closed'),
      measured('道交调解', '调解成功', 'succeeded'),
      measured('道交调解', '成功率（按结案计）', 'ofClosed'),
      measured('道交调解', '成功率（按受理计）', 'ofAccepted'),
      rate('诉前成功率（诉前成功÷诉前结案）', ({ preFiling }) => ({
        numerator: preFiling.succeeded,
        denominator: preFiling.closed,
      })),
      measured('道交调解', '协议金额', 'agreedFen'),
      measured('道交调解', '司法确认', 'confirmed'),
      measured('道交调解', '平均天数', 'averageDays'),
      byHand('道交诉前分流', 'firstInstanceTraffic'),
      divided(
        '道交诉前分流',
        '诉前分流率',
        'firstInstanceTraffic',
        receivedBeforeFiling,
        ({ preFiling }, filed) => ({
          numerator: preFiling.received,
          denominator: preFiling.received + filed,
        }),
      ),
      counted(
        '一体化平台应用',
        '新收中登记了平台案件编号',
        ({ onPlatform }) => onPlatform,
        receivedOnPlatform,
      ),
      byHand('一体化平台应用', 'trafficDisputes'),
      divided(
        '一体化平台应用',
        '应用率',
        'trafficDisputes',
        receivedOnPlatform,
        ({ onPlatform }, all) => ({ numerator: onPlatform, denominator: all }),
        ({ onPlatform }) => (onPlatform === 0 ? '平台案件编号均未登记' : null),
      ),
      counted(
        '全部案由诉前分流',
        '诉前调解成功（委派、自行受理）',
        (one) => one.succeededBeforeFiling,
        succeededBeforeFiling,
      ),
      byHand('全部案由诉前分流', 'firstInstanceCivil'),
      divided(
        '全部案由诉前分流',
        '诉前调解成功分流率',
        'firstInstanceCivil',
        succeededBeforeFiling,
        (one, filed) => ({
          numerator: one.succeededBeforeFiling,
          denominator: one.succeededBeforeFiling + filed,
        }),
      ),
    ],
    notes: [
      `道交案件为案由“${trafficSlice.key}”及其下级的案件。${definitionsOf(['received', 'accepted', 'closed', 'succeeded', 'agreedFen', 'confirmed', 'averageDays'])}。`,
      '诉前分流率＝诉前新收÷（诉前新收＋同期道交一审新收）；应用率＝登记了平台案件编号的新收÷同期全部道交纠纷；诉前调解成功分流率＝诉前调解成功÷（诉前调解成功＋同期一审民商事新收）。诉前指立案前的委派和自行受理。各指标没有统一的公开定义，以当地要求为准。',
      `分母取自法院、交警的统计，按月手工填写：${Object.values(handFigures)
        .map(({ label, source }) => `${label}（${source}）`)
        .join(
          '、',
        )}。统计期内缺任何一个月，该率记“—”并注明所缺月份，不以 0 代替。新收的道交案件都没有登记平台案件编号的，应用率记“—”。`,
    ],
  });
}

function withoutHand(name: HandFigureName, found: TrafficValues | null, filtered: boolean): ReportCell {
  const hand = found?.hand[name];
  if (filtered || hand?.kind !== 'missing') return noCell;
  return missingCell(name, hand.months);
}

function handCell(name: HandFigureName, found: TrafficValues | null, filtered: boolean): ReportCell {
  const hand = found?.hand[name];
  return hand?.kind === 'sum' && !filtered ? countCell(hand.value) : withoutHand(name, found, filtered);
}
