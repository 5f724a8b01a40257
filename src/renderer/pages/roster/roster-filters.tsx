import { Checkbox, Input, type InputRef, Select } from 'antd';
import type { Mediator } from '#shared/contract/mediators.ts';
import {
  type CauseGroup,
  causeGroupCodes,
  causeGroups,
  causeGroupsIn,
} from '#shared/domain/cause-of-action.ts';
import { addDays, type LocalDate } from '#shared/domain/local-date.ts';
import { foldForSearch } from '#shared/domain/names.ts';
import { useOverview } from '../../components/office-facts.tsx';
import { standingLabels } from './mediator-draft.ts';
import styles from './roster.module.css';

/** How the term of appointment stands; an office renews it before it is over. */
const terms = {
  endsSoon: '90 天内届满',
  over: '已届满',
  none: '未填聘期',
} as const;
type Term = keyof typeof terms;

/** What is looked for on the roster. */
type Wanted = {
  readonly text: string;
  readonly standing: Mediator['standing'] | null;
  readonly sector: string | null;
  readonly courtId: number | null;
  readonly expertise: CauseGroup | null;
  readonly term: Term | null;
  readonly incompleteOnly: boolean;
};

export const everybody: Wanted = {
  text: '',
  standing: null,
  sector: null,
  courtId: null,
  expertise: null,
  term: null,
  incompleteOnly: false,
};

function termOf({ termTo }: Mediator, today: LocalDate): Term | 'running' {
  if (termTo === null) {
    return 'none';
  }
  return termTo < today ? 'over' : termTo <= addDays(today, 90) ? 'endsSoon' : 'running';
}

/** Whether the term of a mediator who takes cases is over or will be within 90 days. */
export function isTermAlarming(mediator: Mediator, today: LocalDate): boolean {
  return mediator.standing === 'listed' && ['over', 'endsSoon'].includes(termOf(mediator, today));
}

export function isWanted(mediator: Mediator, wanted: Wanted, today: LocalDate): boolean {
  const words = foldForSearch(wanted.text).split(' ');
  const told = foldForSearch(
    [mediator.name, mediator.employer, mediator.sector, ...mediator.phones, ...mediator.expertise].join(' '),
  );
  const { expertise } = wanted;
  return (
    words.every((word) => told.includes(word)) &&
    (wanted.standing === null || mediator.standing === wanted.standing) &&
    (wanted.sector === null || mediator.sector === wanted.sector) &&
    (wanted.courtId === null || mediator.courtId === wanted.courtId) &&
    (expertise === null || mediator.expertise.some((one) => causeGroupsIn(one).includes(expertise))) &&
    (wanted.term === null || termOf(mediator, today) === wanted.term) &&
    (!wanted.incompleteOnly || mediator.incomplete)
  );
}

export function RosterFilters(props: {
  readonly all: readonly Mediator[];
  readonly wanted: Wanted;
  readonly onWant: (wanted: Wanted) => void;
  readonly found: number;
  readonly search: React.RefObject<InputRef | null>;
}) {
  const { all, wanted } = props;
  const { courts } = useOverview();
  const want = (change: Partial<Wanted>) => props.onWant({ ...wanted, ...change });
  const sectors = [...new Set(all.map((mediator) => mediator.sector).filter((sector) => sector !== null))];
  const courtIds = new Set(all.map((mediator) => mediator.courtId));
  return (
    <search className={styles.filters}>
      <Input
        ref={props.search}
        className={styles.search ?? ''}
        aria-label="查找调解员"
        placeholder="姓名、单位、专长、电话"
        suffix={<kbd>/</kbd>}
        allowClear
        value={wanted.text}
        onChange={(event) => want({ text: event.target.value })}
      />
      <Select
        aria-label="状态"
        placeholder="状态"
        allowClear
        value={wanted.standing}
        className={styles.narrow ?? ''}
        options={(['listed', 'suspended', 'removed'] as const).map((value) => ({
          value,
          label: standingLabels[value],
        }))}
        onChange={(standing) => want({ standing: standing ?? null })}
      />
      <Select
        aria-label="界别"
        placeholder="界别"
        allowClear
        showSearch
        value={wanted.sector}
        className={styles.wide ?? ''}
        options={sectors
          .toSorted((one, other) => one.localeCompare(other, 'zh-CN'))
          .map((value) => ({ value, label: value }))}
        onChange={(sector) => want({ sector: sector ?? null })}
      />
      <Select
        aria-label="入册法院"
        placeholder="入册法院"
        allowClear
        value={wanted.courtId}
        className={styles.wide ?? ''}
        options={courts
          .filter((court) => courtIds.has(court.id))
          .map((court) => ({ value: court.id as number, label: court.shortName }))}
        onChange={(courtId) => want({ courtId: courtId ?? null })}
      />
      <Select
        aria-label="专长"
        placeholder="专长"
        allowClear
        value={wanted.expertise}
        className={styles.wide ?? ''}
        options={causeGroupCodes.map((value) => ({ value, label: causeGroups[value].label }))}
        onChange={(expertise) => want({ expertise: expertise ?? null })}
      />
      <Select
        aria-label="聘期"
        placeholder="聘期"
        allowClear
        value={wanted.term}
        className={styles.middle ?? ''}
        options={(Object.keys(terms) as Term[]).map((value) => ({ value, label: terms[value] }))}
        onChange={(term) => want({ term: term ?? null })}
      />
      <Checkbox
        checked={wanted.incompleteOnly}
        onChange={(event) => want({ incompleteOnly: event.target.checked })}
      >
        只看待完善
      </Checkbox>
      <span className={styles.found} role="status">
        {props.found === all.length ? `共 ${all.length} 人` : `${props.found}／${all.length} 人`}
      </span>
    </search>
  );
}
