import { useState } from 'react';
import { bringFile, fileProblem, type Shown } from './bring-file.ts';

/** Scans that were picked and wait to be sent, for a `ScanPicker` and the form that it stands in. */
export function useScans() {
  const [files, setFiles] = useState<readonly File[]>([]);
  const [sending, setSending] = useState<{ readonly file: File; readonly done: number } | null>(null);
  const wrong = files.find((file) => fileProblem(file) !== null);
  return {
    picker: { files, sending, onChange: setFiles },
    /** What stands in the way of sending, in words. */
    lacks: wrong === undefined ? null : `“${wrong.name}”${fileProblem(wrong)}，请先去掉`,
    /** Sends one after the other; what has gone is not sent again where a later one is refused. */
    async send(shown: Shown): Promise<void> {
      for (const file of files) {
        setSending({ file, done: 0 });
        await bringFile(file, shown, (done) => setSending({ file, done }));
        setFiles((left) => left.filter((other) => other !== file));
      }
    },
    settle: () => setSending(null),
  };
}
