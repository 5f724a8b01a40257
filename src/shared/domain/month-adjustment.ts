import { z } from 'zod';
import { fenSumSchema, formatWan } from './money.ts';
import {
  type AmountName,
  amountNames,
  type FigureName,
  figureNames,
  mainAmounts,
  measure,
  type SliceDimension,
  sliceDimensionNames,
} from './statistics.ts';

/** A count or a sum. */
export const countedNameSchema = z.enum([...figureNames, ...amountNames]);
type Counted = FigureName | AmountName;

/**
 * What one case gives to the figures of a period: the figures that count it, what it adds to the sums (money in fen,
 * nothing where it adds 0), and in which rows of each table it stands.
 */
export const caseShareSchema = z.object({
  // What an earlier version of the program froze may name a figure that is no longer counted, and lack a new table.
  figures: z
    .array(z.string())
    .transform((names): FigureName[] => figureNames.filter((name) => names.includes(name))),
  sums: z.partialRecord(z.enum(amountNames as [AmountName, ...AmountName[]]), z.int()),
  keys: z.partialRecord(z.enum(sliceDimensionNames), z.array(z.string())),
});
export type CaseShare = z.infer<typeof caseShareSchema>;

/** What a case gave before and gives now; null where it is not counted. */
export type ShareChange = { readonly before: CaseShare | null; readonly after: CaseShare | null };

/** What was done with a case, when (UTC instant) and by whom; `what` as its history words it. */
export const adjustingEventsSchema = z.array(z.object({ at: z.string(), by: z.string(), what: z.string() }));
export type AdjustingEvent = z.infer<typeof adjustingEventsSchema>[number];

/** Rows of a table that was not yet made when one of them was frozen are compared with nothing. */
function sameRows(one: readonly string[] | undefined, other: readonly string[] | undefined): boolean {
  return one === undefined || other === undefined || sameList(one, other);
}

function sameList(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((value, place) => value === other[place]);
}

/** Whether two shares are the same in every figure, sum and row. */
export function isSameShare(one: CaseShare | null, other: CaseShare | null): boolean {
  if (one === null || other === null) return one === other;
  return (
    sameList(one.figures, other.figures) &&
    amountNames.every((name) => one.sums[name] === other.sums[name]) &&
    sliceDimensionNames.every((name) => sameRows(one.keys[name], other.keys[name]))
  );
}

function given(share: CaseShare | null, name: Counted): number {
  if (share === null) return 0;
  if ((amountNames as readonly string[]).includes(name)) return share.sums[name as AmountName] ?? 0;
  return share.figures.includes(name as FigureName) ? 1 : 0;
}

/** How much one figure or sum became more (or less, negative). */
export type FigureChange = { readonly name: Counted; readonly by: number };

/** The figures and sums that a change moves, in their order; money in fen. */
export function figureChanges(changes: readonly ShareChange[]): FigureChange[] {
  return countedNameSchema.options.flatMap((name) => {
    const by = changes.reduce((sum, { before, after }) => sum + given(after, name) - given(before, name), 0);
    return by === 0 ? [] : [{ name, by }];
  });
}

/** What people look at first, in the order of the tables. */
const mainNames: readonly Counted[] = [
  'opening',
  'received',
  'closed',
  'returned',
  'closing',
  'succeeded',
  'confirmed',
  ...mainAmounts,
  'undated',
];

/** 结案 +1，协议金额 −3.00万元: the main figures that moved, or whatever moved where none of these did. */
export function figureChangesInWords(changes: readonly FigureChange[]): string {
  const main = mainNames.flatMap((name) => changes.filter((change) => change.name === name));
  return (main.length > 0 ? main : changes).map(changeInWords).join('，');
}

/** 结案 +1 */
export function changeInWords({ name, by }: FigureChange): string {
  const { label, unit } = measure(name);
  const size = Math.abs(by);
  const money = unit === '万元';
  return `${label} ${by > 0 ? '+' : '−'}${money ? `${formatWan(fenSumSchema.parse(size))}万元` : size}`;
}

/** The same for one row of a table: a case that moved to another row leaves the one and enters the other. */
export function figureChangesOfRow(
  changes: readonly ShareChange[],
  dimension: SliceDimension,
  key: string,
): FigureChange[] {
  const within = (share: CaseShare | null) => (share?.keys[dimension]?.includes(key) ? share : null);
  return figureChanges(
    changes.map(({ before, after }) => ({ before: within(before), after: within(after) })),
  );
}

/** The dimensions in which a case stands in other rows than before; none where it came or went. */
export function movedDimensions({ before, after }: ShareChange): SliceDimension[] {
  if (before === null || after === null) return [];
  return sliceDimensionNames.filter((name) => !sameRows(before.keys[name], after.keys[name]));
}

/**
 * What goes on of itself after the end of a period, because it says how matters stand “so far”: nobody has corrected
 * anything where only these move.
 */
const soFar: ReadonlySet<Counted> = new Set([
  'undated',
  'confirmableApplied',
  'appliedAndConfirmed',
  'performed',
  'paidFen',
  'paidUndated',
]);

export const adjustmentKinds = {
  correction: { label: '更正', explanation: '锁定以后改动了登记，这个月的件数或者金额因此不同' },
  regrouping: { label: '归类变动', explanation: '件数、金额没有变，案件在分项表里换了一行' },
  progress: {
    label: '后续进展',
    explanation: '“至今”一类的数随后来的付款、确认、接收而变，没有改动原来的登记',
  },
} as const;
export type AdjustmentKind = keyof typeof adjustmentKinds;
export const adjustmentKindSchema = z.enum(
  Object.keys(adjustmentKinds) as [AdjustmentKind, ...AdjustmentKind[]],
);

/** Whether somebody corrected what was counted, or the case only went on. */
export function adjustmentKind(change: ShareChange): AdjustmentKind {
  if (figureChanges([change]).some(({ name }) => !soFar.has(name))) return 'correction';
  return movedDimensions(change).length > 0 ? 'regrouping' : 'progress';
}
