import {
  BarChart,
  type BarSeriesOption,
  LineChart,
  type LineSeriesOption,
  SankeyChart,
  type SankeySeriesOption,
} from 'echarts/charts';
import {
  AxisPointerComponent,
  type AxisPointerComponentOption,
  GridComponent,
  type GridComponentOption,
  LegendComponent,
  type LegendComponentOption,
  TooltipComponent,
  type TooltipComponentOption,
} from 'echarts/components';
import { type ComposeOption, init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { type CSSProperties, useEffect, useRef } from 'react';
import { useNavigate } from 'react-router';
import styles from './plot.module.css';

use([
  AxisPointerComponent,
  BarChart,
  LineChart,
  SankeyChart,
  GridComponent,
  TooltipComponent,
  LegendComponent,
  SVGRenderer,
]);

export type PlotOption = ComposeOption<
  | AxisPointerComponentOption
  | BarSeriesOption
  | LineSeriesOption
  | SankeySeriesOption
  | GridComponentOption
  | TooltipComponentOption
  | LegendComponentOption
>;

/** What a plot is on paper: its width in CSS pixels, and how much of its height is left. */
type OnPaper = { readonly width: number; readonly share: number };

export type PlotProps = {
  readonly option: PlotOption;
  readonly height: string;
  readonly label: string;
  readonly paper: OnPaper;
};

type Size = CSSProperties & { readonly '--height': string; readonly '--paper-share': number };

/** Where a click on a part of a plot leads: an address of this program. */
function addressIn(data: unknown): string | undefined {
  const opens = (data as { readonly opens?: unknown } | null)?.opens;
  return typeof opens === 'string' ? opens : undefined;
}

/** A plot as SVG. The same numbers stand in a table beside it, so readers of the screen are sent there. */
export function DrawnPlot({ option, height, label, paper }: PlotProps) {
  const holder = useRef<HTMLDivElement>(null);
  const chart = useRef<ReturnType<typeof init> | null>(null);
  const navigate = useNavigate();
  const go = useRef(navigate);
  const onPaper = useRef(paper);
  const size: Size = { '--height': height, '--paper-share': paper.share };
  useEffect(() => {
    go.current = navigate;
    onPaper.current = paper;
  });
  useEffect(() => {
    if (holder.current === null) {
      return;
    }
    const made = init(holder.current, null, { renderer: 'svg' });
    made.on('click', ({ data }) => {
      const address = addressIn(data);
      if (address !== undefined) {
        void go.current(address);
      }
    });
    chart.current = made;
    // Paper is laid out before anybody can be asked how wide it has become.
    const toPaper = () => {
      const { width, share } = onPaper.current;
      made.resize({ width: Math.floor(width), height: Math.floor(made.getHeight() * share) });
      made.getZr().flush();
    };
    const toScreen = () => made.resize({ width: 'auto', height: 'auto' });
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
    chart.current?.setOption(option, { notMerge: true });
  }, [option]);
  return <div ref={holder} role="img" aria-label={label} className={styles.plot} style={size} />;
}
