import type { Court } from '#shared/contract/office.ts';
import type { Choice } from '../fields/choice-field.tsx';

/** A court of a list: found by its short and whole name, by pinyin and by its code. */
export function courtChoice(court: Court): Choice<Court['id']> {
  return {
    value: court.id,
    label: court.shortName,
    pinyin: court.pinyin,
    finds: `${court.code ?? ''} ${court.name}`,
    detail: court.code ?? undefined,
  };
}
