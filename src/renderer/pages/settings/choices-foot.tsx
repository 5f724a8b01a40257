import { Button } from 'antd';
import { KeyHint } from '../../components/key-hint.tsx';
import { ErrorLine } from '../../components/states.tsx';
import { LeavingPart } from './leaving-part.tsx';
import styles from './settings.module.css';
import type { Choices } from './use-choices.ts';

/** Saves what was chosen, or gives it up; asks before the part is left with something unsaved. */
export function ChoicesFoot(props: {
  readonly what: string;
  readonly choices: Choices;
  readonly lacks: string | null;
  readonly touched?: boolean;
  readonly onGiveUp?: () => void;
}) {
  const { choices, lacks } = props;
  const touched = choices.changed || props.touched === true;
  return (
    <>
      {touched && <LeavingPart what={props.what} />}
      <div className={`${styles.foot} ${styles.held}`}>
        <Button
          type="primary"
          disabled={!choices.changed || lacks !== null}
          loading={choices.saving}
          onClick={choices.submit}
          data-last-stop
        >
          保存
        </Button>
        <KeyHint keys="Ctrl+S" />
        {touched && (
          <Button
            type="text"
            onClick={() => {
              choices.giveUp();
              props.onGiveUp?.();
            }}
          >
            放弃修改
          </Button>
        )}
        <span className={styles.state}>{lacks ?? (touched ? '有未保存的修改' : '')}</span>
        <ErrorLine error={choices.error} />
      </div>
    </>
  );
}
