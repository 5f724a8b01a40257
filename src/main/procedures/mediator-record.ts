import type { MediatorId } from '#shared/contract/ids.ts';
import { type MediatorRecord, mediatorStandingSchema } from '#shared/contract/mediators.ts';
import { localDateInShanghai } from '#shared/domain/local-date.ts';
import { pointsOf, type RecordCounts, recordSentence } from '#shared/domain/mediator-record.ts';
import { type Period, periodName, requestCovering } from '#shared/domain/reporting-period.ts';
import { eventsOf } from '../register/events.ts';
import { readMediator } from '../register/mediators.ts';
import { proposalsOfMediator } from '../register/proposals.ts';
import type { ReadableDb } from '../register/query.ts';
import { readSetting } from '../register/settings.ts';
import { assistedCases, mediatorFigures } from '../register/statistics.ts';
import { trainingsOf } from '../register/trainings.ts';
import { found } from './errors.ts';

function standingOf(facts: unknown) {
  const standing = typeof facts === 'object' && facts !== null && 'standing' in facts ? facts.standing : null;
  return mediatorStandingSchema.safeParse(standing).data;
}

/** When the mediator was suspended, removed or listed again, as the events of the roster tell it. */
function standingsOf(db: ReadableDb, id: MediatorId, period: Period): MediatorRecord['standings'] {
  return eventsOf(db, 'mediator', id)
    .toReversed()
    .flatMap((event) => {
      const before = standingOf(event.before);
      const after = standingOf(event.after);
      const day = localDateInShanghai(new Date(event.at));
      if (before === undefined || after === undefined || before === after) return [];
      return day < period.from || day > period.to
        ? []
        : [{ at: event.at, staffName: event.staffName, before, after }];
    });
}

/** 履职档案: what one mediator did in a period, its cases counted as the statistics count them. */
export function recordOf(db: ReadableDb, id: MediatorId, period: Period): MediatorRecord {
  const mediator = found(readMediator(db, id), 'mediator');
  const { figures, byCause } = mediatorFigures(db, id, period);
  const duration = { days: figures.daysToClose, cases: figures.closed };
  const within = (day: string) => day >= period.from && day <= period.to;
  const trainings = trainingsOf(db, id)
    .filter(({ trainedOn }) => within(trainedOn))
    .toReversed();
  const proposals = proposalsOfMediator(db, id).filter(({ submittedOn }) => within(submittedOn));
  const assisted = assistedCases(db, id, period);
  const counts: RecordCounts = {
    opening: figures.opening,
    received: figures.received,
    closed: figures.closed,
    succeeded: figures.succeeded,
    confirmed: figures.confirmed,
    assisted,
    proposals: proposals.filter(({ kind }) => kind === 'proposal').length,
    publicOpinions: proposals.filter(({ kind }) => kind === 'publicOpinion').length,
    trainings: trainings.length,
    trainingHours: trainings.reduce((sum, { hours }) => sum + (hours ?? 0), 0),
  };
  const settings = readSetting(db, 'points').value;
  const { lines, total } = pointsOf(settings, counts);
  const { claimFenOfClosed, agreedFen, paidFen } = figures;
  const calendar = readSetting(db, 'statistics').value;
  const name = periodName(requestCovering(period, calendar), calendar);
  return {
    mediator,
    period,
    periodName: name,
    figures,
    byCause: [...byCause],
    duration,
    assisted,
    trainings,
    proposals,
    standings: standingsOf(db, id, period),
    points: { lines: lines.map((line) => ({ ...line })), total, note: settings.note },
    sentence: recordSentence({
      name: mediator.name,
      isMember: mediator.isMember,
      periodName: name,
      counts,
      claimFenOfClosed,
      agreedFen,
      paidFen,
      duration,
    }),
  };
}
