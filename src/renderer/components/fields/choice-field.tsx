import { Select } from 'antd';
import { type ReactNode, useRef, useState } from 'react';
import { Field, type FieldFrame } from './field.tsx';
import fields from './fields.module.css';
import { moveOnFrom } from './move-on.ts';

export type Choice<Value extends string | number> = {
  readonly value: Value;
  readonly label: string;
  /** What else finds it, such as pinyin initials; lower case. */
  readonly finds?: string;
  readonly detail?: ReactNode;
};

type ListFieldProps<Value extends string | number> = FieldFrame & {
  readonly value: Value | null;
  readonly choices: readonly Choice<Value>[];
  readonly onChoose: (value: Value | null) => void;
  readonly placeholder?: string;
  readonly warning?: string | undefined;
  readonly clearable?: boolean;
};

/** One of a list that may be long: typed characters narrow it, Enter takes the highlighted one and moves on. */
export function ListField<Value extends string | number>(props: ListFieldProps<Value>) {
  const { value, choices, onChoose, placeholder, warning, clearable, ...frame } = props;
  const holder = useRef<HTMLDivElement>(null);
  const [typed, setTyped] = useState('');
  const found = choices.filter((choice) => isFoundBy(choice, typed));
  return (
    <Field {...frame} warning={warning} filled={value !== null}>
      {(control) => (
        <div ref={holder}>
          <Select<Value, { value: Value; label: string; detail?: ReactNode }>
            {...control}
            className={'field-list'}
            value={value}
            placeholder={placeholder ?? '请选择'}
            allowClear={clearable ?? true}
            showSearch={{ searchValue: typed, onSearch: setTyped, filterOption: false }}
            status={warning === undefined ? '' : 'warning'}
            options={found.map(({ finds: _finds, ...option }) => option)}
            optionRender={(option) => (
              <div className={fields.choiceLine}>
                <span>{option.label}</span>
                {option.data.detail !== undefined && (
                  <span className={fields.choiceDetail}>{option.data.detail}</span>
                )}
              </div>
            )}
            notFoundContent={<span className={fields.hint}>没有符合“{typed}”的项</span>}
            onChange={(chosen) => {
              onChoose(chosen ?? null);
              setTyped('');
            }}
            onSelect={() => moveOnFrom(holder.current?.querySelector('input') ?? null)}
          />
        </div>
      )}
    </Field>
  );
}

/** Whether typed characters, in order, or pinyin initials find a choice. */
export function isFoundBy(choice: Choice<string | number>, typed: string): boolean {
  const wanted = typed.trim().toLowerCase();
  if (wanted === '') {
    return true;
  }
  if (choice.label.toLowerCase().includes(wanted) || (choice.finds ?? '').includes(wanted)) {
    return true;
  }
  let at = -1;
  for (const character of wanted) {
    at = choice.label.indexOf(character, at + 1);
    if (at < 0) {
      return false;
    }
  }
  return true;
}
