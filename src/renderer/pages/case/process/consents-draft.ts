import type { ConsentFacts } from '#shared/contract/consents.ts';
import type { PartyId } from '#shared/contract/ids.ts';
import type { ConsentForm } from '#shared/domain/case-move.ts';
import { readTypedDate } from '../../../components/fields/date-field.tsx';

export type Answer = 'agreed' | 'declined';

/** The consents of several parties as they stand in the form: a day and a form for all, an answer for each. */
export type ConsentsDraft = {
  readonly givenOn: string;
  readonly form: ConsentForm | null;
  readonly beforeReferral: boolean;
  readonly remarks: string;
  readonly answers: ReadonlyMap<PartyId, Answer>;
};

export const emptyConsents: ConsentsDraft = {
  givenOn: '',
  form: null,
  beforeReferral: false,
  remarks: '',
  answers: new Map(),
};

export function isBlankConsents(draft: ConsentsDraft): boolean {
  return (
    draft.givenOn.trim() === '' &&
    draft.form === null &&
    !draft.beforeReferral &&
    draft.remarks.trim() === '' &&
    draft.answers.size === 0
  );
}

type ReadConsents =
  | { readonly kind: 'consents'; readonly consents: ConsentFacts[] }
  | { readonly kind: 'obstacles'; readonly words: string };

/** The form as facts, one of each party that answered; or what it lacks. */
export function readConsents(draft: ConsentsDraft): ReadConsents {
  const { form, beforeReferral, answers } = draft;
  const given = readTypedDate(draft.givenOn);
  if (given.kind !== 'day' || form === null || answers.size === 0) {
    const words = [
      ...(given.kind === 'day' ? [] : ['表态日期']),
      ...(form === null ? ['形式'] : []),
      ...(answers.size === 0 ? ['哪一方同意或不同意'] : []),
    ];
    return { kind: 'obstacles', words: `还缺：${words.join('、')}` };
  }
  const remarks = draft.remarks.trim() === '' ? null : draft.remarks.trim();
  return {
    kind: 'consents',
    consents: [...answers].map(([partyId, answer]) => ({
      partyId,
      agreed: answer === 'agreed',
      form,
      givenOn: given.day,
      beforeReferral,
      remarks,
    })),
  };
}
