import {
  block,
  cell,
  type DocumentBlock,
  type PageFurniture,
  type TableRow,
} from '#shared/documents/model.ts';
import { type Tag, writtenTag } from '#shared/documents/office-wording.ts';
import type { Printed } from '../docx.ts';

const page: PageFurniture = { pageNumbers: 'centred', bodyPoints: 14 };

/** A kind of document with its title and its tags. */
export type TagsOfKind = { readonly title: string; readonly tags: readonly Tag[] };

/**
 * A Word file to begin with: the tags of a kind where its own paper would have the words. It passes the check as it is,
 * and the office changes what it likes.
 */
export function starterSheet({ title, tags }: TagsOfKind): Printed {
  const has = (name: string) => tags.some((tag) => tag.name === name);
  const when = (name: string, ...blocks: readonly DocumentBlock[]) => (has(name) ? blocks : []);
  const inParties = tags.find(({ name }) => name === '当事人')?.inside ?? [];
  const described = inParties.some(({ name }) => name === '基本情况');
  const clauses = has('协议条款') && has('纠纷主要事实');
  return {
    title: `${title}（模板）`,
    page: { pageNumbers: 'centred', bodyPoints: 16 },
    blocks: [
      block('title', '{文书名称}'),
      ...when('文书编号', block('documentNumber', '{文书编号}')),
      ...when('法院案号', block('caseNumberLine', '{#法院案号}法院案号：{法院案号}{/法院案号}')),
      ...when(
        '当事人',
        block('party', '{#当事人}'),
        block('party', described ? '{基本情况}' : '{称谓}：{姓名}'),
        block('party', '{/当事人}'),
      ),
      ...when('案由', block('causeLine', '案由：{案由}')),
      ...(clauses
        ? [
            ...when('调解由来', block('paragraph', '{调解由来}')),
            block('paragraph', '纠纷主要事实：{纠纷主要事实}'),
            block('paragraph', '争议事项：{争议事项}'),
            block('leadIn', '经调解，各方当事人自愿达成如下协议：'),
            ...list('协议条款', '条款'),
          ]
        : list('正文', '段落')),
      block('confirmation', '{确认语}'),
      block('party', '{#签名}'),
      block('party', '{签名人}'),
      block('party', '{/签名}'),
      ...when('协议条款', block('organisationLine', '{调解组织}（印章）')),
      block('dateline', '{落款日期}'),
    ],
  };
}

function list(name: string, inside: string): readonly DocumentBlock[] {
  return [`{#${name}}`, `{${inside}}`, `{/${name}}`].map((words) => block('paragraph', words));
}

const howTo: readonly string[] = [
  '用法：在 Word 或者 WPS 中把每个案件不同的地方写成标签，如 {案由}，存为 docx，在“设置 → 文书模板”中添加。程序先检查，再用登记的资料填写。',
  '标签用半角花括号，写在同一段里；可以设字体、字号、加粗，填进去的文字照标签的格式。',
  '列表要写开头和结尾，中间写每一项印什么。开头和结尾各占一段，中间的段落就每项印一遍；都写在表格的同一行里，这一行就每项印一遍。',
  '有的资料可能没有。写成 {#法院案号}法院案号：{法院案号}{/法院案号}，没有时整句不印；写成 {^法院案号}尚未立案{/法院案号}，没有时才印。',
  '签名位只写身份，不要写姓名；协议上不要写法院的名称作落款。调解员的私人备注不能填进任何文书。',
];

/** A tag of the sheet and the titles of the documents that have it. */
type Shared = { readonly tag: Tag; readonly titles: readonly string[] };

/** From how many kinds of document on a tag is told once for all of them. */
const worthSharing = 3;

/**
 * Every tag of every kind of document: those that all of them have, those that several have, and under each kind what
 * it has beside them.
 */
export function referenceSheet(kinds: readonly TagsOfKind[]): Printed {
  const shared = sharedTags(kinds);
  const common = shared.filter(({ titles }) => titles.length === kinds.length);
  const several = shared.filter(({ titles }) => titles.length < kinds.length);
  return {
    title: '文书模板标签对照表',
    page,
    blocks: [
      block('title', '文书模板标签对照表'),
      ...howTo.map((words) => block('paragraph', words)),
      block('subtitle', '每种文书都能用的标签'),
      tagTable(common.map(({ tag }) => tag)),
      block('subtitle', '几种文书共用的标签'),
      tagTable(
        several.map(({ tag, titles }) => ({ ...tag, about: `${tag.about}〔${usedIn(titles, kinds)}〕` })),
      ),
      ...kinds.flatMap(({ title, tags }) => {
        const own = tags.filter((tag) => !shared.some((one) => sameTag(one.tag, tag)));
        return own.length === 0
          ? [block('subtitle', title), block('paragraph', '用上面两张表里的标签。')]
          : [block('subtitle', title), tagTable(own)];
      }),
    ],
  };
}

/** The documents that have a tag, or those that do not where they are fewer. */
function usedIn(titles: readonly string[], kinds: readonly TagsOfKind[]): string {
  const without = kinds.map(({ title }) => title).filter((title) => !titles.includes(title));
  return without.length < titles.length ? `除${without.join('、')}外` : titles.join('、');
}

function sharedTags(kinds: readonly TagsOfKind[]): readonly Shared[] {
  const found: { readonly tag: Tag; readonly titles: string[] }[] = [];
  for (const { title, tags } of kinds) {
    for (const tag of tags) {
      const known = found.find((one) => sameTag(one.tag, tag));
      if (known === undefined) found.push({ tag, titles: [title] });
      else known.titles.push(title);
    }
  }
  return found.filter(({ titles }) => titles.length >= worthSharing);
}

function sameTag(one: Tag, other: Tag): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function tagTable(tags: readonly Tag[]): DocumentBlock {
  return {
    role: 'table',
    name: 'tags',
    columns: [
      { characters: 11, align: 'start' },
      { characters: 17, align: 'start' },
    ],
    head: [[cell('标签'), cell('填入的内容')]],
    rows: tags.flatMap(tagRows),
  };
}

function tagRows(tag: Tag): readonly TableRow[] {
  const needed = tag.needed === undefined ? '' : '（必须有）';
  return [
    [cell(writtenTag(tag)), cell(`${tag.about}${needed}`)],
    ...(tag.inside ?? []).map((inner) => [cell(`　　{${inner.name}}`), cell(inner.about)]),
  ];
}
