import { type Fen, fenSchema, parseAmount } from '../money.ts';

const figuresOf: ReadonlyMap<string, number> = new Map([
  ...[...'零壹贰叁肆伍陆柒捌玖'].map((character, value) => [character, value] as const),
  ['〇', 0],
  ['参', 3],
  ['两', 2],
]);
const unitsOf: ReadonlyMap<string, number> = new Map([
  ['拾', 10],
  ['佰', 100],
  ['仟', 1000],
]);

/** 壹仟零伍拾 within one group of four places; undefined where the words make no number. */
function readGroup(words: string): number | undefined {
  let total = 0;
  let digit: number | undefined;
  for (const character of words) {
    const figure = figuresOf.get(character);
    const unit = unitsOf.get(character);
    if (figure !== undefined) {
      if (digit !== undefined && digit !== 0) return undefined;
      digit = figure;
    } else if (unit !== undefined) {
      total += (digit === undefined || digit === 0 ? 1 : digit) * unit;
      digit = undefined;
    } else {
      return undefined;
    }
  }
  return total + (digit ?? 0);
}

function readYuan(words: string): number | undefined {
  const [, hundredMillions, tenThousands, units = ''] =
    /^(?:(.*)亿)?(?:(.*)万)?(.*)$/u.exec(words.replaceAll('萬', '万')) ?? [];
  // A unit without a number before it, as in 万元, is no amount.
  if (hundredMillions === '' || tenThousands === '') return undefined;
  const groups = [hundredMillions ?? '', tenThousands ?? '', units].map(readGroup);
  const [first, second, third] = groups;
  return first === undefined || second === undefined || third === undefined
    ? undefined
    : first * 1_0000_0000 + second * 1_0000 + third;
}

const capitalParts =
  /^(?:([^元圆角分整正]+)[元圆])?零?(?:([^元圆角分整正])角)?零?(?:([^元圆角分整正])分)?[整正]?$/u;

/** Reads an amount in capital figures as fen; undefined where the words make no amount (银发〔1997〕393号 附一). */
export function readCapitalAmount(words: string): Fen | undefined {
  const [, whole, jiao, fen] = capitalParts.exec(words) ?? [];
  if (whole === undefined && jiao === undefined && fen === undefined) return undefined;
  const yuan = whole === undefined ? 0 : readYuan(whole);
  const tenths = jiao === undefined ? 0 : figuresOf.get(jiao);
  const hundredths = fen === undefined ? 0 : figuresOf.get(fen);
  if (yuan === undefined || tenths === undefined || hundredths === undefined) return undefined;
  return fenSchema.safeParse(yuan * 100 + tenths * 10 + hundredths).data;
}

export type AmountInWords = {
  readonly capital: string;
  readonly capitalFen: Fen;
  readonly figures: string;
  readonly figuresFen: Fen;
};

const capitalRun = /[零〇壹贰叁参肆伍陆柒捌玖两拾佰仟万萬亿]+[元圆][零壹贰叁参肆伍陆柒捌玖角分整正]*/gu;
const figures = String.raw`(\d+(?:[,，]\d{3})*(?:\.\d+)?\s*[万亿]?)(?![\d.年月日期%％])\s*元?`;
const unit = String.raw`[：:为]?\s*(?:人民币)?\s*[￥¥]?\s*`;
/** 壹万元整（￥10,000.00）, 壹万元，小写10000元; figures without such a mark may be a day or another sum. */
const figuresAfter = new RegExp(
  `^\\s*(?:[（(]\\s*(?:即|小写)?${unit}|[，,、]?\\s*(?:即|小写)${unit}|[￥¥]\\s*)${figures}`,
  'u',
);
const figuresBefore = new RegExp(
  `${figures}\\s*(?:[（(]\\s*(?:大写)?|[，,、]?\\s*大写)[：:为]?\\s*(?:人民币)?\\s*$`,
  'u',
);

/** The amounts of a text that are written twice side by side, in capitals and in figures. */
export function amountsInWords(text: string): readonly AmountInWords[] {
  return Array.from(text.matchAll(capitalRun)).flatMap((match): AmountInWords[] => {
    const [capital] = match;
    const beside =
      figuresAfter.exec(text.slice(match.index + capital.length)) ??
      figuresBefore.exec(text.slice(0, match.index));
    const figures = beside?.[1]?.trim();
    const capitalFen = readCapitalAmount(capital);
    if (figures === undefined || capitalFen === undefined) return [];
    const amount = parseAmount(figures.replaceAll('，', ','), 'yuan');
    return amount.kind === 'amount' ? [{ capital, capitalFen, figures, figuresFen: amount.fen }] : [];
  });
}
