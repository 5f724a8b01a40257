import { z } from 'zod';
import { formatLocalDate, type LocalDate, localDateSchema } from '../local-date.ts';

/** A span of days; both ends belong to it. */
export const periodSchema = z
  .object({ from: localDateSchema, to: localDateSchema })
  .readonly()
  .refine((period) => period.from <= period.to, '截止日早于起始日');

/** A span of days; both ends belong to it. */
export type Period = { readonly from: LocalDate; readonly to: LocalDate };

/** Whether two periods are of the same days. */
export function isSamePeriod(one: Period, other: Period): boolean {
  return one.from === other.from && one.to === other.to;
}

/** 2026年10月26日至2026年11月25日; a single day once. */
export function formatPeriod({ from, to }: Period): string {
  return from === to ? formatLocalDate(from) : `${formatLocalDate(from)}至${formatLocalDate(to)}`;
}
