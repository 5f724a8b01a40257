import { Table } from 'antd';
import type { ImportProblem } from '#shared/contract/imports.ts';
import styles from './import.module.css';

/** Cells by sheet, row, column, value and reason, with the sheet's own row numbers. */
export function ProblemTable(props: { readonly problems: readonly ImportProblem[]; readonly empty: string }) {
  const sheets = new Set(props.problems.map((problem) => problem.sheet)).size;
  return (
    <Table
      size="small"
      rowKey={(problem) => `${problem.sheet} ${problem.row} ${problem.column} ${problem.reason}`}
      dataSource={[...props.problems]}
      pagination={props.problems.length > 50 ? { pageSize: 50, showSizeChanger: false } : false}
      locale={{ emptyText: <p className={styles.none}>{props.empty}</p> }}
      columns={[
        ...(sheets > 1 ? [{ key: 'sheet', title: '工作表', width: '8em', dataIndex: 'sheet' as const }] : []),
        { key: 'row', title: '行', width: '5em', dataIndex: 'row' },
        { key: 'column', title: '列', width: '11em', dataIndex: 'column' },
        {
          key: 'value',
          title: '原来的内容',
          width: '30%',
          render: (_, problem) => (
            <span className={styles.value}>{problem.value === '' ? '（空）' : problem.value}</span>
          ),
        },
        { key: 'reason', title: '原因', dataIndex: 'reason' },
      ]}
    />
  );
}
