import { useMutation, useQuery } from '@tanstack/react-query';
import { App, Button, Progress } from 'antd';
import { type ReactNode, useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import type { Progress as Step } from '#shared/contract/procedure.ts';
import { office, onRegisterChange, query } from '../../api.ts';
import { AmendedSince } from '../../components/amended-since.tsx';
import { casesOfImport } from '../../components/case-filter.ts';
import { FileDrop } from '../../components/file-drop.tsx';
import { formatInstant } from '../../components/instant.ts';
import { Page, Section } from '../../components/page.tsx';
import { ReasonDialog } from '../../components/reason-dialog.tsx';
import { saveFile } from '../../components/save-file.ts';
import { ErrorLine } from '../../components/states.tsx';
import styles from './import.module.css';
import {
  cancelImport,
  changeMapping,
  type LedgerImport,
  previewAgain,
  previewLedger,
  runImport,
  startAgain,
  useLedgerImport,
} from './ledger-import.ts';
import { MappingTable } from './mapping-table.tsx';
import { OutcomeNumbers, OutcomeTabs } from './outcome.tsx';

/** 导入台账: choose a file, see what would happen, let it happen, take it back if need be. */
export function ImportPage() {
  const ledger = useLedgerImport();
  useEffect(() => {
    const again = () => void previewAgain();
    again();
    return onRegisterChange(again);
  }, []);
  return (
    <Page
      title="导入台账"
      note={'file' in ledger ? ledger.file.name : '先预览，看清楚再导入；导入后可以整批撤销'}
    >
      <Steps step={ledger.step} />
      <Body ledger={ledger} />
    </Page>
  );
}

function Body(props: { readonly ledger: LedgerImport }) {
  const { ledger } = props;
  switch (ledger.step) {
    case 'choosing':
      return <Choosing error={ledger.error} />;
    case 'reading':
      return <Working title="正在读取台账" progress={ledger.progress} />;
    case 'previewed':
      return <Previewed ledger={ledger} />;
    case 'running':
      return (
        <Working title={`正在导入 ${ledger.preview.imported} 件案件`} progress={ledger.progress} canLeave />
      );
    case 'done':
      return <Done ledger={ledger} />;
  }
}

const steps = ['选择文件', '核对与预览', '导入'] as const;
const stepOf = { choosing: 0, reading: 0, previewed: 1, running: 2, done: 2 } as const satisfies Record<
  LedgerImport['step'],
  number
>;

function Steps(props: { readonly step: LedgerImport['step'] }) {
  const at = stepOf[props.step];
  return (
    <ol className={styles.steps}>
      {steps.map((label, index) => (
        <li key={label} aria-current={index === at ? 'step' : undefined} data-past={index < at}>
          <span className={styles.stepNumber}>{index < at ? '✓' : index + 1}</span>
          {label}
        </li>
      ))}
    </ol>
  );
}

function Choosing(props: { readonly error: unknown }) {
  return (
    <Section>
      <div className={styles.stack}>
        <ErrorLine error={props.error} />
        <FileDrop
          label="把台账文件拖到这里，或点击选择"
          accept=".xlsx,.csv,.xls,.et"
          onFile={(file) => void previewLedger(file, null)}
        >
          xlsx 或 csv。旧的 .xls、.et 请先用 WPS 或 Excel 另存为 xlsx。
        </FileDrop>
        <ul className={styles.advice}>
          <li>
            表头不必改名：收案日期、案由、申请人、结案方式等常见写法都认得，标题行、合计行、分月的工作表也认得。
          </li>
          <li>
            收案日期、结案日期、金额、案号读不懂的行不会导入，会逐行说明原因，改好后再导入一次即可，已导入的不会重复。
          </li>
          <li>预览不改动登记簿。导入是一整批，可以在“设置—导入与撤销”里整批撤销。</li>
        </ul>
      </div>
    </Section>
  );
}

const stageWords = {
  reading: '读取文件',
  checking: '逐行核对',
  waiting: '等待写入',
  writing: '写入登记簿',
  rendering: '生成文件',
} as const satisfies Record<Step['stage'], string>;

function Working(props: {
  readonly title: string;
  readonly progress: Step | null;
  readonly canLeave?: boolean;
}) {
  const { progress } = props;
  const known = progress !== null && progress.total !== null && progress.total > 0;
  const percent = known && progress.total !== null ? Math.floor((progress.done / progress.total) * 100) : 0;
  return (
    <Section>
      <div className={styles.working} role="status">
        <h2>{props.title}</h2>
        <Progress percent={percent} showInfo={known} status="normal" aria-label={props.title} />
        <p className={styles.quiet}>
          {progress === null ? '准备中' : stageWords[progress.stage]}
          {known && `：${progress.done}／${progress.total} 行`}
          {props.canLeave === true && '。可以先去别的页面，导入会继续。'}
        </p>
        <Button onClick={cancelImport}>取消</Button>
      </div>
    </Section>
  );
}

function Previewed(props: { readonly ledger: Extract<LedgerImport, { step: 'previewed' }> }) {
  const { file, preview, mapping, checking, error } = props.ledger;
  const changed = mapping !== preview.mapping;
  const unsure = mapping.sheets
    .flatMap((sheet) => sheet.columns)
    .filter((column) => !column.certain && column.field !== 'ignore').length;
  return (
    <>
      <Section>
        <div className={styles.stack}>
          <OutcomeNumbers outcome={preview} future />
          <ErrorLine error={error} />
          <div className={styles.buttons}>
            {changed ? (
              <>
                <Button type="primary" onClick={() => void previewLedger(file, mapping)}>
                  按新的对应重新预览
                </Button>
                <Button onClick={() => changeMapping(preview.mapping)}>放弃改动</Button>
                <span className={styles.attention}>列的对应改过了，上面的数字还是改动前的。</span>
              </>
            ) : (
              <>
                <Button
                  type="primary"
                  loading={checking}
                  disabled={!checking && preview.imported === 0}
                  onClick={() => void runImport()}
                >
                  {checking
                    ? '正在重新核对'
                    : preview.imported === 0
                      ? '没有可以导入的案件'
                      : `导入 ${preview.imported} 件`}
                </Button>
                <Button onClick={startAgain}>换一个文件</Button>
                {preview.refused.length > 0 && <SaveRefused file={file} mapping={mapping} />}
              </>
            )}
          </div>
          {preview.unread.length > 0 && (
            <p className={styles.quiet}>
              没有读取的工作表：
              {preview.unread.map((sheet) => `${sheet.name}（${sheet.reason}）`).join('；')}
            </p>
          )}
        </div>
      </Section>
      <Section>
        <OutcomeTabs
          outcome={preview}
          first={{
            label: unsure === 0 ? '列的对应' : `列的对应（${unsure} 列请核对）`,
            content: <MappingTable mapping={mapping} sample={preview.sample} onChange={changeMapping} />,
          }}
        />
      </Section>
    </>
  );
}

function SaveRefused(props: Pick<Extract<LedgerImport, { step: 'done' }>, 'file' | 'mapping'>) {
  const { message } = App.useApp();
  const save = useMutation({
    mutationFn: async () =>
      saveFile(await office.imports.refusedRows({ file: props.file, mapping: props.mapping })),
    onSuccess: (name) => {
      if (name !== null) {
        message.success(`已保存：${name}`);
      }
    },
  });
  return (
    <>
      <Button loading={save.isPending} onClick={() => save.mutate()}>
        保存未导入的行…
      </Button>
      <ErrorLine error={save.error} />
    </>
  );
}

function Done(props: { readonly ledger: Extract<LedgerImport, { step: 'done' }> }) {
  const { file, mapping, result } = props.ledger;
  const navigate = useNavigate();
  const { message } = App.useApp();
  const [asking, setAsking] = useState(false);
  const undo = useMutation({
    ...query.imports.undo.mutationOptions(),
    onSuccess: ({ removed }) => {
      message.success(`已撤销，${removed} 件案件移入回收站`);
      startAgain();
    },
  });
  const { id } = result;
  const listed = useQuery(query.imports.list.queryOptions()).data?.find((each) => each.id === id);
  const undone = listed?.undone;
  const standing = id !== null && undone == null;
  const undoing: ReactNode = asking && id !== null && (
    <ReasonDialog
      title="撤销这次导入"
      okText="撤销导入"
      saving={undo.isPending}
      error={undo.error}
      onClose={() => setAsking(false)}
      onGive={(reason) => undo.mutate({ id, reason })}
    >
      <p>刚导入的 {result.imported} 件案件将一起移入回收站。</p>
      <AmendedSince count={listed?.amendedSince ?? 0} />
    </ReasonDialog>
  );
  return (
    <>
      <Section>
        <div className={styles.stack}>
          <OutcomeNumbers outcome={result} future={false} />
          {undone != null && (
            <p className={styles.attention} role="status">
              这次导入已撤销（{undone.by}，{formatInstant(undone.at)}）：{undone.reason}。案件在回收站里。
            </p>
          )}
          <div className={styles.buttons}>
            {standing && (
              <Button type="primary" onClick={() => navigate(casesOfImport(id))}>
                查看导入的案件
              </Button>
            )}
            {result.refused.length > 0 && <SaveRefused file={file} mapping={mapping} />}
            <Button onClick={startAgain}>再导入一个文件</Button>
            {undone != null && (
              <Button type="primary" onClick={() => void previewLedger(file, mapping)}>
                重新预览这个文件
              </Button>
            )}
            {standing && <Button onClick={() => setAsking(true)}>撤销这次导入…</Button>}
          </div>
        </div>
      </Section>
      <Section>
        <OutcomeTabs outcome={result} />
      </Section>
      {undoing}
    </>
  );
}
