import type { CaseCursor, CaseFilter, CaseRow } from '#shared/contract/cases.ts';
import { office } from '../../api.ts';

/** As many rows as one page of the list has; the grid's blocks are of the same size. */
export const pageSize = 100;

type ListedPage = { readonly rows: readonly CaseRow[]; readonly next: CaseCursor | null };

type PageChain = {
  readonly page: (place: number) => Promise<ListedPage>;
};

/**
 * The pages of a list, each read from the last row of the one before (never by offset, design.md §5). A page that is
 * asked for out of turn waits for those before it; each is read once.
 */
export function pageChain(filter: CaseFilter): PageChain {
  const pages: Promise<ListedPage>[] = [];
  const read = async (place: number): Promise<ListedPage> => {
    const before = place === 0 ? null : await page(place - 1);
    if (before !== null && before.next === null) {
      return { rows: [], next: null };
    }
    return office.cases.list({ filter, after: before?.next ?? null, limit: pageSize });
  };
  const page = (place: number): Promise<ListedPage> => {
    const known = pages[place];
    if (known !== undefined) {
      return known;
    }
    const asked = read(place);
    pages[place] = asked;
    return asked;
  };
  return { page };
}
