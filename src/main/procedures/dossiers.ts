import type { DossierHead, DossierPaperFacts } from '#shared/contract/dossiers.ts';
import type { CaseId } from '#shared/contract/ids.ts';
import { contract } from '#shared/contract/index.ts';
import { retentions } from '#shared/domain/case-move.ts';
import { type DossierItem, dossierForms } from '#shared/domain/dossier.ts';
import { formatInternalNumber } from '#shared/domain/internal-number.ts';
import { documentsOfCase } from '../register/documents.ts';
import {
  cancelDossierPaper,
  caseOfArchiveNumber,
  dossierOfCase,
  insertDossierPaper,
  readDossierPaper,
  saveDossier,
  updateDossierPaper,
  waiversOfCase,
  writeWaiver,
} from '../register/dossiers.ts';
import type { ReadableDb } from '../register/query.ts';
import { caseOf, liveCase } from './case-of.ts';
import { dossierAsLaidOut, dossierFacts, emptyHead } from './dossier-laid-out.ts';
import { dossierOf } from './dossier-of-case.ts';
import { conflict, found, notFound, refused } from './errors.ts';
import { command, query } from './kinds.ts';

const procedures = contract.dossiers;

function itemLabel(db: ReadableDb, caseId: CaseId, item: DossierItem): string {
  const { form } = dossierAsLaidOut(db, caseId);
  const entry = dossierForms[form].entries.find((one) => one.item === item);
  return entry?.labelIn?.[dossierFacts(db, caseId).channel] ?? entry?.label ?? '其他材料';
}

/** As the history tells it: labels, because the order of a dossier may change with the program. */
function toldPaper(db: ReadableDb, caseId: CaseId, { item, title, pages, remarks }: DossierPaperFacts) {
  return { dossierItem: itemLabel(db, caseId, item), dossierPaper: title, pages, remarks };
}

function toldHead({ form, retention, ...head }: DossierHead) {
  return {
    dossierForm: form === null ? null : dossierForms[form].label,
    retention: retention === null ? null : retentions[retention].label,
    ...head,
  };
}

function refuseForeignDocument(
  db: ReadableDb,
  caseId: CaseId,
  { documentId }: Pick<DossierPaperFacts, 'documentId'>,
): void {
  if (documentId !== null && !documentsOfCase(db, caseId).some(({ id }) => id === documentId)) {
    throw notFound('document');
  }
}

export const dossiers = {
  get: query(procedures.get, (db, { caseId }) => {
    caseOf(db, caseId);
    return dossierOf(db, caseId);
  }),

  save: command('dossiers.save', procedures.save, (db, { caseId, version, head }) => {
    liveCase(db, caseId);
    const holder = head.archiveNumber === null ? undefined : caseOfArchiveNumber(db, head.archiveNumber);
    if (holder !== undefined && holder !== caseId) {
      const { internalNumber } = caseOf(db, holder);
      throw refused('archiveNumberTaken', { internalNumber: formatInternalNumber(internalNumber) });
    }
    const before = toldHead(dossierOfCase(db, caseId)?.head ?? emptyHead);
    const saved = saveDossier(db, caseId, version, head);
    if (saved === undefined) throw conflict('dossier');
    db.event({ subject: 'case', subjectId: caseId, what: 'dossierSaved', before, after: toldHead(head) });
    return { version: saved };
  }),

  file: command('dossiers.file', procedures.file, (db, { caseId, papers }) => {
    liveCase(db, caseId);
    const ids = papers.map((paper) => {
      refuseForeignDocument(db, caseId, paper);
      const id = insertDossierPaper(db, caseId, paper);
      const after = toldPaper(db, caseId, paper);
      db.event({ subject: 'case', subjectId: caseId, what: 'dossierPaperFiled', after });
      return id;
    });
    return { ids };
  }),

  amendPaper: command('dossiers.amendPaper', procedures.amendPaper, (db, { id, version, paper }) => {
    const present = found(readDossierPaper(db, id), 'dossierPaper');
    const { caseId } = present;
    liveCase(db, caseId);
    refuseForeignDocument(db, caseId, paper);
    if (!updateDossierPaper(db, id, version, paper)) throw conflict('dossierPaper');
    const { dossierPaper: called, ...before } = toldPaper(db, caseId, present);
    const after = toldPaper(db, caseId, paper);
    db.event({
      subject: 'case',
      subjectId: caseId,
      what: 'dossierPaperAmended',
      // Which paper it is, is told although its name stays.
      before: called === after.dossierPaper ? before : { ...before, dossierPaper: called },
      after,
    });
    return { version: version + 1 };
  }),

  takeOut: command('dossiers.takeOut', procedures.takeOut, (db, { id, reason }) => {
    const present = found(readDossierPaper(db, id), 'dossierPaper');
    const { caseId } = present;
    liveCase(db, caseId);
    if (!cancelDossierPaper(db, id, reason)) throw notFound('dossierPaper');
    const before = toldPaper(db, caseId, present);
    db.event({ subject: 'case', subjectId: caseId, what: 'dossierPaperTakenOut', before, after: { reason } });
    return { id };
  }),

  waive: command('dossiers.waive', procedures.waive, (db, { caseId, item, reason }) => {
    liveCase(db, caseId);
    const before = waiversOfCase(db, caseId).get(item) ?? null;
    if (before === null && reason === null) throw refused('nothingToUndo');
    writeWaiver(db, caseId, item, reason);
    const dossierItem = itemLabel(db, caseId, item);
    db.event({
      subject: 'case',
      subjectId: caseId,
      what: reason === null ? 'dossierItemNeededAgain' : 'dossierItemWaived',
      // What stands on both sides is not told; which item it is, is.
      before: { reason: before },
      after: { dossierItem, reason },
    });
    return { item };
  }),
};
