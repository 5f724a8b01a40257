import { AutoComplete, Tag } from 'antd';
import { useRef } from 'react';
import type { Court } from '#shared/contract/office.ts';
import { caseNumberParts, findCaseNumbers, parseCaseNumber } from '#shared/domain/case-number.ts';
import type { Channel } from '#shared/domain/channel.ts';
import { useWithin } from '../fields/after-press.ts';
import { Field } from '../fields/field.tsx';
import { moveOnFrom } from '../fields/move-on.ts';
import styles from './case-form.module.css';

type CourtNumberFieldProps = {
  readonly numbers: readonly string[];
  readonly typed: string;
  readonly channel: Channel | null;
  readonly court: Court | undefined;
  readonly year: number;
  readonly onChange: (numbers: string[], typed: string) => void;
};

/** Court numbers in any form that people type; what is taken stands there in the official form. */
export function CourtNumberField({ numbers, typed, channel, court, year, onChange }: CourtNumberFieldProps) {
  const holder = useRef<HTMLDivElement>(null);
  const take = (text: string) => {
    const found = findCaseNumbers(text);
    if (found.length > 0) {
      onChange([...new Set([...numbers, ...found])], '');
    }
  };
  const { within, ...leaving } = useWithin(() => take(typed));
  const read = parseCaseNumber(typed);
  const offered = within ? suggestions(typed, channel, court, year) : [];
  const otherCourt =
    read !== undefined && court?.code != null && !caseNumberParts(read).court.startsWith(court.code)
      ? `代字“${caseNumberParts(read).court}”不是${court.shortName}的“${court.code}”`
      : undefined;
  const unreadable = typed.trim() !== '' && read === undefined && !within;
  return (
    <Field
      name="courtNumbers"
      label="法院案号"
      filled={numbers.length > 0}
      hint={read === undefined ? undefined : `将登记为 ${read}`}
      warning={unreadable ? whyUnreadable(typed, channel, court) : otherCourt}
    >
      {(control) => (
        <div ref={holder} className={styles.numbers}>
          {numbers.map((number) => (
            <Tag
              key={number}
              closable={{ 'aria-label': `删去案号 ${number}` }}
              onClose={() =>
                onChange(
                  numbers.filter((other) => other !== number),
                  typed,
                )
              }
            >
              {number}
            </Tag>
          ))}
          <AutoComplete
            {...control}
            value={typed}
            defaultActiveFirstOption
            status={unreadable ? 'error' : ''}
            placeholder={numbers.length > 0 ? '另有案号' : '可只写编号，如 123'}
            options={offered.map((number) => ({ value: number }))}
            onChange={(text: string) => onChange([...numbers], text)}
            onSelect={(number: string) => {
              take(number);
              moveOnFrom(holder.current?.querySelector('input') ?? null);
            }}
            {...leaving}
          />
        </div>
      )}
    </Field>
  );
}

/** A bare 123 is the sequence of a number, and is offered as a whole one as soon as channel and court are known. */
function whyUnreadable(typed: string, channel: Channel | null, court: Court | undefined): string {
  if (sequenceIn(typed) === undefined) {
    return '认不出案号，请写成（2026）内0602民初123号';
  }
  if (channel === null) {
    return '只写编号的，先选通道和法院；或写全案号';
  }
  if (court === undefined) {
    return '只写编号的，先选法院；或写全案号';
  }
  return court.code === null
    ? `${court.shortName}还没有代字，请写全案号`
    : '请从列出的案号里选一个，或写全案号';
}

function sequenceIn(typed: string): string | undefined {
  return /^\s*(\d{1,6})\s*$/.exec(typed)?.[1];
}

/** The usual kinds of numbers by channel (domain: 2025年起先立案后委托，统一编“民初”). */
const usualKinds = { A: ['诉前调', '民诉前调', '民初'], B: ['民初'], C: ['民初'] } as const;

/** Full numbers for a typed sequence, of the chosen court, this year and last; only offered, never filled in. */
function suggestions(
  typed: string,
  channel: Channel | null,
  court: Court | undefined,
  year: number,
): readonly string[] {
  const sequence = sequenceIn(typed);
  if (sequence === undefined || channel === null || court?.code == null) {
    return [];
  }
  const code = court.code;
  const kinds = usualKinds[channel];
  return [year, year - 1].flatMap((of) =>
    kinds.map((kind) => `（${of}）${code}${kind}${Number(sequence)}号`),
  );
}
