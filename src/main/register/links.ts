import type { CaseId, LinkId } from '#shared/contract/ids.ts';
import type { LinkKind } from '#shared/domain/case-link.ts';
import type { ReadableDb, WritableDb } from './query.ts';
import { caseIdOf, idOf } from './values.ts';

export type LinkFacts = { readonly kind: LinkKind; readonly remarks: string | null };
export type Link = LinkFacts & {
  readonly id: LinkId;
  readonly caseId: CaseId;
  readonly otherCaseId: CaseId;
};

type Row = {
  readonly id: number;
  readonly case_id: number;
  readonly other_case_id: number;
  readonly kind: LinkKind;
  readonly remarks: string | null;
};

function linkOf(row: Row): Link {
  return {
    id: idOf<LinkId>(row.id),
    caseId: caseIdOf(row.case_id),
    otherCaseId: caseIdOf(row.other_case_id),
    kind: row.kind,
    remarks: row.remarks,
  };
}

function standing(db: ReadableDb) {
  return db
    .selectFrom('case_links')
    .select(['id', 'case_id', 'other_case_id', 'kind', 'remarks'])
    .where('cancelled_at', 'is', null);
}

/** Two cases in the order in which the pair is kept. */
function pair(one: CaseId, other: CaseId): readonly [CaseId, CaseId] {
  return one < other ? [one, other] : [other, one];
}

/** The link of a pair that stands, from whichever side. */
export function linkBetween(db: ReadableDb, one: CaseId, other: CaseId): Link | undefined {
  const [first, second] = pair(one, other);
  const row = db.first(standing(db).where('case_id', '=', first).where('other_case_id', '=', second));
  return row === undefined ? undefined : linkOf(row);
}

export function linkOfId(db: ReadableDb, id: LinkId): Link | undefined {
  const row = db.first(standing(db).where('id', '=', id));
  return row === undefined ? undefined : linkOf(row);
}

/** The links of a case that stand, as seen from it: `otherCaseId` is always the other one. */
export function linksOfCase(db: ReadableDb, id: CaseId): Link[] {
  const rows = [
    ...db.all(standing(db).where('case_id', '=', id)),
    ...db.all(standing(db).where('other_case_id', '=', id)),
  ];
  return rows
    .map(linkOf)
    .map((link) =>
      link.caseId === id ? link : { ...link, caseId: link.otherCaseId, otherCaseId: link.caseId },
    )
    .toSorted((a, b) => a.id - b.id);
}

export function insertLink(db: WritableDb, one: CaseId, other: CaseId, { kind, remarks }: LinkFacts): LinkId {
  const [first, second] = pair(one, other);
  return idOf<LinkId>(
    db.insert('case_links', {
      case_id: first,
      other_case_id: second,
      kind,
      remarks,
      cancelled_at: null,
      cancelled_reason: null,
    }),
  );
}

/** Cancels a link; false when it is cancelled already. */
export function cancelLink(db: WritableDb, id: LinkId, reason: string): boolean {
  const query = db
    .updateTable('case_links')
    .set({ cancelled_at: db.command.at, cancelled_reason: reason })
    .where('id', '=', id)
    .where('cancelled_at', 'is', null);
  return db.run(query).changes === 1;
}
