import { z } from 'zod';
import { addMonths, type LocalDate, localDateSchema } from '../local-date.ts';

/** A 一年期贷款市场报价利率 with the day on which the 全国银行间同业拆借中心 announced it. */
export const loanPrimeRateSchema = z
  .object({ announcedOn: localDateSchema, percent: z.string().regex(/^\d{1,2}\.\d{2}$/) })
  .readonly();

/** The table that comes with the program, with its source; months that are not known for certain are left out. */
export const loanPrimeRatesSchema = z.object({
  source: z.string().min(1),
  checkedOn: localDateSchema,
  oneYear: z.array(loanPrimeRateSchema),
});
export type LoanPrimeRate = z.infer<typeof loanPrimeRateSchema>;

/** The months that an office adds from the announcements; one announcement a month. */
export const officeLoanPrimeRatesSchema = z
  .object({
    oneYear: z
      .array(loanPrimeRateSchema)
      .max(400)
      .refine((rates) => new Set(rates.map(monthAnnounced)).size === rates.length, '同一个月填了两次')
      .readonly(),
  })
  .readonly();
export type OfficeLoanPrimeRates = z.infer<typeof officeLoanPrimeRatesSchema>;
export const defaultOfficeLoanPrimeRates: OfficeLoanPrimeRates = { oneYear: [] };

function monthAnnounced({ announcedOn }: LoanPrimeRate): string {
  return monthOf(announcedOn);
}

/** The program's table with what the office added; of one month the office's own holds. */
export function joinedRates(
  program: readonly LoanPrimeRate[],
  office: readonly LoanPrimeRate[],
): readonly LoanPrimeRate[] {
  const own = new Set(office.map(monthAnnounced));
  return [...program.filter((rate) => !own.has(monthAnnounced(rate))), ...office];
}

function monthOf(day: LocalDate): string {
  return day.slice(0, 7);
}

/**
 * The one-year rate that stood on a day: the last one announced until then. undefined where the table does not have it;
 * a rate is announced every month, on the 20th or the working day after it, and stands until the next.
 */
export function loanPrimeRateOn(rates: readonly LoanPrimeRate[], day: LocalDate): LoanPrimeRate | undefined {
  const ofMonth = rates.find((rate) => monthOf(rate.announcedOn) === monthOf(day));
  if (ofMonth !== undefined && ofMonth.announcedOn <= day) return ofMonth;
  // Without the month's own announcement nobody knows what stood from the 20th on.
  if (ofMonth === undefined && Number(day.slice(8)) >= 20) return undefined;
  const month = monthOf(addMonths(day, -1));
  return rates.find((rate) => monthOf(rate.announcedOn) === month);
}
