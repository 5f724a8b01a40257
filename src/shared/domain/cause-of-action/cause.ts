export type CauseEdition = '2020' | '2025';

export type CauseLevel = 1 | 2 | 3 | 4;

export type Cause = {
  readonly edition: CauseEdition;
  readonly name: string;
  readonly level: CauseLevel;
  /** For order and display only, never a key: 4, 10, 108, 108(3). */
  readonly ordinal: string;
  /** The names above it, level 1 first. */
  readonly path: readonly string[];
  /** Its characters' readings without tones, separated by spaces. */
  readonly pinyin: string;
};

/** Reads resources/causes-of-action/<edition>.tsv: level, ordinal, name, pinyin in the official order; throws on a malformed line. */
export function parseCauses(tsv: string): readonly Cause[] {
  let edition: CauseEdition | undefined;
  const above: string[] = [];
  const causes: Cause[] = [];
  for (const line of tsv.split(/\r?\n/)) {
    const declared = /^# edition: (2020|2025)$/.exec(line)?.[1];
    if (declared === '2020' || declared === '2025') {
      edition = declared;
    }
    if (line === '' || line.startsWith('#')) {
      continue;
    }
    const [levelText, ordinal, name, pinyin] = line.split('\t');
    const level = readLevel(levelText);
    if (
      edition === undefined ||
      level === undefined ||
      !ordinal ||
      !name ||
      !pinyin ||
      above.length < level - 1
    ) {
      throw new Error(`Malformed line in the causes of action: ${line}`);
    }
    above.length = level - 1;
    causes.push({ edition, name, level, ordinal, path: [...above], pinyin });
    above.push(name);
  }
  return causes;
}

function readLevel(text: string | undefined): CauseLevel | undefined {
  const level = Number(text);
  return level === 1 || level === 2 || level === 3 || level === 4 ? level : undefined;
}

/** Whether a case may be closed under it: a cause of the third or fourth level. 法〔2025〕227号 */
export function isSpecificCause(cause: Cause): boolean {
  return cause.level >= 3;
}
