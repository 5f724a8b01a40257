import { caseLife } from './case-life.ts';
import type { CaseSoFar } from './case-so-far.ts';
import { afterClosing } from './next-move/after-closing.ts';
import {
  afterDispatch,
  afterRegistration,
  beforeAppointment,
  beforeMediation,
} from './next-move/before-mediation.ts';
import { beforeClosing, overdue, whileMediating, whileSuspended } from './next-move/mediation.ts';
import { type Circumstances, type NextMove, next } from './next-move/offer.ts';

export type { Circumstances, NextAction, NextMove, OpenMatter } from './next-move/offer.ts';

/** The next sensible action for a case in any state, channel and situation; null where nothing is left to do. */
export function nextMove(soFar: CaseSoFar, circumstances: Circumstances): NextMove | null {
  if (soFar.removed !== null) return next({ action: { kind: 'restore' }, label: '恢复案件' });
  const life = caseLife(soFar.moves);
  switch (soFar.status) {
    case 'draft':
    case 'archived':
      return null;
    case 'registered':
      return afterRegistration(soFar, life);
    case 'dispatched':
      return afterDispatch(soFar, life, circumstances);
    case 'accepted':
    case 'consent':
      return overdue(soFar, circumstances) ?? beforeAppointment(soFar, life, circumstances);
    case 'appointed':
      return overdue(soFar, circumstances) ?? beforeMediation(soFar, life);
    case 'mediating':
      return whileMediating(soFar, life, circumstances);
    case 'suspended':
      return overdue(soFar, circumstances) ?? whileSuspended(soFar, life);
    case 'agreed':
      return beforeClosing(soFar);
    case 'closed':
      return afterClosing(soFar, circumstances);
  }
}
