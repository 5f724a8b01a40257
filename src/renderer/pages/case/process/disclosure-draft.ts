import type { CaseDetail } from '#shared/contract/cases.ts';
import type { Disclosure, DisclosureFacts } from '#shared/contract/disclosures.ts';
import type { MediatorId } from '#shared/contract/ids.ts';
import type { ConsentForm } from '#shared/domain/case-move.ts';
import type { RecusalDecision } from '#shared/domain/disclosure.ts';
import { readTypedDate } from '../../../components/fields/date-field.tsx';

/** A disclosure as it stands in the form. */
export type DisclosureDraft = {
  readonly mediatorId: MediatorId | null;
  readonly matter: string;
  readonly disclosedOn: string;
  readonly applicantsConsentedOn: string;
  readonly respondentsConsentedOn: string;
  readonly consentForm: ConsentForm | null;
  readonly decision: RecusalDecision | null;
  readonly decidedBy: string;
};

/** The form as it opens: of the mediator in charge, who is the one to disclose. */
export function newDisclosure({ facts }: CaseDetail): DisclosureDraft {
  return {
    mediatorId: facts.mediatorId,
    matter: '',
    disclosedOn: '',
    applicantsConsentedOn: '',
    respondentsConsentedOn: '',
    consentForm: null,
    decision: null,
    decidedBy: '',
  };
}

export function disclosureDraftOf(disclosure: Disclosure): DisclosureDraft {
  return {
    mediatorId: disclosure.mediatorId,
    matter: disclosure.matter,
    disclosedOn: disclosure.disclosedOn,
    applicantsConsentedOn: disclosure.applicantsConsentedOn ?? '',
    respondentsConsentedOn: disclosure.respondentsConsentedOn ?? '',
    consentForm: disclosure.consentForm,
    decision: disclosure.decision,
    decidedBy: disclosure.decidedBy ?? '',
  };
}

type ReadDisclosure =
  | { readonly kind: 'disclosure'; readonly disclosure: DisclosureFacts }
  | { readonly kind: 'obstacles'; readonly words: string };

/** The form as facts, or what keeps it from being saved: who, what and when. */
export function readDisclosure(draft: DisclosureDraft): ReadDisclosure {
  const matter = draft.matter.trim();
  const disclosed = readTypedDate(draft.disclosedOn);
  const applicants = readTypedDate(draft.applicantsConsentedOn);
  const respondents = readTypedDate(draft.respondentsConsentedOn);
  const words = [
    ...(draft.mediatorId === null ? ['调解员'] : []),
    ...(matter === '' ? ['披露事项'] : []),
    ...(disclosed.kind === 'day' ? [] : ['披露日期']),
    ...(applicants.kind === 'unreadable' || respondents.kind === 'unreadable'
      ? ['看得出是哪一天的同意日期']
      : []),
  ];
  if (draft.mediatorId === null || disclosed.kind !== 'day' || words.length > 0) {
    return { kind: 'obstacles', words: `还缺：${words.join('、')}` };
  }
  return {
    kind: 'disclosure',
    disclosure: {
      mediatorId: draft.mediatorId,
      matter,
      disclosedOn: disclosed.day,
      applicantsConsentedOn: applicants.kind === 'day' ? applicants.day : null,
      respondentsConsentedOn: respondents.kind === 'day' ? respondents.day : null,
      consentForm: draft.consentForm,
      decision: draft.decision,
      decidedBy: draft.decidedBy.trim() === '' ? null : draft.decidedBy.trim(),
    },
  };
}
