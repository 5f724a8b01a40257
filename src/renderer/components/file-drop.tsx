import { InboxOutlined } from '@ant-design/icons';
import { type ReactNode, useRef, useState } from 'react';
import styles from './file-drop.module.css';

/** A place for one file: dropped here, or chosen with the button, which the keyboard reaches too. */
export function FileDrop(props: {
  readonly accept: string;
  readonly label: string;
  readonly children?: ReactNode;
  readonly onFile: (file: File) => void;
}) {
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const take = (files: FileList | null) => {
    const [file] = files ?? [];
    if (file !== undefined) {
      props.onFile(file);
    }
  };
  return (
    <>
      <button
        type="button"
        className={styles.drop}
        data-first-focus
        data-over={over}
        onClick={() => input.current?.click()}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          take(event.dataTransfer.files);
        }}
      >
        <InboxOutlined className={styles.icon ?? ''} aria-hidden="true" />
        <span className={styles.label}>{props.label}</span>
        <span className={styles.hint}>{props.children}</span>
      </button>
      <input
        ref={input}
        type="file"
        hidden
        accept={props.accept}
        aria-label={props.label}
        onChange={(event) => {
          take(event.target.files);
          // The same file again, after it was mended in WPS, is a change too.
          event.target.value = '';
        }}
      />
    </>
  );
}
