import { Button } from 'antd';
import type { CaseDetail } from '#shared/contract/cases.ts';
import { missingNeeds } from '#shared/domain/case-needs.ts';
import type { CasePlace } from '#shared/domain/case-so-far.ts';
import { type CaseStatus, caseStatuses } from '#shared/domain/case-status.ts';
import type { NextMove } from '#shared/domain/next-move.ts';
import styles from './moves.module.css';

/** The states that most cases go through, in their order; 中止 stands in the place of 调解中. */
const track = [
  'registered',
  'dispatched',
  'accepted',
  'appointed',
  'mediating',
  'agreed',
  'closed',
  'archived',
] as const satisfies readonly CaseStatus[];

const placeOf: Readonly<Record<CaseStatus, (typeof track)[number]>> = {
  draft: 'registered',
  registered: 'registered',
  dispatched: 'dispatched',
  accepted: 'accepted',
  consent: 'accepted',
  appointed: 'appointed',
  mediating: 'mediating',
  suspended: 'mediating',
  agreed: 'agreed',
  closed: 'closed',
  archived: 'archived',
};

/** Where a case is, what it lacks, and what comes next: all that a newcomer needs to go on. */
export function CourseStrip(props: {
  readonly detail: CaseDetail;
  readonly next: NextMove | null;
  readonly onAct: (action: NextMove['action']) => void;
  readonly onGo: (place: CasePlace) => void;
}) {
  const { detail, next, onAct, onGo } = props;
  const missing = missingNeeds(detail);
  return (
    <div className={styles.course}>
      <Track detail={detail} />
      {next !== null && (
        <p className={styles.next} data-urgent={next.urgent}>
          <span className={styles.nextWord}>{next.urgent ? '▲ 下一步' : '下一步'}</span>
          <span>
            {next.label}
            {next.why !== null && `：${next.why}`}
            {next.source !== null && <cite> {next.source}</cite>}
          </span>
          {next.instead !== null && (
            <Button type="link" size="small" onClick={() => next.instead && onAct(next.instead.action)}>
              或：{next.instead.label}
            </Button>
          )}
        </p>
      )}
      {missing.length > 0 && (
        <ul className={styles.missing} aria-label="待补">
          <li aria-hidden="true">待补</li>
          {missing.map(({ need, label, place, source }) => (
            <li key={need}>
              <button type="button" title={source} onClick={() => onGo(place)}>
                {label}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** The states that a case was in, as far as the register knows: an imported one has no moves. */
function statesMet({ moves, facts }: CaseDetail): ReadonlySet<CaseStatus> {
  const standing = moves.filter(({ takenBack }) => takenBack === null);
  return new Set([
    'registered' as const,
    ...(facts.receivedOn === null ? [] : (['accepted'] as const)),
    ...standing.flatMap(({ from, to }) => [placeOf[from], placeOf[to]]),
  ]);
}

/** The way that a case has come, where it is, and what mostly lies ahead; a state that it left out is not claimed. */
function Track({ detail }: { readonly detail: CaseDetail }) {
  const here = track.indexOf(placeOf[detail.status]);
  const met = statesMet(detail);
  const states = track.filter((status, place) =>
    place < here ? met.has(status) : status !== 'dispatched' || detail.facts.channel !== 'C',
  );
  return (
    <ol className={styles.track} aria-label="案件进程">
      {states.map((status) => {
        const place = track.indexOf(status);
        const stand = place < here ? 'past' : place === here ? 'here' : 'ahead';
        const label = stand === 'here' ? caseStatuses[detail.status].label : caseStatuses[status].label;
        return (
          <li key={status} data-stand={stand} aria-current={stand === 'here' ? 'step' : undefined}>
            <span aria-hidden="true">{stand === 'past' ? '✓' : stand === 'here' ? '●' : '○'}</span>
            {label}
          </li>
        );
      })}
    </ol>
  );
}
