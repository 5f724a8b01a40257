/** The office's own number of a case or agreement: one series a year, never used twice. */
export type InternalNumber = {
  readonly prefix: string;
  readonly year: number;
  readonly sequence: number;
};

/** 鄂政法调〔2026〕12号: hexagonal brackets, not padded. GB/T 9704-2012 7.2.5 */
export function formatInternalNumber(number: InternalNumber): string {
  return `${number.prefix}〔${number.year}〕${number.sequence}号`;
}

/** Reads an internal number as people type it (round or square brackets, padded, spaces, with or without prefix); undefined for anything else. */
export function parseInternalNumber(text: string): InternalNumber | undefined {
  const folded = text.normalize('NFKC').replace(/[\s\u200B-\u200F\u2060\uFEFF]/g, '');
  const match =
    /^([\p{Script=Han}A-Za-z]{0,20})[(〔[【]((?:19|20|21)\d{2})年?[)〕\]】]第?0*([1-9]\d{0,7})(?:号|號)?$/u.exec(
      folded,
    );
  if (match === null) {
    return undefined;
  }
  return { prefix: match[1] ?? '', year: Number(match[2]), sequence: Number(match[3]) };
}
