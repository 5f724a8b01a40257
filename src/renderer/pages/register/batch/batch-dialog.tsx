import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox, Modal, Progress, Radio } from 'antd';
import { useState } from 'react';
import type { CaseFilter } from '#shared/contract/cases.ts';
import { mostCasesAtOnce } from '#shared/contract/documents.ts';
import { everyCase } from '#shared/contract/every-case.ts';
import type { Progress as Step } from '#shared/contract/procedure.ts';
import { catalogue, type PaperSet, paperSets } from '#shared/documents/catalogue.ts';
import { type DocumentKind, documentKinds } from '#shared/documents/model.ts';
import { query } from '../../../api.ts';
import { useOverview } from '../../../components/office-facts.tsx';
import { ErrorLine } from '../../../components/states.tsx';
import styles from './batch.module.css';
import { BatchResult } from './batch-result.tsx';
import { useBatch } from './use-batch.ts';

type BatchDialogProps = {
  /** What the list shows. */
  readonly filter: CaseFilter;
  readonly onClose: () => void;
};

/** 批量出文书: papers of chosen kinds for every case of the list, or for those received today, as one file. */
export function BatchDialog({ filter, onClose }: BatchDialogProps) {
  const { today } = useOverview();
  const [range, setRange] = useState<'listed' | 'today'>('listed');
  const [kinds, setKinds] = useState<readonly DocumentKind[]>(['rightsNotice']);
  const { batch, run, cancel } = useBatch();
  const ofToday: CaseFilter = { ...everyCase, listed: { from: today, to: today } };
  const counted = {
    listed: useQuery(query.cases.count.queryOptions({ input: { filter } })).data?.count,
    today: useQuery(query.cases.count.queryOptions({ input: { filter: ofToday } })).data?.count,
  };
  const count = counted[range];
  const tooMany = count !== undefined && count > mostCasesAtOnce;
  const ready = kinds.length > 0 && count !== undefined && count > 0 && !tooMany;
  return (
    <Modal
      open
      width={760}
      title="批量出文书"
      mask={{ closable: false, blur: false }}
      onCancel={() => {
        cancel();
        onClose();
      }}
      footer={
        batch.step === 'choosing' ? (
          <>
            <Button onClick={onClose}>不出了</Button>
            <Button
              type="primary"
              disabled={!ready}
              onClick={() => void run(range === 'listed' ? filter : ofToday, kinds)}
            >
              出具 {count ?? 0} 件案件的文书
            </Button>
          </>
        ) : batch.step === 'running' ? (
          <Button onClick={cancel}>取消</Button>
        ) : (
          <Button onClick={onClose}>关闭</Button>
        )
      }
    >
      {batch.step === 'choosing' && (
        <div className={styles.body}>
          <fieldset className={styles.part}>
            <legend>哪些案件</legend>
            <Radio.Group
              value={range}
              onChange={(event) => setRange(event.target.value)}
              options={[
                { value: 'listed', label: `列表里的 ${counted.listed ?? '…'} 件` },
                { value: 'today', label: `今天接收的 ${counted.today ?? '…'} 件` },
              ]}
            />
            {tooMany && (
              <p className={styles.attention}>▲ 一次最多 {mostCasesAtOnce} 件，请先用条件缩小范围。</p>
            )}
          </fieldset>
          <fieldset className={styles.part}>
            <legend>哪些文书</legend>
            <Kinds chosen={kinds} onChoose={setKinds} />
          </fieldset>
          <p className={styles.hint}>
            缺内容的不出，出完列出缺什么。出过而没有变的，不重新出具，仍印原来那一份。
          </p>
          <ErrorLine error={batch.error} />
        </div>
      )}
      {batch.step === 'running' && <Running progress={batch.progress} />}
      {batch.step === 'done' && <BatchResult result={batch.result} onLeave={onClose} />}
    </Modal>
  );
}

function Kinds(props: {
  readonly chosen: readonly DocumentKind[];
  readonly onChoose: (kinds: readonly DocumentKind[]) => void;
}) {
  const { chosen, onChoose } = props;
  return (Object.keys(paperSets) as PaperSet[]).map((set) => (
    <div key={set} className={styles.set}>
      <span className={styles.setName}>{paperSets[set].label}</span>
      <span className={styles.kinds}>
        {documentKinds
          .filter((kind) => catalogue[kind].set === set)
          .map((kind) => (
            <Checkbox
              key={kind}
              checked={chosen.includes(kind)}
              onChange={({ target }) =>
                onChoose(
                  documentKinds.filter((one) => (one === kind ? target.checked : chosen.includes(one))),
                )
              }
            >
              {catalogue[kind].title}
            </Checkbox>
          ))}
      </span>
    </div>
  ));
}

const stages: Readonly<Record<Step['stage'], string>> = {
  reading: '读取案件',
  checking: '核对',
  waiting: '等待写入',
  writing: '写入登记簿',
  rendering: '制作文书',
};

function Running({ progress }: { readonly progress: Step | null }) {
  const { stage = 'reading', done = 0, total = null } = progress ?? {};
  const percent =
    stage === 'writing' || stage === 'waiting' ? 99 : total === null ? 0 : Math.floor((done / total) * 98);
  return (
    <div className={styles.body} role="status">
      <Progress percent={percent} showInfo={false} aria-label="进度" />
      <p>
        {stages[stage]}
        {stage === 'rendering' && total !== null && `：第 ${done + 1} 件，共 ${total} 件`}
      </p>
      <p className={styles.hint}>写入之前取消，一件也不出具。</p>
    </div>
  );
}
