import type { CaseDetail } from '#shared/contract/cases.ts';
import { closings } from '#shared/domain/closing.ts';

export type NextStep = 'restore' | 'session' | 'agreement' | 'issue' | 'close' | 'payment' | 'confirmation';

export const nextStepLabels = {
  restore: '恢复案件',
  session: '记一次调解',
  agreement: '填写协议',
  issue: '出协议书',
  close: '结案',
  payment: '记到位款',
  confirmation: '记司法确认',
} as const satisfies Record<NextStep, string>;

/** The one thing that is mostly done next with a case as it stands; null where nothing is left to do. */
export function nextStep(detail: CaseDetail): NextStep | null {
  if (detail.removed !== null) {
    return 'restore';
  }
  return detail.closing === null ? beforeClosing(detail) : afterClosing(detail, detail.closing);
}

function hasCurrentDocument(detail: CaseDetail): boolean {
  return detail.documents.some((document) => document.differences.length === 0);
}

function beforeClosing(detail: CaseDetail): NextStep {
  if (detail.agreement !== null) {
    return detail.agreement.form === 'oral' || hasCurrentDocument(detail) ? 'close' : 'issue';
  }
  const last = detail.sessions.toSorted((a, b) => a.heldOn.localeCompare(b.heldOn)).at(-1);
  switch (last?.result) {
    case 'agreed':
      return 'agreement';
    case 'failed':
      return 'close';
    default:
      return 'session';
  }
}

function afterClosing(detail: CaseDetail, closing: NonNullable<CaseDetail['closing']>): NextStep | null {
  const { agreement } = detail;
  if (closings[closing.code].outcome !== 'success' || agreement === null) {
    return null;
  }
  if (agreement.form === 'written' && agreement.terms.length > 0 && detail.documents.length === 0) {
    return 'issue';
  }
  if (agreement.effect === 'judicialConfirmation' && detail.confirmation === null) {
    return 'confirmation';
  }
  const paid = detail.payments.reduce((sum, payment) => sum + payment.amountFen, 0);
  return agreement.agreedFen !== null && paid < agreement.agreedFen ? 'payment' : null;
}
