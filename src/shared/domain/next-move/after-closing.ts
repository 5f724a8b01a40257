import type { CaseSoFar } from '../case-so-far.ts';
import { closings } from '../closing.ts';
import { type Circumstances, issue, type NextMove, next, type OpenMatter, offer } from './offer.ts';

/** Closed: what is open after it, most pressing first, and then the archive. */
export function afterClosing(soFar: CaseSoFar, { after }: Circumstances): NextMove {
  const [open] = after ?? openByItself(soFar);
  if (open !== undefined) {
    const { place, ...said } = open;
    return next({ action: { kind: 'go', place }, label: said.label }, said);
  }
  return next(offer('archive', soFar), {
    why: '没有待办事项，整理卷宗归档。',
    source: '人民调解法 第27条',
  });
}

/** What the case itself says is open, where nobody has looked at the matters that follow a closing. */
function openByItself(soFar: CaseSoFar): readonly OpenMatter[] {
  const { agreement: agreed, closing } = soFar;
  if (closing === null || closings[closing.code].outcome !== 'success' || agreed === null) return [];
  const matter = { why: null, source: null, urgent: false };
  const paid = soFar.payments.reduce((sum, { amountFen }) => sum + amountFen, 0);
  return [
    ...(agreed.form === 'written' &&
    agreed.terms.length > 0 &&
    soFar.documents.every(({ state }) => state === 'withdrawn')
      ? [{ ...matter, label: issue.label, place: { section: 'agreement', field: 'issue' } as const }]
      : []),
    ...(agreed.effect === 'judicialConfirmation' && soFar.confirmation === null
      ? [
          {
            ...matter,
            label: '记司法确认',
            why: '双方自协议生效之日起 30 日内共同申请。',
            source: '民事诉讼法 第205条',
            place: { section: 'outcome', field: 'confirmation' } as const,
          },
        ]
      : []),
    ...(agreed.agreedFen !== null && paid < agreed.agreedFen
      ? [{ ...matter, label: '记到位款', place: { section: 'outcome', field: 'payment' } as const }]
      : []),
  ];
}
