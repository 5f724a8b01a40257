import { useMutation } from '@tanstack/react-query';
import { App } from 'antd';
import { formatMonth } from '#shared/domain/reporting-period.ts';
import { query } from '../../../api.ts';
import { FileDrop } from '../../../components/file-drop.tsx';
import { Section } from '../../../components/page.tsx';
import { ErrorLine } from '../../../components/states.tsx';
import styles from './rollup.module.css';

const outcomes = {
  new: '已收下',
  same: '这一包以前已经收下，没有重复计入',
  replaced: '已收下，原来的一包由它代替',
} as const;

/** Takes in the package of another office, dropped or chosen. */
export function ReceivePart() {
  const { message } = App.useApp();
  const receive = useMutation({
    ...query.rollups.receive.mutationOptions(),
    onSuccess: ({ outcome, officeName, month, listed }) => {
      const unlisted = listed ? '' : '；这家不在报送单位名单上，请在“报送单位”里列入';
      message.success(`${officeName}${formatMonth(month)}：${outcomes[outcome]}${unlisted}`, 6);
    },
  });
  return (
    <Section title="接收报送包" note="别的单位导出的“报送包-….zip”，一次一个">
      <div className={`${styles.receive} no-print`} aria-busy={receive.isPending}>
        <FileDrop
          accept=".zip"
          label={receive.isPending ? '正在核对…' : '选择报送包，或者拖到这里'}
          onFile={(file) => receive.mutate({ file })}
        >
          核对数据指纹、口径和月份以后收下；收错了可以撤销
        </FileDrop>
        <ErrorLine error={receive.error} />
      </div>
    </Section>
  );
}
