import type { ColDef, ColumnState } from 'ag-grid-community';
import { z } from 'zod';
import type { CaseRow } from '#shared/contract/cases.ts';
import { caseStatusLabels, channelLabels, closingLabels } from '#shared/domain/glossary.ts';
import { formatYuan } from '#shared/domain/money.ts';
import { CourtCell, DoubtsCell, NumbersCell, PartiesCell, StatusCell, WordsCell } from './cells.tsx';

type Column = ColDef<CaseRow> & { readonly colId: string };

/** With 大字, numbers need more room and words may break: widths that still fit into 1366 pixels. */
const largeWidths: Readonly<Record<string, number>> = {
  numbers: 262,
  cause: 140,
  status: 178,
  receivedOn: 118,
  claim: 140,
  mediator: 86,
  court: 134,
  doubts: 70,
};

/** The columns of the register; the one with the parties takes what room is left. */
const columns: readonly Column[] = [
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
    minWidth: 160,
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
const storedSchema = z.array(z.object({ colId: z.string(), width: z.number().optional() }));

/** Order and widths as they were left on this machine; none where none were left, or for other columns. */
function storedColumns(): readonly z.infer<typeof storedSchema>[number][] {
  try {
    const stored = storedSchema.safeParse(JSON.parse(localStorage.getItem(key) ?? 'null')).data ?? [];
    const known = stored.filter(({ colId }) => columns.some((column) => column.colId === colId));
    return known.length === columns.length ? known : [];
  } catch {
    return [];
  }
}

/**
 * The columns as this machine wants them: in its order, with its widths, or with those of the type size. `asMade`: as they
 * are before anybody arranged them.
 */
export function columnsFor(large: boolean, order: 'arranged' | 'asMade' = 'arranged'): ColDef<CaseRow>[] {
  const stored = order === 'asMade' ? [] : storedColumns();
  const place = ({ colId }: Column) => stored.findIndex((column) => column.colId === colId);
  return columns
    .toSorted((a, b) => place(a) - place(b))
    .map((column) => {
      const width =
        stored.find(({ colId }) => colId === column.colId)?.width ??
        (large ? largeWidths[column.colId] : undefined);
      // The parties take what is left, whatever it was the last time.
      return width === undefined || column.flex !== undefined ? column : { ...column, width };
    });
}

export function storeColumns(state: readonly ColumnState[]): void {
  localStorage.setItem(key, JSON.stringify(state.map(({ colId, width }) => ({ colId, width }))));
}

/** Whether somebody has moved or widened a column on this machine. */
export function columnsAreArranged(): boolean {
  return localStorage.getItem(key) !== null;
}

export function forgetColumns(): void {
  localStorage.removeItem(key);
}
