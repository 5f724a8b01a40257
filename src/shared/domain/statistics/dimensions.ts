import { z } from 'zod';

/**
 * By what the rows of a table may be told apart (domain.md §8.2). Closing and outcome are the state at the end of the
 * period: pending, or how it ended. `single`: every case lies in exactly one row, so that the rows sum to the whole.
 */
export const sliceDimensions = {
  court: { label: '法院', single: true },
  district: { label: '旗区', single: true },
  studio: { label: '调解室', single: true },
  organisation: { label: '调解组织', single: true },
  mediator: { label: '调解员', single: true },
  sector: { label: '界别', single: true },
  channel: { label: '通道', single: true },
  source: { label: '来源', single: true },
  causeGroup: { label: '案由大类', single: true },
  causeLevel1: { label: '一级案由', single: true },
  causeLevel2: { label: '二级案由', single: true },
  causeLevel3: { label: '三级案由', single: true },
  cause: { label: '案由', single: true },
  closing: { label: '终结方式', single: true },
  amountBand: { label: '标的额区间', single: true },
  mark: { label: '特殊群体', single: false },
} as const satisfies Readonly<Record<string, { readonly label: string; readonly single: boolean }>>;
export type SliceDimension = keyof typeof sliceDimensions;
export const sliceDimensionNames = Object.keys(sliceDimensions) as [SliceDimension, ...SliceDimension[]];
export const sliceDimensionSchema = z.enum(sliceDimensionNames);

/** One row of a table: its dimension and the key of the row; '' is 未填 (of closings: 未结; of marks: none). */
export const sliceSchema = z.object({ dimension: sliceDimensionSchema, key: z.string() }).readonly();
export type Slice = { readonly dimension: SliceDimension; readonly key: string };

const wan = 1_000_000;

/** 标的额区间 (domain.md §8.2); `upTo` in fen, the upper end belongs to the band. */
export const amountBands = {
  upTo1: { label: '1万元以下（含）', upTo: wan },
  upTo5: { label: '1万–5万元', upTo: 5 * wan },
  upTo20: { label: '5万–20万元', upTo: 20 * wan },
  upTo100: { label: '20万–100万元', upTo: 100 * wan },
  above100: { label: '100万元以上', upTo: Number.MAX_SAFE_INTEGER },
} as const;
export type AmountBand = keyof typeof amountBands;
export const amountBandNames = Object.keys(amountBands) as AmountBand[];

/** The rows of a table by amount besides the bands. */
export const withoutAmount = { noProperty: { label: '无财产内容' }, notStated: { label: '未载明' } } as const;
export type AmountBandKey = AmountBand | keyof typeof withoutAmount;

/** The band of a claim in fen; null where it has none: `noProperty` tells which of the two. */
export function amountBandOf(claimFen: number | null, noProperty: boolean): AmountBandKey {
  if (claimFen === null) return noProperty ? 'noProperty' : 'notStated';
  return amountBandNames.find((band) => claimFen <= amountBands[band].upTo) ?? 'above100';
}
