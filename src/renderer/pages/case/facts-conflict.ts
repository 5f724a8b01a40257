import type { CaseFacts } from '#shared/contract/cases.ts';
import { type FactName, factNames } from './fact-words.ts';

const same = (facts: CaseFacts, other: CaseFacts, name: FactName) =>
  JSON.stringify(facts[name]) === JSON.stringify(other[name]);

/** Facts that both this form and somebody else changed, to different values, since the form was opened. */
export function contested(base: CaseFacts, mine: CaseFacts, theirs: CaseFacts): readonly FactName[] {
  return factNames.filter(
    (name) => !same(mine, base, name) && !same(theirs, base, name) && !same(mine, theirs, name),
  );
}

/** Takes over what only one side changed, and of what both changed the side that somebody chose. */
export function merged(
  base: CaseFacts,
  mine: CaseFacts,
  theirs: CaseFacts,
  chosen: ReadonlyMap<FactName, 'mine' | 'theirs'>,
): CaseFacts {
  const take = (name: FactName) => (chosen.has(name) ? chosen.get(name) === 'mine' : !same(mine, base, name));
  return {
    ...theirs,
    ...Object.fromEntries(factNames.filter(take).map((name) => [name, mine[name]])),
  };
}
