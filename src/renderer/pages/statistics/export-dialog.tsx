import { useMutation, useQuery } from '@tanstack/react-query';
import { App, Input, Modal, Radio } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { type ExportFormat, exportFormats } from '#shared/contract/statistics.ts';
import { type PeriodRequest, shortPeriodName } from '#shared/domain/reporting-period.ts';
import type { UnitDimension } from '#shared/domain/statistics/tables.ts';
import type { Slice } from '#shared/domain/statistics.ts';
import { office, query } from '../../api.ts';
import { FirstFocus } from '../../components/first-focus.tsx';
import { saveFile } from '../../components/save-file.ts';
import { ErrorLine } from '../../components/states.tsx';
import styles from './statistics.module.css';

const formats: Readonly<Record<ExportFormat, string>> = {
  xlsx: 'Excel 工作簿：各张报表、口径说明和案件明细，A4 横向打印',
  docx: 'Word 通报稿：数字写成句子，附表格和排名',
  csv: 'CSV：每张报表一个文件，合成一个压缩包',
};

/** Saves the report: the list of cases in it masked, unless somebody says why it must not be. */
export function ExportDialog(props: {
  readonly request: PeriodRequest;
  readonly filter: readonly Slice[];
  readonly unit: UnitDimension;
  readonly open: boolean;
  readonly onClose: () => void;
}) {
  const { message } = App.useApp();
  const [format, setFormat] = useState<ExportFormat>('xlsx');
  const [unmasked, setUnmasked] = useState(false);
  const [reason, setReason] = useState('');
  const save = useMutation({
    mutationFn: async () => {
      const { file } = await office.statistics.exportReport({
        request: props.request,
        filter: [...props.filter],
        unit: props.unit,
        format,
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
  const ready = !unmasked || reason.trim() !== '';
  return (
    <Modal
      title={`导出${shortPeriodName(props.request)}报表`}
      open={props.open}
      onCancel={props.onClose}
      onOk={() => save.mutate()}
      okText="导出"
      okButtonProps={{ disabled: !ready, loading: save.isPending }}
      afterClose={() => {
        setUnmasked(false);
        setReason('');
        save.reset();
      }}
      destroyOnHidden
    >
      <div className={styles.export}>
        <FirstFocus />
        <Radio.Group
          aria-label="格式"
          value={format}
          onChange={(event) => setFormat(event.target.value)}
          options={exportFormats.map((value) => ({ value, label: formats[value] }))}
          vertical
        />
        {format === 'docx' && <BeforeSending {...props} />}
        {props.filter.length > 0 && <p>只统计筛选出来的案件，文件里和文件名上写明筛选了什么。</p>}
        <Radio.Group
          aria-label="明细中的个人信息"
          value={unmasked}
          onChange={(event) => setUnmasked(event.target.value)}
          options={[
            { value: false, label: '明细隐去姓名和名称（默认）；证件号码、电话、住址不列' },
            { value: true, label: '明细写出姓名和名称：须写明理由，并记入办理记录' },
          ]}
          vertical
        />
        {unmasked && (
          <div className={styles.reason}>
            <label htmlFor="unmasked-reason">写出姓名的理由</label>
            <Input
              id="unmasked-reason"
              value={reason}
              maxLength={500}
              autoFocus
              placeholder="例如：法院立案庭核对，专人送达"
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

/** What a person has to add to the notice, and what it says nothing of because the roster does not. */
function BeforeSending(props: {
  readonly request: PeriodRequest;
  readonly filter: readonly Slice[];
  readonly unit: UnitDimension;
}) {
  const { request, filter, unit } = props;
  const asked = query.statistics.tables.queryOptions({
    input: { request, filter: [...filter], unit, tables: [] },
  });
  const { people = 0, unknownPeople = 0 } = useQuery(asked).data?.members ?? {};
  return (
    <>
      <p>发文前请写全主送机关的名称，补写“存在的问题”和“下一步工作”。</p>
      {unknownPeople > 0 && (
        <p>
          本期有案件的调解员中，{unknownPeople} 名在名册上没有写明是不是政协委员，
          {people === 0 ? '通报稿不写委员参与调解的数' : '通报稿写的委员参与调解的数不含他们'}。
          <Link to="/roster">到名册补写</Link>
        </p>
      )}
    </>
  );
}
