import { useMutation } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { Link } from 'react-router';
import type { IssuedMany, LeftPaper } from '#shared/contract/documents.ts';
import { office } from '../../../api.ts';
import { useAbilities } from '../../../components/office-facts.tsx';
import { saveFile } from '../../../components/save-file.ts';
import { ErrorLine } from '../../../components/states.tsx';
import styles from './batch.module.css';

type BatchResultProps = { readonly result: IssuedMany; readonly onLeave: () => void };

/** What was issued, as one file for printing, and what could not be made and why. */
export function BatchResult({ result, onLeave }: BatchResultProps) {
  const { issued, left } = result;
  const abilities = useAbilities();
  const { message } = App.useApp();
  const documents = issued.map(({ id, copies }) => ({ id, copies }));
  const cases = new Set(issued.map(({ caseId }) => caseId)).size;
  const copies = issued.reduce((sum, one) => sum + one.copies, 0);
  const save = useMutation({
    mutationFn: async () => {
      const { file, apart } = await office.documents.combine({ documents });
      const files = [...(file === null ? [] : [file]), ...apart.map((one) => one.file)];
      const names: string[] = [];
      for (const one of files) {
        const name = await saveFile(one);
        if (name !== null) names.push(name);
      }
      return names;
    },
    onSuccess: (names) => names.length > 0 && void message.success(`已保存 ${names.join('、')}`),
  });
  const open = useMutation({ mutationFn: () => office.shell.openDocuments({ documents }) });
  return (
    <div className={styles.body}>
      {issued.length === 0 ? (
        <p>没有可以出具的文书。</p>
      ) : (
        <>
          <p role="status">
            <strong>
              已出具 {cases} 件案件的 {issued.length} 件文书
            </strong>
            ，按份数共印 {copies} 份，合在一个 Word 文件里，每份单独编页码。
          </p>
          <div className={styles.actions}>
            {abilities?.openWith === true && (
              <Button type="primary" loading={open.isPending} onClick={() => open.mutate()}>
                用 Word/WPS 打开
              </Button>
            )}
            <Button
              type={abilities?.openWith === true ? 'default' : 'primary'}
              loading={save.isPending}
              onClick={() => save.mutate()}
            >
              保存 Word 文件
            </Button>
          </div>
          <ErrorLine error={save.error ?? open.error} />
        </>
      )}
      {left.length > 0 && (
        <section aria-label="没有出具的">
          <h3>没有出具的 {left.length} 份</h3>
          <ul className={styles.left}>
            {left.map((paper) => (
              <li key={`${paper.caseId} ${paper.kind} ${paper.subjectId}`}>
                <Link to={`/cases/${paper.caseId}?section=papers`} onClick={onLeave}>
                  {paper.caseLabel}
                </Link>
                <span>
                  {paper.title}
                  {paper.about !== null && `：${paper.about}`}
                </span>
                <span className={styles.why}>{whyLeft(paper)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function whyLeft({ why, missing, words }: LeftPaper): string {
  switch (why) {
    case 'missing':
      return `缺：${missing.map(({ label }) => label).join('、')}`;
    case 'forbidden':
      return `法律不允许：${words.join('；')}`;
    case 'notYet':
      return words.join('；');
    case 'notOffered':
      return '这件案件不用这种文书';
    case 'removed':
      return '案件在回收站里';
    case 'changed':
      return '出具时案件正好被修改，请再出一次';
  }
}
