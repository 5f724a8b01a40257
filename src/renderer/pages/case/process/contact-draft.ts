import type { ContactFacts } from '#shared/contract/contacts.ts';
import type { PartyId } from '#shared/contract/ids.ts';
import type { ContactMeans, ContactResult } from '#shared/domain/contact.ts';
import { readTypedDate } from '../../../components/fields/date-field.tsx';
import { parseClockTime } from '../session-draft.ts';

/** Somebody who is no party: a relative, a neighbour, the village. */
export const otherPerson = 'other';

/** A try to reach somebody as it stands in its line. */
export type ContactDraft = {
  readonly who: PartyId | typeof otherPerson | null;
  readonly person: string;
  readonly contactedOn: string;
  readonly contactedAt: string;
  readonly means: ContactMeans | null;
  readonly reachedAt: string;
  readonly result: ContactResult | null;
  readonly remarks: string;
};

export const emptyContact: ContactDraft = {
  who: null,
  person: '',
  contactedOn: '',
  contactedAt: '',
  means: null,
  reachedAt: '',
  result: null,
  remarks: '',
};

export function isBlankContact(draft: ContactDraft): boolean {
  return Object.values(draft).every((value) => value === null || value === '');
}

type ReadContact =
  | { readonly kind: 'contact'; readonly contact: ContactFacts }
  | { readonly kind: 'obstacles'; readonly words: string };

const orNull = (typed: string) => (typed.trim() === '' ? null : typed.trim());

/** The line as facts, or what it lacks. */
export function readContact(draft: ContactDraft): ReadContact {
  const { who, means, result } = draft;
  const day = readTypedDate(draft.contactedOn);
  const time = draft.contactedAt.trim() === '' ? null : parseClockTime(draft.contactedAt);
  const person = orNull(draft.person);
  const nobody = who === null || (who === otherPerson && person === null);
  if (nobody || day.kind !== 'day' || time === undefined || means === null || result === null) {
    const words = [
      ...(nobody ? [who === null ? '联系谁' : '姓名'] : []),
      ...(day.kind === 'day' ? [] : ['日期']),
      ...(time === undefined ? ['时间写成 9:30 的样子'] : []),
      ...(means === null ? ['方式'] : []),
      ...(result === null ? ['结果'] : []),
    ];
    return { kind: 'obstacles', words: `还缺：${words.join('、')}` };
  }
  return {
    kind: 'contact',
    contact: {
      partyId: who === otherPerson ? null : who,
      person,
      contactedOn: day.day,
      contactedAt: time,
      means,
      reachedAt: orNull(draft.reachedAt),
      result,
      remarks: orNull(draft.remarks),
    },
  };
}
