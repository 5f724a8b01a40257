import { Input, Modal } from 'antd';
import { type ReactNode, useState } from 'react';
import { FirstFocus } from './first-focus.tsx';
import styles from './reason-dialog.module.css';
import { ErrorLine } from './states.tsx';

/** Asks for the reason of a step that is recorded with it. */
export function ReasonDialog(props: {
  readonly title: string;
  readonly okText: string;
  readonly children?: ReactNode;
  readonly saving: boolean;
  readonly error: unknown;
  readonly onGive: (reason: string) => void;
  readonly onClose: () => void;
}) {
  const [reason, setReason] = useState('');
  const ready = reason.trim() !== '';
  return (
    <Modal
      open
      title={props.title}
      okText={props.okText}
      okButtonProps={{ disabled: !ready, loading: props.saving }}
      onOk={() => props.onGive(reason.trim())}
      onCancel={props.onClose}
      mask={{ closable: false, blur: false }}
    >
      <div className={styles.body}>
        <FirstFocus />
        {props.children}
        <label htmlFor="reason">理由（记入办理记录）</label>
        <Input
          id="reason"
          value={reason}
          maxLength={500}
          autoComplete="off"
          data-first-focus
          onChange={(event) => setReason(event.target.value)}
          onPressEnter={() => ready && props.onGive(reason.trim())}
        />
        <ErrorLine error={props.error} />
      </div>
    </Modal>
  );
}
