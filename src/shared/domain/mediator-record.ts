import { z } from 'zod';
import { type Fen, formatWan } from './money.ts';
import { formatRate } from './statistics.ts';

/** 提案 and 社情民意信息 that a case gave rise to. */
export const followUpKinds = ['proposal', 'publicOpinion'] as const;
export const followUpKindSchema = z.enum(followUpKinds);
export type FollowUpKind = z.infer<typeof followUpKindSchema>;
export const followUps = {
  proposal: { label: '提案', unit: '件' },
  publicOpinion: { label: '社情民意信息', unit: '篇' },
} as const satisfies Record<FollowUpKind, { label: string; unit: string }>;

/** What is counted of one mediator in a period; the amounts and cases as the statistics count them. */
export type RecordCounts = {
  readonly opening: number;
  readonly received: number;
  readonly closed: number;
  readonly succeeded: number;
  readonly confirmed: number;
  readonly assisted: number;
  readonly proposals: number;
  readonly publicOpinions: number;
  readonly trainings: number;
  readonly trainingHours: number;
};

/**
 * What may be worth points (domain.md §8.4). No rule for it is published: the office fills the table in, and until then
 * everything is worth nothing.
 */
export const pointItems = {
  received: { label: '接案', unit: '件', count: (counts: RecordCounts) => counts.received },
  closed: { label: '结案', unit: '件', count: (counts: RecordCounts) => counts.closed },
  succeeded: { label: '调解成功', unit: '件', count: (counts: RecordCounts) => counts.succeeded },
  confirmed: { label: '司法确认', unit: '件', count: (counts: RecordCounts) => counts.confirmed },
  assisted: { label: '协助调解（结案）', unit: '件', count: (counts: RecordCounts) => counts.assisted },
  proposal: { label: '提案', unit: '件', count: (counts: RecordCounts) => counts.proposals },
  publicOpinion: {
    label: '社情民意信息',
    unit: '篇',
    count: (counts: RecordCounts) => counts.publicOpinions,
  },
  training: { label: '参加培训', unit: '次', count: (counts: RecordCounts) => counts.trainings },
  trainingHour: { label: '培训学时', unit: '学时', count: (counts: RecordCounts) => counts.trainingHours },
} as const;
export type PointItem = keyof typeof pointItems;
export const pointItemCodes = Object.keys(pointItems) as [PointItem, ...PointItem[]];

const someTenths = z.number().min(0).max(10_000).multipleOf(0.1);

/** One line of the table: points for each, with a decimal at most, and the most that a year gives. */
export const pointRuleSchema = z
  .object({
    code: z.enum(pointItemCodes),
    points: someTenths,
    most: someTenths.nullable(),
    note: z.string().trim().min(1).max(200).nullable(),
  })
  .readonly();
export type PointRule = z.infer<typeof pointRuleSchema>;

/** The office's table of points; an item without a line is worth nothing. */
export const pointSettingsSchema = z
  .object({
    rules: z
      .array(pointRuleSchema)
      .readonly()
      .refine((rules) => new Set(rules.map(({ code }) => code)).size === rules.length, '同一项目有两行'),
    /** Where the table comes from, such as 市政协履职量化办法. */
    note: z.string().trim().min(1).max(200).nullable(),
  })
  .readonly();
export type PointSettings = z.infer<typeof pointSettingsSchema>;

export const defaultPointSettings: PointSettings = {
  rules: pointItemCodes.map((code) => ({ code, points: 0, most: null, note: null })),
  note: null,
};

export type PointLine = {
  readonly code: PointItem;
  readonly count: number;
  readonly each: number;
  readonly most: number | null;
  readonly points: number;
  readonly note: string | null;
};

function tenths(points: number): number {
  return Math.round(points * 10);
}

/** The lines of the table that are worth something, with what they come to; sums are made in whole tenths. */
export function pointsOf(
  settings: PointSettings,
  counts: RecordCounts,
): { readonly lines: readonly PointLine[]; readonly total: number } {
  const lines = settings.rules
    .filter((rule) => rule.points > 0)
    .map((rule): PointLine => {
      const count = pointItems[rule.code].count(counts);
      const full = tenths(rule.points) * count;
      const kept = rule.most === null ? full : Math.min(full, tenths(rule.most));
      const { code, points: each, most, note } = rule;
      return { code, count, each, most, points: kept / 10, note };
    });
  return { lines, total: lines.reduce((sum, line) => sum + tenths(line.points), 0) / 10 };
}

/** Days from receipt to closing, as a sum over the closed cases, so that averages can be made of averages. */
export type Duration = { readonly days: number; readonly cases: number };

/** 12.5, rounded half up in whole numbers as the last step; — where no case was closed. */
export function formatAverageDays({ days, cases }: Duration): string {
  if (cases === 0) return '—';
  const tenthsOfDays = Math.floor((days * 20 + cases) / (cases * 2));
  return `${Math.floor(tenthsOfDays / 10)}.${tenthsOfDays % 10}`;
}

/** What the sentence of a record needs. */
export type MediatorRecordFacts = {
  readonly name: string;
  /** 政协委员; null: not known. */
  readonly isMember: boolean | null;
  /** 2026年, by the office's own calendar. */
  readonly periodName: string;
  readonly counts: RecordCounts;
  readonly claimFenOfClosed: Fen;
  readonly agreedFen: Fen;
  readonly paidFen: Fen;
  readonly duration: Duration;
};

/**
 * The sentence that an office publishes of a mediator's year. It names the denominator of its rate and calls 涉案金额 what
 * it is, the 诉争标的额; the three amounts are never mixed (domain.md §0.2).
 */
export function recordSentence(facts: MediatorRecordFacts): string {
  const { counts } = facts;
  const accepted = counts.opening + counts.received;
  const who = `${facts.periodName}，${facts.name}${facts.isMember === true ? '委员' : '调解员'}`;
  const others = [
    ...(counts.assisted > 0 ? [`协助调解结案${counts.assisted}件`] : []),
    ...(counts.proposals > 0 ? [`由案件提出提案${counts.proposals}件`] : []),
    ...(counts.publicOpinions > 0 ? [`反映社情民意信息${counts.publicOpinions}篇`] : []),
    ...(counts.trainings > 0
      ? [`参加培训${counts.trainings}次${counts.trainingHours > 0 ? `${counts.trainingHours}学时` : ''}`]
      : []),
  ];
  const beside = others.length === 0 ? '' : `；${others.join('，')}`;
  if (accepted === 0 && counts.closed === 0) {
    return others.length === 0 ? `${who}没有参与调解案件。` : `${who}没有参与调解案件${beside}。`;
  }
  const rate =
    counts.closed === 0
      ? ''
      : `，成功率${formatRate({ numerator: counts.succeeded, denominator: counts.closed })}（成功÷结案）`;
  const closed =
    counts.closed === 0
      ? ''
      : `，涉案金额（结案案件诉争标的额）${formatWan(facts.claimFenOfClosed)}万元，协议金额${formatWan(facts.agreedFen)}万元，到位金额${formatWan(facts.paidFen)}万元，平均调解${formatAverageDays(facts.duration)}天`;
  const confirmed = counts.confirmed > 0 ? `，司法确认${counts.confirmed}件` : '';
  return `${who}参与调解案件${accepted}件，结案${counts.closed}件，成功${counts.succeeded}件${rate}${closed}${confirmed}${beside}。`;
}
