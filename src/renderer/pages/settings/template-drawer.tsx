import { CheckCircleOutlined, DownloadOutlined } from '@ant-design/icons';
import { useMutation, useQuery } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState } from 'react';
import type { TemplateReport, TemplatesOfKind } from '#shared/contract/templates.ts';
import { office, query } from '../../api.ts';
import { EditDrawer } from '../../components/edit-drawer.tsx';
import { ListField } from '../../components/fields/choice-field.tsx';
import { FileDrop } from '../../components/file-drop.tsx';
import { PaperSheets } from '../../components/paper/paper-sheets.tsx';
import { saveFile } from '../../components/save-file.ts';
import { ErrorLine } from '../../components/states.tsx';
import styles from './templates.module.css';

/** A Word file for one kind of document: chosen, checked, tried with a real case, taken into use. */
export function TemplateDrawer(props: { readonly ofKind: TemplatesOfKind; readonly onClose: () => void }) {
  const { kind, title, inUse } = props.ofKind;
  const { message } = App.useApp();
  const [file, setFile] = useState<File | null>(null);
  const check = useMutation(query.templates.check.mutationOptions());
  const download = useMutation({ mutationFn: async (asked: Promise<File>) => saveFile(await asked) });
  const add = useMutation({
    ...query.templates.add.mutationOptions(),
    onSuccess: () => {
      message.success(`已启用，以后的${title}用这份模板`);
      props.onClose();
    },
  });
  const choose = (chosen: File) => {
    add.reset();
    setFile(chosen);
    check.mutate({ kind, file: chosen });
  };
  const report = file === null ? undefined : check.data;
  const sound = report !== undefined && report.problems.length === 0;
  const tried = sound && file !== null ? ({ from: 'file', file } as const) : undefined;
  const kept = file === null && inUse !== null ? ({ from: 'kept', id: inUse.id } as const) : undefined;
  const template = tried ?? kept;
  const lacks = file === null ? '请选择 Word 文件' : sound ? null : '照检查结果改好后，再选一次';
  return (
    <EditDrawer
      title={`文书模板：${title}`}
      size={860}
      changed={sound}
      lacks={lacks}
      saving={add.isPending}
      error={add.error}
      onSave={() => file !== null && add.mutate({ kind, file, replaces: inUse?.id ?? null })}
      onClose={props.onClose}
    >
      <div className={styles.drawer}>
        <p className={styles.how}>
          把本室的 Word 文件里每个案件不同的地方写成标签，如 {'{案由}'}，再选到这里。
          {inUse === null ? '保存后代替程序自带的文字。' : `现在用的是“${inUse.name}”，保存后换成新的。`}
        </p>
        <div className={styles.downloads}>
          <Button
            icon={<DownloadOutlined />}
            onClick={() => download.mutate(office.templates.starter({ kind }))}
          >
            下载写好标签的样稿
          </Button>
          <Button
            icon={<DownloadOutlined />}
            onClick={() => download.mutate(office.templates.referenceSheet())}
          >
            标签对照表
          </Button>
        </div>
        <ErrorLine error={download.error} />
        <FileDrop
          accept=".docx,application/vnd.openxmlformats-officedocument.wordprocessingml.document"
          label="把 Word 文件拖到这里，或点这里选择"
          onFile={choose}
        >
          docx 格式，不超过 2 MB，不带宏、链接和修订
        </FileDrop>
        {file !== null && (
          <div className={styles.report} aria-live="polite">
            <ErrorLine error={check.error} />
            {report !== undefined && <Report name={file.name} report={report} />}
          </div>
        )}
        {template !== undefined && <Sample key={file?.lastModified} kind={kind} template={template} />}
      </div>
    </EditDrawer>
  );
}

/** What the check found, each with what to do about it. */
function Report({ name, report }: { readonly name: string; readonly report: TemplateReport }) {
  const { problems, cautions, used } = report;
  if (problems.length > 0) {
    return (
      <>
        <h3 className={styles.found}>
          <span className={styles.mark} aria-hidden="true">
            !
          </span>
          “{name}”有 {problems.length} 处要改，还不能用
        </h3>
        <ol className={styles.problems}>
          {problems.map(({ where, sentence }, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the same fault may stand twice, and the list never moves
            <li key={place}>
              <span className={styles.where}>{where}</span>
              {sentence}
            </li>
          ))}
        </ol>
      </>
    );
  }
  return (
    <>
      <h3 className={styles.found}>
        <CheckCircleOutlined className={styles.sound ?? ''} aria-hidden="true" /> “{name}”检查通过，用了{' '}
        {used.length} 个标签
      </h3>
      <p className={styles.used}>{used.join('、')}</p>
      {cautions.map((caution) => (
        <p key={caution} className={styles.caution}>
          请留意：{caution}
        </p>
      ))}
    </>
  );
}

type SampleOf = Parameters<typeof office.templates.sample>[0]['template'];

/** A paper of a real case as this file makes it; nothing is issued. */
function Sample(props: { readonly kind: TemplatesOfKind['kind']; readonly template: SampleOf }) {
  const { kind, template } = props;
  const cases = useQuery(query.templates.sampleCases.queryOptions({ input: { kind } }));
  const [chosen, setChosen] = useState<number | null>(null);
  const sample = useMutation(query.templates.sample.mutationOptions());
  const choices = (cases.data ?? []).map(({ label }, value) => ({ value, label }));
  const show = (place: number | null) => {
    setChosen(place);
    sample.reset();
    const one = place === null ? undefined : cases.data?.[place];
    if (one !== undefined) {
      sample.mutate({ template, caseId: one.caseId, paper: { kind, subjectId: one.subjectId } });
    }
  };
  if (cases.data !== undefined && cases.data.length === 0) {
    return <p className={styles.how}>还没有资料齐全、能出这份文书的案件，暂时看不了样张。</p>;
  }
  const { content, file } = sample.data ?? { content: null, file: null };
  return (
    <div className={styles.sample}>
      <div className={styles.try}>
        <ListField<number>
          name="sampleCase"
          label="用哪件案件试"
          value={chosen}
          choices={choices}
          onChoose={show}
        />
        {file !== null && <Button onClick={() => void saveFile(file)}>保存样张（Word）</Button>}
      </div>
      <ErrorLine error={cases.error ?? sample.error} />
      {content !== null && (
        <>
          <p className={styles.caution}>
            这里只显示文字，字体、表格和分页以 Word/WPS 打开样张为准；样张没有出具，不存卷。
          </p>
          <PaperSheets content={content} />
        </>
      )}
    </div>
  );
}
