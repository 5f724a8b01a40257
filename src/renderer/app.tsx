import { QueryClientProvider } from '@tanstack/react-query';
import { App as AntdApp, ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import { createHashRouter, Navigate, RouterProvider } from 'react-router';
import { queryClient } from './api.ts';
import { LoadingState } from './components/states.tsx';
import { PageFailure } from './shell/page-failure.tsx';
import { Shell } from './shell/shell.tsx';
import { useTypeSize } from './shell/type-size.ts';
import { antdTheme } from './theme.ts';
import { styleNonce } from './trusted-types.ts';

// Addresses live behind the #, so that no host has to know them: the same in the program and in a browser.
const router = createHashRouter([
  {
    Component: Shell,
    HydrateFallback: LoadingState,
    ErrorBoundary: PageFailure,
    children: [
      { index: true, element: <Navigate to="/today" replace /> },
      {
        path: 'today',
        ErrorBoundary: PageFailure,
        lazy: async () => ({ Component: (await import('./pages/today/today-page.tsx')).TodayPage }),
      },
      {
        path: 'cases',
        ErrorBoundary: PageFailure,
        lazy: async () => ({ Component: (await import('./pages/register/register-page.tsx')).RegisterPage }),
      },
      {
        path: 'cases/new',
        ErrorBoundary: PageFailure,
        lazy: async () => ({ Component: (await import('./pages/intake/intake-page.tsx')).IntakePage }),
      },
      {
        path: 'cases/:id',
        ErrorBoundary: PageFailure,
        lazy: async () => ({ Component: (await import('./pages/case/case-page.tsx')).CasePage }),
      },
      {
        path: 'roster',
        ErrorBoundary: PageFailure,
        lazy: async () => ({ Component: (await import('./pages/roster/roster-page.tsx')).RosterPage }),
      },
      {
        path: 'roster/:id',
        ErrorBoundary: PageFailure,
        lazy: async () => ({ Component: (await import('./pages/roster/record/record-page.tsx')).RecordPage }),
      },
      {
        path: 'statistics',
        ErrorBoundary: PageFailure,
        lazy: async () => ({
          Component: (await import('./pages/statistics/statistics-page.tsx')).StatisticsPage,
        }),
      },
      {
        path: 'statistics/dashboard',
        ErrorBoundary: PageFailure,
        lazy: async () => ({
          Component: (await import('./pages/statistics/dashboard/dashboard-page.tsx')).DashboardPage,
        }),
      },
      {
        path: 'statistics/calendar',
        ErrorBoundary: PageFailure,
        lazy: async () => ({
          Component: (await import('./pages/statistics/calendar/calendar-page.tsx')).CalendarPage,
        }),
      },
      {
        path: 'statistics/rollup',
        ErrorBoundary: PageFailure,
        lazy: async () => ({
          Component: (await import('./pages/statistics/rollup/rollup-page.tsx')).RollupPage,
        }),
      },
      {
        path: 'statistics/closed',
        ErrorBoundary: PageFailure,
        lazy: async () => ({
          Component: (await import('./pages/statistics/closing/frozen-cases-page.tsx')).FrozenCasesPage,
        }),
      },
      {
        path: 'statistics/hand-figures',
        ErrorBoundary: PageFailure,
        lazy: async () => ({
          Component: (await import('./pages/statistics/hand-figures/hand-figures-page.tsx')).HandFiguresPage,
        }),
      },
      {
        path: 'settings',
        ErrorBoundary: PageFailure,
        lazy: async () => ({ Component: (await import('./pages/settings/settings-page.tsx')).SettingsPage }),
      },
      {
        path: 'import',
        ErrorBoundary: PageFailure,
        lazy: async () => ({ Component: (await import('./pages/import/import-page.tsx')).ImportPage }),
      },
      {
        path: 'help',
        ErrorBoundary: PageFailure,
        lazy: async () => ({ Component: (await import('./pages/help/help-page.tsx')).HelpPage }),
      },
      { path: '*', element: <Navigate to="/today" replace /> },
    ],
  },
]);

const withoutBlur = { mask: { blur: false } };

/** The program's pages with everything that they stand on: look, language, queries, routes. */
export function App() {
  const size = useTypeSize();
  return (
    <ConfigProvider
      locale={zhCN}
      theme={antdTheme(size)}
      csp={{ nonce: styleNonce }}
      wave={{ disabled: true }}
      modal={withoutBlur}
      drawer={withoutBlur}
      button={{ autoInsertSpace: false }}
      form={{ requiredMark: false, scrollToFirstError: { focus: true } }}
    >
      <AntdApp component={false} message={{ maxCount: 3 }}>
        <QueryClientProvider client={queryClient}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </AntdApp>
    </ConfigProvider>
  );
}
