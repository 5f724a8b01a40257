import type { CaseNumber } from '#shared/domain/case-number.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import type { ReadableDb } from '../query.ts';
import { dayOrNull } from '../values.ts';

/** What a case is called in a list, as the register says it today. */
export type CaseHead = {
  readonly courtNumbers: readonly CaseNumber[];
  readonly causeName: string | null;
  readonly mediatorName: string | null;
  readonly endedOn: LocalDate | null;
};

type Row = {
  readonly id: number;
  readonly cause: string | null;
  readonly mediator: string | null;
  readonly ended_on: string | null;
  readonly numbers: string;
};

/** What some cases are called, the removed ones too. */
export function caseHeads(db: ReadableDb, caseIds: readonly number[]): ReadonlyMap<number, CaseHead> {
  const rows = db.plain<Row>(
    `SELECT c.id, causes.name AS cause, mediators.name AS mediator, closings.closed_on AS ended_on,
       (SELECT json_group_array(n.number) FROM
         (SELECT number FROM case_numbers WHERE case_id = c.id AND kind = 'court' ORDER BY position) n) AS numbers
     FROM json_each(?) asked JOIN cases c ON c.id = asked.value
     LEFT JOIN causes ON causes.id = c.cause_id
     LEFT JOIN mediators ON mediators.id = c.mediator_id
     LEFT JOIN closings ON closings.case_id = c.id`,
    JSON.stringify(caseIds),
  );
  return new Map(
    rows.map(({ id, cause, mediator, ended_on, numbers }) => [
      id,
      {
        courtNumbers: JSON.parse(numbers) as CaseNumber[],
        causeName: cause,
        mediatorName: mediator,
        endedOn: dayOrNull(ended_on),
      },
    ]),
  );
}

/** The mediators who assisted in some cases, by their ids; a case in which nobody did is missing. */
export function assistingIn(db: ReadableDb, caseIds: readonly number[]): ReadonlyMap<number, number[]> {
  const rows = db.plain<{ readonly id: number; readonly assisting: string }>(
    `SELECT c.id, c.assisting FROM json_each(?) asked JOIN cases c ON c.id = asked.value WHERE c.assisting <> '[]'`,
    JSON.stringify(caseIds),
  );
  return new Map(rows.map(({ id, assisting }) => [id, JSON.parse(assisting) as number[]]));
}
