import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { CaseRow } from '#shared/contract/cases.ts';
import type { CaseId } from '#shared/contract/ids.ts';
import { query } from '../../api.ts';
import { usePause } from '../fields/use-pause.ts';

/** What a party or a case is known by, as far as it has been typed. */
export type Known = {
  readonly except: CaseId | null;
  readonly parties: readonly {
    readonly name: string;
    readonly idNumber: string | null;
    readonly phones: readonly string[];
  }[];
  readonly courtNumbers: readonly string[];
};

export type RelatedCase = {
  readonly row: CaseRow;
  readonly because: 'courtNumber' | 'idNumber' | 'phone' | 'name';
  readonly shared: string;
};

/** Registered cases that share a number, an ID, a phone or both names, asked for in the pauses of typing. */
export function useRelated(known: Known): readonly RelatedCase[] {
  const asked = JSON.stringify({
    ...known,
    parties: known.parties.filter((party) => [...party.name].length >= 2),
  });
  const settled = usePause(asked, 400);
  const input = useMemo(() => JSON.parse(settled), [settled]);
  const nothing = input.parties.length === 0 && input.courtNumbers.length === 0;
  const related = useQuery({
    ...query.cases.related.queryOptions({ input }),
    enabled: !nothing,
    placeholderData: keepPreviousData,
  });
  return nothing ? [] : (related.data ?? []);
}
