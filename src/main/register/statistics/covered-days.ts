import type { LocalDate } from '#shared/domain/local-date.ts';
import type { ReadableDb } from '../query.ts';
import { dayOf } from '../values.ts';

/** The first and last day on which a case was received or ended; null in a register without any. */
export function coveredDays(db: ReadableDb): { readonly from: LocalDate; readonly to: LocalDate } | null {
  const [found] = db.plain<{ readonly first: string | null; readonly last: string | null }>(
    `SELECT min(day) AS first, max(day) AS last FROM (
       SELECT min(received_on) AS day FROM case_figures UNION ALL SELECT max(received_on) FROM case_figures
       UNION ALL SELECT min(ended_on) FROM case_figures UNION ALL SELECT max(ended_on) FROM case_figures)`,
  );
  if (found === undefined || found.first === null || found.last === null) return null;
  return { from: dayOf(found.first), to: dayOf(found.last) };
}
