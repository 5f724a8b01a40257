import type { CaseId } from '#shared/contract/ids.ts';
import type { DocumentKind } from '#shared/documents/model.ts';
import { formatInternalNumber } from '#shared/domain/internal-number.ts';
import { newestCases } from '../register/cases.ts';
import { partiesOfCase } from '../register/parties.ts';
import type { ReadableDb } from '../register/query.ts';
import { caseOf } from './case-of.ts';
import { papers } from './papers.ts';
import { offeredPapers } from './papers-of-case.ts';

type SampleCase = { readonly caseId: CaseId; readonly subjectId: number | null; readonly label: string };

/** How many cases are looked at, newest first, and how many are offered. */
const looked = 40;
const offered = 10;

/** Papers of a kind of recent cases that lack nothing: what an office tries its own Word file with. */
export function sampleCases(db: ReadableDb, kind: DocumentKind): SampleCase[] {
  const samples: SampleCase[] = [];
  for (const caseId of newestCases(db, looked)) {
    for (const { subjectId, about, notYet } of offeredPapers(db, caseId, [kind])) {
      if (notYet !== null || papers[kind](db, caseId, subjectId).kind === 'incomplete') continue;
      const { facts, internalNumber } = caseOf(db, caseId);
      const number = facts.courtNumbers[0] ?? formatInternalNumber(internalNumber);
      const names = partiesOfCase(db, caseId)
        .map(({ name }) => name)
        .join('、');
      samples.push({
        caseId,
        subjectId,
        label: `${number}　${names}${about === null ? '' : `　${about}`}`,
      });
      if (samples.length === offered) return samples;
    }
  }
  return samples;
}
