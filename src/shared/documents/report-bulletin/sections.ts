import type { ReportRow, ReportTable, ReportTableName } from '../../domain/statistics/tables.ts';
import type { MeasureName } from '../../domain/statistics.ts';
import { block, cell, type DocumentBlock, runs, type TableBlock, type TableCell } from '../model.ts';
import { columnOf, leaders, ranking } from './rankings.ts';

type Picked = {
  /** On one line or two. */
  readonly head: readonly string[];
  readonly characters: number;
  readonly align: 'start' | 'centre' | 'end';
  of(row: ReportRow, place: number): string;
};

function at(index: number, head: readonly string[], characters: number): Picked {
  return { head, characters, align: 'end', of: (row) => row.cells[index]?.text ?? '—' };
}

/** A column of a table of the report, found by what it shows of the period itself. */
function picked(table: ReportTable, measure: MeasureName, head: readonly string[], characters = 3): Picked {
  return at(columnOf(table, measure), head, characters);
}

function named(head: string, characters: number): Picked {
  return { head: [head], characters, align: 'start', of: (row) => row.cells[1]?.text ?? '' };
}

function headCell(lines: readonly string[]): TableCell {
  return { lines: lines.map((words) => runs(words)), columnSpan: 1 };
}

function tableOf(columns: readonly Picked[], rows: readonly ReportRow[]): TableBlock {
  return {
    role: 'table',
    name: 'figures',
    columns: columns.map(({ characters, align }) => ({ characters, align })),
    head: [columns.map(({ head }) => headCell(head))],
    rows: rows.map((row, place) => columns.map((column) => cell(column.of(row, place)))),
  };
}

function rankingTable(table: ReportTable, measure: MeasureName, columns: readonly Picked[]): DocumentBlock[] {
  const rows = ranking(table, measure);
  if (rows.length === 0) return [];
  const place: Picked = {
    head: ['名次'],
    characters: 2.6,
    align: 'centre',
    of: (_, index) => String(rows[index]?.place ?? ''),
  };
  return [
    tableOf(
      [place, ...columns],
      rows.map(({ row }) => row),
    ),
  ];
}

type Words = { readonly some: string; readonly all: string; readonly nobody: string | null };

/** Who leads, in a sentence; nothing where nobody stands out, or what is said where there is nothing to count. */
function leading(
  table: ReportTable,
  measure: MeasureName,
  most: number,
  { some, all, nobody }: Words,
): DocumentBlock[] {
  if (ranking(table, measure).length === 0) return nobody === null ? [] : [block('paragraph', nobody)];
  const found = leaders(table, measure, most);
  if (found === null) return [];
  return [block('paragraph', `${found.who === 'all' ? all : some}${found.words}。`)];
}

function outcomeColumns(table: ReportTable, first: Picked): readonly Picked[] {
  return [
    first,
    picked(table, 'received', [table.name === 'mediators' ? '接案' : '新收']),
    picked(table, 'closed', ['结案']),
    picked(table, 'succeeded', ['成功']),
    picked(table, 'ofClosed', ['成功率', '按结案计'], 5),
    picked(table, 'agreedFen', ['协议金额', '（万元）'], 5.2),
  ];
}

type Section = {
  readonly title: string;
  readonly table: ReportTableName;
  blocks(table: ReportTable): readonly DocumentBlock[];
};

/** The parts of the notice that are made of a table, in their order. */
export const sections: readonly Section[] = [
  {
    title: '各单位情况',
    table: 'units',
    blocks: (table) => [
      ...leading(table, 'closed', 3, { some: '结案较多的是', all: '结案的是', nobody: null }),
      tableOf(
        outcomeColumns(table, named('单位', 8)),
        table.rows.filter(({ kind }) => kind !== 'comparison'),
      ),
    ],
  },
  {
    title: '案由分布',
    table: 'causes',
    blocks: (table) => [
      ...leading(table, 'received', 5, {
        some: '新收案件较多的案由是',
        all: '新收案件的案由是',
        nobody: '本期没有新收案件。',
      }),
      ...rankingTable(table, 'received', outcomeColumns(table, named('案由', 8))),
    ],
  },
  {
    title: '委员（调解员）履职情况',
    table: 'mediators',
    blocks: (table) => [
      ...leading(table, 'succeeded', 3, {
        some: '调解成功件数居前的是',
        all: '调解成功的是',
        nobody: '本期没有调解成功的案件。',
      }),
      ...rankingTable(table, 'succeeded', outcomeColumns(table, named('姓名', 7))),
    ],
  },
  {
    title: '未成功原因',
    table: 'reasons',
    blocks: (table) => {
      const rows = table.rows.filter(({ kind, cells }) => kind === 'line' && cells[2]?.text !== '0');
      if (rows.length === 0) return [block('paragraph', '本期没有调解未成功的案件。')];
      const total = table.rows.filter(({ kind }) => kind === 'total');
      // The codes are the office's own.
      const reason: Picked = {
        ...named('原因', 16),
        of: (row) => (row.cells[1]?.text ?? '').replace(/^C\d+ /, ''),
      };
      return [tableOf([reason, at(2, ['件数'], 4), at(3, ['占未成'], 5)], [...rows, ...total])];
    },
  },
];
