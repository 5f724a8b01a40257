import { ScanOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { fileSizeInWords, largestAttachment } from '#shared/domain/attachment.ts';
import { DropButton } from '../file-drop.tsx';
import { fileProblem } from './bring-file.ts';
import styles from './scans.module.css';

/** The same file twice is one. */
const keyOf = ({ name, size, lastModified }: File) => `${name} ${size} ${lastModified}`;

/** Where scans are dropped or chosen, several at a time; the keyboard reaches the button and each name. */
export function ScanPicker(props: {
  readonly files: readonly File[];
  /** The file that is being sent and how much of it has gone, in bytes. */
  readonly sending: { readonly file: File; readonly done: number } | null;
  readonly onChange: (files: readonly File[]) => void;
}) {
  const { files, sending, onChange } = props;
  const take = (chosen: readonly File[]) => {
    const known = new Set(files.map(keyOf));
    onChange([...files, ...chosen.filter((file) => !known.has(keyOf(file)))]);
  };
  return (
    <div className={styles.picker}>
      <DropButton
        accept=".pdf,.ofd,.heic,image/*"
        label="选扫描件或照片"
        className={styles.pick}
        several
        disabled={sending !== null}
        onFiles={take}
      >
        <span>
          <ScanOutlined aria-hidden="true" /> 选扫描件或照片，也可以拖到这里
        </span>
        <span className={styles.hint}>
          PDF、OFD、图片，每个不超过 {fileSizeInWords(largestAttachment)}；没有扫描的，只登记原件入卷
        </span>
      </DropButton>
      {files.length > 0 && (
        <ul className={styles.chosen}>
          {files.map((file) => (
            <li key={keyOf(file)}>
              <span className={styles.name}>{file.name}</span>
              <span className={styles.hint}>{fileSizeInWords(file.size)}</span>
              {sending?.file === file ? (
                <progress
                  value={sending.done}
                  max={file.size}
                  aria-label={`正在附上 ${file.name}`}
                  className={styles.progress}
                />
              ) : (
                <Button
                  type="link"
                  size="small"
                  disabled={sending !== null}
                  onClick={() => onChange(files.filter((other) => other !== file))}
                >
                  不附
                </Button>
              )}
              {fileProblem(file) !== null && <span className={styles.problem}>▲ {fileProblem(file)}</span>}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
