import { useMutation } from '@tanstack/react-query';
import { App, Input, Modal, Radio } from 'antd';
import { useState } from 'react';
import type { Mediator } from '#shared/contract/mediators.ts';
import { office } from '../../api.ts';
import { FirstFocus } from '../../components/first-focus.tsx';
import { saveFile } from '../../components/save-file.ts';
import { ErrorLine } from '../../components/states.tsx';
import styles from './roster.module.css';

/** Saves the mediators in sight as xlsx: ID numbers and phones masked, unless somebody says why they must not be. */
export function RosterExport(props: { readonly found: readonly Mediator[]; readonly onClose: () => void }) {
  const { message } = App.useApp();
  const [unmasked, setUnmasked] = useState(false);
  const [reason, setReason] = useState('');
  const ready = !unmasked || reason.trim() !== '';
  const save = useMutation({
    mutationFn: async () => {
      const { file } = await office.mediators.exportRoster({
        ids: props.found.map(({ id }) => id),
        unmasked: unmasked ? { reason: reason.trim() } : null,
      });
      return saveFile(file);
    },
    onSuccess: (name) => {
      if (name !== null) {
        message.success(`已保存：${name}`);
        props.onClose();
      }
    },
  });
  return (
    <Modal
      open
      title={`导出名册（${props.found.length} 人）`}
      okText="导出"
      okButtonProps={{ disabled: !ready, loading: save.isPending }}
      onOk={() => save.mutate()}
      onCancel={props.onClose}
    >
      <div className={styles.import}>
        <FirstFocus />
        <p>列出名册上现在筛选出来的人，Excel 工作簿，各栏与“导入名册”相同。</p>
        <Radio.Group
          aria-label="证件号码和电话"
          value={unmasked}
          onChange={(event) => setUnmasked(event.target.value)}
          options={[
            { value: false, label: '证件号码、电话隐去中间几位（默认）' },
            { value: true, label: '写出完整号码：须写明理由，并记入办理记录' },
          ]}
          vertical
        />
        {unmasked && (
          <div className={styles.reason}>
            <label htmlFor="roster-reason">写出完整号码的理由</label>
            <Input
              id="roster-reason"
              value={reason}
              maxLength={500}
              autoFocus
              placeholder="例如：报法院立案庭备案"
              onChange={(event) => setReason(event.target.value)}
              onPressEnter={() => ready && save.mutate()}
            />
          </div>
        )}
        <ErrorLine error={save.error} />
      </div>
    </Modal>
  );
}
