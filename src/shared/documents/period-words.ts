import type { ProcedureKind } from '../domain/channel.ts';

/**
 * How long 委托 may take, 为十五日 or 为七日; both where the court has not told the procedure yet, 适用普通程序的…为十五日,
 * with `cases` for what they apply to. 法释〔2016〕14号 第27条
 */
export function periodAfterFiling(procedure: ProcedureKind | null, cases: '的' | '的案件'): string {
  if (procedure === null) return `适用普通程序${cases}为十五日，适用简易程序${cases}为七日`;
  return `为${procedure === 'ordinary' ? '十五' : '七'}日`;
}
