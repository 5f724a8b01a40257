import { useMutation } from '@tanstack/react-query';
import { App, Button, InputNumber } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { CopiedDocument } from '#shared/contract/documents.ts';
import type { DocumentId } from '#shared/contract/ids.ts';
import { office, queryClient } from '../../api.ts';
import { KeyHint } from '../key-hint.tsx';
import { useAbilities } from '../office-facts.tsx';
import { usePageKeys } from '../page-keys.ts';
import { printPage, saveFile, savePdf } from '../save-file.ts';
import { ErrorLine } from '../states.tsx';
import styles from './paper.module.css';
import { type PaperToPrint, PrintedPapers } from './printed-papers.tsx';

/** What was frozen: the file that goes over the table, and its document, or the documents of a set. */
export type IssuedFile = {
  readonly id: DocumentId | null;
  /** That of a set takes seconds to join: it is asked for only where somebody wants it, never before printing. */
  readonly file: File | (() => Promise<File>);
  readonly documents?: readonly CopiedDocument[];
};

type PaperToolbarProps = {
  /** What is printed, in order; the preview shows the same content. */
  readonly papers: readonly PaperToPrint[];
  /** Freezes what is handed out; what was frozen before is handed out as it was. */
  readonly issue: () => Promise<IssuedFile>;
  /** The file of the newest issued one, to the byte; null: none was issued. */
  readonly again: (() => Promise<File>) | null;
  /** The look is that of an office's own Word file, which only Word and WPS can print. */
  readonly onlyInWord?: boolean;
  /** Why nothing can be handed out now; null: it can. */
  readonly why: string | null;
  /** Whether it is this one's papers that Ctrl+P and the browser's own menu print; at most one on a page. */
  readonly active: boolean;
  /** The turn of a wish to print from elsewhere; null: nobody wishes it. It is heard once `known`. */
  readonly printing?: number | null;
  /** Whether it has been told what can be printed. */
  readonly known?: boolean;
};

/** What can be done with a paper: each first freezes it, so that the register knows what went over the table. */
export function PaperToolbar(props: PaperToolbarProps) {
  const { papers, issue, again, why, active, printing = null, known = true } = props;
  const { onlyInWord = false } = props;
  const abilities = useAbilities();
  const { message, modal } = App.useApp();
  const only = papers.length === 1 ? papers[0] : undefined;
  const [chosen, setChosen] = useState<number | null>(null);
  const [once, setOnce] = useState(false);
  const copies = chosen ?? only?.copies ?? 1;
  const toPrint = once
    ? papers.map((paper) => ({ ...paper, copies: 1 }))
    : only === undefined
      ? papers
      : [{ ...only, copies }];

  const frozen = async () => {
    const issued = await issue();
    await queryClient.invalidateQueries();
    return issued;
  };
  /** One of each, as a file holds it, for as long as it takes. */
  const withOneOfEach = async <T,>(work: () => Promise<T>): Promise<T> => {
    flushSync(() => setOnce(true));
    try {
      return await work();
    } finally {
      setOnce(false);
    }
  };
  const open = useMutation({
    mutationFn: async () => {
      const { id, file, documents } = await frozen();
      if (abilities?.openWith === true && documents !== undefined) {
        await office.shell.openDocuments({ documents: [...documents] });
        return null;
      }
      if (abilities?.openWith === true && id !== null) {
        await office.shell.openDocument({ id });
        return null;
      }
      return saveFile(await joined(file));
    },
    onSuccess: (name) => name !== null && void message.success(`已保存 ${name}`),
  });
  const print = useMutation({
    mutationFn: async () => {
      await frozen();
      return printPage();
    },
    onSuccess: (failure) => failure !== null && void message.warning(`没有打印：${failure}`),
  });
  const pdf = useMutation({
    mutationFn: async () => {
      const { name } = await joined((await frozen()).file);
      return withOneOfEach(() => savePdf(name.replace(/\.docx$/i, '.pdf')));
    },
    onSuccess: ({ name, failure }) => {
      if (failure !== null) void message.warning(`没有存为 PDF：${failure}`);
      else if (name !== null) void message.success(`已保存 ${name}`);
    },
  });
  const download = useMutation({
    mutationFn: async () => (again === null ? null : saveFile(await again())),
    onSuccess: (name) => name !== null && void message.success(`已保存 ${name}`),
  });
  const ready = why === null && papers.length > 0;
  const printable = ready && !onlyInWord;
  const askForPdf = () => {
    if (abilities?.pdf === true) {
      pdf.mutate();
      return;
    }
    modal.confirm({
      title: '存为 PDF',
      icon: null,
      content: '在接下来的打印窗口里，把“目标打印机”选成“另存为 PDF”，再点“保存”。',
      okText: '打开打印窗口',
      cancelText: '不存了',
      onOk: async () => {
        await frozen();
        await withOneOfEach(async () => window.print());
      },
    });
  };
  const turned = useRef<number | null>(null);
  useEffect(() => {
    if (printing !== null && known && turned.current !== printing) {
      turned.current = printing;
      if (printable) print.mutate();
    }
  }, [printing, known, printable, print.mutate]);

  const error = open.error ?? print.error ?? pdf.error ?? download.error;
  return (
    <div className={`${styles.toolbar} no-print`} role="toolbar" aria-label="文书" data-field="issue">
      <Button type="primary" disabled={!ready} loading={open.isPending} onClick={() => open.mutate()}>
        {abilities?.openWith === true ? '出具并用 Word/WPS 打开' : '出具并保存 Word 文件'}
      </Button>
      <Button disabled={!printable} loading={print.isPending} onClick={() => print.mutate()}>
        打印 {active && <KeyHint keys="Ctrl+P" />}
      </Button>
      {only !== undefined && (
        <span className={styles.copies}>
          <InputNumber
            aria-label="打印份数"
            min={1}
            max={30}
            precision={0}
            value={copies}
            disabled={!printable}
            onChange={(count) => setChosen(count)}
            style={{ width: '4.2rem' }}
          />
          份
        </span>
      )}
      <Button disabled={!printable} loading={pdf.isPending} onClick={askForPdf}>
        存为 PDF
      </Button>
      {again !== null && (
        <Button loading={download.isPending} onClick={() => download.mutate()}>
          重新下载
        </Button>
      )}
      {why !== null && <span className={styles.why}>{why}</span>}
      <ErrorLine error={error} />
      {active && printable && <PrintKey print={() => print.mutate()} />}
      {active && printable && <PrintedPapers papers={toPrint} />}
    </div>
  );
}

async function joined(file: IssuedFile['file']): Promise<File> {
  return file instanceof File ? file : file();
}

/** Ctrl+P, for as long as there is something to print. */
function PrintKey({ print }: { readonly print: () => void }) {
  usePageKeys({ print });
  return null;
}
