import type { ListedPaper } from '#shared/contract/documents.ts';
import type { CaseId } from '#shared/contract/ids.ts';
import { catalogue, type PaperSubject, paperSource, paperTitle } from '#shared/documents/catalogue.ts';
import { type DocumentKind, documentKinds } from '#shared/documents/model.ts';
import { caseLife } from '#shared/domain/case-life.ts';
import { agreementPapers } from '#shared/domain/case-so-far.ts';
import { formatLocalDate } from '#shared/domain/local-date.ts';
import { agreementOfCase } from '../register/agreements.ts';
import { disclosuresOfCase } from '../register/disclosures.ts';
import { documentsOfCase } from '../register/documents.ts';
import { movesOfCase } from '../register/moves.ts';
import { partiesOfCase } from '../register/parties.ts';
import type { ReadableDb } from '../register/query.ts';
import { sessionsOfCase } from '../register/sessions.ts';
import { visitsOfCase } from '../register/visits.ts';
import { caseOf } from './case-of.ts';
import { paperFit } from './paper-fit.ts';
import { papers } from './papers.ts';

type Subject = { readonly id: number | null; readonly about: string | null };

const wholeCase: readonly Subject[] = [{ id: null, about: null }];

/** What of a case there is one document each for, with the words that tell them apart. */
const subjects: Readonly<Record<PaperSubject, (db: ReadableDb, caseId: CaseId) => readonly Subject[]>> = {
  case: () => wholeCase,
  session: (db, caseId) =>
    sessionsOfCase(db, caseId).map(({ id, heldOn }, place) => ({
      id,
      about: `第${place + 1}次（${formatLocalDate(heldOn)}）`,
    })),
  party: (db, caseId) => partiesOfCase(db, caseId).map(({ id, name }) => ({ id, about: name })),
  extension: (db, caseId) =>
    caseLife(movesOfCase(db, caseId)).moves.flatMap((move) =>
      move.code === 'extend' ? [{ id: move.id, about: `延长${move.detail.days}日` }] : [],
    ),
  disclosure: (db, caseId) =>
    disclosuresOfCase(db, caseId).map(({ id, disclosedOn }) => ({ id, about: formatLocalDate(disclosedOn) })),
  visit: (db, caseId) =>
    visitsOfCase(db, caseId).map(({ id, visitedOn }) => ({ id, about: formatLocalDate(visitedOn) })),
};

type OfferedPaper = Omit<ListedPaper, 'missing' | 'issued' | 'withdrawn' | 'inSet'>;

/** Of these papers one goes to the court with an agreement only where the court is to confirm it. */
const agreements: ReadonlySet<DocumentKind> = new Set(['mediationAgreement', 'peoplesAgreement']);

/** Whether a copy leaves the house: to the court of channels A and B, to the one that confirms, to who handed the case over. */
function goesOut(db: ReadableDb, caseId: CaseId, kind: DocumentKind): boolean {
  const { channel, transferredBy } = caseOf(db, caseId).facts;
  if (channel !== 'C') return true;
  if (agreements.has(kind)) return agreementOfCase(db, caseId)?.effect === 'judicialConfirmation';
  return kind === 'closingReport' && transferredBy !== null;
}

/** The documents of these kinds that make sense for a case, not yet made. */
export function offeredPapers(
  db: ReadableDb,
  caseId: CaseId,
  kinds: readonly DocumentKind[],
): OfferedPaper[] {
  const { facts } = caseOf(db, caseId);
  const parties = partiesOfCase(db, caseId).length;
  return documentKinds
    .filter((kind) => kinds.includes(kind))
    .flatMap((kind) => {
      const entry = catalogue[kind];
      const { set, subject, channels, signedBy } = entry;
      if (!channels.includes(facts.channel)) return [];
      const { copies, copiesFor } = goesOut(db, caseId, kind) ? entry : (entry.keptHere ?? entry);
      return subjects[subject](db, caseId).flatMap(({ id, about }) => {
        const fit = paperFit(db, kind, caseId, id);
        if (fit.kind === 'never') return [];
        return {
          kind,
          subjectId: id,
          title: paperTitle(kind, facts.channel),
          about,
          set,
          copies: copies(parties),
          copiesFor,
          signedBy,
          source: paperSource(kind, facts.channel),
          notYet: fit.kind === 'notYet' ? fit.why : null,
          aside: fit.kind === 'aside' ? fit.why : null,
        };
      });
    });
}

/** The documents that can be made of a case, each with what it lacks and the newest that was issued and stands. */
export function papersOfCase(db: ReadableDb, caseId: CaseId): ListedPaper[] {
  const issued = documentsOfCase(db, caseId);
  const listed = offeredPapers(db, caseId, documentKinds).map((offered) => {
    const { kind, subjectId } = offered;
    const paper = papers[kind](db, caseId, subjectId);
    const newest = issued.find((one) => one.kind === kind && one.subjectId === subjectId);
    return {
      ...offered,
      missing: paper.kind === 'incomplete' ? paper.missing.length : 0,
      issued: newest === undefined || newest.withdrawn !== null ? null : newest.id,
      withdrawn: newest?.withdrawn != null,
    };
  });
  const form = formOfAgreement(listed);
  return listed.map((paper) => ({
    ...paper,
    inSet: paper.aside === null && (!agreementPapers.has(paper.kind) || paper.kind === form),
  }));
}

/** Of the forms of an agreement a case takes one: that which was issued, else the one peculiar to it. */
function formOfAgreement(listed: readonly Omit<ListedPaper, 'inSet'>[]): DocumentKind {
  const offered = listed.filter(({ kind }) => agreementPapers.has(kind));
  const [newest] = offered
    .filter(({ issued }) => issued !== null)
    .toSorted((one, other) => Number(other.issued) - Number(one.issued));
  if (newest !== undefined) return newest.kind;
  const peculiar = (['oralAgreement', 'peoplesAgreement'] as const).find((form) =>
    offered.some(({ kind }) => kind === form),
  );
  return peculiar ?? 'mediationAgreement';
}
