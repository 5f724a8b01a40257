import { caseMarkCodes } from '#shared/domain/case-mark.ts';
import { disputeKindCodes, disputeKinds, wageCauses } from '#shared/domain/statistics/tables.ts';
import type { CaseGroup } from '#shared/domain/statistics.ts';
import type { Condition } from './condition.ts';

const kindByName = JSON.stringify(
  Object.fromEntries(
    disputeKindCodes.flatMap((kind) => disputeKinds[kind].under.map((name) => [name, kind])),
  ),
);
const wageNames = JSON.stringify([...wageCauses]);

/** The causes whose nearest name that says a kind of dispute, at or above them, says this one. */
const ofKind = `SELECT c.id FROM causes c LEFT JOIN cause_places p ON p.name = c.name
  WHERE coalesce(
    (SELECT value FROM json_each(?1) WHERE key = c.name), (SELECT value FROM json_each(?1) WHERE key = p.level3),
    (SELECT value FROM json_each(?1) WHERE key = p.level2), (SELECT value FROM json_each(?1) WHERE key = p.level1),
    'other') = ?2`;

const ofWages = `SELECT c.id FROM causes c LEFT JOIN cause_places p ON p.name = c.name
  WHERE EXISTS (SELECT 1 FROM json_each(?) WHERE value IN (c.name, p.level1, p.level2, p.level3))`;

/** The cases of a group, as `disputeKindOf` tells them apart. */
export function groupCondition(group: CaseGroup): Condition {
  if (group === 'onPlatform') {
    return {
      sql: `EXISTS (SELECT 1 FROM case_numbers n WHERE n.case_id = f.case_id AND n.kind = 'platform')`,
      parameters: [],
    };
  }
  const isWages = `(f.marks & ? <> 0 AND coalesce(+f.cause_id IN (${ofWages}), 0))`;
  const wages = [1 << caseMarkCodes.indexOf('migrantWorkers'), wageNames];
  if (group === 'wages') return { sql: isWages, parameters: wages };
  const kind = ofKind.replace(/\?[12]/g, '?');
  const unfilled = group === 'other' ? 'OR f.cause_id IS NULL' : '';
  return {
    sql: `NOT ${isWages} AND (+f.cause_id IN (${kind}) ${unfilled})`,
    parameters: [...wages, kindByName, kindByName, kindByName, kindByName, group],
  };
}

/** The cases in which a mediator assisted; each counts for whoever led it. */
export function assistedCondition(mediator: number): Condition {
  return {
    sql: `EXISTS (SELECT 1 FROM cases c, json_each(c.assisting) one WHERE c.id = f.case_id AND one.value = ?)`,
    parameters: [mediator],
  };
}
