export type PhoneKind = 'mobile' | 'landline' | 'service' | 'foreign' | 'unknown';

/** A number as it is dialled: half-width, no spaces or brackets, no country code of the mainland. */
export function normalisePhone(text: string): string {
  const folded = text
    .normalize('NFKC')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\s/g, '')
    .replace(/^\((0\d{2,3})\)-?/, '$1-')
    .replace(/^(?:\+|00)86-?(?=[01])/, '');
  return /^1\d{2}-\d{4}-\d{4}$/.test(folded) ? folded.replaceAll('-', '') : folded;
}

/** What kind of number it is; numbers outside the mainland begin with + or 00 and are free text beyond that. */
export function checkPhone(text: string): PhoneKind {
  const number = normalisePhone(text);
  if (/^1[3-9]\d{9}$/.test(number)) {
    return 'mobile';
  }
  if (/^[48]00-?\d{3}-?\d{4}$/.test(number)) {
    return 'service';
  }
  if (/^0[1-9]\d{1,2}-?\d{7,8}(?:[-转]\d{1,6})?$/.test(number)) {
    return 'landline';
  }
  return /^(?:\+|00)[1-9]\d{0,3}[-\d()]{4,16}$/.test(number) ? 'foreign' : 'unknown';
}

/** Splits a cell with several numbers; a space inside one number (138 1234 5678) does not split it. */
export function splitPhones(text: string): string[] {
  return text
    .normalize('NFKC')
    .split(/[、,;/|\n]|或/)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '')
    .flatMap((piece) => {
      if (checkPhone(piece) !== 'unknown') {
        return [normalisePhone(piece)];
      }
      const parts = piece.split(/\s+/);
      return parts.every((part) => checkPhone(part) !== 'unknown') ? parts.map(normalisePhone) : [piece];
    });
}
