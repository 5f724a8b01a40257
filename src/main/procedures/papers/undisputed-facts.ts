import type { CaseId } from '#shared/contract/ids.ts';
import { checkDraft } from '#shared/documents/check.ts';
import { byHand, paragraphsOf } from '#shared/documents/facts.ts';
import {
  type UndisputedFacts,
  undisputedFacts,
  undisputedFactsSchema,
} from '#shared/documents/undisputed-facts.ts';
import type { ReadableDb } from '../../register/query.ts';
import { sessionsOfCase } from '../../register/sessions.ts';
import { caseHeadDraft } from '../case-head-draft.ts';
import { headLabels } from './labels.ts';
import { type FactLabels, type Paper, paperOf } from './paper.ts';

export const undisputedFactsLabels: FactLabels<UndisputedFacts> = { ...headLabels, facts: '无争议事实' };

/** What somebody numbered his notes with: 1.、二、（3）, but not the first figure of 1.5万元. */
const ownNumber =
  /^(?:\d{1,2}(?:[、．）)]|\.(?!\d))|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)])\s*/u;

/** What the sessions noted as undisputed, each paragraph once; where none did, room to write. */
export function undisputedFactsPaper(db: ReadableDb, caseId: CaseId): Paper {
  const noted = sessionsOfCase(db, caseId).flatMap(({ undisputed }) =>
    undisputed === null ? [] : paragraphsOf(undisputed).map((fact) => fact.replace(ownNumber, '')),
  );
  const facts = [...new Set(noted)];
  const draft = { ...caseHeadDraft(db, caseId), facts: facts.length === 0 ? byHand : facts };
  return paperOf(checkDraft(undisputedFactsSchema, draft), undisputedFacts);
}
