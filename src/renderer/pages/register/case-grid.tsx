import {
  type CellKeyDownEvent,
  CellStyleModule,
  ColumnApiModule,
  ColumnAutoSizeModule,
  type GridApi,
  type IGetRowsParams,
  InfiniteRowModelModule,
  LocaleModule,
  ModuleRegistry,
  PinnedRowModule,
  RowApiModule,
  RowStyleModule,
  ScrollApiModule,
  themeQuartz,
} from 'ag-grid-community';
import { AgGridReact } from 'ag-grid-react';
import { useEffect, useMemo, useRef } from 'react';
import type { CaseFilter, CaseRow } from '#shared/contract/cases.ts';
import { colours, fontFamily } from '../../theme.ts';
import { styleNonce } from '../../trusted-types.ts';
import { columnsFor, storeColumns } from './columns.ts';
import { pageChain, pageSize } from './page-chain.ts';
import styles from './register.module.css';
import { type SummedTotal, summedColumns } from './summed-columns.ts';

ModuleRegistry.registerModules([
  InfiniteRowModelModule,
  ColumnApiModule,
  ColumnAutoSizeModule,
  CellStyleModule,
  RowApiModule,
  RowStyleModule,
  ScrollApiModule,
  LocaleModule,
  PinnedRowModule,
]);

const look = themeQuartz.withParams({
  accentColor: colours.blue,
  backgroundColor: colours.surface,
  borderColor: colours.line,
  foregroundColor: colours.ink,
  fontFamily,
  headerBackgroundColor: colours.surfaceSoft,
  headerTextColor: colours.inkSoft,
  headerFontWeight: 600,
  rowHoverColor: colours.blueSoft,
  spacing: 7,
  cellHorizontalPadding: 11,
  wrapperBorderRadius: 8,
});

type CaseGridProps = {
  readonly filter: CaseFilter;
  /** Moves whenever the register has changed: the pages are read anew, the place in the list stays. */
  readonly generation: number;
  readonly large: boolean;
  /** What a list behind a sum comes to; null while it is counted, and of every other list. */
  readonly total: SummedTotal | null;
  readonly onOpen: (row: CaseRow) => void;
  readonly onFailure: (error: unknown) => void;
  readonly onReady: (api: GridApi<CaseRow>) => void;
  /** A column was moved or widened, and that is remembered. */
  readonly onArranged: () => void;
};

/** The register as a virtual list: rows are read as they come into sight, opened with Enter or a click. */
export function CaseGrid({
  filter,
  generation,
  large,
  total,
  onOpen,
  onFailure,
  onReady,
  onArranged,
}: CaseGridProps) {
  const theme = useMemo(() => look.withParams({ fontSize: large ? 18 : 15 }), [large]);
  const summed = filter.counted?.summed;
  const definitions = useMemo(
    () => (summed === undefined ? columnsFor(large) : summedColumns(summed, total, large)),
    [summed, total, large],
  );
  const grid = useRef<AgGridReact<CaseRow>>(null);
  const chain = useRef(pageChain(filter));
  const asked = JSON.stringify(filter);

  const source = useMemo(() => {
    const of: CaseFilter = JSON.parse(asked);
    chain.current = pageChain(of);
    return {
      getRows: (params: IGetRowsParams<CaseRow>) => {
        const place = params.startRow / pageSize;
        chain.current.page(place).then(
          ({ rows, next }) =>
            params.successCallback([...rows], next === null ? params.startRow + rows.length : undefined),
          (error: unknown) => {
            params.failCallback();
            onFailure(error);
          },
        );
      },
    };
  }, [asked, onFailure]);

  useEffect(() => {
    if (generation > 0) {
      chain.current = pageChain(JSON.parse(asked));
      grid.current?.api?.refreshInfiniteCache();
    }
  }, [generation, asked]);

  const remember = (api: GridApi<CaseRow>) => {
    if (summed !== undefined) {
      return;
    }
    storeColumns(api.getColumnState());
    onArranged();
  };
  return (
    <div className={styles.grid}>
      <AgGridReact<CaseRow>
        ref={grid}
        theme={theme}
        styleNonce={styleNonce}
        rowModelType="infinite"
        datasource={source}
        cacheBlockSize={pageSize}
        maxConcurrentDatasourceRequests={1}
        infiniteInitialRowCount={1}
        rowBuffer={20}
        rowHeight={large ? 66 : 56}
        headerHeight={large ? 48 : 42}
        getRowId={({ data, rowPinned }) => rowPinned ?? String(data.id)}
        {...(summed !== undefined && { pinnedBottomRowData: [{}] })}
        columnDefs={definitions}
        defaultColDef={{ sortable: false, resizable: true, suppressHeaderMenuButton: true }}
        suppressCellFocus={false}
        suppressDragLeaveHidesColumns
        localeText={{ loadingOoo: '正在读取…', noRowsToShow: ' ', ariaRowSelect: '选择' }}
        suppressNoRowsOverlay
        onGridReady={({ api }) => onReady(api)}
        onColumnMoved={({ finished, api }) => finished && remember(api)}
        onColumnResized={({ finished, source: cause, api }) =>
          finished && cause === 'uiColumnResized' && remember(api)
        }
        onRowClicked={({ data, event, rowPinned }) => {
          if (!rowPinned && data !== undefined && !(event instanceof MouseEvent && event.ctrlKey)) {
            onOpen(data);
          }
        }}
        onCellKeyDown={(event) => {
          if (
            !event.rowPinned &&
            'node' in event &&
            isEnter(event as CellKeyDownEvent<CaseRow>) &&
            event.data !== undefined
          ) {
            onOpen(event.data);
          }
        }}
      />
    </div>
  );
}

function isEnter({ event }: CellKeyDownEvent<CaseRow>): boolean {
  return event instanceof KeyboardEvent && event.key === 'Enter';
}
