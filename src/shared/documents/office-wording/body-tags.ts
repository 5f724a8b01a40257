import { type DocumentBlock, type DocumentContent, type TextRole, wordsOf } from '../model.ts';
import type { FilledTag, TagRow } from './tag.ts';

const beginsTheBody: ReadonlySet<string> = new Set(['paragraph', 'leadIn', 'term', 'addressee', 'table']);
const standsBelow: ReadonlySet<string> = new Set([
  'confirmation',
  'signatures',
  'organisationLine',
  'dateline',
]);

type Row = { readonly role: DocumentBlock['role']; readonly words: string };

/** Each paragraph of a paper, and each row of its tables, in words. */
function rowsOf(blocks: readonly DocumentBlock[]): readonly Row[] {
  return blocks.flatMap((block): readonly Row[] => {
    switch (block.role) {
      case 'signatures':
        return block.rows.flatMap((row) =>
          row.flatMap(({ lines }) => lines.map(({ label }) => ({ role: block.role, words: label }))),
        );
      case 'table':
        return [...block.head, ...block.rows].map((row) => ({
          role: block.role,
          words: row
            .map(({ lines }) => lines.map((runs) => runs.map(wordsOf).join('')).join('，'))
            .join('　'),
        }));
      default:
        return [{ role: block.role, words: block.runs.map(wordsOf).join('') }];
    }
  });
}

function listOf(rows: readonly Row[], inside: string): readonly TagRow[] {
  return rows.map(({ words }) => ({ [inside]: words }));
}

function withRoles(rows: readonly Row[], ...roles: readonly (TextRole | 'signatures')[]): readonly Row[] {
  return rows.filter(({ role }) => roles.some((one) => one === role));
}

/** The clauses with what belongs to each: its further paragraphs and its table of instalments. */
function clauses(rows: readonly Row[]): readonly Row[] {
  const found: Row[] = [];
  let inside = false;
  for (const row of rows) {
    inside = row.role === 'term' || (inside && (row.role === 'termContinuation' || row.role === 'table'));
    if (inside) found.push(row);
  }
  return found;
}

function body(rows: readonly Row[]): readonly Row[] {
  const first = rows.findIndex(({ role }) => beginsTheBody.has(role));
  return first < 0 ? [] : rows.slice(first).filter(({ role }) => !standsBelow.has(role));
}

/** What every kind of paper offers: the words that the program itself would have put there. */
export const bodyTags: readonly FilledTag<DocumentContent>[] = [
  { name: '文书名称', about: '文书的标题', fill: ({ title }) => title },
  {
    name: '正文',
    about: '程序自带文书的正文，每段一遍',
    inside: [{ name: '段落', about: '一段的文字' }],
    fill: ({ blocks }) => listOf(body(rowsOf(blocks)), '段落'),
  },
  {
    name: '确认语',
    about: '签名上方的确认语',
    fill: ({ blocks }) =>
      withRoles(rowsOf(blocks), 'confirmation')
        .map(({ words }) => words)
        .join('\n　　'),
  },
  {
    name: '签名',
    about: '每个签名位一遍；只有身份，没有姓名，姓名由本人手写',
    inside: [{ name: '签名人', about: '如 申请人（签名、捺印）：' }],
    fill: ({ blocks }) => listOf(withRoles(rowsOf(blocks), 'signatures'), '签名人'),
  },
  {
    name: '落款日期',
    about: '文书末尾的日期；签名时手填的留空',
    fill: ({ blocks }) => withRoles(rowsOf(blocks), 'dateline').at(-1)?.words ?? '',
  },
];

/** The clauses of an agreement; a report may do without them, because there may be none. */
export function clauseTags(fields: readonly string[]): readonly FilledTag<DocumentContent>[] {
  if (!fields.includes('terms')) return [];
  const ofAgreement = fields.includes('mainFacts');
  return [
    {
      name: '协议条款',
      about: '每条（以及分期表的每行）一遍，带序号',
      inside: [{ name: '条款', about: '一条的文字，如 一、被申请人…' }],
      ...(ofAgreement
        ? { insteadOf: ['正文'], needed: '协议须写明调解结果（法释〔2016〕14号 第24条）' }
        : {}),
      fill: ({ blocks }) => listOf(clauses(rowsOf(blocks)), '条款'),
    },
  ];
}
