import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { CaseDetail } from '#shared/contract/cases.ts';
import { caseLife } from '#shared/domain/case-life.ts';
import { casePeriod } from '#shared/domain/case-period.ts';
import { type NextMove, nextMove } from '#shared/domain/next-move.ts';
import { type MediationPeriod, type PeriodSettings, periodState } from '#shared/domain/period.ts';
import { indexRestCalendars, type RestCalendars } from '#shared/domain/rest-days.ts';
import { query } from '../../../api.ts';
import { useOverview } from '../../../components/office-facts.tsx';
import { useOpenAfterClosing } from '../after/use-after.ts';

type PeriodRules = { readonly settings: PeriodSettings; readonly calendars: RestCalendars };

/** The office's choices and calendars that periods are computed with; undefined until they have come. */
export function usePeriodRules(): PeriodRules | undefined {
  const all = useQuery(query.settings.all.queryOptions()).data;
  return useMemo(
    () =>
      all === undefined
        ? undefined
        : {
            settings: all.period.value,
            calendars: indexRestCalendars(all.calendars.map(({ calendar }) => calendar)),
          },
    [all],
  );
}

/** The period of mediation of a case; undefined before the receipt and until the rules have come. */
export function usePeriod(detail: CaseDetail): MediationPeriod | undefined {
  const rules = usePeriodRules();
  return useMemo(
    () =>
      rules === undefined
        ? undefined
        : casePeriod(detail.facts, caseLife(detail.moves), rules.settings, rules.calendars),
    [rules, detail.facts, detail.moves],
  );
}

/** What is mostly done next with a case; null where nothing is left to do, or while it cannot be said yet. */
export function useNextMove(detail: CaseDetail): NextMove | null {
  const { today } = useOverview();
  const rules = usePeriodRules();
  const period = usePeriod(detail);
  const after = useOpenAfterClosing(detail);
  if (rules === undefined) return null;
  return nextMove(detail, {
    today,
    period: period === undefined ? undefined : periodState(period, today, rules.settings.warnAtDays),
    lastDay: period?.kind === 'determined' ? period.endsOn : null,
    calendars: rules.calendars,
    after,
  });
}
