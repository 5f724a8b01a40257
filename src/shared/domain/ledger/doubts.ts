import { type CaseNumber, caseNumberParts } from '../case-number.ts';
import { type Cause, causeRestriction, isSpecificCause } from '../cause-of-action.ts';
import { channels, mediationPeriodRule } from '../channel.ts';
import { closings } from '../closing.ts';
import { addDays, daysBetween, formatLocalDate, type LocalDate } from '../local-date.ts';
import { formatYuan } from '../money.ts';
import { foldForSearch } from '../names.ts';
import type { LedgerDoubt, LedgerDoubtCode } from './doubt.ts';
import type { LedgerCaseFacts, LedgerParty } from './facts.ts';

/** The doubts that a case's own facts raise, whatever its cells looked like. */
export function doubtsOfFacts(facts: LedgerCaseFacts, cause: Cause): readonly LedgerDoubt[] {
  return [
    ...doubtsOfTime(facts),
    ...doubtsOfOutcome(facts),
    ...doubtsOfConfirmation(facts, cause),
    ...doubtsOfChannel(facts),
    ...doubtsOfPersons(facts),
    ...when(
      facts.closing !== undefined && !isSpecificCause(cause),
      'causeNotSpecific',
      `结案案由“${cause.name}”不是三级或四级案由。`,
    ),
  ];
}

function when(raised: boolean, code: LedgerDoubtCode, sentence: string): readonly LedgerDoubt[] {
  return raised ? [{ code, sentence }] : [];
}

/** Without the day of an extension the ledger cannot show that a late closing was in time. 法释〔2016〕14号 第27条 */
function doubtsOfTime(facts: LedgerCaseFacts): readonly LedgerDoubt[] {
  const { closing, receivedOn, channel } = facts;
  const rule = mediationPeriodRule(channel, channel === 'B' ? 'ordinary' : undefined, receivedOn);
  if (closing === undefined || rule === undefined) {
    return [];
  }
  const due = afterWeekend(addDays(receivedOn, rule.days));
  return when(
    closing.closedOn > due,
    'closedLate',
    `接收后第 ${daysBetween(receivedOn, closing.closedOn)} 日结案，超过 ${rule.days} 日（到期日 ${formatLocalDate(due)}，未计节日顺延），台账没有延期记录。`,
  );
}

// 民事诉讼法 第85条: a period that ends on a day off ends on the first day after it.
function afterWeekend(day: LocalDate): LocalDate {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday === 6 ? addDays(day, 2) : weekday === 0 ? addDays(day, 1) : day;
}

function doubtsOfOutcome(facts: LedgerCaseFacts): readonly LedgerDoubt[] {
  const { closing, claim, agreedFen = 0, paid } = facts;
  const paidFen = paid?.fen ?? 0;
  const succeeded = closing !== undefined && closings[closing.code].outcome === 'success';
  const label = closing === undefined ? '尚未结案' : `结果为“${closings[closing.code].label}”`;
  return [
    ...when(
      closing?.code === 'C11' && agreedFen === 0 && claim.kind === 'amount',
      'agreementWithoutAmount',
      '达成书面协议，有标的额，却没有协议金额。',
    ),
    ...when(
      paid !== undefined && succeeded && paidFen > agreedFen,
      'paidMoreThanAgreed',
      `到位金额 ${yuan(paid?.fen)} 元大于协议金额 ${yuan(facts.agreedFen)} 元。`,
    ),
    ...when(
      closing?.code === 'C13' && paidFen < agreedFen,
      'performedNotPaid',
      `结果为当场履行，到位金额 ${yuan(paid?.fen)} 元少于协议金额 ${yuan(facts.agreedFen)} 元。`,
    ),
    ...when(
      !succeeded && (agreedFen > 0 || paidFen > 0),
      'amountsWithoutAgreement',
      `${label}，却有协议金额或到位金额；报表只计成功案件的金额。`,
    ),
  ];
}

function yuan(amount: LedgerCaseFacts['agreedFen']): string {
  return amount === undefined ? '0' : formatYuan(amount);
}

function doubtsOfConfirmation(facts: LedgerCaseFacts, cause: Cause): readonly LedgerDoubt[] {
  const { confirmedOn, closing, channel } = facts;
  if (confirmedOn === undefined) {
    return [];
  }
  const restriction = causeRestriction(cause);
  return [
    ...when(
      closing !== undefined && confirmedOn < closing.closedOn,
      'confirmedBeforeClosing',
      `司法确认日期 ${formatLocalDate(confirmedOn)} 早于结案日期。`,
    ),
    ...when(
      closing === undefined || closings[closing.code].outcome !== 'success',
      'confirmedWithoutAgreement',
      '有司法确认日期，却没有达成协议的结果。',
    ),
    ...when(
      channel === 'B',
      'confirmationInChannelB',
      '立案后委托调解的案件一般由法院出具调解书，不走司法确认（法释〔2016〕14号 第19条、第20条）。',
    ),
    ...when(
      restriction !== undefined,
      'confirmationRestricted',
      `有司法确认日期；${restriction?.sentence ?? ''}`,
    ),
  ];
}

function doubtsOfChannel(facts: LedgerCaseFacts): readonly LedgerDoubt[] {
  const { channel, closing, court, caseNumbers } = facts;
  const byNumber = channelOfNumbers(caseNumbers);
  const label = channels[channel].label;
  const codes = caseNumbers.map((number) => caseNumberParts(number).court);
  return [
    ...when(
      byNumber !== undefined && byNumber !== channel,
      'channelDiffersFromNumber',
      `登记为${label}，案号却是${byNumber === 'B' ? '立案后的民初字号' : '诉前调解字号'}（${caseNumbers.join('、')}）。`,
    ),
    ...when(
      closing !== undefined && !closings[closing.code].channels.includes(channel),
      'closingNotOfChannel',
      `“${closing === undefined ? '' : closings[closing.code].label}”不是${label}的终结方式。`,
    ),
    ...when(court.kind === 'none' && channel !== 'C', 'courtMissing', `${label}案件没有写明法院。`),
    ...when(
      court.kind === 'known' && /\d/.test(court.code) && codes.length > 0 && !codes.includes(court.code),
      'courtDiffersFromNumber',
      `法院为${court.kind === 'known' ? court.shortName : ''}，案号中的法院代字却是${codes.join('、')}。`,
    ),
  ];
}

/** The channel that court numbers show: one given before filing shows A, even where a later 民初 number stands beside it. */
export function channelOfNumbers(numbers: readonly CaseNumber[]): 'A' | 'B' | undefined {
  const kinds = numbers.map((number) => caseNumberParts(number).kind);
  if (kinds.some((kind) => /^民?诉前调书?$/.test(kind))) {
    return 'A';
  }
  return kinds.includes('民初') ? 'B' : undefined;
}

function doubtsOfPersons(facts: LedgerCaseFacts): readonly LedgerDoubt[] {
  const both = facts.applicants.filter((party) =>
    facts.respondents.some((other) => isSamePerson(party, other)),
  );
  return [
    ...when(facts.applicants.length === 0, 'applicantMissing', '没有申请人。'),
    ...when(facts.respondents.length === 0, 'respondentMissing', '没有被申请人。'),
    ...when(
      both.length > 0,
      'sameOnBothSides',
      `${both.map((party) => party.name).join('、')}既是申请人又是被申请人。`,
    ),
    ...when(facts.mediatorNames.length === 0, 'mediatorMissing', '没有写明调解员。'),
  ];
}

/** Two people of one name with different ID numbers are two people. */
function isSamePerson(party: LedgerParty, other: LedgerParty): boolean {
  return party.idNumber !== undefined && other.idNumber !== undefined
    ? party.idNumber === other.idNumber
    : foldForSearch(party.name) === foldForSearch(other.name);
}
