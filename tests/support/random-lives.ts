import type { CaseDetail, CaseFacts } from '#shared/contract/cases.ts';
import type { CaseId } from '#shared/contract/ids.ts';
import { addDays, type LocalDate } from '#shared/domain/local-date.ts';
import { afterALife } from './random-lives/after.ts';
import { anyFacts, anyParties, factsOfALife, restored } from './random-lives/facts.ts';
import { count, type Doing, type World } from './random-lives/life.ts';
import { movesOfALife } from './random-lives/moves.ts';

import type { Tale } from './random-lives/tales.ts';

export { count, type World } from './random-lives/life.ts';

const doings = [...movesOfALife, ...factsOfALife, ...afterALife];

/** The names of all that may happen. */
export const everything: readonly string[] = [...doings, restored].map(({ name }) => name);

/** Something that goes on over days: it says on which day it wants to be woken next. */
export type Life = AsyncGenerator<LocalDate, void, void>;

async function take(world: World, id: CaseId, choose: (detail: CaseDetail) => Doing): Promise<void> {
  const detail = await world.client.cases.get({ id });
  const doing = choose(detail);
  try {
    await doing.take(world, detail, id);
  } catch (error) {
    const facts = JSON.stringify([detail.status, detail.facts.channel, detail.closing, error]);
    throw new Error(`${doing.name} of case ${id} on ${world.today()}: ${facts}`, { cause: error });
  }
  count(world, doing.name);
}

/** One thing that the office would do with the case as it stands; in the recycle bin it waits to be restored. */
function something({ chance }: World, detail: CaseDetail): Doing {
  const fitting = detail.removed === null ? doings.filter((doing) => doing.when(detail)) : [restored];
  return chance.weighted(fitting.map((one) => [one.weight, one] as const));
}

/** A case that is already in the register goes on living. */
export async function* goesOn(world: World, id: CaseId, steps: number): Life {
  for (let step = 0; step < steps; step += 1) {
    yield addDays(world.today(), world.chance.integer(0, 12));
    await take(world, id, (detail) => something(world, detail));
  }
}

type Born = { readonly world: World; readonly ids: (id: CaseId) => void };

async function born({ world, ids }: Born, facts: CaseFacts): Promise<CaseId> {
  const { id } = await world.client.cases.register({ facts, parties: anyParties(world), draftId: null });
  count(world, `registered ${facts.channel}`);
  ids(id);
  return id;
}

/** A case from its registration on; `ids` is told which one it was. */
export async function* aRandomLife(world: World, ids: Born['ids']): Life {
  const { chance, today } = world;
  const receivedOn = chance.likely(0.6) ? addDays(today(), -chance.integer(0, 5)) : null;
  const id = await born({ world, ids }, anyFacts(world, receivedOn));
  yield* goesOn(world, id, chance.integer(4, 24));
}

/** A life that goes a certain way, a few days from one thing to the next, and then so many steps as it likes. */
export async function* aToldLife(world: World, ids: Born['ids'], tale: Tale, further: number): Life {
  const { channel } = tale;
  const facts = {
    ...anyFacts(world, world.today()),
    channel,
    cause: null,
    courtId: world.chance.pick(world.courts),
  };
  const id = await born({ world, ids }, { ...facts, procedureKind: channel === 'B' ? 'summary' : null });
  for (const what of tale.what) {
    yield addDays(world.today(), world.chance.integer(0, 3));
    await take(world, id, () => what);
  }
  yield* goesOn(world, id, further);
}

/** Lets lives go on side by side, day by day, until a last day; who wants to be woken after it goes on no more. */
export async function live(
  lives: readonly { readonly from: LocalDate; readonly life: Life }[],
  clock: { set(day: LocalDate): void },
  until: LocalDate,
): Promise<void> {
  const waiting = lives.map(({ from, life }) => ({ day: from, life }));
  for (;;) {
    const next = waiting.toSorted((one, other) => (one.day < other.day ? -1 : 1))[0];
    if (next === undefined || next.day > until) return;
    clock.set(next.day);
    const { value, done } = await next.life.next();
    if (done === true) waiting.splice(waiting.indexOf(next), 1);
    else next.day = value;
  }
}
