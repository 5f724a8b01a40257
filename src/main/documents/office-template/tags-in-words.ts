/** A tag as somebody typed it: what it does and what it names. */
export type TypedTag = {
  readonly does: 'fill' | 'begin' | 'beginWithout' | 'end';
  readonly name: string;
  /** As it stands in the file. */
  readonly typed: string;
};

/** What is wrong with the braces of a paragraph, each with a sentence that says what to do. */
export type TypedTags = { readonly tags: readonly TypedTag[]; readonly problems: readonly string[] };

const signs: Readonly<Record<string, TypedTag['does']>> = { '#': 'begin', '^': 'beginWithout', '/': 'end' };

/** Signs that a Chinese keyboard gives in the place of the ones that are meant. */
const lookalikes: Readonly<Record<string, string>> = { '＃': '#', '、': '/', '／': '/', '＾': '^' };

/** The tags of a paragraph's words. */
export function tagsInWords(words: string): TypedTags {
  const tags: TypedTag[] = [];
  const problems: string[] = [];
  const wide = [...words.matchAll(/[｛{]([^｛{｝}]*)[｝}]/gu)].filter(([whole]) => /[｛｝]/u.test(whole));
  for (const [whole, inside = ''] of wide) {
    problems.push(`“${whole}”的花括号是全角的，请切换到英文输入法改成半角：{${inside.trim()}}`);
  }
  const lone = words.replace(/[｛{][^｛{｝}]*[｝}]/gu, '');
  const wideLone = /[｛｝]/u.exec(lone)?.[0];
  if (wideLone !== undefined) {
    problems.push(
      `有单独的全角花括号“${wideLone}”（${around(words, wideLone)}），请删去或者改成半角并配成一对`,
    );
  }
  for (const brace of ['{', '}'] as const) {
    if (!lone.includes(brace)) continue;
    problems.push(
      brace === '{'
        ? `“${around(words, lone.slice(lone.indexOf('{'), lone.indexOf('{') + 8))}”的左花括号没有配上右花括号；一个标签要写在同一段里`
        : `“${around(words, '}')}”多了一个右花括号，前面没有与它配对的左花括号`,
    );
  }
  for (const [typed, inside = ''] of words.matchAll(/\{([^｛{｝}]*)\}/gu)) {
    const said = readTag(typed, inside);
    if (typeof said === 'string') problems.push(said);
    else tags.push(said);
  }
  return { tags, problems };
}

function readTag(typed: string, inside: string): TypedTag | string {
  const words = inside.replace(/\s+/gu, '');
  if (words === '') return `“${typed}”里没有写标签名`;
  const first = words[0] ?? '';
  const meant = lookalikes[first];
  if (meant !== undefined) {
    return `“${typed}”开头的“${first}”应当是半角的“${meant}”，请切换到英文输入法改成 {${meant}${words.slice(1)}}`;
  }
  const does = signs[first];
  const name = does === undefined ? words : words.slice(1);
  if (name === '') return `“${typed}”里没有写标签名`;
  if (!/^[\p{L}\p{N}]+$/u.test(name)) {
    return `“${typed}”的标签名里只能有汉字、字母和数字`;
  }
  return { does: does ?? 'fill', name, typed };
}

/** The words around a place, so that it is found again in a long document. */
function around(words: string, piece: string): string {
  const place = Math.max(0, words.indexOf(piece));
  const from = Math.max(0, place - 6);
  return `${from > 0 ? '…' : ''}${words.slice(from, place + piece.length + 6).trim()}${place + piece.length + 6 < words.length ? '…' : ''}`;
}
