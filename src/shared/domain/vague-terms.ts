export type VagueTerm = {
  readonly term: string;
  /** Where it stands in the text, in UTF-16 units. */
  readonly index: number;
  readonly why: string;
};

type VagueRule = { readonly pattern: RegExp; readonly why: string };

/** What is not clear is not confirmed. */
export const vagueTermsArticle = '民诉解释 第358条';

const noDay = '没有具体日期，法院可能认为协议内容不明确';
const noAmount = '没有确定的数额，法院可能认为协议内容不明确';
const noConduct = '没有写明做什么、做到什么程度，难以执行';
const notSettled = '事项没有议定，协议对此没有约束力';
const noYear = '没有写明年份或者月份，请写成完整日期';

const rules: readonly VagueRule[] = [
  // 12月1日后, 签订之日后 and 届满日后 name their day; 日后 by itself names none.
  {
    pattern:
      /尽快|尽早|尽可能早|早日|及时|适时|抓紧|近期|近日|(?<![\d〇一二三四五六七八九十两之当次今同某本该每翌到期满效算作休假节生签订])日后|将来|不久|随时|有空时/g,
    why: noDay,
  },
  { pattern: /(?:合理|适当|一定)(?:的)?(?:期限|时间|期间)内?|一段时间(?:内|后)?/g, why: noDay },
  {
    pattern:
      /(?:有钱|有能力|有条件|经济好转|资金(?:到位|充裕|宽裕)|条件(?:允许|成熟|具备)|手头宽裕)(?:了|的)?(?:时|后|以后|之后)?/g,
    why: noDay,
  },
  {
    pattern:
      /(?:秋收|秋后|卖粮|卖完粮|卖羊|卖牛|出栏|打完草|春耕|收割|卖房|工程款(?:下来|到账|拨付))(?:以后|之后|后)?/g,
    why: noDay,
  },
  {
    pattern: /(?<!年)(?<!\d)(?:春节|过年|中秋(?:节)?|国庆(?:节)?|端午(?:节)?|元旦)(?:之前|以前|前|后)/g,
    why: noYear,
  },
  {
    pattern: /(?<!\d{4}年?)(?:今年|明年|后年|本年)?年底(?:之前|以前|前)?|(?:今年|明年|后年)(?:内|之内)?/g,
    why: noYear,
  },
  { pattern: /(?<![\d〇一二三四五六七八九十]月|\d)(?:本月|下月|下个月|月)底(?:之前|以前|前)?/g, why: noYear },
  {
    pattern:
      /左右|上下浮动|大约|大概|大致|差不多|约(?=\s*(?:人民币|[￥¥]?\d|[壹贰叁肆伍陆柒捌玖拾一二三四五六七八九十两几]+(?:元|万|千|百|日|天|个)))/g,
    why: noAmount,
  },
  {
    pattern:
      /若干|部分款项|一部分|一定数额|一定金额|适当(?:补偿|赔偿|减免|减少|支付)|酌情|酌定|相应(?:补偿|赔偿|款项)|适量|余款若干/g,
    why: noAmount,
  },
  { pattern: /尽量|尽力|力争|争取|原则上|视情况|根据情况|基本上|积极配合|适当/g, why: noConduct },
  {
    pattern:
      /(?:另行|再行|双方|自行|进一步|事后)?协商(?:解决|处理|确定)|另行(?:商定|约定|商议|处理|解决)|再议|待定|面议/g,
    why: notSettled,
  },
];

/** Words in a clause that leave the day, the sum or the duty open; in the order of the text, overlapping ones once. */
export function findVagueTerms(text: string): readonly VagueTerm[] {
  const found = rules
    .flatMap((rule) =>
      Array.from(text.matchAll(rule.pattern), (match) => ({
        term: match[0],
        index: match.index,
        why: rule.why,
      })),
    )
    .filter((term) => term.term !== '')
    .toSorted((a, b) => a.index - b.index || b.term.length - a.term.length);
  const kept: VagueTerm[] = [];
  let end = 0;
  for (const term of found) {
    if (term.index >= end) {
      kept.push(term);
      end = term.index + term.term.length;
    }
  }
  return kept;
}
