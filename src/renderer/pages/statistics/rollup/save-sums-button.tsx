import { useMutation } from '@tanstack/react-query';
import { App, Button, Dropdown } from 'antd';
import type { PeriodRequest } from '#shared/domain/reporting-period.ts';
import { office } from '../../../api.ts';
import { saveFile } from '../../../components/save-file.ts';
import { explain } from '../../../explain.ts';

/** Saves the sums as xlsx or csv. */
export function SaveSumsButton({ request }: { readonly request: PeriodRequest }) {
  const { message } = App.useApp();
  const save = useMutation({
    mutationFn: async (format: 'xlsx' | 'csv') => {
      const { file } = await office.rollups.exportReport({ request, format });
      return saveFile(file);
    },
    onSuccess: (name) => {
      if (name !== null) message.success(`已保存：${name}`);
    },
    onError: (error) => message.error(explain(error).title),
  });
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          { key: 'xlsx', label: 'Excel（xlsx）' },
          { key: 'csv', label: 'csv' },
        ],
        onClick: ({ key }) => save.mutate(key === 'csv' ? 'csv' : 'xlsx'),
      }}
    >
      <Button loading={save.isPending}>导出汇总表</Button>
    </Dropdown>
  );
}
