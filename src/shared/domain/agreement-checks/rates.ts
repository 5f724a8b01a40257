/** A rate as the words of an agreement give it: by the year, or as a multiple of the one-year LPR. */
export type WrittenRate =
  | { readonly kind: 'percent'; readonly words: string; readonly perYear: number }
  | { readonly kind: 'multiple'; readonly words: string; readonly times: number };

const numerals = '零一二三四五六七八九';
const chinese = `[${numerals}〇两十百点]+`;

/** 二十四, 十五点四, 0.05; undefined where it is no number. */
function readNumber(words: string): number | undefined {
  if (/^\d+(?:\.\d+)?$/.test(words)) return Number(words);
  const [whole = '', decimals = ''] = words.replaceAll('〇', '零').replaceAll('两', '二').split('点');
  const match =
    /^(?:([一二三四五六七八九])百零?)?(?:([一二三四五六七八九])?(十))?([零一二三四五六七八九])?$/.exec(whole);
  if (match === null || whole === '') return undefined;
  const [, hundreds, tens, ten, ones] = match;
  const digit = (character: string | undefined) =>
    character === undefined ? 0 : numerals.indexOf(character);
  const value = digit(hundreds) * 100 + (ten === undefined ? 0 : (digit(tens) || 1) * 10) + digit(ones);
  const fraction = [...decimals].map(digit).join('');
  return fraction === '' ? value : Number(`${value}.${fraction}`);
}

const number = String.raw`(?:\d+(?:\.\d+)?|${chinese})`;
const amount = `(?:(?<sign>${number})\\s*(?<mark>[%％‰‱])|(?<parts>百分之|千分之|万分之)(?<share>${number}))`;
// A day before a rate (12月31日5%) is no period of it.
const before = '(?<![\\d零〇一二三四五六七八九十])';
const percentPatterns = [
  new RegExp(
    `${before}(?<period>[年月日天])(?:化)?(?:利率|利息|息|费率|违约金|滞纳金)?(?:标准)?(?:为|是|按照?|以)?[：:]?\\s*${amount}`,
    'gu',
  ),
  new RegExp(
    `每(?:[一1个]{0,2})?(?<period>[年月日天])(?:按照?|以|加收|支付)?[^\\d，。；\\n百千万]{0,8}${amount}`,
    'gu',
  ),
  new RegExp(`${amount}\\s*(?:[/／]|每)(?<period>[年月日天])`, 'gu'),
  new RegExp(`${amount}的?(?<period>[年月日])(?:化)?(?:利率|利息|息)`, 'gu'),
];
const monthlyFen = new RegExp(
  `月(?:利率|利息|息)(?:为|按)?(?<fen>${number})分(?:(?<li>[${numerals}\\d])厘)?`,
  'gu',
);
const multiplePattern = new RegExp(
  `(?:LPR|贷款市场报价利率)(?:[（(][^）)]{0,12}[）)])?的?\\s*(?<times>${number})\\s*倍`,
  'giu',
);

const percentOf: Readonly<Record<string, number>> = {
  '%': 1,
  '％': 1,
  百分之: 1,
  '‰': 0.1,
  千分之: 0.1,
  '‱': 0.01,
  万分之: 0.01,
};
/** A year has 365 days, as the bills for interest are reckoned. */
const periodsInYear: Readonly<Record<string, number>> = { 年: 1, 月: 12, 日: 365, 天: 365 };

/** The rates of interest that stand in a text, in its order; what cannot be read for certain is left out. */
export function writtenRates(text: string): readonly WrittenRate[] {
  const found: { readonly index: number; readonly rate: WrittenRate }[] = [];
  for (const match of percentPatterns.flatMap((pattern) => Array.from(text.matchAll(pattern)))) {
    const { period = '', sign, mark = '', parts = '', share } = match.groups ?? {};
    const value = readNumber(sign ?? share ?? '');
    const scale = percentOf[mark === '' || mark === undefined ? parts : mark];
    const times = periodsInYear[period];
    if (value !== undefined && scale !== undefined && times !== undefined) {
      found.push({
        index: match.index,
        rate: { kind: 'percent', words: match[0].trim(), perYear: value * scale * times },
      });
    }
  }
  for (const match of text.matchAll(monthlyFen)) {
    const value = readNumber(match.groups?.fen ?? '');
    const rest = readNumber(match.groups?.li ?? '') ?? 0;
    if (value !== undefined) {
      found.push({
        index: match.index,
        rate: { kind: 'percent', words: match[0], perYear: (value + rest / 10) * 12 },
      });
    }
  }
  for (const match of text.matchAll(multiplePattern)) {
    const times = readNumber(match.groups?.times ?? '');
    if (times !== undefined) {
      found.push({ index: match.index, rate: { kind: 'multiple', words: match[0], times } });
    }
  }
  const sorted = found.toSorted((a, b) => a.index - b.index || b.rate.words.length - a.rate.words.length);
  // The same rate may be read by two patterns that overlap.
  return sorted
    .filter(({ index }, place) => {
      const earlier = sorted[place - 1];
      return earlier === undefined || index >= earlier.index + earlier.rate.words.length;
    })
    .map(({ rate }) => rate);
}
