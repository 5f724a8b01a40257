import type { CaseId } from '#shared/contract/ids.ts';
import { checkDraft } from '#shared/documents/check.ts';
import {
  withdrawalApplication,
  withdrawalApplicationFactsSchema,
} from '#shared/documents/withdrawal-application.ts';
import { caseNumberParts } from '#shared/domain/case-number.ts';
import { agreementOfCase } from '../../register/agreements.ts';
import type { ReadableDb } from '../../register/query.ts';
import { caseHeadDraft } from '../case-head-draft.ts';
import { type Paper, paperOf } from './paper.ts';

export function withdrawalApplicationPaper(db: ReadableDb, caseId: CaseId): Paper {
  const { parties, cause, court, courtCaseNumbers, mediationOrganisation } = caseHeadDraft(db, caseId);
  return paperOf(
    checkDraft(withdrawalApplicationFactsSchema, {
      parties,
      cause,
      court,
      // What is withdrawn is the filed case, not the number that it had before.
      courtCaseNumbers: courtCaseNumbers.filter((number) => !caseNumberParts(number).kind.includes('诉前')),
      mediationOrganisation,
      ground: groundOf(db, caseId),
    }),
    withdrawalApplication,
  );
}

/** Without an agreement there is no ground that the office could state for the plaintiff. */
function groundOf(db: ReadableDb, caseId: CaseId) {
  const agreement = agreementOfCase(db, caseId);
  if (agreement === null) return undefined;
  return agreement.effect === 'performedAtOnce' ? ('performed' as const) : ('agreed' as const);
}
