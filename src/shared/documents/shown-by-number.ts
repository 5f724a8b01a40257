/** ⟦U+202E⟧ */
function byNumber(character: string): string {
  return `⟦U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}⟧`;
}

/**
 * Words in which whatever no Word file can hold, control characters and noncharacters, stands by its number, so that
 * nothing of what somebody typed is lost unseen. The line breaks of other programs (Word’s own is U+000B) become \n.
 */
export function shownByNumber(words: string): string {
  return words
    .replace(/[\v\f\u0085]/g, '\n')
    .replace(/(?![\n\t\r])\p{Cc}|\p{Noncharacter_Code_Point}/gu, byNumber);
}

/** Words in which characters that would turn the reading order round stand by their number instead of taking effect. */
export function directionsByNumber(words: string): string {
  return words.replace(/[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g, byNumber);
}
