import { z } from 'zod';
import type { Channel } from '../channel.ts';

export const closingCodes = [
  'C11',
  'C12',
  'C13',
  'C14',
  'C15',
  'C16',
  'C21',
  'C22',
  'C23',
  'C24',
  'C25',
  'C26',
  'C27',
  'C28',
  'C29',
] as const;
export const closingCodeSchema = z.enum(closingCodes);
export type ClosingCode = z.infer<typeof closingCodeSchema>;

export type ClosingOutcome = 'success' | 'failure' | 'returned';

export type Closing = {
  readonly label: string;
  /** Returned cases (C28) are neither closed nor failed. */
  readonly outcome: ClosingOutcome;
  readonly channels: readonly Channel[];
  /** The heading of the column of its own that reports give it besides counting it. */
  readonly ownColumn?: string;
  /** Whether mediation took place at all: the third rate divides by these only. */
  readonly mediated: boolean;
  readonly source: string;
};

const all: readonly Channel[] = ['A', 'B', 'C'];

/** The ways in which mediation ends: the root of all figures. */
export const closings: Readonly<Record<ClosingCode, Closing>> = {
  C11: {
    label: '达成书面调解协议',
    outcome: 'success',
    channels: all,
    mediated: true,
    source: '法释〔2016〕14号 第26条第1项',
  },
  C12: {
    label: '达成口头协议（已记录）',
    outcome: 'success',
    channels: all,
    mediated: true,
    source: '法释〔2016〕14号 第23条',
  },
  C13: {
    label: '达成协议并即时履行完毕',
    outcome: 'success',
    channels: all,
    mediated: true,
    source: '民事诉讼法 第101条',
  },
  C14: {
    label: '调解后撤回起诉',
    outcome: 'success',
    channels: ['B'],
    mediated: true,
    source: '法释〔2016〕14号 第20条',
  },
  // Channel A only in cases from 2022 to 2024, when courts issued the statement before filing (“诉前调书”).
  C15: {
    label: '法院据协议出具调解书',
    outcome: 'success',
    channels: ['A', 'B'],
    mediated: true,
    source: '法释〔2016〕14号 第20条',
  },
  C16: {
    label: '自行和解撤回申请',
    outcome: 'success',
    channels: all,
    ownColumn: '自行和解',
    mediated: true,
    source: '法释〔2021〕23号 第25条第2项',
  },
  C21: {
    label: '当事人不同意调解或不同意指定',
    outcome: 'failure',
    channels: all,
    mediated: false,
    source: '法释〔2016〕14号 第12条、第26条第2项',
  },
  C22: {
    label: '调解中撤回或不愿继续',
    outcome: 'failure',
    channels: all,
    mediated: true,
    source: '法释〔2021〕23号 第25条第4项',
  },
  C23: {
    label: '期限内联系不上当事人',
    outcome: 'failure',
    channels: all,
    mediated: false,
    source: '法释〔2021〕23号 第25条第3项',
  },
  C24: {
    label: '分歧较大难以达成协议',
    outcome: 'failure',
    channels: all,
    mediated: true,
    source: '法释〔2016〕14号 第26条第3项',
  },
  C25: {
    label: '期限届满未达成且无延期合意',
    outcome: 'failure',
    // No law sets a period for channel C, so that none can expire there (domain.md §2.3).
    channels: ['A', 'B'],
    mediated: true,
    source: '法释〔2021〕23号 第25条第6项',
  },
  C26: {
    label: '一方拒绝在协议上签章',
    outcome: 'failure',
    channels: all,
    mediated: true,
    source: '法释〔2021〕23号 第25条第7项',
  },
  C27: {
    label: '涉嫌虚假调解终止',
    outcome: 'failure',
    channels: all,
    mediated: true,
    source: '法释〔2016〕14号 第18条',
  },
  C28: {
    label: '不符合受理条件或管辖，退回',
    outcome: 'returned',
    channels: ['A', 'B'],
    ownColumn: '退回',
    mediated: false,
    source: '法释〔2021〕23号 第9条、第12条',
  },
  C29: {
    label: '其他',
    outcome: 'failure',
    channels: all,
    mediated: true,
    source: '法释〔2016〕14号 第26条第4项',
  },
};
