import type { CaseId, LinkId } from '#shared/contract/ids.ts';
import { contract } from '#shared/contract/index.ts';
import type { CaseLink } from '#shared/contract/links.ts';
import { formatInternalNumber } from '#shared/domain/internal-number.ts';
import { caseRow } from '../register/case-list.ts';
import {
  cancelLink,
  insertLink,
  type LinkFacts,
  linkBetween,
  linkOfId,
  linksOfCase,
} from '../register/links.ts';
import type { ReadableDb, WritableDb } from '../register/query.ts';
import { caseOf, caseToChange, liveCase } from './case-of.ts';
import { found, notFound, refused } from './errors.ts';
import { command } from './kinds.ts';
import { mergeCase } from './merge.ts';

function numberOf(db: ReadableDb, id: CaseId): string {
  return formatInternalNumber(caseOf(db, id).internalNumber);
}

/** Links two live cases and tells the history of both. */
export function linkCases(db: WritableDb, one: CaseId, other: CaseId, link: LinkFacts): LinkId {
  if (one === other) throw refused('sameCase');
  liveCase(db, one);
  liveCase(db, other);
  if (linkBetween(db, one, other) !== undefined) throw refused('alreadyLinked');
  const id = insertLink(db, one, other, link);
  for (const [caseId, otherId] of [
    [one, other],
    [other, one],
  ] as const) {
    const { kind, remarks } = link;
    const after = { linkedCase: numberOf(db, otherId), linkKind: kind, remarks };
    db.event({ subject: 'case', subjectId: caseId, what: 'linked', after });
  }
  return id;
}

/** The cases that belong to a case, as its page lists them. */
export function linksOf(db: ReadableDb, id: CaseId): CaseLink[] {
  return linksOfCase(db, id).flatMap(({ id: linkId, kind, remarks, otherCaseId }) => {
    const other = caseRow(db, otherCaseId);
    const otherRemoved = caseOf(db, otherCaseId).removed !== null;
    return other === undefined ? [] : [{ id: linkId, kind, remarks, other, otherRemoved }];
  });
}

const procedures = contract.links;

export const links = {
  link: command('links.link', procedures.link, (db, { caseId, otherCaseId, kind, remarks }) => ({
    id: linkCases(db, caseId, otherCaseId, { kind, remarks }),
  })),

  cancel: command('links.cancel', procedures.cancel, (db, { id, reason }) => {
    const { caseId, otherCaseId, kind, remarks } = found(linkOfId(db, id), 'link');
    if (!cancelLink(db, id, reason)) throw notFound('link');
    for (const [subjectId, otherId] of [
      [caseId, otherCaseId],
      [otherCaseId, caseId],
    ] as const) {
      const before = { linkedCase: numberOf(db, otherId), linkKind: kind, remarks };
      db.event({ subject: 'case', subjectId, what: 'linkCancelled', before, after: { reason } });
    }
    return { id };
  }),

  mergeInto: command(
    'links.mergeInto',
    procedures.mergeInto,
    (db, { caseId, version, intoCaseId, reason }) => {
      if (caseId === intoCaseId) throw refused('sameCase');
      liveCase(db, intoCaseId);
      mergeCase(db, caseToChange(db, caseId, version), intoCaseId, reason);
      return { version: version + 1 };
    },
  ),
};
