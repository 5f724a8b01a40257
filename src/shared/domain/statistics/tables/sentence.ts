import { z } from 'zod';
import { fenSumSchema, formatWan } from '../../money.ts';
import { amounts } from '../amounts.ts';
import { figures } from '../figures.ts';

const count = z.int().nonnegative();

/** 委员调解员 with cases in a period, and what came of the cases that they led. */
export const memberFiguresSchema = z.object({
  people: count,
  accepted: count,
  succeeded: count,
  claimFenOfClosed: fenSumSchema,
  /** Mediators with cases of whom the roster does not say whether they are members, and their cases. */
  unknownPeople: count,
  unknownAccepted: count,
});
export type MemberFigures = z.infer<typeof memberFiguresSchema>;

/**
 * The sentence that an office publishes: ×名委员调解员参与调解×件，调解成功×件，涉案金额×万元. Where the roster says of nobody
 * with cases whether they are members, there is no such number, and that is said.
 */
export function memberSentence(periodName: string, members: MemberFigures): string {
  const { people, accepted, succeeded, claimFenOfClosed, unknownPeople } = members;
  if (people === 0 && unknownPeople > 0) {
    return `${periodName}有案件的调解员中，${unknownPeople}名在名册上没有写明是不是政协委员，委员调解员参与调解的数无从统计。`;
  }
  return `${periodName}，${people}名委员调解员参与调解${accepted}件，调解成功${succeeded}件，涉案金额${formatWan(claimFenOfClosed).replaceAll(',', '')}万元。`;
}

/** How the numbers of that sentence are counted, and who is not in it. */
export function memberNote({ unknownPeople, unknownAccepted }: MemberFigures): string {
  const unknown =
    unknownPeople === 0
      ? ''
      : `另有 ${unknownPeople} 名调解员名册上没有写明是不是政协委员，其受理的 ${unknownAccepted} 件不在其中。`;
  return `“委员调解员”为名册上写明是政协委员、本期有案件（旧存或新收）的主持调解员；参与调解＝其案件的受理（${figures.accepted.formula}），涉案金额＝其案件的${amounts.claimFenOfClosed.label}（${amounts.claimFenOfClosed.formula}）。${unknown}`;
}
