import { z } from 'zod';

/** The families of fonts in which an office has its papers set (domain.md §6.3). */
export const fontSchemeNames = ['gb2312', 'windows', 'free'] as const;
export type FontSchemeName = (typeof fontSchemeNames)[number];

/** How an office has its papers set and printed; what was issued keeps the fonts that it was issued in. */
export const paperStyleSchema = z
  .object({
    fontScheme: z.enum(fontSchemeNames),
    /** Printed on both sides: every copy begins on the front of a sheet (GB/T 9704: 双面印刷). */
    doubleSided: z.boolean(),
  })
  .readonly();
export type PaperStyle = z.infer<typeof paperStyleSchema>;

export const defaultPaperStyle: PaperStyle = { fontScheme: 'gb2312', doubleSided: false };
