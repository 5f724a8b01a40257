import { findCaseNumbers } from '../case-number.ts';
import { matchClosing } from '../closing.ts';
import type { LocalDate } from '../local-date.ts';
import type { Fen } from '../money.ts';
import type { LedgerDoubt } from './doubt.ts';
import type { LedgerCaseFacts, LedgerClaim, Problem } from './facts.ts';
import { type FieldCell, problemAt, type RowCells, saysNothing } from './row-cells.ts';
import { readAmount, readDay } from './values.ts';

/** What reading a row gathers besides its facts. */
export type Findings = { readonly problems: Problem[]; readonly doubts: LedgerDoubt[] };

export function readClaim(cells: RowCells, findings: Findings): LedgerClaim {
  const at = cells.one('claim');
  const amount = readAmount(at);
  switch (amount.kind) {
    case 'blank':
      return { kind: 'notStated' };
    case 'none':
      return { kind: 'noProperty' };
    case 'amount':
      noteRounding(at, amount.rounded, findings);
      return { kind: 'amount', fen: amount.fen };
    case 'invalid':
      findings.problems.push(problemAt(cells, at, amount.reason));
      return { kind: 'notStated' };
  }
}

export function readSum(at: FieldCell, cells: RowCells, findings: Findings): Fen | undefined {
  const amount = readAmount(at);
  if (amount.kind === 'invalid') {
    findings.problems.push(problemAt(cells, at, amount.reason));
  }
  if (amount.kind !== 'amount') {
    return undefined;
  }
  noteRounding(at, amount.rounded, findings);
  return amount.fen;
}

function noteRounding(at: FieldCell, rounded: boolean, { doubts }: Findings): void {
  if (rounded) {
    doubts.push({
      code: 'amountRounded',
      sentence: `${at.head} ${at.text} 有不足一分的小数，已四舍五入到分。`,
    });
  }
}

export function readClosing(
  cells: RowCells,
  receivedOn: LocalDate | undefined,
  today: LocalDate,
  { problems }: Findings,
): LedgerCaseFacts['closing'] {
  const result = cells.one('result');
  const dayCell = cells.one('closedOn');
  const day = isStillOpen(dayCell.text)
    ? ({ kind: 'none' } as const)
    : readDay(dayCell, cells.record.date1904, today);
  const partly = /部分/.test(result.text);
  const matched =
    matchClosing(result.text) ?? (partly ? matchClosing(result.text.replace(/部分/g, '')) : undefined);
  if (day.kind === 'invalid') {
    problems.push(problemAt(cells, dayCell, day.reason));
  } else if (day.kind === 'day' && receivedOn !== undefined && day.day < receivedOn) {
    problems.push(problemAt(cells, dayCell, `结案日期早于收案日期（${receivedOn}）。`));
  }
  if (matched === undefined) {
    problems.push(
      problemAt(
        cells,
        result,
        '不认识的调解结果，无法判断是否成功；请改为“达成书面协议”“当事人不同意调解”等。',
      ),
    );
  } else if (matched.kind === 'pending' && day.kind === 'day') {
    problems.push(
      saysNothing(result.text)
        ? problemAt(cells, result, '有结案日期，却没有调解结果，无法计入成功或未成功。')
        : problemAt(cells, dayCell, `调解结果是“${result.text}”，却有结案日期。`),
    );
  } else if (matched.kind === 'closing' && day.kind === 'none') {
    problems.push(
      problemAt(cells, dayCell, `调解结果是“${result.text}”，却没有结案日期，无法计入任何一个月。`),
    );
  }
  return matched?.kind === 'closing' && day.kind === 'day'
    ? { code: matched.code, closedOn: day.day, partly }
    : undefined;
}

function isStillOpen(text: string): boolean {
  return matchClosing(text)?.kind === 'pending';
}

/** A column 司法确认 may hold the ruling's number, or say 是 or 已申请 instead of a day: no figure, but nothing to refuse a case for. */
export function readConfirmation(
  cells: RowCells,
  today: LocalDate,
  { problems, doubts }: Findings,
): Confirmation {
  const at = cells.one('confirmedOn');
  const ruling = readRuling(at, today);
  if (ruling.confirmationNumber !== undefined) {
    if (ruling.confirmedOn === undefined) {
      doubts.push({
        code: 'confirmationDayUnknown',
        sentence: `${at.head}写的是“${at.text}”，已登记裁定书文号；没有确认日期，没有计入司法确认，请补填日期。`,
      });
    }
    return ruling;
  }
  const day = readDay(at, cells.record.date1904, today);
  if (day.kind === 'day') {
    return { confirmedOn: day.day };
  }
  if (day.kind === 'invalid' && /\d/.test(at.text) && !/[字号]/.test(at.text)) {
    problems.push(problemAt(cells, at, day.reason));
  } else if (day.kind === 'invalid' && !/^(?:否|未|不)/.test(at.text)) {
    doubts.push({
      code: 'confirmationNotADay',
      sentence: `${at.head}写的是“${at.text}”，不是日期，没有计入司法确认。`,
    });
  }
  return {};
}

type Confirmation = Pick<LedgerCaseFacts, 'confirmedOn' | 'confirmationNumber'>;

/** A ruling's number, with the day that may stand before or after it. */
function readRuling(at: FieldCell, today: LocalDate): Confirmation {
  const pieces = at.text.split(/(?=[（(〔[【](?:19|20)\d{2})|(?<=号)|[、，,;；\s]+/);
  const [confirmationNumber] = [at.text, ...pieces].flatMap(findCaseNumbers);
  const [confirmedOn] = pieces.flatMap((text) => {
    const day = readDay({ ...at, text, cell: { kind: 'text', text } }, false, today);
    return day.kind === 'day' ? [day.day] : [];
  });
  return confirmationNumber === undefined
    ? {}
    : { confirmationNumber, ...(confirmedOn === undefined ? {} : { confirmedOn }) };
}
