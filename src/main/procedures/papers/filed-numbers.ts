import { type CaseNumber, caseNumberParts } from '#shared/domain/case-number.ts';

/** The numbers of the filed case: not those that it had before, when the court had nothing to refer or to give up. */
export function filedNumbers(courtCaseNumbers: readonly CaseNumber[]): CaseNumber[] {
  return courtCaseNumbers.filter((number) => !caseNumberParts(number).kind.includes('诉前'));
}
