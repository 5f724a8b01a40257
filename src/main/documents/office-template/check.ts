import { type Tag, type TagRow, writtenTag } from '#shared/documents/office-wording.ts';
import { compileTexts, UnfillableTemplate } from './fill.ts';
import { nearestNames } from './nearest.ts';
import { type TypedTag, tagsInWords } from './tags-in-words.ts';
import { openWordPackage } from './word-package.ts';
import type { TextPart } from './word-text.ts';
import { readWords, type WordOddities } from './word-text.ts';
import { BrokenXml } from './xml-tokens.ts';

/** One thing that is wrong with a template: where it stands, and what to do about it. */
export type TemplateProblem = { readonly where: string; readonly sentence: string };

export type TemplateReport = {
  /** With any of these the file is not taken. */
  readonly problems: readonly TemplateProblem[];
  /** Worth a look; the file is taken all the same. */
  readonly cautions: readonly string[];
  /** The tags that it holds, each once. */
  readonly used: readonly string[];
};

const places = { document: '正文', header: '页眉', footer: '页脚' } as const;

/**
 * Looks through an office's own Word file for this kind of paper: every tag known and well formed, every list closed,
 * nothing missing that the paper must say. Throws FileRefused for what is no safe Word file at all.
 */
export function checkTemplate(bytes: Uint8Array, tags: readonly Tag[]): TemplateReport {
  const { texts } = openWordPackage(bytes);
  const problems: TemplateProblem[] = [];
  const used = new Set<string>();
  for (const part of texts) {
    const { paragraphs, oddities } = readWords(part);
    problems.push(...oddProblems(part, oddities));
    const typed = paragraphs.flatMap(({ text, row }) => {
      const where = row === null ? places[part.kind] : `${places[part.kind]}的表格`;
      const found = tagsInWords(text);
      problems.push(...found.problems.map((sentence) => ({ where, sentence })));
      return found.tags.map((tag) => ({ tag, where, inTable: row !== null }));
    });
    for (const { tag } of typed) used.add(tag.name);
    problems.push(...nestingProblems(typed, tags));
  }
  problems.push(...missingProblems(used, tags));
  if (problems.length === 0) problems.push(...fillingProblems(texts, tags));
  return { problems, cautions: cautionsOf(used), used: [...used] };
}

/** What would be printed, or fetched, although nobody meant it. */
function oddProblems(
  { kind }: TextPart,
  { trackedChanges, comments, fields }: WordOddities,
): readonly TemplateProblem[] {
  const where = places[kind];
  const instructions = `${fields.join('')} ${fields.join(' ')}`;
  const outside =
    /INCLUDETEXT|INCLUDEPICTURE|\bDDE(AUTO)?\b|\bLINK\b|\bIMPORT\b|\bDATABASE\b|MACROBUTTON|\bRD\b/i.test(
      instructions,
    );
  return [
    ...(trackedChanges
      ? [{ where, sentence: '还有没处理的修订，请在“审阅”中全部接受或者拒绝，并关闭修订' }]
      : []),
    ...(comments ? [{ where, sentence: '还有批注，请在“审阅”中全部删除' }] : []),
    ...(outside ? [{ where, sentence: '有从别的文件取内容的域（如 INCLUDETEXT、DDE、LINK），请删去' }] : []),
    ...(/HYPERLINK\s+(?!\s*\\l)/i.test(instructions)
      ? [{ where, sentence: '有超链接，请全选后按 Ctrl+Shift+F9 取消' }]
      : []),
  ];
}

type Placed = { readonly tag: TypedTag; readonly where: string; readonly inTable: boolean };
type OpenTag = Placed & { readonly inside: readonly Tag[] };

function nestingProblems(typed: readonly Placed[], tags: readonly Tag[]): readonly TemplateProblem[] {
  const problems: TemplateProblem[] = [];
  const open: OpenTag[] = [];
  const say = (where: string, sentence: string) => problems.push({ where, sentence });
  const close = (upTo: number) => {
    for (const { tag, where } of open.splice(upTo).reverse()) {
      say(where, `${tag.typed} 没有结束，请在它的末尾加上 {/${tag.name}}`);
    }
  };
  for (const { tag, where, inTable } of typed) {
    const reachable = [...open.flatMap(({ inside }) => inside), ...tags];
    const known = reachable.find(({ name }) => name === tag.name);
    if (tag.does === 'end') {
      const place = open.findLastIndex((one) => one.tag.name === tag.name);
      if (place < 0) {
        say(where, `多了 ${tag.typed}，前面没有与它配对的 {#${tag.name}}`);
      } else {
        close(place + 1);
        if (open.pop()?.inTable !== inTable) say(where, apart(tag.name));
      }
      continue;
    }
    if (known === undefined) say(where, unknownTag(tag, reachable, tags));
    if (tag.does !== 'fill') {
      open.push({ tag, where, inTable, inside: tag.does === 'begin' ? (known?.inside ?? []) : [] });
    } else if (known?.inside !== undefined) {
      const [first] = known.inside;
      say(
        where,
        `${tag.typed} 是列表，要写开头和结尾，中间写每一项印什么，如 {#${tag.name}}{${first?.name}}{/${tag.name}}`,
      );
    }
  }
  close(0);
  return problems;
}

function unknownTag({ typed, name }: TypedTag, reachable: readonly Tag[], tags: readonly Tag[]): string {
  const list = tags.find(({ inside }) => inside?.some((one) => one.name === name));
  if (list !== undefined) {
    return `${typed} 只能写在 {#${list.name}} 和 {/${list.name}} 之间`;
  }
  const near = nearestNames(
    name,
    reachable.map((one) => one.name),
  ).flatMap((one) => reachable.find((tag) => tag.name === one) ?? []);
  if (near.length > 0) {
    return `没有 ${typed} 这个标签，是不是 ${near.map(writtenTag).join(' 或者 ')}？`;
  }
  return `没有 ${typed} 这个标签，请照标签对照表改写`;
}

function missingProblems(used: ReadonlySet<string>, tags: readonly Tag[]): readonly TemplateProblem[] {
  const where = '全文';
  if (used.size === 0) {
    return [
      {
        where,
        sentence: '没有一个标签。请把每个案件不同的地方改写成标签，如 {案由}；能用的标签见标签对照表',
      },
    ];
  }
  return tags.flatMap((tag) => {
    if (tag.needed === undefined) return [];
    const ways = [tag.name, ...(tag.insteadOf ?? [])];
    if (ways.some((name) => used.has(name))) return [];
    const written = ways.map((name) => writtenTag(tags.find((one) => one.name === name) ?? { name }));
    return [{ where, sentence: `缺少 ${written.join(' 或者 ')}：${tag.needed}` }];
  });
}

function apart(name: string | undefined): string {
  const list = name === undefined ? '有一个列表' : `{#${name}} `;
  return `${list}的开头和结尾要放在同一处：都在正文的段落里，或者都在表格的同一行里`;
}

/**
 * The engine that fills the file has the last word: it is filled on trial, once with something in every list and once
 * with nothing anywhere, and must still be whole.
 */
function fillingProblems(texts: readonly TextPart[], tags: readonly Tag[]): readonly TemplateProblem[] {
  try {
    for (const turns of [2, 0]) {
      for (const part of compileTexts(texts)(trialRow(tags, turns))) readWords(part);
    }
    return [];
  } catch (error) {
    if (error instanceof UnfillableTemplate) {
      return [{ where: '全文', sentence: apart(error.tag?.replace(/\s+/gu, '')) }];
    }
    if (error instanceof BrokenXml) return [{ where: '全文', sentence: apart(undefined) }];
    throw error;
  }
}

function trialRow(tags: readonly Tag[], turns: number): TagRow {
  return Object.fromEntries(
    tags.map(({ name, inside }) => [
      name,
      inside === undefined
        ? '样'.repeat(turns)
        : Array.from({ length: turns }, () => trialRow(inside, turns)),
    ]),
  );
}

function cautionsOf(used: ReadonlySet<string>): readonly string[] {
  return used.has('正文') && used.has('协议条款')
    ? ['{正文} 已经包含协议条款，又写了 {协议条款}，条款会印两遍。']
    : [];
}
