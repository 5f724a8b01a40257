/** What a choice is found by. */
export type Findable = {
  readonly label: string;
  /** The readings of the label, syllable by syllable: kang ba shi qu. */
  readonly pinyin?: string | undefined;
  /** What else finds it, such as a code. */
  readonly finds?: string | undefined;
};

/**
 * How well typed characters find a choice, 0 best; undefined where they do not. By a part of it (康巴什), by pinyin,
 * initials (kbs) or syllables (kangba), or by its characters or initials in order with others between (康区, kqfy).
 */
function rankOf(choice: Findable, wanted: string): number | undefined {
  const label = choice.label.toLowerCase();
  const place = label.indexOf(wanted);
  if (place >= 0) {
    return place === 0 ? 0 : 2;
  }
  const syllables = choice.pinyin?.split(' ') ?? [];
  const start = syllables.findIndex((_, at) => spells(syllables, at, wanted));
  if (start >= 0) {
    return start === 0 ? 1 : 2;
  }
  if (choice.finds?.toLowerCase().includes(wanted) === true) {
    return 2;
  }
  const initials = syllables.map((syllable) => syllable.charAt(0)).join('');
  return areInOrder(wanted, label) || areInOrder(wanted, initials) ? 3 : undefined;
}

/** The choices that typed characters find, best first and otherwise in their own order; all of them for none. */
export function findChoices<One extends Findable>(choices: readonly One[], typed: string): readonly One[] {
  const wanted = typed.trim().toLowerCase();
  if (wanted === '') {
    return choices;
  }
  return choices
    .flatMap((choice) => {
      const rank = rankOf(choice, wanted);
      return rank === undefined ? [] : [{ choice, rank }];
    })
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ choice }) => choice);
}

function areInOrder(wanted: string, within: string): boolean {
  let at = -1;
  for (const character of wanted) {
    at = within.indexOf(character, at + 1);
    if (at < 0) {
      return false;
    }
  }
  return true;
}

/** Whether letters spell the syllables from a start on, each whole or by its initial, the last perhaps only begun. */
function spells(syllables: readonly string[], start: number, letters: string): boolean {
  if (letters === '') {
    return true;
  }
  const syllable = syllables[start];
  if (syllable === undefined || syllable === '') {
    return false;
  }
  return (
    syllable.startsWith(letters) ||
    (letters.startsWith(syllable) && spells(syllables, start + 1, letters.slice(syllable.length))) ||
    (letters.charAt(0) === syllable.charAt(0) && spells(syllables, start + 1, letters.slice(1)))
  );
}
