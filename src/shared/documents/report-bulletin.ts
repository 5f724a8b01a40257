import { formatLocalDate, type LocalDate } from '../domain/local-date.ts';
import {
  nameOfPeriod,
  type Period,
  type PeriodRequest,
  shortPeriodName,
} from '../domain/reporting-period.ts';
import { type MemberFigures, memberSentence, type ReportTable } from '../domain/statistics/tables.ts';
import { blank, block, type DocumentBlock, type DocumentContent, emphasis, type Part } from './model.ts';
import { sections } from './report-bulletin/sections.ts';
import { type BulletinValues, generalSentences } from './report-bulletin/sentences.ts';

export type BulletinFacts = {
  readonly request: PeriodRequest;
  readonly period: Period;
  readonly values: BulletinValues;
  readonly tables: readonly ReportTable[];
  readonly members: MemberFigures;
  readonly notes: readonly string[];
  readonly filterWords: string | null;
  /** Who reports; null leaves a line to write on. */
  readonly from: string | null;
  /** 主送; null leaves lines to write on. */
  readonly to: string | null;
  /** 成文日期; null leaves a line to write on. */
  readonly datedOn: LocalDate | null;
  /** Whether these are the numbers of a closed month, in words. */
  readonly standing: string;
};

/** Which one of them is not said by these, and nobody's notice goes to “法院”. */
const namelessRecipients: ReadonlyMap<string, string> = new Map([
  ['政协', '政协'],
  ['法院', '人民法院'],
  ['人民法院', '人民法院'],
]);

function addressees(to: string | null): readonly Part[] {
  return (to ?? '政协、法院').split(/(、)/).flatMap((part): Part[] => {
    const kind = namelessRecipients.get(part.trim());
    return kind === undefined ? [part] : [blank(4), kind];
  });
}

/** What whoever signs has to write; the register knows nothing of it. */
const toBeWritten = ['存在的问题', '下一步工作'];

const ordinals = '一二三四五六七';
const annexTitle = '统计口径说明';

function annex(notes: readonly string[]): readonly DocumentBlock[] {
  return [
    block('annexHead', emphasis('附件')),
    block('addressee', ''),
    block('titleAbove', annexTitle),
    block('addressee', ''),
    ...notes.map((note, index) => block('note', `${index + 1}．${note}`)),
  ];
}

/**
 * 通报稿: the report in sentences, tables and rankings, as an official paper (GB/T 9704). Every number of a table is a cell
 * of the report's tables, every number of a sentence one of its figures.
 */
export function reportBulletin(facts: BulletinFacts): Pick<DocumentContent, 'title' | 'page' | 'blocks'> {
  const { request, period, members } = facts;
  const periodName = shortPeriodName(request);
  const told = sections.flatMap(({ title: head, table: name, blocks }) => {
    const table = facts.tables.find((one) => one.name === name);
    return table === undefined ? [] : [{ head, blocks: blocks(table) }];
  });
  const parts: readonly { readonly head: string; readonly blocks: readonly DocumentBlock[] }[] = [
    {
      head: '总体情况',
      blocks: [
        ...generalSentences({ periodName, isYear: request.kind === 'year', values: facts.values }).map(
          (sentence) => block('paragraph', sentence),
        ),
        // Of whom nobody wrote whether they are members is the office's own matter.
        ...(members.people === 0 ? [] : [block('paragraph', memberSentence(periodName, members))]),
      ],
    },
    ...told,
    ...toBeWritten.map((head) => ({ head, blocks: [block('paragraph', blank(26))] })),
  ];
  const filter = facts.filterWords === null ? '' : `（仅统计${facts.filterWords}的案件）`;
  return {
    title: `关于${periodName}“政协+法院”联动调解工作情况的通报`,
    page: { pageNumbers: 'outside', bodyPoints: 16 },
    blocks: [
      // Two lines of one title, broken where the sense allows it; an empty line below it (GB/T 9704).
      block('titleAbove', `关于${periodName}“政协+法院”`),
      block('titleAbove', '联动调解工作情况的通报'),
      block('titleNote', `（${facts.standing}）`),
      block('addressee', ''),
      block('addressee', ...addressees(facts.to), '：'),
      block(
        'paragraph',
        `现将${nameOfPeriod(request, period)}“政协+法院”联动调解工作情况${filter}通报如下。`,
      ),
      ...parts.flatMap(({ head, blocks }, index) => [
        block('leadIn', emphasis(`${ordinals[index] ?? ''}、${head}`)),
        ...blocks,
      ]),
      block('paragraph', ''),
      block('paragraph', `附件：${annexTitle}`),
      block('organisationLine', facts.from ?? blank(12)),
      block(
        'dateline',
        ...(facts.datedOn === null
          ? [blank(3), '年', blank(2), '月', blank(2), '日']
          : [formatLocalDate(facts.datedOn)]),
      ),
      ...annex(facts.notes),
    ],
  };
}
