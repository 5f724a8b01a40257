import type { CaseId } from '#shared/contract/ids.ts';
import { type LocalDate, localDateSchema } from '#shared/domain/local-date.ts';
import { type Fen, fenSchema } from '#shared/domain/money.ts';

/** Some thousand days are met a million times. */
const days = new Map<string, LocalDate>();

/** Storage values as domain values; a value that the domain does not allow means a damaged row and throws. */
export function dayOf(value: string): LocalDate {
  let day = days.get(value);
  if (day === undefined) {
    day = localDateSchema.parse(value);
    days.set(value, day);
  }
  return day;
}
export function dayOrNull(value: string | null): LocalDate | null {
  return value === null ? null : dayOf(value);
}
export function fenOf(value: number): Fen {
  return fenSchema.parse(value);
}
export function fenOrNull(value: number | null): Fen | null {
  return value === null ? null : fenOf(value);
}
export function flag(value: boolean): 0 | 1 {
  return value ? 1 : 0;
}
export function textList(json: string): string[] {
  return JSON.parse(json) as string[];
}
/** An id that came out of the register is one of its own. */
export function idOf<Id extends number>(value: number): Id {
  return value as Id;
}
export function idOrNull<Id extends number>(value: number | null): Id | null {
  return value as Id | null;
}
export function caseIdOf(value: number): CaseId {
  return value as CaseId;
}
