import { AutoComplete } from 'antd';
import { useRef, useState } from 'react';
import { Field, type FieldFrame } from './field.tsx';
import { moveOnFrom } from './move-on.ts';

type SuggestFieldProps = FieldFrame & {
  readonly value: string;
  readonly suggestions: readonly string[];
  readonly onType: (value: string) => void;
  readonly warning?: string | undefined;
  readonly placeholder?: string;
};

/** Words that are often the same: typed freely, or taken from what is offered. */
export function SuggestField({
  value,
  suggestions,
  onType,
  warning,
  placeholder,
  ...frame
}: SuggestFieldProps) {
  const holder = useRef<HTMLDivElement>(null);
  const [typing, setTyping] = useState(false);
  const wanted = value.trim();
  const offered =
    typing && wanted !== ''
      ? suggestions.filter((suggestion) => suggestion.includes(wanted) && suggestion !== wanted).slice(0, 8)
      : [];
  return (
    <Field {...frame} warning={warning}>
      {(control) => (
        <div ref={holder}>
          <AutoComplete
            {...control}
            value={value}
            placeholder={placeholder}
            status={warning === undefined ? '' : 'warning'}
            options={offered.map((suggestion) => ({ value: suggestion }))}
            onChange={(typed: string) => {
              setTyping(true);
              onType(typed);
            }}
            onSelect={() => {
              setTyping(false);
              moveOnFrom(holder.current?.querySelector('input') ?? null);
            }}
            onBlur={() => setTyping(false)}
          />
        </div>
      )}
    </Field>
  );
}
