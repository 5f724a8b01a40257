import type { CaseId } from '#shared/contract/ids.ts';
import { checkDraft } from '#shared/documents/check.ts';
import {
  type ExtensionConsentFacts,
  extensionConsent,
  extensionConsentFactsSchema,
} from '#shared/documents/extension-consent.ts';
import { byHand } from '#shared/documents/facts.ts';
import { caseLife } from '#shared/domain/case-life.ts';
import type { TakenMove } from '#shared/domain/case-move.ts';
import { casePeriod } from '#shared/domain/case-period.ts';
import { restCalendars } from '../../register/calendars.ts';
import { movesOfCase } from '../../register/moves.ts';
import type { ReadableDb } from '../../register/query.ts';
import { readSetting } from '../../register/settings.ts';
import { caseHeadDraft } from '../case-head-draft.ts';
import { caseOf } from '../case-of.ts';
import { headLabels } from './labels.ts';
import { type FactLabels, type Paper, paperOf } from './paper.ts';

export const extensionConsentLabels: FactLabels<ExtensionConsentFacts> = {
  ...headLabels,
  endsOn: '原到期日',
  days: '延长天数',
  extendedTo: '延长后的到期日',
};

export function extensionConsentPaper(db: ReadableDb, caseId: CaseId, subjectId: number | null): Paper {
  const moves = movesOfCase(db, caseId);
  const place = moves.findIndex(({ id, code }) => id === subjectId && code === 'extend');
  const move = moves[place];
  const draft = {
    ...caseHeadDraft(db, caseId),
    days: move?.code === 'extend' ? move.detail.days : undefined,
    endsOn: lastDay(db, caseId, moves.slice(0, place)),
    extendedTo: lastDay(db, caseId, moves.slice(0, place + 1)),
  };
  return paperOf(checkDraft(extensionConsentFactsSchema, draft), extensionConsent);
}

/** The last day as it was after these moves; left to the hand where the period stood still or could not be computed. */
function lastDay(db: ReadableDb, caseId: CaseId, moves: readonly TakenMove[]) {
  const { facts } = caseOf(db, caseId);
  const period = casePeriod(facts, caseLife(moves), readSetting(db, 'period').value, restCalendars(db));
  return period?.kind === 'determined' ? period.endsOn : byHand;
}
