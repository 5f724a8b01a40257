import { Input, Modal } from 'antd';
import { useState } from 'react';
import { ErrorLine } from '../../components/states.tsx';
import styles from './case.module.css';

type ReasonDialogProps = {
  readonly open: boolean;
  readonly title: string;
  readonly question: string;
  readonly action: string;
  readonly pending: boolean;
  readonly error: unknown;
  readonly onCancel: () => void;
  readonly onReason: (reason: string) => void;
};

/** Asks for the reason of something that is not taken back by itself. */
export function ReasonDialog(props: ReasonDialogProps) {
  const [reason, setReason] = useState('');
  const given = reason.trim();
  return (
    <Modal
      title={props.title}
      open={props.open}
      onCancel={props.onCancel}
      okText={props.action}
      okButtonProps={{ disabled: given === '', loading: props.pending }}
      onOk={() => props.onReason(given)}
      afterOpenChange={(open) => open || setReason('')}
      destroyOnHidden
    >
      <div className={styles.reason}>
        <label htmlFor="reason">{props.question}</label>
        <Input.TextArea
          id="reason"
          autoFocus
          rows={3}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && event.ctrlKey && given !== '') {
              props.onReason(given);
            }
          }}
        />
        <ErrorLine error={props.error} />
      </div>
    </Modal>
  );
}
