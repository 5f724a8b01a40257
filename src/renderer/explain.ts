import { ORPCError } from '@orpc/client';
import type { z } from 'zod';
import {
  type Noun,
  type OfficeErrorCode,
  officeErrors,
  type RefusalReason,
} from '#shared/contract/procedure.ts';

import { type Detail, type Explanation, refusals } from './explain/refusals.ts';

export type { Explanation } from './explain/refusals.ts';

type DataOf<Code extends OfficeErrorCode> = z.infer<(typeof officeErrors)[Code]['data']>;

const nounWords = {
  case: '案件',
  party: '当事人',
  mediator: '调解员',
  session: '调解期日',
  agreement: '调解协议',
  payment: '到位款项',
  doubt: '待核事项',
  document: '文书',
  draft: '草稿',
  import: '导入记录',
  office: '本单位信息',
  staff: '工作人员',
  court: '法院',
  studio: '委员工作室',
  organisation: '调解组织',
  cause: '案由',
  consent: '调解意愿',
  contact: '联系记录',
  disclosure: '披露与回避',
  referral: '此前的分流',
  link: '关联案件',
  override: '核对说明',
  step: '后续办理记录',
  visit: '回访',
  subsidy: '补贴',
  proposal: '提案、社情民意信息',
  training: '培训记录',
  calendar: '节假日安排',
  setting: '设置',
  template: '文书模板',
  savedPivot: '统计方案',
  rollupUnit: '报送单位',
  rollupPackage: '报送包',
  report: '报送',
  month: '锁定',
  handFigure: '手工填报数',
  attachment: '扫描件',
  dossier: '卷宗',
  dossierPaper: '卷内材料',
} satisfies Record<Noun, string>;

const explanations = {
  INVALID: (data) => ({
    title: '填写的内容有误',
    advice: data.issues.map((issue) => issue.message).join('；') || null,
  }),
  NOT_FOUND: (data) => ({
    title: `找不到这条${nounWords[data.noun]}记录`,
    advice: '它可能已被撤销或删除，请返回列表刷新后再看。',
  }),
  CONFLICT: (data) => ({
    title: `这条${nounWords[data.noun]}记录刚被别处改过`,
    advice: '为免覆盖他人的修改，本次没有保存。请看过最新内容后再改。',
  }),
  REFUSED: (data) => refusals[data.reason](data.detail),
  FORBIDDEN: (data) =>
    data.what === 'nobodyAtWork'
      ? { title: '还没有说明谁在工作', advice: '请先在右上角选择自己的姓名。' }
      : { title: '登记簿目前只能查看，不能修改', advice: null },
  BUSY: () => ({ title: '另一个程序正在写入登记簿', advice: '请稍等片刻再试，刚才填写的内容还在。' }),
  FAULT: (data) => ({
    title: `内部错误（编号 ${data.id}）`,
    advice: '请记下编号，连同当时的操作告诉维护人员。如果刚才在保存，这次没有存上。',
  }),
} satisfies { readonly [Code in OfficeErrorCode]: (data: DataOf<Code>) => Explanation };

/** Why the office would refuse something, in words, before anybody tries. */
export function refusalInWords(reason: RefusalReason, detail: Detail): Explanation {
  return refusals[reason](detail);
}

function isOfficeErrorCode(code: string): code is OfficeErrorCode {
  return code in officeErrors;
}

/** What the office said with one of its own errors; undefined for everything else. */
function saidByOffice<Code extends OfficeErrorCode>(error: unknown, code: Code): DataOf<Code> | undefined {
  // Errors that end a task come without the mark “defined”, so the data itself is asked.
  return error instanceof ORPCError && error.code === code
    ? (officeErrors[code].data.safeParse(error.data).data as DataOf<Code> | undefined)
    : undefined;
}

/** Any error that a call can end with, in words. */
export function explain(error: unknown): Explanation {
  if (error instanceof ORPCError) {
    const data = isOfficeErrorCode(error.code) ? saidByOffice(error, error.code) : undefined;
    if (data !== undefined) {
      return (explanations[error.code as OfficeErrorCode] as (data: unknown) => Explanation)(data);
    }
    if (error.code === 'UNAUTHORIZED' || error.code === 'FORBIDDEN') {
      return { title: '这个页面已经失效', advice: '请用程序启动时给出的网址重新打开。' };
    }
    return { title: '办公程序没有正确答复', advice: `${error.code}：${error.message}` };
  }
  if (error instanceof TypeError && /fetch|network/i.test(error.message)) {
    return { title: '与程序的连接断开了', advice: '请确认程序仍在运行；恢复后页面会自动更新。' };
  }
  return { title: '出现了意外的错误', advice: error instanceof Error ? error.message : null };
}
