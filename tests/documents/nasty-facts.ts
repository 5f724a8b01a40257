import type { z } from 'zod';

/** Words that break files, and facts of a document with such words in every field that takes free words. */

export const nastyWords: readonly string[] = [
  '\u0000',
  '\u0008\u000B\u000C',
  '\u001F\u007F',
  '\u0085\u009F',
  '\uFFFE',
  '\uFFFF',
  '\uFDD0\u{1FFFE}\u{10FFFF}',
  '\uD800',
  '\uDC00高',
  '\uD83D',
  '\u202E反\u202C',
  '\u2066内\u2069',
  '\u200E\u200F\u061C',
  '\u200B\u200D\uFEFF\u00AD',
  '👨‍👩‍👧‍👦',
  '🏳️‍🌈',
  '𠮷𪚥',
  'e\u0301\u0323 ẹ́',
  '한글 עברית العربية',
  'ᠮᠣᠩᠭᠣᠯ',
  '\u0300\u0301\u0302',
  ']]>',
  '<w:t>甲</w:t>',
  '</w:p></w:body>',
  '<!-- -->',
  '<?xml version="1.0"?>',
  '<![CDATA[x]]>',
  '&amp;&lt;&#0;&#xFFFE;&nbsp;',
  '"\'`',
  '{字段}{{x}}{#a}{/a}{@raw}',
  '{%image}｛全角｝',
  '\u0024{x}<%= y %>',
  '<script>alert(1)</script>',
  '" onclick="x',
  'javascript:alert(1)',
  '_x000D_',
  '\r\n',
  '\n\n',
  '\t',
  '\u2028\u2029',
  '\u00A0　\u2003',
  '=1+1',
  '%s%n\\u0000\\',
];

/** A number generator with a seed, so that a failure can be made again. */
export type Draw = (below: number) => number;
export function drawing(seed: number): Draw {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** A word of one to four nasty pieces and strange characters; one in two hundred has 5,000 characters. */
export function nastyWord(draw: Draw): string {
  const pieces = Array.from({ length: 1 + draw(4) }, () => {
    const kind = draw(8);
    if (kind < 6) return nastyWords[draw(nastyWords.length)] ?? '';
    return String.fromCharCode(...Array.from({ length: 1 + draw(6) }, () => draw(65_536)));
  });
  return draw(200) === 0 ? `${pieces.join('')}${'龥<&'.repeat(1_667)}` : pieces.join('甲');
}

/** One free text field: where it stands, and the words that were put there. */
export type NastyField = { readonly path: string; readonly words: string };

type Definition = {
  readonly type: string;
  readonly innerType?: z.ZodType;
  readonly in?: z.ZodType;
  readonly element?: z.ZodType;
  readonly options?: readonly z.ZodType[];
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly checks?: readonly { readonly _zod: { readonly def: { readonly check: string } } }[];
};
const definitionOf = (schema: z.ZodType) => schema.def as unknown as Definition;

/** Free words: a string that nothing but a length and our own cleaning is asked of. */
function takesFreeWords({ checks = [] }: Definition): boolean {
  return checks.every(({ _zod }) => ['overwrite', 'min_length', 'max_length'].includes(_zod.def.check));
}

/** A court is named with its word at the end; the words before it are free. */
const courtEnd = '人民法院';

/** Facts with nasty words in every free field of them, walking schema and facts side by side, and what was put where. */
export function withNastyWords(
  schema: z.ZodType,
  facts: unknown,
  word: (path: string) => string,
): { readonly facts: unknown; readonly fields: readonly NastyField[] } {
  const fields: NastyField[] = [];
  const walk = (given: z.ZodType, value: unknown, path: string): unknown => {
    const definition = definitionOf(given);
    switch (definition.type) {
      case 'nullable':
      case 'optional':
      case 'default':
      case 'readonly':
        return value === null || value === undefined || definition.innerType === undefined
          ? value
          : walk(definition.innerType, value, path);
      case 'pipe':
        return definition.in === undefined ? value : walk(definition.in, value, path);
      case 'array': {
        const { element } = definition;
        return Array.isArray(value) && element !== undefined
          ? value.map((one) => walk(element, one, `${path}[]`))
          : value;
      }
      case 'object': {
        const entries = Object.entries(definition.shape ?? {});
        return typeof value !== 'object' || value === null
          ? value
          : Object.fromEntries(
              Object.entries(value).map(([key, inner]) => {
                const field = entries.find(([name]) => name === key)?.[1];
                return [key, field === undefined ? inner : walk(field, inner, `${path}.${key}`)];
              }),
            );
      }
      case 'union': {
        const fitting = definition.options?.find((option) => option.safeParse(value).success);
        return fitting === undefined ? value : walk(fitting, value, path);
      }
      case 'string': {
        const isCourt = typeof value === 'string' && value.endsWith(courtEnd);
        if (typeof value !== 'string' || !(takesFreeWords(definition) || isCourt)) return value;
        const words = word(path);
        fields.push({ path, words });
        // What is asked of it beside: it is not empty, and a court is named as one.
        return `甲${words}${isCourt ? courtEnd : '乙'}`;
      }
      default:
        return value;
    }
  };
  return { facts: walk(schema, facts, ''), fields };
}

/** Where a schema takes free words, in every branch of it. */
export function freeFields(schema: z.ZodType): ReadonlySet<string> {
  const paths = new Set<string>();
  const walk = (given: z.ZodType, path: string): void => {
    const definition = definitionOf(given);
    if (definition.innerType !== undefined) walk(definition.innerType, path);
    if (definition.in !== undefined) walk(definition.in, path);
    if (definition.element !== undefined) walk(definition.element, `${path}[]`);
    for (const option of definition.options ?? []) walk(option, path);
    for (const [key, field] of Object.entries(definition.shape ?? {})) walk(field, `${path}.${key}`);
    if (definition.type === 'string' && takesFreeWords(definition)) paths.add(path);
  };
  walk(schema, '');
  return paths;
}
