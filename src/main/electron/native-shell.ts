import { dirname, join } from 'node:path';
import type { BrowserWindow, Dialog } from 'electron';
import { safeFileName } from '#shared/domain/file-name.ts';
import type { Shell } from '../office.ts';
import { FileNotSaved, saveFile } from '../save-file.ts';
import type { OpenedCopies } from './opened-copies.ts';
import { pageAsPdf, pdfName } from './pdf.ts';

export type NativeParts = {
  readonly dialog: Pick<Dialog, 'showSaveDialog' | 'showMessageBox'>;
  /** Opens a file with the system's program; '' or what went wrong. */
  readonly openPath: (path: string) => Promise<string>;
  readonly window: () => BrowserWindow | undefined;
  readonly documentsFolder: () => string;
  readonly copies: OpenedCopies;
};

const kinds: Readonly<Record<string, string>> = {
  docx: 'Word 文档',
  xlsx: 'Excel 工作簿',
  csv: 'CSV 表格',
  pdf: 'PDF 文件',
};

/** The office's hands in the desktop program: dialogs, printing and the system's word processor. */
export function nativeShell(parts: NativeParts): Shell {
  let folder: string | undefined;

  async function save(file: File): Promise<{ saved: boolean; name: string | null }> {
    const window = openWindow(parts);
    const content = new Uint8Array(await file.arrayBuffer());
    let name = safeFileName(file.name);
    for (;;) {
      const extension = /\.([A-Za-z0-9]+)$/.exec(name)?.[1] ?? '';
      const { canceled, filePath } = await parts.dialog.showSaveDialog(window, {
        title: '保存',
        defaultPath: join(folder ?? parts.documentsFolder(), name),
        filters: extension === '' ? [] : [{ name: kinds[extension] ?? '文件', extensions: [extension] }],
      });
      if (canceled || filePath === '') {
        return { saved: false, name: null };
      }
      folder = dirname(filePath);
      name = filePath.slice(folder.length).replace(/^[\\/]+/, '');
      if (await saveOrAsk(parts, window, filePath, content)) {
        return { saved: true, name };
      }
    }
  }

  return {
    abilities: { saveDialog: true, openWith: true, print: true, pdf: true },
    save,
    async open(file) {
      const failure = await parts.openPath(await parts.copies.write(file));
      if (failure !== '') {
        const document = file.name.endsWith('.docx');
        await parts.dialog.showMessageBox(openWindow(parts), {
          type: 'warning',
          title: document ? '打不开文书' : '打不开扫描件',
          message: document ? '没有找到可以打开 Word 文档的程序。' : '没有找到可以打开这种文件的程序。',
          detail: document
            ? '请安装 Word 或 WPS，或者把文书保存后拿到别的电脑上打开。'
            : '请安装能看 PDF、OFD 和图片的程序。',
          buttons: ['知道了'],
        });
      }
    },
    print() {
      const { webContents } = openWindow(parts);
      return new Promise((resolve) => {
        webContents.print({ silent: false, printBackground: true }, (printed, failure) => {
          // Closing the system's dialog is no failure.
          resolve({ printed, failure: printed || /cancel/i.test(failure) ? null : failure });
        });
      });
    },
    async savePdf(name) {
      const made = await pageAsPdf(openWindow(parts).webContents);
      return made.kind === 'failed'
        ? { saved: false, name: null, failure: made.why }
        : {
            ...(await save(
              new File([new Uint8Array(made.bytes)], pdfName(name), { type: 'application/pdf' }),
            )),
            failure: null,
          };
    },
  };
}

/** Saves; where that fails says why and returns false, so that another place is chosen. */
async function saveOrAsk(
  parts: NativeParts,
  window: BrowserWindow,
  path: string,
  content: Uint8Array,
): Promise<boolean> {
  for (;;) {
    try {
      await saveFile(path, content);
      return true;
    } catch (error) {
      if (!(error instanceof FileNotSaved)) {
        throw error;
      }
      const { response } = await parts.dialog.showMessageBox(window, {
        type: 'warning',
        title: '没有保存',
        message: error.message,
        detail: path,
        buttons: ['再试一次', '换个位置或文件名'],
        defaultId: 0,
        cancelId: 1,
        noLink: true,
      });
      if (response !== 0) {
        return false;
      }
    }
  }
}

function openWindow(parts: NativeParts): BrowserWindow {
  const window = parts.window();
  if (window === undefined || window.isDestroyed()) {
    throw new Error('The window is gone.');
  }
  return window;
}
