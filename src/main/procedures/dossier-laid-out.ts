import type { DossierHead } from '#shared/contract/dossiers.ts';
import type { CaseId } from '#shared/contract/ids.ts';
import { matterOf } from '#shared/domain/after-closing.ts';
import { caseLife } from '#shared/domain/case-life.ts';
import { closings } from '#shared/domain/closing.ts';
import { type DossierFacts, type DossierForm, inDossierOrder, usualForm } from '#shared/domain/dossier.ts';
import { afterStepsOfCase } from '../register/after-steps.ts';
import { agreementOfCase } from '../register/agreements.ts';
import { disclosuresOfCase } from '../register/disclosures.ts';
import { dossierOfCase, type FiledPaper, papersOfDossier } from '../register/dossiers.ts';
import { movesOfCase } from '../register/moves.ts';
import { officeProfile, organisations } from '../register/office.ts';
import { closingOfCase, paymentsOfCase } from '../register/outcomes.ts';
import { partiesOfCase } from '../register/parties.ts';
import type { ReadableDb } from '../register/query.ts';
import { sessionsOfCase } from '../register/sessions.ts';
import { visitsOfCase } from '../register/visits.ts';
import { caseOf } from './case-of.ts';

export const emptyHead: DossierHead = {
  form: null,
  archiveNumber: null,
  retention: null,
  compiledBy: null,
  compiledOn: null,
  inspectedBy: null,
  situation: null,
  remarks: null,
};

/** What of a case decides what its dossier needs. */
export function dossierFacts(db: ReadableDb, caseId: CaseId): DossierFacts {
  const { facts } = caseOf(db, caseId);
  const parties = partiesOfCase(db, caseId);
  const organisationId = facts.organisationId ?? officeProfile(db)?.organisationId ?? null;
  const sessions = sessionsOfCase(db, caseId);
  const closing = closingOfCase(db, caseId);
  const matters = new Set(afterStepsOfCase(db, caseId).map(({ matter }) => matter));
  return {
    channel: facts.channel,
    organisationKind: organisations(db).find(({ id }) => id === organisationId)?.kind ?? null,
    agents: parties.flatMap(({ agents }) => agents.filter(({ kind }) => kind !== 'guardian')).length,
    organisations: parties.filter(({ kind }) => kind !== 'naturalPerson' && kind !== 'soleTrader').length,
    disclosures: disclosuresOfCase(db, caseId).length,
    sessions: sessions.length,
    extensions: caseLife(movesOfCase(db, caseId)).extensions.length,
    undisputed: sessions.some(({ undisputed }) => undisputed !== null),
    closed: closing !== null,
    mediated: closing !== null && closings[closing.code].mediated,
    agreed:
      closing === null
        ? (agreementOfCase(db, caseId)?.signedOn ?? null) !== null
        : closings[closing.code].outcome === 'success' && closing.code !== 'C16',
    courtMatters: (['confirmation', 'statement', 'withdrawal'] as const)
      .filter((matter) => matters.has(matter))
      .map((matter) => matterOf(matter).label),
    payments: paymentsOfCase(db, caseId).length,
    visits: visitsOfCase(db, caseId).length,
  };
}

export type LaidOut = {
  readonly version: number | null;
  readonly head: DossierHead;
  readonly form: DossierForm;
  /** In the order in which they lie. */
  readonly papers: readonly FiledPaper[];
};

/** The dossier of a case as it lies there. */
export function dossierAsLaidOut(db: ReadableDb, caseId: CaseId): LaidOut {
  const kept = dossierOfCase(db, caseId);
  const form = kept?.head.form ?? usualForm(dossierFacts(db, caseId));
  return {
    version: kept?.version ?? null,
    head: kept?.head ?? emptyHead,
    form,
    papers: inDossierOrder(form, papersOfDossier(db, caseId)),
  };
}
