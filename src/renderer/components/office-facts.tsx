import { useQuery } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import type { OfficeClient } from '#shared/contract/index.ts';
import { query } from '../api.ts';

export type Overview = Awaited<ReturnType<OfficeClient['office']['overview']>>;

const OverviewContext = createContext<Overview | null>(null);
export const OverviewProvider = OverviewContext.Provider;

/** Who works, where, with what, and today's date; the shell shows no page before it is known. */
export function useOverview(): Overview {
  const overview = useContext(OverviewContext);
  if (overview === null) {
    throw new Error('No page is shown outside the shell.');
  }
  return overview;
}

/** Causes of action, ethnic groups and sectors; undefined until they have come. */
export function useReference() {
  return useQuery(query.reference.all.queryOptions()).data;
}

/**
 * Whether Ctrl+N comes here: a browser keeps it for a new window of its own. False until the host has said what it is.
 */
export function useNewCaseKey(): boolean {
  return useAbilities()?.saveDialog === true;
}

/** What the host can do beyond a page; undefined until it has said. */
export function useAbilities() {
  return useQuery(query.shell.abilities.queryOptions()).data;
}
