import type { CaseId } from '#shared/contract/ids.ts';
import { checkDraft } from '#shared/documents/check.ts';
import { byHand } from '#shared/documents/facts.ts';
import {
  type ReferralLetterFacts,
  referralLetter,
  referralLetterFactsSchema,
} from '#shared/documents/referral-letter.ts';
import { caseLife } from '#shared/domain/case-life.ts';
import { consentState, latestConsent } from '#shared/domain/consent.ts';
import { consentsOfCase } from '../../register/consents.ts';
import { movesOfCase } from '../../register/moves.ts';
import { partiesOfCase } from '../../register/parties.ts';
import type { ReadableDb } from '../../register/query.ts';
import { caseHeadDraft } from '../case-head-draft.ts';
import { caseOf } from '../case-of.ts';
import { filedNumbers } from './filed-numbers.ts';
import { caseLabels, referringCourtLabel } from './labels.ts';
import { type FactLabels, type Paper, paperOf } from './paper.ts';

// The number of a letter is the court's.
const { documentNumber: _ours, ...letterLabels } = caseLabels;

export const referralLetterLabels: FactLabels<ReferralLetterFacts> = {
  ...letterLabels,
  court: referringCourtLabel,
  filedOn: '法院收案日期',
  consented: '当事人同意调解的方式',
  procedureKind: '适用程序',
  contact: '法院联系人',
  papers: '移交材料清单',
};

export function referralLetterPaper(db: ReadableDb, caseId: CaseId): Paper {
  const { channel, courtCaseNumbers, ...head } = caseHeadDraft(db, caseId);
  const { facts } = caseOf(db, caseId);
  const papers = caseLife(movesOfCase(db, caseId)).dispatch?.detail.papers ?? [];
  const common = {
    ...head,
    filedOn: facts.filedOn ?? byHand,
    consented: consentDraft(db, caseId),
    contact: facts.clerk ?? facts.judge ?? byHand,
    papers: papers.length === 0 ? byHand : papers,
  };
  const draft =
    channel === 'B'
      ? {
          ...common,
          channel,
          courtCaseNumbers: filedNumbers(courtCaseNumbers),
          procedureKind: facts.procedureKind,
        }
      : { ...common, channel: channel === 'A' ? channel : undefined, courtCaseNumbers, procedureKind: null };
  return paperOf(checkDraft(referralLetterFactsSchema, draft), referralLetter);
}

/** How everybody agreed; left to the court where the office does not know, missing where somebody declined. */
function consentDraft(db: ReadableDb, caseId: CaseId) {
  const consents = consentsOfCase(db, caseId);
  const { agreed, complete, declined } = consentState(partiesOfCase(db, caseId), consents);
  if (declined.length > 0) return undefined;
  if (!complete) return byHand;
  return agreed.flatMap(({ id }) => latestConsent(consents, id)?.form ?? []);
}
