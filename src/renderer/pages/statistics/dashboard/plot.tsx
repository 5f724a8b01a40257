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

/** On paper everything is smaller, so that it goes on two pages; the style sheets say the same. */
const paperZoom = 0.8;
const paperHeight = 0.7;
/** A4 landscape less twice 10 mm, in CSS pixels, and the gap between two panels on it. */
const paperWidth = Math.floor(((297 - 2 * 10) / 25.4) * 96) / paperZoom;
const paperGap = 16;
/** The columns of the page's grid. */
const columns = 12;

type Size = CSSProperties & { readonly '--height': string };

/** Where a click on a part of a plot leads: an address of this program. */
function addressIn(data: unknown): string | undefined {
  const opens = (data as { readonly opens?: unknown } | null)?.opens;
  return typeof opens === 'string' ? opens : undefined;
}

/** A plot as SVG, as wide as its panel; on paper as wide as so many columns of the grid. */
export function Plot(props: {
  readonly option: PlotOption;
  readonly height: string;
  readonly label: string;
  readonly span: number;
}) {
  const { option, span } = props;
  const holder = useRef<HTMLDivElement>(null);
  const chart = useRef<ReturnType<typeof init> | null>(null);
  const navigate = useNavigate();
  const go = useRef(navigate);
  const size: Size = { '--height': props.height };
  useEffect(() => {
    go.current = navigate;
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
      made.resize({
        width: Math.floor(((paperWidth + paperGap) * span) / columns - paperGap - 22),
        height: Math.floor(made.getHeight() * paperHeight),
      });
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
  }, [span]);
  useEffect(() => {
    chart.current?.setOption(option, { notMerge: true });
  }, [option]);
  return <div ref={holder} role="img" aria-label={props.label} className={styles.plot} style={size} />;
}
