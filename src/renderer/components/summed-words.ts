import { fenSumSchema, formatWan, formatYuan } from '#shared/domain/money.ts';
import { type AmountName, amounts } from '#shared/domain/statistics.ts';

/** In which unit a list says what each case adds: money to the fen, so that the column adds up. */
export function unitOfAdded(name: AmountName): string {
  const { unit } = amounts[name];
  return unit === '万元' ? '元' : unit;
}

/** What one case adds to a sum, or all of them: 1,234.00 of money, a plain number of days and people. */
export function addedInWords(name: AmountName, value: number): string {
  return amounts[name].unit === '万元' ? formatYuan(fenSumSchema.parse(value)) : String(value);
}

/** A sum as the tables show it: 131.50 万元, 1087 天. */
export function sumInWords(name: AmountName, value: number): string {
  const { unit } = amounts[name];
  return `${unit === '万元' ? formatWan(fenSumSchema.parse(value)) : value} ${unit}`;
}
