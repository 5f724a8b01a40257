import type { ReadableDb } from '../query.ts';
import type { Selection } from './selection.ts';

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

/** How many cases that came in in the period carry a number of the court's platform (平台案件编号). */
export function receivedOnPlatform(db: ReadableDb, selection: Selection): number {
  const { asked, columns, count, rows, shareOf, shares } = selection;
  const received = asked.wanted.indexOf('received');
  const counts = shares.map(({ figures }) => figures.includes(received));
  const ids: number[] = [];
  for (let place = 0; place < count; place += 1) {
    if (counts[shareOf[place] as number] === true) ids.push(columns.caseIds[rows[place] as number] as number);
  }
  const [found] = db.plain<{ readonly cases: number }>(
    `SELECT count(*) AS cases FROM json_each(?) asked WHERE EXISTS
       (SELECT 1 FROM case_numbers n WHERE n.case_id = asked.value AND n.kind = 'platform')`,
    JSON.stringify(ids),
  );
  return found?.cases ?? 0;
}
