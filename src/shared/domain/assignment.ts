import type { CaseMark } from './case-mark.ts';
import {
  causeGroupOf,
  causeGroups,
  type ExpertiseMatch,
  expertiseMatch,
  type PlacedCause,
} from './cause-of-action.ts';
import { formatLocalDate, type LocalDate } from './local-date.ts';
import type { RecusalFinding } from './recusal.ts';

/** What a case asks of its mediator. */
export type AssignedCase = {
  /** null: not known yet, or not among the causes of the edition in force. */
  readonly cause: PlacedCause | null;
  readonly courtId: number | null;
  readonly marks: readonly CaseMark[];
  /** Of the parties who are people, as the register names them. */
  readonly ethnicities: readonly string[];
  readonly today: LocalDate;
};

export type Candidate = {
  readonly id: number;
  readonly name: string;
  readonly standing: 'listed' | 'suspended' | 'removed';
  readonly expertise: readonly string[];
  readonly languages: readonly string[];
  readonly courtId: number | null;
  readonly termFrom: LocalDate | null;
  readonly termTo: LocalDate | null;
  /** Cases led that are not closed. */
  readonly pendingCases: number;
  readonly findings: readonly RecusalFinding[];
  /** Whether it was decided that they withdraw from this case (披露与回避). */
  readonly recused?: boolean;
};

/** Why somebody is not suggested; they can be chosen all the same, with the reason in sight. */
export const obstacles = {
  suspended: { label: '名册上是“暂停”' },
  removed: { label: '名册上是“除名”' },
  termOver: { label: '聘期已满' },
  termAhead: { label: '聘期还没有开始' },
  recused: { label: '本案已决定回避' },
  recusal: { label: '应当回避' },
} as const;
export type Obstacle = keyof typeof obstacles;
export const obstacleCodes = Object.keys(obstacles) as [Obstacle, ...Obstacle[]];

/** What each reason weighs. A choice of this program's: an aid to whoever decides, and shown with every name. */
export const suggestionWeights = {
  sameCause: 40,
  sameGroup: 30,
  sameCourt: 20,
  neededLanguage: 25,
  partiesLanguage: 10,
  termInForce: 5,
  /** For nobody's case in hand; each pending case takes `perPendingCase` from it, never below nothing. */
  free: 30,
  perPendingCase: 3,
  toClarify: -40,
} as const;

export type Reason = { readonly points: number; readonly sentence: string };

export type Suggestion = {
  readonly mediatorId: number;
  readonly name: string;
  readonly pendingCases: number;
  /** The sum of the reasons' points. */
  readonly score: number;
  readonly reasons: readonly Reason[];
  readonly obstacles: readonly { readonly code: Obstacle; readonly sentence: string }[];
  readonly findings: readonly RecusalFinding[];
};

/** The languages of ethnic groups that an office here meets, as the roster writes them. */
const languageOf: ReadonlyMap<string, string> = new Map([
  ['蒙古族', '蒙'],
  ['维吾尔族', '维'],
  ['藏族', '藏'],
  ['朝鲜族', '朝'],
  ['哈萨克族', '哈'],
  ['达斡尔族', '达斡尔'],
  ['鄂温克族', '鄂温克'],
  ['鄂伦春族', '鄂伦春'],
]);

function expertiseReason(candidate: Candidate, cause: PlacedCause | null): Reason | null {
  if (candidate.expertise.length === 0) return null;
  if (cause === null) return { points: 0, sentence: '案由未定，没有比较专长' };
  const group = causeGroupOf(cause);
  const label = group === undefined ? '' : `（大类：${causeGroups[group].label}）`;
  const matches = candidate.expertise.map((expertise) => ({
    expertise,
    match: expertiseMatch(expertise, cause),
  }));
  const best = (wanted: ExpertiseMatch) => matches.find(({ match }) => match === wanted)?.expertise;
  const same = best('cause');
  if (same !== undefined) {
    return { points: suggestionWeights.sameCause, sentence: `专长“${same}”就是本案案由` };
  }
  const near = best('group');
  if (near !== undefined) {
    return { points: suggestionWeights.sameGroup, sentence: `专长“${near}”与本案案由同类${label}` };
  }
  return { points: 0, sentence: `专长（${candidate.expertise.join('、')}）与本案案由不同类` };
}

function courtReason(candidate: Candidate, courtId: number | null): Reason | null {
  if (courtId === null || candidate.courtId === null) return null;
  return candidate.courtId === courtId
    ? { points: suggestionWeights.sameCourt, sentence: '入册法院就是本案法院' }
    : { points: 0, sentence: '入册在别的法院' };
}

function languageReason(candidate: Candidate, wanted: AssignedCase): Reason[] {
  const spoken = (syllable: string) =>
    candidate.languages.find((language) => language.includes(syllable)) ?? null;
  const groups = [...new Set(wanted.ethnicities)].filter((group) => languageOf.has(group));
  const translation = wanted.marks.includes('translation');
  // Without a party's ethnic group on record the language meant is the one of the region.
  const needed = groups.length === 0 && translation ? ['蒙古族'] : groups;
  for (const group of needed) {
    const language = spoken(languageOf.get(group) ?? group);
    if (language === null) continue;
    return [
      translation
        ? { points: suggestionWeights.neededLanguage, sentence: `本案需要民族语言翻译，会${language}` }
        : { points: suggestionWeights.partiesLanguage, sentence: `当事人有${group}，会${language}` },
    ];
  }
  return translation ? [{ points: 0, sentence: '本案需要民族语言翻译，名册上没有写会该语言' }] : [];
}

/** A term that is over is no reason but an obstacle. */
function termReason({ termTo }: Candidate, today: LocalDate): Reason | null {
  return termTo === null || termTo < today
    ? null
    : { points: suggestionWeights.termInForce, sentence: `聘期至${formatLocalDate(termTo)}` };
}

/** What could not be compared, because the roster does not say it. */
function unknownReason(candidate: Candidate, courtId: number | null): Reason | null {
  const unknown = [
    ...(candidate.expertise.length === 0 ? ['专长'] : []),
    ...(courtId !== null && candidate.courtId === null ? ['入册法院'] : []),
    ...(candidate.termTo === null ? ['聘期'] : []),
  ];
  return unknown.length === 0 ? null : { points: 0, sentence: `名册上没有填${unknown.join('、')}` };
}

function loadReason(candidate: Candidate): Reason {
  const { free, perPendingCase } = suggestionWeights;
  return {
    points: Math.max(0, free - perPendingCase * candidate.pendingCases),
    sentence: candidate.pendingCases === 0 ? '没有在办案件' : `在办 ${candidate.pendingCases} 件`,
  };
}

function obstaclesOf(candidate: Candidate, today: LocalDate): Suggestion['obstacles'] {
  const found: { code: Obstacle; sentence: string }[] = [];
  if (candidate.standing !== 'listed') {
    found.push({ code: candidate.standing, sentence: `${obstacles[candidate.standing].label}。` });
  }
  if (candidate.termTo !== null && candidate.termTo < today) {
    found.push({ code: 'termOver', sentence: `聘期已于${formatLocalDate(candidate.termTo)}届满。` });
  }
  if (candidate.termFrom !== null && candidate.termFrom > today) {
    found.push({ code: 'termAhead', sentence: `聘期自${formatLocalDate(candidate.termFrom)}开始。` });
  }
  if (candidate.recused === true) found.push({ code: 'recused', sentence: `${obstacles.recused.label}。` });
  for (const finding of candidate.findings) {
    if (finding.severity === 'recuse') found.push({ code: 'recusal', sentence: finding.sentence });
  }
  return found;
}

/** Weighs one mediator for a case, with every reason in words. */
export function weighMediator(wanted: AssignedCase, candidate: Candidate): Suggestion {
  const toClarify = candidate.findings.filter(({ severity }) => severity === 'clarify');
  const reasons = [
    expertiseReason(candidate, wanted.cause),
    loadReason(candidate),
    courtReason(candidate, wanted.courtId),
    ...languageReason(candidate, wanted),
    termReason(candidate, wanted.today),
    toClarify.length === 0
      ? null
      : { points: suggestionWeights.toClarify, sentence: `回避核查有 ${toClarify.length} 处须核实` },
    unknownReason(candidate, wanted.courtId),
  ].filter((reason) => reason !== null);
  return {
    mediatorId: candidate.id,
    name: candidate.name,
    pendingCases: candidate.pendingCases,
    score: reasons.reduce((sum, reason) => sum + reason.points, 0),
    reasons,
    obstacles: obstaclesOf(candidate, wanted.today),
    findings: candidate.findings,
  };
}

/**
 * 派单: the whole roster in the order in which it suits a case. Who should not be sent stands at the end and says why;
 * nobody is left out. Equal scores: fewer pending cases first, then the longer on the roster. The choice stays with the
 * office, and the parties' own choice comes first (法释〔2016〕14号 第12条).
 */
export function suggestMediators(
  wanted: AssignedCase,
  candidates: readonly Candidate[],
): readonly Suggestion[] {
  return candidates
    .map((candidate) => weighMediator(wanted, candidate))
    .toSorted(
      (one, other) =>
        Math.min(one.obstacles.length, 1) - Math.min(other.obstacles.length, 1) ||
        other.score - one.score ||
        one.pendingCases - other.pendingCases ||
        one.mediatorId - other.mediatorId,
    );
}
