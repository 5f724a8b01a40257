import { ORPCError } from '@orpc/server';
import type { Issue, Noun, RefusalReason } from '#shared/contract/procedure.ts';

/** The office's answers that are no result; each is declared in the contract (`officeErrors`). */
export function invalid(...issues: readonly Issue[]) {
  return new ORPCError('INVALID', { defined: true, status: 422, data: { issues } });
}
export function notFound(noun: Noun) {
  return new ORPCError('NOT_FOUND', { defined: true, status: 404, data: { noun } });
}
/** The row moved since it was read. */
export function conflict(noun: Noun) {
  return new ORPCError('CONFLICT', { defined: true, status: 409, data: { noun } });
}
export function refused(reason: RefusalReason, detail: Readonly<Record<string, string>> = {}) {
  return new ORPCError('REFUSED', { defined: true, status: 409, data: { reason, detail } });
}
export function nobodyAtWork() {
  return new ORPCError('FORBIDDEN', { defined: true, status: 403, data: { what: 'nobodyAtWork' } });
}
export function busy() {
  return new ORPCError('BUSY', { defined: true, status: 503, data: { by: 'otherProcess' } });
}

/** The found value, or NOT_FOUND. */
export function found<T>(value: T | undefined | null, noun: Noun): T {
  if (value === undefined || value === null) throw notFound(noun);
  return value;
}
