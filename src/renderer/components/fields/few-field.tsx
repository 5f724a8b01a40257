import { Radio } from 'antd';
import { useRef, useState } from 'react';
import { afterPress } from './after-press.ts';
import { Field, type FieldFrame } from './field.tsx';
import fields from './fields.module.css';

type FewFieldProps<Value extends string> = FieldFrame & {
  readonly value: Value | null;
  readonly choices: readonly { readonly value: Value; readonly label: string; readonly title?: string }[];
  readonly onChoose: (value: Value) => void;
  /** Takes a choice back that a mistyped number made; without it figures choose nothing while nothing is chosen. */
  readonly onUnchoose?: () => void;
  readonly warning?: string | undefined;
};

/** Figures that follow each other within so many milliseconds are a number, not a choice. */
const oneNumber = 1500;

type Keyed<Value> = { readonly at: number; readonly before: Value | null; readonly number: boolean };

/**
 * One of a few, all in sight; arrow keys choose, and so do the figures that stand at the choices while the field has the
 * cursor. A number of several figures, such as a day meant for the next field, chooses nothing, and that is said. Nothing
 * is chosen until somebody chooses.
 */
export function FewField<Value extends string>({
  value,
  choices,
  onChoose,
  onUnchoose,
  warning,
  ...frame
}: FewFieldProps<Value>) {
  const keyed = useRef<Keyed<Value> | null>(null);
  const [mistyped, setMistyped] = useState(false);
  const typeFigure = (figure: number, now: number) => {
    const last = keyed.current;
    if (last !== null && now - last.at < oneNumber) {
      keyed.current = { ...last, at: now, number: true };
      if (!last.number) {
        setMistyped(true);
        if (last.before !== null) {
          onChoose(last.before);
        } else {
          onUnchoose?.();
        }
      }
      return;
    }
    keyed.current = { at: now, before: value, number: false };
    setMistyped(false);
    const chosen = choices[figure - 1];
    if (chosen !== undefined && (value !== null || onUnchoose !== undefined)) {
      onChoose(chosen.value);
    }
  };
  return (
    <Field {...frame} warning={mistyped ? `这里按 1 到 ${choices.length} 选，刚才写的数字没有填入` : warning}>
      {(control) => (
        // biome-ignore lint/a11y/noStaticElementInteractions: keys of the radio group inside, which takes none itself
        <div
          data-choice
          className={fields.few}
          onKeyDown={(event) => {
            if (/^\d$/.test(event.key) && !event.ctrlKey && !event.altKey && !event.metaKey) {
              event.preventDefault();
              event.stopPropagation();
              typeFigure(Number(event.key), event.timeStamp);
            }
          }}
          onBlur={() => {
            keyed.current = null;
            afterPress(() => setMistyped(false));
          }}
        >
          <Radio.Group
            {...control}
            aria-label={frame.label}
            optionType="button"
            buttonStyle="solid"
            value={value}
            onChange={(event) => {
              keyed.current = null;
              setMistyped(false);
              onChoose(event.target.value);
            }}
            options={choices.map((choice, place) => ({
              ...choice,
              label: (
                <>
                  <span className={fields.fewKey} aria-hidden="true">
                    <kbd>{place + 1}</kbd>
                  </span>
                  <span>{choice.label}</span>
                </>
              ),
            }))}
          />
        </div>
      )}
    </Field>
  );
}
