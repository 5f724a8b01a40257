import { Select } from 'antd';
import { useMemo, useRef, useState } from 'react';
import type { CauseRef } from '#shared/contract/cases.ts';
import {
  type Cause,
  causeRestriction,
  indexCauses,
  isSpecificCause,
  searchCauses,
} from '#shared/domain/cause-of-action.ts';
import { Field } from '../fields/field.tsx';
import fields from '../fields/fields.module.css';
import { moveOnFrom } from '../fields/move-on.ts';
import { useReference } from '../office-facts.tsx';
import { restrictionSentence } from './facts-warnings.ts';

type CauseFieldProps = {
  readonly value: CauseRef | null;
  readonly onChoose: (cause: CauseRef | null) => void;
  readonly required?: boolean;
};

const most = 40;

/** One of the 1,055 causes of action: by characters (民借), pinyin initials (mjjd) or the short form; frequent ones first. */
export function CauseField({ value, onChoose, required }: CauseFieldProps) {
  const reference = useReference();
  const holder = useRef<HTMLDivElement>(null);
  const [typed, setTyped] = useState('');
  const index = useMemo(
    () => indexCauses((reference?.causes ?? []).filter((cause) => cause.edition === '2025').map(asCause)),
    [reference],
  );
  const found = useMemo(() => searchCauses(index, typed, most), [index, typed]);
  const chosen =
    value === null
      ? undefined
      : index.causes.find((cause) => cause.edition === value.edition && cause.name === value.name);
  const restriction = chosen === undefined ? undefined : causeRestriction(chosen);
  return (
    <Field
      name="cause"
      label="案由"
      filled={value !== null}
      required={required}
      hint={hintFor(value, chosen)}
      warning={restriction === undefined ? undefined : restrictionSentence(restriction)}
    >
      {(control) => (
        <div ref={holder}>
          <Select<string, { value: string; label: string; path: string }>
            {...control}
            value={value?.name ?? null}
            allowClear
            placeholder="汉字或拼音首字母，如 民间借贷、mjjd"
            showSearch={{ searchValue: typed, onSearch: setTyped, filterOption: false }}
            status={restriction === undefined ? '' : 'warning'}
            listHeight={336}
            options={found.map((cause) => ({ value: cause.name, label: cause.name, path: above(cause) }))}
            optionRender={(option) => (
              <div className={fields.choiceLine}>
                <span>{option.label}</span>
                <span className={fields.choiceDetail}>{option.data.path}</span>
              </div>
            )}
            popupMatchSelectWidth={460}
            notFoundContent={<span className={fields.hint}>案由规定里没有“{typed}”，换个说法试试</span>}
            onChange={(name: string | undefined) => {
              onChoose(name === undefined ? null : { edition: '2025', name });
              setTyped('');
            }}
            onSelect={() => moveOnFrom(holder.current?.querySelector('input') ?? null)}
          />
        </div>
      )}
    </Field>
  );
}

function asCause(entry: {
  readonly edition: '2020' | '2025';
  readonly name: string;
  readonly level: number;
  readonly ordinal: string;
  readonly path: readonly string[];
  readonly pinyin: string;
}): Cause {
  const level = entry.level === 1 || entry.level === 2 || entry.level === 3 ? entry.level : 4;
  return { ...entry, level };
}

function above(cause: Cause): string {
  return (cause.path.at(-1) ?? '').replace(/^第[一二三四五六七八九十]+部分\s*/, '');
}

function hintFor(value: CauseRef | null, chosen: Cause | undefined): string | undefined {
  if (value !== null && value.edition === '2020') {
    return '2020 年版案由';
  }
  return chosen !== undefined && !isSpecificCause(chosen) ? '结案前应落到三级或四级案由' : undefined;
}
