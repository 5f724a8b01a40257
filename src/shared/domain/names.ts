const controls = /(?![\n\t])\p{Cc}/gu;
const noncharacters = /[\uFDD0-\uFDEF\p{Noncharacter_Code_Point}]/gu;
const invisible = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g;
const middleDots = /[\u2022\u2027\u2219\u22C5\u30FB\uFF65\u00B7]/g;

/**
 * Text that every file format can carry: no control characters, no half of a character, line ends as \n, composed (NFC).
 */
export function cleanText(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(controls, '')
    .replace(noncharacters, '')
    .normalize('NFC');
}

/**
 * A name on one line without invisible characters; the dot between the parts of a name becomes U+00B7,
 * runs of space become one, and the space that pads a name of two characters (张　三) goes.
 */
export function cleanName(text: string): string {
  const name = cleanText(text.replace(/[\r\n\t]+/g, ' ').replace(invisible, ''))
    .replace(/\s+/gu, ' ')
    .replace(/ ?[\u2022\u2027\u2219\u22C5\u30FB\uFF65\u00B7] ?/g, '\u00B7')
    .trim();
  return /^\p{Script=Han} \p{Script=Han}$/u.test(name) ? name.replace(' ', '') : name;
}

const foldings: ReadonlyMap<string, string> = new Map([
  ['〔', '('],
  ['[', '('],
  ['【', '('],
  ['〖', '('],
  ['〕', ')'],
  [']', ')'],
  ['】', ')'],
  ['〗', ')'],
  ['○', '〇'],
  ['◯', '〇'],
  ['零', '〇'],
]);

/** The form in which two spellings of the same text meet: width, case, brackets, 〇○零, the middle dot. */
export function foldForSearch(text: string): string {
  return cleanText(text.replace(invisible, '').normalize('NFKC').toLowerCase().normalize('NFKC'))
    .replace(/[〔[【〖〕\]】〗○◯零]/g, (character) => foldings.get(character) ?? character)
    .replace(middleDots, '\u00B7')
    .replace(/\s+/gu, ' ')
    .trim();
}
