import { z } from 'zod';

/** 上限 9,999亿9,999万9,999元：the largest sum that the words of 《正确填写票据和结算凭证的基本规定》 are used for here. */
const largestFen = 9_999_9999_9999_00;

/** An amount of money in whole fen (分), from zero up to the office's limit. */
export const fenSchema = z.number().int().min(0).max(largestFen).brand<'Fen', 'inout'>();

/** An amount of money in whole fen (分). */
export type Fen = z.infer<typeof fenSchema>;

/** A sum over many cases in whole fen: it may pass the limit of one amount, but not what a number holds exactly. */
export const fenSumSchema = z.number().int().min(0).brand<'Fen', 'inout'>();

/** Takes a number as such a sum, at less cost than the schema; throws ZodError where it is none. */
export function fenSum(value: number): Fen {
  return Number.isSafeInteger(value) && value >= 0 ? (value as Fen) : fenSumSchema.parse(value);
}

export type AmountUnit = 'yuan' | 'wan';

export type ParsedAmount =
  | { readonly kind: 'amount'; readonly fen: Fen }
  | { readonly kind: 'none' }
  | { readonly kind: 'invalid' };

/** Takes a number as fen; throws RangeError on fractions, negative numbers and sums above the limit. */
export function fen(value: number): Fen {
  const parsed = fenSchema.safeParse(value);
  if (!parsed.success) {
    throw new RangeError(`Not an amount in fen: ${value}`);
  }
  return parsed.data;
}

/** The sum of amounts in fen; throws RangeError above the limit. */
export function addFen(...amounts: readonly Fen[]): Fen {
  let sum = 0;
  for (const amount of amounts) {
    sum += amount;
  }
  return fen(sum);
}

const wordsForNone: ReadonlySet<string> = new Set([
  '',
  '/',
  '\\',
  '-',
  '--',
  '无',
  '无标的',
  '无标的额',
  '无金额',
  '无财产',
  '无财产内容',
  '无给付内容',
  '不涉及',
  '不涉及财产',
  '不涉及金额',
]);

/** How many decimal places reach one fen, by the unit that the figures are written in. */
const placesToFen = { yuan: 2, qian: 5, wan: 6, baiWan: 8, qianWan: 9, yi: 10 } as const;

const unitWords: ReadonlyMap<string, keyof typeof placesToFen> = new Map([
  ['元', 'yuan'],
  ['圆', 'yuan'],
  ['块', 'yuan'],
  ['千', 'qian'],
  ['万', 'wan'],
  ['百万', 'baiWan'],
  ['千万', 'qianWan'],
  ['亿', 'yi'],
]);

const amountPattern =
  /^(?:人民币|rmb|cny)?:?[¥$]?(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d+))?(百万|千万|[千万亿元圆块])?(?:元|圆)?(?:整|正)?$/;

/**
 * Reads an amount as clerks write it; a unit in the text (万, 亿, 元) wins over the column's unit.
 * Guesses nothing: 约五万, negative sums and parts of a fen are invalid.
 */
export function parseAmount(text: string, unit: AmountUnit): ParsedAmount {
  const folded = text
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/[\u2010-\u2015\u2500\u2212]/g, '-');
  if (wordsForNone.has(folded.replace(/\s/g, ''))) {
    return { kind: 'none' };
  }
  // A space may stand beside a sign or a unit, never between two figures: “100 200” are two amounts.
  if (/[\d,.]\s+[\d,.]/.test(folded) || /\$/.test(folded)) {
    return { kind: 'invalid' };
  }
  const match = amountPattern.exec(folded.replace(/\s/g, ''));
  if (match === null) {
    return { kind: 'invalid' };
  }
  const [, whole = '', decimals = '', word] = match;
  const written = word === undefined ? unit : (unitWords.get(word) ?? unit);
  return fromFigures(whole.replaceAll(',', ''), decimals, placesToFen[written]);
}

/**
 * Reads a spreadsheet's number cell; keeps the 15 digits that a spreadsheet shows, because a formula leaves
 * 45936.479999999996 behind 45,936.48.
 */
export function amountFromNumber(value: number, unit: AmountUnit): ParsedAmount {
  if (!Number.isFinite(value)) {
    return { kind: 'invalid' };
  }
  return parseAmount(String(Number(value.toPrecision(15))), unit);
}

function fromFigures(whole: string, decimals: string, places: number): ParsedAmount {
  if (decimals.length > places || whole.length > 15) {
    return { kind: 'invalid' };
  }
  const parsed = fenSchema.safeParse(Number(whole + decimals.padEnd(places, '0')));
  return parsed.success ? { kind: 'amount', fen: parsed.data } : { kind: 'invalid' };
}

function groupThousands(digits: string): string {
  return digits.replace(/\B(?=(?:\d{3})+$)/g, ',');
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

/** Yuan with separators and two decimals: 16,409.02. */
export function formatYuan(amount: Fen): string {
  return `${groupThousands(String(Math.floor(amount / 100)))}.${twoDigits(amount % 100)}`;
}

/** Yuan without separators, decimals only where there are any: 16409.02, 16409. */
export function formatYuanPlain(amount: Fen): string {
  const yuan = String(Math.floor(amount / 100));
  return amount % 100 === 0 ? yuan : `${yuan}.${twoDigits(amount % 100)}`;
}

/** 万元 with separators and two decimals, rounded half up in whole numbers: 1.64. */
export function formatWan(amount: Fen): string {
  const hundredths = Math.floor((amount + 5_000) / 10_000);
  return `${groupThousands(String(Math.floor(hundredths / 100)))}.${twoDigits(hundredths % 100)}`;
}
