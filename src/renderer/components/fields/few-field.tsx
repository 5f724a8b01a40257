import { Radio } from 'antd';
import { Field, type FieldFrame } from './field.tsx';

type FewFieldProps<Value extends string> = FieldFrame & {
  readonly value: Value | null;
  readonly choices: readonly { readonly value: Value; readonly label: string; readonly title?: string }[];
  readonly onChoose: (value: Value) => void;
  readonly warning?: string | undefined;
};

/** One of a few, all in sight; arrow keys choose, and so do 1, 2, 3. Nothing is chosen until somebody chooses. */
export function FewField<Value extends string>({
  value,
  choices,
  onChoose,
  warning,
  ...frame
}: FewFieldProps<Value>) {
  return (
    <Field {...frame} warning={warning}>
      {(control) => (
        // biome-ignore lint/a11y/noStaticElementInteractions: keys of the radio group inside, which takes none itself
        <div
          data-choice
          onKeyDown={(event) => {
            const chosen = choices[Number(event.key) - 1];
            if (chosen !== undefined && !event.ctrlKey && !event.altKey && !event.metaKey) {
              event.preventDefault();
              event.stopPropagation();
              onChoose(chosen.value);
            }
          }}
        >
          <Radio.Group
            {...control}
            aria-label={frame.label}
            optionType="button"
            buttonStyle="solid"
            value={value}
            onChange={(event) => onChoose(event.target.value)}
            options={choices.map((choice) => ({ ...choice }))}
          />
        </div>
      )}
    </Field>
  );
}
