import { useQuery } from '@tanstack/react-query';
import type { GridApi } from 'ag-grid-community';
import { Button, type InputRef } from 'antd';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import type { CaseFilter, CaseRow } from '#shared/contract/cases.ts';
import { everyCase } from '#shared/contract/every-case.ts';
import { query, queryClient } from '../../api.ts';
import { KeyHint } from '../../components/key-hint.tsx';
import { NoCases } from '../../components/no-cases.tsx';
import { useNewCaseKey, useOverview } from '../../components/office-facts.tsx';
import { Page } from '../../components/page.tsx';
import { usePageKeys } from '../../components/page-keys.ts';
import { EmptyState, ErrorState } from '../../components/states.tsx';
import { storedTypeSize } from '../../theme.ts';
import { BatchDialog } from './batch/batch-dialog.tsx';
import { CaseGrid } from './case-grid.tsx';
import { columnsAreArranged, forgetColumns } from './columns.ts';
import { CountedBanner } from './counted-banner.tsx';
import { ClearFilters, FilterBar } from './filter-bar.tsx';
import { addressOf, filterIn, filterInWords } from './filter-state.ts';
import styles from './register.module.css';

/** The register: every case, found by whatever somebody remembers of it. */
export function RegisterPage() {
  const overview = useOverview();
  const navigate = useNavigate();
  const newCaseKey = useNewCaseKey();
  const [parameters, setParameters] = useSearchParams();
  const field = useRef<InputRef>(null);
  const [grid, setGrid] = useState<GridApi<CaseRow> | null>(null);
  const [batch, setBatch] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const [columnsGeneration, setColumnsGeneration] = useState(0);
  const [arranged, setArranged] = useState(columnsAreArranged);
  const filter = filterIn(parameters);
  const counting = useQuery(query.cases.count.queryOptions({ input: { filter } }));
  const mediators = useQuery(query.mediators.list.queryOptions()).data ?? [];
  const generation = useRegisterGeneration();
  usePageKeys({ search: () => field.current?.focus({ cursor: 'all' }) });

  const change = (next: CaseFilter) => {
    setFailure(null);
    setParameters(addressOf(next), { replace: true });
  };
  const open = useCallback((row: CaseRow) => navigate(`/cases/${row.id}`), [navigate]);
  const words = filterInWords(
    filter,
    {
      court: (id) => overview.courts.find((court) => court.id === id)?.shortName,
      mediator: (id) => mediators.find((mediator) => mediator.id === id)?.name,
    },
    overview.statistics,
  );
  const count = counting.data?.count;
  const sum = counting.data?.sum;
  const total = useMemo(
    () => (count === undefined || sum === undefined ? null : { cases: count, sum }),
    [count, sum],
  );
  const error = failure ?? counting.error;

  return (
    <Page
      title={filter.removedOnly ? '案件 · 回收站' : '案件'}
      note={
        count === undefined ? undefined : (
          <>
            <span role="status">
              {words.length > 0 || filter.counted !== null ? `找到 ${count} 件` : `共 ${count} 件`}
            </span>
            {words.length > 0 && count > 0 && <ClearFilters onClear={() => change(everyCase)} />}
          </>
        )
      }
      actions={
        <>
          {arranged && filter.counted?.summed === undefined && (
            <Button
              type="text"
              onClick={() => {
                forgetColumns();
                setArranged(false);
                setColumnsGeneration((before) => before + 1);
              }}
            >
              恢复列的默认顺序
            </Button>
          )}
          {count !== undefined && count > 0 && !filter.removedOnly && (
            <Button onClick={() => setBatch(true)}>批量出文书</Button>
          )}
          <Button type="primary" onClick={() => navigate('/cases/new')}>
            登记案件 <KeyHint keys={newCaseKey ? 'Ctrl+N' : 'Alt+3'} />
          </Button>
        </>
      }
      filled
    >
      {batch && <BatchDialog filter={filter} onClose={() => setBatch(false)} />}
      {filter.counted !== null && (
        <CountedBanner counted={filter.counted} total={total} onLeave={() => change(everyCase)} />
      )}
      <FilterBar
        filter={filter}
        field={field}
        onChange={change}
        onDown={() => {
          grid?.ensureIndexVisible(0);
          grid?.setFocusedCell(0, 'numbers');
        }}
      />
      {error !== null ? (
        <ErrorState error={error} onRetry={() => window.location.reload()} />
      ) : count === 0 ? (
        <NothingFound
          words={words}
          searched={filter.search !== null}
          counted={filter.counted !== null}
          onClear={() => change(everyCase)}
        />
      ) : (
        <CaseGrid
          key={`${columnsGeneration} ${filter.counted?.summed ?? ''}`}
          filter={filter}
          generation={generation}
          large={storedTypeSize() === 'large'}
          total={total}
          onOpen={open}
          onFailure={setFailure}
          onReady={setGrid}
          onArranged={() => setArranged(true)}
        />
      )}
    </Page>
  );
}

function NothingFound(props: {
  readonly words: readonly string[];
  readonly searched: boolean;
  readonly counted: boolean;
  readonly onClear: () => void;
}) {
  if (props.counted) {
    return <EmptyState title="这个数字背后没有案件" />;
  }
  if (props.words.length > 0) {
    return (
      <div className={styles.nothing}>
        <EmptyState title="没有符合条件的案件" action={<ClearFilters onClear={props.onClear} />}>
          找的是：{props.words.join('，')}。
          {props.searched && '可以少写几个字，或换成拼音首字母、案号和电话的末几位。'}
        </EmptyState>
      </div>
    );
  }
  return (
    <div className={styles.nothing}>
      <NoCases>已有 Excel 台账的，先导入；以后收到的案件在“登记”里逐件登记。</NoCases>
    </div>
  );
}

/** Counts how often the register has changed since the page was opened. */
function useRegisterGeneration(): number {
  const [generation, setGeneration] = useState(0);
  useEffect(
    () =>
      queryClient.getQueryCache().subscribe((event) => {
        if (
          event.type === 'updated' &&
          event.action.type === 'invalidate' &&
          isOverview(event.query.queryKey)
        ) {
          setGeneration((before) => before + 1);
        }
      }),
    [],
  );
  return generation;
}

const overviewKey = JSON.stringify(query.office.overview.queryKey());

function isOverview(key: readonly unknown[]): boolean {
  return JSON.stringify(key) === overviewKey;
}
