import type { BarSeriesOption } from 'echarts/charts';
import { useMemo } from 'react';
import { useTypeSize } from '../../../shell/type-size.ts';
import { colours, fontFamily, typeSizes } from '../../../theme.ts';

/** The base size of text in pixels, and the size in plots. */
export function usePlotSizes(): { readonly base: number; readonly small: number } {
  const base = typeSizes[useTypeSize()];
  return useMemo(() => ({ base, small: base - 2 }), [base]);
}

export type BarStyle = NonNullable<BarSeriesOption['itemStyle']>;

const hatched = (colour: string, rotation: number) => ({
  color: colour,
  dashArrayX: [1, 0],
  dashArrayY: [2, 4],
  rotation,
});

/**
 * How bars look: one figure has one look in every plot. 新收 is light and hatched, 结案 dark and plain, 未结 light and
 * plain,  超期 red and hatched in white.
 */
export const bars = {
  received: {
    color: colours.blueLine,
    borderColor: colours.blueDark,
    borderWidth: 1,
    decal: hatched(colours.blueDark, -Math.PI / 4),
  },
  closed: { color: colours.blue, borderColor: colours.blueDark, borderWidth: 1 },
  closing: { color: colours.blueSoft, borderColor: colours.blueDark, borderWidth: 1 },
  overdue: {
    color: colours.overdue,
    borderColor: colours.overdue,
    borderWidth: 1,
    decal: { ...hatched(colours.surface, Math.PI / 4), dashArrayY: [2, 3] },
  },
} as const satisfies Readonly<Record<string, BarStyle>>;

/** How lines look beside each other: by colour, by stroke and by symbol. */
export const lines = [
  { colour: colours.blueDark, type: 'solid', symbol: 'circle' },
  { colour: colours.attention, type: 'dashed', symbol: 'triangle' },
  { colour: colours.inkFaint, type: 'dotted', symbol: 'rect' },
] as const;

export type Look = { readonly small: number };

/** What all plots have in common. Nothing moves, and tooltips are drawn, not HTML. */
export function common({ small }: Look) {
  return {
    animation: false,
    textStyle: { fontFamily, fontSize: small, color: colours.inkSoft },
    tooltip: { renderMode: 'richText' as const, confine: true, textStyle: { fontSize: small } },
  };
}

export function legend({ small }: Look) {
  return {
    top: 0,
    left: 0,
    itemWidth: 22,
    itemHeight: 11,
    textStyle: { fontSize: small, color: colours.ink },
  };
}

export function categories({ small }: Look, data: readonly string[]) {
  return {
    type: 'category' as const,
    data: [...data],
    axisTick: { show: false },
    axisLine: { lineStyle: { color: colours.lineStrong } },
    axisLabel: { fontSize: small, color: colours.ink },
  };
}

export function values({ small }: Look) {
  return {
    type: 'value' as const,
    minInterval: 1,
    axisLabel: { fontSize: small, color: colours.inkFaint },
    splitLine: { lineStyle: { color: colours.line } },
  };
}

/**
 * What lying bars have in common: the names of the rows on the left, as long as there is room, and no figures below. Room
 * above them and for words at their ends, in sizes of the text.
 */
export function lying(
  look: Look & { readonly base: number },
  rows: readonly string[],
  room: { readonly above: number; readonly ends: number },
) {
  return {
    ...common(look),
    grid: {
      left: 0,
      right: look.small * room.ends,
      top: look.small * room.above,
      bottom: 0,
      outerBoundsMode: 'same' as const,
      outerBoundsContain: 'axisLabel' as const,
    },
    xAxis: { type: 'value' as const, show: false },
    yAxis: {
      ...categories(look, rows),
      inverse: true,
      axisLabel: {
        fontSize: look.small,
        color: colours.ink,
        width: look.base * 11,
        overflow: 'truncate' as const,
        interval: 0,
      },
    },
  };
}

type BarSeries = Pick<BarSeriesOption, 'name' | 'barMaxWidth' | 'itemStyle' | 'emphasis'> & {
  readonly type: 'bar';
};

/** A series of bars that looks like one of `bars`. */
export function barSeries(name: string, style: BarStyle, width: number): BarSeries {
  return { type: 'bar', name, barMaxWidth: width, itemStyle: style, emphasis: { disabled: true } };
}

/** Words at the end of each lying bar. */
export function atEnds(size: number, words: (place: number) => string) {
  return {
    show: true,
    position: 'right' as const,
    fontSize: size,
    color: colours.ink,
    formatter: ({ dataIndex }: { readonly dataIndex: number }) => words(dataIndex),
  };
}

/** One bar that may lead to an address; a bar of nothing has no edge either. */
export function bar(value: number, opens?: string) {
  return {
    value,
    ...(opens === undefined ? {} : { opens }),
    ...(value === 0 ? { itemStyle: { borderWidth: 0 } } : {}),
  };
}

/** Words for the months of an axis: the year stands under its first month, and a closed month on grey. */
export function monthWords(
  months: readonly { readonly month: string; readonly frozen: boolean }[],
): readonly string[] {
  return months.map(({ month, frozen }, place) => {
    const name = `${Number(month.slice(5))}月`;
    const words = frozen ? `{closed|${name}}` : name;
    return place === 0 || month.endsWith('-01') ? `${words}\n${month.slice(0, 4)}` : words;
  });
}

/** How the words of `monthWords` are written. */
export const monthLabel = {
  rich: { closed: { backgroundColor: colours.line, padding: [1, 1] } },
};

/** What the grey of a month says; nothing where no month is closed. */
export function closedMonthsWords(months: readonly { readonly frozen: boolean }[]): string {
  return months.some(({ frozen }) => frozen)
    ? '月份加底色、表中注明“已锁定”的，是锁定时的数；其余按今天的登记计数。'
    : '';
}
