import { formatLocalDate, type LocalDate } from '../domain/local-date.ts';
import { type Fen, formatWan } from '../domain/money.ts';
import { formatPeriod, type Period } from '../domain/reporting-period.ts';
import type { ComparedPeriod, ReportRow, ReportTable, ReportTableName } from '../domain/statistics/tables.ts';
import {
  type CountedValues,
  formatGrowth,
  formatPoints,
  formatRate,
  formatRatio,
  type MeasureName,
  type RatioName,
  ratioOf,
} from '../domain/statistics.ts';
import {
  blank,
  block,
  cell,
  type DocumentBlock,
  type DocumentContent,
  emphasis,
  type TableBlock,
} from './model.ts';

export type BulletinFacts = {
  /** 2024年3月 */
  readonly periodName: string;
  readonly period: Period;
  readonly isYear: boolean;
  /** null: the register knows nothing of that period. */
  readonly values: Readonly<Record<ComparedPeriod, CountedValues | null>> & {
    readonly current: CountedValues;
  };
  readonly tables: readonly ReportTable[];
  readonly sentence: string;
  readonly notes: readonly string[];
  readonly filterWords: string | null;
  /** Who reports; null leaves a line to write on. */
  readonly from: string | null;
  /** 主送 */
  readonly to: string | null;
  /** 成文日期; null leaves a line to write on. */
  readonly datedOn: LocalDate | null;
};

const mostRows = 10;

function wan(sum: number): string {
  return `${formatWan(sum as Fen)}万元`;
}

/** 增长12.5%, 下降3.0%, 持平; nothing to say where the base is 0 or not known. */
function growth(name: '同比' | '环比', now: number, base: number | undefined): string[] {
  if (base === undefined || base === 0) return [];
  const change = formatGrowth(now, base).slice(1);
  return [now === base ? `${name}持平` : `${name}${now > base ? '增长' : '下降'}${change}`];
}

/** 上升1.2个百分点. */
function points(
  name: '同比' | '环比',
  ratio: RatioName,
  now: CountedValues,
  base: CountedValues | null,
): string[] {
  if (base === null) return [];
  const change = formatPoints(ratioOf(now, ratio), ratioOf(base, ratio));
  if (change === '—') return [];
  if (!/^[+−]/.test(change)) return [`${name}持平`];
  return [`${name}${change.startsWith('+') ? '上升' : '下降'}${change.slice(1)}`];
}

function inBrackets(words: readonly string[]): string {
  return words.length === 0 ? '' : `（${words.join('，')}）`;
}

function generalSentences({ values, isYear, periodName }: BulletinFacts): readonly string[] {
  const { current, previous, yearBefore, yearToDate, yearToDateBefore } = values;
  const moved = (name: 'received' | 'closed' | 'succeeded') =>
    inBrackets([
      ...growth('同比', current[name], yearBefore?.[name]),
      ...(isYear ? [] : growth('环比', current[name], previous?.[name])),
    ]);
  const rate = (name: RatioName) => formatRate(ratioOf(current, name));
  const { opening, received, receivedA, receivedB, receivedC, accepted, closed, returned, closing } = current;
  const flow = `${periodName}旧存${opening}件，新收${received}件${moved('received')}，其中委派${receivedA}件、委托${receivedB}件、综治中心及自行受理${receivedC}件，共受理${accepted}件；结案${closed}件${moved('closed')}，退回${returned}件，期末未结${closing}件，其中超期未结${current.overdue}件。`;
  const outcome = `调解成功${current.succeeded}件${moved('succeeded')}，其中部分达成${current.partly}件、当事人自行和解${current.settledThemselves}件；成功率按结案计为${rate('ofClosed')}${inBrackets([...points('同比', 'ofClosed', current, yearBefore), ...(isYear ? [] : points('环比', 'ofClosed', current, previous))])}，按受理计为${rate('ofAccepted')}，按实际调解计为${rate('ofMediated')}。`;
  const sums = `结案案件诉争标的额${wan(current.claimFenOfClosed)}，成功案件协议金额${wan(current.agreedFen)}、到位金额${wan(current.paidFen)}；结案平均用时${formatRatio('averageDays', ratioOf(current, 'averageDays'))}天。申请司法确认${current.confirmationApplied}件，裁定确认有效${current.confirmed}件，驳回${current.confirmationRejected}件。`;
  const toDate =
    isYear || yearToDate === null
      ? []
      : [
          `本年累计新收${yearToDate.received}件${inBrackets(growth('同比', yearToDate.received, yearToDateBefore?.received))}，结案${yearToDate.closed}件${inBrackets(growth('同比', yearToDate.closed, yearToDateBefore?.closed))}，调解成功${yearToDate.succeeded}件${inBrackets(growth('同比', yearToDate.succeeded, yearToDateBefore?.succeeded))}，成功率（÷结案）${formatRate(ratioOf(yearToDate, 'ofClosed'))}，协议金额${wan(yearToDate.agreedFen)}。`,
        ];
  return [flow, outcome, sums, ...toDate];
}

type Picked = {
  readonly head: string;
  readonly characters: number;
  readonly align: 'start' | 'centre' | 'end';
  of(row: ReportRow, place: number): string;
};

/** A column of a table of the report, found by what it shows of the period itself. */
function picked(table: ReportTable, measure: MeasureName, head: string, characters = 3): Picked {
  const index = table.columns.findIndex(
    (column) => column.measure === measure && column.opens?.of === 'current',
  );
  return { head, characters, align: 'end', of: (row) => row.cells[index]?.text ?? '—' };
}

const named = (head: string, characters: number): Picked => ({
  head,
  characters,
  align: 'start',
  of: (row) => row.cells[1]?.text ?? '',
});

function tableOf(columns: readonly Picked[], rows: readonly ReportRow[]): TableBlock {
  return {
    role: 'table',
    name: 'figures',
    columns: columns.map(({ characters, align }) => ({ characters, align })),
    head: [columns.map(({ head }) => cell(head))],
    rows: rows.map((row, place) => columns.map((column) => cell(column.of(row, place)))),
  };
}

function countIn(table: ReportTable, row: ReportRow, measure: MeasureName): number {
  const index = table.columns.findIndex(
    (column) => column.measure === measure && column.opens?.of === 'current',
  );
  const found = row.cells[index];
  return found?.kind === 'count' ? found.value : 0;
}

/** The first rows by a count, each with its place; equal counts share one (1, 2, 2, 4). */
function ranked(
  table: ReportTable,
  measure: MeasureName,
): readonly { readonly row: ReportRow; readonly place: number }[] {
  const rows = table.rows
    .filter(({ kind }) => kind === 'line')
    .map((row) => ({ row, count: countIn(table, row, measure) }))
    .filter(({ count }) => count > 0)
    .sort((one, other) => other.count - one.count);
  return rows
    .slice(0, mostRows)
    .map(({ row, count }) => ({ row, place: rows.findIndex((one) => one.count === count) + 1 }));
}

function rankingTable(table: ReportTable, measure: MeasureName, columns: readonly Picked[]): DocumentBlock[] {
  const rows = ranked(table, measure);
  if (rows.length === 0) return [];
  const places = rows.map(({ place }) => String(place));
  const place: Picked = {
    head: '名次',
    characters: 2.5,
    align: 'centre',
    of: (_, index) => places[index] ?? '',
  };
  return [
    tableOf(
      [place, ...columns],
      rows.map(({ row }) => row),
    ),
  ];
}

/** 甲法院28件、乙法院13件 */
function leaders(table: ReportTable, measure: MeasureName, most = 3): string {
  return ranked(table, measure)
    .slice(0, most)
    .map(({ row }) => `${row.cells[1]?.text ?? ''}${countIn(table, row, measure)}件`)
    .join('、');
}

type Section = {
  readonly title: string;
  readonly table: ReportTableName;
  blocks(table: ReportTable): readonly DocumentBlock[];
};

function outcomeColumns(table: ReportTable, first: Picked): readonly Picked[] {
  return [
    first,
    picked(table, 'received', table.name === 'mediators' ? '接案' : '新收'),
    picked(table, 'closed', '结案'),
    picked(table, 'succeeded', '成功'),
    picked(table, 'ofClosed', '成功率（÷结案）', 4),
    picked(table, 'agreedFen', '协议金额（万元）', 5.5),
  ];
}

const sections: readonly Section[] = [
  {
    title: '各单位情况',
    table: 'units',
    blocks: (table) => {
      const first = leaders(table, 'closed');
      return [
        ...(first === '' ? [] : [block('paragraph', `结案较多的是${first}。`)]),
        tableOf(
          outcomeColumns(table, named('单位', 8)),
          table.rows.filter(({ kind }) => kind !== 'comparison'),
        ),
      ];
    },
  },
  {
    title: '案由分布',
    table: 'causes',
    blocks: (table) => {
      const first = leaders(table, 'received', 5);
      return [
        block('paragraph', first === '' ? '本期没有新收案件。' : `新收案件较多的案由是${first}。`),
        ...rankingTable(table, 'received', outcomeColumns(table, named('案由', 8))),
      ];
    },
  },
  {
    title: '委员（调解员）履职情况',
    table: 'mediators',
    blocks: (table) => {
      const first = leaders(table, 'succeeded');
      return [
        block('paragraph', first === '' ? '本期没有调解成功的案件。' : `调解成功件数居前的是${first}。`),
        ...rankingTable(table, 'succeeded', outcomeColumns(table, named('姓名', 6))),
      ];
    },
  },
  {
    title: '未成功原因',
    table: 'reasons',
    blocks: (table) => {
      const rows = table.rows.filter(({ kind, cells }) => kind === 'line' && cells[2]?.text !== '0');
      if (rows.length === 0) return [block('paragraph', '本期没有调解未成功的案件。')];
      const column = (index: number, head: string, characters: number): Picked => ({
        head,
        characters,
        align: 'end',
        of: (row) => row.cells[index]?.text ?? '',
      });
      const total = table.rows.filter(({ kind }) => kind === 'total');
      return [
        tableOf([named('原因', 16), column(2, '件数', 4), column(3, '占未成', 5)], [...rows, ...total]),
      ];
    },
  },
];

const ordinals = '一二三四五六七';

/**
 * 通报稿: the report in sentences, tables and rankings, as an official paper (GB/T 9704). Every number of a table is a cell
 * of the report's tables, every number of a sentence one of its figures.
 */
export function reportBulletin(facts: BulletinFacts): Pick<DocumentContent, 'title' | 'page' | 'blocks'> {
  const title = `关于${facts.periodName}“政协+法院”联动调解工作情况的通报`;
  const told = sections.flatMap(({ title: head, table: name, blocks }) => {
    const table = facts.tables.find((one) => one.name === name);
    return table === undefined ? [] : [{ head, blocks: blocks(table) }];
  });
  const filter = facts.filterWords === null ? '' : `（仅统计${facts.filterWords}的案件）`;
  return {
    title,
    page: { pageNumbers: 'outside', bodyPoints: 16 },
    blocks: [
      // Two lines of one title, broken where the sense allows it; an empty line below it (GB/T 9704).
      block('titleAbove', `关于${facts.periodName}“政协+法院”`),
      block('titleAbove', '联动调解工作情况的通报'),
      block('addressee', ''),
      block('addressee', facts.to ?? blank(12), '：'),
      block(
        'paragraph',
        `现将${facts.periodName}（${formatPeriod(facts.period)}）“政协+法院”联动调解工作情况${filter}通报如下。`,
      ),
      block('leadIn', emphasis('一、总体情况')),
      ...generalSentences(facts).map((sentence) => block('paragraph', sentence)),
      block('paragraph', facts.sentence),
      ...told.flatMap(({ head, blocks }, index) => [
        block('leadIn', emphasis(`${ordinals[index + 1] ?? ''}、${head}`)),
        ...blocks,
      ]),
      block('organisationLine', facts.from ?? blank(12)),
      block(
        'dateline',
        ...(facts.datedOn === null
          ? [blank(3), '年', blank(2), '月', blank(2), '日']
          : [formatLocalDate(facts.datedOn)]),
      ),
      block('leadIn', emphasis('口径说明')),
      ...facts.notes.map((note, index) => block('note', `${index + 1}．${note}`)),
    ],
  };
}
