import type { CaseDetail } from '#shared/contract/cases.ts';
import type { CaseId, CourtId, MediatorId } from '#shared/contract/ids.ts';
import type { OfficeClient } from '#shared/contract/index.ts';
import type { RefusalReason } from '#shared/contract/procedure.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import type { Chance } from '../chance.ts';

/** The office that cases live in, and the choices that are made in it. */
export type World = {
  readonly client: OfficeClient;
  readonly chance: Chance;
  readonly courts: readonly CourtId[];
  readonly mediators: readonly MediatorId[];
  /** The cases that were registered so far. */
  readonly ids: readonly CaseId[];
  today(): LocalDate;
  /** A number that was not given before. */
  next(): number;
  /** How often each thing was done, so that a test can see that all of them were. */
  readonly done: Map<string, number>;
};

/** One thing that may happen to a case. */
export type Doing = {
  readonly name: string;
  readonly weight: number;
  /** Whether somebody at the office would do it with the case as it stands. */
  readonly when: (detail: CaseDetail) => boolean;
  readonly take: (world: World, detail: CaseDetail, id: CaseId) => Promise<unknown>;
};

export function isOpen({ status }: CaseDetail): boolean {
  return status !== 'closed' && status !== 'archived';
}

/** A day on which something may have happened: since the case came in, not after today. */
export function aDay({ chance, today }: World, { facts, registeredOn }: CaseDetail): LocalDate {
  return chance.day(facts.receivedOn ?? registeredOn, today());
}

export function count({ done }: Pick<World, 'done'>, what: string): void {
  done.set(what, (done.get(what) ?? 0) + 1);
}

/** The reason of a refusal, or undefined for any other error. */
export function refusalOf(error: unknown): RefusalReason | undefined {
  const { code, data } = error as { code?: string; data?: { reason?: RefusalReason } };
  return code === 'REFUSED' ? data?.reason : undefined;
}
