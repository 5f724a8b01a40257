import type { Period } from '#shared/domain/reporting-period.ts';
import type { Slice } from '#shared/domain/statistics.ts';
import type { ReadableDb } from '../query.ts';
import { countedWhere } from './conditions.ts';

/** What a table by mediators tells of each besides their own cases. */
export type MediatorOfPeriod = {
  readonly id: number;
  readonly sector: string | null;
  /** 入册法院 */
  readonly courtShortName: string | null;
  /** 政协委员; null: not known. */
  readonly isMember: boolean | null;
  /** Closed cases that somebody else led. */
  readonly assisted: number;
  readonly proposals: number;
  readonly publicOpinions: number;
  readonly trainings: number;
  readonly trainingHours: number;
  /** 补贴 in fen, by the day on which it was granted and by the day on which it was paid. */
  readonly grantedFen: number;
  readonly paidFen: number;
};

type Row = Omit<MediatorOfPeriod, 'isMember' | 'assisted'> & { readonly isMember: number | null };

const within = (column: string) => `${column} BETWEEN :from AND :to`;

const sql = `
  SELECT m.id, m.sector, courts.short_name AS courtShortName, m.is_member AS isMember,
    coalesce(p.proposals, 0) AS proposals, coalesce(p.opinions, 0) AS publicOpinions,
    coalesce(t.trainings, 0) AS trainings, coalesce(t.hours, 0) AS trainingHours,
    coalesce(s.granted, 0) AS grantedFen, coalesce(s.paid, 0) AS paidFen
  FROM mediators m
  LEFT JOIN courts ON courts.id = m.court_id
  LEFT JOIN (SELECT mediator_id, sum(kind = 'proposal') AS proposals, sum(kind = 'publicOpinion') AS opinions
    FROM follow_up_proposals WHERE cancelled_at IS NULL AND ${within('submitted_on')} GROUP BY mediator_id) p
    ON p.mediator_id = m.id
  LEFT JOIN (SELECT mediator_id, count(*) AS trainings, sum(coalesce(hours, 0)) AS hours
    FROM trainings WHERE cancelled_at IS NULL AND ${within('trained_on')} GROUP BY mediator_id) t
    ON t.mediator_id = m.id
  LEFT JOIN (SELECT s.mediator_id, sum(CASE WHEN ${within('s.granted_on')} THEN s.amount_fen ELSE 0 END) AS granted,
      sum(CASE WHEN ${within('s.paid_on')} THEN s.amount_fen ELSE 0 END) AS paid
    FROM subsidies s JOIN cases c ON c.id = s.case_id
    WHERE s.cancelled_at IS NULL AND c.removed_at IS NULL GROUP BY s.mediator_id) s
    ON s.mediator_id = m.id`;

/** Everybody on the roster with what they did in a period besides leading cases. */
export function mediatorsOfPeriod(
  db: ReadableDb,
  period: Period,
  filter: readonly Slice[],
): readonly MediatorOfPeriod[] {
  const where = countedWhere({ figure: 'closed', period, slices: [...filter] });
  const assisted = new Map(
    db
      .plain<{ readonly id: number; readonly cases: number }>(
        `SELECT one.value AS id, count(DISTINCT f.case_id) AS cases
         FROM case_figures f JOIN cases c ON c.id = f.case_id, json_each(c.assisting) one
         WHERE ${where.sql} AND c.assisting <> '[]' GROUP BY one.value`,
        ...where.parameters,
      )
      .map(({ id, cases }) => [id, cases]),
  );
  const days = Array.from({ length: 4 }, () => [period.from, period.to]).flat();
  return db.plain<Row>(sql.replace(/:(?:from|to)/g, '?'), ...days).map((row) => ({
    ...row,
    isMember: row.isMember === null ? null : row.isMember === 1,
    assisted: assisted.get(row.id) ?? 0,
  }));
}
