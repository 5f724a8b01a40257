import type { Cause } from './cause.ts';

/** The causes of one edition, prepared for matching and searching. */
export type CauseIndex = {
  readonly causes: readonly Cause[];
  /** By folded name; of the same name at two levels the most specific. */
  readonly byName: ReadonlyMap<string, Cause>;
  readonly searchable: readonly SearchableCause[];
};

export type SearchableCause = {
  readonly cause: Cause;
  readonly name: string;
  readonly syllables: readonly string[];
  readonly initials: string;
  readonly order: number;
};

/** Without width, spaces and punctuation: 生命权身体权健康权 is 生命权、身体权、健康权. */
export function foldCause(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}\u200B\uFEFF]/gu, '');
}

/** Prepares the causes of one edition. */
export function indexCauses(causes: readonly Cause[]): CauseIndex {
  const byName = new Map<string, Cause>();
  for (const cause of causes) {
    const name = foldCause(cause.name);
    const known = byName.get(name);
    if (known === undefined || known.level < cause.level) {
      byName.set(name, cause);
    }
  }
  const searchable = causes.map((cause, order) => {
    const syllables = cause.pinyin.split(' ');
    return {
      cause,
      name: foldCause(cause.name),
      syllables,
      initials: syllables.map((syllable) => syllable.charAt(0)).join(''),
      order,
    };
  });
  return { causes, byName, searchable };
}

/** Names of earlier editions and of daily use that mean exactly one cause of the 2025 edition. */
const otherNames: ReadonlyMap<string, string> = new Map(
  (
    [
      // 2008, 2011 and 2020 editions
      ['生命权、健康权、身体权纠纷', '生命权、身体权、健康权纠纷'],
      ['道路交通事故人身损害赔偿纠纷', '机动车交通事故责任纠纷'],
      ['居间合同纠纷', '中介合同纠纷'],
      ['婚约财产返还纠纷', '婚约财产纠纷'],
      // daily use
      ['彩礼返还纠纷', '婚约财产纠纷'],
      ['彩礼纠纷', '婚约财产纠纷'],
      ['道路交通事故责任纠纷', '机动车交通事故责任纠纷'],
      ['道路交通事故纠纷', '机动车交通事故责任纠纷'],
      ['机动车事故责任纠纷', '机动车交通事故责任纠纷'],
      ['交通事故责任纠纷', '机动车交通事故责任纠纷'],
      ['交通事故纠纷', '机动车交通事故责任纠纷'],
      ['道交纠纷', '机动车交通事故责任纠纷'],
      ['物业费纠纷', '物业服务合同纠纷'],
      ['物业合同纠纷', '物业服务合同纠纷'],
      ['物业纠纷', '物业服务合同纠纷'],
      ['邻里相邻关系纠纷', '相邻关系纠纷'],
      ['建筑工程施工合同纠纷', '建设工程施工合同纠纷'],
      ['工程施工合同纠纷', '建设工程施工合同纠纷'],
    ] as const
  ).map(([other, name]) => [foldCause(other), foldCause(name)]),
);

const completions = ['合同纠纷', '责任纠纷', '权纠纷', '权属纠纷'] as const;

/**
 * The cause that a text names: by its name, by its name without 纠纷 (民间借贷), by a longer name cut short (房屋租赁 →
 * 房屋租赁合同纠纷) where only one fits, or by a former name. Never a guess: 邻居吵架 is undefined.
 */
export function matchCause(index: CauseIndex, text: string): Cause | undefined {
  const folded = foldCause(
    text.normalize('NFKC').replace(/^\s*\d+\s*[-.、]?\s*(?:\(\d+\))?|^\s*\(\d+\)/, ''),
  ).replace(/(?:一案|案)$/, '');
  const full = foldCause(text);
  if (folded === '') {
    return undefined;
  }
  const stem = folded.replace(/纠纷$/, '');
  const named =
    index.byName.get(full) ??
    index.byName.get(folded) ??
    index.byName.get(`${stem}纠纷`) ??
    index.byName.get(stem);
  if (named !== undefined) {
    return named;
  }
  const former = otherNames.get(folded) ?? otherNames.get(`${stem}纠纷`);
  if (former !== undefined) {
    return index.byName.get(former);
  }
  if (Array.from(stem).length < 4) {
    return undefined;
  }
  const completed = completions
    .map((ending) => index.byName.get(stem + ending))
    .filter((cause) => cause !== undefined);
  return completed.length === 1 ? completed[0] : undefined;
}
