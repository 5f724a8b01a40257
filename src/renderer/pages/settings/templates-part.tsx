import { DownloadOutlined } from '@ant-design/icons';
import { useMutation, useQuery } from '@tanstack/react-query';
import { App, Button, Table, type TableProps } from 'antd';
import { useState } from 'react';
import type { KeptTemplate, TemplatesOfKind } from '#shared/contract/templates.ts';
import type { DocumentKind } from '#shared/documents/model.ts';
import { office, query } from '../../api.ts';
import { formatInstant } from '../../components/instant.ts';
import { Section } from '../../components/page.tsx';
import { saveFile } from '../../components/save-file.ts';
import { ErrorLine, ErrorState, LoadingState } from '../../components/states.tsx';
import styles from './settings.module.css';
import { TemplateDrawer } from './template-drawer.tsx';

/** Word files of the office's own in the place of the program's wordings, one for each kind of document. */
export function TemplatesPart() {
  const listed = useQuery(query.templates.list.queryOptions());
  const [opened, setOpened] = useState<DocumentKind | null>(null);
  const [shown, setShown] = useState<DocumentKind | null>(null);
  const download = useMutation({ mutationFn: async (file: Promise<File>) => saveFile(await file) });
  if (listed.error !== null) return <ErrorState error={listed.error} onRetry={() => void listed.refetch()} />;
  if (listed.data === undefined) return <LoadingState />;
  const columns: TableProps<TemplatesOfKind>['columns'] = [
    { key: 'title', title: '文书', width: '17em', render: (_, { title }) => title },
    {
      key: 'inUse',
      title: '现在用的',
      render: (_, { inUse, retired, kind }) => (
        <>
          {inUse === null ? (
            <span className={styles.off}>程序自带</span>
          ) : (
            <>
              <strong className={styles.file}>{inUse.name}</strong>
              <br />
              <span className={styles.hint}>
                {formatInstant(inUse.addedAt)} {inUse.addedBy}添加
              </span>
            </>
          )}
          {retired.length > 0 && (
            <Button
              type="link"
              size="small"
              aria-expanded={shown === kind}
              onClick={() => setShown(shown === kind ? null : kind)}
            >
              停用的 {retired.length} 份
            </Button>
          )}
        </>
      ),
    },
    {
      key: 'actions',
      title: '',
      width: '17em',
      render: (_, { kind, title, inUse }) => (
        <span className={styles.rowButtons}>
          <Button
            size="small"
            aria-label={`${inUse === null ? '添加模板' : '更换或试用'}：${title}`}
            onClick={() => setOpened(kind)}
          >
            {inUse === null ? '添加模板' : '更换或试用'}
          </Button>
          {inUse !== null && (
            <>
              <Button
                size="small"
                aria-label={`导出：${title}`}
                onClick={() => download.mutate(office.templates.file({ id: inUse.id }))}
              >
                导出
              </Button>
              <Retire title={title} template={inUse} />
            </>
          )}
        </span>
      ),
    },
  ];
  const drawn = listed.data.find(({ kind }) => kind === opened);
  return (
    <>
      <Section
        title="文书模板"
        note="用本室自己的 Word 文件代替程序自带的文书；没有添加的，用程序自带的"
        actions={
          <Button
            icon={<DownloadOutlined />}
            loading={download.isPending}
            onClick={() => download.mutate(office.templates.referenceSheet())}
          >
            标签对照表
          </Button>
        }
      >
        <ErrorLine error={download.error} />
        <Table<TemplatesOfKind>
          rowKey={({ kind }) => kind}
          size="small"
          dataSource={listed.data}
          columns={columns}
          pagination={false}
          expandable={{
            showExpandColumn: false,
            expandedRowKeys: shown === null ? [] : [shown],
            expandedRowRender: ({ retired }) => (
              <Retired
                retired={retired}
                onExport={(template) => download.mutate(office.templates.file({ id: template.id }))}
              />
            ),
          }}
        />
      </Section>
      {drawn !== undefined && (
        <TemplateDrawer key={drawn.kind} ofKind={drawn} onClose={() => setOpened(null)} />
      )}
    </>
  );
}

/** Takes a template out of use, after saying what then holds. */
function Retire({ title, template }: { readonly title: string; readonly template: KeptTemplate }) {
  const { message, modal } = App.useApp();
  const retire = useMutation({
    ...query.templates.retire.mutationOptions(),
    onSuccess: () => message.success(`已停用，${title}改用程序自带的文字`),
  });
  return (
    <>
      <Button
        size="small"
        aria-label={`停用：${title}`}
        loading={retire.isPending}
        onClick={() =>
          modal.confirm({
            title: `停用“${template.name}”？`,
            content: `以后的${title}用程序自带的文字。已经出具的不变，文件留着，可以导出。`,
            okText: '停用',
            cancelText: '不停用',
            onOk: () => retire.mutate({ id: template.id }),
          })
        }
      >
        停用
      </Button>
      <ErrorLine error={retire.error} />
    </>
  );
}

function Retired(props: {
  readonly retired: readonly KeptTemplate[];
  readonly onExport: (template: KeptTemplate) => void;
}) {
  return (
    <ul className={styles.plain}>
      {props.retired.map((template) => (
        <li key={template.id}>
          <Button type="link" className={styles.name ?? ''} onClick={() => props.onExport(template)}>
            {template.name}
          </Button>{' '}
          <span className={styles.hint}>
            {formatInstant(template.addedAt)} {template.addedBy}添加，
            {formatInstant(template.retiredAt ?? '')} {template.retiredBy}停用
          </span>
        </li>
      ))}
    </ul>
  );
}
