import { letterDayLabel, type Way } from '../../components/case-form/facts-draft.ts';
import { factLabels } from './fact-words.ts';

const events: Readonly<Record<string, string>> = {
  registered: '登记案件',
  imported: '由台账导入',
  amended: '修改案情',
  partiesSaved: '修改当事人',
  sessionRecorded: '记一次调解',
  sessionAmended: '修改调解记录',
  agreementSaved: '保存协议',
  closed: '结案',
  closingCorrected: '误操作更正：撤回结案',
  paymentRecorded: '记到位款',
  paymentCancelled: '作废到位款',
  confirmationRecorded: '记司法确认',
  doubtRaised: '列为待核',
  doubtSettled: '核对待核事项',
  documentIssued: '出具文书',
  removed: '移入回收站',
  restored: '恢复案件',
  sectorFilled: '补填界别',
  importUndone: '撤销导入',
};

/** What was done, in words; an event that this program does not know yet keeps its own name. */
export function eventInWords(what: string): string {
  return events[what] ?? what;
}

const fields: Readonly<Record<string, string>> = {
  ...factLabels,
  internalNumber: '内部编号',
  parties: '当事人',
  code: '终结方式',
  closedOn: '终结日期',
  partly: '部分达成',
  reason: '理由',
  heldOn: '日期',
  startedAt: '开始',
  endedAt: '结束',
  place: '地点',
  form: '方式',
  attendance: '到场人员',
  notes: '调解经过',
  privateNotes: '调解员私记',
  result: '结果',
  nextOn: '下次日期',
  agreedFen: '协议金额',
  paidFen: '到位金额',
  sector: '界别',
  doubts: '待核事项',
  signedOn: '签订日期',
  mainFacts: '主要事实',
  disputedMatters: '争议事项',
  terms: '协议条款',
  defaultClause: '违约责任',
  costClause: '费用负担',
  finalSettlement: '再无其他争议',
  effect: '效力',
  effectCourtId: '法院',
  paidOn: '到位日期',
  amountFen: '金额',
  voucher: '凭证',
  confirmedOn: '裁定日期',
  number: '文书号',
  settlement: '核对结果',
  sentence: '待核事项',
  title: '文书',
  sha256: 'SHA-256',
  at: '时间',
};

/** What a field is called, in a case that came here this way. */
export function fieldInWords(field: string, way: Way): string {
  return field === 'letterOn' ? letterDayLabel(way) : (fields[field] ?? field);
}
