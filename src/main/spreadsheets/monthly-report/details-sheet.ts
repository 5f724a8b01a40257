import type { CellStyle, CellValue, WriteSheet } from 'hucre/xlsx';
import type { CountedCase } from '#shared/domain/counted-case.ts';
import { channelLabels, closingLabels } from '#shared/domain/glossary.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import { maskOrganisation, maskPersonNames } from '#shared/domain/masking.ts';
import type { Fen } from '#shared/domain/money.ts';
import type { PartyRole } from '#shared/domain/party.ts';
import { type FigureName, figures } from '#shared/domain/statistics.ts';
import { addRow, addSpans, emptyGrid } from './grid.ts';
import { page, pageNumber, small, styles } from './styles.ts';

type DetailColumn = {
  readonly head: string;
  /** In characters. */
  readonly width: number;
  readonly style: CellStyle;
  of(entry: CountedCase, number: number): CellValue;
};

function day(value: LocalDate | null): Date | null {
  return value === null ? null : new Date(`${value}T00:00:00Z`);
}

function yuan(value: Fen | null): number | null {
  return value === null ? null : value / 100;
}

/** Sums stand only with the cases that the period's sum is made of, so that the column adds up to the table. */
function ofSucceeded(of: (ending: NonNullable<CountedCase['ending']>) => Fen | null) {
  return ({ ending, counted }: CountedCase) =>
    ending !== null && counted.includes('succeeded') ? yuan(of(ending)) : null;
}

/** In which of some figures the case is counted, by their names. */
function countedIn(...names: readonly FigureName[]) {
  return ({ counted }: CountedCase) =>
    names
      .filter((name) => counted.includes(name))
      .map((name) => figures[name].label)
      .join('、');
}

function namesOf(roles: readonly PartyRole[]) {
  return ({ parties }: CountedCase) =>
    parties
      .filter(({ role }) => roles.includes(role))
      .map(({ name }) => name)
      .join('、');
}

const columns: readonly DetailColumn[] = [
  { head: '序号', width: 5, style: styles.count, of: (_, number) => number },
  { head: '法院案号', width: 17, style: styles.text, of: (entry) => entry.courtNumbers.join('\n') },
  { head: '内部编号', width: 13, style: styles.text, of: (entry) => entry.internalNumber },
  { head: '通道', width: 9, style: styles.middle, of: (entry) => channelLabels[entry.channel] },
  { head: '法院', width: 11, style: styles.text, of: (entry) => entry.courtShortName },
  { head: '案由', width: 13, style: styles.text, of: (entry) => entry.causeName },
  { head: '申请人', width: 12, style: styles.text, of: namesOf(['applicant']) },
  {
    head: '被申请人、第三人',
    width: 13,
    style: styles.text,
    of: namesOf(['respondent', 'thirdParty', 'guarantor']),
  },
  { head: '调解员', width: 9, style: styles.text, of: (entry) => entry.mediatorName },
  { head: '界别', width: 9, style: styles.text, of: (entry) => entry.sector },
  { head: '接收日', width: 10.5, style: styles.day, of: (entry) => day(entry.receivedOn) },
  { head: '终结日', width: 10.5, style: styles.day, of: (entry) => day(entry.ending?.on ?? null) },
  {
    head: '终结方式',
    width: 13,
    style: styles.text,
    of: ({ ending }) => (ending === null ? null : `${ending.code} ${closingLabels[ending.code]}`),
  },
  { head: '诉争标的额（元）', width: 12.5, style: styles.yuan, of: (entry) => yuan(entry.claimFen) },
  { head: '协议金额（元）', width: 12.5, style: styles.yuan, of: ofSucceeded((ending) => ending.agreedFen) },
  { head: '到位金额（元）', width: 12.5, style: styles.yuan, of: ofSucceeded((ending) => ending.paidFen) },
  { head: '司法确认日', width: 10.5, style: styles.day, of: (entry) => day(entry.confirmedOn) },
  {
    head: '期初与收案',
    width: 7,
    style: styles.middle,
    of: countedIn('opening', 'received', 'undated'),
  },
  {
    head: '结案与期末',
    width: 7,
    style: styles.middle,
    of: countedIn('closed', 'returned', 'closing', 'beforeReceipt'),
  },
  {
    head: '成功与确认',
    width: 9,
    style: styles.middle,
    of: countedIn('succeeded', 'partly', 'settledThemselves', 'confirmed'),
  },
];

/** In points; the programs that people use do not make a row higher by themselves when they open a file. */
const lineHeight = 12.5;

/** In figures, which column widths are counted in; a Chinese character is as wide as two. */
function widthOf(line: string): number {
  const widths = Array.from(line, (character) => ((character.codePointAt(0) ?? 0) < 0x2e80 ? 1 : 2));
  return widths.reduce((sum: number, one) => sum + one, 0);
}

function linesOf(text: string, width: number): number {
  const lines = text.split('\n').map((line) => Math.max(1, Math.ceil(widthOf(line) / (width + 0.5))));
  return lines.reduce((sum, one) => sum + one, 0);
}

function heightOf(values: readonly CellValue[]): number {
  const lines = values.map((value, index) =>
    typeof value === 'string' ? linesOf(value, columns[index]?.width ?? 1) : 1,
  );
  return 4 + lineHeight * Math.max(...lines);
}

/** The same case without anybody's name (法释〔2016〕19号 第8条、第9条); mediators act in office and keep theirs. */
function maskedCase(entry: CountedCase): CountedCase {
  const people = entry.parties.filter(({ kind }) => kind === 'naturalPerson');
  const masked = new Map(
    maskPersonNames(people.map(({ name }) => name)).map((name, index) => [people[index], name]),
  );
  return {
    ...entry,
    parties: entry.parties.map((party) => ({
      ...party,
      name: masked.get(party) ?? maskOrganisation(party.name),
    })),
  };
}

/** Draws the cases behind the numbers. IDs, phones and addresses are in neither form of it. */
export function detailsSheet(
  cases: readonly CountedCase[],
  sheet: { readonly name: string; readonly title: string; readonly masked: boolean },
): WriteSheet {
  const grid = emptyGrid();
  addSpans(grid, [{ text: sheet.title, columns: columns.length, style: styles.subtitle }], 32);
  const note = sheet.masked ? '当事人姓名、名称已隐去。' : '含当事人姓名，仅供内部核对，不得公开。';
  addSpans(
    grid,
    [
      {
        text: `${note}最后三列是案件在本期计入的各数，按它筛选的件数等于统计表上的数；期末以后的终结、确认不列，协议金额和到位金额只列本期成功的案件。`,
        columns: columns.length,
        style: styles.aside,
      },
    ],
    20,
  );
  addRow(
    grid,
    columns.map(({ head }) => head),
    styles.head,
    32,
  );
  const headRows = grid.rows.length;
  for (const [index, entry] of cases.entries()) {
    const shown = sheet.masked ? maskedCase(entry) : entry;
    const values = columns.map((column) => column.of(shown, index + 1));
    addRow(grid, values, (column) => small(columns[column]?.style ?? styles.none), heightOf(values));
  }
  return {
    name: sheet.name,
    rows: grid.rows,
    cells: grid.cells,
    merges: grid.merges,
    rowDefs: grid.rowDefs,
    columns: columns.map((column) => ({ width: column.width })),
    freezePane: { rows: headRows, columns: 2 },
    pageSetup: { ...page, printTitlesRow: `$${headRows}:$${headRows}` },
    headerFooter: pageNumber,
  };
}
