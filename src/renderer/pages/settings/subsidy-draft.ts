import type { ClosingCode } from '#shared/domain/closing.ts';
import { type Fen, formatYuanPlain } from '#shared/domain/money.ts';
import type { SubsidyRule } from '#shared/domain/subsidy.ts';
import { readTypedAmount } from '../../components/fields/amount-field.tsx';

/** A line of the table while it is typed; `key` tells lines apart that say the same. */
export type SubsidyDraft = {
  readonly key: number;
  readonly name: string;
  readonly outcome: 'success' | 'failure' | 'any';
  readonly closingCodes: readonly ClosingCode[];
  readonly from: string;
  readonly below: string;
  readonly amount: string;
  readonly source: string;
};

export const outcomeChoices = [
  { value: 'success', label: '调解成功' },
  { value: 'failure', label: '未成' },
  { value: 'any', label: '不限' },
] as const;

export function newSubsidy(key: number): SubsidyDraft {
  const outcome = 'success' as const;
  return { key, name: '', outcome, closingCodes: [], from: '', below: '', amount: '', source: '' };
}

const typed = (amount: Fen | null) => (amount === null ? '' : formatYuanPlain(amount));

export function draftOf(rule: SubsidyRule, key: number): SubsidyDraft {
  return {
    key,
    name: rule.name,
    outcome: rule.outcome ?? 'any',
    closingCodes: rule.closingCodes,
    from: typed(rule.claimFromFen),
    below: typed(rule.claimBelowFen),
    amount: typed(rule.amountFen),
    source: rule.source,
  };
}

/** Nothing typed: no bound; undefined for what is no amount. */
function bound(text: string): Fen | null | undefined {
  const read = readTypedAmount(text);
  return read.kind === 'empty' ? null : read.kind === 'amount' ? read.fen : undefined;
}

/** The line as it is kept, or what it lacks, in words. */
export function readSubsidy(
  draft: SubsidyDraft,
): { readonly rule: SubsidyRule } | { readonly lacks: string } {
  const from = bound(draft.from);
  const below = bound(draft.below);
  const amount = bound(draft.amount);
  const name = draft.name.trim();
  const source = draft.source.trim();
  const lacks = [
    ...(name === '' ? ['名称'] : []),
    ...(amount === null || amount === undefined ? ['金额'] : []),
    ...(source === '' ? ['依据'] : []),
    ...(from === undefined || below === undefined ? ['标的额'] : []),
  ];
  if (lacks.length > 0 || from === undefined || below === undefined || amount == null) {
    return { lacks: lacks.join('、') };
  }
  if (from !== null && below !== null && from >= below) return { lacks: '标的额的下限要小于上限' };
  return {
    rule: {
      name,
      outcome: draft.outcome === 'any' ? null : draft.outcome,
      closingCodes: draft.closingCodes,
      claimFromFen: from,
      claimBelowFen: below,
      amountFen: amount,
      source,
    },
  };
}
