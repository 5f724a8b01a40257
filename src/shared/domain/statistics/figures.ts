import { z } from 'zod';
import { type ClosingCode, closingCodes, closings } from '../closing.ts';
import { type CaseStanding, type CountRule, counts } from './rule.ts';

function codesWhere(holds: (code: ClosingCode) => boolean): readonly ClosingCode[] {
  return closingCodes.filter(holds);
}

const succeeding = codesWhere((code) => closings[code].outcome === 'success');
const failing = codesWhere((code) => closings[code].outcome === 'failure');
const returning = codesWhere((code) => closings[code].outcome === 'returned');
const closing = codesWhere((code) => closings[code].outcome !== 'returned');
const mediating = codesWhere((code) => closings[code].outcome !== 'returned' && closings[code].mediated);
/** Performed on a day that was agreed, not at once. */
const performingLater = succeeding.filter((code) => code !== 'C13');

const opening = { received: 'before', ended: 'pendingAtStart' } as const satisfies CountRule;
const received = { received: 'within' } as const satisfies CountRule;
const closed = { received: 'known', ended: 'within', codes: closing } as const satisfies CountRule;
const succeeded = { received: 'known', ended: 'within', codes: succeeding } as const satisfies CountRule;
const pending = { received: 'byEnd', ended: 'pendingAtEnd' } as const satisfies CountRule;

export type Figure = {
  readonly label: string;
  readonly unit: '件';
  /** The rule in words, as footnotes, tooltips and the help page give it. */
  readonly formula: string;
  /** Rules that exclude each other: a case counts by one of them. */
  readonly counts: readonly CountRule[];
};

function endedBy(code: ClosingCode): Figure {
  const { label } = closings[code];
  const formula = `结案中终结方式为 ${code}（${label}）的案件`;
  return { label, unit: '件', formula, counts: [{ ...closed, codes: [code] }] };
}

/**
 * Every count that the office reports, named once: label, formula in words, and the rule that the register counts by
 * (domain.md §8.1, design.md §6). A case without a receipt day is in no figure but 待接收 and 接收前终止.
 */
export const figures = {
  opening: {
    label: '旧存',
    unit: '件',
    formula: '接收日早于本期，且本期开始时尚未终结的案件',
    counts: [opening],
  },
  received: { label: '新收', unit: '件', formula: '接收日在本期内的案件', counts: [received] },
  receivedA: {
    label: '委派',
    unit: '件',
    formula: '新收中法院立案前委派的案件（通道 A）',
    counts: [{ ...received, channels: ['A'] }],
  },
  receivedB: {
    label: '委托',
    unit: '件',
    formula: '新收中法院立案后委托的案件（通道 B）',
    counts: [{ ...received, channels: ['B'] }],
  },
  receivedC: {
    label: '综治中心及自行受理',
    unit: '件',
    formula: '新收中综治中心移送和自行受理的案件（通道 C）',
    counts: [{ ...received, channels: ['C'] }],
  },
  accepted: { label: '受理', unit: '件', formula: '旧存＋新收', counts: [opening, received] },
  closed: {
    label: '结案',
    unit: '件',
    formula: '终结日在本期内的案件，不含退回（C28）',
    counts: [closed],
  },
  returned: {
    label: '退回',
    unit: '件',
    formula: '本期以 C28（不符合受理或管辖）退回的案件，不计结案',
    counts: [{ received: 'known', ended: 'within', codes: returning }],
  },
  closing: {
    label: '未结',
    unit: '件',
    formula: '旧存＋新收－结案－退回；另按“接收日不晚于期末、期末尚未终结”逐案核对',
    counts: [pending],
  },
  overdue: {
    label: '超期未结',
    unit: '件',
    formula: '未结中调解期限（含延长、中止）的到期日早于期末的案件',
    counts: [{ ...pending, flags: ['overdue'] }],
  },
  succeeded: {
    label: '成功',
    unit: '件',
    formula: '结案中终结方式为 C11–C16 的案件',
    counts: [succeeded],
  },
  failed: {
    label: '未成',
    unit: '件',
    formula: '结案－成功：终结方式为 C21–C27、C29 的案件',
    counts: [{ ...closed, codes: failing }],
  },
  endedC11: endedBy('C11'),
  endedC12: endedBy('C12'),
  endedC13: endedBy('C13'),
  endedC14: endedBy('C14'),
  endedC15: endedBy('C15'),
  endedC21: endedBy('C21'),
  endedC22: endedBy('C22'),
  endedC23: endedBy('C23'),
  endedC24: endedBy('C24'),
  endedC25: endedBy('C25'),
  endedC26: endedBy('C26'),
  endedC27: endedBy('C27'),
  endedC29: endedBy('C29'),
  partly: {
    label: '部分达成',
    unit: '件',
    formula: '成功案件中标明“部分达成”的案件',
    counts: [{ ...succeeded, flags: ['partly'] }],
  },
  settledThemselves: {
    label: '自行和解',
    unit: '件',
    formula: '成功案件中终结方式为 C16 的案件',
    counts: [{ ...closed, codes: ['C16'] }],
  },
  mediated: {
    label: '实际调解',
    unit: '件',
    formula: '结案－C21（不同意调解）－C23（联系不上）',
    counts: [{ ...closed, codes: mediating }],
  },
  settledOrWithdrawn: {
    label: '调解和撤回',
    unit: '件',
    formula: '成功＋C22（调解中撤回或不愿继续）',
    counts: [{ ...closed, codes: [...succeeding, 'C22'] }],
  },
  noProperty: {
    label: '无财产内容',
    unit: '件',
    formula: '结案中无财产内容的案件，不计金额',
    counts: [{ ...closed, flags: ['noProperty'] }],
  },
  closedWithDue: {
    label: '有到期日的结案',
    unit: '件',
    formula: '结案中调解期限到期日可以算出的案件',
    counts: [{ ...closed, flags: ['dueKnown'] }],
  },
  closedOnTime: {
    label: '按期结案',
    unit: '件',
    formula: '结案中终结日不晚于（延长后）到期日的案件',
    counts: [{ ...closed, flags: ['dueKnown', 'onTime'] }],
  },
  confirmed: {
    label: '司法确认',
    unit: '件',
    formula: '司法确认日期在本期内的案件',
    counts: [{ received: 'known', within: 'confirmed' }],
  },
  confirmationApplied: {
    label: '申请司法确认',
    unit: '件',
    formula: '申请司法确认的日期在本期内的案件；申请日未载明的不计',
    counts: [{ received: 'known', within: 'applied' }],
  },
  confirmedUnapplied: {
    label: '申请日未载明',
    unit: '件',
    formula: '本期司法确认的案件中申请日未载明的，不计入申请司法确认',
    counts: [{ received: 'known', within: 'confirmed', flags: ['unapplied'] }],
  },
  confirmationRejected: {
    label: '司法确认驳回',
    unit: '件',
    formula: '法院裁定驳回司法确认申请的日期在本期内的案件',
    counts: [{ received: 'known', within: 'rejected' }],
  },
  confirmable: {
    label: '可确认的协议',
    unit: '件',
    formula: '成功案件中通道 A、C 以 C11、C12 达成协议、可以申请司法确认的案件',
    counts: [{ ...succeeded, flags: ['confirmable'] }],
  },
  confirmableApplied: {
    label: '可确认且已申请',
    unit: '件',
    formula: '可确认的协议中已申请或者已经司法确认的案件，不论何时申请',
    counts: [{ ...succeeded, flags: ['confirmable', 'applied'] }],
  },
  appliedAndConfirmed: {
    label: '申请后确认有效',
    unit: '件',
    formula: '本期申请司法确认、至今已裁定有效的案件',
    counts: [{ received: 'known', within: 'applied', flags: ['confirmed'] }],
  },
  performanceDue: {
    label: '履行期届满',
    unit: '件',
    formula: '成功且有给付内容，末期履行日（不早于终结日；C13 为终结日）在本期内的案件；履行日未载明的不计',
    counts: [{ received: 'known', ended: 'known', codes: succeeding, within: 'performanceDue' }],
  },
  performanceDueLater: {
    label: '约定履行日届满',
    unit: '件',
    formula: '履行期届满的案件中约定了履行日的，不含 C13',
    counts: [{ received: 'known', ended: 'known', codes: performingLater, within: 'performanceDue' }],
  },
  performanceUndated: {
    label: '履行日未载明',
    unit: '件',
    formula: '成功案件中有给付内容而履行日未载明的（C13 除外），不计入履行期届满',
    counts: [{ ...succeeded, flags: ['performanceUndated'] }],
  },
  performed: {
    label: '自动履行',
    unit: '件',
    formula: '履行期在本期届满的案件中，至今已全部到位或者即时履行完毕（C13），且无人申请强制执行的案件',
    counts: [
      {
        received: 'known',
        ended: 'known',
        codes: succeeding,
        within: 'performanceDue',
        flags: ['performed'],
      },
    ],
  },
  paidInPeriod: {
    label: '本期有到账',
    unit: '件',
    formula: '付款日期在本期内的案件；付款日期未载明的不计',
    counts: [{ received: 'known', within: 'paid' }],
  },
  paidUndated: {
    label: '付款日未载明',
    unit: '件',
    formula: '成功案件中有到位金额的付款日期未载明的，该金额不计入本期到账',
    counts: [{ ...succeeded, flags: ['paidUndated'] }],
  },
  undated: {
    label: '待接收',
    unit: '件',
    formula: '期末已登记、未终结、尚无接收日的案件，不计入上列各数',
    counts: [{ received: 'never', registered: 'byEnd', ended: 'pendingAtEnd' }],
  },
  beforeReceipt: {
    label: '接收前终止',
    unit: '件',
    formula: '本期终结而无接收日的案件，不计入上列各数',
    counts: [{ received: 'never', ended: 'within' }],
  },
} as const satisfies Readonly<Record<string, Figure>>;

export type FigureName = keyof typeof figures;
export const figureNames = Object.keys(figures) as [FigureName, ...FigureName[]];
export const figureNameSchema = z.enum(figureNames);

/** Whether a case is counted in a figure. */
export function isCounted(figure: FigureName, standing: CaseStanding): boolean {
  return figures[figure].counts.some((rule) => counts(rule, standing));
}
