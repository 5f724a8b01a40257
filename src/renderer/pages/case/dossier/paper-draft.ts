import type { Attachment } from '#shared/contract/attachments.ts';
import type { DossierItemRow, DossierPaperFacts, DossierPaperRow } from '#shared/contract/dossiers.ts';
import type { DossierItem } from '#shared/domain/dossier.ts';

/** A paper of the dossier as it is being typed. */
export type PaperDraft = {
  readonly item: DossierItem | null;
  readonly title: string;
  readonly pages: string;
  readonly remarks: string;
  readonly documentId: DossierPaperFacts['documentId'];
};

/** A paper that is about to be put under an item; an issued document brings its title. */
export function newPaper(
  row: Pick<DossierItemRow, 'item' | 'label'>,
  issued?: DossierItemRow['issued'][number],
): PaperDraft {
  // “其他材料” is no name of a paper.
  const title = issued?.title ?? (row.item === 'other' || row.item === 'evidence' ? '' : row.label);
  return { item: row.item, title, pages: '', remarks: '', documentId: issued?.id ?? null };
}

export function draftOfPaper(paper: DossierPaperRow): PaperDraft {
  return {
    item: paper.item,
    title: paper.title,
    pages: paper.pages === null ? '' : String(paper.pages),
    remarks: paper.remarks ?? '',
    documentId: paper.documentId,
  };
}

/** Whether a scan shows a paper: it was brought for it, or for the issued document that the paper is. */
export function shows(
  { paperId, documentId }: Pick<Attachment, 'paperId' | 'documentId'>,
  paper: Pick<DossierPaperRow, 'id' | 'documentId'>,
): boolean {
  return paperId === paper.id || (paperId === null && documentId !== null && documentId === paper.documentId);
}

/** Whole pages from 1 to 10,000; null for nothing, undefined for anything else. */
export function readPages(typed: string): number | null | undefined {
  const text = typed.normalize('NFKC').replace(/\s|页/g, '');
  if (text === '') return null;
  const pages = Number(text);
  return /^\d+$/.test(text) && pages >= 1 && pages <= 10000 ? pages : undefined;
}

type Read =
  | { readonly kind: 'paper'; readonly paper: DossierPaperFacts }
  | { readonly kind: 'lacks'; readonly words: string };

/** The paper that was typed, or what keeps it from being one. */
export function readPaper(draft: PaperDraft): Read {
  const pages = readPages(draft.pages);
  const { item } = draft;
  if (item === null) return { kind: 'lacks', words: '请选归在哪一项' };
  if (draft.title.trim() === '') return { kind: 'lacks', words: '还缺：材料名称' };
  if (pages === undefined) return { kind: 'lacks', words: '页数请写整数，或清空' };
  const remarks = draft.remarks.trim() === '' ? null : draft.remarks.trim();
  return {
    kind: 'paper',
    paper: { item, title: draft.title.trim(), pages, remarks, documentId: draft.documentId },
  };
}
