import { App, Button } from 'antd';
import { useEffect, useRef } from 'react';
import type { CaseDetail } from '#shared/contract/cases.ts';
import { agreementPaper } from '#shared/contract/documents.ts';
import type { DocumentContent } from '#shared/documents/model.ts';
import { office } from '../../../api.ts';
import { KeyHint } from '../../../components/key-hint.tsx';
import { useAbilities } from '../../../components/office-facts.tsx';
import { printPage, saveFile } from '../../../components/save-file.ts';
import { ErrorLine } from '../../../components/states.tsx';
import { useCommand } from '../use-case.ts';
import styles from './agreement.module.css';

type IssueActionsProps = {
  readonly detail: CaseDetail;
  readonly content: DocumentContent | null;
  readonly unsaved: boolean;
  /** The law forbids what the saved agreement says, and nobody has said why it may stand. */
  readonly forbidden: boolean;
  /** What can be printed has been asked for and told. */
  readonly known: boolean;
  /** The turn of a press of Ctrl+P; null: nobody pressed it. */
  readonly printing: number | null;
};

/** Save, print, open: each first freezes what it hands out, so that the register knows what went over the table. */
export function IssueActions({ detail, content, unsaved, forbidden, known, printing }: IssueActionsProps) {
  const abilities = useAbilities();
  const { message } = App.useApp();
  const issue = () => office.documents.issue({ caseId: detail.id, paper: agreementPaper });
  const save = useCommand({
    run: async () => {
      const { file } = await issue();
      return saveFile(file);
    },
    onDone: (name) => name !== null && void message.success(`已保存 ${name}`),
  });
  const print = useCommand({
    run: async () => {
      await issue();
      return printPage();
    },
    onDone: (failure) => failure !== null && void message.warning(`没有打印：${failure}`),
  });
  const open = useCommand({
    run: async () => {
      const { id } = await issue();
      return office.shell.openDocument({ id });
    },
  });
  const ready = content !== null && !unsaved && !forbidden && detail.removed === null;
  const why = unsaved
    ? '先保存左边的修改'
    : content === null
      ? '补齐缺项后才能出文书'
      : forbidden
        ? '先改正法律不允许的内容，或者说明理由'
        : undefined;
  // Ctrl+P comes from any section of the case; the paper may still be on its way when this one is opened.
  const turned = useRef<number | null>(null);
  useEffect(() => {
    if (printing !== null && known && turned.current !== printing) {
      turned.current = printing;
      if (ready) {
        print.mutate(undefined);
      }
    }
  }, [printing, known, ready, print.mutate]);
  return (
    <div className={styles.issue} data-field="issue">
      <span title={why}>
        <Button
          type="primary"
          disabled={!ready}
          loading={save.isPending}
          onClick={() => save.mutate(undefined)}
        >
          保存 Word 文件
        </Button>
      </span>
      <Button disabled={!ready} loading={print.isPending} onClick={() => print.mutate(undefined)}>
        打印 <KeyHint keys="Ctrl+P" />
      </Button>
      {abilities?.openWith === true && (
        <Button disabled={!ready} loading={open.isPending} onClick={() => open.mutate(undefined)}>
          用 Word/WPS 打开
        </Button>
      )}
      <ErrorLine error={save.error ?? print.error ?? open.error} />
    </div>
  );
}
