import { SearchOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox, Input, type InputRef, Select } from 'antd';
import { type RefObject, useEffect, useMemo, useState } from 'react';
import type { CaseFilter } from '#shared/contract/cases.ts';
import { caseStatusCodes } from '#shared/domain/case-status.ts';
import { indexCauses, searchCauses } from '#shared/domain/cause-of-action.ts';
import { channelCodes } from '#shared/domain/channel.ts';
import { caseStatusLabels, channelLabels } from '#shared/domain/glossary.ts';
import { query } from '../../api.ts';
import { KeyHint } from '../../components/key-hint.tsx';
import { useOverview, useReference } from '../../components/office-facts.tsx';
import { PeriodFilter } from './period-filter.tsx';
import styles from './register.module.css';

type FilterBarProps = {
  readonly filter: CaseFilter;
  readonly field: RefObject<InputRef | null>;
  readonly onChange: (filter: CaseFilter) => void;
  /** ↓ in the search field goes to the first row. */
  readonly onDown: () => void;
};

/** One search box for everything that people remember of a case, and what narrows the list. */
export function FilterBar({ filter, field, onChange, onDown }: FilterBarProps) {
  const { courts } = useOverview();
  const mediators = useQuery(query.mediators.list.queryOptions()).data ?? [];
  const change = (part: Partial<CaseFilter>) => onChange({ ...filter, ...part });
  return (
    <search className={styles.filters} aria-label="查找案件">
      <SearchBox filter={filter} field={field} onSearch={(search) => change({ search })} onDown={onDown} />
      <Select
        aria-label="状态"
        mode="multiple"
        className={styles.status ?? ''}
        placeholder="状态"
        maxTagCount="responsive"
        allowClear
        value={filter.statuses}
        options={caseStatusCodes
          .filter((code) => code !== 'draft')
          .map((code) => ({ value: code, label: caseStatusLabels[code] }))}
        onChange={(statuses) => change({ statuses })}
      />
      <Select
        aria-label="法院"
        className={styles.choice ?? ''}
        placeholder="法院"
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        popupMatchSelectWidth={false}
        value={filter.courtId}
        options={courts.map((court) => ({ value: court.id, label: court.shortName }))}
        onChange={(courtId) => change({ courtId: courtId ?? null })}
      />
      <Select
        aria-label="调解员"
        className={styles.choice ?? ''}
        placeholder="调解员"
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        popupMatchSelectWidth={false}
        value={filter.mediatorId}
        options={mediators.map((mediator) => ({ value: mediator.id, label: mediator.name }))}
        onChange={(mediatorId) => change({ mediatorId: mediatorId ?? null })}
      />
      <CauseFilter value={filter.causeName} onChoose={(causeName) => change({ causeName })} />
      <Select
        aria-label="通道"
        className={styles.narrow ?? ''}
        placeholder="通道"
        allowClear
        value={filter.channel}
        options={channelCodes.map((code) => ({ value: code, label: channelLabels[code] }))}
        onChange={(channel) => change({ channel: channel ?? null })}
      />
      <PeriodFilter value={filter.listed} onChoose={(listed) => change({ listed })} />
      <Checkbox
        checked={filter.doubtedOnly}
        onChange={(event) => change({ doubtedOnly: event.target.checked })}
      >
        待核
      </Checkbox>
      <Checkbox
        checked={filter.removedOnly}
        onChange={(event) => change({ removedOnly: event.target.checked })}
      >
        回收站
      </Checkbox>
    </search>
  );
}

type SearchBoxProps = {
  readonly filter: CaseFilter;
  readonly field: RefObject<InputRef | null>;
  readonly onSearch: (search: string | null) => void;
  readonly onDown: () => void;
};

/** Searches while typing; what is typed stays here until it has settled, and an input method may compose. */
function SearchBox({ filter, field, onSearch, onDown }: SearchBoxProps) {
  const [typed, setTyped] = useState(filter.search ?? '');
  const [composing, setComposing] = useState(false);
  useEffect(() => setTyped(filter.search ?? ''), [filter.search]);
  useEffect(() => {
    const wanted = typed.trim() === '' ? null : typed.trim();
    if (composing || wanted === filter.search) {
      return;
    }
    const timer = setTimeout(() => onSearch(wanted), 180);
    return () => clearTimeout(timer);
  });
  return (
    <Input
      ref={field}
      className={styles.searchBox ?? ''}
      aria-label="查找案件"
      value={typed}
      allowClear
      maxLength={100}
      placeholder="姓名、拼音首字母、案号、电话、证件尾号"
      prefix={<SearchOutlined aria-hidden="true" />}
      suffix={typed === '' ? <KeyHint keys="Ctrl+K" /> : undefined}
      onChange={(event) => setTyped(event.target.value)}
      onCompositionStart={() => setComposing(true)}
      onCompositionEnd={() => setComposing(false)}
      onKeyDown={(event) => {
        if ((event.key === 'ArrowDown' || event.key === 'Enter') && !event.nativeEvent.isComposing) {
          event.preventDefault();
          onDown();
        }
      }}
    />
  );
}

function CauseFilter(props: {
  readonly value: string | null;
  readonly onChoose: (name: string | null) => void;
}) {
  const reference = useReference();
  const [typed, setTyped] = useState('');
  const index = useMemo(
    () =>
      indexCauses(
        (reference?.causes ?? []).map((cause) => ({ ...cause, level: cause.level as 1 | 2 | 3 | 4 })),
      ),
    [reference],
  );
  const names = [...new Set(searchCauses(index, typed, 40).map((cause) => cause.name))];
  return (
    <Select
      aria-label="案由"
      className={styles.choice ?? ''}
      placeholder="案由"
      allowClear
      showSearch={{ searchValue: typed, onSearch: setTyped, filterOption: false }}
      popupMatchSelectWidth={320}
      value={props.value}
      options={names.map((name) => ({ value: name, label: name }))}
      onChange={(name: string | undefined) => {
        props.onChoose(name ?? null);
        setTyped('');
      }}
    />
  );
}

/** Takes every condition away. */
export function ClearFilters(props: { readonly onClear: () => void }) {
  return (
    <Button size="small" type="link" onClick={props.onClear}>
      清除条件
    </Button>
  );
}
