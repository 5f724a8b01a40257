import type { DossierFacts } from './dossier/facts.ts';
import { type DossierForm, type DossierItem, dossierForms, itemInForm } from './dossier/items.ts';

export type { DossierFacts } from './dossier/facts.ts';
export {
  type DossierForm,
  type DossierItem,
  dossierFormSchema,
  dossierForms,
  dossierItemSchema,
  itemInForm,
} from './dossier/items.ts';

/** A paper that lies in the dossier; `pages` null: nobody has counted them yet. */
export type DossierPaper = {
  readonly id: number;
  readonly item: DossierItem;
  readonly pages: number | null;
};

export type PageSpan = { readonly from: number; readonly to: number };

/** Where an item stands: in the dossier, needed and absent, not needed, or said not to be needed. */
export type ItemState = 'present' | 'missing' | 'optional' | 'waived';

export type AssessedItem = {
  readonly item: DossierItem;
  readonly label: string;
  readonly rule: string;
  /** Why this case needs it; null: it does not. */
  readonly because: string | null;
  readonly state: ItemState;
  /** Ids of its papers in their order. */
  readonly papers: readonly number[];
};

export type Assessment = {
  readonly items: readonly AssessedItem[];
  /** 应备 and 已备. */
  readonly needed: number;
  readonly present: number;
  /** 0 to 100, rounded down, so that 100 means that nothing is missing. */
  readonly score: number;
};

/** The rule of the score, as it stands beside the figure. */
export const scoreRule =
  '得分＝已备项数÷应备项数。应备：按本案情况必须有的材料（注明不需要的除外）；已备：该项下至少有一份材料入卷。封面、目录、备考表由程序出具，不计分。';

/** 人民调解卷 where a 人民调解委员会 mediates what no court sent, else 特邀调解卷. */
export function usualForm({ channel, organisationKind }: DossierFacts): DossierForm {
  return channel === 'C' && organisationKind === 'peoplesMediation' ? 'peoples' : 'invited';
}

/** What a dossier needs, has and lacks, in the order of its form. */
export function assessDossier(
  form: DossierForm,
  facts: DossierFacts,
  papers: readonly DossierPaper[],
  waived: ReadonlySet<DossierItem>,
): Assessment {
  const items = dossierForms[form].entries.map(({ item, label, labelIn, needed, rule }): AssessedItem => {
    const its = papers.filter((paper) => itemInForm(paper.item, form) === item).map(({ id }) => id);
    const because = needed(facts);
    const state =
      its.length > 0 ? 'present' : because === null ? 'optional' : waived.has(item) ? 'waived' : 'missing';
    return { item, label: labelIn?.[facts.channel] ?? label, rule, because, state, papers: its };
  });
  const counted = items.filter(({ because, state }) => because !== null && state !== 'waived');
  const present = counted.filter(({ state }) => state === 'present').length;
  return {
    items,
    needed: counted.length,
    present,
    score: counted.length === 0 ? 100 : Math.floor((present * 100) / counted.length),
  };
}

/** The papers of a dossier in the order in which they lie in it: by item, then as they were filed. */
export function inDossierOrder<Paper extends DossierPaper>(
  form: DossierForm,
  papers: readonly Paper[],
): Paper[] {
  const order = dossierForms[form].entries.map(({ item }) => item);
  const place = ({ item }: Paper) => order.indexOf(itemInForm(item, form));
  return papers.toSorted((one, other) => place(one) - place(other) || one.id - other.id);
}

/**
 * The running page numbers of papers in their order: sheets are numbered through the whole dossier, cover, contents and
 * 备考表 not counted. After a paper whose pages nobody counted no number is known.
 */
export function pageSpans(papers: readonly DossierPaper[]): ReadonlyMap<number, PageSpan> {
  const spans = new Map<number, PageSpan>();
  let last = 0;
  for (const { id, pages } of papers) {
    if (pages === null) return spans;
    spans.set(id, { from: last + 1, to: last + pages });
    last += pages;
  }
  return spans;
}

/** All pages together; null while some paper is not counted. */
export function pagesInAll(papers: readonly DossierPaper[]): number | null {
  return papers.reduce<number | null>(
    (sum, { pages }) => (sum === null || pages === null ? null : sum + pages),
    0,
  );
}
