import { Input } from 'antd';
import { capitalAmount } from '#shared/domain/capital-amount.ts';
import { type Fen, formatYuan, parseAmount } from '#shared/domain/money.ts';
import { Field, type FieldFrame } from './field.tsx';

type TypedAmount =
  | { readonly kind: 'empty' }
  | { readonly kind: 'amount'; readonly fen: Fen }
  | { readonly kind: 'unreadable' };

/** Reads a typed amount in yuan; 12万 and 120,000.50 are understood. A word such as 无 is not an amount. */
export function readTypedAmount(typed: string): TypedAmount {
  if (typed.trim() === '') {
    return { kind: 'empty' };
  }
  const parsed = parseAmount(typed, 'yuan');
  return parsed.kind === 'amount' ? { kind: 'amount', fen: parsed.fen } : { kind: 'unreadable' };
}

type AmountFieldProps = FieldFrame & {
  readonly typed: string;
  readonly onType: (typed: string) => void;
  readonly warning?: string | undefined;
  readonly placeholder?: string;
  readonly disabled?: boolean;
};

/** An amount in yuan, with its capital figures underneath so that a slip of a zero is seen. */
export function AmountField({ typed, onType, warning, placeholder, disabled, ...frame }: AmountFieldProps) {
  const read = readTypedAmount(typed);
  const said = read.kind === 'unreadable' ? '看不出金额，请写成 120000 或 12万' : warning;
  return (
    <Field
      {...frame}
      warning={said}
      hint={read.kind === 'amount' ? `${formatYuan(read.fen)} 元 · ${capitalAmount(read.fen)}` : frame.hint}
    >
      {(control) => (
        <Input
          {...control}
          value={typed}
          disabled={disabled === true}
          inputMode="decimal"
          autoComplete="off"
          suffix="元"
          placeholder={placeholder}
          status={read.kind === 'unreadable' ? 'error' : said === undefined ? '' : 'warning'}
          onChange={(event) => onType(event.target.value)}
        />
      )}
    </Field>
  );
}
