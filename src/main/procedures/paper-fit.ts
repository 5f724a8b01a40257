import type { AgreementEffect } from '#shared/contract/agreements.ts';
import type { CaseId } from '#shared/contract/ids.ts';
import type { Party } from '#shared/contract/parties.ts';
import { bodyKinds } from '#shared/documents/legal-representative.ts';
import type { DocumentKind } from '#shared/documents/model.ts';
import { type ClosingOutcome, closings } from '#shared/domain/closing.ts';
import { agreementOfCase } from '../register/agreements.ts';
import { papersOfDossier } from '../register/dossiers.ts';
import { closingOfCase } from '../register/outcomes.ts';
import { partiesOfCase } from '../register/parties.ts';
import type { ReadableDb } from '../register/query.ts';
import { sessionsOfCase } from '../register/sessions.ts';
import { caseHeadDraft } from './case-head-draft.ts';

/** Whether a document makes sense for what it would be about; where it comes later, why, in words for the list. */
export type Fit =
  | { readonly kind: 'fits' }
  /** It can be made, but this case does not need it: not with its set, nor with those of many cases. */
  | { readonly kind: 'aside'; readonly why: string }
  | { readonly kind: 'never' }
  | { readonly kind: 'notYet'; readonly why: string };

type FitOf = (db: ReadableDb, caseId: CaseId, subjectId: number | null) => Fit;

const fits: Fit = { kind: 'fits' };

/** What the parties sign only where their agreement says so: who asks for a 调解书 does not withdraw the suit. */
function onceAgreedTo(effect: AgreementEffect, why: string): FitOf {
  return (db, caseId) => {
    const agreement = agreementOfCase(db, caseId);
    if (agreement === null) return { kind: 'notYet', why: '登记调解协议后制作' };
    return agreement.effect === effect ? fits : { kind: 'aside', why };
  };
}

/** A dossier is bound when the case has ended. */
const onceClosed: FitOf = (db, caseId) =>
  closingOfCase(db, caseId) === null ? { kind: 'notYet', why: '结案后立卷' } : fits;

const onceFiled: FitOf = (db, caseId) =>
  papersOfDossier(db, caseId).length === 0
    ? { kind: 'notYet', why: '材料入卷后制作' }
    : onceClosed(db, caseId, null);

function outcomeOf(db: ReadableDb, caseId: CaseId): ClosingOutcome | undefined {
  const closing = closingOfCase(db, caseId);
  return closing === null ? undefined : closings[closing.code].outcome;
}

/** For those of whom there is one each, where it concerns them. */
function ofParty(concerns: (party: Party) => boolean): FitOf {
  return (db, caseId, partyId) => {
    const party = partiesOfCase(db, caseId).find(({ id }) => id === partyId);
    return party !== undefined && concerns(party) ? fits : { kind: 'never' };
  };
}

/** The documents that make sense only for some cases, or for some of what there is one document each for. */
const fitOf: Partial<Readonly<Record<DocumentKind, FitOf>>> = {
  authorization: ofParty(({ agents }) => agents.some(({ kind }) => kind !== 'guardian')),
  legalRepresentative: ofParty((party) => bodyKinds.some((kind) => kind === party.kind)),
  peoplesAgreement: (db, caseId) =>
    caseHeadDraft(db, caseId).mediationOrganisation?.kind === 'peoplesMediation' ? fits : { kind: 'never' },
  oralAgreement: (db, caseId) => (agreementOfCase(db, caseId)?.form === 'oral' ? fits : { kind: 'never' }),
  confirmationApplication: onceAgreedTo('judicialConfirmation', '协议没有约定申请司法确认'),
  withdrawalApplication: onceAgreedTo('withdrawal', '协议没有约定撤回起诉'),
  closingReport: (db, caseId) =>
    outcomeOf(db, caseId) === undefined ? { kind: 'notYet', why: '结案后制作' } : fits,
  dossierCover: onceClosed,
  dossierContents: onceFiled,
  dossierNote: onceFiled,
  undisputedFacts: (db, caseId) => {
    if (outcomeOf(db, caseId) === 'success') return { kind: 'never' };
    return sessionsOfCase(db, caseId).length > 0 ? fits : { kind: 'aside', why: '还没有登记调解期日' };
  },
};

/** Whether a document is offered for a case, and for the session, party or visit that it would be about. */
export function paperFit(db: ReadableDb, kind: DocumentKind, caseId: CaseId, subjectId: number | null): Fit {
  return fitOf[kind]?.(db, caseId, subjectId) ?? fits;
}
