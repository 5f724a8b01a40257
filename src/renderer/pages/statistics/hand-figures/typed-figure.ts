import { handFigureValueSchema } from '#shared/domain/hand-figure.ts';

/** A whole number, null for nothing typed; undefined for what is no number of cases. */
export function readFigure(typed: string): number | null | undefined {
  const text = typed.normalize('NFKC').replace(/\s|件|,/g, '');
  if (text === '') return null;
  return /^\d{1,7}$/.test(text) ? handFigureValueSchema.safeParse(Number(text)).data : undefined;
}
