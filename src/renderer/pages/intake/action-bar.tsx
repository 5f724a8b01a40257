import { Button } from 'antd';
import type { Obstacle } from '../../components/case-form/facts-draft.ts';
import { focusField } from '../../components/fields/move-on.ts';
import { formatClock } from '../../components/instant.ts';
import { KeyHint } from '../../components/key-hint.tsx';
import { ErrorLine } from '../../components/states.tsx';
import styles from './intake.module.css';
import { type IntakeDraft, isUntouched, stillOpen } from './intake-draft.ts';
import type { Keeping } from './use-draft.ts';

type ActionBarProps = {
  readonly draft: IntakeDraft;
  readonly obstacles: readonly Obstacle[];
  /** Somebody tried to save: what stands in the way is said aloud. */
  readonly pointed: boolean;
  readonly keeping: Keeping;
  readonly saving: boolean;
  readonly error: unknown;
  readonly onSave: () => void;
};

/** What is missing, one click from its field, and the button that registers the case. */
export function ActionBar({ draft, obstacles, pointed, keeping, saving, error, onSave }: ActionBarProps) {
  const open = stillOpen(draft).filter(
    ({ field }) => !obstacles.some((obstacle) => obstacle.field === field),
  );
  const ready = obstacles.length === 0;
  return (
    <footer className={styles.bar}>
      <ErrorLine error={error} />
      <div className={styles.barRow}>
        <div className={styles.missing} aria-live={pointed ? 'assertive' : 'off'}>
          {!ready && <Fields title="登记前须填" fields={obstacles} strong />}
          {ready && open.length > 0 && <Fields title="可以登记；要素还缺" fields={open} />}
          {ready && open.length === 0 && <span className={styles.complete}>要素齐全，可以登记。</span>}
        </div>
        <span className={styles.keeping} role="status">
          {keepingWords(keeping, isUntouched(draft))}
        </span>
        <Button type="primary" size="large" loading={saving} data-last-stop onClick={onSave}>
          登记 <KeyHint keys="Ctrl+S" />
        </Button>
      </div>
    </footer>
  );
}

const most = 7;

function Fields(props: {
  readonly title: string;
  readonly fields: readonly Obstacle[];
  readonly strong?: boolean;
}) {
  const shown = props.fields.slice(0, most);
  return (
    <>
      <span className={props.strong === true ? styles.missingStrong : styles.missingTitle}>
        {props.title}
      </span>
      {shown.map(({ field, label }) => (
        <button key={field} type="button" className={styles.missingField} onClick={() => focusField(field)}>
          {label}
        </button>
      ))}
      {props.fields.length > most && <span className={styles.missingTitle}>等 {props.fields.length} 项</span>}
    </>
  );
}

function keepingWords(keeping: Keeping, untouched: boolean): string {
  switch (keeping.kind) {
    case 'nothing':
      return '';
    case 'kept':
      return untouched ? '' : `草稿已暂存 ${formatClock(keeping.at)}`;
    case 'failed':
      return '草稿暂存失败，请尽快登记';
  }
}
