/** The part of Markdown that help pages are written in; anything else is shown as the words that it is. */
export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'strong'; readonly text: string }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'key'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly target: string };

export type Item = { readonly words: readonly Inline[]; readonly items: readonly Item[] };

export type Block =
  | {
      readonly kind: 'heading';
      readonly level: 1 | 2 | 3 | 4;
      readonly words: readonly Inline[];
      readonly anchor: string;
    }
  | { readonly kind: 'paragraph'; readonly words: readonly Inline[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly Item[] }
  | { readonly kind: 'quote'; readonly words: readonly Inline[] }
  | { readonly kind: 'code'; readonly text: string }
  | {
      readonly kind: 'table';
      readonly head: readonly (readonly Inline[])[];
      readonly rows: readonly (readonly (readonly Inline[])[])[];
    };

const inlinePattern =
  /\*\*(?<strong>[^*]+)\*\*|`(?<code>[^`]+)`|<kbd>(?<kbd>[^<]+)<\/kbd>|\[(?<label>[^\]]+)\]\((?<target>[^)\s]+)\)/gu;

/** 键名 in backticks are shown as keys: `Ctrl+S`, `F1`, `Enter`, `/`. */
const keyPattern =
  /^(?:(?:Ctrl|Alt|Shift)\+)*(?:Ctrl|Alt|Shift|F\d{1,2}|Enter|Esc|Tab|空格|回车|PageUp|PageDown|[A-Z0-9/←→↑↓…])$/u;

function inlines(text: string): readonly Inline[] {
  const parts: Inline[] = [];
  let at = 0;
  for (const match of text.matchAll(inlinePattern)) {
    if (match.index > at) {
      parts.push({ kind: 'text', text: text.slice(at, match.index) });
    }
    at = match.index + match[0].length;
    const { strong, code, kbd, label, target } = match.groups ?? {};
    if (strong !== undefined) {
      parts.push({ kind: 'strong', text: strong });
    } else if (kbd !== undefined) {
      parts.push({ kind: 'key', text: kbd });
    } else if (code !== undefined) {
      parts.push({ kind: keyPattern.test(code) ? 'key' : 'code', text: code });
    } else if (label !== undefined && target !== undefined) {
      parts.push({ kind: 'link', text: label, target });
    }
  }
  if (at < text.length) {
    parts.push({ kind: 'text', text: text.slice(at) });
  }
  return parts;
}

/** What the words say, without their marks. */
export function plain(words: readonly Inline[]): string {
  return words.map((word) => word.text).join('');
}

const headingPattern = /^(#{1,4})\s+(.+?)\s*#*$/;
const itemPattern = /^(\s*)(?:[-*+]|\d+[.)、])\s+(.*)$/;
const tableRulePattern = /^\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*$/;

function cells(line: string): readonly (readonly Inline[])[] {
  return line
    .trim()
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((cell) => inlines(cell.trim()));
}

type OpenItem = { readonly indent: number; text: string; readonly items: OpenItem[] };

function closed(items: readonly OpenItem[]): readonly Item[] {
  return items.map((item) => ({ words: inlines(item.text), items: closed(item.items) }));
}

/** Lines that belong to one list, by how far they are indented. */
function listOf(lines: readonly string[]): readonly Item[] {
  const top: OpenItem = { indent: -1, text: '', items: [] };
  const path = [top];
  for (const line of lines) {
    const match = itemPattern.exec(line);
    const last = path.at(-1) ?? top;
    if (match === null) {
      last.text += line.trim();
      continue;
    }
    const indent = (match[1] ?? '').length;
    while (path.length > 1 && (path.at(-1)?.indent ?? -1) >= indent) {
      path.pop();
    }
    const item: OpenItem = { indent, text: match[2] ?? '', items: [] };
    (path.at(-1) ?? top).items.push(item);
    path.push(item);
  }
  return closed(top.items);
}

/** Reads a help page. Lines of one paragraph are joined without a space, as Chinese is written. */
export function parseMarkdown(markdown: string): readonly Block[] {
  const lines = markdown.replace(/\r\n?/g, '\n').split('\n');
  const blocks: Block[] = [];
  let at = 0;
  const line = () => lines[at] ?? '';
  const takeWhile = (belongs: (text: string) => boolean): string[] => {
    const taken: string[] = [];
    while (at < lines.length && belongs(line())) {
      taken.push(line());
      at += 1;
    }
    return taken;
  };
  while (at < lines.length) {
    const heading = headingPattern.exec(line());
    if (line().trim() === '') {
      at += 1;
    } else if (line().startsWith('```')) {
      at += 1;
      blocks.push({ kind: 'code', text: takeWhile((text) => !text.startsWith('```')).join('\n') });
      at += 1;
    } else if (heading !== null) {
      const words = inlines(heading[2] ?? '');
      const level = Math.min(4, (heading[1] ?? '').length) as 1 | 2 | 3 | 4;
      blocks.push({ kind: 'heading', level, words, anchor: plain(words) });
      at += 1;
    } else if (line().includes('|') && tableRulePattern.test(lines[at + 1] ?? '')) {
      const head = cells(line());
      at += 2;
      blocks.push({ kind: 'table', head, rows: takeWhile((text) => text.includes('|')).map(cells) });
    } else if (line().startsWith('>')) {
      const quoted = takeWhile((text) => text.startsWith('>'));
      blocks.push({
        kind: 'quote',
        words: inlines(quoted.map((text) => text.replace(/^>\s?/, '')).join('')),
      });
    } else if (itemPattern.test(line())) {
      const ordered = /^\s*\d/.test(line());
      const taken = takeWhile((text) => itemPattern.test(text) || /^\s{2,}\S/.test(text));
      blocks.push({ kind: 'list', ordered, items: listOf(taken) });
    } else {
      const taken = takeWhile(
        (text) =>
          text.trim() !== '' &&
          !headingPattern.test(text) &&
          !itemPattern.test(text) &&
          !text.startsWith('>'),
      );
      blocks.push({ kind: 'paragraph', words: inlines(taken.map((text) => text.trim()).join('')) });
    }
  }
  return blocks;
}

function wordsOfItem(item: Item): string {
  return [plain(item.words), ...item.items.map(wordsOfItem)].join(' ');
}

/** What a block says, for searching. */
export function wordsOf(block: Block): string {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
    case 'quote':
      return plain(block.words);
    case 'code':
      return block.text;
    case 'list':
      return block.items.map(wordsOfItem).join(' ');
    case 'table':
      return [block.head, ...block.rows].flatMap((row) => row.map(plain)).join(' ');
  }
}
