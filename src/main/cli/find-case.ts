import type { CaseCursor, CaseFilter, CaseRow } from '#shared/contract/cases.ts';
import { everyCase } from '#shared/contract/every-case.ts';
import { type CaseId, caseIdSchema } from '#shared/contract/ids.ts';
import type { OfficeClient } from '#shared/contract/index.ts';
import { type CaseNumber, parseCaseNumber } from '#shared/domain/case-number.ts';
import {
  formatInternalNumber,
  type InternalNumber,
  parseInternalNumber,
} from '#shared/domain/internal-number.ts';
import { foldForSearch } from '#shared/domain/names.ts';
import { Refused } from '../refusal.ts';

export type FoundCase = {
  readonly id: CaseRow['id'];
  readonly internalNumber: string;
  readonly about: string;
};

export type FoundCases = {
  /** How it was understood. Figures alone are an id, never the tail of an internal number. */
  readonly takenFor: 'id' | 'number' | 'words';
  /** Every case that bears this id or number. */
  readonly same: readonly FoundCase[];
  /** The newest of what the search finds, where none bears it: a paper is never made by a guess. */
  readonly near: readonly FoundCase[];
};

const nearest = 20;
const page = 200;

/** The cases that somebody may mean: by id, by court number or by internal number in any typed form. */
export async function findCases(client: OfficeClient, typed: string): Promise<FoundCases> {
  const text = typed.normalize('NFKC').trim();
  const found = async (
    takenFor: FoundCases['takenFor'],
    same: readonly FoundCase[],
  ): Promise<FoundCases> => ({
    takenFor,
    same,
    near: same.length > 0 ? [] : await nearTo(client, typed),
  });
  if (/^[1-9]\d{0,14}$/.test(text)) {
    return found('id', await byId(client, caseIdSchema.parse(Number(text))));
  }
  const courtNumber = parseCaseNumber(text);
  if (courtNumber !== undefined) {
    return found('number', await byCourtNumber(client, courtNumber));
  }
  const internal = internalNumberIn(text);
  return internal === undefined
    ? found('words', [])
    : found('number', await byInternalNumber(client, internal));
}

async function byCourtNumber(client: OfficeClient, courtNumber: CaseNumber): Promise<readonly FoundCase[]> {
  const related = await client.cases.related({ except: null, parties: [], courtNumbers: [courtNumber] });
  return related.filter(({ because }) => because === 'courtNumber').map(({ row }) => described(row));
}

/** An internal number with whatever an office has for a prefix, folded as the search folds it. */
function internalNumberIn(text: string): InternalNumber | undefined {
  const folded = foldForSearch(text).replaceAll(' ', '');
  const bracket = folded.lastIndexOf('(');
  const number = bracket < 0 ? undefined : parseInternalNumber(folded.slice(bracket));
  return number === undefined ? undefined : { ...number, prefix: folded.slice(0, bracket) };
}

/**
 * The case with this year and sequence, and with this prefix where one was typed. The search finds the letter numbers
 * of courts too, and one letter may bring many cases: it is read to its end.
 */
async function byInternalNumber(client: OfficeClient, wanted: InternalNumber): Promise<readonly FoundCase[]> {
  const filter: CaseFilter = { ...everyCase, search: formatInternalNumber({ ...wanted, prefix: '' }) };
  let after: CaseCursor | null = null;
  do {
    const { rows, next }: { rows: readonly CaseRow[]; next: CaseCursor | null } = await client.cases.list({
      filter,
      after,
      limit: page,
    });
    const same = rows.find((row) => means(wanted, row.internalNumber));
    if (same !== undefined) {
      return [described(same)];
    }
    after = next;
  } while (after !== null);
  return [];
}

/** Whether what was typed means this internal number: year and sequence decide, a prefix only where one was typed. */
function means(typed: InternalNumber, written: string): boolean {
  const number = internalNumberIn(written);
  return (
    number !== undefined &&
    typed.year === number.year &&
    typed.sequence === number.sequence &&
    (typed.prefix === '' || typed.prefix === number.prefix)
  );
}

async function nearTo(client: OfficeClient, typed: string): Promise<readonly FoundCase[]> {
  const search = typed.slice(0, 100);
  const { rows } = await client.cases.list({ filter: { ...everyCase, search }, after: null, limit: nearest });
  return rows.map(described);
}

async function byId(client: OfficeClient, id: CaseId): Promise<readonly FoundCase[]> {
  const found = await client.cases.get({ id }).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'NOT_FOUND') {
      return undefined;
    }
    throw error;
  });
  if (found === undefined) {
    return [];
  }
  if (found.removed !== null) {
    throw new Refused(`${found.internalNumber}（id ${id}）在回收站里，恢复以后才能出文书。`);
  }
  const names = (role: string) =>
    found.parties
      .filter((party) => party.role === role)
      .map((party) => party.name)
      .join('、');
  return [
    {
      id: found.id,
      internalNumber: found.internalNumber,
      about: about(names('applicant'), names('respondent'), found.facts.cause?.name ?? null),
    },
  ];
}

function described(row: CaseRow): FoundCase {
  return {
    id: row.id,
    internalNumber: row.internalNumber,
    about: about(row.applicants, row.respondents, row.causeName),
  };
}

function about(applicants: string, respondents: string, cause: string | null): string {
  return `${applicants}与${respondents}${cause ?? '（案由未填）'}`;
}
