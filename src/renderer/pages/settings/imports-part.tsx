import { useMutation, useQuery } from '@tanstack/react-query';
import { App, Button, Table, type TableProps } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { OfficeClient } from '#shared/contract/index.ts';
import { query } from '../../api.ts';
import { AmendedSince } from '../../components/amended-since.tsx';
import { casesOfImport } from '../../components/case-filter.ts';
import { formatInstant } from '../../components/instant.ts';
import { Section } from '../../components/page.tsx';
import { ReasonDialog } from '../../components/reason-dialog.tsx';
import { EmptyState, ErrorState, LoadingState } from '../../components/states.tsx';
import styles from './settings.module.css';

type Imported = Awaited<ReturnType<OfficeClient['imports']['list']>>[number];

/** Where ledgers and rosters come in, and every import so far, each of which can be taken back as a whole. */
export function ImportsPart() {
  const imports = useQuery(query.imports.list.queryOptions());
  const { message } = App.useApp();
  const [undoing, setUndoing] = useState<Imported | null>(null);
  const undo = useMutation({
    ...query.imports.undo.mutationOptions(),
    onSuccess: ({ removed }) => {
      setUndoing(null);
      message.success(`已撤销，${removed} 件案件移入回收站`);
    },
  });
  const columns: TableProps<Imported>['columns'] = [
    {
      key: 'file',
      title: '文件',
      width: '24%',
      render: (_, each) => <span className={styles.file}>{each.fileName}</span>,
    },
    {
      key: 'at',
      title: '时间',
      width: '11em',
      render: (_, each) => formatInstant(each.at),
    },
    { key: 'by', title: '经办', width: '8em', render: (_, each) => each.staffName },
    {
      key: 'imported',
      title: '导入',
      width: '5em',
      align: 'right',
      render: (_, each) =>
        each.undone === null && each.imported > 0 ? (
          <Link to={casesOfImport(each.id)} title="查看这次导入的案件">
            {each.imported}
          </Link>
        ) : (
          each.imported
        ),
    },
    { key: 'skipped', title: '跳过', width: '5em', align: 'right', render: (_, each) => each.skipped },
    { key: 'refused', title: '未导入', width: '5em', align: 'right', render: (_, each) => each.refused },
    {
      key: 'undo',
      title: '撤销',
      render: (_, each) =>
        each.undone === null ? (
          <Button
            size="small"
            onClick={() => {
              undo.reset();
              setUndoing(each);
            }}
          >
            撤销这次导入
          </Button>
        ) : (
          <span className={styles.off}>
            已撤销（{each.undone.by}，{formatInstant(each.undone.at)}）：{each.undone.reason}
          </span>
        ),
    },
  ];
  return (
    <>
      <Section title="导入">
        <div className={styles.entries}>
          <Link to="/import" className={styles.entry ?? ''}>
            <strong>导入台账…</strong>
            <span>把 Excel、WPS 表格里以前的案件整批登记进来，先预览再导入，可整批撤销</span>
          </Link>
          <Link to="/roster?import=1" className={styles.entry ?? ''}>
            <strong>导入名册…</strong>
            <span>从 Excel 名册添加、补全调解员，可先下载空白模板</span>
          </Link>
        </div>
      </Section>
      <Section title="导入记录" note="撤销后，该批案件移入回收站，不再计入统计和查重">
        {imports.isError ? (
          <ErrorState error={imports.error} onRetry={() => void imports.refetch()} />
        ) : imports.data === undefined ? (
          <LoadingState />
        ) : (
          <Table<Imported>
            rowKey="id"
            size="small"
            dataSource={imports.data}
            columns={columns}
            pagination={false}
            locale={{ emptyText: <EmptyState title="还没有导入过台账" /> }}
          />
        )}
      </Section>
      {undoing !== null && (
        <ReasonDialog
          title="撤销这次导入"
          okText="撤销导入"
          saving={undo.isPending}
          error={undo.error}
          onClose={() => setUndoing(null)}
          onGive={(reason) => undo.mutate({ id: undoing.id, reason })}
        >
          <p className={styles.file}>
            “{undoing.fileName}”导入的 {undoing.imported} 件案件将一起移入回收站，编号不再使用。
          </p>
          <AmendedSince count={undoing.amendedSince} />
        </ReasonDialog>
      )}
    </>
  );
}
