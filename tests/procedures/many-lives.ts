import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { CaseId, MediatorId } from '#shared/contract/ids.ts';
import type { OfficeClient } from '#shared/contract/index.ts';
import { addDays, type LocalDate, localDate } from '#shared/domain/local-date.ts';
import { createOffice } from '../../src/main/office.ts';
import { aFilter, aMediator } from '../support/builders.ts';
import { type Chance, chanceOf } from '../support/chance.ts';
import { subsidyRule } from '../support/random-lives/after.ts';
import { tales } from '../support/random-lives/tales.ts';
import {
  aRandomLife,
  aToldLife,
  count,
  goesOn,
  type Life,
  live,
  type World,
} from '../support/random-lives.ts';
import { ledger, type Row, run } from './ledger-files.ts';

const firstDay = localDate('2025-01-02');
const importDay = localDate('2025-02-10');
const lastDay = localDate('2026-11-20');

/** The ledger of the year before the program came, with closed and open cases. */
function anEarlierLedger(chance: Chance, rows: number): File {
  const lines = Array.from({ length: rows }, (_, place): Row => {
    const filedOn = chance.day(localDate('2024-01-08'), localDate('2024-11-30'));
    const line = {
      filedOn,
      caseNumbers: `（2024）内0602诉前调${place + 1}号`,
      applicants: `丁台账${place}`,
      respondents: `戊台账${place}`,
      claim: String(chance.integer(1000, 900_000)),
      mediators: chance.pick(['己样例', '庚样例']),
    };
    if (chance.likely(0.4)) return line;
    const closedOn = chance.day(filedOn, localDate('2025-01-20'));
    if (chance.likely(0.4)) return { ...line, closedOn, result: '分歧较大' };
    return {
      ...line,
      closedOn,
      result: '达成调解协议',
      agreedAmount: String(chance.integer(1000, 90_000)),
      paidAmount: String(chance.integer(0, 900)),
    };
  });
  return ledger(...lines);
}

export type Lived = {
  readonly client: OfficeClient;
  readonly dataDir: string;
  readonly ids: readonly CaseId[];
  /** How often each thing was done. */
  readonly done: World['done'];
  close(): Promise<void>;
};

/** A ledger is imported; what became of its rows is told to `entered`. */
async function* anImport(world: World, rows: number, entered: (ids: readonly CaseId[]) => void): Life {
  const { id, imported, refused } = await run(world.client, anEarlierLedger(world.chance, rows));
  expect({ imported, refused }).toEqual({ imported: rows, refused: [] });
  const found = await world.client.cases.list({ filter: aFilter({ importId: id }), after: null, limit: 200 });
  entered(found.rows.map((row) => row.id));
  count(world, 'ledger imported');
}

/** A clock that goes on with every look at it, and never back. */
function aClock() {
  let day: LocalDate = firstDay;
  let looks = 0;
  return {
    set: (next: LocalDate) => {
      day = next;
    },
    today: () => day,
    now: () => {
      looks += 1;
      return new Date(Date.parse(`${day}T08:00:00+08:00`) + looks);
    },
  };
}

/** Looks on at the end of every day, between two commands. */
async function* everyDay(world: World, look: () => void): Life {
  for (;;) {
    yield addDays(world.today(), 1);
    look();
  }
}

/**
 * An office in which so many cases live through two years; the same seed gives the same office. `beside` is told the
 * data folder when the office is open, and what it gives back is called every day; `alongside` adds what else goes on.
 */
export async function manyLives(
  seed: number,
  registered: number,
  imported: number,
  beside?: (dataDir: string) => () => void,
  alongside: (world: World) => readonly { readonly from: LocalDate; readonly life: Life }[] = () => [],
): Promise<Lived> {
  const clock = aClock();
  const dataDir = mkdtempSync(join(tmpdir(), 'mediation-office-test-'));
  const office = await createOffice({ dataDir, clock: clock.now });
  const client = office.client(office.openSession());
  await client.office.begin({ name: '测试员' });
  const chance = chanceOf(seed);
  const subsidies = { subject: 'subsidies', value: { rules: [subsidyRule] } } as const;
  await client.settings.save({ version: null, change: subsidies });
  const { courts } = await client.office.overview();
  const mediators: MediatorId[] = [];
  for (const sector of ['经济', '教育', null]) {
    mediators.push((await client.mediators.add({ mediator: aMediator({ name: `丙${sector}`, sector }) })).id);
  }
  let given = 0;
  const ids: CaseId[] = [];
  const fromLedger: CaseId[] = [];
  const world: World = {
    client,
    chance,
    courts: courts.slice(0, 3).map(({ id }) => id),
    mediators,
    ids,
    today: clock.today,
    next: () => {
      given += 1;
      return given;
    },
    done: new Map(),
  };
  // Each tale is told three times, with other days and sums; the third time it goes on after its end.
  const told = [0, 0, 6].flatMap((further) =>
    tales.map((tale) => ({
      from: chance.day(firstDay, addDays(lastDay, -60)),
      life: aToldLife(world, (id) => ids.push(id), tale, further),
    })),
  );
  const born = Array.from({ length: registered - told.length }, () => ({
    from: chance.day(firstDay, addDays(lastDay, -20)),
    life: aRandomLife(world, (id) => ids.push(id)),
  }));
  const entered = Array.from({ length: imported }, (_, place) => ({
    from: chance.day(addDays(importDay, 1), addDays(importDay, 400)),
    life: later(world, () => fromLedger[place]),
  }));
  const theImport = anImport(world, imported, (found) => fromLedger.push(...found));
  const looking = beside === undefined ? [] : [{ from: firstDay, life: everyDay(world, beside(dataDir)) }];
  await live(
    [...told, ...born, ...entered, { from: importDay, life: theImport }, ...looking, ...alongside(world)],
    clock,
    lastDay,
  );
  return {
    client,
    dataDir,
    ids: [...ids, ...fromLedger],
    done: world.done,
    async close() {
      await office.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** A case that is known only when its turn comes. */
async function* later(world: World, idOf: () => CaseId | undefined): Life {
  const id = idOf();
  if (id !== undefined) yield* goesOn(world, id, world.chance.integer(0, 8));
}
