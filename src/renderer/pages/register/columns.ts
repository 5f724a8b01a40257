import type { ColDef, ColumnState } from 'ag-grid-community';
import { z } from 'zod';
import type { CaseRow } from '#shared/contract/cases.ts';
import { caseStatusLabels, channelLabels, closingLabels } from '#shared/domain/glossary.ts';
import { formatYuan } from '#shared/domain/money.ts';
import { CaseStatusCell, DoubtsCell, PartiesCell } from './cells.tsx';

type Column = ColDef<CaseRow> & { readonly colId: string };

/** The columns of the register; the one with the parties takes what room is left. */
export const columns: readonly Column[] = [
  {
    colId: 'internalNumber',
    headerName: '内部编号',
    width: 176,
    valueGetter: ({ data }) => data?.internalNumber,
  },
  {
    colId: 'courtNumber',
    headerName: '案号',
    width: 216,
    valueGetter: ({ data }) => data?.courtNumber ?? '',
  },
  {
    colId: 'parties',
    headerName: '当事人',
    minWidth: 200,
    flex: 1,
    cellRenderer: PartiesCell,
    valueGetter: ({ data }) => (data === undefined ? '' : `${data.applicants} ${data.respondents}`),
    equals: () => false,
  },
  { colId: 'cause', headerName: '案由', width: 150, valueGetter: ({ data }) => data?.causeName ?? '未填' },
  {
    colId: 'status',
    headerName: '状态',
    width: 104,
    cellRenderer: CaseStatusCell,
    valueGetter: ({ data }) => (data === undefined ? '' : caseStatusLabels[data.status]),
  },
  {
    colId: 'receivedOn',
    headerName: '接收日',
    width: 112,
    valueGetter: ({ data }) => (data === undefined ? '' : (data.receivedOn ?? '待接收')),
  },
  { colId: 'mediator', headerName: '调解员', width: 92, valueGetter: ({ data }) => data?.mediatorName ?? '' },
  {
    colId: 'claim',
    headerName: '标的额（元）',
    width: 128,
    type: 'rightAligned',
    valueGetter: ({ data }) => (data === undefined ? '' : claimWords(data.claim)),
  },
  {
    colId: 'result',
    headerName: '结果',
    width: 150,
    valueGetter: ({ data }) => (data?.closingCode == null ? '' : closingLabels[data.closingCode]),
  },
  { colId: 'court', headerName: '法院', width: 132, valueGetter: ({ data }) => data?.courtShortName ?? '' },
  {
    colId: 'channel',
    headerName: '通道',
    width: 96,
    valueGetter: ({ data }) => (data === undefined ? '' : channelLabels[data.channel]),
  },
  {
    colId: 'doubts',
    headerName: '待核',
    width: 76,
    cellRenderer: DoubtsCell,
    valueGetter: ({ data }) => data?.doubts ?? 0,
  },
];

function claimWords(claim: CaseRow['claim']): string {
  switch (claim.kind) {
    case 'amount':
      return formatYuan(claim.fen);
    case 'noProperty':
      return '无财产内容';
    case 'notStated':
      return '';
  }
}

const key = 'register-columns';
const storedSchema = z.array(
  z.object({ colId: z.string(), width: z.number().optional(), hide: z.boolean().nullish() }),
);

/** Order and widths as they were left on this machine; null where there are none, or for other columns. */
export function storedColumns(): ColumnState[] | null {
  try {
    const stored = storedSchema.safeParse(JSON.parse(localStorage.getItem(key) ?? 'null')).data;
    const known = stored?.filter(({ colId }) => columns.some((column) => column.colId === colId)) ?? [];
    return known.length === columns.length
      ? known.map(({ colId, width }) =>
          colId === 'parties' || width === undefined ? { colId } : { colId, width },
        )
      : null;
  } catch {
    return null;
  }
}

export function storeColumns(state: readonly ColumnState[]): void {
  localStorage.setItem(key, JSON.stringify(state.map(({ colId, width }) => ({ colId, width }))));
}

export function forgetColumns(): void {
  localStorage.removeItem(key);
}
