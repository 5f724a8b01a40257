import { type DocumentContent, type DocumentKind, printableText } from './model.ts';
import { bodyTags, clauseTags } from './office-wording/body-tags.ts';
import { tagsOfFact } from './office-wording/fact-tags.ts';
import type { FilledTag, Tag, TagRow, TagValue } from './office-wording/tag.ts';

export { type Tag, type TagRow, type TagValue, writtenTag } from './office-wording/tag.ts';

type Source = { readonly facts: object; readonly content: DocumentContent };

/** The tags of a kind of paper with these facts: those of its facts, its clauses, and what every paper has. */
function filledTags(kind: DocumentKind, fields: readonly string[]): readonly FilledTag<Source>[] {
  const ofFacts = fields.flatMap((field) =>
    (tagsOfFact(kind, field) ?? []).map((tag) => ({
      ...tag,
      fill: ({ facts }: Source) =>
        tag.fill({ value: (facts as Readonly<Record<string, unknown>>)[field], facts }),
    })),
  );
  const ofContent = [...clauseTags(fields), ...bodyTags].map((tag) => ({
    ...tag,
    fill: ({ content }: Source) => tag.fill(content),
  }));
  return [...ofFacts, ...ofContent];
}

/** What an office may write into a Word file of its own that takes the place of this kind; `fields` are its facts. */
export function tagsOf(kind: DocumentKind, fields: readonly string[]): readonly Tag[] {
  return filledTags(kind, fields).map(({ fill: _fill, ...tag }) => tag);
}

/** What those tags are filled with, from the checked facts of a paper and the words the program would have used. */
export function tagValues(
  kind: DocumentKind,
  fields: readonly string[],
  facts: object,
  content: DocumentContent,
): TagRow {
  return Object.fromEntries(
    filledTags(kind, fields).map(({ name, fill }) => [name, clean(fill({ facts, content }))]),
  );
}

/** Line ends are our own here; every other character that XML or Word cannot hold goes. */
function clean(value: TagValue): TagValue {
  return typeof value === 'string'
    ? value.split('\n').map(printableText).join('\n')
    : value.map((row) =>
        Object.fromEntries(Object.entries(row).map(([name, inner]) => [name, clean(inner)])),
      );
}
