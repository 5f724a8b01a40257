import { SwapOutlined } from '@ant-design/icons';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { App, Button, Select } from 'antd';
import type { PivotAsked, Report } from '#shared/contract/statistics.ts';
import { type PeriodRequest, shortPeriodName } from '#shared/domain/reporting-period.ts';
import {
  amountNames,
  type FigureName,
  figureNames,
  figures,
  type MeasureName,
  measure,
  ratioNames,
  recorded,
  type Slice,
  type SliceDimension,
  sliceDimensionNames,
  sliceDimensions,
} from '#shared/domain/statistics.ts';
import { office, query } from '../../../api.ts';
import { Section } from '../../../components/page.tsx';
import { saveFile } from '../../../components/save-file.ts';
import { ErrorLine, ErrorState, LoadingState } from '../../../components/states.tsx';
import { type PivotShape, putShape, shapeIn } from '../asked.ts';
import styles from './pivot.module.css';
import { PivotTable } from './pivot-table.tsx';
import { Plans, usePlan } from './plans.tsx';

const dimensions = sliceDimensionNames.map((value) => ({
  value: value as SliceDimension | 'month' | 'none',
  label: sliceDimensions[value].label,
}));
const acrossOptions = [
  { value: 'none' as const, label: '不分列' },
  { value: 'month' as const, label: '月份' },
  ...dimensions,
];
const measuresOf = (label: string, names: readonly MeasureName[]) => ({
  label,
  title: label,
  options: names.map((value) => ({
    value,
    label: `${measure(value).label}${label === '件数' ? '' : `（${measure(value).unit}）`}`,
  })),
});
const measureOptions = [
  measuresOf('件数', figureNames),
  measuresOf('金额和合计', amountNames),
  measuresOf('比率和平均', ratioNames),
];

/** 自定义统计表: rows × columns × one measure of the filtered cases of the period, kept by name. */
export function PivotPart(props: {
  readonly request: PeriodRequest;
  readonly filter: readonly Slice[];
  readonly parameters: URLSearchParams;
  readonly covered: Report['covered'];
  readonly onChange: (edit: (parameters: URLSearchParams) => void) => void;
}) {
  const { request, filter, parameters, onChange } = props;
  const shape = shapeIn(parameters);
  const asked: PivotAsked = { request, filter: [...filter], ...shape };
  const plan = usePlan(parameters);
  const pivot = useQuery(
    query.statistics.pivot.queryOptions({ input: asked, placeholderData: keepPreviousData }),
  );
  const set = (change: Partial<PivotShape>) => onChange((next) => putShape(next, { ...shape, ...change }));
  return (
    <Section>
      <Plans asked={asked} plan={plan} onChange={onChange}>
        <ExportButton asked={asked} name={plan?.name ?? `${shortPeriodName(request)}自定义统计表`} />
      </Plans>
      <ShapeBar shape={shape} onSet={set} />
      <Notes shape={shape} />
      {pivot.isError ? (
        <ErrorState error={pivot.error} onRetry={() => void pivot.refetch()} />
      ) : pivot.data === undefined ? (
        <LoadingState label="正在统计…" />
      ) : (
        <div aria-busy={pivot.isPlaceholderData}>
          <PivotTable pivot={pivot.data} covered={props.covered} />
        </div>
      )}
    </Section>
  );
}

function ShapeBar(props: {
  readonly shape: PivotShape;
  readonly onSet: (change: Partial<PivotShape>) => void;
}) {
  const { shape, onSet } = props;
  const { rows, columns } = shape;
  const swappable = columns !== null && columns !== 'month';
  return (
    <div className={`${styles.shape} no-print`}>
      <div className={styles.choice}>
        <span aria-hidden="true">行</span>
        <Select<SliceDimension>
          aria-label="行"
          value={rows}
          listHeight={480}
          popupMatchSelectWidth={false}
          className={styles.dimension ?? ''}
          options={sliceDimensionNames.map((value) => ({ value, label: sliceDimensions[value].label }))}
          onChange={(value) => onSet({ rows: value })}
        />
      </div>
      <Button
        icon={<SwapOutlined />}
        aria-label="行列互换"
        title="行列互换"
        disabled={!swappable}
        onClick={() => swappable && onSet({ rows: columns, columns: rows })}
      />
      <div className={styles.choice}>
        <span aria-hidden="true">列</span>
        <Select<SliceDimension | 'month' | 'none'>
          aria-label="列"
          value={columns ?? 'none'}
          listHeight={480}
          popupMatchSelectWidth={false}
          className={styles.dimension ?? ''}
          options={acrossOptions}
          onChange={(value) => onSet({ columns: value === 'none' ? null : value })}
        />
      </div>
      <div className={styles.choice}>
        <span aria-hidden="true">数</span>
        <Select<MeasureName>
          aria-label="数"
          value={shape.measure}
          listHeight={480}
          popupMatchSelectWidth={false}
          className={styles.measure ?? ''}
          showSearch={{ optionFilterProp: 'label' }}
          options={measureOptions}
          onChange={(value) => onSet({ measure: value })}
        />
      </div>
    </div>
  );
}

/** What the number is, and where rows or columns do not add up to the sum. */
function Notes({ shape }: { readonly shape: PivotShape }) {
  const { label, unit, formula } = measure(shape.measure);
  const told = (recorded as Partial<Record<MeasureName, { readonly unknown: FigureName }>>)[shape.measure];
  const many = [shape.rows, shape.columns].some(
    (one) => one !== null && one !== 'month' && !sliceDimensions[one].single,
  );
  return (
    <p className={styles.notes}>
      <strong>
        {label}（{unit}）
      </strong>
      ：{formula}。{shape.columns === 'month' && '“合计”是整个统计期的数，不是各月相加：旧存、未结跨月重复。'}
      {told !== undefined &&
        `${figures[told.unknown].label}的不在其中（另选“${figures[told.unknown].label}”看件数）；一件都没有载明的，数为 0、率为 100% 都不说明什么。`}
      {many && '一件案件可以有几个标记，各行列之和可以大于合计。'}
    </p>
  );
}

function ExportButton(props: { readonly asked: PivotAsked; readonly name: string }) {
  const { message } = App.useApp();
  const save = useMutation({
    mutationFn: async (format: 'xlsx' | 'csv') => {
      const { file } = await office.statistics.exportPivot({ ...props, format });
      return saveFile(file);
    },
    onSuccess: (name) => {
      if (name !== null) {
        message.success(`已保存：${name}`);
      }
    },
  });
  return (
    <>
      <Button
        loading={save.isPending && save.variables === 'xlsx'}
        disabled={save.isPending}
        onClick={() => save.mutate('xlsx')}
      >
        导出这张表
      </Button>
      <Button
        loading={save.isPending && save.variables === 'csv'}
        disabled={save.isPending}
        title="给别的程序用的 csv 文件（UTF-8）"
        onClick={() => save.mutate('csv')}
      >
        导出 csv
      </Button>
      <ErrorLine error={save.error} />
    </>
  );
}
