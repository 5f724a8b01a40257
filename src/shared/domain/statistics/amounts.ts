import { z } from 'zod';
import type { FigureName } from './figures.ts';

/** What is added up of each case. */
export const summed = {
  claim: { label: '诉争标的额', unit: '万元' },
  agreed: { label: '协议金额', unit: '万元' },
  /** Paid so far, whenever that was. */
  paid: { label: '到位金额', unit: '万元' },
  /** Paid in the period, by the day of payment. */
  paidInPeriod: { label: '本期到账', unit: '万元' },
  /** Days from receipt to closing; the same day is 0 (domain.md §8.1). */
  days: { label: '调解天数', unit: '天' },
  parties: { label: '当事人', unit: '人' },
} as const;
export type Summed = keyof typeof summed;

type Amount = {
  readonly label: string;
  readonly unit: '万元' | '天' | '人';
  readonly of: Summed;
  /** The figure over whose cases it is summed. */
  readonly over: FigureName;
  readonly formula: string;
};

/**
 * Every sum over cases, money in fen. 诉争标的额, 协议金额 and 到位金额 are never mixed, and each says over which cases it
 * is taken (design.md §6, amounts; domain.md §8.1).
 */
export const amounts = {
  claimFenOfClosed: {
    label: '诉争标的额',
    unit: '万元',
    of: 'claim',
    over: 'closed',
    formula: '本期结案案件的诉争标的额之和，不含退回；无财产内容和未载明的案件不计金额',
  },
  agreedFen: {
    label: '协议金额',
    unit: '万元',
    of: 'agreed',
    over: 'succeeded',
    formula: '本期成功案件的协议金额之和',
  },
  paidFen: {
    label: '到位金额',
    unit: '万元',
    of: 'paid',
    over: 'succeeded',
    formula: '本期成功案件至今已到位金额之和，不论何时到位',
  },
  claimFenOfReceived: {
    label: '新收标的额',
    unit: '万元',
    of: 'claim',
    over: 'received',
    formula: '本期新收案件的诉争标的额之和；无财产内容和未载明的案件不计金额',
  },
  paidInPeriodFen: {
    label: '本期到账',
    unit: '万元',
    of: 'paidInPeriod',
    over: 'paidInPeriod',
    formula: '付款日期在本期内的到位金额之和，不论案件何时结案',
  },
  daysToClose: {
    label: '调解天数',
    unit: '天',
    of: 'days',
    over: 'closed',
    formula: '本期结案案件自接收日至终结日的天数之和，当日结案记 0 天',
  },
  partiesOfClosed: {
    label: '涉及当事人',
    unit: '人',
    of: 'parties',
    over: 'closed',
    formula: '本期结案案件的当事人数之和',
  },
} as const satisfies Readonly<Record<string, Amount>>;
export type AmountName = keyof typeof amounts;
/** 诉争标的额, 协议金额, 到位金额: what every report shows. */
export const mainAmounts = ['claimFenOfClosed', 'agreedFen', 'paidFen'] as const;
export const amountNames = Object.keys(amounts) as [AmountName, ...AmountName[]];
export const amountNameSchema = z.enum(amountNames);
/** The sums of money, in fen. */
export type MoneyName = {
  readonly [Name in AmountName]: (typeof amounts)[Name]['unit'] extends '万元' ? Name : never;
}[AmountName];
