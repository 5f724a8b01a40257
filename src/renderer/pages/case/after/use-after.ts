import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { CaseDetail } from '#shared/contract/cases.ts';
import {
  type AfterFacts,
  type AfterRules,
  afterFactsOf,
  type OpenAfterClosing,
  openAfterClosing,
} from '#shared/domain/after-closing.ts';
import { causeRestriction, indexCauses, matchCause } from '#shared/domain/cause-of-action.ts';
import { obligationsOf, type Performance, performanceOf } from '#shared/domain/performance.ts';
import { indexRestCalendars } from '#shared/domain/rest-days.ts';
import { query } from '../../../api.ts';
import { useOverview, useReference } from '../../../components/office-facts.tsx';

export type After = { readonly facts: AfterFacts; readonly rules: AfterRules };

/** What the rules of the time after the closing ask for; undefined until causes and calendars have come. */
export function useAfter(detail: CaseDetail): After | undefined {
  const reference = useReference();
  const calendars = useQuery(query.settings.all.queryOptions()).data?.calendars;
  return useMemo(() => {
    if (reference === undefined || calendars === undefined) return undefined;
    const index = indexCauses(
      reference.causes.map((cause) => ({ ...cause, level: cause.level as 1 | 2 | 3 | 4 })),
    );
    const { cause } = detail.facts;
    const known = cause === null ? undefined : matchCause(index, cause.name);
    return {
      facts: afterFactsOf(detail, known === undefined ? undefined : causeRestriction(known)),
      rules: {
        settings: detail.after.settings,
        calendars: indexRestCalendars(calendars.map(({ calendar }) => calendar)),
      },
    };
  }, [reference, calendars, detail]);
}

/** How far the agreement of a case is performed today. */
export function usePerformance(detail: CaseDetail): Performance {
  const { today } = useOverview();
  return useMemo(
    () =>
      performanceOf(detail.agreement === null ? [] : obligationsOf(detail.agreement), detail.payments, today),
    [detail.agreement, detail.payments, today],
  );
}

/** What is open after the closing of a case, the most pressing first; undefined until it can be said. */
export function useOpenAfterClosing(detail: CaseDetail): readonly OpenAfterClosing[] | undefined {
  const { today } = useOverview();
  const known = useAfter(detail);
  const performance = usePerformance(detail);
  return useMemo(
    () =>
      known === undefined
        ? undefined
        : openAfterClosing(detail.after.steps, known.facts, {
            ...known.rules,
            today,
            performance,
            visits: detail.after.visits,
          }),
    [known, performance, today, detail],
  );
}

/** A party of a case by its id. */
export function partyName(detail: CaseDetail, id: number | null): string | null {
  return id === null ? null : (detail.parties.find((party) => party.id === id)?.name ?? null);
}
