import type { Channel } from '#shared/domain/channel.ts';
import {
  failing,
  figureOfClosing,
  type ReportTable,
  reasonsTable,
} from '#shared/domain/statistics/tables.ts';
import type { CountedValues, FigureName } from '#shared/domain/statistics.ts';
import type { ReadableDb } from '../../register/query.ts';
import { type ComparedSelections, figuresBy, noFigures, selectPeriod } from '../../register/statistics.ts';
import type { Told } from './told.ts';

const mostCauses = 3;

/** 表四. */
export function reasons(db: ReadableDb, told: Told, { current }: ComparedSelections): ReportTable {
  if (current === null) throw new Error('The period itself is always counted.');
  const byChannel = figuresBy(db, current, 'channel');
  const none = noFigures();
  const ofChannel = (channel: Channel): CountedValues => byChannel.get(channel) ?? none;
  const byClosing = figuresBy(db, current, 'closing');
  return reasonsTable({
    periodName: told.periodName,
    isYear: told.isYear,
    total: told.total,
    byChannel: { A: ofChannel('A'), B: ofChannel('B'), C: ofChannel('C') },
    claimFen: new Map(failing.map((code) => [code, byClosing.get(code)?.claimFenOfClosed ?? 0])),
    causes: new Map(
      failing
        .filter((code) => told.total.current?.[figureOfClosing(code)] !== 0)
        .map((code) => [code, causesOf(db, told, code, figureOfClosing(code))]),
    ),
  });
}

/** The most frequent causes of the cases that ended in a way. */
function causesOf(
  db: ReadableDb,
  told: Told,
  code: string,
  figure: FigureName,
): readonly { readonly name: string; readonly cases: number }[] {
  const ended = selectPeriod(db, told.period, [...told.filter, { dimension: 'closing', key: code }]);
  return [...figuresBy(db, ended, 'cause')]
    .map(([name, figures]) => ({ name, cases: figures[figure] }))
    .filter(({ cases }) => cases > 0)
    .sort((one, other) => other.cases - one.cases || (one.name < other.name ? -1 : 1))
    .slice(0, mostCauses);
}
