import { cellText, isBlank } from './cells.ts';
import { writtenHead } from './columns.ts';
import type { OtherRow } from './facts.ts';
import type { LedgerField } from './fields.ts';
import type { SheetMapping } from './head.ts';
import type { LedgerRecord } from './records.ts';

/** Columns that say something of a case; a prefilled court or running number alone does not. */
const substance: ReadonlySet<LedgerField | 'ignore'> = new Set([
  'receivedOn',
  'filedOn',
  'caseNumbers',
  'cause',
  'applicants',
  'respondents',
  'parties',
  'claim',
  'closedOn',
  'result',
  'agreedAmount',
  'paidAmount',
  'confirmedOn',
]);

const sumWords = /^[^、，。]{0,12}(?:合计|小计|总计|累计|共计)[^、，。]{0,8}$/;
/** 合计 or 三月份小计 and nothing else in the cell; 共计两次调解 tells of a case. */
const sumHead = /^[^、，。]{0,8}(?:合计|小计|总计|累计|共计)[:：]?$/;
const noteWords = /^(?:注|备注|说明|填表|制表|填报|审核|负责人|统计|打印|联系|单位|附|\*|※)/;

/** What a row below the head is when it is no case; undefined for a case, however incomplete. */
export function notACase(record: LedgerRecord, mapping: SheetMapping): OtherRow['why'] | undefined {
  const { cells } = record;
  if (cells.every(isBlank)) {
    return 'blank';
  }
  const filled = mapping.columns.filter(({ index }) => !isBlank(cells[index]));
  const has = (field: LedgerField): boolean => filled.some((column) => column.field === field);
  const texts = cells.map(cellText).filter((text) => text !== '');
  const [firstText = ''] = texts.filter((text) => !/^\d+$/.test(text));
  const named = has('cause') || has('applicants') || has('respondents') || has('parties');
  if (
    named
      ? sumHead.test(firstText.replace(/\s/g, ''))
      : texts.some((text) => sumWords.test(text.replace(/\s/g, '')))
  ) {
    return 'total';
  }
  if (repeatsHead(record, mapping)) {
    return 'repeatedHead';
  }
  const telling = filled.filter(({ field }) => substance.has(field));
  if (telling.length === 0) {
    return texts.every((text) => /^\d+$/.test(text)) && filled.every(({ field }) => field === 'sequence')
      ? 'blank'
      : 'note';
  }
  // A note begins in any column: 填表人：… under 收案日期 is no case with a wrong date.
  return texts.length <= 2 && !has('caseNumbers') && texts.some((text) => noteWords.test(text))
    ? 'note'
    : undefined;
}

/** The head again at the top of a printed page, or the line 1, 2, 3 … that numbers the columns. */
function repeatsHead({ cells }: LedgerRecord, mapping: SheetMapping): boolean {
  const filled = mapping.columns.filter(({ index }) => !isBlank(cells[index]));
  const asHead = filled.filter(({ index, head }) => {
    const text = writtenHead(cellText(cells[index]));
    return text.length > 1 && head.includes(text);
  });
  const asNumber = filled.filter(({ index }) => cellText(cells[index]) === String(index + 1));
  return (
    (asHead.length >= 3 && asHead.length > filled.length * 0.6) ||
    (asNumber.length >= 5 && asNumber.length > filled.length * 0.8)
  );
}
