import { CloseOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { type Slice, type SliceDimension, sliceDimensions } from '#shared/domain/statistics.ts';
import { query } from '../../api.ts';
import { findChoices } from '../../components/fields/found-by.ts';
import { mostSlices, withSlice } from './asked.ts';
import styles from './filter-bar.module.css';

/** By what the cases may be filtered, in the order in which people ask. */
const filterable: readonly SliceDimension[] = [
  'court',
  'district',
  'studio',
  'organisation',
  'mediator',
  'sector',
  'channel',
  'source',
  'causeGroup',
  'causeLevel1',
  'causeLevel2',
  'causeLevel3',
  'cause',
  'closing',
  'amountBand',
  'mark',
];

const chooser = 'filter-by';

/** What the rows of a filter are called, in their order. */
export function useSliceLabels(slices: readonly Slice[]): readonly string[] {
  const labels = useQuery({
    ...query.statistics.labels.queryOptions({ input: { slices: [...slices] } }),
    enabled: slices.length > 0,
  });
  return slices.map(
    ({ dimension }, place) => `${sliceDimensions[dimension].label}：${labels.data?.[place] ?? '…'}`,
  );
}

/** Adds a row to the filter: by what, and which one. */
export function FilterChoice(props: {
  readonly filter: readonly Slice[];
  readonly onChange: (filter: readonly Slice[]) => void;
}) {
  const { filter, onChange } = props;
  const [dimension, setDimension] = useState<SliceDimension>('court');
  return (
    <div className={`${styles.bar} no-print`}>
      <span className={styles.word} aria-hidden="true">
        筛选
      </span>
      <Select<SliceDimension>
        id={chooser}
        aria-label="按什么筛选"
        value={dimension}
        listHeight={480}
        popupMatchSelectWidth={false}
        className={styles.dimension ?? ''}
        options={filterable.map((value) => ({ value, label: sliceDimensions[value].label }))}
        onChange={setDimension}
      />
      <RowChoice
        key={dimension}
        dimension={dimension}
        full={filter.length >= mostSlices}
        onChoose={(key) => onChange(withSlice(filter, { dimension, key }))}
      />
    </div>
  );
}

/** The rows of the filter: each a tag that can be taken away again. Nothing where all cases count. */
export function FilterTags(props: {
  readonly filter: readonly Slice[];
  readonly onChange: (filter: readonly Slice[]) => void;
}) {
  const { filter, onChange } = props;
  const labels = useSliceLabels(filter);
  if (filter.length === 0) {
    return null;
  }
  return (
    <fieldset className={`${styles.tags} no-print`}>
      <legend className="visually-hidden">筛选</legend>
      <span className={styles.word}>只统计</span>
      {filter.map((slice, place) => (
        <button
          key={`${slice.dimension}:${slice.key}`}
          type="button"
          className={styles.tag}
          aria-label={`去掉筛选 ${labels[place]}`}
          title={`去掉筛选 ${labels[place]}`}
          onClick={() => {
            // The tag goes with the cursor on it, which would be nowhere then.
            document.getElementById(chooser)?.focus();
            onChange(filter.filter((one) => one !== slice));
          }}
        >
          <span className={styles.tagWords}>{labels[place]}</span>
          <CloseOutlined aria-hidden="true" />
        </button>
      ))}
      {filter.length > 1 && (
        <Button
          type="link"
          size="small"
          onClick={() => {
            document.getElementById(chooser)?.focus();
            onChange([]);
          }}
        >
          全部去掉
        </Button>
      )}
    </fieldset>
  );
}

function RowChoice(props: {
  readonly dimension: SliceDimension;
  readonly full: boolean;
  readonly onChoose: (key: string) => void;
}) {
  const { dimension, full, onChoose } = props;
  const [typed, setTyped] = useState('');
  const choices = useQuery(query.statistics.choices.queryOptions({ input: { dimension } }));
  const { label } = sliceDimensions[dimension];
  const found = findChoices(choices.data ?? [], typed);
  return (
    <Select<string | null>
      aria-label={`选择${label}`}
      className={styles.row ?? ''}
      value={null}
      placeholder={full ? `最多筛选 ${mostSlices} 项` : `选择${label}`}
      disabled={full}
      loading={choices.isPending}
      listHeight={420}
      popupMatchSelectWidth={false}
      showSearch={{ searchValue: typed, onSearch: setTyped, filterOption: false }}
      notFoundContent={choices.isPending ? '正在读取…' : typed === '' ? '登记簿里还没有' : '没有这一项'}
      options={found.map(({ key, label: words }) => ({ value: key, label: words }))}
      onChange={(key) => {
        setTyped('');
        if (key !== null) {
          onChoose(key);
        }
      }}
    />
  );
}

/** The choice and the tags together, where nothing else stands beside them. */
export function FilterBar(props: {
  readonly filter: readonly Slice[];
  readonly onChange: (filter: readonly Slice[]) => void;
}) {
  return (
    <>
      <div className={styles.alone}>
        <FilterChoice {...props} />
      </div>
      <FilterTags {...props} />
    </>
  );
}
