import type { CaseId, MediatorId } from '#shared/contract/ids.ts';
import type { RecusalFinding, Suggestion } from '#shared/contract/mediators.ts';
import type { PartyFacts } from '#shared/contract/parties.ts';
import { type Candidate, suggestMediators } from '#shared/domain/assignment.ts';
import { causeGroupOf, causeGroups, matchCause } from '#shared/domain/cause-of-action.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import { changedSidesChecker, recusalChecker } from '#shared/domain/recusal.ts';
import { disclosuresOfCase } from '../register/disclosures.ts';
import { earlierCases } from '../register/earlier-cases.ts';
import { type Assignable, assignableMediators } from '../register/mediators.ts';
import { partiesOfCase } from '../register/parties.ts';
import type { ReadableDb } from '../register/query.ts';
import type { Reference } from '../resources.ts';
import { caseOf } from './case-of.ts';
import { found } from './errors.ts';

type Checker = (mediator: Assignable) => readonly RecusalFinding[];

/** Reads what mediators are compared with once, however many of them there are. */
function checkerOf(db: ReadableDb, caseId: CaseId | null, parties: readonly PartyFacts[]): Checker {
  const check = recusalChecker(parties);
  const changedSides = changedSidesChecker(parties, earlierCases(db, caseId, parties));
  return (mediator) => [...check(mediator), ...changedSides(mediator)];
}

function checked(
  db: ReadableDb,
  mediatorId: MediatorId,
  caseId: CaseId | null,
  parties: readonly PartyFacts[],
): RecusalFinding[] {
  const mediator = found(
    assignableMediators(db).find(({ id }) => id === mediatorId),
    'mediator',
  );
  return [...checkerOf(db, caseId, parties)(mediator)];
}

/** The recusal check of one mediator in a case. 法释〔2016〕14号 第15条、第16条 */
export function checkRecusal(db: ReadableDb, mediatorId: MediatorId, caseId: CaseId): RecusalFinding[] {
  caseOf(db, caseId);
  return checked(db, mediatorId, caseId, partiesOfCase(db, caseId));
}

/** The same among the parties of a case that is being typed in. */
export function checkRecusalOfDraft(
  db: ReadableDb,
  mediatorId: MediatorId,
  parties: readonly PartyFacts[],
): RecusalFinding[] {
  return checked(db, mediatorId, null, parties);
}

/** The whole roster in the order in which it suits a case, with the reasons. */
export function suggestFor(
  db: ReadableDb,
  caseId: CaseId,
  reference: Reference,
  today: LocalDate,
): { causeName: string | null; causeGroup: string | null; suggestions: Suggestion[] } {
  const { facts } = caseOf(db, caseId);
  const parties = partiesOfCase(db, caseId);
  const cause = facts.cause === null ? null : (matchCause(reference.causeIndex, facts.cause.name) ?? null);
  const group = cause === null ? undefined : causeGroupOf(cause);
  const check = checkerOf(db, caseId, parties);
  const mediators = new Map(assignableMediators(db).map((mediator) => [mediator.id as number, mediator]));
  const recused = new Set(
    disclosuresOfCase(db, caseId)
      .filter(({ decision }) => decision === 'recuse')
      .map(({ mediatorId }) => mediatorId),
  );
  const candidates: Candidate[] = [...mediators.values()].map((mediator) => ({
    ...mediator,
    findings: check(mediator),
    recused: recused.has(mediator.id),
  }));
  const wanted = {
    cause,
    courtId: facts.courtId,
    marks: facts.marks,
    ethnicities: parties.flatMap(({ ethnicity }) => ethnicity ?? []),
    today,
  };
  return {
    causeName: facts.cause?.name ?? null,
    causeGroup: group === undefined ? null : causeGroups[group].label,
    suggestions: suggestMediators(wanted, candidates).map((one) => ({
      mediatorId: one.mediatorId as MediatorId,
      name: one.name,
      sector: mediators.get(one.mediatorId)?.sector ?? null,
      pinyin: mediators.get(one.mediatorId)?.pinyin ?? '',
      pendingCases: one.pendingCases,
      score: one.score,
      reasons: one.reasons.map((reason) => ({ ...reason })),
      obstacles: one.obstacles.map((obstacle) => ({ ...obstacle })),
      findings: [...one.findings],
    })),
  };
}
