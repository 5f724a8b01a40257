import { Tabs } from 'antd';
import type { ReactNode } from 'react';
import type { ImportPreview, ImportResult, LeftOutRow } from '#shared/contract/imports.ts';
import { leftOutRowLabels } from '#shared/domain/glossary.ts';
import styles from './import.module.css';
import { ProblemTable } from './problem-table.tsx';

type Outcome = ImportPreview | ImportResult;

function Tally(props: {
  readonly count: number;
  readonly unit: string;
  readonly label: string;
  readonly note: string;
}) {
  return (
    <div className={styles.number} data-none={props.count === 0}>
      <dt>{props.label}</dt>
      <dd>
        <span className={styles.count}>{props.count}</span> {props.unit}
        <span className={styles.numberNote}>{props.note}</span>
      </dd>
    </div>
  );
}

/** What would happen, or has happened, in six numbers. */
export function OutcomeNumbers(props: { readonly outcome: Outcome; readonly future: boolean }) {
  const { outcome } = props;
  const refusedRows = new Set(outcome.refused.map((problem) => `${problem.sheet} ${problem.row}`)).size;
  return (
    <dl className={styles.numbers}>
      <Tally
        label={props.future ? '将导入' : '已导入'}
        count={outcome.imported}
        unit="件"
        note="登记为案件"
      />
      <Tally label="跳过" count={outcome.skipped} unit="件" note="与已登记的完全相同" />
      <Tally label="未导入" count={refusedRows} unit="行" note="无法统计或会重复统计" />
      <Tally label="提醒" count={outcome.warned.length} unit="处" note="照样导入，请核对" />
      <Tally label="待核" count={outcome.doubts} unit="处" note="列在案件的待核事项里" />
      <Tally label="新调解员" count={outcome.newMediators.length} unit="人" note="加入名册，待完善" />
    </dl>
  );
}

/** Rows that are no case of their own, so that nobody has to guess where a row went. */
function LeftOutRows({ rows }: { readonly rows: readonly LeftOutRow[] }) {
  if (rows.length === 0) return <p>表头以下每一行都是案件。</p>;
  return (
    <ul>
      {rows.map((row) => (
        <li key={`${row.sheet} ${row.row}`}>
          {row.sheet} 第 {row.row} 行：{leftOutRowLabels[row.why]}
        </li>
      ))}
    </ul>
  );
}

/** The rows behind the numbers. */
export function OutcomeTabs(props: {
  readonly outcome: Outcome;
  readonly first?: { label: string; content: ReactNode };
}) {
  const { outcome, first } = props;
  const tab = (key: string, label: string, count: number, children: ReactNode) => ({
    key,
    label: `${label}（${count}）`,
    children,
  });
  return (
    <Tabs
      items={[
        ...(first === undefined ? [] : [{ key: 'first', label: first.label, children: first.content }]),
        tab(
          'refused',
          '未导入的行',
          outcome.refused.length,
          <ProblemTable problems={outcome.refused} empty="没有未导入的行。" />,
        ),
        tab(
          'warned',
          '提醒',
          outcome.warned.length,
          <ProblemTable problems={outcome.warned} empty="没有需要提醒的内容。" />,
        ),
        tab('leftOut', '不是案件的行', outcome.leftOut.length, <LeftOutRows rows={outcome.leftOut} />),
        tab(
          'mediators',
          '新调解员',
          outcome.newMediators.length,
          outcome.newMediators.length === 0 ? (
            <p className={styles.none}>台账里的调解员都已在名册上。</p>
          ) : (
            <ul className={styles.names}>
              {outcome.newMediators.map((name) => (
                <li key={name}>{name}</li>
              ))}
            </ul>
          ),
        ),
      ]}
    />
  );
}
