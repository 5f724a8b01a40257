import { useMutation } from '@tanstack/react-query';
import { App, Button, Modal, Spin, Table } from 'antd';
import { office } from '../../api.ts';
import { FileDrop } from '../../components/file-drop.tsx';
import { FirstFocus } from '../../components/first-focus.tsx';
import { saveFile } from '../../components/save-file.ts';
import { ErrorLine } from '../../components/states.tsx';
import styles from './roster.module.css';

/** Brings in a roster from a spreadsheet and says line by line what could not be taken. */
export function RosterImport(props: { readonly onClose: () => void }) {
  const { message } = App.useApp();
  const read = useMutation({ mutationFn: (file: File) => office.mediators.importRoster({ file }) });
  const template = useMutation({
    mutationFn: async () => saveFile(await office.mediators.rosterTemplate()),
    onSuccess: (name) => {
      if (name !== null) {
        message.success(`已保存：${name}`);
      }
    },
  });
  const { data } = read;
  return (
    <Modal
      open
      title="导入名册"
      width={720}
      onCancel={props.onClose}
      footer={[
        <Button key="template" loading={template.isPending} onClick={() => template.mutate()}>
          下载空白模板
        </Button>,
        <Button key="close" type={data === undefined ? 'default' : 'primary'} onClick={props.onClose}>
          {data === undefined ? '取消' : '完成'}
        </Button>,
      ]}
    >
      <div className={styles.import}>
        <FirstFocus />
        <ErrorLine error={read.error ?? template.error} />
        {data === undefined ? (
          <Spin spinning={read.isPending} description="正在读取名册…">
            <FileDrop
              label="把名册文件拖到这里，或点击选择"
              accept=".xlsx,.csv"
              onFile={(file) => read.mutate(file)}
            >
              xlsx 或 csv，至少要有“姓名”一列。同名同界别的，只补空缺，不会重复添加。
            </FileDrop>
          </Spin>
        ) : (
          <>
            <p role="status">
              新增 {data.added} 人，补全 {data.completed} 人，没有变化 {data.unchanged} 人
              {data.refused.length > 0 && `，${data.refused.length} 行未导入`}。
            </p>
            {data.refused.length > 0 && (
              <Table
                size="small"
                pagination={data.refused.length > 10 ? { pageSize: 10, showSizeChanger: false } : false}
                rowKey={(problem) => `${problem.row} ${problem.column}`}
                dataSource={data.refused}
                columns={[
                  { key: 'row', title: '行', width: '4em', dataIndex: 'row' },
                  { key: 'column', title: '列', width: '8em', dataIndex: 'column' },
                  { key: 'value', title: '原来的内容', dataIndex: 'value' },
                  { key: 'reason', title: '原因', dataIndex: 'reason' },
                ]}
              />
            )}
          </>
        )}
      </div>
    </Modal>
  );
}
