import { PlusOutlined } from '@ant-design/icons';
import { Button, Table, type TableProps } from 'antd';
import type { ReactNode } from 'react';
import { Section } from '../../components/page.tsx';
import { EmptyState } from '../../components/states.tsx';
import styles from './settings.module.css';

type EntryColumn<Entry> = {
  readonly title: string;
  readonly width?: string;
  readonly cell: (entry: Entry) => ReactNode;
};

/** A list of the office's own entries: each opens at its name, and new ones are added above. */
export function Entries<Entry extends { readonly id: number; readonly active: boolean }>(props: {
  readonly title: string;
  readonly note: string;
  readonly add: string;
  readonly empty: ReactNode;
  readonly entries: readonly Entry[];
  readonly name: (entry: Entry) => string;
  readonly nameTitle: string;
  readonly columns: readonly EntryColumn<Entry>[];
  readonly filter?: ReactNode;
  readonly onOpen: (entry: Entry | null) => void;
}) {
  const columns: TableProps<Entry>['columns'] = [
    {
      key: 'name',
      title: props.nameTitle,
      render: (_, entry) => (
        <Button type="link" className={styles.name ?? ''} onClick={() => props.onOpen(entry)}>
          {props.name(entry)}
        </Button>
      ),
    },
    ...props.columns.map((column) => ({
      key: column.title,
      title: column.title,
      ...(column.width === undefined ? {} : { width: column.width }),
      render: (_: unknown, entry: Entry) => column.cell(entry),
    })),
    {
      key: 'active',
      title: '状态',
      width: '6em',
      render: (_, entry) => (entry.active ? '使用中' : <span className={styles.off}>已停用</span>),
    },
  ];
  const add = (
    <Button icon={<PlusOutlined />} onClick={() => props.onOpen(null)}>
      {props.add}
    </Button>
  );
  return (
    <Section title={props.title} note={props.note} actions={add}>
      {props.filter}
      <Table<Entry>
        rowKey="id"
        size="small"
        dataSource={[...props.entries]}
        columns={columns}
        pagination={false}
        rowClassName={(entry) => (entry.active ? '' : (styles.off ?? ''))}
        locale={{ emptyText: <EmptyState title={`还没有${props.title}`}>{props.empty}</EmptyState> }}
      />
    </Section>
  );
}
