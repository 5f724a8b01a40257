import { Fragment, type ReactNode } from 'react';
import { Link } from 'react-router';
import type { ReportTables } from '#shared/contract/statistics.ts';
import { monthOfDay, type Period, yearOfMonth } from '#shared/domain/reporting-period.ts';
import {
  caseHead,
  comparedPeriods,
  type OpeningOf,
  openingOf,
  openingsWithin,
  type ReportCell,
  type ReportColumn,
  type ReportRow,
} from '#shared/domain/statistics/tables.ts';
import { CasesBehind } from '../../../components/figure-links.tsx';
import { useOverview } from '../../../components/office-facts.tsx';
import { addressOf, anyYear, withYear } from '../periods.ts';
import styles from './tables.module.css';

/** A number that counts nothing stands back, and so does what is not known. */
function isZero(cell: ReportCell): boolean {
  return cell.kind === 'none' || (cell.kind !== 'text' && cell.kind !== 'day' && /^[0.%]+$/.test(cell.text));
}

function openingIn(report: ReportTables): OpeningOf {
  return {
    filter: report.filter,
    periods: Object.fromEntries(comparedPeriods.map((of) => [of, report[of].period])) as OpeningOf['periods'],
  };
}

type CellProps = {
  readonly report: ReportTables;
  readonly row: ReportRow;
  readonly column: ReportColumn;
  readonly cell: ReportCell;
};

/** What a cell says; a number opens what it counts, and says so where it counts no cases. */
export function CellWords(props: Omit<CellProps, 'cell'> & { readonly cell: ReportCell | undefined }) {
  const { row, column, cell } = props;
  if (cell === undefined) {
    return null;
  }
  if (row.caseId !== undefined && column.head === caseHead) {
    return (
      <Link to={`/cases/${row.caseId}`} title={`查看案件 ${cell.text}`}>
        {cell.text}
      </Link>
    );
  }
  return cell.kind === 'text' ? <Words {...props} cell={cell} /> : <NumberWords {...props} cell={cell} />;
}

/** Words, of which each count opens its cases. */
function Words({ report, row, cell }: CellProps) {
  const within = openingsWithin(openingIn(report), row, cell);
  if (within.length === 0) {
    return <span>{cell.text}</span>;
  }
  return (
    <span className={styles.inWords}>
      {within.map(({ words, counted }, place) => (
        <Fragment key={words}>
          {place > 0 && '、'}
          <CasesBehind {...counted} title={`${words}：查看案件`}>
            {words}
          </CasesBehind>
        </Fragment>
      ))}
    </span>
  );
}

function NumberWords({ report, row, column, cell }: CellProps) {
  const { statistics } = useOverview();
  const opening = openingOf(openingIn(report), row, column, cell);
  const shown: ReactNode = cell.text;
  const yearOf = ({ to }: Period) => yearOfMonth(monthOfDay(to, statistics), statistics);
  switch (opening?.kind) {
    case 'cases':
      return (
        <CasesBehind {...opening.counted} title={opening.says}>
          {shown}
        </CasesBehind>
      );
    case 'handFigures':
      return (
        <Link
          to={`/statistics/hand-figures?${withYear(addressOf(report.request), yearOf(opening.period), anyYear)}`}
          title={opening.says}
          className={styles.other ?? ''}
        >
          {shown}
        </Link>
      );
    case 'record':
      return (
        <Link
          to={`/roster/${opening.mediator}?year=${yearOf(report.current.period)}`}
          title={opening.says}
          className={styles.other ?? ''}
        >
          {shown}
        </Link>
      );
    default:
      return (
        <span title={opening?.says} className={isZero(cell) ? styles.zero : undefined}>
          {shown}
        </span>
      );
  }
}
