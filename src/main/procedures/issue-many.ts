import type { CaseFilter } from '#shared/contract/cases.ts';
import {
  type IssuedMany,
  type LeftPaper,
  type ListedPaper,
  mostCasesAtOnce,
} from '#shared/contract/documents.ts';
import type { CaseId } from '#shared/contract/ids.ts';
import { paperTitle } from '#shared/documents/catalogue.ts';
import type { DocumentKind } from '#shared/documents/model.ts';
import { formatInternalNumber } from '#shared/domain/internal-number.ts';
import { countCases, listCases } from '../register/case-list.ts';
import { lastEventId } from '../register/events.ts';
import type { ReadableDb, WritableDb } from '../register/query.ts';
import type { Reference } from '../resources.ts';
import { caseOf } from './case-of.ts';
import { refused } from './errors.ts';
import { freeze, type PreparedPaper, preparePaper } from './issue-paper.ts';
import type { JobDesk } from './job-desk.ts';
import { offeredPapers } from './papers-of-case.ts';

type Line = Pick<LeftPaper, 'caseId' | 'caseLabel' | 'kind' | 'subjectId' | 'title' | 'about'>;
type Printable = Line & Pick<ListedPaper, 'copies' | 'copiesFor'>;
type Ready = Extract<PreparedPaper, { kind: 'issued' | 'fresh' }>;

/** A paper that can be issued, and its Word file where it is new. */
export type MadePaper = {
  readonly line: Printable;
  readonly prepared: Ready;
  readonly bytes: Uint8Array | null;
};

/** Papers of one case, made but not frozen, and what could not be made of them. */
export type MadePapers = { readonly made: readonly MadePaper[]; readonly left: readonly LeftPaper[] };

/** What a case is called among others: its first court number, else the office's own. */
export function caseLabelOf(db: ReadableDb, caseId: CaseId): string {
  const { facts, internalNumber } = caseOf(db, caseId);
  return facts.courtNumbers[0] ?? formatInternalNumber(internalNumber);
}

/** Makes those of a case's papers that are wanted and lack nothing. */
export async function makePapers(
  db: ReadableDb,
  reference: Reference,
  caseId: CaseId,
  kinds: readonly DocumentKind[],
): Promise<MadePapers> {
  const { facts, removed } = caseOf(db, caseId);
  const caseLabel = caseLabelOf(db, caseId);
  const made: MadePaper[] = [];
  const left: LeftPaper[] = [];
  const leave = (line: Line, why: LeftPaper['why'], rest: Partial<LeftPaper> = {}) => {
    const { kind, subjectId, title, about } = line;
    left.push({ caseId, caseLabel, kind, subjectId, title, about, why, missing: [], words: [], ...rest });
  };
  const listed = removed === null ? offeredPapers(db, caseId, kinds) : [];
  for (const kind of kinds.filter((one) => !listed.some((paper) => paper.kind === one))) {
    const title = paperTitle(kind, facts.channel);
    const line = { caseId, caseLabel, kind, subjectId: null, title, about: null };
    leave(line, removed === null ? 'notOffered' : 'removed');
  }
  for (const paper of listed) {
    const { kind, subjectId, title, about, copies, copiesFor } = paper;
    const notNow = paper.notYet ?? paper.aside;
    const line = { caseId, caseLabel, kind, subjectId, title, about, copies, copiesFor };
    if (notNow !== null) {
      leave(line, 'notYet', { words: [notNow] });
      continue;
    }
    const prepared = preparePaper(db, reference, caseId, { kind, subjectId });
    if (prepared.kind === 'incomplete') {
      leave(line, 'missing', { missing: prepared.missing.map((fact) => ({ ...fact })) });
    } else if (prepared.kind === 'forbidden') leave(line, 'forbidden', { words: [...prepared.sentences] });
    else made.push({ line, prepared, bytes: prepared.kind === 'fresh' ? await prepared.bytes() : null });
  }
  return { made, left };
}

/** Freezes what was made, in its order; what the register has moved away from since is left out. */
export function freezePapers(db: WritableDb, reference: Reference, papers: MadePapers): IssuedMany {
  const left = [...papers.left];
  const lastEvent = lastEventId(db);
  const issued = papers.made.flatMap(({ line, prepared, bytes }) => {
    if (prepared.kind === 'issued') return [{ ...line, id: prepared.document.id }];
    const id = bytes === null ? undefined : freeze(db, reference, prepared, bytes, lastEvent);
    if (id !== undefined) return [{ ...line, id }];
    const { copies: _copies, copiesFor: _copiesFor, ...rest } = line;
    left.push({ ...rest, why: 'changed', missing: [], words: [] });
    return [];
  });
  return { issued, left };
}

/** What was made, where all of it was issued before and nothing has to be written; otherwise undefined. */
export function knownPapers({ made, left }: MadePapers): IssuedMany | undefined {
  const issued = made.flatMap(({ line, prepared }) =>
    prepared.kind === 'issued' ? [{ ...line, id: prepared.document.id }] : [],
  );
  return issued.length === made.length ? { issued, left: [...left] } : undefined;
}

type ManyInput = { readonly filter: CaseFilter; readonly kinds: readonly DocumentKind[] };

/** Issues papers for every case that a filter finds, as one command; until it writes it can be left without a trace. */
export async function issueMany({ filter, kinds }: ManyInput, desk: JobDesk): Promise<IssuedMany> {
  const db = desk.register.readable;
  const total = countCases(db, filter);
  if (total > mostCasesAtOnce) throw refused('tooManyCases', { cases: String(total) });
  const { rows } = listCases(db, filter, null, mostCasesAtOnce);
  const made: MadePaper[] = [];
  const left: LeftPaper[] = [];
  for (const [done, { id }] of rows.entries()) {
    desk.progress({ stage: 'rendering', done, total: rows.length });
    const papers = await makePapers(db, desk.reference, id, kinds);
    made.push(...papers.made);
    left.push(...papers.left);
  }
  const papers = { made, left };
  const known = knownPapers(papers);
  if (known !== undefined) return known;
  return desk.write('documents.issueMany', (writable) => {
    desk.progress({ stage: 'writing', done: 0, total: made.length });
    return freezePapers(writable, desk.reference, papers);
  });
}
