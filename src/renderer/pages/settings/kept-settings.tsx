import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { query } from '../../api.ts';
import { ErrorState, LoadingState } from '../../components/states.tsx';
import type { KeptSettings } from './use-choices.ts';

/** Shows a part of the settings once what is kept has come. */
export function WithKeptSettings(props: { readonly children: (kept: KeptSettings) => ReactNode }) {
  const settings = useQuery(query.settings.all.queryOptions());
  if (settings.isError) {
    return <ErrorState error={settings.error} onRetry={() => void settings.refetch()} />;
  }
  return settings.data === undefined ? <LoadingState /> : props.children(settings.data);
}
