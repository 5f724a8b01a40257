import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Segmented, Select } from 'antd';
import type { ReportTables } from '#shared/contract/statistics.ts';
import type { PeriodRequest } from '#shared/domain/reporting-period.ts';
import {
  memberNote,
  type ReportTable,
  type ReportTableName,
  reportTableHeads,
  reportTableNames,
  type UnitDimension,
  unitDimensions,
} from '#shared/domain/statistics/tables.ts';
import { type Slice, sliceDimensions } from '#shared/domain/statistics.ts';
import { query } from '../../../api.ts';
import { Section } from '../../../components/page.tsx';
import { ErrorState, LoadingState } from '../../../components/states.tsx';
import { DrawnTable } from './drawn-table.tsx';
import styles from './tables.module.css';

/** The table that an address names; the first where it names none. */
export function tableIn(parameters: URLSearchParams): ReportTableName {
  return reportTableNames.find((name) => name === parameters.get('table')) ?? reportTableNames[0];
}

/** By what 表一 has its rows. */
export function unitIn(parameters: URLSearchParams): UnitDimension {
  return unitDimensions.find((name) => name === parameters.get('unit')) ?? unitDimensions[0];
}

/** The tables that say anything of 委员调解员. */
const aboutMembers: readonly ReportTableName[] = ['units', 'mediators'];

/** What is true of a table's own columns; what is true of the whole report stands once, under 表一. */
function notesOf(report: ReportTables, table: ReportTable): readonly string[] {
  if (table.name === 'units') return [...table.notes, ...report.notes];
  return [
    ...table.notes,
    ...(table.name === 'mediators' ? [memberNote(report.members)] : []),
    '计数、核对、比较和上期调整的说明见表一。',
  ];
}

/** The tables that are handed in (domain.md §8.3), each as it stands in the exported file. */
export function TablesPart(props: {
  readonly request: PeriodRequest;
  readonly filter: readonly Slice[];
  readonly parameters: URLSearchParams;
  readonly onChange: (edit: (parameters: URLSearchParams) => void) => void;
}) {
  const { request, filter, parameters, onChange } = props;
  const name = tableIn(parameters);
  const unit = unitIn(parameters);
  const asked = useQuery(
    query.statistics.tables.queryOptions({
      input: { request, filter: [...filter], unit, tables: [name] },
      placeholderData: keepPreviousData,
    }),
  );
  const report = asked.data;
  const table = report?.tables.find((one) => one.name === name) ?? report?.tables[0];
  return (
    <Section>
      <div className={`${styles.choose} no-print`}>
        <Segmented<ReportTableName>
          aria-label="哪一张表"
          value={name}
          options={reportTableNames.map((value) => ({
            value,
            label: `${reportTableHeads[value].number} ${reportTableHeads[value].tab}`,
          }))}
          onChange={(value) => onChange((next) => next.set('table', value))}
        />
        {name === 'units' && (
          <Select<UnitDimension>
            aria-label="单位按什么列"
            value={unit}
            popupMatchSelectWidth={false}
            options={unitDimensions.map((value) => ({
              value,
              label: `按${sliceDimensions[value].label}`,
            }))}
            onChange={(value) => onChange((next) => next.set('unit', value))}
          />
        )}
      </div>
      {asked.isError ? (
        <ErrorState error={asked.error} onRetry={() => void asked.refetch()} />
      ) : report === undefined || table === undefined ? (
        <LoadingState label="正在统计…" />
      ) : (
        <div aria-busy={asked.isPlaceholderData}>
          <h2 className={styles.title}>
            <span>
              {table.number}
              <span className="no-print">　{table.title}</span>
            </span>
            <span className={styles.unit}>单位：{table.unit}</span>
          </h2>
          <DrawnTable report={report} table={table} />
          {table.leftOut > 0 && (
            <p className={styles.notes}>还有 {table.leftOut} 行没有列在这里，导出的文件里列全。</p>
          )}
          <div className={styles.notes}>
            {aboutMembers.includes(name) && <p>{report.sentence}</p>}
            {notesOf(report, table).map((note) => (
              <p key={note}>{note}</p>
            ))}
          </div>
        </div>
      )}
    </Section>
  );
}
