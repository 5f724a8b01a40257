import { type Channel, channelCodes } from '../../channel.ts';
import { closingLabels } from '../../glossary.ts';
import type { Slice } from '../dimensions.ts';
import { type FigureName, figures } from '../figures.ts';
import type { CountedValues } from '../ratios.ts';
import {
  changeCell,
  countsCell,
  measureCell,
  numberCell,
  percentCell,
  type ReportCell,
  textCell,
  wanCell,
} from './cell.ts';
import type { ComparedValues } from './column.ts';
import {
  type ComparedPeriod,
  type ReportColumn,
  type ReportRow,
  type ReportTable,
  reportTableHeads,
} from './report-table.ts';
import { failing, figureOfClosing } from './units.ts';

const channelHeads: Readonly<Record<Channel, string>> = { A: '委派', B: '委托', C: '自行受理' };

function column(
  head: string,
  width: number,
  of: ComparedPeriod | null,
  more: Partial<ReportColumn> = {},
  slices: readonly Slice[] = [],
): ReportColumn {
  return {
    group: null,
    head,
    width,
    align: 'end',
    sheet: 1,
    measure: null,
    opens: of === null ? null : { figure: 'failed', of, slices: [...slices] },
    ...more,
  };
}

function columnsOf(isYear: boolean): ReportColumn[] {
  return [
    column('序号', 5, null, { align: 'centre', tells: 'ordinal' }),
    column('未成功原因', 30, null, { align: 'start' }),
    column('件数', 8, 'current', { group: '本期' }),
    column('占未成', 9, 'current', { group: '本期' }),
    ...channelCodes.map((channel) =>
      column(channelHeads[channel], 9, 'current', { group: '按通道' }, [
        { dimension: 'channel', key: channel },
      ]),
    ),
    column('诉争标的额（万元）', 14, 'current', {
      opens: { figure: 'failed', of: 'current', slices: [], summed: 'claimFenOfClosed' },
    }),
    ...(isYear ? [] : [column('本年累计', 9, 'yearToDate')]),
    column(isYear ? '上年' : '上年同期', 9, 'yearBefore'),
    column('同比', 9, null),
    column(isYear ? '前一年' : '上期', 9, 'previous'),
    column('环比', 9, null),
    column('主要案由', 40, null, { align: 'start' }),
  ];
}

export type ReasonFacts = {
  readonly periodName: string;
  readonly isYear: boolean;
  readonly total: ComparedValues;
  readonly byChannel: Readonly<Record<Channel, CountedValues>>;
  /** By closing code: 诉争标的额 in fen of its cases, and its most frequent causes ('' is 未填). */
  readonly claimFen: ReadonlyMap<string, number>;
  readonly causes: ReadonlyMap<string, readonly { readonly name: string; readonly cases: number }[]>;
};

/** 表四: why mediation failed, each way of ending with its channels, its weight and how it moved. */
export function reasonsTable({
  periodName,
  isYear,
  total,
  byChannel,
  claimFen,
  causes,
}: ReasonFacts): ReportTable {
  const { number, title, tab } = reportTableHeads.reasons;
  const failedOf = total.current?.failed ?? 0;
  const row = (
    kind: ReportRow['kind'],
    heads: readonly [ReportCell, ReportCell],
    figure: FigureName,
    claim: ReportCell,
    causesOf: readonly { readonly name: string; readonly cases: number }[],
  ): ReportRow => ({
    kind,
    slices: [],
    figure,
    of: null,
    cells: [
      ...heads,
      measureCell(figure, total.current),
      percentCell({ numerator: total.current?.[figure] ?? 0, denominator: failedOf }),
      ...channelCodes.map((channel) => measureCell(figure, byChannel[channel])),
      claim,
      ...(isYear ? [] : [measureCell(figure, total.yearToDate)]),
      measureCell(figure, total.yearBefore),
      changeCell(figure, total.current, total.yearBefore),
      measureCell(figure, total.previous),
      changeCell(figure, total.current, total.previous),
      countsCell(
        causesOf.map(({ name, cases }) => ({
          label: name === '' ? '未填' : name,
          count: cases,
          slice: { dimension: 'cause', key: name },
        })),
      ),
    ],
  });
  const sum = failing.reduce((all, code) => all + (claimFen.get(code) ?? 0), 0);
  return {
    name: 'reasons',
    number,
    title: `${periodName}${title}`,
    tab,
    unit: '件、万元',
    columns: columnsOf(isYear),
    rows: [
      ...failing.map((code, index) =>
        row(
          'line',
          [numberCell(index + 1), textCell(`${code} ${closingLabels[code]}`)],
          figureOfClosing(code),
          wanCell(claimFen.get(code) ?? 0),
          causes.get(code) ?? [],
        ),
      ),
      row('total', [textCell(''), textCell('合计')], 'failed', wanCell(sum), []),
    ],
    notes: [
      `${figures.failed.label}＝${figures.failed.formula}；占未成＝各原因件数÷未成；诉争标的额＝各原因案件的诉争标的额之和，无财产内容和未载明的不计金额。主要案由列件数最多的三个。`,
    ],
    leftOut: 0,
  };
}
