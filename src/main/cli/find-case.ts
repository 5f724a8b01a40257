import type { CaseFilter, CaseRow } from '#shared/contract/cases.ts';
import { caseIdSchema } from '#shared/contract/ids.ts';
import type { OfficeClient } from '#shared/contract/index.ts';
import { parseCaseNumber } from '#shared/domain/case-number.ts';
import {
  formatInternalNumber,
  type InternalNumber,
  parseInternalNumber,
} from '#shared/domain/internal-number.ts';

export type FoundCase = {
  readonly id: CaseRow['id'];
  readonly internalNumber: string;
  readonly about: string;
};

const longestList = 20;

/**
 * The cases that somebody may mean: by id, by internal number or by court number in any typed form; only what is equal
 * counts. For other words the list is what the search finds, with `exact: false`: a paper is never made by a guess.
 */
export async function findCases(
  client: OfficeClient,
  typed: string,
): Promise<{ readonly exact: boolean; readonly cases: readonly FoundCase[] }> {
  const text = typed.trim();
  if (/^[1-9]\d{0,14}$/.test(text)) {
    return { exact: true, cases: await byId(client, Number(text)) };
  }
  const courtNumber = parseCaseNumber(text);
  if (courtNumber !== undefined) {
    const related = await client.cases.related({ except: null, parties: [], courtNumbers: [courtNumber] });
    const same = related.filter(({ because }) => because === 'courtNumber');
    return { exact: true, cases: same.map(({ row }) => described(row)) };
  }
  const internal = parseInternalNumber(text);
  const wanted = internal === undefined ? undefined : formatInternalNumber(internal);
  const { rows } = await client.cases.list({
    filter: { ...everyCase, search: wanted ?? text },
    after: null,
    limit: longestList,
  });
  const same = rows.filter((row) => means(internal, row.internalNumber));
  return { exact: wanted !== undefined, cases: (wanted === undefined ? rows : same).map(described) };
}

/** Whether what was typed means this internal number: year and sequence decide, a prefix only where one was typed. */
function means(typed: InternalNumber | undefined, written: string): boolean {
  const number = parseInternalNumber(written);
  return (
    typed !== undefined &&
    number !== undefined &&
    typed.year === number.year &&
    typed.sequence === number.sequence &&
    (typed.prefix === '' || typed.prefix === number.prefix)
  );
}

const everyCase: CaseFilter = {
  search: null,
  statuses: [],
  courtId: null,
  mediatorId: null,
  causeName: null,
  channel: null,
  listed: null,
  doubtedOnly: false,
  removedOnly: false,
  importId: null,
  counted: null,
};

async function byId(client: OfficeClient, id: number): Promise<readonly FoundCase[]> {
  const found = await client.cases.get({ id: caseIdSchema.parse(id) }).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'NOT_FOUND') {
      return undefined;
    }
    throw error;
  });
  if (found === undefined) {
    return [];
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
