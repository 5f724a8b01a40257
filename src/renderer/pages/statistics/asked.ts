import type { PivotAsked } from '#shared/contract/statistics.ts';
import {
  type MeasureName,
  measureNames,
  type Slice,
  type SliceDimension,
  sliceDimensionNames,
  sliceSchema,
} from '#shared/domain/statistics.ts';

/** So many rows a filter may name. */
export const mostSlices = 12;

/** The rows that an address filters by; what it spells wrong is left out. */
export function filterIn(parameters: URLSearchParams): readonly Slice[] {
  return parameters
    .getAll('f')
    .flatMap((text) => {
      const at = text.indexOf(':');
      const read = sliceSchema.safeParse({ dimension: text.slice(0, at), key: text.slice(at + 1) });
      return read.success ? [read.data] : [];
    })
    .slice(0, mostSlices);
}

export function putFilter(parameters: URLSearchParams, filter: readonly Slice[]): void {
  parameters.delete('f');
  for (const { dimension, key } of filter) parameters.append('f', `${dimension}:${key}`);
}

/** A filter with one row more: in the place of another of its dimension, except of marks, of which a case may have many. */
export function withSlice(filter: readonly Slice[], slice: Slice): readonly Slice[] {
  const same = (one: Slice) => one.dimension === slice.dimension && one.key === slice.key;
  if (filter.some(same)) return filter;
  const others = filter.filter(
    ({ dimension, key }) =>
      dimension !== slice.dimension || (dimension === 'mark' && key !== '' && slice.key !== ''),
  );
  return [...others, slice];
}

export function dimensionIn(text: string | null): SliceDimension | undefined {
  return sliceDimensionNames.find((name) => name === text);
}

/** Rows, columns and measure of a table of one's own. */
export type PivotShape = Pick<PivotAsked, 'rows' | 'columns' | 'measure'>;

export const firstShape: PivotShape = { rows: 'mediator', columns: 'month', measure: 'closed' };

export function shapeIn(parameters: URLSearchParams): PivotShape {
  const columns = parameters.get('columns');
  const measure = parameters.get('measure');
  return {
    rows: dimensionIn(parameters.get('rows')) ?? firstShape.rows,
    columns:
      columns === 'none'
        ? null
        : columns === 'month'
          ? 'month'
          : (dimensionIn(columns) ?? firstShape.columns),
    measure: measureNames.find((name): name is MeasureName => name === measure) ?? firstShape.measure,
  };
}

export function putShape(parameters: URLSearchParams, shape: PivotShape): void {
  parameters.set('rows', shape.rows);
  parameters.set('columns', shape.columns ?? 'none');
  parameters.set('measure', shape.measure);
}
