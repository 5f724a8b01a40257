import { closingCodes, closings } from '#shared/domain/closing.ts';
import type { ReadableDb, WritableDb } from './query.ts';

const succeeding = closingCodes
  .filter((code) => closings[code].outcome === 'success')
  .map((code) => `'${code}'`)
  .join(', ');

/**
 * The derived row of a case, from the facts. `agreed_fen` counts only with a successful closing and `paid_fen` is what
 * has been paid so far (design.md §6, amounts); a removed case has no row and is in no figure.
 */
const derivation = `
  SELECT c.id AS case_id,
    coalesce(c.received_on, c.registered_on) AS listed_on,
    c.status AS status,
    c.received_on AS received_on,
    k.closed_on AS ended_on,
    k.code AS closing_code,
    coalesce(k.partly, 0) AS partly,
    c.channel AS channel,
    c.source AS source,
    c.court_id AS court_id,
    c.cause_id AS cause_id,
    c.mediator_id AS mediator_id,
    c.sector AS sector,
    c.claim_fen AS claim_fen,
    CASE WHEN k.code IN (${succeeding}) THEN a.agreed_fen END AS agreed_fen,
    (SELECT coalesce(sum(p.amount_fen), 0) FROM payments p WHERE p.case_id = c.id AND p.cancelled_at IS NULL)
      AS paid_fen,
    j.confirmed_on AS confirmed_on,
    (SELECT count(*) FROM doubts d WHERE d.case_id = c.id AND d.settled_at IS NULL) AS doubts
  FROM cases c
  LEFT JOIN closings k ON k.case_id = c.id
  LEFT JOIN agreements a ON a.case_id = c.id
  LEFT JOIN judicial_confirmations j ON j.case_id = c.id
  WHERE c.removed_at IS NULL`;

/** Makes the derived row of one case anew; called by `transact` for every case that a command touched. */
export function refreshFigures(db: WritableDb, caseId: number): void {
  db.runPlain('DELETE FROM case_figures WHERE case_id = ?', caseId);
  db.runPlain(`INSERT INTO case_figures ${derivation} AND c.id = ?`, caseId);
}

/** The ids of cases whose derived row is not what the facts give; an honest register has none. */
export function casesWithWrongFigures(db: ReadableDb): readonly number[] {
  return db
    .plain<{ case_id: number }>(
      `SELECT case_id FROM (SELECT * FROM (${derivation}) EXCEPT SELECT * FROM case_figures)
       UNION SELECT case_id FROM (SELECT * FROM case_figures EXCEPT SELECT * FROM (${derivation}))`,
    )
    .map((row) => row.case_id);
}
