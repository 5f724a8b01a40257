import type { CountedCase, ListedCase } from '../../counted-case.ts';
import { closingLabels } from '../../glossary.ts';
import { maskOrganisation, maskPersonNames } from '../../masking.ts';
import type { PartyRole } from '../../party.ts';
import { type FigureName, figures } from '../figures.ts';
import { dayCell, numberCell, type ReportCell, textCell, yuanCell } from './cell.ts';
import { type ReportColumn, type ReportRow, type ReportTable, reportTableHeads } from './report-table.ts';

type CaseColumn = {
  readonly head: string;
  readonly width: number;
  readonly align?: ReportColumn['align'];
  /** The cases over which 合计 sums it. */
  readonly summed?: 'agreedFen' | 'paidFen';
  of(entry: CountedCase, number: number): ReportCell;
};

const channelHeads = { A: '委派', B: '委托', C: '自行' } as const;

/** Sums stand only with the cases that the period's sum is made of, so that the column adds up to the table. */
function ofSucceeded(name: 'agreedFen' | 'paidFen') {
  return ({ ending, counted }: CountedCase) => {
    if (ending === null || !counted.includes('succeeded')) return textCell(null);
    // Where nothing was to be paid a zero would read as a debt.
    const told = ending.agreedFen !== null || ending.paidFen > 0;
    return told ? yuanCell(ending[name] ?? 0) : textCell(null);
  };
}

function namesOf({ parties }: CountedCase, roles: readonly PartyRole[]): string {
  return parties
    .filter(({ role }) => roles.includes(role))
    .map(({ name }) => name)
    .join('、');
}

/** What the list tells of a case's counting; by it the rows are filtered to a number of the tables. */
export const listedFigures: readonly FigureName[] = [
  'opening',
  'received',
  'closed',
  'returned',
  'closing',
  'overdue',
  'succeeded',
  'partly',
  'confirmed',
  'undated',
  'beforeReceipt',
];

function performanceOf({ ending, counted }: CountedCase): string {
  if (ending === null || !counted.includes('succeeded') || (ending.agreedFen ?? 0) === 0) return '';
  if (ending.paidFen >= (ending.agreedFen ?? 0)) return '已全部到位';
  return ending.paidFen > 0 ? '部分到位' : '未到位';
}

/** The head of the column that names a case; on the screen it leads to it. */
export const caseHead = '内部编号';

const columns: readonly CaseColumn[] = [
  { head: '序号', width: 5, align: 'end', of: (_, number) => numberCell(number) },
  { head: '法院案号', width: 17, of: (entry) => textCell(entry.courtNumbers.join('\n')) },
  { head: caseHead, width: 12, of: (entry) => textCell(entry.internalNumber) },
  { head: '法院', width: 9, of: (entry) => textCell(entry.courtShortName) },
  { head: '通道', width: 5, align: 'centre', of: ({ channel }) => textCell(channelHeads[channel]) },
  { head: '申请人', width: 11, of: (entry) => textCell(namesOf(entry, ['applicant'])) },
  {
    head: '被申请人、第三人',
    width: 12,
    of: (entry) => textCell(namesOf(entry, ['respondent', 'thirdParty', 'guarantor'])),
  },
  { head: '案由', width: 13, of: (entry) => textCell(entry.causeName) },
  {
    head: '诉争标的额（元）',
    width: 12.5,
    align: 'end',
    of: ({ claimFen }) => (claimFen === null ? textCell(null) : yuanCell(claimFen)),
  },
  { head: '接收日', width: 10, align: 'centre', of: (entry) => dayCell(entry.receivedOn) },
  { head: '调解员', width: 8, of: (entry) => textCell(entry.mediatorName) },
  { head: '书记员', width: 7, of: (entry) => textCell(entry.clerk) },
  { head: '到期日', width: 10, align: 'centre', of: (entry) => dayCell(entry.dueOn) },
  { head: '终结日', width: 10, align: 'centre', of: ({ ending }) => dayCell(ending?.on ?? null) },
  {
    head: '终结方式',
    width: 12,
    of: ({ ending }) => textCell(ending === null ? null : `${ending.code} ${closingLabels[ending.code]}`),
  },
  { head: '协议金额（元）', width: 12.5, align: 'end', of: ofSucceeded('agreedFen'), summed: 'agreedFen' },
  { head: '到位金额（元）', width: 12.5, align: 'end', of: ofSucceeded('paidFen'), summed: 'paidFen' },
  { head: '履行情况', width: 9, of: (entry) => textCell(performanceOf(entry)) },
  { head: '司法确认案号', width: 14, of: (entry) => textCell(entry.confirmationNumber) },
  {
    head: '本期计入',
    width: 11,
    of: ({ counted }) =>
      textCell(
        listedFigures
          .filter((name) => counted.includes(name))
          .map((name) => figures[name].label)
          .join('、'),
      ),
  },
];

/** The same case without anybody's name (法释〔2016〕19号 第8条、第9条); mediators act in office and keep theirs. */
function masked(entry: ListedCase): ListedCase {
  const people = entry.parties.filter(({ kind }) => kind === 'naturalPerson');
  const names = new Map(
    maskPersonNames(people.map(({ name }) => name)).map((name, index) => [people[index], name]),
  );
  return {
    ...entry,
    parties: entry.parties.map((party) => ({
      ...party,
      name: names.get(party) ?? maskOrganisation(party.name),
    })),
  };
}

/** 合计, to be held against the tables: 协议金额 and 到位金额 of the cases that succeeded. */
function totalRow(cases: readonly CountedCase[]): ReportRow {
  const sumOf = (name: 'agreedFen' | 'paidFen') =>
    cases.reduce(
      (sum, { ending, counted }) => sum + (counted.includes('succeeded') ? (ending?.[name] ?? 0) : 0),
      0,
    );
  const words: Readonly<Record<string, string>> = { 法院案号: '合计', [caseHead]: `${cases.length}件` };
  return {
    kind: 'total',
    slices: [],
    figure: 'succeeded',
    of: null,
    cells: columns.map(({ head, summed }) =>
      summed === undefined ? textCell(words[head] ?? null) : yuanCell(sumOf(summed)),
    ),
  };
}

/** 表五: the cases behind the numbers, masked unless asked otherwise. IDs, phones and addresses are in no form of it. */
export function casesTable(facts: {
  readonly periodName: string;
  readonly cases: readonly ListedCase[];
  readonly masked: boolean;
  /** How many of them have a line; 合计 is of all. */
  readonly most: number;
}): ReportTable {
  const { cases, most } = facts;
  const { number, title, tab } = reportTableHeads.cases;
  const line = (entry: ListedCase, index: number): ReportRow => {
    const shown = facts.masked ? masked(entry) : entry;
    return {
      kind: 'line',
      slices: null,
      figure: null,
      of: null,
      caseId: entry.caseId,
      cells: columns.map((column) => column.of(shown, index + 1)),
    };
  };
  return {
    name: 'cases',
    number,
    title: `${facts.periodName}${title}`,
    tab,
    unit: '元',
    columns: columns.map(({ head, width, align = 'start', summed }) => ({
      group: null,
      head,
      width,
      align,
      sheet: 1,
      measure: summed ?? null,
      opens: summed === undefined ? null : { figure: 'succeeded', of: 'current', slices: [] },
    })),
    rows: [...cases.slice(0, most).map(line), ...(cases.length === 0 ? [] : [totalRow(cases)])],
    notes: [
      facts.masked ? '当事人姓名、名称已隐去。' : '含当事人姓名、名称，仅供内部核对，不得公开。',
      '“本期计入”是案件在本期计入的各数，按它筛选（“包含”某数）的件数等于统计表上的数；合计的协议金额、到位金额等于统计表上的数，诉争标的额各案都列，不加总；期末以后的终结、确认不列，协议金额、到位金额、履行情况只列本期成功的案件，到位金额计至导出日。',
    ],
    leftOut: Math.max(0, cases.length - most),
  };
}
