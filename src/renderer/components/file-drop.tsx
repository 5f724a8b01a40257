import { InboxOutlined } from '@ant-design/icons';
import { type ReactNode, useRef, useState } from 'react';
import styles from './file-drop.module.css';

/** A button that opens the machine's choice of files, which the keyboard reaches too; files may also be dropped on it. */
export function DropButton(props: {
  readonly accept: string;
  readonly label: string;
  readonly className: string | undefined;
  readonly several?: boolean;
  readonly disabled?: boolean;
  /** Takes the first focus of the page or dialog. */
  readonly first?: boolean;
  readonly children: ReactNode;
  readonly onFiles: (files: readonly File[]) => void;
}) {
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const take = (files: FileList | null) => props.onFiles([...(files ?? [])]);
  return (
    <>
      <button
        type="button"
        className={props.className}
        data-first-focus={props.first === true ? true : undefined}
        data-over={over}
        disabled={props.disabled === true}
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
        {props.children}
      </button>
      <input
        ref={input}
        type="file"
        multiple={props.several === true}
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

/** A place for one file: dropped here, or chosen with the button. */
export function FileDrop(props: {
  readonly accept: string;
  readonly label: string;
  readonly children?: ReactNode;
  readonly onFile: (file: File) => void;
}) {
  return (
    <DropButton
      accept={props.accept}
      label={props.label}
      className={styles.drop}
      first
      onFiles={([file]) => {
        if (file !== undefined) props.onFile(file);
      }}
    >
      <InboxOutlined className={styles.icon ?? ''} aria-hidden="true" />
      <span className={styles.label}>{props.label}</span>
      <span className={styles.hint}>{props.children}</span>
    </DropButton>
  );
}
