import { type Cause, type CauseEdition, matchCause } from '../cause-of-action.ts';
import { type LocalDate, localDate } from '../local-date.ts';
import { splitPartyNames } from '../party.ts';
import type { LedgerDoubtCode } from './doubt.ts';
import { doubtsOfFacts } from './doubts.ts';
import type { LedgerCaseFacts, LedgerReference, ReadRow } from './facts.ts';
import { type LedgerField, ledgerFieldFacts } from './fields.ts';
import type { SheetMapping } from './head.ts';
import { notACase } from './not-a-case.ts';
import { readOrigin } from './origin.ts';
import { type Findings, readClaim, readClosing, readConfirmation, readSum } from './outcome.ts';
import { readParties, readUndividedParties } from './parties.ts';
import type { LedgerRecord } from './records.ts';
import { type FieldCell, problemAt, type RowCells, rowCells, saysNothing } from './row-cells.ts';
import { readDay, readText } from './values.ts';

/** 《民事案件案由规定》 as amended in 2025 is in force from this day (法〔2025〕227号). */
const edition2025From = localDate('2026-01-01');

/**
 * Reads one record into a case's facts. Refused, with every reason, is only what could not be counted: without a day
 * of receipt, a known cause, a readable sum, a known result with its day. Everything else is imported with doubts.
 */
export function readLedgerRow(
  record: LedgerRecord,
  mapping: SheetMapping,
  reference: LedgerReference,
): ReadRow {
  const at = { sheet: record.sheet, row: record.row, rowsBelow: record.rowsBelow };
  const why = notACase(record, mapping);
  if (why !== undefined) {
    return { kind: 'notACase', ...at, why };
  }
  const cells = rowCells(record, mapping);
  const findings: Findings = { problems: [], doubts: [] };
  const received = readReceipt(cells, reference.today, findings);
  const cause = readCause(cells, reference, findings);
  const claim = readClaim(cells, findings);
  const closing = readClosing(cells, received?.receivedOn, reference.today, findings);
  const agreedFen = readSum(cells.one('agreedAmount'), cells, findings);
  const paidFen = readSum(cells.one('paidAmount'), cells, findings);
  const confirmation = readConfirmation(cells, reference.today, findings);
  if (findings.problems.length > 0 || received === undefined || cause === undefined) {
    return { kind: 'refused', ...at, problems: findings.problems };
  }
  const applicants = readParties(cells, 'applicant', reference.today);
  const respondents = readParties(cells, 'respondent', reference.today);
  const thirdParties = readParties(cells, 'thirdParty', reference.today);
  const undivided = readUndividedParties(cells.text('parties'));
  const origin = readOrigin(cells, reference.courts);
  const paidOn = readOptionalDay(cells, 'paidOn', reference.today, findings);
  const letterOn = readOptionalDay(cells, 'letterOn', reference.today, findings);
  if (received.receivedBasis === 'receipt') {
    readOptionalDay(cells, 'filedOn', reference.today, findings);
  }
  const paid = paidFen !== undefined && paidFen > 0;
  if (paidOn !== undefined && !paid) {
    findings.doubts.push({
      code: 'paymentDayUnreadable',
      sentence: `有${ledgerFieldFacts.paidOn.label}“${cells.one('paidOn').text}”，却没有到位金额，没有登记。`,
    });
  }
  const remarks = [
    readText(cells.text('remarks')) ?? '',
    ...[applicants, respondents, thirdParties].map(({ addresses }) => addresses),
  ]
    .filter((text) => text !== '')
    .join('；');
  const facts: LedgerCaseFacts = {
    ...received,
    ...origin.facts,
    cause: { edition: editionOn(received.receivedOn), name: cause.name },
    claim,
    applicants: applicants.parties.length > 0 ? applicants.parties : undivided.applicants,
    respondents: respondents.parties.length > 0 ? respondents.parties : undivided.respondents,
    thirdParties: thirdParties.parties,
    mediatorNames: readMediators(cells),
    ...(closing === undefined ? {} : { closing }),
    ...(agreedFen === undefined ? {} : { agreedFen }),
    ...(paid ? { paid: { fen: paidFen, ...(paidOn === undefined ? {} : { on: paidOn }) } } : {}),
    ...confirmation,
    ...(letterOn === undefined ? {} : { letterOn }),
    ...optionalTexts(cells),
    ...(remarks === '' ? {} : { remarks }),
  };
  return {
    kind: 'case',
    ...at,
    facts,
    warned: [...applicants.warned, ...respondents.warned, ...thirdParties.warned],
    doubts: [
      ...findings.doubts,
      ...applicants.doubts,
      ...respondents.doubts,
      ...thirdParties.doubts,
      ...undivided.doubts,
      ...origin.doubts,
      ...doubtsOfFacts(facts, cause),
    ],
    shown: { numbers: origin.shown, receivedOn: shownReceipt(cells) },
  };
}

function editionOn(receivedOn: LocalDate): CauseEdition {
  return receivedOn < edition2025From ? '2020' : '2025';
}

/** 接收日期 where the ledger has it, else 收案日期, which is then marked as taken from the ledger. */
function readReceipt(
  cells: RowCells,
  today: LocalDate,
  { problems }: Findings,
): Pick<LedgerCaseFacts, 'receivedOn' | 'receivedBasis' | 'filedOn'> | undefined {
  const { date1904 } = cells.record;
  const receipt = cells.one('receivedOn');
  const filing = cells.one('filedOn');
  const received = readDay(receipt, date1904, today);
  const filed = readDay(filing, date1904, today);
  if (received.kind === 'day') {
    return {
      receivedOn: received.day,
      receivedBasis: 'receipt',
      ...(filed.kind === 'day' ? { filedOn: filed.day } : {}),
    };
  }
  if (received.kind === 'none' && filed.kind === 'day') {
    return { receivedOn: filed.day, receivedBasis: 'ledger', filedOn: filed.day };
  }
  const at = receiptCell(cells);
  const invalid = received.kind === 'invalid' ? received : filed.kind === 'invalid' ? filed : undefined;
  problems.push(
    problemAt(
      cells,
      at,
      invalid === undefined ? `没有${ledgerFieldFacts.filedOn.label}，无法计入任何一个月。` : invalid.reason,
    ),
  );
  return undefined;
}

/** The cell that the day of receipt is read from: 接收日期 unless it is blank and 收案日期 is not, or is no column. */
function receiptCell(cells: RowCells): FieldCell {
  const receipt = cells.of('receivedOn')[0];
  const filing = cells.of('filedOn')[0];
  return receipt === undefined || (saysNothing(receipt.text) && filing !== undefined)
    ? (filing ?? cells.one('filedOn'))
    : receipt;
}

function shownReceipt(cells: RowCells): { readonly column: string; readonly value: string } {
  const { head, text } = receiptCell(cells);
  return { column: head, value: text };
}

function readCause(
  cells: RowCells,
  { causes }: LedgerReference,
  { problems, doubts }: Findings,
): Cause | undefined {
  const at = cells.one('cause');
  const whole = matchCause(causes, at.text);
  if (whole !== undefined) {
    return whole;
  }
  // 、 also stands inside single names, so the whole went first.
  const parts = at.text.split(/[、，,;；/／\n]/).filter((part) => part.trim() !== '');
  const [first, ...others] = parts.map((part) => matchCause(causes, part));
  if (first !== undefined && !others.includes(undefined)) {
    doubts.push({ code: 'severalCauses', sentence: `案由写了几个（${at.text}），按“${first.name}”统计。` });
    return first;
  }
  problems.push(
    problemAt(
      cells,
      at,
      saysNothing(at.text)
        ? '没有案由，无法按案由统计。'
        : '不是《民事案件案由规定》中的案由，请改为规定的案由（如民间借贷纠纷）。',
    ),
  );
  return undefined;
}

/** Days that no figure needs: one that cannot be read raises a doubt and refuses nothing. */
const optionalDays = {
  paidOn: 'paymentDayUnreadable',
  letterOn: 'letterDayUnreadable',
  filedOn: 'filingDayUnreadable',
} as const satisfies Partial<Record<LedgerField, LedgerDoubtCode>>;

function readOptionalDay(
  cells: RowCells,
  field: keyof typeof optionalDays,
  today: LocalDate,
  { doubts }: Findings,
): LocalDate | undefined {
  const at = cells.one(field);
  const day = readDay(at, cells.record.date1904, today);
  if (day.kind === 'invalid') {
    doubts.push({
      code: optionalDays[field],
      sentence: `${at.head}写的是“${at.text}”，没有登记：${day.reason}`,
    });
  }
  return day.kind === 'day' ? day.day : undefined;
}

function readMediators(cells: RowCells): readonly string[] {
  const names = splitPartyNames(cells.text('mediators')).map((name) =>
    name.replace(/(?<=..)(?:委员|调解员)$|[（(].*[)）]$/gu, ''),
  );
  return [...new Set(names.filter((name) => !saysNothing(name)))];
}

function optionalTexts(
  cells: RowCells,
): Pick<
  LedgerCaseFacts,
  'tribunal' | 'internalNumber' | 'claims' | 'facts' | 'sector' | 'judge' | 'clerk' | 'letterNumber'
> {
  const fields = [
    'tribunal',
    'internalNumber',
    'claims',
    'facts',
    'sector',
    'judge',
    'clerk',
    'letterNumber',
  ] as const;
  return Object.fromEntries(
    fields.flatMap((field) => {
      const text = readText(cells.text(field));
      return text === undefined ? [] : [[field, text]];
    }),
  );
}
