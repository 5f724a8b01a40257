import type { CaseId } from '#shared/contract/ids.ts';
import { checkDraft } from '#shared/documents/check.ts';
import { inconsistencies } from '#shared/documents/mediation-agreement/consistency.ts';
import { oralAgreement, oralAgreementFactsSchema } from '#shared/documents/oral-agreement.ts';
import { agreementOfCase } from '../../register/agreements.ts';
import type { ReadableDb } from '../../register/query.ts';
import { agreementDraft } from '../agreement-draft.ts';
import { type Paper, paperOf } from './paper.ts';

export function oralAgreementPaper(db: ReadableDb, caseId: CaseId): Paper {
  const {
    outcome: _outcome,
    origin: _origin,
    signedOn,
    documentNumber,
    ...draft
  } = agreementDraft(db, caseId);
  return paperOf(
    checkDraft(
      oralAgreementFactsSchema,
      {
        ...draft,
        documentNumber: typeof documentNumber === 'string' ? documentNumber : undefined,
        agreementForm: agreementOfCase(db, caseId)?.form,
        agreedOn: signedOn,
      },
      inconsistencies,
    ),
    oralAgreement,
  );
}
