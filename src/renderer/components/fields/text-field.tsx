import { Input } from 'antd';
import { Field, type FieldFrame } from './field.tsx';

type TextFieldProps = FieldFrame & {
  readonly value: string;
  readonly onType: (value: string) => void;
  readonly warning?: string | undefined;
  readonly placeholder?: string;
  readonly maximum?: number;
};

/** One line of words. */
export function TextField({ value, onType, warning, placeholder, maximum, ...frame }: TextFieldProps) {
  return (
    <Field {...frame} warning={warning}>
      {(control) => (
        <Input
          {...control}
          value={value}
          maxLength={maximum ?? 200}
          placeholder={placeholder}
          autoComplete="off"
          status={warning === undefined ? '' : 'warning'}
          onChange={(event) => onType(event.target.value)}
        />
      )}
    </Field>
  );
}

type LongTextFieldProps = FieldFrame & {
  readonly value: string;
  readonly onType: (value: string) => void;
  readonly warning?: string | undefined;
  readonly placeholder?: string;
  readonly rows: number;
  readonly maximum?: number;
};

/** Several lines of words; Enter makes a new line here. */
export function LongTextField({
  value,
  onType,
  warning,
  placeholder,
  rows,
  maximum,
  ...frame
}: LongTextFieldProps) {
  return (
    <Field {...frame} warning={warning}>
      {(control) => (
        <Input.TextArea
          {...control}
          value={value}
          rows={rows}
          maxLength={maximum ?? 20000}
          placeholder={placeholder}
          status={warning === undefined ? '' : 'warning'}
          onChange={(event) => onType(event.target.value)}
        />
      )}
    </Field>
  );
}
