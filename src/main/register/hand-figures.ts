import type { HandFigure } from '#shared/contract/hand-figures.ts';
import {
  type HandFigureName,
  handFigureNameSchema,
  handFigureNames,
  handFigureValueSchema,
} from '#shared/domain/hand-figure.ts';
import { type Month, monthSchema } from '#shared/domain/local-date.ts';
import type { ReadableDb, WritableDb } from './query.ts';

/** What was filled in for these months, by month and name. */
export function readHandFigures(db: ReadableDb, months: readonly Month[]): HandFigure[] {
  const query = db
    .selectFrom('hand_figures')
    .selectAll()
    .where('month', 'in', [...months]);
  return db.all(query.orderBy('month').orderBy('name')).map((row) => ({
    month: monthSchema.parse(row.month),
    name: handFigureNameSchema.parse(row.name),
    value: handFigureValueSchema.nullable().parse(row.value),
    savedAt: row.saved_at,
    savedBy: row.saved_by,
    version: row.version,
  }));
}

/** Keeps a number; its new version, or undefined where somebody else saved it since `version` was read. */
export function saveHandFigure(
  db: WritableDb,
  figure: { readonly month: Month; readonly name: HandFigureName; readonly value: number | null },
  version: number | null,
): { readonly before: number | null; readonly version: number } | undefined {
  const present = readHandFigures(db, [figure.month]).find(({ name }) => name === figure.name);
  if ((present?.version ?? null) !== version) return undefined;
  const next = (version ?? 0) + 1;
  const values = {
    value: figure.value,
    saved_at: db.command.at,
    saved_by: db.command.staffName,
    version: next,
  };
  db.run(
    db
      .insertInto('hand_figures')
      .values({ month: figure.month, name: figure.name, ...values })
      .onConflict((conflict) => conflict.columns(['month', 'name']).doUpdateSet(values)),
  );
  return { before: present?.value ?? null, version: next };
}

/** A number over some months: their sum, or the months for which nobody filled it in. */
export type HandFigureSum =
  | { readonly kind: 'sum'; readonly value: number }
  | { readonly kind: 'missing'; readonly months: readonly Month[] };

/** Each number over some months; one that is missing for a single month has no sum. */
export function sumHandFigures(
  db: ReadableDb,
  months: readonly Month[],
): Readonly<Record<HandFigureName, HandFigureSum>> {
  const kept = months.length === 0 ? [] : readHandFigures(db, months);
  const sumOf = (name: HandFigureName): HandFigureSum => {
    const values = months.map(
      (of) => kept.find((one) => one.month === of && one.name === name)?.value ?? null,
    );
    const missing = months.filter((_, index) => values[index] === null);
    return missing.length > 0 || months.length === 0
      ? { kind: 'missing', months: missing }
      : { kind: 'sum', value: values.reduce<number>((sum, value) => sum + (value ?? 0), 0) };
  };
  return Object.fromEntries(handFigureNames.map((name) => [name, sumOf(name)])) as Record<
    HandFigureName,
    HandFigureSum
  >;
}
