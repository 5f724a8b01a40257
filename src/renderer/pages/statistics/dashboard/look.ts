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

/** How a series of bars looks: dark and plain, light and hatched, or red and hatched in white for 超期. */
export const bars: Readonly<Record<'dark' | 'light' | 'overdue', BarStyle>> = {
  dark: { color: colours.blue, borderColor: colours.blueDark, borderWidth: 1 },
  light: {
    color: colours.blueLine,
    borderColor: colours.blueDark,
    borderWidth: 1,
    decal: { color: colours.blueDark, dashArrayX: [1, 0], dashArrayY: [2, 4], rotation: -Math.PI / 4 },
  },
  overdue: {
    color: colours.overdue,
    borderColor: colours.overdue,
    borderWidth: 1,
    decal: { color: colours.surface, dashArrayX: [1, 0], dashArrayY: [2, 3], rotation: Math.PI / 4 },
  },
};

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

/** Words for the months of an axis: the year stands under its first month. */
export function monthWords(months: readonly { readonly month: string }[]): readonly string[] {
  return months.map(({ month }, place) => {
    const words = `${Number(month.slice(5))}月`;
    return place === 0 || month.endsWith('-01') ? `${words}\n${month.slice(0, 4)}` : words;
  });
}
