/** What a tag of an office's own Word file is filled with: words, or one row for each turn of a list. */
export type TagValue = string | readonly TagRow[];
export type TagRow = { readonly [name: string]: TagValue };

/** A tag that an office may write into a Word file of its own: `{案由}`, or `{#当事人}…{/当事人}` for a list. */
export type Tag = {
  readonly name: string;
  /** What it is filled with, for the reference sheet. */
  readonly about: string;
  /** The tags that stand between the beginning and the end of a list; left out: it is no list. */
  readonly inside?: readonly Tag[];
  /** Why the paper is not what its name says without this tag; left out: it may be missing. */
  readonly needed?: string;
  /** Tags that say the same and do as well. */
  readonly insteadOf?: readonly string[];
};

/** A tag and how its words come from what the paper is about. */
export type FilledTag<Source> = Tag & { readonly fill: (source: Source) => TagValue };

/** The tag as it is written: `{案由}`, `{#当事人}…{/当事人}`. */
export function writtenTag({ name, inside }: Pick<Tag, 'name' | 'inside'>): string {
  return inside === undefined ? `{${name}}` : `{#${name}}…{/${name}}`;
}
