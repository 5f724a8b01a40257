import type { ColDef } from 'ag-grid-community';
import type { CaseRow } from '#shared/contract/cases.ts';
import { type AmountName, amounts } from '#shared/domain/statistics.ts';
import { addedInWords, unitOfAdded } from '../../components/summed-words.ts';
import { columnsFor } from './columns.ts';

/** What the list comes to: how many cases, and their sum (money in fen). */
export type SummedTotal = { readonly cases: number; readonly sum: number };

/** Besides the sum people look at whose case it is, what it is about, how it ended and when. */
const kept = ['numbers', 'parties', 'cause', 'status', 'receivedOn', 'mediator'];

/**
 * The columns of a list behind a sum: when each case ended and what it adds, with 合计 as the last row. Their order is
 * not remembered: they are not the columns of the register.
 */
export function summedColumns(
  name: AmountName,
  total: SummedTotal | null,
  large: boolean,
): ColDef<CaseRow>[] {
  const usual = columnsFor(large, 'asMade').filter(({ colId }) => kept.includes(colId ?? ''));
  const closedOn: ColDef<CaseRow> = {
    colId: 'closedOn',
    headerName: '终结日',
    width: large ? 118 : 104,
    valueGetter: ({ data, node }) => (node?.rowPinned ? '' : (data?.closedOn ?? '')),
  };
  const adds: ColDef<CaseRow> = {
    colId: 'adds',
    headerName: `${amounts[name].label}（${unitOfAdded(name)}）`,
    width: large ? 176 : 150,
    type: 'rightAligned',
    valueGetter: ({ data, node }) => {
      if (node?.rowPinned) return total === null ? '' : addedInWords(name, total.sum);
      return data?.adds === undefined ? '' : addedInWords(name, data.adds);
    },
  };
  const ofTotal = total === null ? '' : `合计 ${total.cases} 件`;
  return [
    ...usual.slice(0, -1).map((column) => withTotal(column, column.colId === 'numbers' ? ofTotal : '')),
    closedOn,
    adds,
    ...usual.slice(-1).map((column) => withTotal(column, '')),
  ];
}

/** The same column with its words in the row of 合计, where there is no case to draw. */
function withTotal(column: ColDef<CaseRow>, words: string): ColDef<CaseRow> {
  const { cellRenderer, valueGetter, ...rest } = column;
  return {
    ...rest,
    ...(cellRenderer !== undefined && {
      cellRendererSelector: ({ node }) => (node.rowPinned ? undefined : { component: cellRenderer }),
    }),
    valueGetter: (params) =>
      params.node?.rowPinned ? words : typeof valueGetter === 'function' ? valueGetter(params) : '',
  };
}
