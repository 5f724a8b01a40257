import type { CaseId } from '#shared/contract/ids.ts';
import { checkDraft } from '#shared/documents/check.ts';
import { byHand } from '#shared/documents/facts.ts';
import {
  type MediationRecordFacts,
  mediationRecord,
  mediationRecordFactsSchema,
} from '#shared/documents/mediation-record.ts';
import { partiesOfCase } from '../../register/parties.ts';
import type { ReadableDb } from '../../register/query.ts';
import { sessionsOfCase } from '../../register/sessions.ts';
import { caseHeadDraft } from '../case-head-draft.ts';
import { found } from '../errors.ts';
import { headLabels } from './labels.ts';
import { type FactLabels, type Paper, paperOf } from './paper.ts';

export const mediationRecordLabels: FactLabels<MediationRecordFacts> = {
  ...headLabels,
  ordinal: '第几次调解',
  heldOn: '调解日期',
  startedAt: '开始时间',
  endedAt: '结束时间',
  form: '调解方式',
  place: '调解地点',
  attendance: '到场人',
  agentsPresent: '到场代理人的代理权限',
  notes: '调解经过',
  disputed: '争议焦点',
  undisputed: '无争议事实',
  proposals: '调解方案',
  result: '调解结果',
  nextOn: '下次调解日期',
};

export function mediationRecordPaper(db: ReadableDb, caseId: CaseId, sessionId: number | null): Paper {
  const all = sessionsOfCase(db, caseId);
  const place = all.findIndex(({ id }) => id === sessionId);
  const session = found(all[place], 'session');
  const meets = session.form === 'onSite' || session.form === 'visit';
  const { heldOn, form, notes, disputed, undisputed, proposals, result, nextOn } = session;
  const draft = {
    ...caseHeadDraft(db, caseId),
    ordinal: place + 1,
    heldOn,
    form,
    startedAt: session.startedAt ?? byHand,
    endedAt: session.endedAt ?? byHand,
    place: session.place ?? (meets ? byHand : null),
    attendance: session.attendance ?? byHand,
    agentsPresent: agentsPresent(db, caseId, session.attendance ?? ''),
    notes,
    disputed,
    undisputed,
    proposals,
    result,
    nextOn,
  };
  return paperOf(checkDraft(mediationRecordFactsSchema, draft), mediationRecord);
}

/** A sentence that says who did not come; 未成年 says something else. */
const tellsOfAbsence = /未(?!成年)|没|缺席|不能|无法|请假/u;

/**
 * The agents whose names the attendance has. In doubt nobody is said to have been there: a sentence that tells of somebody
 * who stayed away is passed over, and a name within the longer name of somebody else is not his.
 */
function agentsPresent(db: ReadableDb, caseId: CaseId, attendance: string) {
  const told = attendance
    .split(/[。；;\n]/u)
    .filter((sentence) => !tellsOfAbsence.test(sentence))
    .join('。');
  const parties = partiesOfCase(db, caseId);
  const everybody = parties.flatMap(({ name, agents }) => [name, ...agents.map((agent) => agent.name)]);
  return parties.flatMap(({ agents }, party) =>
    agents
      .filter(({ kind, name }) => kind !== 'guardian' && isNamed(name, told, everybody))
      .map(({ name, authority }) => ({ party, name, authority: authority ?? byHand })),
  );
}

function isNamed(name: string, told: string, everybody: readonly string[]): boolean {
  const longer = everybody.filter((other) => other !== name && other.includes(name));
  return longer.reduce((left, other) => left.replaceAll(other, '、'), told).includes(name);
}
