import { App, Button, Drawer } from 'antd';
import type { ReactNode } from 'react';
import styles from './edit-drawer.module.css';
import { moveOnWithEnter } from './fields/move-on.ts';
import { FirstFocus } from './first-focus.tsx';
import { KeyHint } from './key-hint.tsx';
import { usePageKeys } from './page-keys.ts';
import { ErrorLine } from './states.tsx';

/** One entry of a list, edited at the side: Enter moves on, Ctrl+S saves, and nothing typed is lost unasked. */
export function EditDrawer(props: {
  readonly title: string;
  readonly size: number;
  readonly changed: boolean;
  /** What stands there is new and can be saved although nobody typed anything. */
  readonly fresh?: boolean;
  /** What still keeps it from being saved, in words; null where nothing does. */
  readonly lacks: string | null;
  readonly saving: boolean;
  readonly error: unknown;
  readonly onSave: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const { modal } = App.useApp();
  const ready = props.lacks === null && (props.changed || props.fresh === true) && !props.saving;
  const save = () => {
    if (ready) {
      props.onSave();
    }
  };
  usePageKeys({ save });
  const close = () => {
    if (!props.changed) {
      props.onClose();
      return;
    }
    modal.confirm({
      title: '有未保存的修改',
      content: '关闭后，刚才的修改不会保存。',
      okText: '不保存，关闭',
      cancelText: '继续填写',
      onOk: props.onClose,
    });
  };
  return (
    <Drawer
      open
      title={props.title}
      size={props.size}
      onClose={close}
      mask={{ closable: false, blur: false }}
      footer={
        <div className={styles.foot}>
          <ErrorLine error={props.error} />
          <div className={styles.buttons}>
            <span className={styles.lacks}>{props.lacks}</span>
            <Button onClick={close}>取消</Button>
            <Button type="primary" onClick={save} disabled={!ready} loading={props.saving} data-last-stop>
              保存
            </Button>
            <KeyHint keys="Ctrl+S" />
          </div>
        </div>
      }
    >
      <div data-form className={styles.form} onKeyDownCapture={moveOnWithEnter}>
        <FirstFocus />
        {props.children}
      </div>
    </Drawer>
  );
}
