import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { monthOfDay, monthsOfYear, yearOfMonth } from '#shared/domain/reporting-period.ts';
import { query } from '../../../api.ts';
import { useOverview } from '../../../components/office-facts.tsx';
import { Page, Section } from '../../../components/page.tsx';
import { usePageKeys } from '../../../components/page-keys.ts';
import { ErrorState, LoadingState } from '../../../components/states.tsx';
import { YearChoice } from '../../../components/year-choice.tsx';
import { PartLinks } from '../part-links.tsx';
import { statisticalYearOf, withYear, yearShown } from '../periods.ts';
import { HandFigureTable } from './hand-figure-table.tsx';

const years = [1990, 2198] as const;

/** 手工填报数: what this register cannot count, a statistical year at a time. */
export function HandFiguresPage() {
  const { today, statistics } = useOverview();
  const [parameters, setParameters] = useSearchParams();
  const thisYear = yearOfMonth(monthOfDay(today, statistics), statistics);
  const year = yearShown(parameters, years, (request) => statisticalYearOf(request, statistics)) ?? thisYear;
  const months = [...monthsOfYear(year, statistics)];
  const kept = useQuery(query.handFigures.read.queryOptions({ input: { months } }));
  const choose = (chosen: number) => setParameters(withYear(parameters, chosen, years), { replace: true });
  usePageKeys({ previous: () => choose(year - 1), next: () => choose(year + 1) });
  return (
    <Page
      title="手工填报数"
      note="登记簿里算不出来的数，从法院、交警的统计里抄来，用作分流率、应用率的分母"
      actions={<YearChoice year={year} first={thisYear - 4} last={thisYear} onChoose={choose} />}
    >
      <PartLinks />
      <Section title={`${year}年`}>
        {kept.isError ? (
          <ErrorState error={kept.error} onRetry={() => void kept.refetch()} />
        ) : kept.data === undefined ? (
          <LoadingState />
        ) : (
          <HandFigureTable key={year} months={months} kept={kept.data} />
        )}
      </Section>
    </Page>
  );
}
