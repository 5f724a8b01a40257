import type { CellStyle } from 'hucre/xlsx';
import { standingWords } from '#shared/domain/report-standing.ts';
import { formatPeriod } from '#shared/domain/reporting-period.ts';
import { addSpans, type Grid, type Span } from './grid.ts';
import type { ReportPaper } from './paper.ts';
import { type Plan, sumOf } from './plan.ts';
import { styles } from './styles.ts';

/** How many of the last columns are about as wide as those before them, so that what stands between is in the middle. */
function counterweight(widths: readonly number[], width: number): number {
  let count = 0;
  let sum = 0;
  for (const next of widths.toReversed()) {
    if (sum + next / 2 > width || count >= widths.length - 1) break;
    sum += next;
    count += 1;
  }
  return count;
}

/** The title and the lines under it, which say on every sheet of paper what it is and when it was counted. */
export function addTitle(grid: Grid, { table, repeated, split, widths }: Plan, paper: ReportPaper): void {
  const { report, standing } = paper;
  const filter = report.filterWords === null ? '' : `　筛选：${report.filterWords}`;
  const period = `统计期间：${formatPeriod(report.current.period)}${filter}`;
  const unit = `单位：${table.unit}`;
  const span = (text: string, columns: number, style: CellStyle): Span[] =>
    columns === 0 ? [] : [{ text, columns, style }];
  if (repeated === 0) {
    const end = Math.min(4, split - 1);
    const named = table.number === '' ? period : `${table.number}　${period}`;
    addSpans(grid, span(table.title, split, styles.title), 42);
    addSpans(grid, span(standingWords(standing), split, styles.asideMiddle), 18);
    addSpans(grid, [...span(named, split - end, styles.aside), ...span(unit, end, styles.asideEnd)], 20);
    return;
  }
  const names = sumOf(widths.slice(0, repeated));
  const sheets = [widths.slice(repeated, split), widths.slice(split)];
  const middle = (text: string, style: CellStyle, of: readonly number[]): Span[] => {
    const rest = counterweight(of, names);
    return [...span(text, of.length - rest, style), ...span('', rest, {})];
  };
  const titles = [table.title, `${table.title}（续）`];
  const named = (text: string) => span(text, repeated, styles.aside);
  addSpans(
    grid,
    [...named(''), ...sheets.flatMap((of, place) => middle(titles[place] ?? '', styles.title, of))],
    42,
  );
  addSpans(
    grid,
    [...named(''), ...sheets.flatMap((of) => middle(standingWords(standing), styles.asideMiddle, of))],
    18,
  );
  addSpans(
    grid,
    [
      ...named(table.number),
      ...sheets.flatMap((of) => [
        ...span(period, of.length - 4, styles.aside),
        ...span(unit, 4, styles.asideEnd),
      ]),
    ],
    20,
  );
}
