import { type CaseStatus, caseStatuses } from '../case-status.ts';
import { type Channel, channels } from '../channel.ts';
import { type ClosingCode, closingCodes, closings } from '../closing.ts';
import { type MoveCode, moveCodes } from './detail.ts';
import { moveLabel, moves } from './moves.ts';

export type MoveDecision =
  | { readonly legal: true; readonly to: CaseStatus }
  | {
      readonly legal: false;
      /** Why not, as a Chinese sentence. */
      readonly reason: string;
      /** What to do instead, as a Chinese sentence. */
      readonly instead: string;
    };

/** The moves that the table allows for a case as it stands, in the table's order. */
export function possibleMoves(status: CaseStatus, channel: Channel): readonly MoveCode[] {
  return moveCodes.filter((code) => decideMove(code, status, channel).legal);
}

/** Whether a case may take a move, and where it leads; if not, why, and what to do instead. */
export function decideMove(code: MoveCode, status: CaseStatus, channel: Channel): MoveDecision {
  const rule = moves[code];
  const label = moveLabel(code, channel);
  const instead = insteadOf(status, channel);
  if (!rule.channels.includes(channel)) {
    return { legal: false, reason: `${channels[channel].label}的案件没有“${label}”这一步。`, instead };
  }
  if (!rule.from.includes(status)) {
    const states = rule.from
      .filter((from) => from !== 'dispatched' || moves.dispatch.channels.includes(channel))
      .map((from) => `“${caseStatuses[from].label}”`)
      .join('、');
    return {
      legal: false,
      reason: `案件现在是“${caseStatuses[status].label}”，只有${states}的案件才能“${label}”。`,
      instead,
    };
  }
  return { legal: true, to: rule.to === 'same' ? status : rule.to };
}

/**
 * Whether a case of a channel can end in this way: the exits exclude each other (domain.md §2.3; 法释〔2016〕14号 第19条、第20条).
 * What an earlier ledger says is taken as it is and not asked here.
 */
export function decideClosing(
  code: ClosingCode,
  channel: Channel,
): { readonly legal: true } | Extract<MoveDecision, { legal: false }> {
  if (closings[code].channels.includes(channel)) return { legal: true };
  // Where nothing was referred nothing can be sent back: the other ways of not succeeding are left.
  const wanted = closings[code].outcome === 'success' ? 'success' : 'failure';
  const open = closingCodes.filter(
    (one) => closings[one].channels.includes(channel) && closings[one].outcome === wanted,
  );
  return {
    legal: false,
    reason: `${channels[channel].label}的案件不能以“${code} ${closings[code].label}”终结。`,
    instead: `可以选${open.map((one) => `“${one} ${closings[one].label}”`).join('、')}；通道登记错了的，先更正通道。`,
  };
}

function insteadOf(status: CaseStatus, channel: Channel): string {
  if (status === 'archived') return '案件已归档；确有错误的，先撤回归档并写明理由。';
  const labels = moveCodes
    .filter((code) => moves[code].channels.includes(channel) && moves[code].from.includes(status))
    .map((code) => `“${moveLabel(code, channel)}”`)
    .join('、');
  return status === 'closed'
    ? `可以${labels}；结案有误的，用“误操作更正”撤回结案并写明理由。`
    : `现在可以${labels}；上一步有误的，先撤回并写明理由。`;
}
