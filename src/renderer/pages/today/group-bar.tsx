import type { KeyboardEvent } from 'react';
import { type TodayGroup, todayGroupCodes, todayGroups } from '#shared/domain/case-dates.ts';
import styles from './today.module.css';

/** What the counts stand for: a group, or (null) all that is due within a week and all that waits. */
export type Chosen = TodayGroup | null;

export const timeGroups = todayGroupCodes.filter((group) => todayGroups[group].by === 'time');
/** What waits is seen with everything, and has a group by matter each. */
const buttons: readonly Chosen[] = [null, ...todayGroupCodes.filter((group) => group !== 'waiting')];

type GroupBarProps = {
  readonly counts: Readonly<Record<TodayGroup, number>>;
  readonly chosen: Chosen;
  readonly onChoose: (group: Chosen) => void;
};

/** The counts of all groups, each a filter; ← and → go from one to the next. */
export function GroupBar({ counts, chosen, onChoose }: GroupBarProps) {
  const all = timeGroups.reduce((sum, group) => sum + counts[group], 0);
  return (
    <div role="toolbar" aria-label="事项分组" className={`${styles.groups} no-print`} onKeyDown={moveAmong}>
      {buttons.map((group) => {
        const count = group === null ? all : counts[group];
        return (
          <button
            key={group ?? 'all'}
            type="button"
            className={styles.group}
            data-by={group === null ? 'time' : todayGroups[group].by}
            data-late={group === 'overdue' && count > 0}
            data-none={count === 0}
            aria-pressed={group === chosen}
            onClick={() => onChoose(group)}
          >
            {group === null ? '全部' : todayGroups[group].label}
            <b>{count}</b>
          </button>
        );
      })}
    </div>
  );
}

function moveAmong(event: KeyboardEvent<HTMLElement>): void {
  const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
  if (step === 0 || event.ctrlKey || event.altKey) return;
  const all = [...event.currentTarget.querySelectorAll('button')];
  const place = all.indexOf(event.target as HTMLButtonElement);
  all[(place + step + all.length) % all.length]?.focus();
  event.preventDefault();
}
