import { useQuery } from '@tanstack/react-query';
import type { Counted } from '#shared/contract/cases.ts';
import type { MediatorId } from '#shared/contract/ids.ts';
import { caseGroupLabel, type Slice, sliceDimensions } from '#shared/domain/statistics.ts';
import { query } from '../api.ts';

const mostNamed = 3;

/** 甲、乙、丙等 5 项 */
function some(words: readonly string[]): string {
  return words.length > mostNamed
    ? `${words.slice(0, mostNamed).join('、')}等 ${words.length} 项`
    : words.join('、');
}

function daysInWords({ from, to }: NonNullable<Counted['days']>): string {
  if (to === null) return `用时 ${from} 天以上`;
  return from === to ? `用时 ${from} 天` : `用时 ${from}–${to} 天`;
}

/** Which of the cases of a figure a number means, in words: rows, what is left out, group, days, who assisted. */
export function useCountedWords(counted: Counted): readonly string[] {
  const { slices, anyOf = [], noneOf = [], group, days, assistedBy } = counted;
  // Who assisted is called as the row of a mediator is.
  const assisting: readonly Slice[] =
    assistedBy === undefined ? [] : [{ dimension: 'mediator', key: String(assistedBy as MediatorId) }];
  // A filter names twenty rows at most; of more it is enough to say how many.
  const asked = [...slices, ...assisting, ...anyOf, ...noneOf].slice(0, 20);
  const found = useQuery({
    ...query.statistics.labels.queryOptions({ input: { slices: asked } }),
    enabled: asked.length > 0,
  }).data;
  const labelOf = (slice: Slice) => found?.[asked.indexOf(slice)] ?? slice.key;
  const grouped = (of: readonly Slice[]) => [...Map.groupBy(of, ({ dimension }) => dimension)];
  return [
    ...slices.map((slice) => `${sliceDimensions[slice.dimension].label}：${labelOf(slice)}`),
    ...grouped(anyOf).map(
      ([dimension, rows]) =>
        `${sliceDimensions[dimension].label}：${rows.length > mostNamed ? some(rows.map(labelOf)) : rows.map(labelOf).join('或者')}`,
    ),
    ...grouped(noneOf).map(
      ([dimension, rows]) => `${sliceDimensions[dimension].label}：其余（不含${some(rows.map(labelOf))}）`,
    ),
    ...(group === undefined ? [] : [caseGroupLabel(group)]),
    ...(days === undefined ? [] : [daysInWords(days)]),
    ...assisting.map((slice) => `协助：${labelOf(slice)}`),
  ];
}
