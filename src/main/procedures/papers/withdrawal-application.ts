import type { CaseId } from '#shared/contract/ids.ts';
import { checkDraft } from '#shared/documents/check.ts';
import {
  type WithdrawalApplicationFacts,
  withdrawalApplication,
  withdrawalApplicationFactsSchema,
} from '#shared/documents/withdrawal-application.ts';
import { agreementOfCase } from '../../register/agreements.ts';
import type { ReadableDb } from '../../register/query.ts';
import { caseHeadDraft } from '../case-head-draft.ts';
import { filedNumbers } from './filed-numbers.ts';
import { caseLabels } from './labels.ts';
import { type FactLabels, type Paper, paperOf } from './paper.ts';

const { courtCaseNumbers, parties, cause, mediationOrganisation } = caseLabels;

export const withdrawalApplicationLabels: FactLabels<WithdrawalApplicationFacts> = {
  courtCaseNumbers,
  parties,
  cause,
  mediationOrganisation,
  court: '委托法院',
  ground: '撤回起诉的理由',
};

export function withdrawalApplicationPaper(db: ReadableDb, caseId: CaseId): Paper {
  const head = caseHeadDraft(db, caseId);
  const draft = {
    ...head,
    courtCaseNumbers: filedNumbers(head.courtCaseNumbers),
    ground: groundOf(db, caseId),
  };
  return paperOf(checkDraft(withdrawalApplicationFactsSchema, draft), withdrawalApplication);
}

/** Without an agreement there is no ground that the office could state for the plaintiff. */
function groundOf(db: ReadableDb, caseId: CaseId) {
  const agreement = agreementOfCase(db, caseId);
  if (agreement === null) return undefined;
  return agreement.effect === 'performedAtOnce' ? ('performed' as const) : ('agreed' as const);
}
