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

/** What nobody sees in a name and `cleanName` takes out of it, by what it is called. */
const unseen: readonly (readonly [RegExp, string])[] = [
  [/\u00AD/, '软连字符'],
  [/\u200B/, '零宽空格'],
  [/[\u200C\u200D]/, '零宽连接符'],
  [/[\u200E\u200F\u202A-\u202E\u2066-\u2069]/, '文字方向符'],
  [/[\u2060-\u2065]/, '不可见的格式符'],
  [/\uFEFF/, '零宽不断行空格'],
  [/(?![\n\r\t])\p{Cc}/u, '控制符'],
  [/[\uFDD0-\uFDEF\p{Noncharacter_Code_Point}]/u, '不是文字的编码'],
];

/**
 * What a name loses unseen when it is cleaned, and where it stands: “张”后有看不见的零宽空格（U+200B）; undefined where it
 * loses nothing of the kind.
 */
export function unseenMarksIn(name: string): string | undefined {
  const found: string[] = [];
  let before = '';
  for (const character of name) {
    const what = unseen.find(([pattern]) => pattern.test(character))?.[1];
    if (what === undefined) {
      before = character;
      continue;
    }
    const number = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    found.push(`${before.trim() === '' ? '开头' : `“${before}”后`}有看不见的${what}（U+${number}）`);
  }
  const [first, ...more] = found;
  if (first === undefined) return undefined;
  return more.length === 0 ? first : `${first}等 ${found.length} 处`;
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
