import type { Cause } from './cause.ts';
import { frequentCauses } from './frequent.ts';
import { type CauseIndex, foldCause, type SearchableCause } from './match.ts';

const frequency: ReadonlyMap<string, number> = new Map(frequentCauses.map((name, place) => [name, place]));

/**
 * The causes that a query finds, best first: by characters in order (民借 finds 民间借贷) or by pinyin, initials (mjjd) or
 * syllables (minjian). An empty query gives the frequent ones.
 */
export function searchCauses(index: CauseIndex, query: string, limit: number): readonly Cause[] {
  const folded = foldCause(query);
  if (folded === '') {
    return frequentCauses
      .map((name) => index.byName.get(foldCause(name)))
      .filter((cause) => cause !== undefined)
      .slice(0, limit);
  }
  const found: { readonly entry: SearchableCause; readonly rank: number }[] = [];
  for (const entry of index.searchable) {
    const rank = /^[a-z]+$/.test(folded) ? rankByPinyin(entry, folded) : rankByCharacters(entry, folded);
    if (rank !== undefined && index.byName.get(entry.name) === entry.cause) {
      found.push({ entry, rank });
    }
  }
  return found
    .toSorted(
      (a, b) =>
        a.rank - b.rank ||
        (frequency.get(a.entry.cause.name) ?? 1000) - (frequency.get(b.entry.cause.name) ?? 1000) ||
        Number(a.entry.cause.level < 3) - Number(b.entry.cause.level < 3) ||
        a.entry.order - b.entry.order,
    )
    .slice(0, limit)
    .map(({ entry }) => entry.cause);
}

/** 0 the whole name, 1 its beginning, 2 a part of it, 3 its characters in order with others between. */
function rankByCharacters(entry: SearchableCause, query: string): number | undefined {
  const place = entry.name.indexOf(query);
  if (place >= 0) {
    return place > 0 ? 2 : entry.name === query || entry.name === `${query}纠纷` ? 0 : 1;
  }
  let at = -1;
  for (const character of query) {
    at = entry.name.indexOf(character, at + 1);
    if (at < 0) {
      return undefined;
    }
  }
  return 3;
}

function rankByPinyin(entry: SearchableCause, query: string): number | undefined {
  const initialsAt = entry.initials.indexOf(query);
  const wholeInitials = entry.initials === query || entry.initials === `${query}jf`;
  if (initialsAt === 0) {
    return wholeInitials ? 0 : 1;
  }
  for (let start = 0; start < entry.syllables.length; start += 1) {
    if (spells(entry.syllables, start, query)) {
      return start === 0 ? 1 : 2;
    }
  }
  return initialsAt > 0 ? 2 : undefined;
}

/** Whether the letters spell the syllables from a start on, the last one perhaps only begun; each whole or by its initial. */
function spells(syllables: readonly string[], start: number, letters: string): boolean {
  if (letters === '') {
    return true;
  }
  const syllable = syllables[start];
  if (syllable === undefined) {
    return false;
  }
  if (syllable.startsWith(letters)) {
    return true;
  }
  return (
    (letters.startsWith(syllable) && spells(syllables, start + 1, letters.slice(syllable.length))) ||
    (letters.charAt(0) === syllable.charAt(0) && spells(syllables, start + 1, letters.slice(1)))
  );
}
