import { formatLocalDate, type LocalDate, localDateOf } from '../local-date.ts';
import { agreedWords } from './agreed-words.ts';
import type { AgreementToCheck, Findings } from './check.ts';
import { type LoanPrimeRate, loanPrimeRateOn } from './loan-prime-rate.ts';
import { type WrittenRate, writtenRates } from './rates.ts';

/** 法释〔2020〕17号《民间借贷规定》第25条、第28条、第29条: four times the one-year rate at the time of the contract, overdue or not. */
const times = 4;

const lending =
  /(\d{4})年(\d{1,2})月(\d{1,2})日[^。；\n]{0,30}?(?:借款|借给|出借|借到|借得|借条|借据|借入|向[^。；，\n]{1,20}借)/gu;

/** The only day on which the facts say that money was lent; undefined where they name none, or several. */
function lentOn(facts: string | null): LocalDate | undefined {
  const named = Array.from((facts ?? '').matchAll(lending), ([, year, month, day]) =>
    localDateOf(Number(year), Number(month), Number(day)),
  );
  const [first, ...more] = [...new Set(named)];
  return more.length === 0 ? first : undefined;
}

/** As people write percentages: 15.4, 24. */
function percent(value: number): string {
  return `${Number(value.toFixed(4))}%`;
}

function tooHigh(rate: WrittenRate, on: LocalDate, basis: string, rates: readonly LoanPrimeRate[]) {
  if (rate.kind === 'multiple') {
    return rate.times > times
      ? { code: 'interestAboveLimit' as const, told: '超过一年期LPR的四倍，超过部分不受保护' }
      : undefined;
  }
  const found = loanPrimeRateOn(rates, on);
  const yearly = `折合年利率${percent(rate.perYear)}`;
  if (found === undefined) {
    return {
      code: 'interestNotChecked' as const,
      told: `${yearly}；${basis}${formatLocalDate(on)}，没有该月LPR，未核对：上限是借款合同成立时一年期LPR的四倍，可在“设置—LPR”补上该月`,
    };
  }
  const limit = Number(found.percent) * times;
  return rate.perYear - limit > 1e-6
    ? {
        code: 'interestAboveLimit' as const,
        told: `${yearly}，超过${percent(limit)}（一年期LPR ${found.percent}% 的四倍，${formatLocalDate(found.announcedOn)}公布；${basis}${formatLocalDate(on)}）`,
      }
    : undefined;
}

/** Only private loans have this limit; another penalty that is too high is for the parties and the court to lower. */
export function* interest(agreement: AgreementToCheck): Findings {
  const { cause, mainFacts, signedOn, heldOn, loanPrimeRates } = agreement;
  if (cause?.includes('民间借贷') !== true) return;
  const lent = lentOn(mainFacts);
  const day = lent ?? signedOn ?? heldOn.at(-1);
  if (day === undefined) return;
  const basis = lent === undefined ? '看不出借款合同成立日，暂按' : '借款合同成立日按主要事实为';
  for (const { field, place, words } of agreedWords(agreement)) {
    for (const rate of writtenRates(words)) {
      const found = tooHigh(rate, day, basis, loanPrimeRates);
      if (found !== undefined) {
        yield { code: found.code, field, sentence: `${place}“${rate.words}”${found.told}` };
      }
    }
  }
}
