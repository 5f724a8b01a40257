import type { CaseId } from '#shared/contract/ids.ts';
import { checkDraft } from '#shared/documents/check.ts';
import { byHand } from '#shared/documents/facts.ts';
import {
  type ReferralLetterFacts,
  referralLetter,
  referralLetterFactsSchema,
} from '#shared/documents/referral-letter.ts';
import { caseLife } from '#shared/domain/case-life.ts';
import { caseNumberParts } from '#shared/domain/case-number.ts';
import { consentState, latestConsent } from '#shared/domain/consent.ts';
import { consentsOfCase } from '../../register/consents.ts';
import { movesOfCase } from '../../register/moves.ts';
import { partiesOfCase } from '../../register/parties.ts';
import type { ReadableDb } from '../../register/query.ts';
import { caseHeadDraft } from '../case-head-draft.ts';
import { caseOf } from '../case-of.ts';
import { type Paper, paperOf } from './paper.ts';

/** What its facts are called where the register has moved on since. */
export const referralLetterLabels: Readonly<Record<keyof ReferralLetterFacts, string>> = {
  channel: '通道',
  court: '委派（委托）法院',
  courtCaseNumbers: '法院案号',
  parties: '当事人',
  cause: '案由',
  mediationOrganisation: '调解组织',
  filedOn: '法院收案日期',
  consented: '当事人同意调解的方式',
  procedureKind: '适用程序',
  contact: '法院联系人',
  papers: '移交材料清单',
};

export function referralLetterPaper(db: ReadableDb, caseId: CaseId): Paper {
  const { channel, court, courtCaseNumbers, parties, cause, mediationOrganisation } = caseHeadDraft(
    db,
    caseId,
  );
  const { facts } = caseOf(db, caseId);
  const papers = caseLife(movesOfCase(db, caseId)).dispatch?.detail.papers ?? [];
  const common = {
    court,
    parties,
    cause,
    mediationOrganisation,
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
          // What is referred is the filed case, not the number that it had before.
          courtCaseNumbers: courtCaseNumbers.filter(
            (number) => !caseNumberParts(number).kind.includes('诉前'),
          ),
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
