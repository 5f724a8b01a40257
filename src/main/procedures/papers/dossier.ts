import type { CaseId } from '#shared/contract/ids.ts';
import { checkDraft } from '#shared/documents/check.ts';
import {
  type DossierContentsFacts,
  dossierContents,
  dossierContentsFactsSchema,
} from '#shared/documents/dossier-contents.ts';
import {
  type DossierCoverFacts,
  dossierCover,
  dossierCoverFactsSchema,
} from '#shared/documents/dossier-cover.ts';
import {
  type DossierNoteFacts,
  dossierNote,
  dossierNoteFactsSchema,
} from '#shared/documents/dossier-note.ts';
import { byHand } from '#shared/documents/facts.ts';
import { pagesInAll } from '#shared/domain/dossier.ts';
import { closingOfCase } from '../../register/outcomes.ts';
import type { ReadableDb } from '../../register/query.ts';
import { sessionsOfCase } from '../../register/sessions.ts';
import { caseHeadDraft } from '../case-head-draft.ts';
import { caseOf } from '../case-of.ts';
import { dossierAsLaidOut } from '../dossier-laid-out.ts';
import { headLabels, referringCourtLabel } from './labels.ts';
import { type FactLabels, type Paper, paperOf } from './paper.ts';

/** By what every paper of the dossier says to which one it belongs. */
const dossierLabels = {
  documentNumber: '内部编号',
  archiveNumber: '档号',
  parties: headLabels.parties,
  cause: headLabels.cause,
} as const;

export const dossierCoverLabels: FactLabels<DossierCoverFacts> = {
  ...headLabels,
  ...dossierLabels,
  form: '卷的种类',
  court: referringCourtLabel,
  receivedOn: '接收日期',
  closedOn: '终结日期',
  closing: '终结方式',
  mediatedFrom: '调解起始日期',
  mediatedTo: '调解终止日期',
  retention: '保管期限',
  compiledBy: '立卷人',
  compiledOn: '立卷日期',
  pageCount: '页数',
  remarks: '备注',
};

export const dossierContentsLabels: FactLabels<DossierContentsFacts> = {
  ...dossierLabels,
  contents: '卷内材料',
};

export const dossierNoteLabels: FactLabels<DossierNoteFacts> = {
  ...dossierLabels,
  paperCount: '卷内材料件数',
  pageCount: '页数',
  situation: '本卷情况',
};

/** A number that the archive has not given yet is left to the hand. */
function dossierHeadDraft(db: ReadableDb, caseId: CaseId) {
  const { archiveNumber } = dossierAsLaidOut(db, caseId).head;
  return { ...caseHeadDraft(db, caseId), archiveNumber: archiveNumber ?? byHand };
}

/** What an office has not noted is left to the hand: a cover is written on when the dossier is bound. */
export function dossierCoverPaper(db: ReadableDb, caseId: CaseId): Paper {
  const { court, ...head } = dossierHeadDraft(db, caseId);
  const { form, head: noted, papers } = dossierAsLaidOut(db, caseId);
  const { channel, receivedOn } = caseOf(db, caseId).facts;
  const closing = closingOfCase(db, caseId);
  const days = sessionsOfCase(db, caseId).map(({ heldOn }) => heldOn);
  const draft = {
    ...head,
    form,
    court: channel === 'C' ? null : court,
    receivedOn: receivedOn ?? byHand,
    closedOn: closing?.closedOn,
    closing: closing?.code,
    mediatedFrom: days.at(0) ?? null,
    mediatedTo: days.at(-1) ?? null,
    retention: noted.retention ?? byHand,
    compiledBy: noted.compiledBy ?? byHand,
    compiledOn: noted.compiledOn ?? byHand,
    pageCount: pagesInAll(papers) || byHand,
    remarks: noted.remarks,
  };
  return paperOf(checkDraft(dossierCoverFactsSchema, draft), dossierCover);
}

/** The papers as they lie there; one whose pages nobody has counted is listed as missing them. */
export function dossierContentsPaper(db: ReadableDb, caseId: CaseId): Paper {
  const { papers } = dossierAsLaidOut(db, caseId);
  const draft = {
    ...dossierHeadDraft(db, caseId),
    contents: papers.map(({ title, pages, remarks }) => ({ title, pages, remarks })),
  };
  return paperOf(checkDraft(dossierContentsFactsSchema, draft), dossierContents);
}

export function dossierNotePaper(db: ReadableDb, caseId: CaseId): Paper {
  const { head, papers } = dossierAsLaidOut(db, caseId);
  const draft = {
    ...dossierHeadDraft(db, caseId),
    paperCount: papers.length || undefined,
    pageCount: pagesInAll(papers) || byHand,
    situation: head.situation ?? byHand,
  };
  return paperOf(checkDraft(dossierNoteFactsSchema, draft), dossierNote);
}
