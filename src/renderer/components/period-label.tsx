import { formatLocalDate } from '#shared/domain/local-date.ts';
import type { Period } from '#shared/domain/reporting-period.ts';

/** 2024年3月1日至2024年3月31日 */
export function PeriodLabel(props: { readonly period: Period }) {
  return (
    <span>
      {formatLocalDate(props.period.from)}至{formatLocalDate(props.period.to)}
    </span>
  );
}
