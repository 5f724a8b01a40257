import type { Connection } from '../../../src/main/register/query.ts';
import { searchTokens } from '../../../src/main/register/search.ts';
import { reference } from '../../../src/main/resources.ts';
import { personName } from './people.ts';
import type { Random } from './random.ts';

export type SyntheticCourt = { readonly id: number; readonly code: string };
export type SyntheticMediator = {
  readonly id: number;
  readonly sector: string | null;
  readonly tokens: string;
};

/** The courts, causes and mediators of an invented office. */
export type World = {
  readonly courts: readonly SyntheticCourt[];
  /** Ids. */
  readonly causes: readonly number[];
  readonly mediators: readonly SyntheticMediator[];
};

const idOf = (row: unknown) => (row as { readonly id: number }).id;

/** Writes the lists that cases refer to; what a furnished office already has is taken as it is. */
export function insertWorld({ database }: Connection, mediators: number, random: Random): World {
  const { courts, causes, sectors } = reference();
  const insertCourt = database.prepare(
    `INSERT INTO courts (code, name, short_name, region, level) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET active = 1 RETURNING id`,
  );
  const insertCause = database.prepare(
    `INSERT INTO causes (edition, name) VALUES (?, ?) ON CONFLICT DO UPDATE SET name = excluded.name RETURNING id`,
  );
  const insertMediator = database.prepare(
    `INSERT INTO mediators (uid, name, is_member, sector, phones, employer, expertise)
     VALUES (?, ?, 1, ?, '["13800000000"]', ?, '["民间借贷","物业"]') RETURNING id`,
  );
  const names = new Set<string>();
  while (names.size < mediators - 1) {
    names.add(personName(random));
  }
  const [first = personName(random), ...others] = names;
  return {
    courts: courts
      .filter((court) => court.level === 'basic')
      .map(({ code, name, shortName, region, level }) => ({
        id: idOf(insertCourt.get(code, name, shortName, region, level)),
        code,
      })),
    causes: causes
      .filter((cause) => cause.level === 3)
      .slice(0, 120)
      .map((cause, index) => idOf(insertCause.get(index % 3 === 0 ? '2020' : '2025', cause.name))),
    // Two bear one name, because a roster of two hundred has such.
    mediators: [first, ...others, first].map((name, index) => {
      const sector = index % 20 === 7 ? null : random.pick(sectors).name;
      const id = idOf(insertMediator.get(`synthetic-mediator-${index}`, name, sector, employerOf(index)));
      return { id, sector, tokens: searchTokens({ names: [name], numbers: [] }) };
    }),
  };
}

/** As rosters write it: a company with a post in it, and what else somebody is. */
function employerOf(index: number): string {
  return `鄂尔多斯市第${index}样例物业服务有限责任公司董事长、市工商联副主席、市政协常委`;
}
