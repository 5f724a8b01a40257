import type { Figures } from '#shared/contract/statistics.ts';
import { pointsOf, type RecordCounts } from '#shared/domain/mediator-record.ts';
import { fenSumSchema } from '#shared/domain/money.ts';
import {
  countCell,
  type FigureRow,
  figureTable,
  type MemberFigures,
  mediatorColumns,
  mediatorNotes,
  noCell,
  numberCell,
  type ReportTable,
  textCell,
  yuanCell,
} from '#shared/domain/statistics/tables.ts';
import type { Slice } from '#shared/domain/statistics.ts';
import type { ReadableDb } from '../../register/query.ts';
import { readSetting } from '../../register/settings.ts';
import {
  type ComparedRow,
  type ComparedSelections,
  comparedRows,
  type MediatorOfPeriod,
  mediatorsOfPeriod,
} from '../../register/statistics.ts';
import type { Told } from './told.ts';

/** The rows of the table by mediators, each with what the roster says. */
export type MediatorRows = readonly {
  readonly row: ComparedRow;
  readonly mediator: MediatorOfPeriod | undefined;
}[];

/** Everybody who has cases in the period, or did something else that the table tells. */
export function mediatorRows(
  db: ReadableDb,
  selections: ComparedSelections,
  filter: readonly Slice[],
): MediatorRows {
  const period = selections.current?.asked.period;
  if (period === undefined) return [];
  const known = new Map(mediatorsOfPeriod(db, period, filter).map((one) => [String(one.id), one]));
  return comparedRows(
    db,
    { ...selections, previous: null, yearToDate: null, yearToDateBefore: null },
    'mediator',
    ['current'],
  )
    .map((row) => ({ row, mediator: known.get(row.key) }))
    .sort(bySuccess);
}

/** Those whom nobody led come last, as everywhere. */
function bySuccess({ row: one }: MediatorRows[number], { row: other }: MediatorRows[number]): number {
  if (one.key === '' || other.key === '') return one.key === '' ? (other.key === '' ? 0 : 1) : -1;
  const [a, b] = [one.values.current, other.values.current];
  const by = (name: 'succeeded' | 'closed' | 'accepted') => (b?.[name] ?? 0) - (a?.[name] ?? 0);
  return by('succeeded') || by('closed') || by('accepted');
}

function recordCounts(figures: Figures, one: MediatorOfPeriod): RecordCounts {
  const { opening, received, closed, succeeded, confirmed } = figures;
  const { assisted, proposals, publicOpinions, trainings, trainingHours } = one;
  return {
    opening,
    received,
    closed,
    succeeded,
    confirmed,
    assisted,
    proposals,
    publicOpinions,
    trainings,
    trainingHours,
  };
}

/** 表三. Points and subsidies are of the whole person, so that a filtered table has none. */
export function mediatorsTable(db: ReadableDb, told: Told, rows: MediatorRows): ReportTable {
  const filtered = told.filter.length > 0;
  const settings = readSetting(db, 'points').value;
  const whole = (cell: Parameters<typeof noCellOr>[1]) => noCellOr(filtered, cell);
  const sums = { assisted: 0, points: 0, granted: 0, paid: 0 };
  const figureRows = rows.map(({ row, mediator }): FigureRow => {
    const { key, label, values } = row;
    const slices = [{ dimension: 'mediator', key }] as const;
    if (mediator === undefined || values.current === null) return { label, slices, values };
    const points = pointsOf(settings, recordCounts(values.current, mediator)).total;
    sums.assisted += mediator.assisted;
    sums.points += Math.round(points * 10);
    sums.granted += mediator.grantedFen;
    sums.paid += mediator.paidFen;
    return {
      label,
      slices,
      values,
      facts: {
        sector: textCell(mediator.sector),
        court: textCell(mediator.courtShortName),
        assisted: countCell(mediator.assisted),
        points: whole(numberCell(points)),
        granted: whole(yuanCell(mediator.grantedFen)),
        paid: whole(yuanCell(mediator.paidFen)),
      },
    };
  });
  return figureTable({
    name: 'mediators',
    periodName: told.periodName,
    unit: '件、万元、元',
    columns: mediatorColumns,
    rows: figureRows,
    total: told.total,
    totalFacts: {
      assisted: countCell(sums.assisted),
      points: whole(numberCell(sums.points / 10)),
      granted: whole(yuanCell(sums.granted)),
      paid: whole(yuanCell(sums.paid)),
    },
    comparisons: null,
    notes: [...mediatorNotes, ...(filtered ? ['本表有筛选条件，履职积分和补贴不按案件分，记“—”。'] : [])],
  });
}

function noCellOr(filtered: boolean, cell: ReturnType<typeof numberCell>) {
  return filtered ? noCell : cell;
}

/** What the 委员 among the mediators did. */
export function membersOf(rows: MediatorRows): MemberFigures {
  const members = { people: 0, accepted: 0, succeeded: 0, claim: 0, unknownPeople: 0, unknownAccepted: 0 };
  for (const { row, mediator } of rows) {
    const figures = row.values.current;
    if (mediator === undefined || figures === null || figures.accepted === 0) continue;
    if (mediator.isMember === true) {
      members.people += 1;
      members.accepted += figures.accepted;
      members.succeeded += figures.succeeded;
      members.claim += figures.claimFenOfClosed;
    } else if (mediator.isMember === null) {
      members.unknownPeople += 1;
      members.unknownAccepted += figures.accepted;
    }
  }
  const { claim, ...counts } = members;
  return { ...counts, claimFenOfClosed: fenSumSchema.parse(claim) };
}
