import { Select } from 'antd';
import { useState } from 'react';
import { useWithin } from './after-press.ts';
import type { Choice } from './choice-field.tsx';
import { choiceLine } from './choice-line.tsx';
import { Field, type FieldFrame } from './field.tsx';
import fields from './fields.module.css';
import { findChoices } from './found-by.ts';
import { useKeptSearch } from './kept-search.ts';

type ManyFieldProps<Value extends string | number> = FieldFrame & {
  readonly values: readonly Value[];
  readonly choices: readonly Choice<Value>[];
  readonly maximum: number;
  readonly placeholder: string;
  readonly onChoose: (values: Value[]) => void;
};

/**
 * Several of a list: typed characters narrow it, Enter takes the highlighted one and, once more, moves on. What was typed
 * and finds nothing stays there and is said to be no choice.
 */
export function ManyField<Value extends string | number>(props: ManyFieldProps<Value>) {
  const { values, choices, maximum, placeholder, onChoose, ...frame } = props;
  const { typed, forget, onInputCapture, onSearch } = useKeptSearch();
  const [open, setOpen] = useState(false);
  const { within, ...leaving } = useWithin();
  const found = findChoices(choices, typed);
  const nothing = typed.trim() !== '' && (found.length === 0 || !within);
  const left = nothing ? `“${typed.trim()}”没有选中任何一项，请从列表里选` : undefined;
  return (
    <Field {...frame} warning={left} filled={values.length > 0}>
      {(control) => (
        <div
          data-finds-nothing={typed.trim() !== '' && found.length === 0 ? 'true' : undefined}
          onInputCapture={onInputCapture}
        >
          <Select<Value[], { value: Value; label: string; detail?: Choice<Value>['detail'] }>
            {...control}
            className={'field-list'}
            mode="multiple"
            maxCount={maximum}
            value={[...values]}
            placeholder={placeholder}
            status={left === undefined ? '' : 'warning'}
            open={open}
            onOpenChange={setOpen}
            // With nothing typed, Enter moves on instead of taking whoever stands first.
            defaultActiveFirstOption={typed.trim() !== ''}
            showSearch={{ searchValue: typed, onSearch, filterOption: false, autoClearSearchValue: false }}
            options={found.map(({ value, label, detail }) => ({ value, label, detail }))}
            labelRender={({ value }) => choices.find((choice) => choice.value === value)?.label ?? ''}
            optionRender={choiceLine}
            notFoundContent={<span className={fields.hint}>{`没有符合“${typed}”的项，按 Esc 重写`}</span>}
            onChange={(chosen) => {
              onChoose(chosen);
              forget();
              setOpen(false);
            }}
            {...leaving}
            onKeyDown={(event) => {
              if (event.key === 'Escape' && typed !== '') {
                event.stopPropagation();
                forget();
              }
            }}
          />
        </div>
      )}
    </Field>
  );
}
