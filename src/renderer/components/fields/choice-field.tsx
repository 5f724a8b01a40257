import { Select } from 'antd';
import { type ReactNode, useRef } from 'react';
import { Link } from 'react-router';
import { useWithin } from './after-press.ts';
import { choiceLine } from './choice-line.tsx';
import { Field, type FieldFrame } from './field.tsx';
import fields from './fields.module.css';
import { type Findable, findChoices } from './found-by.ts';
import { useKeptSearch } from './kept-search.ts';
import { moveOnFrom } from './move-on.ts';

export type Choice<Value extends string | number> = Findable & {
  readonly value: Value;
  readonly detail?: ReactNode;
};

/** Where the entries of a list come from, for as long as there are none. */
const sources = {
  courts: { words: '还没有法院。', link: '到“设置—法院”添加', to: '/settings?part=courts' },
  organisations: {
    words: '还没有调解组织。',
    link: '到“设置—调解组织”添加',
    to: '/settings?part=organisations',
  },
  studios: { words: '还没有委员工作室。', link: '到“设置—委员工作室”添加', to: '/settings?part=studios' },
  mediators: { words: '名册上还没有可以接案的调解员。', link: '到“名册”添加', to: '/roster' },
} as const;

type ListFieldProps<Value extends string | number> = FieldFrame & {
  readonly value: Value | null;
  readonly choices: readonly Choice<Value>[];
  readonly onChoose: (value: Value | null) => void;
  readonly placeholder?: string;
  readonly warning?: string | undefined;
  readonly clearable?: boolean;
  /** Where its entries are set up, shown while there are none. */
  readonly from?: keyof typeof sources | undefined;
};

/**
 * One of a list that may be long: typed characters narrow it, Enter takes the highlighted one and moves on. What was typed
 * and finds nothing stays there and is said to be no choice.
 */
export function ListField<Value extends string | number>(props: ListFieldProps<Value>) {
  const { value, choices, onChoose, placeholder, warning, clearable, from, ...frame } = props;
  const holder = useRef<HTMLDivElement>(null);
  const { typed, forget, onInputCapture, onSearch } = useKeptSearch();
  const { within, ...leaving } = useWithin(() => {
    // What was chosen before stays chosen, and shows again.
    if (value !== null) {
      forget();
    }
  });
  const found = findChoices(choices, typed);
  const nothing = typed.trim() !== '' && (found.length === 0 || (!within && value === null));
  const left = nothing ? `“${typed.trim()}”没有选中任何一项，请从列表里选` : undefined;
  const empty = from !== undefined && choices.length === 0 ? sources[from] : undefined;
  return (
    <Field
      {...frame}
      warning={left ?? warning}
      hint={
        empty === undefined ? (
          frame.hint
        ) : (
          <>
            {empty.words}
            <Link to={empty.to}>{empty.link}</Link>
          </>
        )
      }
      filled={value !== null}
    >
      {(control) => (
        <div
          ref={holder}
          data-finds-nothing={typed.trim() !== '' && found.length === 0 ? 'true' : undefined}
          onInputCapture={onInputCapture}
        >
          <Select<Value, { value: Value; label: string; detail?: ReactNode }>
            {...control}
            className={'field-list'}
            value={value}
            placeholder={placeholder ?? '请选择'}
            allowClear={clearable ?? true}
            showSearch={{ searchValue: typed, onSearch, filterOption: false }}
            status={left === undefined && warning === undefined ? '' : 'warning'}
            options={found.map(({ value: one, label, detail }) => ({ value: one, label, detail }))}
            optionRender={choiceLine}
            notFoundContent={
              <span className={fields.hint}>{empty?.words ?? `没有符合“${typed}”的项，按 Esc 重写`}</span>
            }
            onChange={(chosen) => {
              onChoose(chosen ?? null);
              forget();
            }}
            {...leaving}
            onKeyDown={(event) => {
              if (event.key === 'Escape' && typed !== '') {
                event.stopPropagation();
                forget();
              }
            }}
            onSelect={() => {
              forget();
              moveOnFrom(holder.current?.querySelector('input') ?? null);
            }}
          />
        </div>
      )}
    </Field>
  );
}
