import { type ReactNode, useId } from 'react';
import fields from './fields.module.css';

export type FieldFrame = {
  /** The name by which a list of missing things jumps here. */
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly required?: boolean | undefined;
  readonly wide?: boolean | undefined;
};

type FieldControl = { readonly id: string; readonly 'aria-describedby'?: string };

type FieldProps = Omit<FieldFrame, 'hint'> & {
  readonly hint?: ReactNode;
  readonly warning?: string | undefined;
  readonly filled?: boolean | undefined;
  readonly children: (control: FieldControl) => ReactNode;
};

/** One field: its label, its control, and underneath what is to be said about it. */
export function Field({ name, label, hint, required, wide, warning, filled, children }: FieldProps) {
  const id = useId();
  const said = warning ?? hint;
  return (
    <div
      className={wide === true ? `${fields.field} ${fields.wide}` : fields.field}
      data-field={name}
      data-has-value={filled === true ? 'true' : undefined}
    >
      <label className={fields.label} htmlFor={id}>
        {label}
        {required === true && <span className={fields.required}>必填</span>}
      </label>
      <div className={fields.control}>
        {children(said === undefined ? { id } : { id, 'aria-describedby': `${id}-said` })}
        {said !== undefined && (
          <div id={`${id}-said`} className={warning === undefined ? fields.hint : fields.warning}>
            {warning !== undefined && <span aria-hidden="true">▲ </span>}
            {said}
          </div>
        )}
      </div>
    </div>
  );
}
