import type { Dossier } from '#shared/contract/dossiers.ts';
import type { CaseId, DocumentId } from '#shared/contract/ids.ts';
import { dossierItemOf } from '#shared/documents/dossier-items.ts';
import {
  assessDossier,
  type DossierItem,
  itemInForm,
  pageSpans,
  pagesInAll,
} from '#shared/domain/dossier.ts';
import { documentsOfCase } from '../register/documents.ts';
import { waiversOfCase } from '../register/dossiers.ts';
import type { ReadableDb } from '../register/query.ts';
import { dossierAsLaidOut, dossierFacts, type LaidOut } from './dossier-laid-out.ts';
import { frozenContent } from './issued.ts';

/** Issued documents whose signed paper does not lie in the dossier, by the item where it would lie. */
function notFiledYet(db: ReadableDb, caseId: CaseId, { form, papers }: LaidOut) {
  const filed = new Set(papers.map(({ documentId }) => documentId));
  const newest = new Map<string, { item: DossierItem; id: DocumentId; title: string; issuedAt: string }>();
  for (const document of documentsOfCase(db, caseId).toReversed()) {
    const { kind, title } = frozenContent(document);
    const item = dossierItemOf[kind];
    if (item === null) continue;
    const key = `${kind} ${document.subjectId}`;
    // One of which any issue is filed needs no other.
    if (filed.has(document.id)) newest.delete(key);
    else if (document.withdrawn === null)
      newest.set(key, { item: itemInForm(item, form), id: document.id, title, issuedAt: document.issuedAt });
  }
  return [...newest.values()];
}

/** What the dossier of a case needs, has and lacks, as its page shows it. */
export function dossierOf(db: ReadableDb, caseId: CaseId): Dossier {
  const laidOut = dossierAsLaidOut(db, caseId);
  const { version, head, form, papers } = laidOut;
  const waivers = waiversOfCase(db, caseId);
  const assessed = assessDossier(form, dossierFacts(db, caseId), papers, new Set(waivers.keys()));
  const spans = pageSpans(papers);
  const issued = notFiledYet(db, caseId, laidOut);
  return {
    version,
    head,
    form,
    items: assessed.items.map((row) => ({
      ...row,
      waiver: waivers.get(row.item) ?? null,
      papers: papers
        .filter(({ id }) => row.papers.includes(id))
        .map(({ caseId: _caseId, ...paper }) => ({ ...paper, span: spans.get(paper.id) ?? null })),
      issued: issued.filter(({ item }) => item === row.item).map(({ item: _item, ...one }) => one),
    })),
    needed: assessed.needed,
    present: assessed.present,
    score: assessed.score,
    pages: pagesInAll(papers),
  };
}
