import type { Checked } from '#shared/documents/check.ts';
import { manyPartiesDraft, plainDraft } from './agreements.ts';

/** The heads of two invented cases: one against one, and three a side with Mongolian names, a body, a child, a trader. */

function headOf(draft: ReturnType<typeof plainDraft>) {
  const { documentNumber, courtCaseNumbers, channel, parties, cause, mediationOrganisation, mediators } =
    draft;
  return { documentNumber, courtCaseNumbers, channel, parties, cause, mediationOrganisation, mediators };
}

export function plainHead() {
  return { ...headOf(plainDraft()), court: '内蒙古自治区鄂尔多斯市东胜区人民法院' };
}

export function manyPartiesHead() {
  const head = headOf(manyPartiesDraft());
  const [first, ...more] = head.parties ?? [];
  return {
    ...head,
    parties: [{ ...first, name: '那日苏·巴特尔' }, ...more] as typeof head.parties,
    court: '内蒙古自治区鄂尔多斯市康巴什区人民法院',
  };
}

/** The facts of a complete draft; an incomplete one is told what it lacks. */
export function complete<Facts>(checked: Checked<Facts>): Facts {
  if (checked.kind === 'incomplete') {
    throw new Error(`Missing: ${checked.missing.map(({ field, label }) => `${field} ${label}`).join('; ')}`);
  }
  return checked.facts;
}
