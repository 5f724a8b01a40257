import { chineseNumeral } from '../chinese-numeral.ts';
import type { AgreementToCheck, CheckedClause } from './check.ts';

/** 第一条, as the paper counts its clauses. */
export function placeOfTerm(index: number): string {
  return `第${chineseNumeral(index + 1)}条`;
}

/** All free words of the agreement with their fields, in the order of the paper. */
export function agreedWords({ terms, clauses }: AgreementToCheck): readonly CheckedClause[] {
  const ofTerms = terms.flatMap((term, index): CheckedClause[] => {
    const place = placeOfTerm(index);
    if (term.kind === 'text') return [{ field: `terms.${index}.text`, place, words: term.text }];
    return [
      ...(term.purpose === null ? [] : [{ field: `terms.${index}.purpose`, place, words: term.purpose }]),
      ...(term.method === null ? [] : [{ field: `terms.${index}.method`, place, words: term.method }]),
    ];
  });
  return [...ofTerms, ...clauses];
}
