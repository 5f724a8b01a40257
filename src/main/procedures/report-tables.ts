import type { PeriodFigures, ReportTables } from '#shared/contract/statistics.ts';
import { formatLocalDate } from '#shared/domain/local-date.ts';
import {
  formatPeriod,
  type PeriodRequest,
  periodName,
  shortPeriodName,
} from '#shared/domain/reporting-period.ts';
import {
  casesTable,
  causeColumns,
  type FigureRow,
  figureTable,
  memberNote,
  memberSentence,
  type ReportTable,
  type ReportTableName,
  reportTableNames,
  type UnitDimension,
  unitColumns,
} from '#shared/domain/statistics/tables.ts';
import { type FigureName, figures, type Slice, sliceDimensions } from '#shared/domain/statistics.ts';
import type { ReadableDb } from '../register/query.ts';
import { readSetting } from '../register/settings.ts';
import {
  type ComparedRow,
  type ComparedSelections,
  comparedRows,
  countedCases,
  coveredDays,
  figuresOfSelection,
  rowLabels,
} from '../register/statistics.ts';
import { adjustmentNotes } from './month-adjustments.ts';
import { comparedCountings } from './report.ts';
import { mediatorRows, mediatorsTable, membersOf } from './report-tables/mediators.ts';
import { isUnderPeoplesMediation, peoplesMediation } from './report-tables/peoples-mediation.ts';
import { reasons } from './report-tables/reasons.ts';
import type { Told } from './report-tables/told.ts';
import { traffic } from './report-tables/traffic.ts';
import { countedTodayNotes, signedNotes } from './signed-notes.ts';

export type TablesAsked = {
  readonly request: PeriodRequest;
  readonly filter: readonly Slice[];
  readonly unit: UnitDimension;
  /** null: those that the office makes. */
  readonly tables: readonly ReportTableName[] | null;
};

/** How the list of cases is given. */
export type CasesAsked = { readonly masked: boolean; readonly most: number };

function figureRows(dimension: 'cause' | UnitDimension) {
  return ({ key, label, values }: ComparedRow): FigureRow => ({
    label,
    slices: [{ dimension, key }],
    values,
  });
}

/** What is true of this report's numbers, whichever table they stand in. */
function notesOf(
  { total }: Told,
  periods: Pick<ReportTables, 'current' | 'yearBefore' | 'covered'>,
): string[] {
  const { current, yearBefore, covered } = periods;
  const { opening, received, closed, returned, closing, undated, beforeReceipt } = current.figures;
  const outside = (name: FigureName, count: number) =>
    `${figures[name].label} ${count} 件（${figures[name].formula}）`;
  const known = total.yearBefore !== null;
  const whole = covered !== null && covered.from <= yearBefore.period.from;
  const missing = whole
    ? []
    : covered === null
      ? ['登记簿里还没有接收或者终结的案件，上年同期等比较无从得知，记“—”。']
      : [
          `登记簿里最早的接收日、终结日为${formatLocalDate(covered.from)}，${formatPeriod(yearBefore.period)}的数据${known ? '不全，同比仅供参考' : '没有，记“—”'}。`,
        ];
  return [
    '计数：一件案件登记计 1 件；收案按接收日、结案按终结日，之后的司法确认、履行和归档不改变结案的月份。',
    `核对：旧存 ${opening}＋新收 ${received}＝结案 ${closed}＋退回 ${returned}＋未结 ${closing}，已逐案核对。本期有案件（旧存或新收）的调解员 ${current.mediatorsWithCases} 人。`,
    `未计入：${outside('undated', undated)}；${outside('beforeReceipt', beforeReceipt)}。`,
    '同比＝（本期－上年同期）÷上年同期，环比＝（本期－上期）÷上期，率的变化记百分点，平均天数的变化记天，变化都按未四舍五入的数计算；分母或基数为零记“—”。百分数保留一位小数，四舍五入只在最后一步；金额以分计算，合计由分加总，可能与各行显示的数相差 0.01。',
    ...missing,
  ];
}

/** 法院＝甲区人民法院，通道＝委派调解; null where nothing is filtered. */
export function filterInWords(db: ReadableDb, filter: readonly Slice[]): string | null {
  if (filter.length === 0) return null;
  return filter
    .map(({ dimension, key }) => `${sliceDimensions[dimension].label}＝${rowLabels(db, dimension)(key)}`)
    .join('，');
}

/** The tables that an office makes without being asked for others; the list of cases is not among them. */
export function usualTables(db: ReadableDb): readonly ReportTableName[] {
  return reportTableNames.filter(
    (name) => name !== 'cases' && (name !== 'peoplesMediation' || isUnderPeoplesMediation(db)),
  );
}

/**
 * The tables of a report with every cell as number and words: the one source of the screen, xlsx, csv, Word and the
 * command line. REFUSED where one of its periods does not balance.
 */
export function reportTables(db: ReadableDb, asked: TablesAsked, cases: CasesAsked): ReportTables {
  const { request, filter, unit } = asked;
  const calendar = readSetting(db, 'statistics').value;
  const { countings: all, taken } = comparedCountings(db, request, filter);
  const covered = coveredDays(db);
  // Before the first day of the register a zero would be invented.
  const known = (of: keyof typeof all) =>
    of === 'current' || taken[of] !== null || (covered !== null && covered.from <= all[of].asked.period.to);
  const periods = Object.fromEntries(
    Object.entries(all).map(([of, selection]) => [of, figuresOfSelection(db, selection)]),
  ) as Record<keyof typeof all, PeriodFigures>;
  const pick = <Value>(values: Readonly<Record<keyof typeof all, Value>>) =>
    Object.fromEntries(
      Object.entries(values).map(([of, value]) => [of, known(of as keyof typeof all) ? value : null]),
    ) as Record<keyof typeof all, Value | null>;
  const selections: ComparedSelections = pick(all);
  const told: Told = {
    request,
    periodName: shortPeriodName(request),
    isYear: request.kind === 'year',
    period: all.current.asked.period,
    filter,
    total: {
      ...pick({
        current: periods.current.figures,
        previous: periods.previous.figures,
        yearBefore: periods.yearBefore.figures,
        yearToDate: periods.yearToDate.figures,
        yearToDateBefore: periods.yearToDateBefore.figures,
      }),
    },
  };
  const mediators = mediatorRows(db, selections, filter);
  const members = membersOf(mediators);
  const common = { periodName: told.periodName, unit: '件、万元', total: told.total } as const;
  const make: Readonly<Record<ReportTableName, () => ReportTable>> = {
    units: () =>
      figureTable({
        ...common,
        name: 'units',
        columns: unitColumns(unit, told.isYear),
        rows: comparedRows(db, selections, unit).map(figureRows(unit)),
        comparisons: told.isYear ? 'year' : 'shorter',
        notes: [],
      }),
    causes: () =>
      figureTable({
        ...common,
        name: 'causes',
        columns: causeColumns(told.isYear),
        rows: comparedRows(db, selections, 'cause', ['current', 'yearToDate', 'yearBefore']).map(
          figureRows('cause'),
        ),
        comparisons: null,
        notes: [],
      }),
    mediators: () => mediatorsTable(db, told, mediators),
    reasons: () => reasons(db, told, selections),
    cases: () => {
      const found = countedCases(db, told.period, filter);
      return casesTable({
        periodName: told.periodName,
        cases: found,
        ...cases,
      });
    },
    peoplesMediation: () => peoplesMediation(db, told, selections),
    traffic: () => traffic(db, told, selections),
  };
  const names = asked.tables ?? usualTables(db);
  const name = periodName(request, calendar);
  return {
    request,
    filter: [...filter],
    ...periods,
    taken,
    covered,
    periodName: name,
    unit,
    filterWords: filterInWords(db, filter),
    tables: reportTableNames.filter((one) => names.includes(one)).map((one) => make[one]()),
    members,
    sentence: memberSentence(told.periodName, members),
    notes: [
      ...notesOf(told, { ...periods, covered }),
      memberNote(members),
      ...signedNotes(db, taken),
      ...countedTodayNotes(db, told),
      ...adjustmentNotes(db, request, filter),
    ],
  };
}
