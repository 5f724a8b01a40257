import { formatLocalDate, localDateSchema } from '../../domain/local-date.ts';
import { isByHand, paragraphsOf } from '../facts.ts';
import { blank, wordsOf } from '../model.ts';

/** Room to be filled in by hand, as the program's own papers leave it. */
export function room(characters: number): string {
  return wordsOf(blank(characters));
}

/** The further paragraphs of free text begin on a line of their own, two characters in, as the first one does. */
const nextParagraph = '\n　　';

/**
 * A fact in the words of a paper: days as 2026年11月20日, codes by their labels, several with 、 between, room where it is
 * filled in by hand, nothing where there is none.
 */
export function factWords(
  fact: unknown,
  labels: Readonly<Record<string, string>> | undefined,
  characters = 8,
): string {
  if (fact === null || fact === undefined) return '';
  if (isByHand(fact)) return room(characters);
  if (Array.isArray(fact)) return fact.map((one) => factWords(one, labels, characters)).join('、');
  if (typeof fact === 'string') {
    if (labels !== undefined) return labels[fact] ?? fact;
    const day = localDateSchema.safeParse(fact);
    return day.success ? formatLocalDate(day.data) : paragraphsOf(fact).join(nextParagraph);
  }
  return String(fact);
}
