import { z } from 'zod';
import { type ClosingCode, closingCodes, closings } from './closing.ts';
import type { Month } from './local-date.ts';
import { formatMonth } from './reporting-period.ts';

/** Where a day lies against the period; `never` where there is no such day. */
export type DayStanding = 'before' | 'within' | 'after' | 'never';

const allowedDays = {
  before: ['before'],
  within: ['within'],
  byEnd: ['before', 'within'],
  known: ['before', 'within', 'after'],
  never: ['never'],
  pendingAtStart: ['within', 'after', 'never'],
  pendingAtEnd: ['after', 'never'],
} as const satisfies Readonly<Record<string, readonly DayStanding[]>>;

/**
 * Which cases a figure counts, as data; a case counts when every line that is given holds. The register makes its SQL
 * from it and its tables with it, and nothing else decides what is counted.
 */
export type CountRule = {
  /** The receipt day: before the period, in it, not after it, known at all, or not known. */
  readonly received: 'before' | 'within' | 'byEnd' | 'known' | 'never';
  /** The day of registration, where that decides. */
  readonly registered?: 'byEnd';
  /** The closing day: in the period; not before it; or neither before it nor in it. */
  readonly ended?: 'within' | 'pendingAtStart' | 'pendingAtEnd';
  readonly codes?: readonly ClosingCode[];
  /** Only closings that bear the mark 部分达成. */
  readonly partly?: true;
  /** The day of judicial confirmation. */
  readonly confirmed?: 'within';
};

/** How a case stands towards a period, as far as figures depend on it. */
export type CaseStanding = {
  readonly received: DayStanding;
  readonly registered: DayStanding;
  readonly ended: DayStanding;
  readonly code: ClosingCode | null;
  readonly partly: boolean;
  readonly confirmed: DayStanding;
};

function codesWhere(holds: (code: ClosingCode) => boolean): readonly ClosingCode[] {
  return closingCodes.filter(holds);
}

const succeeding = codesWhere((code) => closings[code].outcome === 'success');
const returning = codesWhere((code) => closings[code].outcome === 'returned');
const closing = codesWhere((code) => closings[code].outcome !== 'returned');
const mediating = codesWhere((code) => closings[code].outcome !== 'returned' && closings[code].mediated);

const opening = { received: 'before', ended: 'pendingAtStart' } as const satisfies CountRule;
const received = { received: 'within' } as const satisfies CountRule;

type Figure = {
  readonly label: string;
  readonly unit: '件';
  /** The rule in words, as footnotes, tooltips and the help page give it. */
  readonly formula: string;
  /** Rules that exclude each other: a case counts by one of them. */
  readonly counts: readonly CountRule[];
};

/**
 * Every count that the office reports, named once: label, formula in words, and the rule that the register counts by
 * (domain.md §8.1, design.md §6). A case without a receipt day is in no figure but the last two.
 */
export const figures = {
  opening: {
    label: '旧存',
    unit: '件',
    formula: '接收日早于本期，且本期开始时尚未终结的案件',
    counts: [opening],
  },
  received: { label: '新收', unit: '件', formula: '接收日在本期内的案件', counts: [received] },
  accepted: { label: '受理', unit: '件', formula: '旧存＋新收', counts: [opening, received] },
  closed: {
    label: '结案',
    unit: '件',
    formula: '终结日在本期内的案件，不含退回（C28）',
    counts: [{ received: 'known', ended: 'within', codes: closing }],
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
    counts: [{ received: 'byEnd', ended: 'pendingAtEnd' }],
  },
  succeeded: {
    label: '成功',
    unit: '件',
    formula: '结案中终结方式为 C11–C16 的案件',
    counts: [{ received: 'known', ended: 'within', codes: succeeding }],
  },
  partly: {
    label: '部分达成',
    unit: '件',
    formula: '成功案件中标明“部分达成”的案件',
    counts: [{ received: 'known', ended: 'within', codes: succeeding, partly: true }],
  },
  settledThemselves: {
    label: '自行和解',
    unit: '件',
    formula: '成功案件中终结方式为 C16 的案件',
    counts: [{ received: 'known', ended: 'within', codes: ['C16'] }],
  },
  mediated: {
    label: '实际调解',
    unit: '件',
    formula: '结案－C21（不同意调解）－C23（联系不上）',
    counts: [{ received: 'known', ended: 'within', codes: mediating }],
  },
  confirmed: {
    label: '司法确认',
    unit: '件',
    formula: '司法确认日期在本期内的案件',
    counts: [{ received: 'known', confirmed: 'within' }],
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

function holds(rule: CountRule, standing: CaseStanding): boolean {
  const allows = (name: keyof typeof allowedDays, day: DayStanding) =>
    (allowedDays[name] as readonly DayStanding[]).includes(day);
  return (
    allows(rule.received, standing.received) &&
    (rule.registered === undefined || allows(rule.registered, standing.registered)) &&
    (rule.ended === undefined || allows(rule.ended, standing.ended)) &&
    (rule.codes === undefined || (standing.code !== null && rule.codes.includes(standing.code))) &&
    (rule.partly === undefined || standing.partly) &&
    (rule.confirmed === undefined || allows(rule.confirmed, standing.confirmed))
  );
}

/** Whether a case is counted in a figure. */
export function isCounted(figure: FigureName, standing: CaseStanding): boolean {
  return figures[figure].counts.some((rule) => holds(rule, standing));
}

/** The three amounts, never mixed: each is a sum over the cases of one figure (design.md §6, amounts). */
export const amounts = {
  claimFenOfClosed: {
    label: '诉争标的额',
    unit: '万元',
    over: 'closed',
    formula: '本期结案案件的诉争标的额之和，不含退回；无财产内容和未载明的案件不计金额',
  },
  agreedFen: {
    label: '协议金额',
    unit: '万元',
    over: 'succeeded',
    formula: '本期成功案件的协议金额之和',
  },
  paidFen: {
    label: '到位金额',
    unit: '万元',
    over: 'succeeded',
    formula: '本期成功案件至今已到位金额之和，不论何时到位',
  },
} as const satisfies Readonly<
  Record<string, { label: string; unit: '万元'; over: FigureName; formula: string }>
>;
export type AmountName = keyof typeof amounts;
export const amountNames = Object.keys(amounts) as AmountName[];

/**
 * The success rate with each denominator that is in use, so that a rate is never given without its own. Published
 * figures mix them: courts judge by closed cases, the press counts accepted ones (domain.md §8.1).
 */
export const rates = {
  ofClosed: {
    label: '成功率（÷结案）',
    numerator: 'succeeded',
    denominator: 'closed',
    formula: '成功÷结案',
  },
  ofAccepted: {
    label: '成功率（÷受理）',
    numerator: 'succeeded',
    denominator: 'accepted',
    formula: '成功÷受理（旧存＋新收）',
  },
  ofMediated: {
    label: '成功率（÷实际调解）',
    numerator: 'succeeded',
    denominator: 'mediated',
    formula: '成功÷实际调解（结案－C21－C23）',
  },
} as const satisfies Readonly<
  Record<string, { label: string; numerator: FigureName; denominator: FigureName; formula: string }>
>;
export type RateName = keyof typeof rates;
export const rateNames = Object.keys(rates) as RateName[];

/** 37.7%, rounded half up in whole numbers as the last step; — where there is nothing to divide by. */
export function formatRate(rate: { readonly numerator: number; readonly denominator: number }): string {
  if (rate.denominator === 0) {
    return '—';
  }
  const thousandths = Math.floor((rate.numerator * 2000 + rate.denominator) / (rate.denominator * 2));
  return `${Math.floor(thousandths / 10)}.${thousandths % 10}%`;
}

/** By what a table's rows may be told apart. Closing is the state at the end of the period: pending, or how it ended. */
export const sliceDimensions = {
  court: { label: '法院' },
  cause: { label: '案由' },
  mediator: { label: '调解员' },
  sector: { label: '界别' },
  channel: { label: '通道' },
  closing: { label: '终结方式' },
} as const;
export type SliceDimension = keyof typeof sliceDimensions;
export const sliceDimensionSchema = z.enum(
  Object.keys(sliceDimensions) as [SliceDimension, ...SliceDimension[]],
);

/** What a report is of: a month or a year. */
export type ReportOf =
  | { readonly kind: 'month'; readonly month: Month }
  | { readonly kind: 'year'; readonly year: number };

/** 2024年3月, 2024年. */
export function reportPeriodName(of: ReportOf): string {
  return of.kind === 'month' ? formatMonth(of.month) : `${of.year}年`;
}

/** 2024年3月“政协+法院”联动调解案件统计表 */
export function reportTitle(of: ReportOf): string {
  return `${reportPeriodName(of)}“政协+法院”联动调解案件统计表`;
}

/** The name of the file that a report is saved as; one with names in it says so. */
export function reportFileName(of: ReportOf, masked: boolean): string {
  return `${reportPeriodName(of)}联动调解案件统计表${masked ? '' : '（含姓名）'}.xlsx`;
}
