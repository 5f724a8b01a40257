import { z } from 'zod';
import { cleanName, cleanText } from '../domain/names.ts';
import { shownByNumber } from './shown-by-number.ts';

/**
 * What documents are made from. A fact has no optional holes: undefined is missing and is listed before printing,
 * null says that there is none, byHand says that the paper leaves room for it on purpose.
 */

/** The fact is left blank on the paper, to be filled in by hand (留空手填). */
export const byHand = { byHand: true } as const;
export type ByHand = { readonly byHand: true };

const byHandSchema = z.strictObject({ byHand: z.literal(true) }).readonly();

/** A fact that the office may leave to be filled in by hand. */
export function orByHand<Schema extends z.ZodType>(
  schema: Schema,
): z.ZodUnion<[Schema, typeof byHandSchema]> {
  return z.union([schema, byHandSchema]);
}

export function isByHand(fact: unknown): fact is ByHand {
  return byHandSchema.safeParse(fact).success;
}

/** One line of words; spaces and line ends pasted with it become single spaces. */
export const lineSchema = z
  .string()
  .overwrite((words) => cleanText(shownByNumber(words)).replace(/\s+/gu, ' ').trim())
  .min(1);

/** The name of a person or an organisation. */
export const nameSchema = z
  .string()
  .overwrite((words) => cleanName(shownByNumber(words)))
  .min(1);

/** A court is named in full: 内蒙古自治区鄂尔多斯市东胜区人民法院. */
export const courtNameSchema = nameSchema.refine((name) => name.endsWith('法院'), '须写法院全称');

/** Free text of one or more paragraphs. */
export const proseSchema = z
  .string()
  .overwrite((words) => cleanText(shownByNumber(words)).trim())
  .min(1);

/** A list that may be left out when there is nothing in it. */
export function listSchema<Schema extends z.ZodType>(schema: Schema) {
  return z
    .array(schema)
    .nullish()
    .transform((list) => list ?? []);
}

/** True only where the draft says so. */
export const flagSchema = z
  .boolean()
  .nullish()
  .transform((flag) => flag ?? false);

/** The paragraphs of free text, each without the spaces that people indent with. */
export function paragraphsOf(prose: string): readonly string[] {
  return prose
    .split(/\n+/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '');
}

/** Words with a full stop, unless they end in a mark of their own. */
export function sentence(words: string): string {
  return /[。！？；：…”!?]$/u.test(words) ? words : `${words.replace(/[.,，、;]$/u, '')}。`;
}

/** A draft of facts: anything in it may still be unknown, in every depth. */
export type Draft<Facts> = Facts extends string | number | boolean | null | undefined
  ? Facts
  : Facts extends readonly (infer Item)[]
    ? readonly Draft<Item>[]
    : { readonly [Key in keyof Facts]?: Draft<Facts[Key]> | null | undefined };

/** One thing that a document lacks: the path of the field in the draft and what to call it, saying whose. */
export type MissingFact = { readonly field: string; readonly label: string };
