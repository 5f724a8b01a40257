import { UserOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import type { InputRef } from 'antd';
import { Suspense, useCallback, useRef, useState, useSyncExternalStore } from 'react';
import { Link, Outlet, useLocation, useNavigation } from 'react-router';
import { connectionStore, query } from '../api.ts';
import { type Overview, OverviewProvider } from '../components/office-facts.tsx';
import { ErrorState, LoadingState } from '../components/states.tsx';
import { AtWorkDialog, AtWorkScreen } from './at-work.tsx';
import { CaseSearch } from './case-search.tsx';
import { menu, menuEntryOf } from './navigation.ts';
import styles from './shell.module.css';
import { useNewDay } from './use-new-day.ts';
import { useProgramKeys } from './use-program-keys.ts';

/** The window: who works is asked first, then the menu, the search and the page. */
export function Shell() {
  const overview = useQuery(query.office.overview.queryOptions());
  if (overview.data === undefined) {
    return overview.isError ? (
      <main className={styles.alone}>
        <ErrorState error={overview.error} onRetry={() => void overview.refetch()} />
      </main>
    ) : (
      <main className={styles.alone}>
        <LoadingState label="正在打开登记簿…" />
      </main>
    );
  }
  if (overview.data.atWork === null) {
    return <AtWorkScreen overview={overview.data} />;
  }
  return (
    <OverviewProvider value={overview.data}>
      <Window overview={overview.data} worker={overview.data.atWork.name} />
    </OverviewProvider>
  );
}

function Window(props: { readonly overview: Overview; readonly worker: string }) {
  const { pathname, search: asked } = useLocation();
  const here = menuEntryOf(pathname);
  const search = useRef<InputRef>(null);
  useNewDay();
  useProgramKeys(useCallback(() => search.current?.focus({ cursor: 'all' }), []));
  const arriving = useNavigation().state === 'loading';
  return (
    <div className={styles.window}>
      <button type="button" className={styles.skip} onClick={() => document.getElementById('main')?.focus()}>
        跳到正文
      </button>
      <header className={`${styles.bar} no-print`}>
        <div className={styles.brand}>
          <img src="./icon.svg" alt="" width={28} height={28} />
          <span className={styles.program}>联动调解</span>
          {props.overview.demo && <span className={styles.demo}>演示</span>}
        </div>
        <nav aria-label="主菜单" className={styles.menu}>
          {menu.map((entry, index) => (
            <Link
              key={entry.to}
              to={entry.to}
              className={styles.entry ?? ''}
              aria-current={here === entry.to ? 'page' : undefined}
              aria-keyshortcuts={`Alt+${index + 1}`}
              title={`${entry.label}（Alt+${index + 1}）`}
            >
              {entry.label}
              <span className={styles.digit} aria-hidden="true">
                {index + 1}
              </span>
            </Link>
          ))}
        </nav>
        <div className={styles.search}>
          {here !== '/cases' || pathname !== '/cases' ? <CaseSearch field={search} /> : null}
        </div>
        <Worker overview={props.overview} name={props.worker} />
      </header>
      <LostConnection />
      <main
        id="main"
        tabIndex={-1}
        className={styles.main}
        data-address={`${pathname}${asked}`}
        data-arriving={arriving}
      >
        <Suspense fallback={<LoadingState />}>
          <Outlet />
        </Suspense>
      </main>
    </div>
  );
}

function Worker(props: { readonly overview: Overview; readonly name: string }) {
  const [changing, setChanging] = useState(false);
  return (
    <>
      <button
        type="button"
        className={styles.worker}
        title={`${props.name}正在工作，点击换人`}
        onClick={() => setChanging(true)}
      >
        <UserOutlined aria-hidden="true" />
        <span className={styles.workerName}>{props.name}</span>
        <span className="visually-hidden">正在工作，换人</span>
      </button>
      <AtWorkDialog overview={props.overview} open={changing} onClose={() => setChanging(false)} />
    </>
  );
}

function LostConnection() {
  const connection = useSyncExternalStore(connectionStore.subscribe, connectionStore.get);
  if (connection !== 'lost') {
    return null;
  }
  return (
    <div className={styles.lost} role="alert">
      与程序的连接断开了，正在重新连接。请先不要关闭页面，已填写的内容还在。
    </div>
  );
}
