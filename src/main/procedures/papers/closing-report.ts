import type { ClosingFacts } from '#shared/contract/cases.ts';
import type { CaseId } from '#shared/contract/ids.ts';
import { checkDraft } from '#shared/documents/check.ts';
import {
  type ClosingReportFacts,
  closingReport,
  closingReportFactsSchema,
} from '#shared/documents/closing-report.ts';
import { byHand, paragraphsOf } from '#shared/documents/facts.ts';
import { caseLife } from '#shared/domain/case-life.ts';
import { casePeriod } from '#shared/domain/case-period.ts';
import { closings } from '#shared/domain/closing.ts';
import { contactTally, defaultContactRule } from '#shared/domain/contact.ts';
import { daysBetween } from '#shared/domain/local-date.ts';
import { addFen } from '#shared/domain/money.ts';
import { agreementOfCase } from '../../register/agreements.ts';
import { restCalendars } from '../../register/calendars.ts';
import { contactsOfCase } from '../../register/contacts.ts';
import { movesOfCase } from '../../register/moves.ts';
import { closingOfCase, paymentsOfCase } from '../../register/outcomes.ts';
import { partiesOfCase } from '../../register/parties.ts';
import type { ReadableDb } from '../../register/query.ts';
import { sessionsOfCase } from '../../register/sessions.ts';
import { readSetting } from '../../register/settings.ts';
import { agreementDraft } from '../agreement-draft.ts';
import { caseHeadDraft } from '../case-head-draft.ts';
import { caseOf } from '../case-of.ts';
import { headLabels, originLabel, termsLabels } from './labels.ts';
import { type FactLabels, type Paper, paperOf } from './paper.ts';

export const closingReportLabels: FactLabels<ClosingReportFacts> = {
  ...headLabels,
  origin: originLabel,
  receivedOn: '接收日期',
  period: '调解期限',
  daysUsed: '历时天数',
  sessions: '调解过程',
  closing: '终结方式和日期',
  unreached: '联系情况',
  agreement: '调解协议',
  ...termsLabels,
  paid: '到位金额',
  undisputedNoted: '无争议事实',
  disputed: '争议焦点',
  papers: '移交材料清单',
};

/** Of a case that is closed; an open one lacks its closing. */
export function closingReportPaper(db: ReadableDb, caseId: CaseId): Paper {
  const { facts } = caseOf(db, caseId);
  const closing = closingOfCase(db, caseId);
  const sessions = sessionsOfCase(db, caseId);
  const disputed = [...new Set(sessions.flatMap((one) => paragraphsOf(one.disputed ?? '')))];
  const { receivedOn } = facts;
  const draft = {
    ...caseHeadDraft(db, caseId),
    receivedOn,
    period: receivedOn === null || facts.channel === 'C' ? null : periodDraft(db, caseId),
    daysUsed:
      receivedOn === null || closing === null ? null : Math.max(0, daysBetween(receivedOn, closing.closedOn)),
    sessions: sessions.map(({ heldOn, form, place, attendance }) => ({ heldOn, form, place, attendance })),
    closing: closing === null ? undefined : closingDraft(closing),
    unreached: closing?.code === 'C23' ? unreached(db, caseId) : [],
    ...agreed(db, caseId, closing),
    paid: addFen(...paymentsOfCase(db, caseId).map(({ amountFen }) => amountFen)),
    undisputedNoted: sessions.some(({ undisputed }) => undisputed !== null),
    disputed: disputed.length === 0 ? byHand : disputed,
    papers: facts.channel === 'C' ? null : papersDraft(db, caseId),
  };
  return paperOf(checkDraft(closingReportFactsSchema, draft), closingReport);
}

/** The reason of what failed is asked for; a success may do without. */
function closingDraft({ code, closedOn, partly, reason }: ClosingFacts) {
  return { code, closedOn, partly, reason: reason ?? (closings[code].outcome === 'success' ? null : byHand) };
}

function periodDraft(db: ReadableDb, caseId: CaseId) {
  const life = caseLife(movesOfCase(db, caseId));
  const { facts } = caseOf(db, caseId);
  const period = casePeriod(facts, life, readSetting(db, 'period').value, restCalendars(db));
  return {
    endsOn: period?.kind === 'determined' ? period.endsOn : byHand,
    extendedDays: period === undefined || period.kind === 'undetermined' ? 0 : period.extensionDays,
    suspendedDays: period === undefined || period.kind === 'undetermined' ? 0 : period.suspendedDays,
  };
}

function unreached(db: ReadableDb, caseId: CaseId) {
  const contacts = contactsOfCase(db, caseId);
  return partiesOfCase(db, caseId).flatMap(({ id, name }) => {
    const { inVain, days, firstInVainOn, lastInVainOn } = contactTally(contacts, id, defaultContactRule);
    return inVain === 0
      ? []
      : [{ party: name, tries: inVain, days, firstOn: firstInVainOn, lastOn: lastInVainOn }];
  });
}

/** What the parties agreed, where the case ended with it; a draft that somebody refused to sign is not reported. */
function agreed(db: ReadableDb, caseId: CaseId, closing: ClosingFacts | null) {
  const none = { kind: 'none' as const };
  const kept = agreementOfCase(db, caseId);
  if (kept === null || closing === null || closings[closing.code].outcome !== 'success') {
    return { agreement: null, terms: [], defaultClause: none, costs: none };
  }
  const { terms, defaultClause, costs, signedOn, agreedAmount } = agreementDraft(db, caseId);
  return {
    agreement: { signedOn: signedOn ?? byHand, agreedAmount: agreedAmount ?? null, effect: kept.effect },
    terms: terms ?? [],
    defaultClause,
    costs,
  };
}

function papersDraft(db: ReadableDb, caseId: CaseId) {
  const papers = caseLife(movesOfCase(db, caseId)).dispatch?.detail.papers ?? [];
  return papers.length === 0 ? byHand : papers;
}
