import type { Dashboard } from '#shared/contract/plots.ts';
import { dayNumber } from '#shared/domain/day-number.ts';
import { bandOfDays, closingTimeBands, pendingAgeBands } from '#shared/domain/statistics.ts';
import type { Selection } from '../selection.ts';
import { dayCounter, daysToClose } from './day-counter.ts';
import { plottedPlace } from './plotted.ts';

/** By place of a share: whether its cases count in a figure. */
function countedIn({ shares }: Selection, figure: 'closed' | 'closing' | 'overdue'): readonly boolean[] {
  const place = plottedPlace(figure);
  return shares.map(({ figures }) => figures.includes(place));
}

/** How long the cases closed in the period had taken. */
export function closingTimes(selection: Selection): Dashboard['closingTimes'] {
  const { columns, count, rows, shareOf } = selection;
  const { received, ended } = columns.days;
  const closed = countedIn(selection, 'closed');
  const taken = dayCounter();
  for (let place = 0; place < count; place += 1) {
    if (closed[shareOf[place] as number] !== true) continue;
    const row = rows[place] as number;
    taken.add(daysToClose(received[row] as number, ended[row] as number));
  }
  return spreadOver(taken);
}

/** Days that were counted, by band and as they are spread. */
export function spreadOver(taken: ReturnType<typeof dayCounter>): Dashboard['closingTimes'] {
  const bands = closingTimeBands.map(() => 0);
  taken.counts().forEach((cases, days) => {
    if (cases > 0) {
      const band = bandOfDays(closingTimeBands, days);
      bands[band] = (bands[band] ?? 0) + cases;
    }
  });
  return { bands, spread: taken.spread() };
}

/** How long the cases pending at the end of the period had been here by then, and how many of them were overdue. */
export function pendingAges(selection: Selection): Dashboard['pendingAges'] {
  const { asked, columns, count, rows, shareOf } = selection;
  const { received } = columns.days;
  const end = dayNumber(asked.period.to);
  const pending = countedIn(selection, 'closing');
  const overdue = countedIn(selection, 'overdue');
  const bands = pendingAgeBands.map(() => ({ cases: 0, overdue: 0 }));
  for (let place = 0; place < count; place += 1) {
    const share = shareOf[place] as number;
    if (pending[share] !== true) continue;
    const band = bands[bandOfDays(pendingAgeBands, end - (received[rows[place] as number] as number))];
    if (band === undefined) continue;
    band.cases += 1;
    if (overdue[share] === true) band.overdue += 1;
  }
  return bands;
}
