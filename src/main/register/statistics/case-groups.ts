import type { CaseShare } from '#shared/domain/month-adjustment.ts';
import { disputeKindOf } from '#shared/domain/statistics/tables.ts';
import type { CaseGroup } from '#shared/domain/statistics.ts';
import type { ReadableDb } from '../query.ts';
import { onPlatform } from './counting.ts';

/** The official tree above each cause by its name, outermost first and the cause itself last. */
export function causePaths(db: ReadableDb): (name: string) => readonly string[] {
  type Place = {
    readonly name: string;
    readonly level1: string | null;
    readonly level2: string | null;
    readonly level3: string | null;
  };
  const paths = new Map(
    db
      .plain<Place>('SELECT name, level1, level2, level3 FROM cause_places')
      .map(({ name, level1, level2, level3 }) => [
        name,
        [level1, level2, level3, name].filter((one) => one !== null),
      ]),
  );
  return (name) => paths.get(name) ?? [name];
}

/** The groups that each of some cases belongs to (附表一, 附表二). */
export function groupsReader(
  db: ReadableDb,
  caseIds: readonly number[],
): (caseId: number, keys: CaseShare['keys']) => CaseGroup[] {
  const pathOf = causePaths(db);
  const platform = onPlatform(db, caseIds);
  return (caseId, { cause = [''], mark = [] }) => [
    ...(platform.has(caseId) ? (['onPlatform'] as const) : []),
    disputeKindOf(pathOf(cause[0] ?? ''), mark.includes('migrantWorkers')),
  ];
}
