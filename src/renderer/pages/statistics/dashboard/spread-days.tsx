import type { Dashboard } from '#shared/contract/plots.ts';
import type { Period } from '#shared/domain/reporting-period.ts';
import { type SpreadName, spreads } from '#shared/domain/statistics.ts';
import { CasesBehind } from '../../../components/figure-links.tsx';
import { behind } from './shown.ts';

/** A number of days that closed cases are spread by; it opens all of these. */
export function SpreadDays(props: {
  readonly shown: Dashboard;
  readonly name: SpreadName;
  readonly days: number | null;
  readonly period?: Period;
}) {
  const { shown, name, days, period = shown.current.period } = props;
  if (days === null) {
    return <>—</>;
  }
  const { label, formula } = spreads[name];
  return (
    <CasesBehind {...behind(shown, 'closed', [], period)} title={`${label}：${formula}。查看这些结案的案件`}>
      {days}
    </CasesBehind>
  );
}
