import { casesWithWrongFigures } from '../register/figures.ts';
import type { Connection } from '../register/query.ts';
import { casesMissingFromSearch, casesWithoutEvents } from '../register/verify.ts';

export type Verification = {
  readonly ok: boolean;
  readonly cases: number;
  readonly events: number;
  readonly problems: { what: string; caseId: number | null }[];
};

/** Whether the file is whole, and whether everything derived agrees with the facts it was derived from. */
export function verifyRegister(register: Connection): Verification {
  const db = register.readable;
  const problems: Verification['problems'] = [];
  for (const row of register.database.pragma('integrity_check') as { integrity_check: string }[]) {
    if (row.integrity_check !== 'ok')
      problems.push({ what: `数据库文件：${row.integrity_check}`, caseId: null });
  }
  if ((register.database.pragma('foreign_key_check') as unknown[]).length > 0) {
    problems.push({ what: '数据库文件：有指向不存在记录的引用', caseId: null });
  }
  for (const caseId of casesWithWrongFigures(db)) problems.push({ what: '统计行与案件事实不一致', caseId });
  for (const caseId of casesMissingFromSearch(db))
    problems.push({ what: '检索索引缺少或多出该案件', caseId });
  for (const caseId of casesWithoutEvents(db)) problems.push({ what: '案件没有登记记录', caseId });
  const count = (table: 'cases' | 'events') =>
    db.first(db.selectFrom(table).select((select) => select.fn.countAll<number>().as('count')))?.count ?? 0;
  return { ok: problems.length === 0, cases: count('cases'), events: count('events'), problems };
}
