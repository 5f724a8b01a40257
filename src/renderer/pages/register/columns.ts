import type { ColDef, ColumnState } from 'ag-grid-community';
import { z } from 'zod';
import type { CaseRow } from '#shared/contract/cases.ts';
import { caseStatusLabels, channelLabels, closingLabels } from '#shared/domain/glossary.ts';
import { formatYuan } from '#shared/domain/money.ts';
import { CourtCell, DoubtsCell, NumbersCell, PartiesCell, StatusCell, WordsCell } from './cells.tsx';

type Column = ColDef<CaseRow> & { readonly colId: string };

/** The columns of the register; the one with the parties takes what room is left. */
export const columns: readonly Column[] = [
  {
    colId: 'numbers',
    headerName: '内部编号／案号',
    width: 228,
    cellRenderer: NumbersCell,
    valueGetter: ({ data }) => (data === undefined ? '' : `${data.internalNumber} ${data.courtNumber ?? ''}`),
  },
  {
    colId: 'parties',
    headerName: '申请人／被申请人',
    minWidth: 180,
    flex: 1,
    cellRenderer: PartiesCell,
    valueGetter: ({ data }) => (data === undefined ? '' : `${data.applicants}／${data.respondents}`),
  },
  {
    colId: 'cause',
    headerName: '案由',
    width: 152,
    cellRenderer: WordsCell,
    valueGetter: ({ data }) => data?.causeName ?? '',
  },
  {
    colId: 'status',
    headerName: '状态／结果',
    width: 186,
    cellRenderer: StatusCell,
    valueGetter: ({ data }) => (data === undefined ? '' : statusWords(data)),
  },
  {
    colId: 'receivedOn',
    headerName: '接收日',
    width: 104,
    valueGetter: ({ data }) => (data === undefined ? '' : (data.receivedOn ?? '待接收')),
  },
  {
    colId: 'claim',
    headerName: '标的额（元）',
    width: 122,
    type: 'rightAligned',
    valueGetter: ({ data }) => (data === undefined ? '' : claimWords(data.claim)),
  },
  {
    colId: 'mediator',
    headerName: '调解员',
    width: 92,
    cellRenderer: WordsCell,
    valueGetter: ({ data }) => data?.mediatorName ?? '',
  },
  {
    colId: 'court',
    headerName: '法院／通道',
    width: 134,
    cellRenderer: CourtCell,
    valueGetter: ({ data }) =>
      data === undefined ? '' : `${data.courtShortName ?? ''} ${channelLabels[data.channel]}`,
  },
  {
    colId: 'doubts',
    headerName: '待核',
    width: 68,
    cellRenderer: DoubtsCell,
    valueGetter: ({ data }) => data?.doubts ?? 0,
  },
];

function statusWords(row: CaseRow): string {
  return row.closingCode === null
    ? caseStatusLabels[row.status]
    : `${caseStatusLabels[row.status]} ${closingLabels[row.closingCode]}`;
}

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
