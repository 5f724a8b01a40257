import { type Fen, formatYuan } from './money.ts';

const digits = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'] as const;
const placesInGroup = ['', '拾', '佰', '仟'] as const;

function digit(value: number): string {
  return digits[value] ?? '';
}

/** One group of four digits without its leading zeros; several zeros in the middle are written once. */
function capitalGroup(value: number): string {
  let words = '';
  let zeroIsDue = false;
  for (let place = 3; place >= 0; place -= 1) {
    const figure = Math.floor(value / 10 ** place) % 10;
    if (figure === 0) {
      zeroIsDue = words !== '';
    } else {
      words += (zeroIsDue ? '零' : '') + digit(figure) + placesInGroup[place];
      zeroIsDue = false;
    }
  }
  return words;
}

function capitalYuan(yuan: number): string {
  const hundredMillions = Math.floor(yuan / 1_0000_0000);
  const tenThousands = Math.floor(yuan / 1_0000) % 1_0000;
  const units = yuan % 1_0000;
  let words = '';
  if (hundredMillions > 0) {
    words = `${capitalGroup(hundredMillions)}亿`;
  }
  if (tenThousands > 0) {
    // A zero in the 亿 place is written; the licence to leave it out is given for 万 and 元 only (附一 第三条(三)).
    const zero = hundredMillions > 0 && (tenThousands < 1000 || hundredMillions % 10 === 0);
    words += `${zero ? '零' : ''}${capitalGroup(tenThousands)}万`;
  }
  if (units > 0) {
    // 107,000: a zero in the 万 place before a figure in the 千 place is left out, as in the rule's own first example.
    const zero = words !== '' && (units < 1000 || tenThousands === 0);
    words += `${zero ? '零' : ''}${capitalGroup(units)}`;
  }
  return words;
}

/**
 * The amount in capital figures, in the first form of each of the rule's examples; after 角 and after 元 stands 整.
 * 《正确填写票据和结算凭证的基本规定》(银发〔1997〕393号 附一)
 */
export function capitalAmount(amount: Fen): string {
  const yuan = Math.floor(amount / 100);
  const jiao = Math.floor(amount / 10) % 10;
  const fen = amount % 10;
  if (amount === 0) {
    return '零元整';
  }
  let words = yuan > 0 ? `${capitalYuan(yuan)}元` : '';
  if (jiao > 0) {
    const zero = yuan > 0 && yuan % 10 === 0 ? '零' : '';
    words += `${zero}${digit(jiao)}角`;
  } else if (fen > 0 && yuan > 0) {
    words += '零';
  }
  return fen > 0 ? `${words}${digit(fen)}分` : `${words}整`;
}

/** The amount as documents write it: 人民币壹万陆仟肆佰零玖元零贰分（￥16,409.02）. */
export function moneyInDocument(amount: Fen): string {
  return `人民币${capitalAmount(amount)}（￥${formatYuan(amount)}）`;
}
