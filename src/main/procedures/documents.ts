import type { CaseId } from '#shared/contract/ids.ts';
import { contract } from '#shared/contract/index.ts';
import { fileNameFor } from '#shared/documents/file-name.ts';
import {
  checkMediationAgreement,
  type MediationAgreementFacts,
  mediationAgreement,
  warningsForMediationAgreement,
} from '#shared/documents/mediation-agreement.ts';
import type { DocumentContent } from '#shared/documents/model.ts';
import { causeRestriction, matchCause } from '#shared/domain/cause-of-action.ts';
import { formatInternalNumber } from '#shared/domain/internal-number.ts';
import { documentHash, renderDocx } from '../documents/docx.ts';
import { fontSchemeNames } from '../documents/font-schemes.ts';
import { documentsOfCase, type IssuedDocument, insertDocument, readDocument } from '../register/documents.ts';
import type { ReadableDb } from '../register/query.ts';
import type { Reference } from '../resources.ts';
import { agreementDraft } from './agreement-draft.ts';
import { caseOf, liveCase } from './case-of.ts';
import { conflict, found, refused } from './errors.ts';
import { frozenContent } from './issued.ts';
import { atWork, query, task, write } from './kinds.ts';

const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const defaultFontScheme = 'gb2312';

function fileOf(db: ReadableDb, caseId: CaseId, content: DocumentContent, bytes: Uint8Array): File {
  const { facts, internalNumber } = caseOf(db, caseId);
  const label = facts.courtNumbers[0] ?? formatInternalNumber(internalNumber);
  return new File([new Uint8Array(bytes)], fileNameFor(content, label), { type: wordType });
}

function warningsOf(facts: MediationAgreementFacts, reference: Reference) {
  const cause = matchCause(reference.causeIndex, facts.cause);
  const restriction = cause === undefined ? undefined : causeRestriction(cause);
  return warningsForMediationAgreement(facts, {
    restrictions: restriction === undefined ? [] : [restriction.sentence],
  }).map(({ field, sentence }) => ({ field, sentence }));
}

/** The file of an issued document; bytes other than the frozen hash mean that the frozen row was damaged. */
export async function fileOfIssued(db: ReadableDb, issued: IssuedDocument): Promise<File> {
  const content = frozenContent(issued);
  const fontScheme = fontSchemeNames.find((name) => name === issued.fontScheme) ?? defaultFontScheme;
  const bytes = await renderDocx(content, { fontScheme });
  if (documentHash(bytes) !== issued.sha256)
    throw new Error(`Document ${issued.id} does not give its frozen bytes.`);
  return fileOf(db, issued.caseId, content, bytes);
}

const procedures = contract.documents;

export const documents = {
  previewAgreement: query(procedures.previewAgreement, (db, { caseId }, { desk }) => {
    const checked = checkMediationAgreement(agreementDraft(db, caseId));
    if (checked.kind === 'incomplete') {
      return { missing: checked.missing.map((fact) => ({ ...fact })), warnings: [], content: null };
    }
    return {
      missing: [],
      warnings: warningsOf(checked.facts, desk.reference),
      content: mediationAgreement(checked.facts),
    };
  }),

  issueAgreement: task(procedures.issueAgreement, async ({ caseId }, at) => {
    const { desk, staffName } = atWork(at.desk, at.session);
    const db = desk.register.readable;
    liveCase(db, caseId);
    const checked = checkMediationAgreement(agreementDraft(db, caseId));
    if (checked.kind === 'incomplete') {
      throw refused('agreementIncomplete', { missing: checked.missing.map((fact) => fact.label).join('、') });
    }
    const facts = JSON.stringify(checked.facts);
    const content = mediationAgreement(checked.facts);
    const bytes = await renderDocx(content, { fontScheme: defaultFontScheme });
    const sha256 = documentHash(bytes);
    const file = fileOf(db, caseId, content, bytes);
    const same = documentsOfCase(db, caseId).find(
      (issued) => issued.sha256 === sha256 && issued.facts === facts,
    );
    if (same !== undefined) return { id: same.id, file, sha256 };
    const id = await write(desk, 'documents.issueAgreement', staffName, (writable) => {
      const still = checkMediationAgreement(agreementDraft(writable, caseId));
      if (still.kind === 'incomplete' || JSON.stringify(still.facts) !== facts) throw conflict('agreement');
      const issued = insertDocument(writable, {
        caseId,
        kind: content.kind,
        templateVersion: String(content.templateVersion),
        fontScheme: defaultFontScheme,
        facts,
        content: JSON.stringify(content),
        sha256,
        bytes,
      });
      writable.event({
        subject: 'case',
        subjectId: caseId,
        what: 'documentIssued',
        after: { title: content.title, sha256 },
      });
      return issued;
    });
    return { id, file, sha256 };
  }),

  file: task(procedures.file, async ({ id }, { desk }) => {
    const db = desk.register.readable;
    const issued = found(readDocument(db, id), 'document');
    return { file: await fileOfIssued(db, issued), sha256: issued.sha256 };
  }),
};
