import { type ClosingCode, closingCodeSchema, closingCodes } from './closings.ts';
import { closingWords } from './words.ts';

export type MatchedClosing =
  | { readonly kind: 'closing'; readonly code: ClosingCode }
  | { readonly kind: 'pending' };

const closingByWords: ReadonlyMap<string, ClosingCode | 'pending'> = new Map(
  [...closingCodes, 'pending' as const].flatMap((code) =>
    closingWords[code]
      .trim()
      .split(/\s+/)
      .map((words) => [words, code] as const),
  ),
);

/** The closing that a ledger's 调解结果 means (words or the code itself), or that the case is still open; undefined for unknown words. */
export function matchClosing(text: string): MatchedClosing | undefined {
  const folded = text
    .normalize('NFKC')
    .replace(/[\s,，、。.;；:()“”"]/g, '')
    .replace(/[\u2010-\u2015\u2212]+/g, '-');
  const asCode = closingCodeSchema.safeParse(folded.toUpperCase());
  const code = asCode.success ? asCode.data : folded === '' ? 'pending' : closingByWords.get(folded);
  if (code === undefined) {
    return undefined;
  }
  return code === 'pending' ? { kind: 'pending' } : { kind: 'closing', code };
}
