import { lazy, Suspense } from 'react';
import type { PlotProps } from './drawn-plot.tsx';

export type { PlotOption } from './drawn-plot.tsx';

const DrawnPlot = lazy(async () => ({ default: (await import('./drawn-plot.tsx')).DrawnPlot }));

/** As wide as A4 landscape between margins of 12 mm, and as high as on the screen. */
export const landscape = { width: ((297 - 2 * 12) / 25.4) * 96, share: 1 } as const;

/** A plot, with what draws it loaded by the first page that has one; its place is kept until then. */
export function Plot(props: PlotProps) {
  return (
    <Suspense fallback={<div aria-busy="true" style={{ height: props.height }} />}>
      <DrawnPlot {...props} />
    </Suspense>
  );
}
