import type { z } from 'zod';
import { checkResidentId } from '../domain/identity.ts';
import type { Draft, MissingFact } from './facts.ts';
import { fieldLabel, type LabelledDraft } from './field-label.ts';

/** A document's facts, or everything that the draft lacks for them; never some of it. */
export type Checked<Facts> =
  | { readonly kind: 'complete'; readonly facts: Facts }
  | { readonly kind: 'incomplete'; readonly missing: readonly MissingFact[] };

/** Something wrong with a draft that its schema does not see, such as a contradiction between two fields. */
export type Inconsistency = {
  readonly path: readonly PropertyKey[];
  /** Left out where the field's own name says it. */
  readonly message?: string | undefined;
};

/** Makes facts of a draft, or says everything that it lacks, with the words of each field (see `fieldLabel`). */
export function checkDraft<Schema extends z.ZodType>(
  schema: Schema,
  draft: Draft<z.input<Schema>>,
  inconsistencies: (known: Draft<z.input<Schema>>) => readonly Inconsistency[] = () => [],
): Checked<z.output<Schema>> {
  const known = withoutEmptyText(withPersonalFacts(draft)) as Draft<z.input<Schema>>;
  const parsed = schema.safeParse(known);
  if (parsed.success) return { kind: 'complete', facts: parsed.data };
  const missing = new Map<string, MissingFact>();
  const issues = [
    ...parsed.error.issues.map((issue) => ({
      path: issue.path,
      message: issue.code === 'custom' && issue.params?.missing !== true ? issue.message : '',
    })),
    // A schema looks for contradictions only in complete facts; the reader is to see everything at once.
    ...inconsistencies(known),
  ];
  for (const { path, message = '' } of issues) {
    const fieldPath = path.at(-1) === 'kind' && path.length > 1 ? path.slice(0, -1) : path;
    const field = fieldPath.join('.');
    const words = fieldLabel(known as LabelledDraft, fieldPath);
    if (!missing.has(field))
      missing.set(field, { field, label: message !== '' ? `${words}：${message}` : words });
  }
  return { kind: 'incomplete', missing: [...missing.values()] };
}

type Person = {
  readonly kind?: unknown;
  readonly idKind?: unknown;
  readonly idNumber?: unknown;
  readonly representativeIdNumber?: unknown;
  readonly sex?: unknown;
  readonly birthOn?: unknown;
};

/** Sex and birth date stand in a valid 公民身份号码 (GB 11643-1999); they are facts, not guesses. */
export function withPersonalFacts<Known>(draft: Known): Known {
  const { parties } = draft as { readonly parties?: readonly Person[] | null };
  if (!Array.isArray(parties)) return draft;
  return {
    ...draft,
    parties: parties.map((party: Person) => {
      if (party.kind === 'naturalPerson' && party.idKind === 'residentId') {
        return { ...party, ...personalFacts(party, party.idNumber) };
      }
      if (party.kind === 'soleTrader') {
        return { ...party, ...personalFacts(party, party.representativeIdNumber) };
      }
      return party;
    }),
  };
}

function personalFacts(person: Person, number: unknown) {
  const check = typeof number === 'string' ? checkResidentId(number) : undefined;
  return check?.kind === 'valid'
    ? { sex: person.sex ?? check.sex, birthOn: person.birthOn ?? check.birthDate }
    : {};
}

function withoutEmptyText(value: unknown): unknown {
  if (typeof value === 'string') return value.trim() === '' ? undefined : value;
  if (Array.isArray(value)) return value.map(withoutEmptyText);
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withoutEmptyText(inner)]));
  }
  return value;
}
