import { useMutation } from '@tanstack/react-query';
import { App, Checkbox, Modal, Radio, Select } from 'antd';
import { useState } from 'react';
import { formatMonth, monthsOf, type PeriodRequest } from '#shared/domain/reporting-period.ts';
import { office } from '../../../api.ts';
import { FirstFocus } from '../../../components/first-focus.tsx';
import { useOverview } from '../../../components/office-facts.tsx';
import { saveFile } from '../../../components/save-file.ts';
import { ErrorLine } from '../../../components/states.tsx';
import styles from './rollup.module.css';

/** A month as a file for the office above: of this register, or the sums of what was handed in here. */
export function ExportPackageDialog(props: {
  readonly request: PeriodRequest;
  readonly onClose: () => void;
}) {
  const { statistics } = useOverview();
  const { message } = App.useApp();
  const months = monthsOf(props.request, statistics) ?? [];
  const [chosen, setChosen] = useState(months[0]);
  const [of, setOf] = useState<'office' | 'sums'>('office');
  const [mediators, setMediators] = useState(true);
  const save = useMutation({
    mutationFn: async () => {
      if (chosen === undefined) return null;
      const { file, closed } = await office.rollups.export({ month: chosen, of, mediators });
      const name = await saveFile(file);
      return name === null ? null : { name, closed };
    },
    onSuccess: (saved) => {
      if (saved === null) return;
      message.success(`已保存：${saved.name}${saved.closed ? '' : '。这个月还没有结清，数以后还会变'}`, 6);
      props.onClose();
    },
  });
  return (
    <Modal
      open
      title="出报送包"
      okText="导出"
      okButtonProps={{ disabled: chosen === undefined, loading: save.isPending }}
      onOk={() => save.mutate()}
      onCancel={props.onClose}
    >
      <div className={styles.dialog}>
        <FirstFocus />
        <div className={styles.choice}>
          <span>月份</span>
          <Select
            aria-label="月份"
            {...(chosen === undefined ? {} : { value: chosen })}
            options={months.map((month) => ({ value: month, label: formatMonth(month) }))}
            onChange={setChosen}
          />
        </div>
        <Radio.Group
          aria-label="报送什么"
          vertical
          value={of}
          onChange={(event) => setOf(event.target.value)}
          options={[
            { value: 'office', label: '本登记簿的数（已锁定的月份按锁定时的数）' },
            { value: 'sums', label: '下级各单位的汇总（报给更上一级）' },
          ]}
        />
        {of === 'office' && (
          <Checkbox checked={mediators} onChange={(event) => setMediators(event.target.checked)}>
            带上各调解员的件数（调解员的姓名会写进报送包）
          </Checkbox>
        )}
        <p className={styles.hint}>
          {of === 'sums'
            ? '包里有合计、各单位的数和缺报的单位，没有案件明细。'
            : '包里有各项数和案件明细：内部编号、案由、日期、金额、终结方式；没有当事人的姓名、证件号码、电话。'}
          导出记入办理记录。
        </p>
        <ErrorLine error={save.error} />
      </div>
    </Modal>
  );
}
