import type { CaseId } from '#shared/contract/ids.ts';
import { checkDraft } from '#shared/documents/check.ts';
import { byHand } from '#shared/documents/facts.ts';
import {
  bodyKinds,
  type LegalRepresentativeFacts,
  legalRepresentative,
  legalRepresentativeFactsSchema,
} from '#shared/documents/legal-representative.ts';
import { partiesOfCase } from '../../register/parties.ts';
import type { ReadableDb } from '../../register/query.ts';
import { found } from '../errors.ts';
import { atPlace, type Paper, paperOf } from './paper.ts';

export const legalRepresentativeLabels: Readonly<Record<keyof LegalRepresentativeFacts, string>> = {
  parties: '单位和法定代表人（负责人）',
};

/** Of one body; where nobody noted its address, code or the number of who stands for it, the body writes it in. */
export function legalRepresentativePaper(db: ReadableDb, caseId: CaseId, partyId: number | null): Paper {
  const all = partiesOfCase(db, caseId);
  const place = all.findIndex(({ id }) => id === partyId);
  const body = found(all[place], 'party');
  const { role, name, representativeName, representativePosition } = body;
  const paper = paperOf(
    checkDraft(legalRepresentativeFactsSchema, {
      parties: [
        {
          role,
          kind: bodyKinds.find((kind) => kind === body.kind),
          name,
          address: body.address ?? byHand,
          idNumber: body.idNumber ?? (body.kind === 'legalPerson' ? byHand : null),
          representativeName,
          representativePosition,
          representativeIdNumber: body.representativeIdNumber ?? byHand,
        },
      ],
    }),
    legalRepresentative,
  );
  return atPlace(place, paper);
}
