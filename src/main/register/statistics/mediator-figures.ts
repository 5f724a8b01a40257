import type { MediatorId } from '#shared/contract/ids.ts';
import type { Figures } from '#shared/contract/statistics.ts';
import type { Period } from '#shared/domain/reporting-period.ts';
import type { ReadableDb } from '../query.ts';
import { countedWhere } from './conditions.ts';
import { figuresOf, tallyAll } from './count.ts';
import { selectPeriod } from './period-figures.ts';
import { sliceTable, type TableRow } from './slice-table.ts';

/** The figures of one mediator's cases in a period, counted exactly as the report's row of that mediator, and by cause. */
export function mediatorFigures(
  db: ReadableDb,
  id: MediatorId,
  period: Period,
): { readonly figures: Figures; readonly byCause: readonly TableRow[] } {
  const selection = selectPeriod(db, period, [{ dimension: 'mediator', key: String(id) }]);
  return {
    figures: figuresOf(tallyAll(selection)),
    byCause: sliceTable(db, selection, 'cause', null),
  };
}

/** How many cases closed in the period a mediator assisted in; each counts for whoever led it. */
export function assistedCases(db: ReadableDb, id: MediatorId, period: Period): number {
  const where = countedWhere({ figure: 'closed', period, slices: [] });
  const [found] = db.plain<{ readonly cases: number }>(
    `SELECT count(*) AS cases FROM case_figures f JOIN cases c ON c.id = f.case_id
     WHERE ${where.sql} AND c.assisting <> '[]'
       AND EXISTS (SELECT 1 FROM json_each(c.assisting) one WHERE one.value = ?)`,
    ...where.parameters,
    id,
  );
  return found?.cases ?? 0;
}
