import { BarChart, type BarSeriesOption } from 'echarts/charts';
import {
  AriaComponent,
  type AriaComponentOption,
  GridComponent,
  type GridComponentOption,
  LegendComponent,
  type LegendComponentOption,
  TooltipComponent,
  type TooltipComponentOption,
} from 'echarts/components';
import { type ComposeOption, init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';

use([BarChart, GridComponent, TooltipComponent, LegendComponent, AriaComponent, SVGRenderer]);

export type ChartOption = ComposeOption<
  BarSeriesOption | GridComponentOption | TooltipComponentOption | LegendComponentOption | AriaComponentOption
>;

/** 297 mm less twice 12 mm, in CSS pixels. */
const paperWidth = Math.floor(((297 - 2 * 12) / 25.4) * 96);

/** A plot as SVG; the same numbers stand in the table beside it, so readers of the screen are sent there. */
export function Chart(props: {
  readonly option: ChartOption;
  readonly height: string;
  readonly label: string;
  readonly onPick?: (index: number) => void;
}) {
  const holder = useRef<HTMLDivElement>(null);
  const chart = useRef<ReturnType<typeof init> | null>(null);
  const pick = useRef(props.onPick);
  useEffect(() => {
    pick.current = props.onPick;
  });
  useEffect(() => {
    if (holder.current === null) {
      return;
    }
    const made = init(holder.current, null, { renderer: 'svg' });
    made.on('click', (event) => pick.current?.(event.dataIndex));
    chart.current = made;
    // Paper is as wide as A4 landscape between its margins, and is laid out before anybody is asked.
    const toPaper = () => {
      made.resize({ width: paperWidth });
      made.getZr().flush();
    };
    const toScreen = () => made.resize({ width: 'auto' });
    window.addEventListener('beforeprint', toPaper);
    window.addEventListener('afterprint', toScreen);
    const watch = new ResizeObserver(() => made.resize());
    watch.observe(holder.current);
    return () => {
      window.removeEventListener('beforeprint', toPaper);
      window.removeEventListener('afterprint', toScreen);
      watch.disconnect();
      made.dispose();
      chart.current = null;
    };
  }, []);
  useEffect(() => {
    chart.current?.setOption(props.option, { notMerge: true });
  }, [props.option]);
  return <div ref={holder} role="img" aria-label={props.label} style={{ height: props.height }} />;
}
