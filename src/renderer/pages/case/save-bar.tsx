import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import { KeyHint } from '../../components/key-hint.tsx';
import { usePageKeys } from '../../components/page-keys.ts';
import { ErrorLine } from '../../components/states.tsx';
import styles from './case.module.css';

type SaveBarProps = {
  /** Only the form in sight answers to Ctrl+S. */
  readonly shown: boolean;
  readonly ready: boolean;
  /** Why it cannot be saved yet. */
  readonly why?: string | undefined;
  readonly label?: string;
  readonly pending: boolean;
  readonly error: unknown;
  readonly onSave: () => void;
  readonly onCancel?: () => void;
};

/**
 * When a form closes with the cursor in it, the cursor would be nowhere: it goes to the section's button, with which the
 * form opens again, or to its heading where that button undoes what was saved.
 */
function followFocusFrom(bar: HTMLElement | null): () => void {
  const section = bar?.closest('section') ?? null;
  const panel = bar?.closest<HTMLElement>('[role="tabpanel"]') ?? null;
  return () => {
    requestAnimationFrame(() => {
      const place = section?.isConnected === true ? section : panel;
      if (place?.isConnected === true && document.activeElement === document.body && panel?.hidden !== true) {
        const next =
          place.querySelector<HTMLElement>(
            '[data-section-actions] button:not(:disabled, [data-correction])',
          ) ?? place.querySelector<HTMLElement>('h2');
        next?.focus();
      }
    });
  };
}

/** Saves a form, or says what keeps it from being saved. */
export function SaveBar(props: SaveBarProps) {
  const { shown, ready, why, label, pending, error, onSave, onCancel } = props;
  const save = () => {
    if (ready && !pending) {
      onSave();
    }
  };
  usePageKeys(shown ? { save } : {});
  const bar = useRef<HTMLDivElement>(null);
  useEffect(() => followFocusFrom(bar.current), []);
  return (
    <div ref={bar} className={styles.saveBar} data-save-bar>
      <ErrorLine error={error} />
      <div className={styles.saveRow}>
        <Button type="primary" disabled={!ready} loading={pending} data-last-stop onClick={save}>
          {label ?? '保存'} <KeyHint keys="Ctrl+S" />
        </Button>
        {onCancel !== undefined && <Button onClick={onCancel}>取消</Button>}
        {!ready && why !== undefined && <span className={styles.why}>{why}</span>}
      </div>
    </div>
  );
}
