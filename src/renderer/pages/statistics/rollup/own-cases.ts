import type { Counted } from '#shared/contract/cases.ts';
import type { RollupRow } from '#shared/contract/rollups.ts';
import type { RollupColumn } from '#shared/domain/rollup.ts';
import { figureBehind } from '#shared/domain/statistics/tables.ts';
import { casesBehind, casesFrozen } from '../../../components/case-filter.ts';

/** What a number of a row leads to, and what is said of all of them where it leads nowhere. */
export type UnitNumbers = {
  readonly opens: ((name: RollupColumn) => string) | null;
  readonly says: string | null;
};

/** What other offices sent in, or sums over several: no cases of this register. */
export const sumsOfUnits: UnitNumbers = {
  opens: null,
  says: '各单位之和：案件在各单位，本单位的点本单位的数',
};

/** What the numbers of an office's row lead to: this office's own to its cases, of a closed month as they were frozen. */
export function unitNumbers({ own, kind, months }: RollupRow): UnitNumbers {
  if (!own) {
    const words = kind === 'sums' ? '下级单位汇总后报来的数' : '该单位报来的数';
    return { opens: null, says: `${words}，案件不在本登记簿` };
  }
  const [first, last] = [months[0], months.at(-1)];
  const [from, to] = [first?.period?.from, last?.period?.to];
  if (first === undefined || from === undefined || to === undefined) return { opens: null, says: null };
  const counted = (name: RollupColumn): Counted => ({
    figure: figureBehind(name),
    period: { from, to },
    slices: [],
  });
  if (months.every(({ state }) => state === 'open')) {
    return { opens: (name) => casesBehind(counted(name)), says: null };
  }
  return months.length === 1 && first.state === 'closed'
    ? { opens: (name) => casesFrozen(first.month, counted(name)), says: null }
    : { opens: null, says: '由各月的数相加，其中有已锁定的月份：要看案件，请选到月' };
}
