import { type Channel, channelCodes } from '#shared/domain/channel.ts';
import { type ClosingCode, closingCodes } from '#shared/domain/closing.ts';
import {
  type AmountName,
  amountNames,
  amounts,
  type CaseFlag,
  type CaseStanding,
  type CountRule,
  caseFlags,
  type DayStanding,
  dayStandings,
  type FigureName,
  figureNames,
  figures,
  isCounted,
  type OwnDay,
  ownDays,
  type Summed,
} from '#shared/domain/statistics.ts';

/** A count or a sum. */
export type CountedName = FigureName | AmountName;
export const countedNames: readonly CountedName[] = [...figureNames, ...amountNames];

// A standing as one whole number: there are some hundred of them among a million cases, and each is worked out once.
const bits = { received: 0, ended: 2, registered: 4, code: 5, channel: 9, within: 11, flags: 16 } as const;

/** The places of own days and flags in a packed standing. */
export const withinBit = Object.fromEntries(
  ownDays.map((day, place) => [day, 1 << (bits.within + place)]),
) as Readonly<Record<OwnDay, number>>;
export const flagBit = Object.fromEntries(
  caseFlags.map((flag, place) => [flag, 1 << (bits.flags + place)]),
) as Readonly<Record<CaseFlag, number>>;
/** Registered by the end of the period. */
export const registeredBit = 1 << bits.registered;

/** Where receipt and closing day lie (places in `dayStandings`), the closing code (0 none, else its place + 1) and the channel's place. */
export function packed(received: number, ended: number, code: number, channel: number): number {
  return (
    (received << bits.received) | (ended << bits.ended) | (code << bits.code) | (channel << bits.channel)
  );
}

export const standingPlaces = Object.fromEntries(
  dayStandings.map((standing, place) => [standing, place]),
) as Readonly<Record<DayStanding, number>>;

function standingOf(from: number): CaseStanding {
  const day = (shift: number): DayStanding => dayStandings[(from >> shift) & 3] ?? 'never';
  return {
    received: day(bits.received),
    registered: (from & registeredBit) === 0 ? 'after' : 'within',
    ended: day(bits.ended),
    code: closingCodes[((from >> bits.code) & 15) - 1] ?? null,
    channel: channelCodes[(from >> bits.channel) & 3] ?? 'A',
    within: new Set(ownDays.filter((name) => (from & withinBit[name]) !== 0)),
    flags: new Set(caseFlags.filter((name) => (from & flagBit[name]) !== 0)),
  };
}

/** What each case of one standing adds. */
export type Share = {
  /** Places, among the names that were asked for, of the figures that it is counted in. */
  readonly figures: readonly number[];
  readonly sums: readonly { readonly place: number; readonly of: Summed }[];
  /** How it had ended at the end of the period; '' while it was pending. */
  readonly state: ClosingCode | '';
  /** 旧存＋新收＝结案＋退回＋未结 */
  readonly balances: boolean;
};

function workOut(from: number, wanted: readonly CountedName[]): Share {
  const standing = standingOf(from);
  const one = (figure: FigureName) => (isCounted(figure, standing) ? 1 : 0);
  const pending = standing.ended === 'after' || standing.ended === 'never';
  const places = wanted.map((name, place) => ({ name, place }));
  return {
    figures: places
      .filter(({ name }) => !(name in amounts) && isCounted(name as FigureName, standing))
      .map(({ place }) => place),
    sums: places.flatMap(({ name, place }) => {
      if (!(name in amounts)) return [];
      const { of, over } = amounts[name as AmountName];
      return isCounted(over, standing) ? [{ place, of }] : [];
    }),
    state: pending ? '' : (standing.code ?? ''),
    balances: one('opening') + one('received') === one('closed') + one('returned') + one('closing'),
  };
}

/** A register has some thousand standings; those of all names are the same for every period. */
const everything = new Map<number, Share>();

/** What a case of a packed standing adds to the counts and sums that are wanted. */
export function shareOf(from: number, wanted: readonly CountedName[]): Share {
  if (wanted !== countedNames) return workOut(from, wanted);
  let share = everything.get(from);
  if (share === undefined) {
    share = workOut(from, wanted);
    everything.set(from, share);
  }
  return share;
}

/** The place of a channel in a packed standing. */
export function channelPlace(channel: Channel): number {
  return channelCodes.indexOf(channel);
}

/** The rules that decide about the wanted counts and sums. */
export function rulesOf(wanted: readonly CountedName[]): readonly CountRule[] {
  return wanted.flatMap((name): readonly CountRule[] =>
    name in amounts ? figures[amounts[name as AmountName].over].counts : figures[name as FigureName].counts,
  );
}

function flagBits(flags: readonly CaseFlag[] | undefined): number {
  return (flags ?? []).reduce((bits, flag) => bits | flagBit[flag], 0);
}

/**
 * The bits of a standing on which the wanted counts and sums depend. Receipt, closing day and code always belong to them:
 * by these a case is listed by its state and the balance is checked.
 */
export function relevantBits(wanted: readonly CountedName[]): number {
  let relevant = (1 << bits.channel) - 1;
  for (const { channels, within, flags } of rulesOf(wanted)) {
    if (channels !== undefined) relevant |= 3 << bits.channel;
    if (within !== undefined) relevant |= withinBit[within];
    relevant |= flagBits(flags);
  }
  return relevant;
}

/** The flags that the wanted counts and sums look at: of cases that ended in the period, of pending ones, of all others. */
export type FlagsLookedAt = { readonly ended: number; readonly pending: number; readonly other: number };

/** Which flags can decide anything, so that no others are read. */
export function flagsLookedAt(wanted: readonly CountedName[]): FlagsLookedAt {
  let [ended, pending, other] = [0, 0, 0];
  for (const rule of rulesOf(wanted)) {
    if (rule.ended === 'within') ended |= flagBits(rule.flags);
    else if (rule.ended === 'pendingAtEnd') pending |= flagBits(rule.flags);
    else other |= flagBits(rule.flags);
  }
  return { ended, pending, other };
}
