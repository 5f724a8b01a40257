import { type LocalDate, localDateOf } from './local-date.ts';
import type { Sex } from './party.ts';

export type ResidentIdCheck =
  | { readonly kind: 'valid'; readonly birthDate: LocalDate; readonly sex: Sex }
  | { readonly kind: 'oldFifteen' }
  | { readonly kind: 'wrong'; readonly reason: ResidentIdFault };

export type ResidentIdFault = 'length' | 'characters' | 'birthDate' | 'checkDigit' | 'region';

export type CreditCodeCheck =
  | { readonly kind: 'valid' }
  | { readonly kind: 'wrong'; readonly reason: 'length' | 'characters' | 'checkDigit' };

/** GB 11643-1999: the provinces' figures of GB/T 2260. */
const provinces: ReadonlySet<string> = new Set(
  [11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46]
    .concat([50, 51, 52, 53, 54, 61, 62, 63, 64, 65, 71])
    .map(String),
);

/** 港澳台居民居住证: 公民身份号码地址码用 810000、820000、830000。国办发〔2018〕81号《港澳台居民居住证申领发放办法》 */
const residencePermitRegions: ReadonlySet<string> = new Set(['810000', '820000', '830000']);

const residentWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const residentCheckDigits = '10X98765432';

/** An ID number as it is stored: half-width, no spaces, capital letters. */
export function normaliseIdNumber(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\u200B-\u200F\u2060\uFEFF]/g, '')
    .toUpperCase();
}

/**
 * Checks a 公民身份号码 (GB 11643-1999) or the number of a 港澳台居民居住证, which is built alike.
 * With today given, a birth date after it is wrong.
 */
export function checkResidentId(text: string, today?: LocalDate): ResidentIdCheck {
  const number = normaliseIdNumber(text);
  if (number.length !== 18 && number.length !== 15) {
    return { kind: 'wrong', reason: 'length' };
  }
  if (!/^(?:\d{15}|\d{17}[\dX])$/.test(number)) {
    return { kind: 'wrong', reason: 'characters' };
  }
  if (!provinces.has(number.slice(0, 2)) && !residencePermitRegions.has(number.slice(0, 6))) {
    return { kind: 'wrong', reason: 'region' };
  }
  return number.length === 15 ? checkOldNumber(number) : checkNumber(number, today);
}

/** 外国人永久居留身份证 of 2023: 18 figures beginning with 9, built and checked like a 公民身份号码. */
export function checkForeignResidentId(text: string, today?: LocalDate): ResidentIdCheck {
  const number = normaliseIdNumber(text);
  if (number.length !== 18) {
    return { kind: 'wrong', reason: 'length' };
  }
  if (!/^\d{17}[\dX]$/.test(number)) {
    return { kind: 'wrong', reason: 'characters' };
  }
  return number.startsWith('9') ? checkNumber(number, today) : { kind: 'wrong', reason: 'region' };
}

function checkNumber(number: string, today: LocalDate | undefined): ResidentIdCheck {
  const birthDate = localDateOf(
    Number(number.slice(6, 10)),
    Number(number.slice(10, 12)),
    Number(number.slice(12, 14)),
  );
  if (birthDate === undefined || (today !== undefined && birthDate > today)) {
    return { kind: 'wrong', reason: 'birthDate' };
  }
  const sum = residentWeights.reduce(
    (total, weight, place) => total + weight * Number(number.charAt(place)),
    0,
  );
  if (residentCheckDigits.charAt(sum % 11) !== number.charAt(17)) {
    return { kind: 'wrong', reason: 'checkDigit' };
  }
  return { kind: 'valid', birthDate, sex: Number(number.charAt(16)) % 2 === 1 ? 'male' : 'female' };
}

/** Numbers of 15 figures have no check digit and the birth year without its century: 19. */
function checkOldNumber(number: string): ResidentIdCheck {
  const birthDate = localDateOf(
    1900 + Number(number.slice(6, 8)),
    Number(number.slice(8, 10)),
    Number(number.slice(10, 12)),
  );
  return birthDate === undefined ? { kind: 'wrong', reason: 'birthDate' } : { kind: 'oldFifteen' };
}

/** Age in full years (周岁) on a day; the birthday itself completes the year. */
export function ageOn(birthDate: LocalDate, day: LocalDate): number {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

const creditCharacters = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const creditWeights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28] as const;

/** Checks a 统一社会信用代码 by the check character of GB 32100-2015; the inner organisation code is not checked. */
export function checkCreditCode(text: string): CreditCodeCheck {
  const code = normaliseIdNumber(text);
  if (code.length !== 18) {
    return { kind: 'wrong', reason: 'length' };
  }
  if (!/^[0-9A-HJ-NP-RTUWXY]{2}\d{6}[0-9A-HJ-NP-RTUWXY]{10}$/.test(code)) {
    return { kind: 'wrong', reason: 'characters' };
  }
  const sum = creditWeights.reduce(
    (total, weight, place) => total + weight * creditCharacters.indexOf(code.charAt(place)),
    0,
  );
  return creditCharacters.charAt((31 - (sum % 31)) % 31) === code.charAt(17)
    ? { kind: 'valid' }
    : { kind: 'wrong', reason: 'checkDigit' };
}
