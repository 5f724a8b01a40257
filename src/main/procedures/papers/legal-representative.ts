import type { CaseId } from '#shared/contract/ids.ts';
import { checkDraft } from '#shared/documents/check.ts';
import { byHand } from '#shared/documents/facts.ts';
import {
  bodyKinds,
  type LegalRepresentativeFacts,
  legalRepresentative,
  legalRepresentativeFactsSchema,
} from '#shared/documents/legal-representative.ts';
import type { ReadableDb } from '../../register/query.ts';
import { type FactLabels, type Paper, paperOf, paperOfParty } from './paper.ts';

export const legalRepresentativeLabels: FactLabels<LegalRepresentativeFacts> = {
  parties: '单位和法定代表人（负责人）',
};

/** Of one body; where nobody noted its address, code or the number of who stands for it, the body writes it in. */
export function legalRepresentativePaper(db: ReadableDb, caseId: CaseId, partyId: number | null): Paper {
  return paperOfParty(db, caseId, partyId, (body) => {
    const { role, name, representativeName, representativePosition } = body;
    const draft = {
      role,
      kind: bodyKinds.find((kind) => kind === body.kind),
      name,
      address: body.address ?? byHand,
      idNumber: body.idNumber ?? (body.kind === 'legalPerson' ? byHand : null),
      representativeName,
      representativePosition,
      representativeIdNumber: body.representativeIdNumber ?? byHand,
    };
    return paperOf(checkDraft(legalRepresentativeFactsSchema, { parties: [draft] }), legalRepresentative);
  });
}
