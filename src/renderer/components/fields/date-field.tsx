import { Input } from 'antd';
import { formatLocalDate, type LocalDate, parseLocalDate } from '#shared/domain/local-date.ts';
import { Field, type FieldFrame } from './field.tsx';

/** What was typed for a day: nothing, a day, or something that is none. */
type TypedDate =
  | { readonly kind: 'empty' }
  | { readonly kind: 'day'; readonly day: LocalDate }
  | { readonly kind: 'unreadable' };

/** Reads a typed day; the eight figures of 20240305 are enough. */
export function readTypedDate(typed: string): TypedDate {
  if (typed.trim() === '') {
    return { kind: 'empty' };
  }
  const day = parseLocalDate(typed);
  return day === undefined ? { kind: 'unreadable' } : { kind: 'day', day };
}

/** The day that was typed, null for nothing and for what is no day. */
export function typedDay(typed: string): LocalDate | null {
  const read = readTypedDate(typed);
  return read.kind === 'day' ? read.day : null;
}

type DateFieldProps = FieldFrame & {
  readonly typed: string;
  readonly onType: (typed: string) => void;
  /** Said beside a readable day, such as “晚于今天”. */
  readonly doubt?: string | undefined;
  readonly disabled?: boolean;
  /** A day of birth needs none. */
  readonly weekday?: boolean;
};

const weekdays = ['日', '一', '二', '三', '四', '五', '六'] as const;

/** A day, typed: 20240305, 2024.3.5 or 2024年3月5日. There is never a day in it that nobody typed. */
export function DateField({ typed, onType, doubt, disabled, weekday, ...frame }: DateFieldProps) {
  const read = readTypedDate(typed);
  return (
    <Field
      {...frame}
      warning={read.kind === 'unreadable' ? '看不出是哪一天，请写成 20240305 或 2024.3.5' : doubt}
      hint={read.kind === 'day' ? inWords(read.day, weekday !== false) : frame.hint}
    >
      {(control) => (
        <Input
          {...control}
          value={typed}
          disabled={disabled === true}
          inputMode="numeric"
          autoComplete="off"
          placeholder="年月日，如 20240305"
          status={read.kind === 'unreadable' ? 'error' : doubt === undefined ? '' : 'warning'}
          onChange={(event) => onType(event.target.value)}
        />
      )}
    </Field>
  );
}

function inWords(day: LocalDate, withWeekday: boolean): string {
  const weekday = weekdays[new Date(`${day}T12:00:00Z`).getUTCDay()];
  return withWeekday ? `${formatLocalDate(day)} 星期${weekday}` : formatLocalDate(day);
}
