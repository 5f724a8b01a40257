import { pinyin } from 'pinyin-pro';
import { caseNumberKinds } from '#shared/domain/case-number.ts';
import { foldForSearch } from '#shared/domain/names.ts';
import type { ReadableDb, WritableDb } from './query.ts';
import { textList } from './values.ts';

/**
 * What people type to find a case, as index tokens (design.md §5):
 *   characters and pairs of characters of names;
 *   `k…` the kind and sequence of a court number (民初123);
 *   `i…` pinyin initials and `y…` full pinyin of every reading of a short name;
 *   `n…` runs of digits from any start within the last places, reversed, so that a tail is a prefix.
 */
const hanCharacter = /\p{Script=Han}/u;
const longestTail = 18;

const kinds: ReadonlySet<string> = new Set(caseNumberKinds.map(({ kind }) => kind));

/** Runs of letters and digits, folded; dots, brackets and spaces stand between them. */
function runsOf(text: string): string[] {
  return foldForSearch(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((run) => run !== '');
}

function pairsOf(run: string): string[] {
  const characters = [...run];
  return characters.slice(1).map((character, index) => `${characters[index]}${character}`);
}

/** A name's characters and pairs; the pairs across a dot too, because people leave it out. */
function characterTokens(name: string): string[] {
  const joined = runsOf(name).join('');
  return [...joined, ...pairsOf(joined)];
}

function readings(character: string): string[] {
  const found = pinyin(character, { toneType: 'none', multiple: true, type: 'array' });
  return [...new Set(found.map((reading) => reading.replaceAll('ü', 'v')))];
}

const readingsOfNames = new Map<string, string>();

/** The likeliest reading of a name, syllable by syllable; what is no Chinese character stays as it is. */
export function readingOf(name: string): string {
  let reading = readingsOfNames.get(name);
  if (reading === undefined) {
    reading = pinyin(name, { toneType: 'none', type: 'array', surname: 'head', v: true })
      .join(' ')
      .toLowerCase();
    readingsOfNames.set(name, reading);
  }
  return reading;
}

/** Every way to read a name: all readings of each character while that stays a handful, the likeliest beyond. */
function spellings(name: string): { initials: string; full: string }[] {
  const characters = [...foldForSearch(name)].filter((character) => hanCharacter.test(character));
  if (characters.length === 0) return [];
  const likeliest = pinyin(characters.join(''), {
    toneType: 'none',
    type: 'array',
    surname: 'head',
    v: true,
  });
  let all: string[][] = [[]];
  for (const [index, character] of characters.entries()) {
    const first = likeliest[index] ?? '';
    const choices = characters.length <= 4 ? [...new Set([first, ...readings(character)])] : [first];
    const longer = all.flatMap((start) => choices.map((choice) => [...start, choice]));
    all = longer.length <= 24 ? longer : all.map((start) => [...start, first]);
  }
  return all.map((syllables) => ({
    initials: syllables.map((syllable) => syllable.charAt(0)).join(''),
    full: syllables.join(''),
  }));
}

const readNames = new Map<string, readonly string[]>();

/** The readings of a name; remembered, because courts' regulars and mediators come up again and again. */
function pinyinTokens(name: string): readonly string[] {
  let tokens = readNames.get(name);
  if (tokens === undefined) {
    tokens = spellings(name).flatMap(({ initials, full }) => [`i${initials}`, `y${full}`]);
    if (readNames.size >= 2000) readNames.clear();
    readNames.set(name, tokens);
  }
  return tokens;
}

/** A run of digits as a token that its tails are prefixes of. */
function reversed(run: string): string {
  return `n${[...run.slice(-longestTail)].reverse().join('')}`;
}

function digitRuns(text: string): string[] {
  return foldForSearch(text).match(/[0-9a-z]*\d[0-9a-z]*/g) ?? [];
}

/** 民初123 out of a court number, 2026n12 out of an internal one; whole or in part. */
function kindAndSequence(text: string): string[] {
  const folded = foldForSearch(text);
  const court = /(\p{Script=Han}{1,6})(\d+)号?$/u.exec(folded);
  if (court?.[1] !== undefined && kinds.has(court[1])) return [`k${court[1]}${court[2]}`];
  const internal = /\((\d{4})\)(\d+)号?$/.exec(folded);
  return internal === null ? [] : [`k${internal[1]}n${internal[2]}`];
}

function numberTokens(text: string): string[] {
  return [...digitRuns(text).map(reversed), ...kindAndSequence(text)];
}

export type Searchable = { readonly names: readonly string[]; readonly numbers: readonly string[] };

/** The tokens under which a case is found. */
export function searchTokens({ names, numbers }: Searchable): string {
  const tokens = new Set<string>();
  for (const name of names) {
    for (const token of characterTokens(name)) tokens.add(token);
    for (const token of pinyinTokens(name)) tokens.add(token);
  }
  for (const number of numbers) for (const token of numberTokens(number)) tokens.add(token);
  return [...tokens].join(' ');
}

/** One typed word as an FTS5 expression; tokens are quoted, so that nothing typed is query language. */
function wordExpression(word: string): string | undefined {
  const joined = runsOf(word).join('');
  if (joined === '') return undefined;
  const pairs = pairsOf(joined);
  // A name may hold letters and digits too (KTV, 360物业), so its own characters are always one way to be found.
  const byName = allOf(pairs.length === 0 ? [joined] : pairs);
  if (/^[a-z]+$/.test(joined)) return `("i${joined}"* OR "y${joined}"* OR ${byName})`;
  if (!/\d/.test(joined)) return byName;
  // Among words the digits decide, and the kind of a court number: 内0602民初123号.
  const tails = digitRuns(word).map((run) => `"${reversed(run)}"*`);
  const byNumber = [...tails, ...kindAndSequence(word).map((token) => `"${token}"`)].join(' AND ');
  return `((${byNumber}) OR ${byName})`;
}

function allOf(tokens: readonly string[]): string {
  return `(${tokens.map((token) => `"${token}"`).join(' AND ')})`;
}

/** What was typed as an FTS5 query: every word is needed. Nothing to look for gives undefined. */
export function searchExpression(typed: string): string | undefined {
  const words = typed
    .split(/\s+/)
    .map(wordExpression)
    .filter((expression) => expression !== undefined);
  return words.length === 0 ? undefined : words.map((word) => `(${word})`).join(' AND ');
}

function searchableOf(db: ReadableDb, caseId: number): Searchable | undefined {
  const [found] = db.plain<{
    year: number;
    sequence: number;
    letter: string | null;
    mediator: string | null;
  }>(
    `SELECT c.internal_year AS year, c.internal_sequence AS sequence, c.letter_number AS letter, m.name AS mediator
     FROM cases c LEFT JOIN mediators m ON m.id = c.mediator_id WHERE c.id = ?`,
    caseId,
  );
  if (found === undefined) return undefined;
  const people = db.plain<{
    name: string;
    other: string | null;
    id: string | null;
    other_id: string | null;
    phones: string;
  }>(
    `SELECT name, representative_name AS other, id_number AS id, representative_id_number AS other_id, phones
     FROM parties WHERE case_id = ?
     UNION ALL SELECT a.name, NULL, a.id_number, NULL, json_array(coalesce(a.phone, ''))
     FROM agents a JOIN parties p ON p.id = a.party_id WHERE p.case_id = ?`,
    caseId,
    caseId,
  );
  const numbers = db.plain<{ number: string }>(
    `SELECT number FROM case_numbers WHERE case_id = ? UNION
     SELECT number FROM after_steps WHERE case_id = ? AND cancelled_at IS NULL AND number IS NOT NULL UNION
     SELECT number FROM referrals WHERE case_id = ? AND cancelled_at IS NULL AND number IS NOT NULL`,
    caseId,
    caseId,
    caseId,
  );
  const present = (values: readonly (string | null)[]) => values.filter((value) => value !== null);
  return {
    names: present([...people.flatMap((person) => [person.name, person.other]), found.mediator]),
    numbers: present([
      ...numbers.map((row) => row.number),
      `(${found.year})${found.sequence}号`,
      found.letter,
      ...people.flatMap((person) => [person.id, person.other_id, ...textList(person.phones)]),
    ]),
  };
}

/** Makes the index entry of one case anew, of one in the recycle bin too. Called by `transact`. */
export function refreshSearch(db: WritableDb, caseId: number): void {
  db.runPlain('DELETE FROM case_search WHERE rowid = ?', caseId);
  const searchable = searchableOf(db, caseId);
  if (searchable !== undefined) {
    db.runPlain('INSERT INTO case_search (rowid, tokens) VALUES (?, ?)', caseId, searchTokens(searchable));
  }
}
